//! Probabilities that learn from what was packed before. Frozen like the coder below them.

use super::coder::{Alphabet, Share, find, place};

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

    /// Learns from a symbol.
    pub(super) fn seen(&mut self, symbol: usize) {
        if let Some(count) = self.counts.get_mut(symbol) {
            *count += self.learn;
        }
    }
}

impl<const N: usize> Alphabet for Adaptive<N> {
    fn total(&self) -> u32 {
        self.counts.iter().sum()
    }

    fn place(&self, symbol: usize) -> Option<Share> {
        place(&self.counts, symbol)
    }

    fn find(&self, point: u32) -> Option<(usize, Share)> {
        find(&self.counts, point)
    }
}
