//! All that follows from one sheet and is counted: made once, used for the counts and for the row of the respondent.

use super::layout::POINTS;
use crate::advise::{Judgement, Size, basis};
use crate::answers::Sheet;
use crate::flow::Flow;
use crate::model::{Guide, PackIx, Questionnaire};
use crate::score::{Report, Tally};

/// A part of all respondents, by size class. Each respondent is in exactly one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Part {
    /// 大規模.
    Large,
    /// 中規模.
    Medium,
    /// 小規模.
    Small,
    /// The profile does not tell.
    Unknown,
}

impl Part {
    /// All, in the order they are shown.
    pub const ALL: [Self; 4] = [Self::Large, Self::Medium, Self::Small, Self::Unknown];

    /// Its permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Large => "large",
            Self::Medium => "medium",
            Self::Small => "small",
            Self::Unknown => "unknown",
        }
    }

    /// Reads its permanent name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|part| part.name() == name)
    }

    /// The part a shop of this size belongs to.
    pub fn of(size: Option<Size>) -> Self {
        match size {
            Some(Size::Large) => Self::Large,
            Some(Size::Medium) => Self::Medium,
            Some(Size::Small) => Self::Small,
            None => Self::Unknown,
        }
    }
}

/// What follows from one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Derived {
    /// What is asked.
    pub flow: Flow,
    /// The points of every pack that has a scored chapter.
    pub reports: Vec<Report>,
    /// Size class, gates, findings.
    pub judgement: Judgement,
    /// The pack that the level stands on.
    pub basis: PackIx,
    /// The level: at worst and at best.
    pub level: Option<(u8, u8)>,
}

impl Derived {
    /// Works it out.
    pub fn new(questionnaire: &Questionnaire, guide: &Guide, sheet: &Sheet) -> Self {
        let flow = Flow::new(questionnaire, sheet);
        let scored = questionnaire
            .packs()
            .filter(|(pack, _)| questionnaire.chapters_of(*pack).any(|(_, chapter)| chapter.scored));
        let reports: Vec<Report> =
            scored.map(|(pack, _)| Report::new(questionnaire, pack, sheet, &flow)).collect();
        let judgement = Judgement::new(questionnaire, guide, sheet, &flow);
        let basis = basis(questionnaire, sheet, &flow);
        let report = reports.iter().find(|report| report.pack == basis);
        let level = report.and_then(|report| judgement.level(guide, report.total));
        Self { flow, reports, judgement, basis, level }
    }

    /// The part of the respondents it belongs to.
    pub fn part(&self) -> Part {
        Part::of(self.judgement.size)
    }

    /// The level for certain, when its points are known well enough to count.
    pub(super) fn counted_level(&self) -> Option<u8> {
        let report = self.reports.iter().find(|report| report.pack == self.basis)?;
        points(report.total)?;
        self.level.map(|(worst, _)| worst)
    }
}

/// The points a tally counts with: the middle of its range in whole points, 0 to 100, a half upwards. `None` while more
/// than half of it is open: the middle would then say more about the scale than about the shop.
pub fn points(tally: Tally) -> Option<u8> {
    let (lowest, highest) = tally.lowest().zip(tally.highest())?;
    if u64::from(tally.open) * 2 > u64::from(tally.total) {
        return None;
    }
    let middle = (u32::from(lowest) + u32::from(highest) + 10) / 20;
    u8::try_from(middle).ok().filter(|points| usize::from(*points) < POINTS)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_middle_of_a_range_counts_once_half_of_it_is_known() {
        for (earned, open, expected) in [
            (0, 0, Some(0)),
            (48, 0, Some(100)),
            (24, 24, Some(75)),
            (0, 24, Some(25)),
            (0, 25, None),
            (1, 0, Some(2)),
            (3, 0, Some(6)),
        ] {
            let tally = Tally { earned, open, total: 48, ratings: 4, open_ratings: 0 };
            assert_eq!(points(tally), expected, "{earned} {open}");
        }
        assert_eq!(points(Tally::default()), None);
    }
}
