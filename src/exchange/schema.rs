//! The form of stored documents and files, for other programs: JSON Schema, made from the questionnaire.
//!
//! It tells what this version writes. Reading is more generous: what another version put there is kept.

use super::backup::{FORMAT, KIND};
use crate::answers;
use crate::model::{Code, Field, Kind, Questionnaire};
use serde_json::{Map, Value, json};

/// The schema of a stored document and of a file; which of both it is, the file tells itself.
pub fn schema(questionnaire: &Questionnaire) -> Value {
    let mut shapes = Map::new();
    let mut properties = Map::new();
    for field in &questionnaire.fields {
        let name = shape_name(field);
        properties.insert(field.id.clone(), json!({ "$ref": format!("#/$defs/{name}") }));
        shapes.insert(bare(&name), shape(field));
        shapes.insert(name.clone(), with_more(&name, field));
    }
    shapes.insert("time".to_owned(), time());
    shapes.insert("note".to_owned(), note());
    shapes.insert("document".to_owned(), document(questionnaire, &properties));
    shapes.insert("backup".to_owned(), backup());
    json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "EC Checkup: a stored assessment, or a file with some",
        "type": "object",
        "if": { "required": ["ec-checkup"] },
        "then": { "$ref": "#/$defs/backup" },
        "else": { "$ref": "#/$defs/document" },
        "$defs": shapes,
    })
}

fn document(questionnaire: &Questionnaire, answers: &Map<String, Value>) -> Value {
    let text = json!({ "type": "string" });
    let date = json!({ "type": "string", "description": "ISO 8601, UTC" });
    json!({
        "title": "An assessment as it is stored",
        "type": "object",
        "required": ["format", "pack", "name", "created", "changed", "answers"],
        "properties": {
            "format": { "const": answers::FORMAT },
            "pack": { "const": questionnaire.id },
            "name": text,
            "created": date,
            "changed": date,
            "place": { "type": "string", "description": "the question last looked at" },
            "answers": { "type": "object", "description": "by the permanent name of the field", "properties": answers },
            "plan": {
                "type": "object",
                "description": "by the permanent name of the advice",
                "additionalProperties": { "$ref": "#/$defs/note" },
            },
            "times": {
                "type": "object",
                "description": "when each answer was last changed",
                "additionalProperties": { "$ref": "#/$defs/time" },
            },
            "named": { "$ref": "#/$defs/time" },
        },
    })
}

fn backup() -> Value {
    json!({
        "title": "A file with assessments",
        "type": "object",
        "required": ["ec-checkup", "format", "written", "assessments"],
        "properties": {
            "ec-checkup": { "const": KIND },
            "format": { "const": FORMAT },
            "written": { "type": "string", "description": "ISO 8601, UTC" },
            "assessments": { "type": "array", "items": {
                "type": "object",
                "required": ["id", "document"],
                "properties": {
                    "id": { "type": "string", "pattern": "^[A-Za-z0-9_-]{1,40}$" },
                    "document": { "$ref": "#/$defs/document" },
                },
            } },
            "contacts": {
                "type": "object",
                "description": "the contact sheet of the emergency page",
                "additionalProperties": { "type": "string" },
            },
        },
    })
}

fn time() -> Value {
    json!({ "type": "integer", "minimum": 1, "maximum": answers::LATEST, "description": "milliseconds since 1970" })
}

fn note() -> Value {
    let text = json!({ "type": "string", "minLength": 1 });
    let states = answers::Progress::ALL.iter().skip(1).map(|progress| progress.name());
    json!({
        "title": "What is noted about an advice",
        "type": "object",
        "properties": {
            "owner": text,
            "due": text,
            "note": text,
            "state": { "enum": states.collect::<Vec<_>>() },
            "at": { "$ref": "#/$defs/time" },
        },
    })
}

/// What a field can be answered with, as a name: fields of one name have one shape.
fn shape_name(field: &Field) -> String {
    let codes = field.codes();
    match &field.kind {
        Kind::Rating { .. } | Kind::Single { .. } => format!("one-{codes}"),
        Kind::Multi { none: Some(none), .. } => format!("several-{codes}-or-{}", none.letter()),
        Kind::Multi { none: None, .. } => format!("several-{codes}"),
        Kind::Matrix { .. } => {
            let levels: String = field.levels().iter().map(Code::digit).collect();
            format!("rows-{codes}-{levels}")
        }
        Kind::Text => "text".to_owned(),
    }
}

fn bare(name: &str) -> String {
    format!("{name}-alone")
}

/// The answer alone, or an object with more to it.
fn with_more(name: &str, field: &Field) -> Value {
    let alone = json!({ "$ref": format!("#/$defs/{}", bare(name)) });
    let text = json!({ "type": "string", "minLength": 1 });
    let mut more = json!({
        "type": "object",
        "required": ["is"],
        "properties": {
            "is": { "anyOf": [alone, { "type": "null" }] },
            "note": text,
            "back": { "const": true },
        },
    });
    if !field.is_text()
        && let Some(Value::Object(properties)) = more.get_mut("properties")
    {
        properties.insert("other".to_owned(), text);
    }
    json!({ "anyOf": [alone, more] })
}

fn shape(field: &Field) -> Value {
    let letters: Vec<String> = field.codes().iter().map(|code| code.letter().to_string()).collect();
    let special = ["NA", "DK"];
    match &field.kind {
        Kind::Text => json!({ "type": "string", "minLength": 1 }),
        Kind::Rating { .. } | Kind::Single { .. } => {
            json!({ "enum": letters.iter().map(String::as_str).chain(special).collect::<Vec<_>>() })
        }
        Kind::Multi { none, .. } => {
            let none = none.map(|none| none.letter().to_string());
            let others: Vec<&String> =
                letters.iter().filter(|letter| Some(*letter) != none.as_ref()).collect();
            let list =
                json!({ "type": "array", "items": { "enum": others }, "minItems": 1, "uniqueItems": true });
            let mut forms = vec![json!({ "enum": special }), list];
            forms.extend(none.map(|none| json!({ "const": [none] })));
            json!({ "anyOf": forms })
        }
        Kind::Matrix { .. } => {
            let levels: Vec<String> = field.levels().iter().map(|level| level.digit().to_string()).collect();
            let rows: Map<String, Value> =
                letters.into_iter().map(|row| (row, json!({ "enum": levels }))).collect();
            let rows = json!({
                "type": "object", "properties": rows, "additionalProperties": false, "minProperties": 1,
            });
            json!({ "anyOf": [{ "enum": special }, rows] })
        }
    }
}
