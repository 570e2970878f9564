//! What a link can hold, as data: to be shown before it is written, and after it was opened.

use super::{Answers, Reply, Request, Sealed, Summary};
use crate::calendar::Date;

/// The first day that a link can name.
const FIRST_DAY: &str = "2020-01-01";

/// What is in a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Content {
    /// A level, perhaps with points.
    Summary(Summary),
    /// Answers, perhaps with notes.
    Answers(Answers),
    /// Questions to somebody else.
    Request(Request),
    /// What somebody else answered.
    Reply(Reply),
    /// Any of these under a passphrase.
    Sealed(Sealed),
}

/// What can be told of a link at a glance, at a small part of the time that opening it takes.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Glance {
    /// It holds answers.
    Answers {
        /// The number of the assessment; 0 when it is not known.
        number: u32,
        /// The day they are from.
        day: Option<u16>,
    },
    /// It is under a passphrase.
    Sealed,
    /// It holds something else.
    Other,
}

/// What every link says beside its content.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Head {
    /// A random number of the assessment, or of the request: who gets several links knows which belong together. 0 when
    /// it is not known, as from links of the first version.
    pub number: u32,
    /// The day it tells of: when the answers were last changed, or the question was asked; in days since 2020-01-01.
    pub day: Option<u16>,
    /// The name of the assessment, or of whoever asks or answers; empty when it is not told.
    pub name: String,
}

impl Head {
    /// The date as a link counts it; `None` outside of the years 2020 to 2199.
    pub fn day_of(date: Date) -> Option<u16> {
        u16::try_from(Date::parse(FIRST_DAY)?.days_to(date)).ok()
    }

    /// The day it tells of.
    pub fn date(&self) -> Option<Date> {
        Date::parse(FIRST_DAY)?.add_days(i32::from(self.day?))
    }
}

/// What a link gives away, by number.
#[expect(clippy::struct_excessive_bools, reason = "each is said by itself")]
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Disclosed {
    /// Whether it names the shop, or a person.
    pub name: bool,
    /// Whether it tells the day.
    pub day: bool,
    /// Whether it tells the level.
    pub level: bool,
    /// Whether it tells how large the shop is, or which level it should have.
    pub size: bool,
    /// Chapters whose points it tells.
    pub chapters: usize,
    /// Serious dangers it names.
    pub gates: usize,
    /// Answers by choice.
    pub answers: usize,
    /// Answers in free words, those to "other" included.
    pub texts: usize,
    /// Notes beside answers.
    pub notes: usize,
    /// Notes about what to do.
    pub plan: usize,
    /// Questions it asks.
    pub questions: usize,
    /// Whether there is a message to whoever opens it.
    pub message: bool,
}

impl Content {
    /// What every link says beside its content; not known of a sealed one.
    pub fn head(&self) -> Option<&Head> {
        match self {
            Self::Summary(summary) => Some(&summary.head),
            Self::Answers(answers) => Some(&answers.head),
            Self::Request(request) => Some(&request.head),
            Self::Reply(reply) => Some(&reply.head),
            Self::Sealed(_) => None,
        }
    }

    /// What the link gives away to whoever has it. A sealed one gives away nothing but its length.
    pub fn disclosed(&self) -> Disclosed {
        let head = self.head().cloned().unwrap_or_default();
        let said = Disclosed { name: !head.name.is_empty(), day: head.day.is_some(), ..Disclosed::default() };
        match self {
            Self::Summary(summary) => summary.disclosed(said),
            Self::Answers(answers) => {
                Disclosed { plan: answers.plan.len(), ..super::carried::disclosed(&answers.sheet, said) }
            }
            Self::Request(request) => {
                Disclosed { questions: request.fields.len(), message: !request.message.is_empty(), ..said }
            }
            Self::Reply(reply) => super::carried::disclosed(&reply.sheet, said),
            Self::Sealed(_) => said,
        }
    }
}
