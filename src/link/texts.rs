//! Texts that people wrote, in nearly as few bits as they tell. Frozen: `docs/link-format.md` defines every number below.
//!
//! A byte is guessed from what followed the same bytes before: in the texts of this link, and in a primer that every link
//! begins with unseen, so that the first note is short already.

use super::coder::Coder;
use super::limits::{ID, ROOM};

/// What every link is taken to have said before. Never changes.
const PRIMER: &str = include_str!("primer.txt");

/// How many earlier places are looked at, from the last one back.
const PLACES: usize = 256;
/// A guess weighs more the longer the bytes before it agree: by one byte, by two, …
const WEIGHTS: [u32; 6] = [8, 32, 128, 512, 2048, 8192];
/// What the range coder can bear.
const TOTAL: u32 = 1 << 16;
/// Bytes that can be in UTF-8; 0 ends a text.
const BYTES: usize = 0xF5;

/// What is known of the texts so far.
pub(super) struct Texts {
    /// Everything so far, a 0 before and behind each text.
    past: Vec<u8>,
    /// For each byte of the past the place of the same byte before it, plus one.
    before: Vec<usize>,
    /// The last place of each byte, plus one.
    last: [usize; 256],
    room: usize,
    /// Whether a text was no text, or too long, or all together were.
    pub(super) bad: bool,
}

impl Texts {
    pub(super) fn new() -> Self {
        Self { past: Vec::new(), before: Vec::new(), last: [0; 256], room: ROOM, bad: false }
    }

    /// Most links of a survey say nothing in words: the primer is learnt when the first text comes.
    fn begin(&mut self) {
        if self.past.is_empty() {
            self.learn(0);
            for byte in PRIMER.bytes() {
                self.learn(if byte == b'\n' { 0 } else { byte });
            }
        }
    }

    fn learn(&mut self, byte: u8) {
        self.past.push(byte);
        if let Some(last) = self.last.get_mut(usize::from(byte)) {
            self.before.push(*last);
            *last = self.past.len();
        }
    }

    /// A text of at most so many bytes. It ends before a 0, if there is one.
    pub(super) fn walk(&mut self, coder: &mut impl Coder, text: &str, limit: usize) -> String {
        self.begin();
        let mut known = text.bytes();
        let mut found = Vec::new();
        // How many bytes of a character are still to come.
        let mut due = 0_u8;
        loop {
            let counts = self.guess(due > 0);
            let byte = coder.weighted(&counts, counts.iter().sum(), usize::from(known.next().unwrap_or(0)));
            let byte = u8::try_from(byte).unwrap_or(0);
            self.learn(byte);
            if byte == 0 {
                break;
            }
            if found.len() >= limit || self.room == 0 {
                self.bad = true;
                return String::new();
            }
            self.room -= 1;
            found.push(byte);
            due = match byte {
                0x80..0xC0 => due.saturating_sub(1),
                0xC0..0xE0 => 1,
                0xE0..0xF0 => 2,
                0xF0.. => 3,
                _ => 0,
            };
        }
        String::from_utf8(found).unwrap_or_else(|_| {
            self.bad = true;
            String::new()
        })
    }

    /// A permanent name.
    pub(super) fn id(&mut self, coder: &mut impl Coder, id: &str) -> String {
        let id = self.walk(coder, id, ID);
        self.bad |= id.is_empty();
        id
    }

    /// How often each byte is to be expected next.
    fn guess(&self, within: bool) -> [u32; BYTES] {
        let mut counts = [0; BYTES];
        let mut total = 0;
        for (byte, count) in counts.iter_mut().enumerate() {
            let possible = if within { 0x80..0xC0 } else { 0..0x80 };
            *count = u32::from(possible.contains(&byte) || !within && byte >= 0xC2);
            total += *count;
        }
        // Behind the last byte, and then behind each earlier one like it.
        let mut place = self.past.len();
        for _ in 0..PLACES {
            place = place.checked_sub(1).and_then(|last| self.before.get(last)).copied().unwrap_or(0);
            let (earlier, Some(followed)) = (self.past.iter().take(place).rev(), self.past.get(place)) else {
                break;
            };
            if place == 0 {
                break;
            }
            let agree = earlier.zip(self.past.iter().rev()).take(WEIGHTS.len());
            let agree = agree.take_while(|(one, other)| one == other).count();
            let weight = agree.checked_sub(1).and_then(|agree| WEIGHTS.get(agree)).copied().unwrap_or(0);
            if let Some(count) = counts.get_mut(usize::from(*followed)).filter(|count| **count > 0)
                && total + weight <= TOTAL
            {
                *count += weight;
                total += weight;
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::link::envelope::CRC;
    use crate::link::range_coder::{Decoder, Encoder};
    use proptest::prelude::*;

    fn round_trip(written: &[String]) -> usize {
        let (mut encoder, mut texts) = (Encoder::new(), Texts::new());
        for text in written {
            texts.walk(&mut encoder, text, ROOM);
        }
        let bytes = encoder.finish();
        let (mut decoder, mut texts) = (Decoder::new(&bytes), Texts::new());
        for text in written {
            assert_eq!(texts.walk(&mut decoder, "", ROOM), *text);
        }
        assert!(decoder.is_exhausted() && !texts.bad);
        bytes.len()
    }

    #[test]
    fn the_primer_never_changes() {
        let mut digest = CRC.digest();
        digest.update(PRIMER.as_bytes());
        assert_eq!((PRIMER.len(), digest.finalize()), (3574, 0x7C5B_DF9C));
        assert!(PRIMER.ends_with('\n') && !PRIMER.contains("\n\n") && !PRIMER.contains(['\0', '\r']));
    }

    #[test]
    fn what_was_said_before_is_cheap() {
        let note = "来年の春までに、制作会社と相談して決めます。".to_owned();
        let [once, twice] = [1, 2].map(|count| round_trip(&vec![note.clone(); count]));
        assert!(once < note.len() / 2 && twice - once < 12, "{once}, {twice}");
        assert!(round_trip(&["security-holes".to_owned()]) <= 4);
        assert!(round_trip(&["あ".repeat(2000)]) < 400);
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 64, failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn texts_come_out_as_they_went_in(texts in prop::collection::vec("[^\0]{0,60}", 0..6)) {
            round_trip(&texts);
        }

        #[test]
        fn any_bytes_end(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
            let (mut decoder, mut texts) = (Decoder::new(&bytes), Texts::new());
            for _ in 0..20 {
                let text = texts.walk(&mut decoder, "", 100);
                prop_assert!(text.len() <= 100 && (text.is_empty() || !text.contains('\0')));
            }
        }
    }
}
