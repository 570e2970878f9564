//! Reading what comes in: lines of JSON one by one, files as a whole, texts in pieces. No more of it is in memory than
//! one piece.

use ec_checkup::survey::begins_anew;
use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};

/// The longest line, and the largest file that is read as a whole.
const LARGEST: usize = 20_000_001;
/// A text is cut about here, where a link cannot go on.
const PIECE: usize = 256 << 10;
/// A text without any such place is cut anyway.
const LONGEST_PIECE: usize = 32 << 20;

/// A part of the input, with the line it begins at, from 1.
pub(crate) struct Piece {
    /// Where it comes from, as the user named it.
    pub(crate) source: String,
    pub(crate) line: usize,
    pub(crate) content: Content,
}

/// What a part of the input is.
pub(crate) enum Content {
    /// A line of JSON.
    Json(String),
    /// A file of this page.
    File(Vec<u8>),
    /// Anything else, in which links are looked for.
    Text(String),
    /// It could not be read.
    Failed(String),
}

/// Reads all files, `-` for standard input, and hands on one piece after the other. `false` stops.
pub(crate) fn read(files: &[PathBuf], give: &mut dyn FnMut(Piece) -> bool) {
    for file in files {
        let source = file.display().to_string();
        let opened: io::Result<Box<dyn BufRead>> = if file == Path::new("-") {
            Ok(Box::new(BufReader::with_capacity(1 << 20, io::stdin())))
        } else {
            File::open(file).map(|file| Box::new(BufReader::with_capacity(1 << 20, file)) as Box<dyn BufRead>)
        };
        let went_on = match opened {
            Ok(reader) => Source { name: source, reader, line: 1 }.read(give),
            Err(error) => give(Piece { source, line: 0, content: Content::Failed(error.to_string()) }),
        };
        if !went_on {
            return;
        }
    }
}

/// The same for a text of the command line.
pub(crate) fn read_text(source: &str, text: &str, give: &mut dyn FnMut(Piece) -> bool) {
    let reader = Box::new(io::Cursor::new(text.as_bytes().to_vec()));
    Source { name: source.to_owned(), reader, line: 1 }.read(give);
}

struct Source {
    name: String,
    reader: Box<dyn BufRead>,
    /// The next line.
    line: usize,
}

impl Source {
    fn piece(&self, line: usize, content: Content) -> Piece {
        Piece { source: self.name.clone(), line, content }
    }

    /// The next line with its end; `None` after the last one.
    fn next_line(&mut self) -> io::Result<Option<Vec<u8>>> {
        let mut line = Vec::new();
        let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX);
        (&mut self.reader).take(limit).read_until(b'\n', &mut line)?;
        Ok((!line.is_empty()).then_some(line))
    }

    fn read(mut self, give: &mut dyn FnMut(Piece) -> bool) -> bool {
        match self.read_on(give) {
            Ok(went_on) => went_on,
            Err(error) => give(self.piece(self.line, Content::Failed(error.to_string()))),
        }
    }

    fn read_on(&mut self, give: &mut dyn FnMut(Piece) -> bool) -> io::Result<bool> {
        // What stands before the first bracket or letter tells nothing.
        let mut first = loop {
            match self.next_line()? {
                None => return Ok(true),
                Some(line) if line.iter().all(u8::is_ascii_whitespace) => self.line += 1,
                Some(line) => break line,
            }
        };
        if first.starts_with(b"\xEF\xBB\xBF") {
            first.drain(..3);
        }
        if !is_json(&first) {
            return self.read_text(first, give);
        }
        if is_whole(&first) {
            return self.read_lines(vec![first], give);
        }
        // A file of several lines, or a damaged line among others: the next one tells.
        let second = self.next_line()?.unwrap_or_default();
        if is_json(&second) && is_whole(&second) {
            return self.read_lines(vec![second, first], give);
        }
        first.extend(second);
        let limit = u64::try_from(LARGEST).unwrap_or(u64::MAX);
        (&mut self.reader).take(limit).read_to_end(&mut first)?;
        Ok(give(self.piece(self.line, Content::File(first))))
    }

    /// The lines that were looked at already come from the end of the list.
    fn read_lines(
        &mut self,
        mut known: Vec<Vec<u8>>,
        give: &mut dyn FnMut(Piece) -> bool,
    ) -> io::Result<bool> {
        let mut next = known.pop();
        while let Some(line) = next {
            let blank = line.iter().all(u8::is_ascii_whitespace);
            let content = match String::from_utf8(line) {
                Ok(line) if is_json(line.as_bytes()) => Content::Json(line),
                Ok(line) => Content::Text(line),
                Err(_) => Content::Failed("not in UTF-8".to_owned()),
            };
            if !blank && !give(self.piece(self.line, content)) {
                return Ok(false);
            }
            self.line += 1;
            next = if known.is_empty() { self.next_line()? } else { known.pop() };
        }
        Ok(true)
    }

    fn read_text(&mut self, first: Vec<u8>, give: &mut dyn FnMut(Piece) -> bool) -> io::Result<bool> {
        let mut next = Some(first);
        while let Some(mut text) = next {
            let begins_at = self.line;
            // Rows among other text are rows.
            let json = is_json(&text) && is_whole(&text);
            next = loop {
                self.line += 1;
                let Some(line) = self.next_line()? else { break None };
                let full = text.len() > LONGEST_PIECE || text.len() > PIECE && begins_anew(&line);
                if json || full || is_json(&line) && is_whole(&line) {
                    break Some(line);
                }
                text.extend(line);
            };
            let text = String::from_utf8_lossy(&text).into_owned();
            let content = if json { Content::Json(text) } else { Content::Text(text) };
            if !give(self.piece(begins_at, content)) {
                return Ok(false);
            }
        }
        Ok(true)
    }
}

/// Whether a line is JSON by itself.
fn is_whole(line: &[u8]) -> bool {
    serde_json::from_slice::<serde::de::IgnoredAny>(line).is_ok()
}

fn is_json(line: &[u8]) -> bool {
    line.trim_ascii_start().starts_with(b"{")
}

impl Piece {
    /// How much of it there is, in bytes.
    pub(crate) fn size(&self) -> usize {
        match &self.content {
            Content::Json(text) | Content::Text(text) | Content::Failed(text) => text.len(),
            Content::File(bytes) => bytes.len(),
        }
    }
}
