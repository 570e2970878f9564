//! What the content has to be for the guide to be of use: every gate can be in every state, and its advice opens it.

use super::{guide, judge};
use crate::support::{put, questionnaire};
use ec_checkup::advise::{GateState, Judgement, what_if};
use ec_checkup::answers::{Answer, Sheet};
use ec_checkup::flow::Flow;
use ec_checkup::model::{Code, Gate};
use ec_checkup::score::Tally;

/// Every test of the gate's first alternative answered: with the worst step it accepts, or with A.
fn answered(gate: &Gate, shut: bool) -> Sheet {
    let mut sheet = Sheet::new(questionnaire());
    for test in &gate.when[0] {
        let worst = test.accepts.codes.iter().last().unwrap();
        let code = if shut { worst } else { Code::new(0).unwrap() };
        put(&mut sheet, test.field, Some(&Answer::One(code)));
    }
    sheet
}

#[test]
fn every_gate_can_be_shut_unknown_and_open() {
    let full = Tally { earned: 1000, open: 0, total: 1000, ratings: 1, open_ratings: 0 };
    let levels = u8::try_from(guide().levels.len()).unwrap();
    for (place, gate) in (0..).zip(&guide().gates) {
        for (sheet, state) in [
            (Sheet::new(questionnaire()), GateState::Unknown),
            (answered(gate, true), GateState::Shut),
            (answered(gate, false), GateState::Open),
        ] {
            let (_, judgement, moves) = judge(&sheet);
            assert_eq!(judgement.gates[usize::from(place)], state, "{}", gate.id);
            assert!(judgement.gates_that_are(state).any(|found| found == place));
            assert_eq!(moves.iter().any(|found| found.gates.contains(&place)), state == GateState::Shut);
            // With all other gates open, this one alone decides.
            let gates = (0..).zip(&judgement.gates);
            let gates =
                gates.map(|(other, state)| if other == place { *state } else { GateState::Open }).collect();
            let level = Judgement { gates, ..judgement }.level(guide(), full);
            let expected = match state {
                GateState::Shut => (gate.cap, gate.cap),
                GateState::Unknown => (gate.cap, levels),
                GateState::Open => (levels, levels),
            };
            assert_eq!(level, Some(expected), "{}", gate.id);
        }
    }
}

#[test]
fn what_lifts_a_gate_opens_it() {
    for (place, gate) in guide().gates.iter().enumerate() {
        let sheet = answered(gate, true);
        let (_, _, moves) = judge(&sheet);
        assert!(!moves[0].gates.is_empty(), "{}: what lifts a gate comes first", gate.id);
        let after = what_if(questionnaire(), &sheet, moves.iter());
        let flow = Flow::new(questionnaire(), &after);
        let judgement = Judgement::new(questionnaire(), guide(), &after, &flow);
        assert_eq!(judgement.gates[place], GateState::Open, "{}", gate.id);
    }
}
