//! What can be asked of somebody else, and what they see of it.

use super::{field, fields, names, one, sheet};
use crate::support::{flow, questionnaire};
use ec_checkup::answers::{Answer, Asked, Sheet};
use ec_checkup::asking::{askable, of_provider, progress, request, shown};
use ec_checkup::flow::Visibility;
use ec_checkup::link::{self, Content};
use ec_checkup::model::FieldIx;

fn all() -> Vec<FieldIx> {
    questionnaire().fields().map(|(ix, _)| ix).collect()
}

/// A shop on a hosted cart.
fn hosted() -> Sheet {
    sheet(&[("shop-kind", one("B")), ("card-flow", one("B"))])
}

#[test]
fn only_what_is_asked_or_the_providers_part_can_be_asked() {
    let sheet = hosted();
    let flow = flow(&sheet);
    let can = askable(questionnaire(), &sheet, &all(), false);
    let mut theirs = 0;
    for (ix, field) in questionnaire().fields() {
        let provider = |place: u8| questionnaire().rules[usize::from(place)].ask.is_some();
        match flow.field(ix) {
            Visibility::Asked => assert!(can.contains(&ix), "{}", field.id),
            Visibility::Aside(place) => {
                assert!(!can.contains(&ix) || provider(place), "{}", field.id);
                theirs += usize::from(can.contains(&ix));
            }
            Visibility::Hidden | Visibility::Waiting => {}
        }
    }
    assert!(theirs > 3, "the provider is asked something: {theirs}");
    assert!(can.is_sorted());
}

#[test]
fn every_list_for_the_provider_can_be_asked() {
    let sheet = hosted();
    let flow = flow(&sheet);
    let mut lists = 0;
    for (place, rule) in (0..).zip(&questionnaire().rules) {
        let list = of_provider(questionnaire(), &flow, place);
        if rule.ask.is_some() && !list.is_empty() {
            lists += 1;
            let can = askable(questionnaire(), &sheet, &list, true);
            assert!(!can.is_empty(), "{place}");
            assert!(can.iter().all(|ix| list.contains(ix)));
        }
    }
    assert!(lists > 0);
}

#[test]
fn not_knowing_is_no_answer() {
    let ids = ["mgmt-policy", "account-lifecycle", "access-rules"];
    let sheet = sheet(&[("mgmt-policy", Answer::Unknown), ("account-lifecycle", one("B"))]);
    let open = askable(questionnaire(), &sheet, &fields(&ids), true);
    assert!(
        open.contains(&field("mgmt-policy")) && !open.contains(&field("account-lifecycle")),
        "{:?}",
        names(&open)
    );
    assert_eq!(askable(questionnaire(), &sheet, &fields(&ids), false).len(), 3);
}

/// A field that waits for an answer of another one of the same question.
fn follow_up() -> (FieldIx, FieldIx) {
    let empty = Sheet::new(questionnaire());
    let flow = flow(&empty);
    let mut all = questionnaire().fields().filter(|(ix, _)| flow.field(*ix) == Visibility::Waiting);
    let only = |ix: FieldIx| {
        let mut tests = questionnaire().field(ix).unwrap().condition.tests().map(|test| test.field);
        let first = tests.next()?;
        (tests.all(|test| test == first) && flow.asks(first)).then_some((first, ix))
    };
    all.find_map(|(ix, _)| only(ix)).unwrap()
}

#[test]
fn a_follow_up_goes_along_with_what_decides_it() {
    let (first, follows) = follow_up();
    let empty = Sheet::new(questionnaire());
    assert_eq!(askable(questionnaire(), &empty, &[first, follows], true), [first, follows]);
    assert_eq!(askable(questionnaire(), &empty, &[follows], true), []);
}

#[test]
fn the_one_who_answers_sees_a_follow_up_when_its_time_has_come() {
    let (first, follows) = follow_up();
    let mut sheet = Sheet::new(questionnaire());
    assert_eq!(shown(questionnaire(), &sheet, &[first, follows]), [first]);
    assert_eq!(
        shown(questionnaire(), &sheet, &[follows]),
        [follows],
        "the asker knows that it is to be asked"
    );
    let mut seen = [false; 2];
    for code in questionnaire().field(first).unwrap().codes().iter() {
        if !sheet.set(questionnaire(), first, Some(Answer::One(code))) {
            sheet.set(questionnaire(), first, Some(Answer::Many([code].into_iter().collect())));
        }
        let asks = flow(&sheet).asks(follows);
        assert_eq!(shown(questionnaire(), &sheet, &[first, follows]).contains(&follows), asks);
        seen[usize::from(asks)] = true;
    }
    assert_eq!(seen, [true; 2], "both happen");
}

#[test]
fn progress_counts_what_is_shown() {
    let asked = fields(&["mgmt-policy", "account-lifecycle", "overall-worries"]);
    let sheet = sheet(&[("account-lifecycle", one("A"))]);
    let shown = shown(questionnaire(), &sheet, &asked);
    let progress = progress(questionnaire(), &sheet, &shown);
    assert_eq!((progress.answered, progress.asked), (1, 2), "free text is not needed");
}

/// The same link whenever it is shown again, and fields of other versions are left out of it.
#[test]
fn a_request_is_made_anew_from_what_is_stored() {
    let asked = Asked {
        from: "一号店".to_owned(),
        fields: ["mgmt-policy", "of-another-version", "account-lifecycle"].map(str::to_owned).to_vec(),
        message: "お願いします".to_owned(),
        made: "2026-11-28".to_owned(),
        ..Asked::default()
    };
    let (made, cut) = request(questionnaire(), 77, &asked);
    assert_eq!(
        (cut, made.head.number, made.head.name.as_str(), made.message.as_str()),
        (0, 77, "一号店", "お願いします")
    );
    assert_eq!(made.head.date().unwrap().to_string(), "2026-11-28");
    assert_eq!(names(&made.fields), ["mgmt-policy", "account-lifecycle"]);
    let link = link::write(questionnaire(), &Content::Request(made.clone())).unwrap();
    assert_eq!(link::open(questionnaire(), &link), Ok(Content::Request(made)));
}
