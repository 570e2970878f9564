//! Texts that people wrote, in nearly as few bits as they tell. Frozen: `docs/link-format.md` defines every number below.
//!
//! A byte is guessed from what followed the same bytes before: in the texts of this link, and in a primer that every link
//! begins with unseen, so that the first note is short already.

use super::coder::Coder;
use super::limits::{ID, ROOM};
use std::sync::OnceLock;

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
    past: Past,
    room: usize,
    /// Whether a text was no text, or too long, or all together were.
    pub(super) bad: bool,
}

/// Everything that was said.
#[derive(Clone)]
struct Past {
    /// A 0 before and behind each text.
    bytes: Vec<u8>,
    /// For each byte the place of the same byte before it, plus one.
    before: Vec<u32>,
    /// The last place of each byte, plus one.
    last: [u32; 256],
}

/// The primer, learnt once: among ten thousand links of a survey it took a fifth of the time.
static PRIMED: OnceLock<Past> = OnceLock::new();

impl Past {
    const NOTHING: Self = Self { bytes: Vec::new(), before: Vec::new(), last: [0; 256] };

    fn primed() -> Self {
        let mut past = Self::NOTHING;
        past.learn(0);
        for byte in PRIMER.bytes() {
            past.learn(if byte == b'\n' { 0 } else { byte });
        }
        past
    }

    fn learn(&mut self, byte: u8) {
        self.bytes.push(byte);
        if let Some(last) = self.last.get_mut(usize::from(byte)) {
            self.before.push(*last);
            *last = u32::try_from(self.bytes.len()).unwrap_or(0);
        }
    }

    /// Behind each earlier byte like the last one, from the latest back: what came there, and what that weighs.
    fn guesses(&self) -> impl Iterator<Item = (u8, u32)> {
        let end = self.bytes.len();
        let earlier = move |place: usize| {
            let earlier = *self.before.get(place.checked_sub(1)?)?;
            usize::try_from(earlier).ok().filter(|earlier| *earlier > 0)
        };
        let places = std::iter::successors(earlier(end), move |place| earlier(*place)).take(PLACES);
        places.filter_map(move |place| {
            let agrees = |back: &usize| {
                let at = |end: usize| end.checked_sub(back + 1).and_then(|place| self.bytes.get(place));
                at(place).is_some_and(|byte| at(end) == Some(byte))
            };
            // The last byte is the same: that is how the place was found.
            let agree = (1..WEIGHTS.len()).take_while(agrees).count();
            Some((*self.bytes.get(place)?, *WEIGHTS.get(agree)?))
        })
    }
}

impl Texts {
    pub(super) fn new() -> Self {
        Self { past: Past::NOTHING, room: ROOM, bad: false }
    }

    /// Most links of a survey say nothing in words: the primer is there when the first text comes.
    fn begin(&mut self) {
        if self.past.bytes.is_empty() {
            self.past = PRIMED.get_or_init(Past::primed).clone();
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
            let (counts, total) = self.guess(due > 0);
            let byte = coder.weighted(&counts, total, usize::from(known.next().unwrap_or(0)));
            let byte = u8::try_from(byte).unwrap_or(0);
            self.past.learn(byte);
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

    /// How often each byte is to be expected next, and all together.
    fn guess(&self, within: bool) -> ([u32; BYTES], u32) {
        let mut counts = [0; BYTES];
        let mut total = 0;
        for possible in if within { [0x80..0xC0, 0..0] } else { [0..0x80, 0xC2..BYTES] } {
            for count in counts.get_mut(possible).unwrap_or_default() {
                *count = 1;
                total += 1;
            }
        }
        for (byte, weight) in self.past.guesses() {
            if let Some(count) = counts.get_mut(usize::from(byte)).filter(|count| **count > 0)
                && total + weight <= TOTAL
            {
                *count += weight;
                total += weight;
            }
        }
        (counts, total)
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
