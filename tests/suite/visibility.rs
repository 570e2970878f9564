//! What the words `when` and `unless` mean, shown on the last field of the tiny questionnaire.

use crate::support::tiny::{CHAPTER, Edit, answered, built, place};
use ec_checkup::flow::Flow;
use ec_checkup::flow::Visibility::{self, Asked, Hidden, Waiting};

const CONDITION: &str = "when   = [{ \"lock-doors.A\" = [\"2\"] }]";

/// With these lines as the field's condition, and these answers (`lock=A lock-often=B`).
fn check(condition: &str, answers: &str, expected: Visibility) {
    check_edited(&[(CHAPTER, CONDITION, condition)], answers, expected);
}

fn check_edited(edits: &[Edit<'_>], answers: &str, expected: Visibility) {
    let questionnaire = built(edits);
    let sheet = answered(&questionnaire, answers);
    let found = Flow::new(&questionnaire, &sheet).field(place(&questionnaire, "lock-note"));
    assert_eq!(found, expected, "{edits:?} with {answers}");
}

#[test]
fn no_condition_is_asked() {
    check("", "", Asked);
}

#[test]
fn when_waits_for_an_answer() {
    let when = "when = [{ lock = [\"A\", \"C\"] }]";
    check(when, "", Waiting);
    check(when, "lock=A", Asked);
    check(when, "lock=C", Asked);
    check(when, "lock=B", Hidden);
    check(when, "lock=DK", Hidden);
}

#[test]
fn special_answers_can_be_named() {
    check("when = [{ lock = [\"DK\"] }]", "lock=DK", Asked);
    check("when = [{ lock = [\"DK\"] }]", "lock=A", Hidden);
    check("when = [{ lock-doors = [\"NA\"] }]", "lock-doors=NA", Asked);
    check("when = [{ lock-doors = [\"NA\"] }]", "lock-doors=A1B1", Hidden);
    for answers in ["lock=A", "lock=D", "lock=DK"] {
        check("when = [{ lock = [\"*\"] }]", answers, Asked);
    }
    check("when = [{ lock = [\"*\"] }]", "", Waiting);
}

#[test]
fn keys_are_and() {
    let when = "when = [{ lock = [\"A\"], lock-often = [\"B\"] }]";
    check(when, "lock=A", Waiting);
    check(when, "lock=A lock-often=B", Asked);
    check(when, "lock=A lock-often=A", Hidden);
    check(when, "lock=B", Hidden);
    check(when, "lock-often=A", Hidden);
}

#[test]
fn entries_are_or() {
    let when = "when = [{ lock = [\"A\"] }, { lock-often = [\"B\"] }]";
    check(when, "lock=A", Asked);
    check(when, "lock-often=B", Asked);
    check(when, "lock=B", Waiting);
    check(when, "lock=B lock-often=A", Hidden);
}

#[test]
fn unless_is_the_opposite_but_waits_too() {
    let unless = "unless = [{ lock = [\"A\"] }]";
    check(unless, "", Waiting);
    check(unless, "lock=A", Hidden);
    check(unless, "lock=B", Asked);
    check(unless, "lock=DK", Asked);
    let both = "when = [{ lock = [\"A\", \"B\"] }]\nunless = [{ lock-often = [\"B\"] }]";
    check(both, "lock=A", Waiting);
    check(both, "lock=A lock-often=A", Asked);
    check(both, "lock=A lock-often=B", Hidden);
    check(both, "lock=C", Hidden);
}

/// `lock-reasons` is asked when `lock` is C or D.
#[test]
fn what_looks_at_a_hidden_field_is_hidden() {
    let when = "when = [{ lock-reasons = [\"*\"] }]";
    check(when, "lock=A", Hidden);
    check(when, "lock=A lock-reasons=A", Hidden);
    check(when, "lock=D", Waiting);
    check(when, "lock=D lock-reasons=A", Asked);
    let unless = "unless = [{ lock-reasons = [\"A\"] }]";
    check(unless, "", Waiting);
    check(unless, "lock=A", Hidden);
    check(unless, "lock=A lock-reasons=B", Hidden);
    check(unless, "lock=D", Waiting);
    check(unless, "lock=D lock-reasons=B", Asked);
    check(unless, "lock=D lock-reasons=AB", Hidden);
}

/// Once asked, a field is not taken back by one more answer.
#[test]
fn what_looks_at_a_waiting_field_waits() {
    let unless = "unless = [{ lock-reasons = [\"A\"], lock-often = [\"B\"] }]";
    check(unless, "lock-often=A", Waiting);
    check(unless, "lock-often=A lock=A", Hidden);
    check(unless, "lock-often=A lock=D", Asked);
    check(unless, "lock-often=B lock=D", Waiting);
}

#[test]
fn a_matrix_matches_by_any_row_or_one() {
    let any = "when = [{ lock-doors = [\"2\"] }]";
    check(any, "lock-doors=A1", Waiting);
    check(any, "lock-doors=A2", Asked);
    check(any, "lock-doors=A1B2", Asked);
    check(any, "lock-doors=A1B1", Hidden);
    check(any, "lock-doors=NA", Hidden);
    let row = "when = [{ \"lock-doors.B\" = [\"2\"] }]";
    check(row, "lock-doors=A2", Waiting);
    check(row, "lock-doors=B2", Asked);
    check(row, "lock-doors=A2B1", Hidden);
}

#[test]
fn sections_questions_and_fields_must_all_agree() {
    let question = "\n[[section]]\nid = \"more\"\ntitle.ja = \"ほか\"\ntitle.en = \"More\"\nwhen = [{ lock = [\"A\"] }]\n\
        [[section.question]]\nid = \"more\"\ntitle.ja = \"ほか\"\ntitle.en = \"More\"\nunless = [{ lock-often = [\"B\"] }]\n\
        [[section.question.field]]\nid = \"lock-note\"\nkind = \"text\"\nask.ja = \"なぜ\"\nask.en = \"Why\"\nwhen = [{ lock-doors = [\"2\"] }]\n";
    let edits = [(CHAPTER, "id     = \"lock-note\"", "id     = \"lock-other\""), (CHAPTER, "", question)];
    check_edited(&edits, "lock=A lock-often=A lock-doors=A2", Asked);
    check_edited(&edits, "lock=A lock-often=A", Waiting);
    check_edited(&edits, "lock=B lock-often=A lock-doors=A2", Hidden);
    check_edited(&edits, "lock=A lock-often=B lock-doors=A2", Hidden);
    check_edited(&edits, "lock=A lock-often=A lock-doors=A1B1", Hidden);
}
