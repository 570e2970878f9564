//! One respondent: a sheet, and the little that is known about where it comes from. Names are not kept.

use crate::answers::Document;
use crate::answers::Sheet;
use crate::calendar::Date;
use crate::link::{Content, Head};
use crate::share;

/// How the name of a made-up assessment begins; a number follows.
pub const SYNTHETIC: &str = "synthetic ";

/// One respondent.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Respondent {
    /// By this number several states of one assessment know each other; 0 when it is not known.
    pub number: u32,
    /// The day the answers are from, in days since 2020-01-01.
    pub day: Option<u16>,
    /// Whether it is made up.
    pub synthetic: bool,
    /// The answers.
    pub sheet: Sheet,
}

impl Respondent {
    /// From what is in a link; `None` for what is no assessment: levels without answers, requests, replies, and what is
    /// under a passphrase.
    pub fn from_content(content: Content) -> Option<Self> {
        let Content::Answers(answers) = content else { return None };
        let Head { number, day, name } = answers.head;
        Some(Self { number, day, synthetic: is_synthetic(&name), sheet: answers.sheet })
    }

    /// From a stored assessment. `id` is its id on the device it comes from; without one, the time it was begun has to do.
    pub fn from_document(document: Document, id: Option<&str>) -> Self {
        let number = share::number(id.unwrap_or(&document.created));
        let day = document.changed.get(..10).and_then(Date::parse).and_then(Head::day_of);
        Self { number, day, synthetic: is_synthetic(&document.name), sheet: document.sheet }
    }

    /// The day the answers are from.
    pub fn date(&self) -> Option<Date> {
        date_of(self.day?)
    }
}

/// A day as a date.
pub(super) fn date_of(day: u16) -> Option<Date> {
    Head { day: Some(day), ..Head::default() }.date()
}

/// Whether a name says that an assessment is made up.
fn is_synthetic(name: &str) -> bool {
    name.strip_prefix(SYNTHETIC).is_some_and(|number| number.parse::<u64>().is_ok())
}
