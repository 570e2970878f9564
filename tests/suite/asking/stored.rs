//! What is kept of requests and of whose questions are answered: permanent names, and nothing is lost.

use crate::support::questionnaire;
use ec_checkup::answers::{AskState, Asked, Document, ReplyTo, restore};
use serde_json::{Value, json};

fn read(json: &Value) -> Document {
    let mut text =
        json!({ "format": 1, "pack": "ecom", "name": "a", "created": "", "changed": "", "answers": {} });
    text.as_object_mut().unwrap().extend(json.as_object().unwrap().clone());
    restore(&text.to_string(), questionnaire()).unwrap().document
}

fn written(document: &Document) -> Value {
    serde_json::from_str(&document.to_json(questionnaire()).write()).unwrap()
}

#[test]
fn a_request_is_stored_under_permanent_names() {
    let mut document = read(&json!({}));
    assert_eq!(document.requests(), []);
    let asked = Asked {
        to: "制作会社".to_owned(),
        from: "一号店".to_owned(),
        fields: vec!["mgmt-policy".to_owned(), "no-longer-here".to_owned()],
        message: "お願いします\n".to_owned(),
        made: "2026-11-28".to_owned(),
        ..Asked::default()
    };
    document.change_asked(2_166_136_261, 5, |new| *new = asked.clone());
    let stored = json!({ "to": "制作会社", "from": "一号店", "message": "お願いします\n", "made": "2026-11-28",
        "fields": ["mgmt-policy", "no-longer-here"], "at": 5 });
    assert_eq!(written(&document)["asked"], json!({ "2166136261": stored }));
    let mut again = read(&written(&document));
    assert_eq!(again.requests(), [(2_166_136_261, Asked { at: 5, ..asked })]);
    again.change_asked(2_166_136_261, 9, |asked| {
        asked.state = AskState::Answered;
        asked.answered = "2026-12-05".to_owned();
    });
    let stored = &written(&again)["asked"]["2166136261"];
    assert_eq!(
        (&stored["state"], &stored["answered"], &stored["at"]),
        (&json!("answered"), &json!("2026-12-05"), &json!(9))
    );
}

#[test]
fn what_a_later_version_noted_about_requests_is_kept() {
    let asked = json!({ "1": { "to": "a", "state": "later", "fields": [7], "at": "x", "more": [1] }, "0": {}, "x": 7, "2": 7 });
    let mut document = read(&json!({ "asked": asked }));
    assert_eq!(written(&document)["asked"], asked, "untouched");
    assert_eq!(document.requests().len(), 1);
    document.change_asked(1, 3, |asked| asked.to = "b".to_owned());
    document.change_asked(4, 3, |asked| asked.to = "c".to_owned());
    let expected = json!({ "1": { "to": "b", "state": "later", "fields": [7], "at": 3, "more": [1] }, "0": {}, "x": 7, "2": 7,
        "4": { "to": "c", "at": 3 } });
    assert_eq!(written(&document)["asked"], expected);
    document.change_asked(1, 4, |asked| asked.state = AskState::Closed);
    assert_eq!(written(&document)["asked"]["1"]["state"], json!("closed"));
}

#[test]
fn a_clock_that_goes_backwards_does_not_make_a_change_older() {
    let mut document = read(&json!({}));
    for clock in [50, 40, 0] {
        let before = document.asked(3).map_or(0, |asked| asked.at);
        document.change_asked(3, clock, |asked| asked.to.push('a'));
        assert!(document.asked(3).unwrap().at > before);
    }
    let same = document.clone();
    document.change_asked(3, 1000, |_| {});
    assert_eq!(document, same, "nothing has changed");
}

#[test]
fn whose_questions_are_answered_is_stored() {
    let mut document = read(&json!({}));
    assert!(!document.is_reply());
    document.change_reply_to(7, |reply| reply.link = "r2abc".to_owned());
    document.change_reply_to(8, |reply| reply.by = "佐藤".to_owned());
    assert_eq!(written(&document)["reply_to"], json!({ "link": "r2abc", "by": "佐藤", "at": 8 }));
    let reply = ReplyTo { link: "r2abc".to_owned(), by: "佐藤".to_owned(), at: 8, ..ReplyTo::default() };
    assert_eq!(read(&written(&document)).reply_to(), Some(reply));
    // Of a later version: it is an answer all the same, and stays as it is.
    let later = read(&json!({ "reply_to": ["r3abc"] }));
    assert!(later.is_reply());
    assert_eq!((later.reply_to(), &written(&later)["reply_to"]), (None, &json!(["r3abc"])));
}
