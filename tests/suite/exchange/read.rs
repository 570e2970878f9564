//! Reading files: what is in them, and what is wrong with them.

use super::{document, file, stored};
use crate::support::questionnaire;
use ec_checkup::answers::{Json, Notice};
use ec_checkup::exchange::{Backup, Incoming, LARGEST, Refusal, read};
use serde_json::{Value, json};

fn incoming(value: &Value) -> Incoming {
    read(value.to_string().as_bytes(), questionnaire())
        .unwrap_or_else(|refusal| panic!("{refusal:?}: {value}"))
}

fn check(bytes: impl AsRef<[u8]>, expected: Refusal) {
    let bytes = bytes.as_ref();
    let shown = String::from_utf8_lossy(bytes).chars().take(80).collect::<String>();
    assert_eq!(read(bytes, questionnaire()).err(), Some(expected), "{shown}");
}

#[test]
fn a_file_is_read_as_it_was_written() {
    let [one, other] = [document("一号店", &json!({ "access-rules": "A" })), document("B", &json!({}))];
    let backup = Backup {
        written: "2026-11-28T07:00:00.000Z".to_owned(),
        assessments: vec![
            ("k3x9".to_owned(), one.to_json(questionnaire())),
            ("b".to_owned(), other.to_json(questionnaire())),
        ],
        contacts: vec![("bank".to_owned(), Json::Text("03-0000-0000 \"山田\"\n".to_owned()))],
    };
    let text = backup.write();
    let incoming = read(text.as_bytes(), questionnaire()).unwrap();
    assert_eq!(incoming.written.as_deref(), Some(backup.written.as_str()));
    assert_eq!(incoming.contacts, [("bank".to_owned(), "03-0000-0000 \"山田\"\n".to_owned())]);
    assert_eq!(incoming.unknown, [""; 0]);
    let items: Vec<_> =
        incoming.items.into_iter().map(|item| (item.id.unwrap(), item.content.unwrap())).collect();
    assert_eq!(items.iter().map(|(id, _)| id.as_str()).collect::<Vec<_>>(), ["k3x9", "b"]);
    assert_eq!((&items[0].1.document, &items[1].1.document), (&one, &other));
    // A line for each assessment, and the whole is JSON.
    assert_eq!(text.lines().filter(|line| line.starts_with("{\"id\":")).count(), 2);
    assert!(serde_json::from_str::<Value>(&text).is_ok());
    // With the mark that some editors put before a text.
    assert!(read(format!("\u{FEFF}\r\n{text}").as_bytes(), questionnaire()).is_ok());
}

#[test]
fn an_empty_device_gives_a_file_too() {
    let text = Backup { written: "2026-11-28T07:00:00.000Z".to_owned(), ..Backup::default() }.write();
    let incoming = read(text.as_bytes(), questionnaire()).unwrap();
    assert!(incoming.items.is_empty() && incoming.contacts.is_empty());
}

#[test]
fn a_single_stored_document_is_a_file() {
    let found = incoming(&stored("一号店", &json!({ "access-rules": "A", "from-the-future": 1 })));
    let [item] = &found.items[..] else { panic!("{found:?}") };
    assert_eq!((item.id.as_deref(), item.name.as_str()), (None, "一号店"));
    assert_eq!(item.content.as_ref().unwrap().notices, [Notice::KeptAside(1)]);
}

#[test]
fn what_is_wrong_with_a_file_is_said() {
    let whole = file(&[("a", stored("A", &json!({ "access-rules": "A" })))]).to_string();
    check("", Refusal::Empty);
    check(" \n\t", Refusal::Empty);
    check("\u{FEFF}", Refusal::Empty);
    check("name,answer\nA,B\n", Refusal::Foreign);
    check("<!doctype html>", Refusal::Foreign);
    check(b"\x89PNG\r\n\x1a\n", Refusal::Foreign);
    check(b"PK\x03\x04", Refusal::Foreign);
    check(b"\xFF\xFE{\0", Refusal::Foreign);
    check("[]", Refusal::Foreign);
    check("{}", Refusal::Foreign);
    check(r#"{"name":"package","version":"1"}"#, Refusal::Foreign);
    check(r#"{"ec-checkup":1}"#, Refusal::Foreign);
    check(r#"{"ec-checkup":"reply","format":1}"#, Refusal::OtherKind);
    check(r#"{"ec-checkup":"reference","format":1}"#, Refusal::Reference);
    for length in [1, whole.len() / 2, whole.len() - 1] {
        check(&whole[..length], Refusal::CutOff);
    }
    check(&whole.as_bytes()[..whole.len() - 1], Refusal::CutOff);
    check(whole.replacen("{\"document", "{\n\"document\" \"", 1), Refusal::Broken(2, 12));
    check(format!("{whole}x"), Refusal::Broken(1, whole.len() + 1));
    check(format!("{{\n\"あ\":1,\n\"い\":\"{}", '\u{3}'), Refusal::Broken(3, 6));
    check(b"{\n\n\"name\":\"\x93X\"}", Refusal::Letters(3));
    check(b"{\"name\":\"\xE3\x81", Refusal::CutOff);
    check(format!("{{\"a\":{}", "[".repeat(1_000_000)), Refusal::TooDeep);
    let largest = usize::try_from(LARGEST).unwrap();
    check(vec![b'{'; largest + 1], Refusal::TooLarge);
    check(format!("{{\"a\":[{}1]}}", "1,".repeat(1_600_000)), Refusal::TooLarge);
}

#[test]
fn what_is_wrong_with_a_backup_is_said() {
    let changed = |key: &str, value: Value| {
        let mut file = file(&[]);
        file[key] = value;
        file.to_string()
    };
    check(changed("format", json!(2)), Refusal::Newer);
    check(changed("format", json!(0)), Refusal::Damaged);
    check(changed("format", json!("1")), Refusal::Damaged);
    check(changed("assessments", json!({})), Refusal::Damaged);
    check(changed("contacts", json!("x")), Refusal::Damaged);
    check(r#"{"ec-checkup":"backup"}"#, Refusal::Damaged);
    // A newer one may have changed everything else.
    check(r#"{"ec-checkup":"backup","format":7,"assessments":1}"#, Refusal::Newer);
    check(stored("A", &json!([])).to_string(), Refusal::Damaged);
    check(r#"{"format":2,"pack":"ecom"}"#, Refusal::Newer);
    check(r#"{"format":1,"pack":"other"}"#, Refusal::OtherQuestionnaire);
}

#[test]
fn one_bad_assessment_does_not_spoil_the_others() {
    let mut newer = stored("newer", &json!({}));
    newer["format"] = json!(2);
    let mut other = stored("other", &json!({}));
    other["pack"] = json!("other");
    let good = stored("good", &json!({ "access-rules": "A" }));
    let mut deep = good.clone();
    deep["later"] = serde_json::from_str(&format!("{}1{}", "[".repeat(7), "]".repeat(7))).unwrap();
    let mut list = file(&[("n", newer), ("o", other), ("g", good), ("d", deep), ("x", json!([]))]);
    list["assessments"].as_array_mut().unwrap().push(json!(7));
    list["contacts"] = json!({ "bank": "03", "odd": 7 });
    list["later"] = json!({});
    let found = incoming(&list);
    let seen: Vec<_> =
        found.items.iter().map(|item| (item.name.as_str(), item.content.as_ref().err().copied())).collect();
    assert_eq!(
        seen,
        [
            ("newer", Some(Refusal::Newer)),
            ("other", Some(Refusal::OtherQuestionnaire)),
            ("good", None),
            ("good", Some(Refusal::TooDeep)),
            ("", Some(Refusal::Damaged)),
            ("", Some(Refusal::Damaged)),
        ]
    );
    assert_eq!(found.contacts, [("bank".to_owned(), "03".to_owned())]);
    assert_eq!(found.unknown, ["contacts.odd", "later"]);
}

#[test]
fn only_sane_ids_become_addresses() {
    let id = |id: Value| {
        let mut list = file(&[("", stored("A", &json!({})))]);
        list["assessments"][0]["id"] = id;
        incoming(&list).items[0].id.clone()
    };
    for sane in ["a", "k3x9-_Z", &"a".repeat(40)] {
        assert_eq!(id(json!(sane)).as_deref(), Some(sane));
    }
    for odd in ["", "../x", "a b", "店", "a/b", "a\n", "__proto__/", &"a".repeat(41)] {
        assert_eq!(id(json!(odd)), None, "{odd}");
    }
    assert_eq!(id(json!(7)), None);
}
