//! The letters of one link, gathered over line ends, quote marks, spaces and escapes.

use super::signs::{Sign, hex_pair, is_invisible, plain, sign};
use crate::link::frame::{LONGEST, whole_length};

/// What may be a letter of a link.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Letter {
    /// A letter, digit, `-` or `_`.
    Is(u8),
    /// An en dash: a hyphen, or two of them.
    EnDash,
    /// An em dash: two hyphens, or one.
    EmDash,
}

/// Links of the first version do not tell their length; none is longer than this by far.
const FIRST_VERSION: usize = 8 << 10;

/// How a link is written where it was found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// As it is.
    Usual,
    /// As Proofpoint rewrites addresses: `-2D` for `-`, `_` for `/`.
    Dashed,
}

/// Letters that were found in a row.
#[derive(Debug, Default)]
pub(super) struct Run {
    letters: Vec<Letter>,
    /// Where the text goes on behind each.
    ends: Vec<usize>,
    /// How many letters there were when something was between them.
    pub(super) breaks: Vec<usize>,
    /// How far was looked.
    pub(super) end: usize,
}

impl Run {
    /// Gathers the letters from a place on, as many as the link says that it has. `across`: over spaces and line ends.
    pub(super) fn gather(text: &str, from: usize, style: Style, across: bool) -> Self {
        let mut run = Self { end: from, ..Self::default() };
        let mut wanted = FIRST_VERSION;
        // Whether the line has only just begun: what mailers put there is no part of it.
        let mut fresh = false;
        while run.letters.len() < wanted {
            let Some((char, next)) = styled(text, run.end, style) else { break };
            let letter = match char {
                'A'..='Z' | 'a'..='z' | '0'..='9' | '-' | '_' => {
                    Some(Letter::Is(u8::try_from(char).unwrap_or(b'_')))
                }
                '\u{2013}' => Some(Letter::EnDash),
                '\u{2014}' | '\u{2015}' => Some(Letter::EmDash),
                _ if is_invisible(char) => None,
                _ => {
                    let Some(behind) = gap(text, char, next, fresh) else { break };
                    if !across {
                        break;
                    }
                    fresh |= matches!(char, '\r' | '\n');
                    run.pause();
                    run.end = behind;
                    continue;
                }
            };
            run.end = next;
            if let Some(letter) = letter {
                fresh = false;
                run.letters.push(letter);
                run.ends.push(next);
                if run.letters.len() == 8 {
                    wanted = run.wanted().unwrap_or(wanted);
                }
            }
        }
        run
    }

    fn pause(&mut self) {
        if !self.letters.is_empty() && self.breaks.last() != Some(&self.letters.len()) {
            self.breaks.push(self.letters.len());
        }
    }

    /// How many letters are worth reading; dashes may be too many by some.
    fn wanted(&self) -> Option<usize> {
        let start = self.written(false).0;
        let payload = start.strip_prefix("r2")?;
        Some((whole_length(payload).ok()? + 2).min(LONGEST) + 64)
    }

    /// The letters, with one of the two meanings of the dashes; and for each letter of the run how many letters that
    /// makes up to it.
    pub(super) fn written(&self, other: bool) -> (String, Vec<usize>) {
        let mut written = String::new();
        let mut lengths = Vec::new();
        for letter in &self.letters {
            match letter {
                Letter::Is(letter) => written.push(char::from(*letter)),
                Letter::EnDash if other => written.push_str("--"),
                Letter::EmDash if !other => written.push_str("--"),
                Letter::EnDash | Letter::EmDash => written.push('-'),
            }
            lengths.push(written.len());
        }
        if written.starts_with('R') {
            written.replace_range(..1, "r");
        }
        (written, lengths)
    }

    /// Whether there is more than the version.
    pub(super) fn is_some(&self) -> bool {
        self.letters.len() > 2
    }

    pub(super) fn has_dashes(&self) -> bool {
        self.letters.iter().any(|letter| !matches!(letter, Letter::Is(_)))
    }

    /// Where the text goes on behind so many letters of the run.
    pub(super) fn end_of(&self, letters: usize) -> usize {
        letters.checked_sub(1).and_then(|last| self.ends.get(last)).copied().unwrap_or(self.end)
    }
}

/// The next character, in the style of a rewritten address.
fn styled(text: &str, at: usize, style: Style) -> Option<Sign> {
    match (style, plain(text, at)?) {
        (Style::Usual, _) => sign(text, at),
        (Style::Dashed, ('-', next)) => {
            Some(hex_pair(text, next).map_or(('-', next), |(byte, next)| (char::from(byte), next)))
        }
        (Style::Dashed, ('_', next)) => Some(('/', next)),
        (Style::Dashed, found) => Some(found),
    }
}

/// Where the text goes on behind what may be between the letters of a link: spaces, line ends, the marks before quoted
/// lines, and the tags that allow a line end.
fn gap(text: &str, char: char, next: usize, fresh: bool) -> Option<usize> {
    match char {
        ' ' | '\t' | '\r' | '\n' => Some(next),
        '>' | '|' if fresh => Some(next),
        '<' => {
            let tag = text.get(next..)?;
            let end = tag.bytes().take(8).position(|byte| byte == b'>')?;
            let name = tag.get(..end)?.trim_end_matches(['/', ' ']).to_ascii_lowercase();
            matches!(name.as_str(), "wbr" | "br").then_some(next + end + 1)
        }
        _ => None,
    }
}
