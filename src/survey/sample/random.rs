//! Numbers that look random and are the same everywhere: splitmix64.

/// A source of numbers.
pub(super) struct Random(u64);

fn mix(mut z: u64) -> u64 {
    z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
    z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
    z ^ (z >> 31)
}

impl Random {
    /// A source of its own for each sequence of numbers, so that nothing depends on what was drawn before.
    pub(super) fn of(path: &[u64]) -> Self {
        Self(path.iter().fold(0, |state, part| mix(state ^ part.wrapping_add(0x9E37_79B9_7F4A_7C15))))
    }

    /// The next number.
    pub(super) fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        mix(self.0)
    }

    /// A number below a limit; 0 for a limit of 0.
    pub(super) fn below(&mut self, limit: u32) -> u32 {
        u32::try_from(self.next().checked_rem(u64::from(limit)).unwrap_or(0)).unwrap_or(0)
    }

    /// Whether something happens that does so in so many of a thousand cases.
    pub(super) fn chance(&mut self, permille: u32) -> bool {
        self.below(1000) < permille
    }

    /// About 0, at most `width` away, near 0 more often than far.
    pub(super) fn around(&mut self, width: u32) -> i32 {
        let sum: u32 = (0..4).map(|_| self.below(width * 2 + 1)).sum();
        i32::try_from(sum / 4).unwrap_or(0) - i32::try_from(width).unwrap_or(0)
    }

    /// A place in a list, by weights; the first when all are 0.
    pub(super) fn weighted(&mut self, weights: &[u16]) -> usize {
        let sum: u32 = weights.iter().map(|weight| u32::from(*weight)).sum();
        let mut left = self.below(sum);
        for (place, weight) in weights.iter().enumerate() {
            match left.checked_sub(u32::from(*weight)) {
                Some(rest) => left = rest,
                None => return place,
            }
        }
        0
    }
}
