//! An answer as a file, for what is too long for a link or where links are not welcome.
//!
//! ```json
//! { "ec-checkup": "reply", "format": 1, "pack": "ecom", "request": 2166136261, "by": "…", "answered": "2026-12-05",
//!   "answers": { …as in a stored document… } }
//! ```

use crate::answers::{Document, FORMAT, Json, Sheet, Unreadable, restore_json};
use crate::calendar::Date;
use crate::link::{Head, Reply};
use crate::model::Questionnaire;

/// What `"ec-checkup"` says in such a file.
pub const KIND: &str = "reply";

/// The file.
pub fn write(questionnaire: &Questionnaire, reply: &Reply) -> String {
    let document = Document { sheet: reply.sheet.clone(), ..Document::default() };
    let answers = document.to_json(questionnaire).get("answers").cloned();
    let text = |key: &str, text: &str| (key.to_owned(), Json::Text(text.to_owned()));
    let number = |key: &str, number: u32| (key.to_owned(), Json::Number(number.to_string()));
    let mut parts = vec![
        text("ec-checkup", KIND),
        number("format", FORMAT),
        text("pack", &questionnaire.id),
        number("request", reply.head.number),
        text("by", &reply.head.name),
    ];
    parts.extend(reply.head.date().map(|date| text("answered", &date.to_string())));
    parts.extend(answers.map(|answers| ("answers".to_owned(), answers)));
    Json::Object(parts).write()
}

/// Reads the file; `None` when it is another kind of file.
///
/// # Errors
/// [`Unreadable`] says what is wrong with it.
pub fn read(questionnaire: &Questionnaire, json: &Json) -> Option<Result<Reply, Unreadable>> {
    let kind = json.get("ec-checkup").and_then(Json::text);
    (kind == Some(KIND)).then(|| read_reply(questionnaire, json))
}

fn read_reply(questionnaire: &Questionnaire, json: &Json) -> Result<Reply, Unreadable> {
    let document = restore_json(json, questionnaire)?.document;
    let number = match json.get("request") {
        Some(Json::Number(digits)) => digits.parse::<u32>().map_err(|_| Unreadable::Damaged)?,
        _ => return Err(Unreadable::Damaged),
    };
    let text = |key: &str| json.get(key).and_then(Json::text).unwrap_or_default();
    let day = Date::parse(text("answered")).and_then(Head::day_of);
    // Of each answer what an answer can tell: nothing is brought back, and no time is believed.
    let mut sheet = Sheet::new(questionnaire);
    for (ix, entry) in document.sheet.entries() {
        sheet.set(questionnaire, ix, entry.answer.clone());
        sheet.set_other(ix, &entry.other);
        sheet.set_note(ix, &entry.note);
    }
    let head = Head { number, day, name: text("by").to_owned() };
    Ok(Reply { head, sheet, homeless: document.sheet.strays.len(), revision: 0 })
}
