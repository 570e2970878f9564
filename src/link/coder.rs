//! Either direction of the same walk, so that packing and unpacking cannot drift apart.

use super::adaptive::Adaptive;
use super::range_coder::{Decoder, Encoder};

/// Packs what it is given, or ignores that and unpacks. Frozen.
pub(super) trait Coder {
    /// A symbol by a model that learns.
    fn adaptive<const N: usize>(&mut self, model: &mut Adaptive<N>, symbol: usize) -> usize;

    /// One of `size` symbols, all equally likely; `size` > 0, at most 2^16.
    fn uniform(&mut self, size: u32, symbol: u32) -> u32;

    /// A symbol by its frequencies, which sum to `total`, at most 2^16. The frequency of a packed symbol is above 0.
    fn weighted(&mut self, counts: &[u32], total: u32, symbol: usize) -> usize;

    /// Whether something is the case, which is as likely as not.
    fn flag(&mut self, flag: bool) -> bool {
        self.uniform(2, u32::from(flag)) == 1
    }

    /// A byte.
    fn byte(&mut self, byte: u8) -> u8 {
        u8::try_from(self.uniform(256, u32::from(byte))).unwrap_or(0)
    }

    /// A number of two bytes.
    fn pair(&mut self, number: u16) -> u16 {
        u16::try_from(self.uniform(1 << 16, u32::from(number))).unwrap_or(0)
    }

    /// A number that is small more often than not: how many bits it has, then those below the highest.
    fn number(&mut self, number: u16) -> u16 {
        let bits = self.uniform(17, 16 - number.leading_zeros());
        let Some(highest) = bits.checked_sub(1).and_then(|below| 1_u32.checked_shl(below)) else { return 0 };
        let below = self.uniform(highest, u32::from(number).saturating_sub(highest).min(highest - 1));
        u16::try_from(highest + below).unwrap_or(0)
    }
}

impl Coder for Encoder {
    fn adaptive<const N: usize>(&mut self, model: &mut Adaptive<N>, symbol: usize) -> usize {
        model.encode(self, symbol);
        symbol
    }

    fn uniform(&mut self, size: u32, symbol: u32) -> u32 {
        self.encode(symbol, 1, size);
        symbol
    }

    fn weighted(&mut self, counts: &[u32], total: u32, symbol: usize) -> usize {
        if let Some(freq) = counts.get(symbol).copied().filter(|freq| *freq > 0) {
            self.encode(counts.iter().take(symbol).sum(), freq, total);
        }
        symbol
    }
}

impl Coder for Decoder<'_> {
    fn adaptive<const N: usize>(&mut self, model: &mut Adaptive<N>, _: usize) -> usize {
        model.decode(self)
    }

    fn uniform(&mut self, size: u32, _: u32) -> u32 {
        let symbol = self.peek(size);
        self.consume(symbol, 1);
        symbol
    }

    fn weighted(&mut self, counts: &[u32], total: u32, _: usize) -> usize {
        let found = self.peek(total);
        let mut before = 0;
        for (symbol, freq) in counts.iter().copied().enumerate() {
            if found < before + freq {
                self.consume(before, freq);
                return symbol;
            }
            before += freq;
        }
        0
    }
}
