//! One assessment as it is stored and exchanged: JSON, readable by a person, keyed by permanent names.
//!
//! ```json
//! { "format": 1, "pack": "ecom", "name": "…", "created": "…Z", "changed": "…Z", "place": "fix-speed",
//!   "answers": { "policy": "A", "logs": ["A", "C"], "threats": { "A": "1" }, "wish": "text",
//!                "head": { "is": "D", "other": "text" }, "visitors": "NA", "audit": "DK" },
//!   "plan": { "two-step-login": { "owner": "…", "due": "2026-12-01", "state": "doing", "note": "…", "at": 1795900000000 } },
//!   "asked": { "2166136261": { "to": "…", "from": "…", "fields": ["logs", "audit"], "message": "…", "made": "2026-11-28",
//!              "state": "answered", "answered": "2026-12-05", "at": 1795900000000 } },
//!   "times": { "policy": 1795900000000 }, "named": 1795900000000 }
//! ```
//! A document that answers somebody's questions has `"reply_to": { "link": "r2…", "by": "…", "at": 1795900000000 }` as well.
//! An answer with more to it is an object: `{ "is": "D", "other": "…", "note": "…", "back": true }`.

use super::{Answer, Entry, Json, Note, Sheet};
use crate::model::{Code, Field, Questionnaire};

/// The format of stored documents that this version writes. Older ones are always read.
pub const FORMAT: u32 = 1;

/// One assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Document {
    /// What the user called it.
    pub name: String,
    /// When it was last called so: milliseconds since 1970, 0 when that is not known.
    pub named: u64,
    /// When it was begun: ISO 8601, UTC. Passed in; nothing here reads a clock.
    pub created: String,
    /// When it was last changed.
    pub changed: String,
    /// The question last looked at, by its permanent name.
    pub place: Option<String>,
    /// The answers.
    pub sheet: Sheet,
    /// What was noted about advice, by its permanent name.
    pub plan: Vec<(String, Note)>,
    /// All other parts, as they came: those of requests (`asked.rs`), and whatever a later version put there.
    pub extra: Vec<(String, Json)>,
}

impl Document {
    /// What was noted about an advice.
    pub fn note(&self, advice: &str) -> Option<&Note> {
        self.plan.iter().find(|(id, _)| id == advice).map(|(_, note)| note)
    }

    /// What was noted about an advice or, before anything was, about those whose place it has taken.
    pub fn note_of(&self, advice: &str, formerly: &[String]) -> Option<Note> {
        self.note(advice).cloned().or_else(|| {
            let before = self.plan.iter().filter(|(id, _)| formerly.contains(id));
            Note::together(before.map(|(_, note)| note))
        })
    }

    /// Lets an advice take over what was noted about those whose place it has taken. Their own notes stay where they are.
    pub fn take_over_notes(&mut self, advice: &str, formerly: &[String]) {
        if self.note(advice).is_none()
            && let Some(note) = self.note_of(advice, formerly)
        {
            self.plan.push((advice.to_owned(), note));
        }
    }

    /// Changes what is noted about an advice. A note that says nothing goes away, unless it knows when it was emptied.
    pub fn change_note(&mut self, advice: &str, change: impl FnOnce(&mut Note)) {
        let mut note = self.note(advice).cloned().unwrap_or_default();
        change(&mut note);
        let place = self.plan.iter().position(|(id, _)| id == advice);
        match (place.and_then(|place| self.plan.get_mut(place)), note == Note::default()) {
            (Some(known), false) => known.1 = note,
            (None, false) => self.plan.push((advice.to_owned(), note)),
            (_, true) => self.plan.retain(|(id, _)| id != advice),
        }
    }

    /// The stored form.
    pub fn to_json(&self, questionnaire: &Questionnaire) -> Json {
        let mut answers: Vec<(String, Json)> = Vec::new();
        let mut times: Vec<(String, Json)> = Vec::new();
        for (ix, field) in questionnaire.fields() {
            let Some(entry) = self.sheet.entry(ix) else { continue };
            if !entry.is_empty() {
                answers.push((field.id.clone(), write_entry(field, entry)));
            }
            if entry.at > 0 {
                times.push((field.id.clone(), Json::Number(entry.at.to_string())));
            }
        }
        for (id, stray) in &self.sheet.strays {
            if !answers.iter().any(|(known, _)| known == id) {
                answers.push((id.clone(), stray.clone()));
            }
        }
        let part = |key: &str, value: Json| (key.to_owned(), value);
        let mut parts = vec![
            part("format", Json::Number(FORMAT.to_string())),
            part("pack", Json::from_text(&questionnaire.id)),
            part("name", Json::from_text(&self.name)),
            part("created", Json::from_text(&self.created)),
            part("changed", Json::from_text(&self.changed)),
        ];
        if let Some(place) = &self.place {
            parts.push(part("place", Json::from_text(place)));
        }
        parts.push(part("answers", Json::Object(answers)));
        let notes = self.plan.iter().map(|(id, note)| (id.clone(), note.to_json())).collect();
        let mut lists = [("plan", notes), ("times", times)];
        for (key, value) in &self.extra {
            match (lists.iter_mut().find(|(name, _)| name == key), value) {
                // What was not understood, beside what was.
                (Some((_, known)), Json::Object(strays)) => {
                    for stray in strays {
                        if !known.iter().any(|(id, _)| *id == stray.0) {
                            known.push(stray.clone());
                        }
                    }
                }
                (Some((_, known)), _) if !known.is_empty() => {}
                _ => parts.push((key.clone(), value.clone())),
            }
        }
        for (key, list) in lists {
            if !list.is_empty() {
                parts.push(part(key, Json::Object(list)));
            }
        }
        if self.named > 0 {
            parts.push(part("named", Json::Number(self.named.to_string())));
        }
        Json::Object(parts)
    }
}

/// An answer; with the text of "other", a note, "back" or parts of a later version, as `{"is": …, "other": "…", "back": true}`.
pub(super) fn write_entry(field: &Field, entry: &Entry) -> Json {
    let answer = entry.answer.as_ref().map_or(Json::Null, write_answer);
    let mut parts = entry.extra.clone();
    if !entry.other.is_empty() && !field.is_text() {
        parts.insert(0, ("other".to_owned(), Json::from_text(&entry.other)));
    }
    if !entry.note.is_empty() {
        parts.insert(0, ("note".to_owned(), Json::from_text(&entry.note)));
    }
    if entry.back {
        parts.insert(0, ("back".to_owned(), Json::Bool(true)));
    }
    if parts.is_empty() {
        return answer;
    }
    parts.insert(0, ("is".to_owned(), answer));
    Json::Object(parts)
}

fn write_answer(answer: &Answer) -> Json {
    let letter = |code: Code| Json::Text(code.letter().to_string());
    match answer {
        Answer::NotApplicable => Json::from_text("NA"),
        Answer::Unknown => Json::from_text("DK"),
        Answer::One(code) => letter(*code),
        Answer::Many(codes) => Json::List(codes.iter().map(letter).collect()),
        Answer::Rows(rows) => {
            let row = |(row, level): (Code, Code)| {
                (row.letter().to_string(), Json::Text(level.digit().to_string()))
            };
            Json::Object(rows.iter().map(row).collect())
        }
        Answer::Text(text) => Json::from_text(text),
    }
}
