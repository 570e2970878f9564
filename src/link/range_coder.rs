//! A range coder: packs symbols of known probabilities into nearly as few bits as they are worth.
//! Frozen: a change of one bit here would break every link ever shared.

use super::coder::Share;

/// Below this the range is widened by one byte.
const BOTTOM: u32 = 1 << 24;

/// The largest sum of frequencies a model may have. No model of ours comes near: a sheet is too short.
#[cfg(test)]
const MAX_TOTAL: u32 = 1 << 16;

/// Packs symbols.
pub(super) struct Encoder {
    low: u64,
    range: u32,
    out: Vec<u8>,
}

/// Unpacks symbols. Beyond the end of the input it reads zeros, because the encoder leaves out trailing zeros.
pub(super) struct Decoder<'a> {
    code: u32,
    range: u32,
    input: std::slice::Iter<'a, u8>,
    step: u32,
}

impl Encoder {
    pub(super) fn new() -> Self {
        Self { low: 0, range: u32::MAX, out: Vec::new() }
    }

    /// Packs the symbol that has this share of `total`, which is at most 2^16. The share is above 0.
    pub(super) fn encode(&mut self, share: Share, total: u32) {
        let step = self.range / total;
        self.low += u64::from(step) * u64::from(share.before);
        self.range = step * share.size;
        while self.range < BOTTOM {
            self.shift();
        }
    }

    fn shift(&mut self) {
        self.carry();
        self.out.push(self.low.to_be_bytes()[4]);
        self.low = (self.low << 8) & 0xFFFF_FFFF;
        self.range <<= 8;
    }

    fn carry(&mut self) {
        if self.low > 0xFFFF_FFFF {
            for byte in self.out.iter_mut().rev() {
                let (sum, over) = byte.overflowing_add(1);
                *byte = sum;
                if !over {
                    break;
                }
            }
            self.low &= 0xFFFF_FFFF;
        }
    }

    /// The packed bytes: the shortest number within the last range.
    pub(super) fn finish(mut self) -> Vec<u8> {
        let end = self.low + u64::from(self.range);
        let zeros = (0..=32).rev().find(|zeros| {
            let mask = (1_u64 << zeros) - 1;
            (self.low + mask) & !mask < end
        });
        let mask = (1_u64 << zeros.unwrap_or(0)) - 1;
        self.low = (self.low + mask) & !mask;
        self.carry();
        self.out.extend_from_slice(&self.low.to_be_bytes()[4..]);
        while self.out.last() == Some(&0) {
            self.out.pop();
        }
        self.out
    }
}

impl<'a> Decoder<'a> {
    pub(super) fn new(input: &'a [u8]) -> Self {
        let mut decoder = Self { code: 0, range: u32::MAX, input: input.iter(), step: 0 };
        for _ in 0..4 {
            decoder.code = (decoder.code << 8) | u32::from(decoder.byte());
        }
        decoder
    }

    fn byte(&mut self) -> u8 {
        self.input.next().copied().unwrap_or(0)
    }

    /// Where in `total` the next symbol lies; [`Decoder::consume`] must follow.
    pub(super) fn peek(&mut self, total: u32) -> u32 {
        self.step = self.range / total;
        (self.code / self.step).min(total - 1)
    }

    /// Takes the symbol that was found, by its share.
    pub(super) fn consume(&mut self, share: Share) {
        self.code = self.code.wrapping_sub(self.step * share.before);
        self.range = self.step * share.size;
        while self.range < BOTTOM {
            self.code = (self.code << 8) | u32::from(self.byte());
            self.range <<= 8;
        }
    }

    /// Whether the input is used up, as far as can be told: four bytes are read ahead.
    pub(super) fn is_exhausted(&self) -> bool {
        self.input.len() == 0
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn round_trip(symbols: &[(u32, u32, u32)]) {
        let mut encoder = Encoder::new();
        for &(before, size, total) in symbols {
            encoder.encode(Share { before, size }, total);
        }
        let bytes = encoder.finish();
        let mut decoder = Decoder::new(&bytes);
        for &(before, size, total) in symbols {
            let found = decoder.peek(total);
            assert!((before..before + size).contains(&found), "{found} for {before}+{size} of {total}");
            decoder.consume(Share { before, size });
        }
        assert!(decoder.is_exhausted());
    }

    proptest! {
        #[test]
        fn symbols_come_out_as_they_went_in(
            symbols in prop::collection::vec((1..MAX_TOTAL).prop_flat_map(|total| {
                (0..total).prop_flat_map(move |before| (Just(before), 1..=total - before, Just(total)))
            }), 0..300)
        ) {
            round_trip(&symbols);
        }
    }

    #[test]
    fn a_carry_runs_through_bytes_already_written() {
        // The last symbol of a large alphabet again and again keeps `low` just below an overflow.
        round_trip(&vec![(MAX_TOTAL - 1, 1, MAX_TOTAL); 50]);
        round_trip(&vec![(0, 1, MAX_TOTAL); 50]);
        round_trip(&[]);
    }
}
