//! An answer as a file.

use super::{field, one, sheet};
use crate::support::questionnaire;
use ec_checkup::answers::{Json, Unreadable};
use ec_checkup::asking::{read, write};
use ec_checkup::calendar::Date;
use ec_checkup::link::{Head, Reply};
use serde_json::{Value, json};

fn reply() -> Reply {
    let mut answers = sheet(&[("mgmt-policy", one("B")), ("mgmt-head", one("D"))]);
    answers.set_other(field("mgmt-head"), "外部の\"顧問\"");
    answers.set_note(field("mgmt-policy"), "来月までに<b>見直し</b>\n");
    let day = Date::parse("2026-12-05").and_then(Head::day_of);
    Reply {
        head: Head { number: 4_000_000_001, day, name: "佐藤".to_owned() },
        sheet: answers,
        homeless: 0,
        revision: 0,
    }
}

fn opened(json: &Value) -> Option<Result<Reply, Unreadable>> {
    read(questionnaire(), &Json::from(json.clone()))
}

#[test]
fn it_comes_back_as_it_went() {
    let text = write(questionnaire(), &reply());
    let json: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(opened(&json), Some(Ok(reply())));
    let names = ["ec-checkup", "format", "pack", "request", "by", "answered"].map(|key| json[key].clone());
    let expected = json!(["reply", 1, "ecom", 4_000_000_001_u32, "佐藤", "2026-12-05"]);
    assert_eq!(json!(names), expected, "permanent");
    assert_eq!(json["answers"]["mgmt-policy"], json!({ "is": "B", "note": "来月までに<b>見直し</b>\n" }));
}

#[test]
fn what_is_wrong_is_said() {
    let good: Value = serde_json::from_str(&write(questionnaire(), &reply())).unwrap();
    let with = |key: &str, value: Value| {
        let mut json = good.clone();
        json[key] = value;
        opened(&json)
    };
    assert_eq!(opened(&json!([])), None);
    assert_eq!(opened(&json!({ "format": 1, "pack": "ecom" })), None);
    assert_eq!(with("ec-checkup", json!("backup")), None);
    assert_eq!(with("format", json!(2)), Some(Err(Unreadable::Newer)));
    assert_eq!(with("format", json!("1")), Some(Err(Unreadable::Damaged)));
    assert_eq!(with("pack", json!("other")), Some(Err(Unreadable::OtherQuestionnaire)));
    assert_eq!(with("answers", json!([])), Some(Err(Unreadable::Damaged)));
    for number in [json!(-1), json!("7"), json!(1.5), json!(4_294_967_296_u64), Value::Null] {
        assert_eq!(with("request", number), Some(Err(Unreadable::Damaged)));
    }
    assert_eq!(with("answered", json!("someday")).unwrap().unwrap().head.day, None);
}

/// What this version has no place for is counted; nothing that only one's own assessment may say comes in.
#[test]
fn nothing_else_comes_in() {
    let file = json!({ "ec-checkup": "reply", "format": 1, "pack": "ecom", "request": 7, "times": { "mgmt-policy": 9 },
        "asked": { "7": { "to": "x" } }, "answers": { "mgmt-policy": { "is": "A", "back": true, "later": 1 }, "unknown": "A" } });
    let reply = opened(&file).unwrap().unwrap();
    assert_eq!(reply.sheet, sheet(&[("mgmt-policy", one("A"))]));
    assert_eq!(reply.homeless, 1);
}
