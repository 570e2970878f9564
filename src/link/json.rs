//! What is in a link as JSON, with permanent names, for the command line.

use super::{Content, SizeClass};
use crate::answers::Sheet;
use crate::model::Questionnaire;
use serde_json::{Map, Value, json};

/// Everything a content holds.
pub fn to_json(questionnaire: &Questionnaire, content: &Content) -> Value {
    let mut parts = Map::new();
    let mut put = |key: &str, value: Value| parts.insert(key.to_owned(), value);
    if let Some(head) = content.head() {
        put("number", json!(format!("{:08x}", head.number)));
        put("date", json!(head.date().map(|date| date.to_string())));
        put("name", json!(head.name));
    }
    match content {
        Content::Summary(summary) => {
            put("kind", json!("summary"));
            put("pack", json!(summary.pack));
            put("level", json!(summary.level));
            if let Some(points) = &summary.points {
                put("points", json!(points.total));
                put("answered", json!(points.answered));
                put("asked", json!(points.asked));
                put("desired", json!(points.desired));
                put("size", json!(points.size.map(size)));
                put("gates", json!(points.gates));
                let chapters = points.chapters.iter();
                put("chapters", chapters.map(|(id, points)| json!({ "id": id, "points": points })).collect());
            }
        }
        Content::Answers(answers) => {
            put("kind", json!("answers"));
            put("answers", sheet(questionnaire, &answers.sheet));
            let plan = answers.plan.iter().map(|(id, note)| {
                let note = json!({
                    "owner": note.owner, "due": note.due, "state": note.progress.name(), "note": note.text,
                });
                (id.clone(), note)
            });
            put("plan", Value::Object(plan.collect()));
            put("homeless", json!(answers.homeless));
        }
        Content::Request(request) => {
            put("kind", json!("request"));
            put("message", json!(request.message));
            let fields = request.fields.iter().filter_map(|ix| questionnaire.field(*ix));
            put("fields", fields.map(|field| field.id.as_str()).collect());
            put("unknown", json!(request.unknown));
        }
        Content::Reply(reply) => {
            put("kind", json!("reply"));
            put("answers", sheet(questionnaire, &reply.sheet));
            put("homeless", json!(reply.homeless));
        }
        Content::Sealed(sealed) => {
            put("kind", json!("sealed"));
            put("iterations", json!(sealed.iterations));
        }
    }
    Value::Object(parts)
}

fn size(size: SizeClass) -> &'static str {
    match size {
        SizeClass::Small => "small",
        SizeClass::Medium => "medium",
        SizeClass::Large => "large",
    }
}

/// The answers as in a stored assessment.
fn sheet(questionnaire: &Questionnaire, sheet: &Sheet) -> Value {
    serde_json::from_str(&sheet.to_json(questionnaire).write()).unwrap_or_default()
}
