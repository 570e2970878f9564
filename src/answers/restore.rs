//! The one way in: whatever comes from storage, a file or a link becomes a sheet here. Nothing is lost: what is not
//! understood stays beside the answers, as it came, and is written back on the next save.

use super::times::{self, time_of};
use super::{Answer, Document, Entry, FORMAT, Json, Levels, Note, Sheet};
use crate::model::{Code, Codes, Field, FieldIx, Kind, Questionnaire};

/// What the user should know about a document that could be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Notice {
    /// So many answers are under names, or in a form, that this version does not know. They are kept.
    KeptAside(usize),
}

/// Why a document could not be read at all. The caller keeps its bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Not JSON, or not a document of ours.
    Damaged,
    /// Written by a newer version.
    Newer,
    /// An assessment with another questionnaire.
    OtherQuestionnaire,
}

/// A document and what to say about it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Restored {
    /// The document.
    pub document: Document,
    /// What the user should know.
    pub notices: Vec<Notice>,
}

/// Reads a stored document from its text.
///
/// # Errors
/// [`Unreadable`] says why; the text itself is untouched.
#[cfg(feature = "author")]
pub fn restore(text: &str, questionnaire: &Questionnaire) -> Result<Restored, Unreadable> {
    let json = Json::parse(text).map_err(|_| Unreadable::Damaged)?;
    restore_json(&json, questionnaire)
}

/// Reads a stored document.
///
/// # Errors
/// [`Unreadable`] says why.
pub fn restore_json(json: &Json, questionnaire: &Questionnaire) -> Result<Restored, Unreadable> {
    // The format is looked at before the rest: a newer one may have changed everything else.
    match json.get("format") {
        Some(Json::Number(digits)) => match digits.parse::<u32>() {
            Err(_) | Ok(0) => return Err(Unreadable::Damaged),
            Ok(format) if format > FORMAT => return Err(Unreadable::Newer),
            Ok(_) => {}
        },
        _ => return Err(Unreadable::Damaged),
    }
    let pack = json.get("pack").and_then(Json::text).ok_or(Unreadable::Damaged)?;
    if pack != questionnaire.id {
        return Err(Unreadable::OtherQuestionnaire);
    }
    let mut sheet = Sheet::new(questionnaire);
    match json.get("answers") {
        Some(Json::Object(answers)) => take_all(questionnaire, &mut sheet, answers),
        None => {}
        Some(_) => return Err(Unreadable::Damaged),
    }
    let notices = match sheet.strays.len() {
        0 => Vec::new(),
        count => vec![Notice::KeptAside(count)],
    };
    let late = times::read(json.get("times"), questionnaire, &mut sheet);
    let part = |key: &str| json.get(key).and_then(Json::text).unwrap_or_default().to_owned();
    let place = json.get("place").and_then(Json::text).map(str::to_owned);
    let mut plan = Vec::new();
    let mut extra = extra(json);
    extra.extend(late.map(|late| ("times".to_owned(), late)));
    let named = json.get("named").and_then(time_of);
    if named.is_none() {
        // A later version may note this in another way.
        extra.extend(json.get("named").map(|named| ("named".to_owned(), named.clone())));
    }
    // What is not as this version writes it is kept as it came.
    let mut keep = |stray: Json| extra.push(("plan".to_owned(), stray));
    match json.get("plan") {
        Some(Json::Object(notes)) => {
            let mut strays = Vec::new();
            for (id, value) in notes {
                match Note::from_json(value) {
                    Some(note) => plan.push((id.clone(), note)),
                    None => strays.push((id.clone(), value.clone())),
                }
            }
            if !strays.is_empty() {
                keep(Json::Object(strays));
            }
        }
        Some(other) => keep(other.clone()),
        None => {}
    }
    let document = Document {
        name: part("name"),
        named: named.unwrap_or_default(),
        created: part("created"),
        changed: part("changed"),
        place,
        sheet,
        plan,
        extra,
    };
    Ok(Restored { document, notices })
}

/// Parts of a document that this version does not know.
fn extra(json: &Json) -> Vec<(String, Json)> {
    const KNOWN: [&str; 10] =
        ["format", "pack", "name", "created", "changed", "place", "answers", "plan", "times", "named"];
    match json {
        Json::Object(parts) => {
            parts.iter().filter(|(key, _)| !KNOWN.contains(&key.as_str())).cloned().collect()
        }
        _ => Vec::new(),
    }
}

/// Takes answers into the sheet; what is not understood stays beside them.
pub(super) fn take_all(questionnaire: &Questionnaire, sheet: &mut Sheet, answers: &[(String, Json)]) {
    let mut last = FieldIx(0);
    for (id, value) in answers {
        if !take(questionnaire, sheet, &mut last, id, value) {
            sheet.strays.push((id.clone(), value.clone()));
        }
    }
}

/// Takes an answer into the sheet, looking for its field after the one before; `false` when it is not understood.
fn take(
    questionnaire: &Questionnaire,
    sheet: &mut Sheet,
    last: &mut FieldIx,
    id: &str,
    value: &Json,
) -> bool {
    let Some(ix) = questionnaire.field_named_from(id, *last) else { return false };
    *last = ix;
    let entry = questionnaire.field(ix).and_then(|field| read_entry(field, value));
    entry.is_some_and(|entry| sheet.restore(questionnaire, ix, entry))
}

fn read_entry(field: &Field, value: &Json) -> Option<Entry> {
    let marked = ["is", "other", "back", "note"].iter().any(|key| value.get(key).is_some());
    let (Json::Object(parts), true) = (value, marked) else {
        return Some(Entry { answer: Some(read_answer(field, value)?), ..Entry::default() });
    };
    let mut entry = Entry::default();
    for (key, value) in parts {
        match key.as_str() {
            "is" if *value == Json::Null => {}
            "is" => entry.answer = Some(read_answer(field, value)?),
            "other" if !field.is_text() => value.text()?.clone_into(&mut entry.other),
            "note" => value.text()?.clone_into(&mut entry.note),
            "back" => match value {
                Json::Bool(back) => entry.back = *back,
                _ => return None,
            },
            _ => entry.extra.push((key.clone(), value.clone())),
        }
    }
    Some(entry)
}

fn read_answer(field: &Field, value: &Json) -> Option<Answer> {
    let letter = |value: &Json| Code::from_letter(value.text()?);
    let answer = match (&field.kind, value) {
        (Kind::Text, Json::Text(text)) => Answer::Text(text.clone()),
        (_, Json::Text(text)) if text == "NA" => Answer::NotApplicable,
        (_, Json::Text(text)) if text == "DK" => Answer::Unknown,
        (Kind::Rating { .. } | Kind::Single { .. }, value) => Answer::One(letter(value)?),
        (Kind::Multi { .. }, Json::List(list)) => {
            Answer::Many(list.iter().map(letter).collect::<Option<Codes>>()?)
        }
        (Kind::Matrix { .. }, Json::Object(parts)) => {
            let mut rows = Levels::default();
            for (row, level) in parts {
                rows.insert(Code::from_letter(row)?, Code::from_digit(level.text()?)?);
            }
            Answer::Rows(rows)
        }
        _ => return None,
    };
    answer.fits(field).then_some(answer)
}
