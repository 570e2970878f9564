//! One respondent: a sheet, and the little that is known about where it comes from. Names are not kept.

use super::row::WRITTEN;
use crate::answers::{Answer, Document, Entry, Sheet};
use crate::calendar::Date;
use crate::flow::Flow;
use crate::link::{self, Answers, Content, Head, LinkError};
use crate::model::{FieldIx, Questionnaire};
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
        Some(Self { number, day, synthetic: is_synthetic(&name), sheet: settled(answers.sheet) })
    }

    /// From a stored assessment. `id` is its id on the device it comes from; without one, the time it was begun has to do.
    pub fn from_document(document: Document, id: Option<&str>) -> Self {
        let number = share::number(id.unwrap_or(&document.created));
        let day = document.changed.get(..10).and_then(Date::parse).and_then(Head::day_of);
        Self { number, day, synthetic: is_synthetic(&document.name), sheet: settled(document.sheet) }
    }

    /// All that is counted of it, as a link: no name, no words, no notes.
    ///
    /// # Errors
    /// As for [`link::write`].
    pub fn to_link(&self, questionnaire: &Questionnaire) -> Result<String, LinkError> {
        // By its name one knows what is made up.
        let name = if self.synthetic { format!("{SYNTHETIC}{}", self.number) } else { String::new() };
        let head = Head { number: self.number, day: self.day, name };
        let mut sheet = Sheet::new(questionnaire);
        for (ix, entry) in self.sheet.entries() {
            let answer = match &entry.answer {
                Some(Answer::Text(_)) => Some(Answer::Text(WRITTEN.to_owned())),
                answer => answer.clone(),
            };
            sheet.set(questionnaire, ix, answer);
            sheet.set_back(ix, entry.back);
        }
        let flow = Flow::new(questionnaire, &sheet);
        let (answers, _) = Answers::new(questionnaire, &head, &sheet, &flow, true, &[]);
        link::write(questionnaire, &Content::Answers(answers))
    }

    /// The day the answers are from.
    pub fn date(&self) -> Option<Date> {
        date_of(self.day?)
    }
}

/// A question that was brought back counts once it is answered: links do not tell of others, and whichever way an assessment
/// comes, it shall count the same.
pub(super) fn settled(mut sheet: Sheet) -> Sheet {
    let open = |(ix, entry): (FieldIx, &Entry)| (entry.back && entry.answer.is_none()).then_some(ix);
    let open: Vec<FieldIx> = sheet.entries().filter_map(open).collect();
    for ix in open {
        sheet.set_back(ix, false);
    }
    sheet
}

/// A day as a date.
pub(super) fn date_of(day: u16) -> Option<Date> {
    Head { day: Some(day), ..Head::default() }.date()
}

/// Whether a name says that an assessment is made up.
fn is_synthetic(name: &str) -> bool {
    name.strip_prefix(SYNTHETIC).is_some_and(|number| number.parse::<u64>().is_ok())
}
