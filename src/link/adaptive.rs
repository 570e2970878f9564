//! Probabilities that learn from what was packed before. Frozen like the coder below them.

use super::range_coder::{Decoder, Encoder};

/// Frequencies of a small alphabet.
pub(super) struct Adaptive<const N: usize> {
    counts: [u32; N],
    learn: u32,
}

impl<const N: usize> Adaptive<N> {
    /// Starts from a guess; each symbol seen adds `learn` to its count. A sheet is far too short to reach the limit of
    /// the range coder.
    pub(super) const fn new(counts: [u32; N], learn: u32) -> Self {
        Self { counts, learn }
    }

    fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    fn place(&self, symbol: usize) -> Option<(u32, u32)> {
        let freq = *self.counts.get(symbol)?;
        Some((self.counts.iter().take(symbol).sum(), freq))
    }

    fn seen(&mut self, symbol: usize) {
        if let Some(count) = self.counts.get_mut(symbol) {
            *count += self.learn;
        }
    }

    pub(super) fn encode(&mut self, encoder: &mut Encoder, symbol: usize) {
        if let Some((before, freq)) = self.place(symbol) {
            encoder.encode(before, freq, self.total());
            self.seen(symbol);
        }
    }

    pub(super) fn decode(&mut self, decoder: &mut Decoder<'_>) -> usize {
        let found = decoder.peek(self.total());
        let mut before = 0;
        let mut symbol = 0;
        for (place, count) in self.counts.iter().enumerate() {
            symbol = place;
            if found < before + count {
                break;
            }
            before += count;
        }
        if let Some((before, freq)) = self.place(symbol) {
            decoder.consume(before, freq);
        }
        self.seen(symbol);
        symbol
    }
}
