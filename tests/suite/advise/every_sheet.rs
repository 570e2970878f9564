//! What holds for every sheet, not only for the ones somebody thought of.

use super::{guide, judge};
use crate::support::questionnaire;
use crate::support::random::{Habits, Random, random_sheet};
use ec_checkup::advise::{GateState, Judgement, Move, Term, basis, gaps, line_state, terms, what_if};
use ec_checkup::answers::Sheet;
use ec_checkup::flow::Flow;
use ec_checkup::score::{Report, weakness};
use proptest::prelude::*;
use std::cmp::Reverse;

fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() }
}

/// Sheets of all densities that follow the conditions.
fn any_sheet() -> impl Strategy<Value = Sheet> {
    (any::<u64>(), 0..=100_u8, 0..=20_u8)
        .prop_map(|(seed, answered, special)| random_sheet(&mut Random(seed), Habits { answered, special }).0)
}

/// The order by its definition: of those that wait for none of the others, the best, and of equals the first by id.
fn by_definition(moves: &[Move]) -> Vec<u16> {
    let mut open: Vec<&Move> = moves.iter().collect();
    let mut order = Vec::new();
    while !open.is_empty() {
        let waits = |found: &Move| {
            let after = &guide().advice[usize::from(found.advice)].after;
            after.iter().any(|before| open.iter().any(|other| other.advice == *before))
        };
        let id = |found: &Move| Reverse(&guide().advice[usize::from(found.advice)].id);
        let free = open.iter().filter(|found| !waits(found));
        let best = free.max_by_key(|found| (found.gates.len(), found.value, id(found))).unwrap().advice;
        order.push(best);
        open.retain(|found| found.advice != best);
    }
    order
}

/// The score and the level of the pack they stand on.
fn standing(sheet: &Sheet, pack: ec_checkup::model::PackIx) -> ((u16, u16), (u8, u8)) {
    let (flow, judgement, _) = judge(sheet);
    let report = Report::new(questionnaire(), pack, sheet, &flow);
    (report.range().unwrap_or_default(), judgement.level(guide(), report.total).unwrap_or_default())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_sheet_is_judged(sheet in any_sheet()) {
        let (flow, judgement, _) = judge(&sheet);
        let levels = u8::try_from(guide().levels.len()).unwrap();
        prop_assert_eq!(judgement.gates.len(), guide().gates.len());
        let states = [GateState::Shut, GateState::Unknown, GateState::Open];
        prop_assert_eq!(states.map(|state| judgement.gates_that_are(state).count()).iter().sum::<usize>(), guide().gates.len());
        prop_assert_eq!(judgement.size.is_some(), judgement.desired.is_some());
        prop_assert!(judgement.desired.is_none_or(|level| (1..=levels).contains(&level)));
        let severity = |place: &u8| guide().findings[usize::from(*place)].severity;
        prop_assert!(judgement.findings.is_sorted_by_key(|place| (Reverse(severity(place)), *place)));
        for (pack, _) in questionnaire().packs() {
            let report = Report::new(questionnaire(), pack, &sheet, &flow);
            let level = judgement.level(guide(), report.total);
            prop_assert_eq!(level.is_some(), report.total.total > 0);
            prop_assert!(level.is_none_or(|(worst, best)| 1 <= worst && worst <= best && best <= levels));
            prop_assert!(gaps(guide(), &sheet, &flow, &report).len() <= guide().opinions.len());
        }
        for line in guide().papers.iter().flat_map(|paper| &paper.lines) {
            line_state(questionnaire(), &sheet, &flow, line);
        }
    }

    #[test]
    fn moves_are_in_their_order_and_have_a_reason(sheet in any_sheet()) {
        let (flow, judgement, moves) = judge(&sheet);
        prop_assert_eq!(&judge(&sheet).2, &moves, "the same every time");
        prop_assert_eq!(moves.iter().map(|found| found.advice).collect::<Vec<_>>(), by_definition(&moves));
        for found in &moves {
            let advice = &guide().advice[usize::from(found.advice)];
            prop_assert!(!(found.fields.is_empty() && found.gates.is_empty() && found.findings.is_empty()), "{}", advice.id);
            for ix in &found.fields {
                prop_assert!(flow.asks(*ix) && weakness(questionnaire(), &sheet, &flow, *ix).is_some());
                prop_assert!(advice.fields.contains(ix));
            }
            prop_assert_eq!(found.gain > 0, !found.fields.is_empty());
            prop_assert!(found.gates.iter().all(|gate| judgement.gates[usize::from(*gate)] == GateState::Shut));
            prop_assert!(found.findings.iter().all(|finding| judgement.findings.contains(finding)));
        }
        // And nothing weak, shut or found is left without.
        for (pack, _) in questionnaire().packs() {
            for weak in Report::new(questionnaire(), pack, &sheet, &flow).weaknesses {
                prop_assert!(moves.iter().any(|found| found.fields.contains(&weak.field)));
            }
        }
        prop_assert!(judgement.gates_that_are(GateState::Shut).all(|gate| moves.iter().any(|found| found.gates.contains(&gate))));
        prop_assert!(judgement.findings.iter().all(|finding| moves.iter().any(|found| found.findings.contains(finding))));
    }

    #[test]
    fn terms_only_get_longer(sheet in any_sheet()) {
        let (_, _, moves) = judge(&sheet);
        let terms = terms(&moves);
        prop_assert_eq!(terms.len(), moves.len());
        prop_assert!(terms.is_sorted() && terms.iter().take(3).all(|term| *term == Term::Week));
    }

    #[test]
    fn following_advice_never_lowers_the_score_or_the_level(sheet in any_sheet(), count in 0..40_usize) {
        let (flow, _, moves) = judge(&sheet);
        let pack = basis(questionnaire(), &sheet, &flow);
        let before = standing(&sheet, pack);
        for count in [3, count] {
            let after = standing(&what_if(questionnaire(), &sheet, moves.iter().take(count)), pack);
            prop_assert!(before.0.0 <= after.0.0 && before.0.1 <= after.0.1, "{:?} to {:?} by {}", before, after, count);
            prop_assert!(before.1.0 <= after.1.0 && before.1.1 <= after.1.1, "{:?} to {:?} by {}", before, after, count);
        }
    }

    #[test]
    fn once_everything_is_followed_nothing_of_it_is_weak(sheet in any_sheet()) {
        let (_, _, moves) = judge(&sheet);
        let after = what_if(questionnaire(), &sheet, moves.iter());
        let flow = Flow::new(questionnaire(), &after);
        for ix in moves.iter().flat_map(|found| &found.fields) {
            prop_assert!(weakness(questionnaire(), &after, &flow, *ix).is_none());
        }
    }

    #[test]
    fn a_complete_sheet_leaves_no_gate_unknown(seed: u64) {
        let (sheet, _) = random_sheet(&mut Random(seed), Habits { answered: 100, special: 0 });
        let flow = Flow::new(questionnaire(), &sheet);
        let judgement = Judgement::new(questionnaire(), guide(), &sheet, &flow);
        prop_assert_eq!(judgement.gates_that_are(GateState::Unknown).count(), 0);
        prop_assert!(judgement.size.is_some());
        let report = Report::new(questionnaire(), basis(questionnaire(), &sheet, &flow), &sheet, &flow);
        prop_assert!(judgement.level(guide(), report.total).is_some_and(|(worst, best)| worst == best));
    }
}
