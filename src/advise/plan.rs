//! By when each move can be done.

use super::Move;

/// A stretch of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Term {
    /// This week.
    Week,
    /// This month.
    Month,
    /// This quarter.
    Quarter,
}

impl Term {
    /// All, the nearest first.
    pub const ALL: [Self; 3] = [Self::Week, Self::Month, Self::Quarter];

    /// Days until its end.
    pub fn days(self) -> u16 {
        match self {
            Self::Week => 7,
            Self::Month => 30,
            Self::Quarter => 90,
        }
    }
}

/// Hours a shop can find within a week, and within a month.
const HOURS: [u32; 2] = [8, 32];
/// So many moves are for this week, however long they take.
const FIRST: usize = 3;

/// A term for each move, in their order: the first three this week, then as many as fit into eight hours this week and
/// thirty-two this month.
pub fn terms(moves: &[Move]) -> Vec<Term> {
    let mut hours = 0;
    let mut last = Term::Week;
    let term = |(place, found): (usize, &Move)| {
        hours += found.hours;
        let [week, month] = HOURS;
        let term = if place < FIRST || hours <= week {
            Term::Week
        } else if hours <= month {
            Term::Month
        } else {
            Term::Quarter
        };
        last = last.max(term);
        last
    };
    moves.iter().enumerate().map(term).collect()
}
