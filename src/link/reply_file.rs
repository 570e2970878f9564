//! A reply as a file, for whoever would rather not send a long link: the answers by permanent names, readable by a person.
//!
//! ```json
//! { "ec-checkup": "reply", "format": 1, "pack": "ecom", "request": "c0ffee00", "name": "…", "date": "2026-12-01",
//!   "answers": { "policy": "A", "logs": { "is": ["A", "C"], "note": "…" } } }
//! ```

use super::{Head, Reply};
use crate::answers::{FORMAT, Json, Sheet, Unreadable};
use crate::calendar::Date;
use crate::model::Questionnaire;

/// What says that a file is a reply.
pub const KIND: &str = "reply";

impl Reply {
    /// The reply as a file. It may be longer than a link could be.
    pub fn to_json(&self, questionnaire: &Questionnaire) -> Json {
        let text = |key: &str, value: &str| (key.to_owned(), Json::from_text(value));
        let mut parts = vec![
            text("ec-checkup", KIND),
            ("format".to_owned(), Json::Number(FORMAT.to_string())),
            text("pack", &questionnaire.id),
            text("request", &format!("{:08x}", self.head.number)),
            text("name", &self.head.name),
        ];
        parts.extend(self.head.date().map(|date| text("date", &date.to_string())));
        parts.push(("answers".to_owned(), self.sheet.to_json(questionnaire)));
        Json::Object(parts)
    }

    /// Reads a file. Answers that are not known here stay beside the others, as they came, and are counted.
    ///
    /// # Errors
    /// [`Unreadable`] says why it cannot be read.
    pub fn from_json(questionnaire: &Questionnaire, json: &Json) -> Result<Self, Unreadable> {
        let text = |key: &str| json.get(key).and_then(Json::text);
        if text("ec-checkup") != Some(KIND) {
            return Err(Unreadable::Damaged);
        }
        // A newer form may have changed everything else.
        match json.get("format") {
            Some(Json::Number(digits)) => match digits.parse::<u32>() {
                Err(_) | Ok(0) => return Err(Unreadable::Damaged),
                Ok(format) if format > FORMAT => return Err(Unreadable::Newer),
                Ok(_) => {}
            },
            _ => return Err(Unreadable::Damaged),
        }
        if text("pack").ok_or(Unreadable::Damaged)? != questionnaire.id {
            return Err(Unreadable::OtherQuestionnaire);
        }
        let number = text("request").ok_or(Unreadable::Damaged)?;
        let number = u32::from_str_radix(number, 16).map_err(|_| Unreadable::Damaged)?;
        let day = text("date").and_then(Date::parse).and_then(Head::day_of);
        let head = Head { number, day, name: text("name").unwrap_or_default().to_owned() };
        let answers = json.get("answers").ok_or(Unreadable::Damaged)?;
        let mut sheet = Sheet::from_json(questionnaire, answers).ok_or(Unreadable::Damaged)?;
        // What is brought back is up to whoever asked.
        for (ix, _) in questionnaire.fields() {
            sheet.set_back(ix, false);
        }
        let homeless = sheet.strays.len();
        Ok(Self { head, sheet, homeless, revision: questionnaire.slots.revision() })
    }
}
