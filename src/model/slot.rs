//! The frozen slot table: where each answer has its place in links, forever.
//!
//! A slot is never reused, renumbered or narrowed. A field that gains options gets a further entry for the same slot with
//! a higher revision; a link says which revision it was written with, so old links keep being read with the old shapes.

use super::{Code, Codes};
use serde::{Deserialize, Serialize};

/// Every entry of `slots.tsv`, ordered by slot, then revision.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotTable {
    /// The entries.
    pub entries: Vec<SlotEntry>,
}

/// The shape of one slot from one revision on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SlotEntry {
    /// Permanent number, dense from 0.
    pub slot: u16,
    /// The revision of the table this entry appeared in, from 1.
    pub since: u8,
    /// What answers it holds.
    pub shape: Shape,
    /// When an answer is likely to be there: a frozen guess that only makes links shorter.
    pub hint: Option<Hint>,
}

/// What answers a slot holds. Besides these every slot can be empty, 対象外 or わからない.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Shape {
    /// One of so many steps.
    Rating(u8),
    /// One of so many options.
    Single(u8),
    /// Any of so many options, or the one that excludes the others.
    Multi(u8, Option<Code>),
    /// So many rows of so many levels.
    Matrix(u8, u8),
}

/// A slot that is usually answered only when an earlier slot holds (or does not hold) one of some codes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Hint {
    /// The earlier slot.
    pub slot: u16,
    /// The codes (options, steps or levels).
    pub codes: Codes,
    /// Expected when the codes are *not* there.
    pub inverted: bool,
}

impl SlotTable {
    /// The newest revision; 0 for an empty table.
    pub fn revision(&self) -> u8 {
        self.entries.iter().map(|entry| entry.since).max().unwrap_or(0)
    }

    /// The table as it was at a revision: one entry a slot, in order.
    pub fn at(&self, revision: u8) -> impl Iterator<Item = &SlotEntry> {
        let entries = &self.entries;
        entries.iter().enumerate().filter_map(move |(place, entry)| {
            let newer =
                entries.get(place + 1).is_some_and(|next| next.slot == entry.slot && next.since <= revision);
            (entry.since <= revision && !newer).then_some(entry)
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_revision_shows_the_shapes_of_its_time() {
        let entry =
            |slot, since, options| SlotEntry { slot, since, shape: Shape::Single(options), hint: None };
        let table =
            SlotTable { entries: vec![entry(0, 1, 4), entry(0, 2, 5), entry(1, 1, 2), entry(2, 3, 2)] };
        let shapes = |revision| table.at(revision).map(|entry| (entry.slot, entry.shape)).collect::<Vec<_>>();
        assert_eq!(table.revision(), 3);
        assert_eq!(shapes(1), [(0, Shape::Single(4)), (1, Shape::Single(2))]);
        assert_eq!(shapes(2), [(0, Shape::Single(5)), (1, Shape::Single(2))]);
        assert_eq!(shapes(3).len(), 3);
    }
}
