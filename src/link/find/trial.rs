//! Whether letters that were found are a link.

use super::run::Run;
use crate::link::LinkError;
use crate::link::envelope::{CRC, Envelope, version};
use crate::link::frame::{Frame, LONGEST, whole_length};

/// Links of the first version do not tell where they end: at so many places it is tried.
const ENDS: usize = 64;
/// So many letters that belong to the text around a link, `_` and `-`, can be taken off its end.
const STRAY: usize = 3;

/// The link that the letters are, and how many of them; or why they are none.
pub(super) fn trial(run: &Run) -> Result<(String, usize), LinkError> {
    let found = reading(run, false);
    if found.is_err() && run.has_dashes() {
        return reading(run, true).or(found);
    }
    found
}

/// With one of the two meanings of dashes.
fn reading(run: &Run, other: bool) -> Result<(String, usize), LinkError> {
    let (written, lengths) = run.written(other);
    // How many letters of the run that is.
    let letters = |length: usize| lengths.iter().take_while(|end| **end < length).count() + 1;
    match version(&written) {
        Some(1) => {
            let end = first_version(run, &written, &lengths).ok_or(LinkError::Damaged)?;
            Ok((written.get(..end).unwrap_or_default().to_owned(), letters(end)))
        }
        Some(2) => {
            let length = whole_length(written.get(2..).unwrap_or_default())? + 2;
            if length > LONGEST {
                return Err(LinkError::TooLong);
            }
            // What follows behind a gap need not belong to it.
            let row = run.breaks.first().and_then(|letters| lengths.get(letters.checked_sub(1)?));
            let in_a_row = row.copied().unwrap_or(written.len());
            let link = written.get(..length).ok_or(LinkError::CutOff)?;
            match Frame::read(link) {
                Ok(_) => Ok((link.to_owned(), letters(length))),
                Err(_) if in_a_row < length => Err(LinkError::CutOff),
                Err(error) => Err(error),
            }
        }
        Some(_) => Err(LinkError::Newer),
        None => Err(LinkError::NotALink),
    }
}

/// How many letters a link of the first version has, by its checksum. Adds up the checksum only once.
fn first_version(run: &Run, written: &str, lengths: &[usize]) -> Option<usize> {
    let mut ends = Vec::new();
    let behind = run.breaks.iter().take(ENDS).filter_map(|letters| lengths.get(letters.checked_sub(1)?));
    for end in behind.copied().chain([written.len()]) {
        let part = written.get(..end).unwrap_or_default();
        let strays = part.bytes().rev().take(STRAY).take_while(|byte| matches!(byte, b'-' | b'_')).count();
        // From the shortest on: `ends` stays in order.
        ends.extend((0..=strays).rev().map(|stray| end - stray));
    }
    ends.retain(|end| *end > 2);
    ends.dedup();
    let mut sum = Checksum::new();
    let mut letters = written.bytes().skip(2);
    let mut taken = 2;
    for end in ends {
        while taken < end {
            sum.take(letters.next()?);
            taken += 1;
        }
        if sum.agrees() && written.get(..end).is_some_and(|link| Envelope::read(link).is_ok()) {
            return Some(end);
        }
    }
    None
}

/// The checksum of a link of the first version while it grows letter by letter.
struct Checksum {
    digest: crc::Digest<'static, u32, crc::NoTable>,
    bits: u32,
    count: u32,
    bytes: usize,
    told: [u8; 4],
}

impl Checksum {
    fn new() -> Self {
        let mut digest = CRC.digest();
        digest.update(b"r1");
        Self { digest, bits: 0, count: 0, bytes: 0, told: [0; 4] }
    }

    fn take(&mut self, letter: u8) {
        let value = match letter {
            b'A'..=b'Z' => letter - b'A',
            b'a'..=b'z' => letter - b'a' + 26,
            b'0'..=b'9' => letter - b'0' + 52,
            b'-' => 62,
            _ => 63,
        };
        self.bits = (self.bits & 0x3F) << 6 | u32::from(value);
        self.count += 6;
        if self.count >= 8 {
            self.count -= 8;
            let byte = (self.bits >> self.count).to_le_bytes()[0];
            // Pack and revision, then the checksum, then the body.
            match self.bytes.checked_sub(2).and_then(|place| self.told.get_mut(place)) {
                Some(told) => *told = byte,
                None => self.digest.update(&[byte]),
            }
            self.bytes += 1;
        }
    }

    /// Whether a link can end here.
    fn agrees(&self) -> bool {
        self.bytes >= 6 && self.digest.clone().finalize().to_be_bytes() == self.told
    }
}
