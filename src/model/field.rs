//! A field: one thing to answer.

use super::{Code, Codes, Condition, TextId};
use serde::{Deserialize, Serialize};

/// The place of a field in its questionnaire. Not permanent; the permanent names are [`Field::id`] and [`Field::slot`].
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct FieldIx(pub u16);

impl FieldIx {
    /// As an index.
    pub fn index(self) -> usize {
        usize::from(self.0)
    }
}

/// One thing to answer.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Field {
    /// Permanent name, unique in all questionnaires.
    pub id: String,
    /// Permanent place in links; `None` for free text, which never travels in a link.
    pub slot: Option<u16>,
    /// The question itself.
    pub ask: TextId,
    /// What kind of answer.
    pub kind: Kind,
    /// Whether 対象外 (not applicable) is offered.
    pub na: Offer,
    /// Whether わからない (don't know) is offered.
    pub dk: Offer,
    /// When it is asked.
    pub condition: Condition,
    /// Help beside it.
    pub help: Help,
}

/// Whether a special answer is offered, and in whose words.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub enum Offer {
    /// Not offered.
    #[default]
    No,
    /// Offered in the shared words.
    Shared,
    /// Offered in the field's own words.
    Own(TextId),
}

/// Help texts of a field; each may be missing except where the content check demands it.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Help {
    /// Why it matters.
    pub why: Option<TextId>,
    /// How to check it within the hour.
    pub check: Option<TextId>,
    /// What would show it.
    pub evidence: Option<TextId>,
}

/// What kind of answer a field takes.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Kind {
    /// Self-rating; the only kind that is scored.
    Rating {
        /// Texts of A, B, C, D and perhaps E.
        steps: Vec<TextId>,
        /// 1–3.
        weight: u8,
        /// Index into [`super::Questionnaire::views`].
        view: u8,
    },
    /// One of several options.
    Single {
        /// In order of display.
        options: Vec<Choice>,
        /// The option that takes free text.
        other: Option<Code>,
        /// Whether each option has a figure of network zones.
        zones: bool,
    },
    /// Any number of options.
    Multi {
        /// In order of display.
        options: Vec<Choice>,
        /// The option that takes free text.
        other: Option<Code>,
        /// The option that excludes all others.
        none: Option<Code>,
    },
    /// One level for each row.
    Matrix {
        /// In order of display.
        rows: Vec<Choice>,
        /// In order of display.
        levels: Vec<Choice>,
        /// The row that takes free text; it may stay empty.
        other: Option<Code>,
    },
    /// Free text; optional, never scored, never in a link.
    Text,
}

/// One option, row or level.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Choice {
    /// Permanent code.
    pub code: Code,
    /// What it says.
    pub text: TextId,
    /// A second line.
    pub note: Option<TextId>,
}

impl Field {
    /// The codes a single, multi or rating field may be answered with; the rows of a matrix; none for text.
    pub fn codes(&self) -> Codes {
        match &self.kind {
            Kind::Rating { steps, .. } => {
                (0..).zip(steps).filter_map(|(place, _)| Code::new(place)).collect()
            }
            Kind::Single { options: choices, .. }
            | Kind::Multi { options: choices, .. }
            | Kind::Matrix { rows: choices, .. } => choices.iter().map(|choice| choice.code).collect(),
            Kind::Text => Codes::EMPTY,
        }
    }

    /// The levels of a matrix; none for every other kind.
    pub fn levels(&self) -> Codes {
        match &self.kind {
            Kind::Matrix { levels, .. } => levels.iter().map(|level| level.code).collect(),
            _ => Codes::EMPTY,
        }
    }

    /// The option or row that takes free text.
    pub fn other(&self) -> Option<Code> {
        match self.kind {
            Kind::Single { other, .. } | Kind::Multi { other, .. } | Kind::Matrix { other, .. } => other,
            Kind::Rating { .. } | Kind::Text => None,
        }
    }

    /// Whether the field is free text, which nobody must fill in.
    pub fn is_text(&self) -> bool {
        matches!(self.kind, Kind::Text)
    }
}
