//! What stands out in the numbers, as far as there are enough of them. Words are put to it in `telling.rs`.

use super::derived::Part;
use super::folding::FEWEST_PERCENT;
use super::layout::Subject;
use super::report::Report;
use super::table::{Column, Table};
use crate::model::{ChapterIx, Code, FieldIx, Kind, PackIx, Questionnaire};

/// The fewest answers on each side of a difference between sizes.
pub const FEWEST_COMPARED: u32 = 30;
/// The smallest difference between sizes that is told of, in tenths of a percent.
pub const LEAST_DIFFERENCE: u16 = 100;

/// A count of a base, and the share it is in tenths of a percent.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Share {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub base: u32,
    /// Tenths of a percent.
    pub permille: u16,
}

impl Share {
    fn of(column: &Column, count: u32) -> Option<Self> {
        Some(Self { count, base: column.base, permille: column.share(count)? })
    }
}

/// Something that stands out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// One level is more common than every other.
    Level(u8, Share),
    /// One gate is shut more often than every other: its place in the guide.
    Gate(usize, Share),
    /// The chapter of a pack with the lowest mean, in hundredths.
    Weakest(ChapterIx, u32),
    /// The one with the highest.
    Strongest(ChapterIx, u32),
    /// The chapter in which most think better of themselves than their answers bear.
    TooGood(ChapterIx, Share),
    /// One answer is more common than every other.
    Most(FieldIx, Code, Share),
    /// A and B together.
    Upper(FieldIx, Share),
    /// The row with the largest share of the first level.
    MostRow(FieldIx, Code, Code, Share),
    /// Large shops, then small ones: an answer, or A and B together.
    Sizes(FieldIx, Option<Code>, Share, Share),
}

/// The only largest; `None` when several share the first place.
fn only_largest<T: Copy>(items: impl Iterator<Item = (u64, T)> + Clone) -> Option<T> {
    let largest = items.clone().map(|(size, _)| size).max().filter(|size| *size > 0)?;
    let mut first = items.filter(|(size, _)| *size == largest);
    let found = first.next()?.1;
    first.next().is_none().then_some(found)
}

fn shares<'a>(table: &'a Table, column: &'a Column) -> impl Iterator<Item = (Code, Share)> + Clone + 'a {
    let counts = table.codes.iter().zip(&column.counts);
    counts.filter_map(|(code, count)| Some((*code, Share::of(column, *count)?)))
}

/// Of a table, the answer given most.
fn most(table: &Table) -> Option<(Code, Share)> {
    let column = table.all()?;
    only_largest(shares(table, column).map(|(code, share)| (u64::from(share.count), (code, share))))
}

fn upper(column: &Column) -> Option<Share> {
    Share::of(column, column.counts.iter().take(2).sum())
}

impl Report {
    /// What stands out in the whole: levels, dangers, chapters of a pack, the shops' own view.
    pub fn trends(&self, questionnaire: &Questionnaire, pack: PackIx) -> Vec<Trend> {
        let level = most(&self.levels).map(|(code, share)| Trend::Level(code.place() + 1, share));
        let shut = self.gates.iter().enumerate().filter_map(|(gate, table)| {
            let column = table.all()?;
            let share = Share::of(column, column.counts.first().copied()?)?;
            Some((u64::from(share.permille), (gate, share)))
        });
        let gate = only_largest(shut).map(|(gate, share)| Trend::Gate(gate, share));
        let chapters = questionnaire.chapters_of(pack);
        let means = chapters.filter_map(|(ix, _)| {
            let scores = self.score(Subject::Chapter(ix))?.columns.first()?.as_ref()?;
            Some((u64::from(scores.mean().filter(|_| scores.n() >= FEWEST_PERCENT)?), ix))
        });
        let weakest = only_largest(means.clone().map(|(mean, ix)| (10_001 - mean, (ix, mean))));
        let strongest = only_largest(means.map(|(mean, ix)| (mean + 1, (ix, mean))));
        let mean = |mean: u64| u32::try_from(mean).unwrap_or(0);
        let gaps = self.gaps.iter().filter_map(|gap| {
            let column = gap.table.all()?;
            let share = Share::of(column, column.counts.first().copied()?)?;
            Some((u64::from(share.permille), (gap.chapter, share)))
        });
        [
            level,
            gate,
            weakest.map(|(ix, points)| Trend::Weakest(ix, mean(points))),
            strongest.map(|(ix, points)| Trend::Strongest(ix, mean(points))),
            only_largest(gaps).map(|(chapter, share)| Trend::TooGood(chapter, share)),
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// What stands out in the answers to a field.
    pub fn field_trends(&self, questionnaire: &Questionnaire, field: FieldIx) -> Vec<Trend> {
        let (Some(report), Some(of)) = (self.field(field), questionnaire.field(field)) else {
            return Vec::new();
        };
        let Some(table) = report.tables.first() else { return Vec::new() };
        let most = most(table).map(|(code, share)| Trend::Most(field, code, share));
        let found = match of.kind {
            Kind::Text => [None, None, None],
            Kind::Rating { .. } => {
                let upper = table.all().and_then(upper).map(|share| Trend::Upper(field, share));
                [most, upper, self.upper_by_size(field, table)]
            }
            Kind::Single { .. } | Kind::Multi { .. } => [most, self.answer_by_size(field, table), None],
            Kind::Matrix { .. } => {
                let rows = report.tables.iter().filter_map(|table| {
                    let (level, share) = shares(table, table.all()?).next()?;
                    Some((u64::from(share.permille), (table.row?, level, share)))
                });
                let row = only_largest(rows);
                [row.map(|(row, level, share)| Trend::MostRow(field, row, level, share)), None, None]
            }
        };
        found.into_iter().flatten().collect()
    }

    /// The columns of large and of small shops, if both stand alone and are large enough to be compared.
    fn compared<'a>(&self, table: &'a Table) -> Option<(&'a Column, &'a Column)> {
        let column = |part: Part| {
            let group = self.groups.iter().position(|group| group.parts == [part])?;
            table.column(group).filter(|column| column.base >= FEWEST_COMPARED)
        };
        column(Part::Large).zip(column(Part::Small))
    }

    fn upper_by_size(&self, field: FieldIx, table: &Table) -> Option<Trend> {
        let (large, small) = self.compared(table)?;
        let (large, small) = upper(large).zip(upper(small))?;
        let differ = large.permille.abs_diff(small.permille) >= LEAST_DIFFERENCE;
        differ.then_some(Trend::Sizes(field, None, large, small))
    }

    fn answer_by_size(&self, field: FieldIx, table: &Table) -> Option<Trend> {
        let (large, small) = self.compared(table)?;
        let both = shares(table, large).zip(shares(table, small));
        let differences = both.map(|((code, large), (_, small))| {
            (u64::from(large.permille.abs_diff(small.permille)), (code, large, small))
        });
        let (code, large, small) = only_largest(differences)?;
        let differ = large.permille.abs_diff(small.permille) >= LEAST_DIFFERENCE;
        differ.then_some(Trend::Sizes(field, Some(code), large, small))
    }
}
