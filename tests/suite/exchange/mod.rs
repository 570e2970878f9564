//! Files that assessments travel in.

mod import;
mod read;
mod schema;
pub(crate) mod validator;

use crate::support::questionnaire;
use ec_checkup::answers::{Document, restore};
use serde_json::{Value, json};

/// A stored document with these answers.
pub(crate) fn stored(name: &str, answers: &Value) -> Value {
    json!({
        "format": 1, "pack": questionnaire().id, "name": name,
        "created": "2026-11-01T00:00:00.000Z", "changed": "2026-11-02T00:00:00.000Z", "answers": answers,
    })
}

pub(crate) fn document(name: &str, answers: &Value) -> Document {
    restore(&stored(name, answers).to_string(), questionnaire()).unwrap().document
}

/// A file with documents.
pub(crate) fn file(assessments: &[(&str, Value)]) -> Value {
    let list: Vec<Value> =
        assessments.iter().map(|(id, document)| json!({ "id": id, "document": document })).collect();
    json!({ "ec-checkup": "backup", "format": 1, "written": "2026-11-28T07:00:00.000Z", "assessments": list })
}
