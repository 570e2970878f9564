//! What becomes of what a file brings.

use super::{document, file, stored};
use crate::support::questionnaire;
use ec_checkup::answers::Document;
use ec_checkup::exchange::{Arrival, Choice, ContactChoice, Standing, arrivals, contact_lines, read};
use serde_json::{Value, json};

fn arriving(list: &[(&str, Value)], there: &[(String, Document)]) -> Vec<Arrival> {
    let incoming = read(file(list).to_string().as_bytes(), questionnaire()).unwrap();
    arrivals(incoming.items, there)
}

fn on_device(list: &[(&str, Document)]) -> Vec<(String, Document)> {
    list.iter().map(|(id, document)| ((*id).to_owned(), document.clone())).collect()
}

/// What is put on the device.
fn take(arrival: &Arrival, choice: Choice, there: &[(String, Document)]) -> Option<(String, Document)> {
    let find = |id: &str| there.iter().find(|(known, _)| known == id).map(|(_, document)| document.clone());
    arrival.take(questionnaire(), choice, find, || "new".to_owned(), |name| format!("{name} (copy)"))
}

#[test]
fn what_is_not_there_is_added_as_it_is() {
    let [arrival] = &arriving(&[("k3", stored("A", &json!({ "access-rules": "A" })))], &[])[..] else {
        panic!()
    };
    assert_eq!((&arrival.standing, arrival.usual()), (&Standing::New, Choice::Add));
    let expected = ("k3".to_owned(), document("A", &json!({ "access-rules": "A" })));
    assert_eq!(take(arrival, Choice::Add, &[]), Some(expected.clone()));
    assert_eq!(take(arrival, Choice::Skip, &[]), None);
    // Another tab was quicker.
    let there = on_device(&[("k3", document("B", &json!({})))]);
    assert_eq!(take(arrival, Choice::Add, &there), Some(("new".to_owned(), expected.1)));
}

#[test]
fn what_is_there_is_left_out() {
    let there = on_device(&[("k3", document("renamed", &json!({ "access-rules": "A" })))]);
    let same = stored("A", &json!({ "access-rules": "A" }));
    // Under its own id, under another one, and without one.
    for id in ["k3", "other", "/"] {
        let [arrival] = &arriving(&[(id, same.clone())], &there)[..] else { panic!() };
        assert_eq!((&arrival.standing, arrival.usual()), (&Standing::Here("k3".to_owned()), Choice::Skip));
        let copy = take(arrival, Choice::Add, &there).unwrap();
        assert_eq!((copy.0.as_str(), copy.1.name.as_str()), ("new", "A (copy)"));
        assert_eq!(take(arrival, Choice::Merge, &there), None);
    }
}

#[test]
fn another_state_becomes_a_copy_or_is_put_together() {
    let mine = document("A", &json!({ "access-rules": "A" }));
    let there = on_device(&[("k3", mine.clone())]);
    let [arrival] =
        &arriving(&[("k3", stored("A", &json!({ "access-rules": "B", "account-lifecycle": "C" })))], &there)
            [..]
    else {
        panic!()
    };
    assert_eq!((&arrival.standing, arrival.usual()), (&Standing::Differs("k3".to_owned()), Choice::Add));
    let (id, copy) = take(arrival, Choice::Add, &there).unwrap();
    assert_eq!((id.as_str(), copy.name.as_str()), ("new", "A (copy)"));
    assert_eq!(copy.sheet, arrival.document.sheet);
    let (id, merged) = take(arrival, Choice::Merge, &there).unwrap();
    assert_eq!(id, "k3");
    assert_eq!(merged, ec_checkup::answers::merge(questionnaire(), &mine, &arrival.document));
    assert_eq!(take(arrival, Choice::Merge, &[]), None, "it was deleted meanwhile");
    // The same file once more finds its copy.
    let there = on_device(&[("k3", mine), ("new", copy)]);
    let [again] =
        &arriving(&[("k3", stored("A", &json!({ "access-rules": "B", "account-lifecycle": "C" })))], &there)
            [..]
    else {
        panic!()
    };
    assert_eq!(again.standing, Standing::Here("new".to_owned()));
}

#[test]
fn what_comes_twice_comes_once() {
    let [one, other] =
        [stored("A", &json!({ "access-rules": "A" })), stored("A", &json!({ "access-rules": "B" }))];
    let list = arriving(&[("k3", one.clone()), ("k3", other), ("k4", one)], &[]);
    let ids: Vec<_> = list.iter().map(|arrival| arrival.id.as_deref()).collect();
    assert_eq!(ids, [Some("k3"), None], "two states of one are two assessments");
    assert!(list.iter().all(|arrival| arrival.standing == Standing::New));
}

#[test]
fn what_cannot_be_read_does_not_arrive() {
    let mut newer = stored("A", &json!({}));
    newer["format"] = json!(9);
    assert_eq!(arriving(&[("k3", newer)], &[]), []);
}

#[test]
fn choices_fit_the_case() {
    let arrival =
        |standing| Arrival { id: None, document: document("A", &json!({})), notices: Vec::new(), standing };
    for standing in [Standing::New, Standing::Here("a".to_owned()), Standing::Differs("a".to_owned())] {
        let arrival = arrival(standing);
        assert_eq!(arrival.choices().first(), Some(&arrival.usual()));
        let merges = arrival.choices().contains(&Choice::Merge);
        assert_eq!(merges, matches!(arrival.standing, Standing::Differs(_)));
    }
}

#[test]
fn contacts_are_filled_in_and_replaced_only_when_wanted() {
    let lines = |list: &[(&str, &str)]| -> Vec<(String, String)> {
        list.iter().map(|(id, text)| ((*id).to_owned(), (*text).to_owned())).collect()
    };
    let there = lines(&[("bank", "03"), ("host", "x"), ("cart", " ")]);
    let incoming = lines(&[("bank", "03"), ("host", "y"), ("cart", "z"), ("police", "w"), ("empty", " ")]);
    let found = contact_lines(&there, &incoming);
    assert_eq!(found.fills, lines(&[("cart", "z"), ("police", "w")]));
    assert_eq!(found.conflicts, [("host".to_owned(), "x".to_owned(), "y".to_owned())]);
    assert!(!found.is_empty());
    assert_eq!(found.changes(ContactChoice::Skip), []);
    assert_eq!(found.changes(ContactChoice::Fill), found.fills);
    assert_eq!(
        found.changes(ContactChoice::Replace),
        lines(&[("cart", "z"), ("police", "w"), ("host", "y")])
    );
    assert!(contact_lines(&there, &there).is_empty());
    // Of two files with the same line the first one counts.
    let twice =
        contact_lines(&there, &lines(&[("police", "1"), ("police", "2"), ("host", "1"), ("host", "2")]));
    assert_eq!((twice.fills.len(), twice.conflicts.len()), (1, 1));
}
