//! How scores of many shops lie: all from one count for each whole point, so sums of squares need not be kept.

use super::layout::POINTS;

/// The scores of a group: how many have each of the points 0 to 100.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Scores {
    /// By points.
    pub histogram: Vec<u32>,
}

impl Scores {
    pub(super) fn new(histogram: impl Iterator<Item = u32>) -> Self {
        Self { histogram: histogram.take(POINTS).collect() }
    }

    fn moment(&self, power: u32) -> u128 {
        let each = (0_u128..).zip(&self.histogram);
        each.map(|(points, count)| points.pow(power) * u128::from(*count)).sum()
    }

    /// How many scores there are.
    pub fn n(&self) -> u32 {
        self.histogram.iter().sum()
    }

    /// The sum of the points.
    pub fn sum(&self) -> u64 {
        u64::try_from(self.moment(1)).unwrap_or(u64::MAX)
    }

    /// The sum of the squares of the points.
    pub fn squares(&self) -> u64 {
        u64::try_from(self.moment(2)).unwrap_or(u64::MAX)
    }

    /// The mean in hundredths of a point, a half upwards.
    pub fn mean(&self) -> Option<u32> {
        let n = u128::from(self.n());
        let rounded = (self.moment(1) * 200 + n).checked_div(n * 2)?;
        u32::try_from(rounded).ok()
    }

    /// The standard deviation of these scores (not an estimate for others) in hundredths of a point, a half upwards.
    pub fn deviation(&self) -> Option<u32> {
        let n = u128::from(self.n());
        let spread = n * self.moment(2) - self.moment(1).pow(2);
        // Twice the value rounded down tells how the value itself is rounded.
        let doubled = (spread * 40_000).checked_div(n * n)?.isqrt();
        u32::try_from(doubled.div_ceil(2)).ok()
    }

    /// The points that `percent` of the scores do not exceed: the smallest with at least that share at or below it.
    pub fn quantile(&self, percent: u8) -> Option<u8> {
        let n = u64::from(self.n());
        let wanted = (n * u64::from(percent)).div_ceil(100).max(1);
        let mut below = 0;
        for (points, count) in (0_u8..).zip(&self.histogram) {
            below += u64::from(*count);
            if below >= wanted {
                return Some(points);
            }
        }
        None
    }

    /// How many lie in each stretch of so many points; 100 belongs to the last one.
    pub fn stretches(&self, width: usize) -> Vec<u32> {
        let last = (POINTS - 1).checked_div(width).unwrap_or(1).max(1) - 1;
        let mut counts = vec![0; last + 1];
        for (points, count) in self.histogram.iter().enumerate() {
            if let Some(cell) = counts.get_mut(points.checked_div(width).unwrap_or(0).min(last)) {
                *cell += count;
            }
        }
        counts
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(points: &[usize]) -> Scores {
        let mut histogram = vec![0; POINTS];
        for point in points {
            histogram[*point] += 1;
        }
        Scores { histogram }
    }

    #[test]
    fn mean_deviation_and_quantiles() {
        let check = |points: &[usize], mean, deviation, quartiles: [u8; 3]| {
            let scores = of(points);
            assert_eq!((scores.mean(), scores.deviation()), (Some(mean), Some(deviation)), "{points:?}");
            assert_eq!(
                [25, 50, 75].map(|percent| scores.quantile(percent).unwrap()),
                quartiles,
                "{points:?}"
            );
        };
        check(&[50], 5000, 0, [50, 50, 50]);
        check(&[100, 100, 100], 10_000, 0, [100, 100, 100]);
        check(&[0, 100], 5000, 5000, [0, 0, 100]);
        check(&[2, 4, 4, 4, 5, 5, 7, 9], 500, 200, [4, 4, 5]);
        check(&[1, 2, 2], 167, 47, [1, 2, 2]);
        check(&[10, 20, 30, 40], 2500, 1118, [10, 20, 30]);
        assert_eq!((of(&[]).mean(), of(&[]).deviation(), of(&[]).quantile(50)), (None, None, None));
    }

    #[test]
    fn stretches_hold_every_score() {
        let scores = of(&[0, 9, 10, 55, 99, 100]);
        assert_eq!(scores.stretches(10), [2, 1, 0, 0, 0, 1, 0, 0, 0, 2]);
        assert_eq!((scores.stretches(5).len(), scores.sum(), scores.squares()), (20, 273, 23_007));
    }
}
