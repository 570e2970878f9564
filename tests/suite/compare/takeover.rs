//! Taking over from another sheet.

use super::{QUESTIONNAIRE, id, place, sheet};
use ec_checkup::answers::Sheet;
use ec_checkup::compare::{Case, Decision, Decisions, Takeover, effects};
use ec_checkup::model::FieldIx;

fn all() -> impl Iterator<Item = FieldIx> {
    QUESTIONNAIRE.fields().map(|(ix, _)| ix)
}

fn plan(mine: &Sheet, theirs: &Sheet) -> Takeover {
    Takeover::of_fields(&QUESTIONNAIRE, mine, theirs, all())
}

fn written(plan: &Takeover) -> String {
    let word = |case| match case {
        Case::Equal => "=",
        Case::Fills => "+",
        Case::Conflicts => "?",
    };
    plan.lines
        .iter()
        .map(|line| format!("{}{}", id(line.field), word(line.case)))
        .collect::<Vec<_>>()
        .join(" ")
}

/// What the plan says, what comes of it without a decision, and what when theirs is chosen everywhere.
fn check(mine: &str, theirs: &str, expected: &str, undecided: &str, decided: &str) {
    let (mine, theirs) = (sheet(mine), sheet(theirs));
    let plan = plan(&mine, &theirs);
    assert_eq!(written(&plan), expected);
    assert_eq!(plan.apply(&QUESTIONNAIRE, &mine, &Decisions::default()), sheet(undecided), "{expected}");
    let mut decisions = Decisions::default();
    decisions.set_all(all(), Decision::Theirs);
    assert_eq!(plan.apply(&QUESTIONNAIRE, &mine, &decisions), sheet(decided), "{expected}");
    decisions.set_all(all(), Decision::Mine);
    assert_eq!(plan.apply(&QUESTIONNAIRE, &mine, &decisions), mine, "{expected}");
}

#[test]
fn what_is_empty_is_filled_and_what_is_there_stays() {
    check("", "", "", "", "");
    check("lock=A", "", "", "lock=A", "lock=A");
    check("", "lock=A", "lock+", "lock=A", "lock=A");
    check("lock=A", "lock=A", "lock=", "lock=A", "lock=A");
    check("lock=A", "lock=B", "lock?", "lock=A", "lock=B");
    check("lock=DK", "lock=B", "lock?", "lock=DK", "lock=B");
    check(
        "lock=A",
        "lock=DK lock-often=A",
        "lock? lock-often+",
        "lock=A lock-often=A",
        "lock=DK lock-often=A",
    );
    check("night-note=a", "night-note=b", "night-note?", "night-note=a", "night-note=b");
}

#[test]
fn rows_are_taken_one_by_one() {
    check("lock-doors=A1", "lock-doors=B2", "lock-doors+", "lock-doors=A1B2", "lock-doors=A1B2");
    check("lock-doors=A1B2", "lock-doors=B2", "lock-doors=", "lock-doors=A1B2", "lock-doors=A1B2");
    check("lock-doors=A1", "lock-doors=A2B2", "lock-doors?", "lock-doors=A1", "lock-doors=A2B2");
    check("lock-doors=A1B1", "lock-doors=B2", "lock-doors?", "lock-doors=A1B1", "lock-doors=A1B2");
    check("lock-doors=NA", "lock-doors=B2", "lock-doors?", "lock-doors=NA", "lock-doors=B2");
}

#[test]
fn no_words_are_lost() {
    let often = |words: &str| format!("lock-often=B{words}");
    check(
        "",
        &often(" | lock-often: x"),
        "lock-often+",
        &often(" | lock-often: x"),
        &often(" | lock-often: x"),
    );
    check(
        &often(""),
        &often(" | lock-often: x"),
        "lock-often+",
        &often(" | lock-often: x"),
        &often(" | lock-often: x"),
    );
    check(
        &often(" | lock-often: x"),
        &often(""),
        "lock-often=",
        &often(" | lock-often: x"),
        &often(" | lock-often: x"),
    );
    check(
        &often(" | lock-often: x"),
        &often(" | lock-often: y"),
        "lock-often?",
        &often(" | lock-often: x"),
        &often(" | lock-often: y"),
    );
    // Kept although nobody chose it there: it does not come.
    check("", "lock-often=A | lock-often: x", "lock-often+", "lock-often=A", "lock-often=A");
    check("lock=A", "lock=A | lock # why", "lock+", "lock=A | lock # why", "lock=A | lock # why");
    check(" | lock # why", "lock=A", "lock+", "lock=A | lock # why", "lock=A | lock # why");
    check(
        "lock=A | lock # why",
        "lock=A | lock # so",
        "lock?",
        "lock=A | lock # why",
        "lock=A | lock # why/so",
    );
    check(
        "lock=A | lock # why",
        "lock=B | lock # so",
        "lock?",
        "lock=A | lock # why",
        "lock=B | lock # why/so",
    );
    check(
        "lock=A | lock # why/so",
        "lock=A | lock # so",
        "lock=",
        "lock=A | lock # why/so",
        "lock=A | lock # why/so",
    );
    check(
        "lock=A | lock # why so",
        "lock=A | lock # so",
        "lock?",
        "lock=A | lock # why so",
        "lock=A | lock # why so/so",
    );
}

#[test]
fn an_answer_can_stay_and_the_note_come() {
    let check = |mine: &str, theirs: &str, expected: &str| {
        let (mine, theirs) = (sheet(mine), sheet(theirs));
        let mut decisions = Decisions::default();
        decisions.set(place("lock"), Decision::MineAndNote);
        assert_eq!(plan(&mine, &theirs).apply(&QUESTIONNAIRE, &mine, &decisions), sheet(expected));
    };
    check("lock=A | lock # why", "lock=B | lock # so", "lock=A | lock # why/so");
    check("lock=A", "lock=B | lock # so", "lock=A | lock # so");
    check("lock=A", "lock=B", "lock=A");
    check("", "lock=B | lock # so", " | lock # so");
}

#[test]
fn what_does_not_count_there_stays_behind() {
    check("", "lock=A lock-reasons=A", "lock+", "lock=A", "lock=A");
    check("", "shop-kind=B lock-doors=A1", "shop-kind+", "shop-kind=B", "shop-kind=B");
    // A reply may hold a follow-up without the question before it.
    check("lock=C", "lock-reasons=A", "lock-reasons+", "lock=C lock-reasons=A", "lock=C lock-reasons=A");
    // Brought back there, so that it counts here too.
    let back = "shop-kind=B lock-doors! lock-doors=A1";
    check("shop-kind=B", back, "shop-kind= lock-doors+", back, back);
}

#[test]
fn chapters_are_chosen() {
    let (mine, theirs) = (sheet("lock=A"), sheet("shop-kind=A lock=B lock-often=A night-note=a"));
    let chapter = |id: &str| QUESTIONNAIRE.chapter_named(id).unwrap();
    let of = |ids: &[&str]| {
        let chapters: Vec<_> = ids.iter().map(|id| chapter(id)).collect();
        Takeover::of_chapters(&QUESTIONNAIRE, &mine, &theirs, &chapters)
    };
    assert_eq!(written(&of(&[])), "");
    assert_eq!(written(&of(&["shop"])), "shop-kind+");
    assert_eq!(written(&of(&["doors"])), "lock? lock-often+");
    // It uses `lock`, which stands in the other chapter.
    assert_eq!(written(&of(&["night"])), "lock? night-note+");
    let both = of(&["night", "doors"]);
    assert_eq!(written(&both), "lock? lock-often+ night-note+");
    assert_eq!(both.conflicts_in(&QUESTIONNAIRE, chapter("night")), [place("lock")]);
    assert_eq!(both.conflicts_in(&QUESTIONNAIRE, chapter("shop")), []);
    let mut decisions = Decisions::default();
    decisions.set_all(both.conflicts_in(&QUESTIONNAIRE, chapter("doors")), Decision::Theirs);
    let taken = both.apply(&QUESTIONNAIRE, &mine, &decisions);
    assert_eq!(taken, sheet("lock=B lock-often=A night-note=a"));
}

#[test]
fn what_changed_since_the_plan_is_left_alone() {
    let (mine, theirs) = (sheet("lock=A"), sheet("lock=B lock-often=A"));
    let plan = plan(&mine, &theirs);
    let mut decisions = Decisions::default();
    decisions.set_all(all(), Decision::Theirs);
    let later = sheet("lock=C lock-often=B");
    assert_eq!(plan.apply(&QUESTIONNAIRE, &later, &decisions), later);
    let later = sheet("lock=A lock-often=B");
    assert_eq!(plan.apply(&QUESTIONNAIRE, &later, &decisions), sheet("lock=B lock-often=B"));
}

#[test]
fn answers_without_a_question_are_counted() {
    let mut theirs = sheet("lock=A");
    theirs.strays.push(("later".to_owned(), ec_checkup::answers::Json::Null));
    assert_eq!(plan(&sheet(""), &theirs).strays, 1);
    assert!(
        plan(&sheet(""), &theirs).apply(&QUESTIONNAIRE, &sheet(""), &Decisions::default()).strays.is_empty()
    );
}

#[test]
fn what_else_changes_is_told() {
    let check = |before: &str, after: &str, appear: &[&str], vanish: &[&str], idle: &[&str]| {
        let effects = effects(&QUESTIONNAIRE, &sheet(before), &sheet(after));
        let names = |list: Vec<FieldIx>| list.into_iter().map(id).collect::<Vec<_>>();
        assert_eq!(names(effects.appear), appear, "{before} {after}");
        assert_eq!(names(effects.vanish), vanish, "{before} {after}");
        assert_eq!(names(effects.idle), idle, "{before} {after}");
    };
    check("lock=A", "lock=B", &[], &[], &[]);
    check("lock=A", "lock=C", &["lock-reasons"], &[], &[]);
    check("lock=C lock-reasons=A", "lock=A lock-reasons=A", &[], &["lock-reasons"], &[]);
    check("lock=A", "lock=A lock-reasons=A", &[], &[], &["lock-reasons"]);
    check("lock-doors=A1B1", "shop-kind=B lock-doors=A1B1", &[], &["lock-doors"], &[]);
    check("shop-kind=B", "shop-kind=B lock-doors! lock-doors=A2B1", &["lock-doors", "lock-note"], &[], &[]);
}
