//! How one field differs.

use super::{Pair, Texts};
use crate::answers::{Answer, Entry};
use crate::flow::Visibility;
use crate::model::{Field, FieldIx, Kind};
use crate::score::step_points;

/// Which of two is better.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trend {
    /// It is better there.
    Better,
    /// It is worse there.
    Worse,
    /// Neither, or not settled.
    Neither,
}

impl Trend {
    /// Of two ranges: one is better once it lies above the other altogether.
    pub fn of_ranges<T: PartialOrd>(here: Option<(T, T)>, there: Option<(T, T)>) -> Self {
        match here.zip(there) {
            Some((here, there)) if there.0 > here.1 => Self::Better,
            Some((here, there)) if there.1 < here.0 => Self::Worse,
            _ => Self::Neither,
        }
    }
}

/// How two answers stand to each other. An answer to what is not asked does not count and is as none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Change {
    /// Neither has an answer.
    Unanswered,
    /// Only here is an answer.
    OnlyHere,
    /// Only there is an answer.
    OnlyThere,
    /// The answers differ; of two steps of a rating one is better.
    Answer(Trend),
    /// The answers are the same; what was written beside them differs.
    Words,
    /// Nothing differs.
    Same,
}

/// One field of two sheets.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Difference {
    /// Which.
    pub field: FieldIx,
    /// How the answers stand to each other.
    pub change: Change,
    /// Whether it is asked.
    pub asked: Pair<Visibility>,
    /// What the answer there earns more than the one here, in twelfths of a rating of weight 1; 0 unless both are steps.
    pub gain: i32,
}

impl Difference {
    /// Where the field is asked, when by other answers or the profile it is asked in one of the sheets only. Where it waits
    /// for an answer, it may still be asked.
    pub fn counts_only(&self) -> Option<Pair<bool>> {
        let asked = self.asked.map(|it| it == Visibility::Asked);
        let out = self.asked.map(is_out);
        (asked.here && out.there || asked.there && out.here).then_some(asked)
    }

    /// Whether anything differs at all.
    pub fn is_one(&self) -> bool {
        !matches!(self.change, Change::Same | Change::Unanswered) || self.counts_only().is_some()
    }
}

/// Whether a field is no part of the result.
fn is_out(visibility: Visibility) -> bool {
    matches!(visibility, Visibility::Hidden | Visibility::Aside(_))
}

/// Compares a field; `None` when it counts in neither sheet, or cannot be compared.
pub(super) fn difference(
    ix: FieldIx,
    field: &Field,
    entries: Pair<Option<&Entry>>,
    asked: Pair<Visibility>,
    texts: Texts,
) -> Option<Difference> {
    if is_out(asked.here) && is_out(asked.there) || field.is_text() && texts == Texts::LeftOut {
        return None;
    }
    let entry = |entry: Option<&Entry>, asked| entry.filter(|_| asked == Visibility::Asked).cloned();
    let entries = Pair { here: entry(entries.here, asked.here), there: entry(entries.there, asked.there) };
    let entries = entries.map(Option::unwrap_or_default);
    let words = |entry: &Entry| {
        let other = field.other().is_some_and(|code| entry.answer.as_ref().is_some_and(|it| it.names(code)));
        (if other { entry.other.clone() } else { String::new() }, entry.note.clone())
    };
    let mut gain = 0;
    let change = match (&entries.here.answer, &entries.there.answer) {
        (Some(_), None) => Change::OnlyHere,
        (None, Some(_)) => Change::OnlyThere,
        (Some(here), Some(there)) if here != there => {
            gain = earned(field, there).zip(earned(field, here)).map_or(0, |(there, here)| there - here);
            Change::Answer(match gain {
                0 => Trend::Neither,
                1.. => Trend::Better,
                _ => Trend::Worse,
            })
        }
        _ if texts == Texts::Compared && words(&entries.here) != words(&entries.there) => Change::Words,
        (None, None) => Change::Unanswered,
        _ => Change::Same,
    };
    Some(Difference { field: ix, change, asked, gain })
}

/// What a step of a rating earns, in twelfths.
fn earned(field: &Field, answer: &Answer) -> Option<i32> {
    let (Kind::Rating { steps, weight, .. }, Answer::One(step)) = (&field.kind, answer) else { return None };
    let points = step_points(step.place(), u8::try_from(steps.len()).ok()?);
    i32::try_from(points * u32::from(*weight)).ok()
}

/// How many fields differ how.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    /// Answered the same.
    pub same: u16,
    /// Ratings that are better there.
    pub better: u16,
    /// Ratings that are worse there.
    pub worse: u16,
    /// Answered differently, and neither is better.
    pub changed: u16,
    /// Answered here only.
    pub only_here: u16,
    /// Answered there only.
    pub only_there: u16,
    /// Answered the same, with other words beside it.
    pub words: u16,
    /// Counting here only, by other answers or the profile; each is among the others too if it is answered.
    pub counts_here: u16,
    /// Counting there only.
    pub counts_there: u16,
}

impl Counts {
    pub(super) fn add(&mut self, difference: &Difference) {
        match difference.change {
            Change::Unanswered => {}
            Change::Same => self.same += 1,
            Change::OnlyHere => self.only_here += 1,
            Change::OnlyThere => self.only_there += 1,
            Change::Answer(Trend::Better) => self.better += 1,
            Change::Answer(Trend::Worse) => self.worse += 1,
            Change::Answer(Trend::Neither) => self.changed += 1,
            Change::Words => self.words += 1,
        }
        if let Some(counts) = difference.counts_only() {
            self.counts_here += u16::from(counts.here);
            self.counts_there += u16::from(counts.there);
        }
    }

    /// Fields whose answers or words differ.
    pub fn differing(self) -> u16 {
        self.better + self.worse + self.changed + self.only_here + self.only_there + self.words
    }
}
