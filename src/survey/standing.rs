//! Where one shop stands by a reference: a pack as a whole, then chapter by chapter.

use super::derived::{Part, points};
use super::layout::Subject;
use super::reference::{Reference, ReferenceScores, Standing};
use crate::score::Report;

/// A pack or chapter of a shop beside those of the others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Place<'a> {
    /// What it is about.
    pub subject: Subject,
    /// The shop's own points; `None` while too much is open for them to count.
    pub points: Option<u8>,
    /// Those of the others; `None` where the reference has none.
    pub scores: Option<&'a ReferenceScores>,
    /// Where the shop stands, when both are known.
    pub standing: Option<Standing>,
}

/// Where a shop stands.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Places<'a> {
    /// The size class of the shop.
    pub part: Part,
    /// The pack as a whole.
    pub whole: Place<'a>,
    /// Its chapters, in their order.
    pub chapters: Vec<Place<'a>>,
}

impl<'a> Places<'a> {
    /// Works it out for a shop of this size class.
    pub fn new(reference: &'a Reference, report: &Report, part: Part) -> Self {
        let place = |subject, points: Option<u8>| {
            let scores = reference.scores(subject, part);
            let standing = scores.zip(points).map(|(scores, points)| scores.standing(points));
            Place { subject, points, scores, standing }
        };
        let chapters = report.chapters.iter();
        Self {
            part,
            whole: place(Subject::Pack(report.pack), points(report.total)),
            chapters: chapters
                .map(|score| place(Subject::Chapter(score.chapter), points(score.tally)))
                .collect(),
        }
    }

    /// The whole, then the chapters.
    pub fn all(&self) -> impl Iterator<Item = &Place<'a>> {
        std::iter::once(&self.whole).chain(&self.chapters)
    }

    /// Whether the reference has nothing about this pack: it was made with other questions.
    pub fn is_empty(&self) -> bool {
        self.all().all(|place| place.scores.is_none())
    }

    /// Whether the shop is compared with its own size class. Where it is not for the whole, it is with all shops.
    pub fn is_own_class(&self) -> bool {
        self.all().find_map(|place| place.scores).is_some_and(|scores| scores.part.is_some())
    }
}
