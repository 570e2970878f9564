//! What many shops scored, for one shop to see where it stands: a file of its own, made from a survey, without any answer.

use super::derived::Part;
use super::folding::{FEWEST_PERCENT, kept_back};
use super::layout::{POINTS, Subject};
use super::report::Report;
use super::scores::Scores;
use crate::calendar::Date;
use crate::model::Questionnaire;

/// How wide a stretch of points is of which a reference tells how many shops lie in it.
pub const STRETCH: u8 = 5;
/// How many stretches there are; 100 belongs to the last one.
pub(super) const STRETCHES: usize = 20;

/// What many shops scored.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Reference {
    /// What whoever made it calls it, in one line, or "".
    pub title: String,
    /// How many shops answered.
    pub n: u32,
    /// Of these, made-up ones.
    pub synthetic: u32,
    /// The last day of their answers.
    pub date: Option<Date>,
    /// The scores of all shops, and of each size class that is large enough.
    pub scores: Vec<ReferenceScores>,
}

/// The scores of a pack or chapter in a group of shops.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ReferenceScores {
    /// The size class; `None` for all shops.
    pub part: Option<Part>,
    /// What they are of.
    pub subject: Subject,
    /// How many shops.
    pub n: u32,
    /// Their mean, in hundredths of a point.
    pub mean: u32,
    /// Their standard deviation, in hundredths of a point.
    pub deviation: u32,
    /// How many lie in each stretch of [`STRETCH`] points.
    pub stretches: Vec<u32>,
}

/// Where a shop stands.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Standing {
    /// The share of shops below it, half of those in its stretch included, in tenths of a percent.
    pub percentile: u16,
    /// 偏差値 in tenths: 50 at the mean, 10 more for each standard deviation. `None` when all shops scored the same and
    /// this one did not.
    pub deviation_score: Option<i32>,
}

impl Standing {
    /// The percentile in whole percent, for people: a half upwards, and never 0 or 100. That nobody stands lower, or
    /// higher, is more than a few shops can tell.
    pub fn percent(self) -> u16 {
        ((self.percentile + 5) / 10).clamp(1, 99)
    }
}

impl ReferenceScores {
    fn new(part: Option<Part>, subject: Subject, scores: &Scores) -> Option<Self> {
        Some(Self {
            part,
            subject,
            n: scores.n(),
            mean: scores.mean()?,
            deviation: scores.deviation()?,
            stretches: scores.stretches(usize::from(STRETCH)),
        })
    }

    /// Where a shop with so many points, 0 to 100, stands among these.
    pub fn standing(&self, points: u8) -> Standing {
        let place = usize::from(points / STRETCH).min(STRETCHES - 1);
        let below: u64 = self.stretches.iter().take(place).map(|count| u64::from(*count)).sum();
        let beside = u64::from(self.stretches.get(place).copied().unwrap_or(0));
        let n = u64::from(self.n.max(1));
        let percentile = ((2 * below + beside) * 1000 + n) / (2 * n);
        Standing {
            percentile: u16::try_from(percentile).unwrap_or(1000).min(1000),
            deviation_score: self.deviation_score(points),
        }
    }

    fn deviation_score(&self, points: u8) -> Option<i32> {
        let above = i64::from(points) * 100 - i64::from(self.mean);
        let deviation = i64::from(self.deviation);
        if deviation == 0 {
            return (above == 0).then_some(500);
        }
        // A half away from 50.
        let doubled = (above * 200).abs() + deviation;
        let tenths = i32::try_from(doubled / (deviation * 2)).unwrap_or(i32::MAX / 2);
        Some(if above < 0 { 500 - tenths } else { 500 + tenths })
    }
}

impl Reference {
    /// The reference of a report: all shops, and size classes of at least [`FEWEST_PERCENT`]; what is left of all shops
    /// beside these is as many, or nothing.
    pub fn new(report: &Report) -> Self {
        let mut scores = Vec::new();
        for score in &report.scores {
            let Some((Some(all), parts)) = score.columns.split_first() else { continue };
            if all.n() < FEWEST_PERCENT {
                continue;
            }
            scores.extend(ReferenceScores::new(None, score.subject, all));
            let sizes: Vec<u32> = parts.iter().map(|part| part.as_ref().map_or(0, Scores::n)).collect();
            // What the report keeps back has to be kept back here as well, and counts as one part.
            let rest = all.n().saturating_sub(sizes.iter().sum());
            let kept = kept_back(&[sizes, vec![rest]].concat(), FEWEST_PERCENT);
            for ((group, part), kept) in report.groups.iter().skip(1).zip(parts).zip(kept) {
                if let ([one], Some(part), false) = (group.parts.as_slice(), part, kept)
                    && *one != Part::Unknown
                    && part.n() >= FEWEST_PERCENT
                {
                    scores.extend(ReferenceScores::new(Some(*one), score.subject, part));
                }
            }
        }
        let date = report.days.map(|(_, last)| last);
        Self { title: String::new(), n: report.respondents, synthetic: report.synthetic, date, scores }
    }

    /// The scores to compare a shop with: those of its size class, or of all shops when its class is not in the file.
    pub fn scores(&self, subject: Subject, part: Part) -> Option<&ReferenceScores> {
        let of = |part: Option<Part>| {
            self.scores.iter().find(|scores| scores.subject == subject && scores.part == part)
        };
        of(Some(part)).or_else(|| of(None))
    }
}

/// Whether scores hang together: what a file claims has to be possible.
pub(super) fn is_sound(scores: &ReferenceScores) -> bool {
    let sum: Option<u32> = scores.stretches.iter().try_fold(0_u32, |sum, count| sum.checked_add(*count));
    let most = u32::try_from(POINTS - 1).unwrap_or(100) * 100;
    scores.stretches.len() == STRETCHES
        && sum == Some(scores.n)
        && scores.mean <= most
        && scores.deviation <= most / 2
}

/// The permanent names of what a score is of: `pack` or `chapter`, and which.
pub(super) fn subject_name(questionnaire: &Questionnaire, subject: Subject) -> Option<(&'static str, &str)> {
    match subject {
        Subject::Pack(pack) => Some(("pack", &questionnaire.pack(pack)?.id)),
        Subject::Chapter(chapter) => Some(("chapter", &questionnaire.chapter(chapter)?.id)),
    }
}
