//! Links in whatever people paste: a mail, a chat, an address that did not arrive as it was sent. Everything that can be
//! undone is undone; the checksum decides what was meant. So nothing is ever opened as something else.
//!
//! The time is proportional to the text: no part of it is looked at more than a few times, whatever is in it.

mod run;
mod signs;
mod trial;

use super::LinkError;
use data_encoding::BASE64;
use run::{Run, Style};
use signs::{is_invisible, sign};
use std::ops::Range;
use trial::trial;

/// A link in a text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Found {
    /// Where in the text, in bytes.
    pub place: Range<usize>,
    /// The fragment as it was written (without `#`), for [`super::open`]; or what is wrong with it.
    pub link: Result<String, LinkError>,
}

/// How an address that is packed into another one begins, in base64: `http`.
const PACKED: &str = "aHR0c";
/// The longest of these.
const LONGEST_PACKED: usize = 128 << 10;
/// How far back the name of who rewrote an address is looked for.
const NAME_BEFORE: usize = 256;

/// The first link in a text that is whole, or else what is wrong with the first one.
///
/// # Errors
/// [`LinkError`] says what is wrong.
pub fn first(text: &str) -> Result<String, LinkError> {
    let found = find(text);
    let whole = found.iter().find_map(|found| found.link.clone().ok());
    match (whole, found.into_iter().next()) {
        (Some(link), _) => Ok(link),
        (None, Some(found)) => found.link,
        (None, None) => Err(LinkError::NotALink),
    }
}

/// All links in a text, in order: those that are whole, and those that wanted to be.
pub fn find(text: &str) -> Vec<Found> {
    let mut found = Vec::new();
    search(text, true, &mut found);
    found
}

fn search(text: &str, packed: bool, found: &mut Vec<Found>) {
    let mut at = 0;
    // The last characters that could be seen, and whether there was a gap behind them.
    let mut recent = ['\n'; 3];
    let mut gap = true;
    // Up to here letters were gathered for a link that was none.
    let mut tried = 0;
    // Whether nothing but marks has come so far.
    let mut blank = true;
    while let Some((char, next)) = sign(text, at) {
        let begins =
            !is_alphabet(recent[2]) || gap || !is_alphabet(recent[1]) && matches!(recent[2], '-' | '_');
        let dashed = recent == ['-', '2', '3'] && !gap;
        let marked = recent[2] == '#' || recent[1..] == ['#', '/'];
        if matches!(char, 'r' | 'R') && (begins || dashed) && is_version(text, next, marked) {
            let style = if dashed { Style::Dashed } else { Style::Usual };
            let rewritten = (dashed || recent[2] == '*') && is_rewritten(text, at);
            let sure = marked || blank || rewritten;
            // What is marked ends at the next mark; anything else may be gathered only once.
            let run = Run::gather(text, at, style, sure || at >= tried);
            let place = |end| at..end;
            match trial(&run) {
                Ok((link, letters)) => {
                    let end = run.end_of(letters);
                    found.push(Found { place: place(end), link: Ok(link) });
                    (at, recent, gap) = (end, ['_'; 3], false);
                    continue;
                }
                Err(error) if sure && run.is_some() => {
                    found.push(Found { place: place(run.end), link: Err(error) });
                }
                Err(_) => {}
            }
            tried = tried.max(run.end);
        }
        if packed && char == 'a' && begins && is_packed(text, at) {
            let ends = unpacked(text, at, at >= tried, found);
            (at, recent, gap) = (ends.start, ['_'; 3], false);
            tried = tried.max(ends.end);
            continue;
        }
        at = next;
        blank &= !char.is_alphanumeric();
        if char.is_whitespace() || gap && char == '>' {
            gap = true;
        } else if !is_invisible(char) {
            recent = [recent[1], recent[2], char];
            gap = false;
        }
    }
}

fn is_alphabet(char: char) -> bool {
    char.is_ascii_alphanumeric() || matches!(char, '-' | '_')
}

/// Whether a digit from 1 on follows, the version of a link. What is marked as one may be broken here as anywhere.
fn is_version(text: &str, mut at: usize, marked: bool) -> bool {
    let mut ended = false;
    for _ in 0..80 {
        match sign(text, at) {
            Some(('1'..='9', _)) => return true,
            Some(('\r' | '\n', next)) if marked => (at, ended) = (next, true),
            Some((' ' | '\t' | '>', next)) if ended => at = next,
            _ => return false,
        }
    }
    false
}

/// Whether an address was rewritten by Proofpoint.
fn is_rewritten(text: &str, at: usize) -> bool {
    let from = text.floor_char_boundary(at.saturating_sub(NAME_BEFORE));
    text.get(from..at).is_some_and(|before| before.as_bytes().windows(10).any(|part| part == b"urldefense"))
}

/// Whether an address in base64 begins here.
fn is_packed(text: &str, mut at: usize) -> bool {
    PACKED.chars().all(|wanted| {
        let found = sign(text, at);
        at = found.map_or(at, |(_, next)| next);
        found.is_some_and(|(char, _)| char == wanted)
    })
}

/// Searches an address that is packed in base64, as Sophos does. Gives where its first line ends, and where it does.
fn unpacked(text: &str, from: usize, across: bool, found: &mut Vec<Found>) -> Range<usize> {
    let mut at = from;
    let mut letters = Vec::new();
    let mut line = None;
    while let Some((char, next)) = sign(text, at).filter(|_| letters.len() < LONGEST_PACKED) {
        match char {
            '-' => letters.push(b'+'),
            '_' => letters.push(b'/'),
            '+' | '/' => letters.push(u8::try_from(char).unwrap_or_default()),
            _ if char.is_ascii_alphanumeric() => letters.push(u8::try_from(char).unwrap_or_default()),
            '\r' | '\n' if across => line = line.or(Some(at)),
            ' ' | '\t' | '>' if line.is_some() => {}
            _ => break,
        }
        at = next;
    }
    // What follows on the next line need not belong to it, and then the end fits nothing.
    let whole = letters.len() / 4 * 4;
    let mut bytes = BASE64.decode(letters.get(..whole).unwrap_or_default()).unwrap_or_default();
    let mut rest = letters.get(whole..).unwrap_or_default().to_vec();
    rest.resize(4, b'=');
    bytes.extend(BASE64.decode(&rest).unwrap_or_default());
    let mut within = Vec::new();
    search(&String::from_utf8_lossy(&bytes), false, &mut within);
    found.extend(within.into_iter().map(|link| Found { place: from..at, ..link }));
    line.unwrap_or(at)..at
}
