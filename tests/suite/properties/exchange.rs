//! Of files: they come back as they went, nothing that comes can do harm, and the schema knows what is written.

use super::restore::any_plan;
use super::{any_sheet, config};
use crate::exchange::validator::misfit;
use crate::support::questionnaire;
use ec_checkup::answers::{Answer, DEEPEST, Document, Json};
use ec_checkup::exchange::{Backup, Choice, Fault, Standing, arrivals, parse, read, schema};
use proptest::prelude::*;
use serde_json::{Value, json};
use std::sync::LazyLock;

static SCHEMA: LazyLock<Value> = LazyLock::new(|| schema(questionnaire()));

fn any_document() -> impl Strategy<Value = Document> {
    (any_sheet(), ".{0,20}", 0..3_u64, any_plan()).prop_map(|(sheet, name, named, plan)| Document {
        name,
        named,
        created: "2026-11-01T00:00:00.000Z".to_owned(),
        changed: "2026-11-02T00:00:00.000Z".to_owned(),
        place: Some("fix-speed".to_owned()),
        sheet,
        plan,
        extra: Vec::new(),
    })
}

fn any_contacts() -> impl Strategy<Value = Vec<(String, String)>> {
    prop::collection::btree_map("[a-z-]{1,8}", ".{1,20}", 0..4).prop_map(|lines| lines.into_iter().collect())
}

fn backup(documents: &[Document], contacts: Vec<(String, String)>) -> Backup {
    let stored = documents.iter().map(|document| document.to_json(questionnaire()));
    let assessments = (0..).map(|nr: u32| format!("id-{nr}")).zip(stored).collect();
    let contacts = contacts.into_iter().map(|(id, text)| (id, Json::Text(text))).collect();
    Backup { written: "2026-11-28T07:00:00.000Z".to_owned(), assessments, contacts }
}

/// Something like JSON: pieces of it in any order.
fn any_pieces() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        4 => prop::sample::select(&["{", "}", "[", "]", ",", ":", "\"", "\\", "1", "-", ".", "e5", "0", "true", "null", " ", "\n"][..]).prop_map(str::to_owned),
        2 => prop::sample::select(&["\"a\":", "\"b\"", "\"\\u00e9\"", "\"\\ud83d\\ude00\"", "[1]", "{\"a\":1}", "false", "-0.5E+3"][..]).prop_map(str::to_owned),
        1 => "\\PC{0,3}",
    ];
    prop::collection::vec(piece, 0..12).prop_map(|pieces| pieces.concat())
}

/// The same value, with the names of objects in order.
fn sorted(json: &Json) -> Json {
    match json {
        Json::List(items) => Json::List(items.iter().map(sorted).collect()),
        Json::Object(parts) => {
            let mut parts: Vec<_> = parts.iter().map(|(name, part)| (name.clone(), sorted(part))).collect();
            parts.sort_by(|one, other| one.0.cmp(&other.0));
            Json::Object(parts)
        }
        other => other.clone(),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn a_file_brings_back_what_went_into_it(documents in prop::collection::vec(any_document(), 0..4), contacts in any_contacts()) {
        let written = backup(&documents, contacts.clone()).write();
        let incoming = read(written.as_bytes(), questionnaire()).unwrap();
        prop_assert_eq!(&incoming.contacts, &contacts);
        prop_assert!(incoming.unknown.is_empty());
        let back: Vec<_> = incoming.items.iter().map(|item| item.content.as_ref().unwrap().document.clone()).collect();
        prop_assert_eq!(&back, &documents);
        prop_assert!(misfit(&SCHEMA, &SCHEMA, &serde_json::from_str(&written).unwrap(), "").is_none());

        // On an empty device everything comes as it was; a second time there is nothing to do.
        let arriving = arrivals(incoming.items, &[]);
        let taken: Vec<_> = arriving.iter().filter_map(|arrival| {
            arrival.take(questionnaire(), arrival.usual(), |_| None, || "new".to_owned(), str::to_owned)
        }).collect();
        let incoming = read(written.as_bytes(), questionnaire()).unwrap();
        let again = arrivals(incoming.items, &taken);
        prop_assert!(again.iter().all(|arrival| matches!(arrival.standing, Standing::Here(_)) && arrival.usual() == Choice::Skip));
        prop_assert_eq!(backup(&back, contacts).write(), written);
    }

    /// Fields are looked for in the order of the questionnaire; a file mended by hand may have another one.
    #[test]
    fn the_order_of_answers_does_not_matter(document in any_document(), turn: prop::sample::Index) {
        let Json::Object(mut parts) = document.to_json(questionnaire()) else { unreachable!() };
        for (_, part) in parts.iter_mut().filter(|(name, _)| ["answers", "times"].contains(&name.as_str())) {
            let Json::Object(list) = part else { continue };
            let middle = turn.index(list.len() + 1).min(list.len());
            list.reverse();
            list.rotate_left(middle);
        }
        let written = Json::Object(parts).write();
        let items = read(written.as_bytes(), questionnaire()).unwrap().items;
        prop_assert_eq!(&items[0].content.as_ref().unwrap().document, &document);
    }

    /// A file that is cut off anywhere, or has a byte changed, is refused, or it is what it was but for that byte.
    #[test]
    fn damage_is_never_taken_for_a_whole_file(document in any_document(), place: prop::sample::Index, byte: u8) {
        let written = backup(std::slice::from_ref(&document), Vec::new()).write().into_bytes();
        let whole = written.len() - 1;
        let cut = place.index(whole);
        prop_assert!(read(&written[..cut], questionnaire()).is_err(), "{cut}");
        let mut changed = written.clone();
        changed[cut] = byte;
        // It must not stop the program; what it then means cannot be known without a checksum.
        let _ = read(&changed, questionnaire());
    }

    #[test]
    fn any_bytes_are_read_or_refused(bytes in prop::collection::vec(any::<u8>(), 0..200), text in any_pieces()) {
        let _ = read(&bytes, questionnaire());
        let _ = read(text.as_bytes(), questionnaire());
        let _ = read(format!("{{\"ec-checkup\":\"backup\",\"format\":1,\"assessments\":{text}}}").as_bytes(), questionnaire());
        let _ = read(format!("{{\"format\":1,\"pack\":\"ecom\",\"answers\":{text}}}").as_bytes(), questionnaire());
    }

    /// A mutation of an answer that no field of its kind can hold is no valid document.
    #[test]
    fn the_schema_knows_a_wrong_answer(document in any_document(), choice: prop::sample::Index, kind in 0..4_usize) {
        let mut written: Value = serde_json::from_str(&document.to_json(questionnaire()).write()).unwrap();
        prop_assert!(misfit(&SCHEMA, &SCHEMA, &written, "").is_none());
        let ids: Vec<String> = questionnaire().fields.iter().filter(|field| !field.is_text()).map(|field| field.id.clone()).collect();
        let wrong = [json!("Z"), json!(["Z"]), json!({ "Z": "9" }), json!(1)];
        written["answers"][choice.get(&ids)] = wrong[kind].clone();
        prop_assert!(misfit(&SCHEMA, &SCHEMA, &written, "").is_some());
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2_000, ..config() })]

    /// What is read is what serde reads, and what is refused serde refuses; but for depth, names that stand twice, halves of
    /// pairs, and numbers that are too large for it.
    #[test]
    fn json_is_read_as_others_read_it(text in any_pieces()) {
        match (parse(&text, DEEPEST), serde_json::from_str::<Value>(&text)) {
            (Ok(mine), Ok(theirs)) => {
                let theirs = Json::from(theirs);
                // Numbers are compared as such: here they stay as written.
                let number = |json: Json| serde_json::from_str::<Value>(&json.write()).unwrap();
                prop_assert_eq!(number(sorted(&mine)), number(sorted(&theirs)));
            }
            (Err(fault), Ok(_)) => {
                let twice = matches!(fault, Fault::Broken(..)) && text.contains("\"a\"");
                prop_assert!(twice || fault == Fault::TooDeep, "{fault:?}: {text}");
            }
            (Ok(mine), Err(error)) => prop_assert!(error.to_string().contains("number out of range"), "{mine:?}: {error}"),
            (Err(_), Err(_)) => {}
        }
    }
}

/// The multi fields really have lists and the matrices objects, so that the mutations above are wrong for some reason.
#[test]
fn every_kind_of_answer_is_met() {
    let mut kinds = [false; 4];
    for (ix, field) in questionnaire().fields() {
        let (answer, _) = crate::support::random::random_answer(
            &mut crate::support::random::Random(u64::from(ix.0)),
            field,
            0,
        );
        kinds[match answer {
            Answer::One(_) => 0,
            Answer::Many(_) => 1,
            Answer::Rows(_) => 2,
            _ => 3,
        }] = true;
    }
    assert_eq!(kinds, [true; 4]);
}
