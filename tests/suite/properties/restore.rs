//! Of what is stored: it comes back as it went, and nothing that comes can do harm.

use super::{any_sheet, config};
use crate::support::questionnaire;
use ec_checkup::answers::{Document, FORMAT, Json, Note, Progress, Unreadable, restore};
use proptest::prelude::*;
use serde_json::{Map, Value, json};

fn any_json() -> impl Strategy<Value = Value> {
    let word = || prop_oneof!["[A-Z]", "[1-9]", "NA|DK|is|other|back|answers|pack|format", "\\PC{0,8}"];
    let leaf = prop_oneof![
        Just(Value::Null),
        any::<bool>().prop_map(Value::from),
        any::<i64>().prop_map(Value::from),
        any::<u64>().prop_map(Value::from),
        (-1000..1000_i32).prop_map(|number| json!(f64::from(number) / 8.0)),
        word().prop_map(Value::from),
    ];
    leaf.prop_recursive(3, 24, 5, move |inner| {
        let key = prop_oneof![word(), field_name()];
        prop_oneof![
            prop::collection::vec(inner.clone(), 0..5).prop_map(Value::from),
            prop::collection::vec((key, inner), 0..5)
                .prop_map(|list| Value::Object(list.into_iter().collect())),
        ]
    })
}

fn field_name() -> impl Strategy<Value = String> {
    prop::sample::select(&questionnaire().fields[..]).prop_map(|field| field.id.clone())
}

/// Answers under real names and others, in any form.
fn any_answers() -> impl Strategy<Value = Map<String, Value>> {
    let key = prop_oneof![3 => field_name(), 1 => "[a-z-]{1,9}"];
    prop::collection::vec((key, any_json()), 0..12).prop_map(|list| list.into_iter().collect())
}

fn stored(answers: &Map<String, Value>) -> Value {
    json!({ "format": FORMAT, "pack": questionnaire().id, "name": "", "created": "", "changed": "", "answers": answers })
}

/// Times as they are: most are not known, some are equal.
pub(super) fn any_time() -> impl Strategy<Value = u64> {
    prop_oneof![2 => Just(0_u64), 2 => 1..4_u64, 1 => 1..253_402_300_799_999_u64]
}

/// Notes as this version makes them, beside parts of a later one.
fn any_note() -> impl Strategy<Value = Note> {
    let text = || prop_oneof!["", "\\PC{0,12}"];
    let extra = prop::collection::btree_map("later-[a-z]{1,3}", any_json(), 0..3);
    let parts = (text(), text(), prop::sample::select(&Progress::ALL[..]), text(), any_time(), extra);
    parts.prop_map(|(owner, due, progress, text, at, extra)| {
        let extra = extra.into_iter().map(|(key, value)| (key, Json::from(value))).collect();
        Note { owner, due, progress, text, at, extra }
    })
}

pub(super) fn any_plan() -> impl Strategy<Value = Vec<(String, Note)>> {
    prop::collection::btree_map("[a-z-]{1,12}", any_note(), 0..4).prop_map(|plan| plan.into_iter().collect())
}

/// A stored plan of any version.
fn any_stored_plan() -> impl Strategy<Value = Map<String, Value>> {
    let key = prop_oneof!["owner|due|note|state", "[a-z]{1,6}"];
    let value = prop_oneof![any_json(), "open|doing|done|skipped|later".prop_map(Value::from)];
    let note = prop::collection::vec((key, value), 0..6)
        .prop_map(|parts| Value::Object(parts.into_iter().collect()));
    let entry = ("[a-z-]{1,12}", prop_oneof![3 => note, 1 => any_json()]);
    prop::collection::vec(entry, 0..5).prop_map(|entries| entries.into_iter().collect())
}

/// Through text, as storage does it.
fn write(document: &Document) -> String {
    document.to_json(questionnaire()).write()
}

fn read(text: &str) -> Document {
    restore(text, questionnaire()).unwrap_or_else(|error| panic!("{error:?}: {text}")).document
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_document_comes_back_as_it_went(sheet in any_sheet(), name in ".*", named in any_time(), place in prop::option::of("[a-z-]{1,20}"), plan in any_plan()) {
        let stamp = "2026-11-22T07:00:00Z".to_owned();
        let document = Document { name, named, created: stamp.clone(), changed: stamp, place, sheet, plan, extra: Vec::new() };
        let restored = restore(&write(&document), questionnaire()).unwrap();
        prop_assert_eq!(restored.notices, []);
        prop_assert_eq!(restored.document, document);
    }

    /// What is not understood is told, kept and written back as it came; what is understood, too.
    #[test]
    fn no_answer_is_lost(answers in any_answers()) {
        let document = read(&stored(&answers).to_string());
        let again: Value = serde_json::from_str(&write(&document)).unwrap();
        let before = |id: &str| answers[id].clone();
        for (id, value) in again["answers"].as_object().unwrap() {
            prop_assert_eq!(tidy(value), tidy(&before(id)), "{}", id);
        }
        let lost = |id: &str, value: &Value| again["answers"].get(id).is_none() && tidy(value) != Value::Null;
        let missing: Vec<_> = answers.iter().filter(|(id, value)| lost(id, value)).collect();
        prop_assert!(missing.is_empty(), "{missing:?}");
        prop_assert_eq!(read(&again.to_string()), document);
    }

    #[test]
    fn no_note_is_lost(plan in any_stored_plan()) {
        let mut text = stored(&Map::new());
        text["plan"] = Value::Object(plan.clone());
        let document = read(&text.to_string());
        let again: Value = serde_json::from_str(&write(&document)).unwrap();
        for (id, value) in &plan {
            prop_assert_eq!(tidy_note(&again["plan"][id]), tidy_note(value), "{}", id);
        }
        prop_assert_eq!(again["plan"].as_object().map_or(0, Map::len), plan.len());
        prop_assert_eq!(read(&again.to_string()), document);
    }

    #[test]
    fn any_text_is_read_or_refused(text in ".*") {
        prop_assert_eq!(restore(&text, questionnaire()).err(), Some(Unreadable::Damaged));
    }

    #[test]
    fn any_json_is_read_or_refused(value in any_json(), key in "format|pack|name|place|answers|created|plan") {
        let _ = restore(&value.to_string(), questionnaire());
        let mut document = stored(&Map::new());
        document[key] = value;
        let _ = restore(&document.to_string(), questionnaire());
    }
}

/// One way to write what can be written in several: options in any order and more than once, `is` alone, an empty `other`.
fn tidy(value: &Value) -> Value {
    match value {
        Value::Array(list) if list.iter().all(|item| item.as_str().is_some_and(|text| text.len() == 1)) => {
            let mut list: Vec<&Value> = list.iter().collect();
            list.sort_by_key(|item| item.as_str());
            list.dedup();
            json!(list)
        }
        Value::Object(parts)
            if ["is", "other", "back", "note"].iter().any(|key| parts.contains_key(*key)) =>
        {
            let mut parts = parts.clone();
            let is = tidy(&parts.remove("is").unwrap_or_default());
            parts.retain(|key, value| {
                !((key == "other" || key == "note") && value == "" || key == "back" && *value == json!(false))
            });
            if parts.is_empty() {
                return is;
            }
            parts.insert("is".to_owned(), is);
            Value::Object(parts)
        }
        value => value.clone(),
    }
}

/// A note without what says nothing.
fn tidy_note(value: &Value) -> Value {
    let Value::Object(parts) = value else { return value.clone() };
    let mut parts = parts.clone();
    let says = |key: &str, value: &Value| match key {
        "owner" | "due" | "note" => value != "",
        "state" => value != "open",
        _ => true,
    };
    parts.retain(|key, value| says(key, value));
    Value::Object(parts)
}

fn check(text: &str, expected: Unreadable) {
    assert_eq!(restore(text, questionnaire()).err(), Some(expected), "{text:.80}");
}

#[test]
fn what_is_wrong_is_said() {
    check("", Unreadable::Damaged);
    check("null", Unreadable::Damaged);
    check("[]", Unreadable::Damaged);
    check("{}", Unreadable::Damaged);
    check(r#"{"format": 0, "pack": "ecom"}"#, Unreadable::Damaged);
    check(r#"{"format": -1, "pack": "ecom"}"#, Unreadable::Damaged);
    check(r#"{"format": 1.5, "pack": "ecom"}"#, Unreadable::Damaged);
    check(r#"{"format": "1", "pack": "ecom"}"#, Unreadable::Damaged);
    check(r#"{"format": 1}"#, Unreadable::Damaged);
    check(r#"{"format": 1, "pack": "ecom", "answers": []}"#, Unreadable::Damaged);
    check(r#"{"format": 1, "pack": "ecom", "answers": {}"#, Unreadable::Damaged);
    check(r#"{"format": 2}"#, Unreadable::Newer);
    check(r#"{"format": 2, "pack": 7, "answers": null}"#, Unreadable::Newer);
    check(r#"{"format": 4294967295, "pack": "ecom"}"#, Unreadable::Newer);
    check(r#"{"format": 1, "pack": "quick"}"#, Unreadable::OtherQuestionnaire);
    check(&"[".repeat(100_000), Unreadable::Damaged);
    check(
        &format!("{{\"format\":1,\"pack\":\"ecom\",\"answers\":{{\"x\":{}", "{\"x\":".repeat(100_000)),
        Unreadable::Damaged,
    );
}

#[test]
fn keys_of_a_later_version_are_kept() {
    let text =
        r#"{"format":1,"pack":"ecom","later":1,"answers":{"mgmt-head":{"is":"D","other":"x","later":1}}}"#;
    let written = write(&read(text));
    assert_eq!(written.matches("later").count(), 2, "{written}");
}

/// The plan as it is stored, after a note is changed.
fn check_plan(plan: &str, change: impl Fn(&mut Note), expected: &str) {
    let mut document = read(&format!(r#"{{"format":1,"pack":"ecom","plan":{plan}}}"#));
    document.change_note("a", change);
    let written: Value = serde_json::from_str(&write(&document)).unwrap();
    assert_eq!(written.get("plan").cloned(), serde_json::from_str(expected).ok(), "{plan}");
    let again = read(&written.to_string()).to_json(questionnaire());
    assert_eq!(serde_json::from_str::<Value>(&again.write()).unwrap(), written, "{plan}");
}

#[test]
fn notes_are_changed_beside_what_a_later_version_wrote() {
    let doing = |note: &mut Note| note.progress = Progress::Doing;
    let none = |_: &mut Note| {};
    check_plan("{}", doing, r#"{"a":{"state":"doing"}}"#);
    check_plan("{}", none, "");
    check_plan(r#"{"a":{"state":"doing"}}"#, |note| note.progress = Progress::Open, "");
    check_plan(r#"{"a":{"later":1}}"#, doing, r#"{"a":{"state":"doing","later":1}}"#);
    check_plan(r#"{"a":{"state":"later"}}"#, none, r#"{"a":{"state":"later"}}"#);
    check_plan(r#"{"a":{"state":"later"}}"#, doing, r#"{"a":{"state":"doing"}}"#);
    check_plan(r#"{"b":{"owner":"x"}}"#, doing, r#"{"b":{"owner":"x"},"a":{"state":"doing"}}"#);
    check_plan(
        r#"{"b":7,"c":{"due":"2026-12-01"}}"#,
        doing,
        r#"{"b":7,"c":{"due":"2026-12-01"},"a":{"state":"doing"}}"#,
    );
    check_plan(r#"{"a":7}"#, none, r#"{"a":7}"#);
    check_plan(r#"{"a":7}"#, doing, r#"{"a":{"state":"doing"}}"#);
    check_plan("[1]", none, "[1]");
    check_plan("[1]", doing, r#"{"a":{"state":"doing"}}"#);
}

#[test]
fn notes_follow_an_advice_that_takes_the_place_of_others() {
    let formerly = ["b", "c"].map(str::to_owned);
    let check = |plan: &str, owner: Option<&str>, expected: &str| {
        let mut document = read(&format!(r#"{{"format":1,"pack":"ecom","plan":{plan}}}"#));
        assert_eq!(document.note_of("a", &formerly).map(|note| note.owner).as_deref(), owner, "{plan}");
        document.take_over_notes("a", &formerly);
        document.change_note("a", |note| note.progress = Progress::Doing);
        let written: Value = serde_json::from_str(&write(&document)).unwrap();
        assert_eq!(written["plan"], serde_json::from_str::<Value>(expected).unwrap(), "{plan}");
    };
    check("{}", None, r#"{"a":{"state":"doing"}}"#);
    check(r#"{"d":{"owner":"x"}}"#, None, r#"{"d":{"owner":"x"},"a":{"state":"doing"}}"#);
    // What stood there stays there: an older version still finds it.
    let follows = r#"{"b":{"owner":"x"},"a":{"owner":"x","state":"doing"}}"#;
    check(r#"{"b":{"owner":"x"}}"#, Some("x"), follows);
    let both = r#"{"b":{"owner":"x"},"c":{"owner":"y"},"a":{"owner":"x / y","state":"doing"}}"#;
    check(r#"{"b":{"owner":"x"},"c":{"owner":"y"}}"#, Some("x / y"), both);
    // Its own note speaks alone, also once it is emptied.
    let own = r#"{"b":{"owner":"x"},"a":{"owner":"z","state":"doing"}}"#;
    check(r#"{"b":{"owner":"x"},"a":{"owner":"z"}}"#, Some("z"), own);
    check(
        r#"{"b":{"owner":"x"},"a":{"at":7}}"#,
        Some(""),
        r#"{"b":{"owner":"x"},"a":{"state":"doing","at":7}}"#,
    );
}

/// An answer as it is stored, read and written again.
fn check_entry(stored: &str, expected: &str) {
    let text = format!(r#"{{"format":1,"pack":"ecom","answers":{{"mgmt-head":{stored}}}}}"#);
    let written: Value = serde_json::from_str(&write(&read(&text))).unwrap();
    assert_eq!(written["answers"].get("mgmt-head").cloned(), serde_json::from_str(expected).ok(), "{stored}");
}

#[test]
fn what_was_brought_back_is_stored() {
    check_entry(r#""A""#, r#""A""#);
    check_entry(r#"{"is":"A","back":true}"#, r#"{"is":"A","back":true}"#);
    check_entry(r#"{"back":true}"#, r#"{"is":null,"back":true}"#);
    check_entry(r#"{"is":"A","back":false}"#, r#""A""#);
    check_entry(
        r#"{"is":"D","back":true,"other":"x","later":[1]}"#,
        r#"{"is":"D","back":true,"other":"x","later":[1]}"#,
    );
    check_entry(r#"{"back":"later"}"#, r#"{"back":"later"}"#);
    check_entry("{}", "{}");
}
