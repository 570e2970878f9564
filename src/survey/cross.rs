//! Two answers at a time: how many shops gave each pair. The survey of 2003 shows system staff against servers so.

use super::folding::{FEWEST, kept_back};
use crate::model::{Code, FieldIx, Kind, Questionnaire};

/// The questions: below each other, and side by side.
pub(super) const CROSSED: [&str; 2] = ["server-count", "system-people"];

/// How many shops gave each pair of answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Cross {
    /// The question whose answers are below each other.
    pub rows: FieldIx,
    /// The question whose answers are side by side.
    pub columns: FieldIx,
    /// How many chose an answer to both.
    pub base: u32,
    /// By the answers to the first, each with its letter, then to the second; what is `None` is kept back.
    pub counts: Vec<(Code, Option<Vec<Option<u32>>>)>,
}

/// The options of a question of which one is chosen.
pub(super) fn options(questionnaire: &Questionnaire, field: FieldIx) -> Option<Vec<Code>> {
    match &questionnaire.field(field)?.kind {
        Kind::Single { options, .. } => Some(options.iter().map(|option| option.code).collect()),
        _ => None,
    }
}

impl Cross {
    /// Keeps back the answers that fewer than [`FEWEST`] shops gave, and as many more as it takes that they cannot be worked
    /// out; on both sides. `None` when fewer gave both answers.
    pub(super) fn new([rows, columns]: [FieldIx; 2], codes: &[Code], counts: Vec<Vec<u32>>) -> Option<Self> {
        let of_rows: Vec<u32> = counts.iter().map(|row| row.iter().sum()).collect();
        let width = counts.first().map_or(0, Vec::len);
        let of_column = |at: usize| counts.iter().filter_map(|row| row.get(at)).sum();
        let of_columns: Vec<u32> = (0..width).map(of_column).collect();
        let base: u32 = of_rows.iter().sum();
        let hidden = kept_back(&of_columns, FEWEST);
        let told = |row: Vec<u32>| {
            row.into_iter().zip(&hidden).map(|(count, kept)| (!kept).then_some(count)).collect()
        };
        let lines = codes.iter().zip(counts).zip(kept_back(&of_rows, FEWEST));
        let counts = lines.map(|((code, row), kept)| (*code, (!kept).then(|| told(row)))).collect();
        (base >= FEWEST).then_some(Self { rows, columns, base, counts })
    }

    /// The answers to the question whose answers are side by side.
    pub fn options(&self, questionnaire: &Questionnaire) -> Vec<Code> {
        options(questionnaire, self.columns).unwrap_or_default()
    }

    /// Whether anything is kept back.
    pub fn keeps_back(&self) -> bool {
        self.counts.iter().any(|(_, row)| row.as_ref().is_none_or(|row| row.contains(&None)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_few_answered_is_kept_back_on_both_sides() {
        let codes: Vec<Code> = (0..3).filter_map(Code::new).collect();
        let check = |counts: [[u32; 3]; 3], expected: [Option<[Option<u32>; 3]>; 3]| {
            let counts = counts.map(|row| row.to_vec()).to_vec();
            let cross = Cross::new([FieldIx(1), FieldIx(2)], &codes, counts).unwrap();
            let found: Vec<_> = cross.counts.into_iter().map(|(_, row)| row).collect();
            assert_eq!(found, expected.map(|row| row.map(|row| row.to_vec())));
        };
        let [all, none] = [[[9, 1, 0], [0, 5, 5], [1, 2, 7]], [[4, 0, 0], [0, 9, 0], [0, 8, 9]]];
        check(all, all.map(|row| Some(row.map(Some))));
        // The first row and column alone could be worked out, so the next smallest goes with them.
        check(none, [None, None, Some([None, Some(8), None])]);
        let few = vec![vec![1, 1, 1], vec![0, 1, 0], vec![0; 3]];
        assert_eq!(Cross::new([FieldIx(1), FieldIx(2)], &codes, few), None);
    }
}
