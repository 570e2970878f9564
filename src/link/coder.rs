//! Either direction of the same walk, so that packing and unpacking cannot drift apart.

use super::adaptive::Adaptive;
use super::range_coder::{Decoder, Encoder};

/// Symbols, one of which comes next, each with its share of a whole.
pub(super) trait Alphabet {
    /// The whole: above 0, at most 2^16.
    fn total(&self) -> u32;

    /// What comes before a symbol, and its share; `None` when it has none.
    fn place(&self, symbol: usize) -> Option<Share>;

    /// The symbol in whose share a point lies, below the whole; and that share.
    fn find(&self, point: u32) -> Option<(usize, Share)>;
}

/// A part of a whole.
#[derive(Clone, Copy)]
pub(super) struct Share {
    pub(super) before: u32,
    pub(super) size: u32,
}

/// So many symbols, all equally likely.
struct Uniform(u32);

/// Symbols by their frequencies, which sum to the whole.
struct Weighted<'a>(&'a [u32], u32);

/// Packs what it is given, or ignores that and unpacks. Frozen.
pub(super) trait Coder {
    /// One symbol.
    fn code(&mut self, alphabet: &impl Alphabet, symbol: usize) -> usize;

    /// A symbol by a model that learns.
    fn adaptive<const N: usize>(&mut self, model: &mut Adaptive<N>, symbol: usize) -> usize {
        let symbol = self.code(model, symbol);
        model.seen(symbol);
        symbol
    }

    /// One of `size` symbols, all equally likely; `size` > 0, at most 2^16.
    fn uniform(&mut self, size: u32, symbol: u32) -> u32 {
        let symbol = self.code(&Uniform(size), usize::try_from(symbol).unwrap_or(0));
        u32::try_from(symbol).unwrap_or(0)
    }

    /// A symbol by its frequencies, which sum to `total`, at most 2^16. The frequency of a packed symbol is above 0.
    fn weighted(&mut self, counts: &[u32], total: u32, symbol: usize) -> usize {
        self.code(&Weighted(counts, total), symbol)
    }

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

/// Unpacks, and packs again what it finds: there is only one way to write each thing, and bytes that were written another
/// way are none of ours. Once over is enough for both, because a walk goes the same way in either direction.
pub(super) struct Checked<'a> {
    bytes: &'a [u8],
    decoder: Decoder<'a>,
    again: Encoder,
}

impl<'a> Checked<'a> {
    pub(super) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, decoder: Decoder::new(bytes), again: Encoder::new() }
    }

    /// Whether the bytes are exactly what was walked over, no more and no less.
    pub(super) fn whole(self) -> bool {
        self.decoder.is_exhausted() && self.again.finish() == self.bytes
    }
}

impl Coder for Encoder {
    fn code(&mut self, alphabet: &impl Alphabet, symbol: usize) -> usize {
        if let Some(share) = alphabet.place(symbol) {
            self.encode(share, alphabet.total());
        }
        symbol
    }
}

impl Coder for Decoder<'_> {
    fn code(&mut self, alphabet: &impl Alphabet, _: usize) -> usize {
        let Some((symbol, share)) = alphabet.find(self.peek(alphabet.total())) else { return 0 };
        self.consume(share);
        symbol
    }
}

impl Coder for Checked<'_> {
    fn code(&mut self, alphabet: &impl Alphabet, _: usize) -> usize {
        let total = alphabet.total();
        let Some((symbol, share)) = alphabet.find(self.decoder.peek(total)) else { return 0 };
        self.decoder.consume(share);
        self.again.encode(share, total);
        symbol
    }
}

impl Alphabet for Uniform {
    fn total(&self) -> u32 {
        self.0
    }

    fn place(&self, symbol: usize) -> Option<Share> {
        Some(Share { before: u32::try_from(symbol).ok()?, size: 1 })
    }

    fn find(&self, point: u32) -> Option<(usize, Share)> {
        Some((usize::try_from(point).ok()?, Share { before: point, size: 1 }))
    }
}

impl Alphabet for Weighted<'_> {
    fn total(&self) -> u32 {
        self.1
    }

    fn place(&self, symbol: usize) -> Option<Share> {
        place(self.0, symbol)
    }

    fn find(&self, point: u32) -> Option<(usize, Share)> {
        find(self.0, point)
    }
}

/// The share of a symbol, by the frequencies of all.
pub(super) fn place(counts: &[u32], symbol: usize) -> Option<Share> {
    let size = *counts.get(symbol).filter(|size| **size > 0)?;
    Some(Share { before: counts.iter().take(symbol).sum(), size })
}

/// The symbol in whose share a point lies, by the frequencies of all.
pub(super) fn find(counts: &[u32], point: u32) -> Option<(usize, Share)> {
    let mut before = 0;
    for (symbol, size) in counts.iter().copied().enumerate() {
        if point < before + size {
            return Some((symbol, Share { before, size }));
        }
        before += size;
    }
    None
}
