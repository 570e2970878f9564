//! Adding up ratings.

/// Thousandths of the full score, 0–1000.
pub type Permille = u16;

/// Points of one full rating of weight 1: divisible by 3 (four steps) and by 4 (five steps).
pub(super) const FULL: u32 = 12;

/// Points of a set of ratings, in twelfths of a rating of weight 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Tally {
    /// Points earned by answers.
    pub earned: u32,
    /// Points still open: unanswered, わからない, or waiting for an earlier answer.
    pub open: u32,
    /// Points of everything that applies.
    pub total: u32,
    /// Ratings that apply.
    pub ratings: u16,
    /// Of these, the open ones.
    pub open_ratings: u16,
}

impl Tally {
    /// Adds an answered rating: step 0 is the best of `steps`.
    pub(super) fn add_step(&mut self, weight: u8, step: u8, steps: u8) {
        let weight = u32::from(weight);
        self.total += weight * FULL;
        self.earned += weight * step_points(step, steps);
        self.ratings += 1;
    }

    /// Adds an open rating.
    pub(super) fn add_open(&mut self, weight: u8) {
        let points = u32::from(weight) * FULL;
        self.total += points;
        self.open += points;
        self.ratings += 1;
        self.open_ratings += 1;
    }

    /// Adds other points.
    pub(super) fn add(&mut self, other: Self) {
        self.earned += other.earned;
        self.open += other.open;
        self.total += other.total;
        self.ratings += other.ratings;
        self.open_ratings += other.open_ratings;
    }

    /// The score if everything open turns out worst; `None` when nothing applies.
    pub fn lowest(self) -> Option<Permille> {
        permille(self.earned, self.total)
    }

    /// The score if everything open turns out best; `None` when nothing applies.
    pub fn highest(self) -> Option<Permille> {
        permille(self.earned + self.open, self.total)
    }
}

/// What a step earns at weight 1, in twelfths: whole with four and with five steps, the only numbers there are.
pub fn step_points(step: u8, steps: u8) -> u32 {
    let below = u32::from(steps.saturating_sub(1));
    let reached = below.saturating_sub(u32::from(step));
    (FULL * reached).checked_div(below).unwrap_or(0)
}

/// Rounded half up, the same for both ends, so that a finished range is one number.
fn permille(part: u32, total: u32) -> Option<Permille> {
    let rounded = (u64::from(part) * 2000 + u64::from(total)).checked_div(u64::from(total) * 2)?;
    Permille::try_from(rounded).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(parts: &[(u8, Option<u8>, u8)], lowest: Option<u16>, highest: Option<u16>) {
        let mut tally = Tally::default();
        for &(weight, step, steps) in parts {
            match step {
                Some(step) => tally.add_step(weight, step, steps),
                None => tally.add_open(weight),
            }
        }
        assert_eq!((tally.lowest(), tally.highest()), (lowest, highest), "{parts:?}");
    }

    #[test]
    fn steps_weights_and_open_ratings_add_up() {
        check(&[], None, None);
        check(&[(1, Some(0), 4)], Some(1000), Some(1000));
        check(&[(1, Some(1), 4)], Some(667), Some(667));
        check(&[(1, Some(2), 4)], Some(333), Some(333));
        check(&[(1, Some(3), 4)], Some(0), Some(0));
        check(&[(1, Some(1), 5)], Some(750), Some(750));
        check(&[(3, Some(0), 4), (1, Some(3), 4)], Some(750), Some(750));
        check(&[(2, Some(0), 4), (2, None, 4)], Some(500), Some(1000));
        check(&[(1, None, 4)], Some(0), Some(1000));
    }
}
