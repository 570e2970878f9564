//! What an answer does where it arrives.

use super::{field, fields, one, sheet};
use crate::support::{flow, questionnaire};
use ec_checkup::answers::Sheet;
use ec_checkup::asking::arrived;
use ec_checkup::compare::{Case, Decisions, Takeover};
use ec_checkup::link::{Head, Reply};

fn reply(sheet: Sheet) -> Reply {
    Reply { head: Head { number: 77, ..Head::default() }, sheet, homeless: 0, revision: 0 }
}

/// The asker's sheet after everything that fills a gap has come in.
fn taken(mine: &Sheet, reply: &Reply, asked: &[&str]) -> Sheet {
    let arrived = arrived(questionnaire(), mine, reply, Some(&fields(asked)));
    Takeover::of_fields(questionnaire(), mine, &arrived.sheet, arrived.fields).apply(
        questionnaire(),
        mine,
        &Decisions::default(),
    )
}

#[test]
fn what_came_and_what_did_not_is_counted() {
    let mut answers = sheet(&[("mgmt-policy", one("B")), ("access-rules", one("C"))]);
    answers.set_note(field("account-lifecycle"), "確認中");
    let asked = fields(&["mgmt-policy", "account-lifecycle", "access-settings"]);
    let arrived = arrived(questionnaire(), &Sheet::new(questionnaire()), &reply(answers), Some(&asked));
    assert_eq!((arrived.answered, arrived.open, arrived.unasked), (2, 1, 1));
}

#[test]
fn only_what_was_asked_comes_in() {
    let answers = reply(sheet(&[("mgmt-policy", one("B")), ("access-rules", one("C"))]));
    let mine = Sheet::new(questionnaire());
    let after = taken(&mine, &answers, &["mgmt-policy"]);
    assert_eq!(after, sheet(&[("mgmt-policy", one("B"))]));
}

#[test]
fn what_is_there_is_not_overwritten() {
    let mine = sheet(&[("mgmt-policy", one("A"))]);
    let answers = reply(sheet(&[("mgmt-policy", one("D"))]));
    assert_eq!(taken(&mine, &answers, &["mgmt-policy"]), mine);
    let arrived = arrived(questionnaire(), &mine, &answers, Some(&fields(&["mgmt-policy"])));
    let plan = Takeover::of_fields(questionnaire(), &mine, &arrived.sheet, arrived.fields);
    assert_eq!(plan.lines_that(Case::Conflicts).count(), 1);
}

/// The second time there is nothing left to do.
#[test]
fn the_same_answer_twice_changes_nothing() {
    let answers = reply(sheet(&[("mgmt-policy", one("B")), ("account-lifecycle", one("C"))]));
    let asked = ["mgmt-policy", "account-lifecycle"];
    let once = taken(&Sheet::new(questionnaire()), &answers, &asked);
    assert_eq!(taken(&once, &answers, &asked), once);
}

/// What the provider answered counts: it was asked because it was set aside.
#[test]
fn the_providers_part_comes_back_where_it_was_answered() {
    let mine = sheet(&[("shop-kind", one("B")), ("card-flow", one("B"))]);
    let ix = field("traffic-settings");
    assert!(!flow(&mine).asks(ix), "set aside");
    let answers = reply(sheet(&[("traffic-settings", one("A"))]));
    let after = taken(&mine, &answers, &["traffic-settings"]);
    assert!(after.is_back(ix) && flow(&after).asks(ix));
    assert_eq!(after.answer(ix), Some(&one("A")));
    let back = questionnaire().fields().filter(|(ix, _)| after.is_back(*ix)).count();
    assert_eq!(back, 1, "nothing else comes back");
}
