//! Of two states of one assessment: whatever the order in which they meet, all come to the same, and the later edit stays.

use super::restore::{any_plan, any_time};
use super::{any_sheet, config};
use crate::support::questionnaire;
use ec_checkup::answers::{Answer, AskState, Document, merge, restore};
use ec_checkup::model::FieldIx;
use proptest::prelude::*;
use serde_json::{Value, json};

fn any_document() -> impl Strategy<Value = Document> {
    let texts =
        ("[a-c]", prop::sample::select(&["2026-01-01T00:00:00.000Z", "2026-01-02T00:00:00.000Z"][..]));
    let strays = prop::collection::btree_map("later-[ab]", 0..3_u8, 0..3);
    let times = prop::collection::vec(any_time(), questionnaire().fields.len());
    let requests = prop::collection::btree_map(1..5_u32, 1..4_u64, 0..4);
    (any_sheet(), times, texts, any_time(), any_plan(), strays, requests).prop_map(
        |(sheet, times, (name, changed), named, plan, strays, requests)| {
            let written = Document {
                name: name.clone(),
                named,
                created: changed.to_owned(),
                changed: changed.to_owned(),
                place: Some(name.clone()),
                sheet,
                plan,
                extra: Vec::new(),
            };
            let mut json: Value = serde_json::from_str(&text(&written)).unwrap();
            for (field, time) in questionnaire().fields.iter().zip(times).filter(|(_, time)| *time > 0) {
                json["times"][&field.id] = json!(time);
            }
            for (number, at) in requests {
                // As this version writes them, of a later one, and not to be understood.
                json["asked"][number.to_string()] = match number {
                    1 => json!(at),
                    2 => json!({ "to": name, "at": at, "later": [1] }),
                    _ => json!({ "to": name, "fields": ["mgmt-policy"], "made": "2026-11-28", "at": at }),
                };
                json["reply_to"] = json!({ "link": format!("r2{number}"), "at": at });
            }
            for (id, value) in strays {
                json["answers"][&id] = json!(value);
                json[&id] = json!(value);
                json["plan"][&id] = json!(value);
                json["times"][&id] = json!("strange");
            }
            read(&json.to_string())
        },
    )
}

fn text(document: &Document) -> String {
    document.to_json(questionnaire()).write()
}

fn read(text: &str) -> Document {
    restore(text, questionnaire()).unwrap_or_else(|error| panic!("{error:?}: {text}")).document
}

fn merged(mine: &Document, theirs: &Document) -> Document {
    merge(questionnaire(), mine, theirs)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..config() })]

    #[test]
    fn times_come_back_as_they_went(document in any_document()) {
        prop_assert_eq!(read(&text(&document)), document);
    }

    /// What one tab writes after a merge is what the other writes after its own: neither has to write again.
    #[test]
    fn it_does_not_matter_who_merges(a in any_document(), b in any_document()) {
        prop_assert_eq!(text(&merged(&a, &b)), text(&merged(&b, &a)));
    }

    #[test]
    fn it_does_not_matter_in_which_order(a in any_document(), b in any_document(), c in any_document()) {
        prop_assert_eq!(text(&merged(&merged(&a, &b), &c)), text(&merged(&a, &merged(&b, &c))));
    }

    #[test]
    fn it_does_not_matter_how_often(a in any_document(), b in any_document()) {
        let once = merged(&a, &b);
        prop_assert_eq!(text(&merged(&once, &b)), text(&once));
        prop_assert_eq!(text(&merged(&a, &once)), text(&once));
        prop_assert_eq!(text(&merged(&once, &once)), text(&once));
    }

    /// Also after storage: what is merged from a stored text is not merged further.
    #[test]
    fn a_merge_is_stored_as_it_is(a in any_document(), b in any_document()) {
        let once = merged(&a, &b);
        prop_assert_eq!(text(&read(&text(&once))), text(&once));
    }

    #[test]
    fn the_later_edit_stays(a in any_document(), b in any_document(), place in any::<prop::sample::Index>()) {
        let field = FieldIx(u16::try_from(place.index(questionnaire().fields.len())).unwrap());
        let both = merged(&a, &b);
        let [a, b, both] = [&a, &b, &both].map(|document| document.sheet.entry(field).unwrap());
        if a.at == b.at {
            prop_assert!(both == a || both == b);
        } else {
            prop_assert_eq!(both, if a.at > b.at { a } else { b });
        }
    }

    /// Requests as well, each by itself.
    #[test]
    fn the_later_state_of_a_request_stays(a in any_document(), b in any_document(), number in 2..5_u32) {
        let both = merged(&a, &b);
        let [of_a, of_b, of_both] = [&a, &b, &both].map(|document| document.asked(number));
        match (of_a, of_b) {
            (Some(a), Some(b)) if a.at != b.at => prop_assert_eq!(of_both, Some(if a.at > b.at { a } else { b })),
            (a, b) => prop_assert!(of_both == a || of_both == b),
        }
        let latest = [&a, &b].iter().filter_map(|document| document.reply_to()).map(|reply| reply.at).max();
        prop_assert_eq!(both.reply_to().map(|reply| reply.at), latest);
    }

    /// Two tabs ask at once, and one of them takes an answer in.
    #[test]
    fn requests_of_both_tabs_survive(start in any_document(), clocks in [0..3_000_000_000_000_u64, 0..3_000_000_000_000_u64]) {
        let (mut mine, mut theirs) = (start.clone(), start);
        mine.change_asked(7, clocks[0], |asked| asked.to = "a".to_owned());
        theirs.change_asked(8, clocks[1], |asked| asked.to = "b".to_owned());
        theirs.change_asked(3, clocks[1], |asked| asked.state = AskState::Answered);
        let both = merged(&mine, &theirs);
        prop_assert_eq!(both.asked(7), mine.asked(7));
        prop_assert_eq!(both.asked(8), theirs.asked(8));
        prop_assert_eq!(both.asked(3).unwrap().state, AskState::Answered);
    }

    /// Two tabs begin with the same and change different fields, at whatever time their clocks show.
    #[test]
    fn edits_of_both_survive(start in any_document(), clocks in [0..3_000_000_000_000_u64, 0..3_000_000_000_000_u64]) {
        let [mine, theirs] = [(FieldIx(20), clocks[0]), (FieldIx(21), clocks[1])].map(|(field, clock)| {
            let mut edited = start.clone();
            let answer = if start.sheet.answer(field) == Some(&Answer::Unknown) { Answer::NotApplicable } else { Answer::Unknown };
            assert!(edited.sheet.set(questionnaire(), field, Some(answer)));
            edited.stamp(&start, "2026-01-03T00:00:00.000Z", clock);
            edited
        });
        let both = merged(&mine, &theirs);
        prop_assert_eq!(both.sheet.answer(FieldIx(20)), mine.sheet.answer(FieldIx(20)));
        prop_assert_eq!(both.sheet.answer(FieldIx(21)), theirs.sheet.answer(FieldIx(21)));
    }
}

/// Deleting counts as an edit, also of what was there before times were noted.
#[test]
fn what_was_taken_away_does_not_come_back() {
    let start = read(
        r#"{"format":1,"pack":"ecom","name":"a","changed":"","answers":{"mgmt-policy":"A"},"plan":{"x":{"owner":"me"}}}"#,
    );
    let field = questionnaire().field_named("mgmt-policy").unwrap();
    let mut emptied = start.clone();
    emptied.sheet.set(questionnaire(), field, None);
    emptied.change_note("x", |note| note.owner.clear());
    emptied.stamp(&start, "2026-01-03T00:00:00.000Z", 7);
    let emptied = read(&text(&emptied));
    for both in [merged(&start, &emptied), merged(&emptied, &start)] {
        assert_eq!(both.sheet.answer(field), None);
        assert!(both.note("x").unwrap().is_empty());
    }
    // And is not empty for good.
    let mut again = emptied.clone();
    again.change_note("x", |note| note.owner = "you".to_owned());
    again.stamp(&emptied, "2026-01-03T00:00:00.000Z", 3);
    assert_eq!(merged(&emptied, &again).note("x").unwrap().owner, "you");
}

#[test]
fn a_clock_that_goes_backwards_loses_nothing() {
    let start =
        read(r#"{"format":1,"pack":"ecom","name":"a","changed":"2026-01-02T00:00:00.000Z","answers":{}}"#);
    let field = questionnaire().field_named("mgmt-policy").unwrap();
    let mut state = start;
    let mut states = vec![state.clone()];
    for (step, clock) in [("A", 5_000), ("B", 4_000), ("C", 10), ("D", 0)] {
        let mut edited = state.clone();
        let code = ec_checkup::model::Code::from_letter(step).unwrap();
        assert!(edited.sheet.set(questionnaire(), field, Some(Answer::One(code))));
        edited.stamp(&state, "2026-01-01T00:00:00.000Z", clock);
        assert_eq!(edited.changed, "2026-01-02T00:00:00.000Z");
        states.push(edited.clone());
        state = edited;
    }
    for older in &states {
        assert_eq!(text(&merged(older, &state)), text(&merged(&state, older)));
        assert_eq!(merged(older, &state).sheet, state.sheet);
    }
}
