//! Counts side by side: all respondents, then each group.

use super::folding::{FEWEST, FEWEST_PERCENT, kept_back_by};
use crate::model::Code;

/// Counts of one group.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Column {
    /// Who was asked.
    pub asked: u32,
    /// Who answered, 対象外 and わからない included: what shares are taken of. For free text, who was asked.
    pub base: u32,
    /// Who answered 対象外.
    pub na: u32,
    /// Who answered わからない.
    pub dk: u32,
    /// By the codes of the table.
    pub counts: Vec<u32>,
}

impl Column {
    /// A count as tenths of a percent of the base, a half upwards; `None` on a base below [`FEWEST_PERCENT`].
    pub fn share(&self, count: u32) -> Option<u16> {
        if self.base < FEWEST_PERCENT { None } else { permille(count, self.base) }
    }
}

/// Thousandths, a half upwards; `None` of nothing.
pub(super) fn permille(part: u32, whole: u32) -> Option<u16> {
    let rounded = (u64::from(part) * 2000 + u64::from(whole)).checked_div(u64::from(whole) * 2)?;
    u16::try_from(rounded).ok()
}

/// Counts of all groups, in the order of the report.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Table {
    /// The row, in a field that is a table itself.
    pub row: Option<Code>,
    /// What is counted, in the order it is shown.
    pub codes: Vec<Code>,
    /// All respondents first; `None` is kept back.
    pub columns: Vec<Option<Column>>,
}

impl Table {
    /// All respondents.
    pub fn all(&self) -> Option<&Column> {
        self.column(0)
    }

    /// A group, unless it is kept back.
    pub fn column(&self, group: usize) -> Option<&Column> {
        self.columns.get(group)?.as_ref()
    }
}

/// Keeps back what is too small in any of its numbers: the first is the whole, the others its parts.
pub(super) fn guarded<T, const N: usize>(
    columns: Vec<T>,
    numbers: impl Fn(&T) -> [u32; N],
) -> Vec<Option<T>> {
    let Some((whole, parts)) = columns.split_first() else { return Vec::new() };
    let mut kept = vec![numbers(whole).iter().any(|number| (1..FEWEST).contains(number))];
    let of_parts: Vec<[u32; N]> = parts.iter().map(&numbers).collect();
    let by_number = |at: usize| of_parts.iter().filter_map(|part| part.get(at).copied()).collect();
    let by_number: Vec<Vec<u32>> = (0..N).map(by_number).collect();
    kept.extend(kept_back_by(&by_number, FEWEST));
    columns.into_iter().zip(kept).map(|(column, kept)| (!kept).then_some(column)).collect()
}

/// The same for counts: by who was asked, and by who answered.
pub(super) fn guarded_columns(columns: Vec<Column>) -> Vec<Option<Column>> {
    guarded(columns, |column| [column.asked, column.base])
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shares_are_rounded_and_need_a_base() {
        let of = |count, base| Column { base, ..Column::default() }.share(count);
        assert_eq!([of(1, 9), of(9, 9), of(0, 0)], [None; 3]);
        assert_eq!(
            [of(0, 10), of(10, 10), of(1, 16), of(1, 30), of(2, 30)].map(Option::unwrap),
            [0, 1000, 63, 33, 67]
        );
    }

    #[test]
    fn what_is_too_small_is_kept_back() {
        let seen = |bases: &[u32]| {
            let column = |base: &u32| Column { asked: 50, base: *base, ..Column::default() };
            guarded_columns(bases.iter().map(column).collect())
                .iter()
                .map(Option::is_some)
                .collect::<Vec<_>>()
        };
        assert_eq!(seen(&[4, 4, 0]), [false, false, true]);
        assert_eq!(seen(&[40, 20, 20]), [true, true, true]);
        assert_eq!(seen(&[44, 4, 10, 30]), [true, false, false, true]);
        assert_eq!(seen(&[7]), [true]);
    }
}
