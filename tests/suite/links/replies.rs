//! Questions to somebody else and what comes back, also between versions of the page, as a link and as a file.

use super::contents::any_reply;
use super::kinds::{open, write};
use crate::properties::config;
use crate::support::tiny::{CHAPTER, Edit, built, edited};
use crate::support::{compiled, named, notation, questionnaire, sheet};
use ec_checkup::answers::{Json, Sheet, Unreadable};
use ec_checkup::content::author::build;
use ec_checkup::link::{self, Content, Head, LinkError, Reply, Request};
use ec_checkup::model::{FieldIx, Questionnaire};
use proptest::prelude::*;

/// A field and an option more.
const GROWTH: [Edit<'_>; 2] = [
    (CHAPTER, "B.en = \"Other\"\n", "B.en = \"Other\"\nC.ja = \"毎週\"\nC.en = \"Every week\"\n"),
    (
        CHAPTER,
        "",
        "\n[[section.question.field]]\nid = \"lock-new\"\nkind = \"single\"\nask.ja = \"新しいかぎですか。\"\nask.en = \"Is the lock new?\"\n\
         option.A.ja = \"はい\"\noption.A.en = \"Yes\"\noption.B.ja = \"いいえ\"\noption.B.en = \"No\"\n",
    ),
];

fn head() -> Head {
    Head { number: 0xFEED, day: Some(2_523), name: "青空商店".to_owned() }
}

fn ask(questionnaire: &Questionnaire, fields: &[&str]) -> Request {
    let fields = fields.iter().map(|id| questionnaire.field_named(id).unwrap());
    Request::new(questionnaire, &head(), fields, "お願いします").0
}

fn filled(questionnaire: &Questionnaire, answers: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::new(questionnaire);
    for (id, short) in answers {
        let ix = questionnaire.field_named(id).unwrap();
        let answer = notation::read(questionnaire.field(ix).unwrap(), short);
        assert!(answer.is_some() && sheet.set(questionnaire, ix, answer), "{id} = {short}");
        sheet.set_note(ix, "見ました");
    }
    sheet
}

/// Writes in one version and opens in another.
fn sent(from: &Questionnaire, to: &Questionnaire, content: &Content) -> Result<Content, LinkError> {
    link::open(to, &link::write(from, content).unwrap())
}

fn request(content: Result<Content, LinkError>) -> Request {
    match content {
        Ok(Content::Request(request)) => request,
        other => panic!("{other:?}"),
    }
}

fn reply(content: Result<Content, LinkError>) -> Reply {
    match content {
        Ok(Content::Reply(reply)) => reply,
        other => panic!("{other:?}"),
    }
}

#[test]
fn only_what_was_asked_for_is_answered() {
    let request =
        Request::new(questionnaire(), &head(), [named("mgmt-policy").0, named("mgmt-head").0], "").0;
    let mut own = sheet(&[("mgmt-policy", "B"), ("mgmt-head", "D"), ("mgmt-roles", "C")]);
    own.set_other(named("mgmt-head").0, "副店長");
    own.set_note(named("mgmt-roles").0, "秘密");
    let (reply, cut) = Reply::new(questionnaire(), &request, "制作会社", Some(2_530), &own);
    let mut expected = sheet(&[("mgmt-policy", "B"), ("mgmt-head", "D")]);
    expected.set_other(named("mgmt-head").0, "副店長");
    assert_eq!((&reply.sheet, cut), (&expected, 0));
    assert_eq!(reply.head, Head { number: 0xFEED, day: Some(2_530), name: "制作会社".to_owned() });
    assert_eq!(open(&write(&Content::Reply(reply.clone()))), Ok(Content::Reply(reply)));
}

/// The vendor's page is newer: whoever asked can still read the answer.
#[test]
fn a_newer_page_answers_an_older_one() {
    let (old, new) = (build(&edited(&[])).unwrap().questionnaire, built(&GROWTH));
    let asked = Content::Request(ask(&old, &["lock", "lock-often"]));
    let received = request(sent(&old, &new, &asked));
    assert_eq!((received.unknown, received.revision), (0, old.slots.revision()));
    let own = filled(&new, &[("lock", "B"), ("lock-often", "A")]);
    let answer = Content::Reply(Reply::new(&new, &received, "", None, &own).0);
    let back = reply(sent(&new, &old, &answer));
    assert_eq!((back.sheet, back.homeless), (filled(&old, &[("lock", "B"), ("lock-often", "A")]), 0));
    // Unless the answer is one that there was not: then it says so.
    let own = filled(&new, &[("lock", "B"), ("lock-often", "C")]);
    let answer = Content::Reply(Reply::new(&new, &received, "", None, &own).0);
    assert_eq!(sent(&new, &old, &answer), Err(LinkError::Newer));
    assert_eq!(reply(sent(&new, &new, &answer)).sheet, own);
}

/// The shop's page is newer: the vendor answers what is known there, and is told that there is more.
#[test]
fn an_older_page_answers_a_newer_one() {
    let (old, new) = (build(&edited(&[])).unwrap().questionnaire, built(&GROWTH));
    let asked = Content::Request(ask(&new, &["lock", "lock-new"]));
    let received = request(sent(&new, &old, &asked));
    assert_eq!((received.fields.len(), received.unknown), (1, 1));
    let own = filled(&old, &[("lock", "C")]);
    let answer = Content::Reply(Reply::new(&old, &received, "", None, &own).0);
    assert_eq!(reply(sent(&old, &new, &answer)).sheet, filled(&new, &[("lock", "C")]));
}

#[test]
fn a_whole_chapter_is_asked_for_in_a_short_link() {
    let pack = compiled().questionnaire.pack_named("ecom").unwrap();
    for (_, chapter) in questionnaire().chapters_of(pack) {
        let fields: Vec<FieldIx> = questionnaire().fields_in(chapter).collect();
        let count = fields.len();
        let request = Request::new(questionnaire(), &Head { name: String::new(), ..head() }, fields, "").0;
        assert_eq!(request.fields.len(), count, "no field is asked twice");
        let link = write(&Content::Request(request));
        println!("{}, {count} fields: {} characters", chapter.id, link.len());
        assert!(link.len() <= 60, "{}", chapter.id);
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..config() })]

    #[test]
    fn a_reply_comes_back_from_a_file(reply in any_reply()) {
        let written = reply.to_json(questionnaire()).write();
        let read = Reply::from_json(questionnaire(), &Json::parse(&written).unwrap()).unwrap();
        prop_assert_eq!(read, Reply { revision: questionnaire().slots.revision(), ..reply });
    }
}

#[test]
fn what_is_no_reply_is_refused() {
    let good = r#"{"ec-checkup":"reply","format":1,"pack":"ecom","request":"0000feed","name":"a","answers":{"mgmt-policy":"A","later":{"x":1}}}"#;
    let read = |text: &str| Reply::from_json(questionnaire(), &Json::parse(text).unwrap());
    let reply = read(good).unwrap();
    assert_eq!((reply.head.number, reply.homeless, reply.sheet.strays.len()), (0xFEED, 1, 1));
    // What is not known here is not lost.
    assert_eq!(read(&reply.to_json(questionnaire()).write()), Ok(reply));
    let check = |from: &str, to: &str, error| {
        assert_eq!(read(&good.replacen(from, to, 1)), Err(error), "{from} -> {to}");
    };
    check("\"reply\"", "\"backup\"", Unreadable::Damaged);
    check("\"ec-checkup\":\"reply\",", "", Unreadable::Damaged);
    check("\"format\":1", "\"format\":2", Unreadable::Newer);
    check("\"format\":1", "\"format\":0", Unreadable::Damaged);
    check("\"format\":1,", "", Unreadable::Damaged);
    check("\"ecom\"", "\"other\"", Unreadable::OtherQuestionnaire);
    check("\"pack\":\"ecom\",", "", Unreadable::Damaged);
    check("\"0000feed\"", "\"feet\"", Unreadable::Damaged);
    check("\"request\":\"0000feed\",", "", Unreadable::Damaged);
    check("\"answers\":{", "\"answers\":[],\"a\":{", Unreadable::Damaged);
    check("\"answers\"", "\"answer\"", Unreadable::Damaged);
}
