//! The form of rows for other programs: JSON Schema, made from the questionnaire.

use super::derived::Part;
use super::row::{ROW, ROW_FORMAT, WRITTEN};
use crate::model::{Code, Codes, Field, Guide, Kind, Questionnaire};
use serde_json::{Map, Value, json};

/// The schema of a row.
pub fn row_schema(questionnaire: &Questionnaire, guide: &Guide) -> Value {
    let fields = questionnaire.fields.iter();
    let answers: Map<String, Value> = fields.map(|field| (field.id.clone(), shape(field))).collect();
    let ids = |ids: Vec<&str>| json!({ "type": "array", "items": { "enum": ids }, "uniqueItems": true });
    let packs = questionnaire.packs.iter().map(|pack| pack.id.as_str()).collect::<Vec<_>>();
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "EC Checkup: a respondent as a row",
        "type": "object",
        "required": ["ec-checkup", "format", "questionnaire", "answers"],
        "properties": {
            "ec-checkup": { "const": ROW },
            "format": { "const": ROW_FORMAT },
            "questionnaire": { "const": questionnaire.id },
            "number": or_null(&json!({ "type": "string", "pattern": "^[0-9a-f]{8}$",
                "description": "several states of one assessment have the same" })),
            "date": or_null(&json!({ "type": "string", "description": "the day the answers are from, YYYY-MM-DD" })),
            "synthetic": { "const": true },
            "size": { "enum": Part::ALL.map(Part::name) },
            "basis": or_null(&json!({ "enum": packs })),
            "level": or_null(&json!({ "type": "integer", "minimum": 1, "maximum": guide.levels.len() })),
            "packs": points("points by pack, 0 to 100; null while more than half is open"),
            "chapters": points("the same by chapter"),
            "shut": ids(guide.gates.iter().map(|gate| gate.id.as_str()).collect()),
            "findings": ids(guide.findings.iter().map(|finding| finding.id.as_str()).collect()),
            "answers": {
                "type": "object",
                "description": "by field; empty when it is asked and not answered, missing when it is not asked",
                "properties": answers,
            },
            "back": {
                "type": "array",
                "description": "fields that the profile sets aside and that were brought back",
                "items": { "type": "string" },
            },
        },
    })
}

fn or_null(schema: &Value) -> Value {
    json!({ "anyOf": [schema, { "type": "null" }] })
}

fn points(description: &str) -> Value {
    let points = or_null(&json!({ "type": "integer", "minimum": 0, "maximum": 100 }));
    json!({ "type": "object", "description": description, "additionalProperties": points })
}

/// All codes of a list, for a class of letters in a pattern.
fn class(codes: Codes, write: fn(Code) -> char) -> String {
    codes.iter().map(write).collect()
}

fn shape(field: &Field) -> Value {
    let letters = || field.codes().iter().map(|code| code.letter().to_string());
    match &field.kind {
        Kind::Text => json!({ "enum": ["", WRITTEN], "description": "only whether something was written" }),
        Kind::Rating { .. } | Kind::Single { .. } => {
            let special = ["", "NA", "DK"].map(str::to_owned);
            json!({ "enum": letters().chain(special).collect::<Vec<_>>() })
        }
        Kind::Multi { .. } => {
            let one = class(field.codes(), Code::letter);
            json!({ "type": "string", "pattern": format!("^(|NA|DK|[{one}]( [{one}])*)$") })
        }
        Kind::Matrix { .. } => {
            let row = class(field.codes(), Code::letter);
            let level = class(field.levels(), Code::digit);
            let one = format!("[{row}][{level}]");
            json!({ "type": "string", "pattern": format!("^(|NA|DK|{one}( {one})*)$") })
        }
    }
}
