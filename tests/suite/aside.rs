//! What the profile sets aside, shown on the tiny questionnaire with a profile before it.

use crate::support::tiny::{Edit, PROFILE, RULES, answered, built, place};
use ec_checkup::answers::Sheet;
use ec_checkup::flow::Flow;
use ec_checkup::flow::Visibility::{self, Aside, Asked, Hidden, Waiting};
use ec_checkup::model::{PackIx, Questionnaire};
use ec_checkup::score::Report;
use std::fmt::Write;

/// A rule: targets, and when.
type Rule = (&'static str, &'static str);

const MARKET: &str = "{ shop-kind = [\"B\"] }";

/// The tiny questionnaire with a profile and rules.
pub(crate) fn with_rules(rules: &[Rule]) -> Questionnaire {
    let mut file = String::new();
    for (nr, (targets, when)) in rules.iter().enumerate() {
        let targets: Vec<String> = targets.split(' ').map(|target| format!("\"{target}\"")).collect();
        writeln!(
            file,
            "[[rule]]\nid = \"rule-{nr}\"\npart = \"out\"\nwhen = [{when}]\ntargets = [{}]\nreason.ja = \"市場\"\nreason.en = \"Market\"",
            targets.join(", ")
        )
        .unwrap();
    }
    let rules: Edit<'_> = (RULES, "", &file);
    built(&[&PROFILE[..], &[rules]].concat())
}

/// Under these rules and answers, what is asked of these fields.
fn check(rules: &[Rule], answers: &str, expected: &[(&str, Visibility)]) {
    let questionnaire = with_rules(rules);
    let flow = Flow::new(&questionnaire, &answered(&questionnaire, answers));
    for (id, expected) in expected {
        assert_eq!(flow.field(place(&questionnaire, id)), *expected, "{id} with {answers} under {rules:?}");
    }
}

#[test]
fn a_rule_waits_for_its_answer() {
    let rules = [("field:lock", MARKET)];
    check(&rules, "", &[("lock", Asked), ("shop-kind", Asked)]);
    check(&rules, "shop-kind=A", &[("lock", Asked)]);
    check(&rules, "shop-kind=DK", &[("lock", Asked)]);
    check(&rules, "shop-kind=B", &[("lock", Aside(0)), ("lock-often", Asked), ("shop-kind", Asked)]);
    check(&rules, "shop-kind=B lock=A", &[("lock", Aside(0))]);
}

#[test]
fn rules_are_conditions() {
    check(&[("field:lock", "{ shop-kind = [\"A\", \"B\"] }")], "shop-kind=A", &[("lock", Aside(0))]);
    check(&[("field:lock", "{ shop-kind = [\"DK\"] }")], "shop-kind=DK", &[("lock", Aside(0))]);
    let either = [("field:lock", "{ shop-kind = [\"A\"] }, { shop-kind = [\"B\"] }")];
    check(&either, "shop-kind=B", &[("lock", Aside(0))]);
    check(&either, "shop-kind=C", &[("lock", Asked)]);
}

#[test]
fn targets_are_of_every_size() {
    for target in ["field:lock-often", "question:lock", "section:locks", "chapter:doors"] {
        check(&[(target, MARKET)], "shop-kind=B", &[("lock-often", Aside(0)), ("night-note", Asked)]);
    }
    check(
        &[("field:lock field:lock-doors", MARKET)],
        "shop-kind=B",
        &[("lock", Aside(0)), ("lock-often", Asked), ("lock-doors", Aside(0))],
    );
    check(&[("chapter:night", MARKET)], "shop-kind=B", &[("lock", Asked), ("night-note", Aside(0))]);
}

#[test]
fn the_first_rule_that_holds_is_the_reason() {
    let street = "{ shop-kind = [\"C\"] }";
    let rules = [("field:lock", street), ("question:lock", MARKET), ("field:lock-often", MARKET)];
    check(&rules, "shop-kind=B", &[("lock", Aside(1)), ("lock-often", Aside(1))]);
    check(&rules, "shop-kind=C", &[("lock", Aside(0)), ("lock-often", Asked)]);
}

/// `lock-reasons` is asked when `lock` is C or D.
#[test]
fn what_follows_from_what_is_aside_is_hidden() {
    let rules = [("field:lock", MARKET)];
    check(&rules, "shop-kind=B lock=D", &[("lock-reasons", Hidden)]);
    check(&rules, "shop-kind=B lock! lock=D", &[("lock", Asked), ("lock-reasons", Asked)]);
    let whole = [("question:lock", MARKET)];
    check(&whole, "shop-kind=B lock=D", &[("lock", Aside(0)), ("lock-reasons", Hidden)]);
    check(&whole, "shop-kind=B lock! lock=D", &[("lock", Asked), ("lock-reasons", Aside(0))]);
    check(&whole, "shop-kind=B lock! lock=D lock-reasons!", &[("lock-reasons", Asked)]);
    check(&whole, "shop-kind=B lock! lock=A lock-reasons!", &[("lock-reasons", Hidden)]);
    // Whatever is answered next: aside it stays.
    for answers in ["shop-kind=B lock!", "shop-kind=B lock! lock=A", "shop-kind=B lock! lock=D"] {
        check(&whole, answers, &[("lock-reasons", Aside(0))]);
    }
    check(&whole, "shop-kind=B lock! lock-reasons!", &[("lock-reasons", Waiting)]);
}

#[test]
fn what_was_brought_back_stays_until_it_is_let_go() {
    let questionnaire = with_rules(&[("field:lock", MARKET)]);
    let lock = place(&questionnaire, "lock");
    let seen = |sheet: &Sheet| Flow::new(&questionnaire, sheet).field(lock);
    let mut sheet = answered(&questionnaire, "lock! shop-kind=A");
    assert_eq!(seen(&sheet), Asked, "bringing back what is not aside changes nothing");
    for kind in ["shop-kind=B", "shop-kind=C", "shop-kind=B"] {
        let other = answered(&questionnaire, kind);
        let shop = place(&questionnaire, "shop-kind");
        sheet.set(&questionnaire, shop, other.answer(shop).cloned());
        assert_eq!(seen(&sheet), Asked, "{kind}");
    }
    sheet.set_back(lock, false);
    assert_eq!(seen(&sheet), Aside(0));
}

/// Asked and answered of the pack, and the range of its score.
fn counts(questionnaire: &Questionnaire, answers: &str, pack: u8) -> ([u16; 2], Option<(u16, u16)>) {
    let sheet = answered(questionnaire, answers);
    let flow = Flow::new(questionnaire, &sheet);
    let progress = flow.total(questionnaire, &sheet, PackIx(pack));
    ([progress.answered, progress.asked], Report::new(questionnaire, PackIx(pack), &sheet, &flow).range())
}

#[test]
fn what_is_aside_counts_neither_as_asked_nor_in_the_score() {
    let questionnaire = with_rules(&[("field:lock", MARKET)]);
    let check = |answers, asked, range| {
        assert_eq!(counts(&questionnaire, answers, 1), (asked, range), "{answers}");
    };
    check("shop-kind=A lock=B", [1, 3], Some((667, 667)));
    check("shop-kind=B lock=B", [0, 2], None);
    check("shop-kind=B lock=B lock!", [1, 3], Some((667, 667)));
    check("shop-kind=B lock!", [0, 3], Some((0, 1000)));
    // In the pack that uses it, too.
    assert_eq!(counts(&questionnaire, "shop-kind=A lock=B", 2), ([1, 1], Some((667, 667))));
    assert_eq!(counts(&questionnaire, "shop-kind=B lock=B", 2), ([0, 0], None));
}

#[test]
fn a_question_is_aside_when_nothing_of_it_is_asked() {
    let check = |rules: &[Rule], answers: &str, question: &str, expected: Option<u8>| {
        let questionnaire = with_rules(rules);
        let flow = Flow::new(&questionnaire, &answered(&questionnaire, answers));
        let (_, question) = questionnaire.questions().find(|(_, known)| known.id == question).unwrap();
        assert_eq!(flow.aside(&questionnaire, question), expected, "{answers} under {rules:?}");
        assert_eq!(flow.asks_question(&questionnaire, question), expected.is_none(), "{answers}");
    };
    let whole = [("question:lock", MARKET)];
    check(&whole, "", "lock", None);
    check(&whole, "shop-kind=B", "lock", Some(0));
    check(&whole, "shop-kind=B lock-often!", "lock", None);
    check(&whole, "shop-kind=B", "night-keys", None);
    check(&[("field:lock", MARKET), ("chapter:night", MARKET)], "shop-kind=B", "night-keys", Some(0));
    check(&[("field:lock", MARKET)], "shop-kind=B", "lock", None);
}

#[test]
fn going_on_leaves_out_what_is_aside() {
    let questionnaire = with_rules(&[("chapter:doors", MARKET)]);
    let asked = |answers: &str, pack| {
        let sheet = answered(&questionnaire, answers);
        let flow = Flow::new(&questionnaire, &sheet);
        (
            flow.questions(&questionnaire, PackIx(pack)).count(),
            flow.next_open(&questionnaire, &sheet, PackIx(pack), None),
        )
    };
    let (count, open) = asked("shop-kind=A", 1);
    assert!(count == 1 && open.is_some());
    assert_eq!(asked("shop-kind=B", 1), (0, None));
}
