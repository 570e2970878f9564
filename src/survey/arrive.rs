//! What people send, in any mixture: rows, stored assessments, files of the page. (Links in texts: [`crate::link::find`].)

use super::respondent::Respondent;
use super::row::ROW;
use super::row_reading::{RowError, read_row};
use crate::answers::{Json, Unreadable, restore_json};
use crate::exchange::{self, Refusal};
use crate::model::Questionnaire;

/// How deep a row or an assessment may be nested.
const DEEP: u8 = 32;

/// A respondent that did not come as a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Sent {
    /// A row: each is one for itself.
    Row(Respondent),
    /// A stored assessment: a newer state of it may follow.
    Stored(Respondent),
}

/// Why something that people sent cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unread {
    /// Broken JSON.
    Json,
    /// A row that cannot be read.
    Row(RowError),
    /// A file, or an assessment in one, that cannot be read.
    File(Refusal),
    /// A part of a file that this version does not know. The other parts were read.
    Unknown,
}

/// What a line of JSON holds, or a whole text of it: a row, a stored assessment, or a file of the page in one line.
pub fn in_json(questionnaire: &Questionnaire, text: &str) -> Vec<Result<Sent, Unread>> {
    let Ok(json) = exchange::parse(text, DEEP) else { return vec![Err(Unread::Json)] };
    match json.get("ec-checkup").and_then(Json::text) {
        Some(ROW) => {
            let row = read_row(questionnaire, &json);
            vec![row.map(|(respondent, _)| Sent::Row(respondent)).map_err(Unread::Row)]
        }
        None if json.get("answers").is_some() => vec![stored(questionnaire, &json)],
        _ => in_file(questionnaire, text.as_bytes()),
    }
}

fn stored(questionnaire: &Questionnaire, json: &Json) -> Result<Sent, Unread> {
    let restored = restore_json(json, questionnaire).map_err(|reason| {
        Unread::File(match reason {
            Unreadable::Damaged => Refusal::Damaged,
            Unreadable::Newer => Refusal::Newer,
            Unreadable::OtherQuestionnaire => Refusal::OtherQuestionnaire,
        })
    })?;
    Ok(Sent::Stored(Respondent::from_document(restored.document, None)))
}

/// What a file of the page holds.
pub fn in_file(questionnaire: &Questionnaire, bytes: &[u8]) -> Vec<Result<Sent, Unread>> {
    let incoming = match exchange::read(bytes, questionnaire) {
        Ok(incoming) => incoming,
        Err(refusal) => return vec![Err(Unread::File(refusal))],
    };
    let unknown = incoming.unknown.first().map(|_| Err(Unread::Unknown));
    let items = incoming.items.into_iter().map(|item| {
        let document = item.content.map_err(Unread::File)?.document;
        Ok(Sent::Stored(Respondent::from_document(document, item.id.as_deref())))
    });
    items.chain(unknown).collect()
}

/// Tells the lines of places that come in order, without counting from the beginning each time.
pub struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// At the first line.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of a place, in bytes, from 1.
    pub fn of(&mut self, place: usize) -> usize {
        // Links in wrapped addresses can stand a little before the last one.
        if place < self.at {
            *self = Self::new(self.text);
        }
        let between = self.text.get(self.at..place).unwrap_or_default();
        self.line += between.matches('\n').count();
        self.at = place.min(self.text.len());
        self.line
    }
}
