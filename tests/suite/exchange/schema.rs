//! The published schema.

use super::validator::misfit;
use super::{file, stored};
use crate::support::{file as text_of, questionnaire};
use ec_checkup::exchange::schema;
use serde_json::{Value, json};

const PATH: &str = "docs/schema/ec-checkup.schema.json";

#[test]
fn the_published_schema_is_that_of_this_questionnaire() {
    let made = format!("{:#}\n", schema(questionnaire()));
    assert!(text_of(PATH) == made, "cargo run -- schema > {PATH}");
}

/// Where a value does not fit.
fn check(value: &Value, expected: Option<&str>) {
    let schema = schema(questionnaire());
    let found = misfit(&schema, &schema, value, "");
    let place = found.as_deref().map(|found| found.split(' ').next().unwrap());
    assert_eq!(place, expected, "{value}");
}

#[test]
fn answers_fit_their_fields() {
    let kinds = [
        ("access-rules", r#""A""#, r#""Q""#),
        ("access-rules", r#""DK""#, r#"["A"]"#),
        ("access-rules", r#"{"is":"B","note":"x","back":true}"#, r#"{"is":"B","note":""}"#),
        ("access-rules", r#"{"is":null,"note":"x"}"#, r#"{"note":"x"}"#),
        ("access-log-kinds", r#"["B","I"]"#, r#"["B","B"]"#),
        ("access-log-kinds", r#"{"is":["I"],"other":"x"}"#, r#"{"is":[],"other":"x"}"#),
        ("mgmt-threat-kinds", r#"{"A":"1"}"#, r#"{"A":"9"}"#),
        ("mgmt-threat-kinds", r#"{"is":{"A":"1"},"later":[1]}"#, r#"{"is":{"a":"1"}}"#),
        ("mgmt-threat-kinds", r#""NA""#, "{}"),
        ("overall-worries", r#""text""#, r#""""#),
        ("from-the-future", "[1]", ""),
    ];
    for (id, good, bad) in kinds {
        let with = |answer: &str| stored("A", &json!({ id: serde_json::from_str::<Value>(answer).unwrap() }));
        check(&with(good), None);
        if !bad.is_empty() {
            check(&with(bad), Some(&format!("/answers/{id}")));
        }
    }
}

#[test]
fn everything_around_the_answers_fits() {
    let whole = json!({
        "format": 1, "pack": "ecom", "name": "", "created": "", "changed": "", "place": "fix-speed", "answers": {},
        "plan": { "two-step-login": { "owner": "A", "due": "2026-12-01", "state": "done", "note": "x", "at": 1, "later": 1 } },
        "times": { "access-rules": 1_795_900_000_000_u64 }, "named": 1, "later": {},
    });
    check(&whole, None);
    check(&file(&[("k3", whole.clone())]), None);
    for (path, value, expected) in [
        ("/format", json!(2), "/format"),
        ("/pack", json!("quick"), "/pack"),
        ("/name", json!(1), "/name"),
        ("/answers", json!([]), "/answers"),
        ("/plan/two-step-login/state", json!("open"), "/plan/two-step-login/state"),
        ("/plan/two-step-login/owner", json!(""), "/plan/two-step-login/owner"),
        ("/plan/two-step-login", json!(1), "/plan/two-step-login"),
        ("/times/access-rules", json!(0), "/times/access-rules"),
        ("/times/access-rules", json!("x"), "/times/access-rules"),
        ("/named", json!(253_402_300_800_000_u64), "/named"),
    ] {
        let mut changed = whole.clone();
        *changed.pointer_mut(path).unwrap() = value;
        check(&changed, Some(expected));
        let expected = format!("/assessments/0/document{expected}");
        check(&file(&[("k3", changed)]), Some(&expected));
    }
    for name in ["format", "pack", "name", "created", "changed", "answers"] {
        let mut without = whole.clone();
        without.as_object_mut().unwrap().remove(name);
        check(&without, Some(""));
    }
    check(&file(&[("店", whole.clone())]), Some("/assessments/0/id"));
    let mut contacts = file(&[]);
    contacts["contacts"] = json!({ "bank": "03" });
    check(&contacts, None);
    contacts["contacts"]["bank"] = json!(3);
    check(&contacts, Some("/contacts/bank"));
}
