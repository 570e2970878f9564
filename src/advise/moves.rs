//! Which advice a shop needs, in which order, and what following it would change.

use super::judgement::{GateState, Judgement};
use super::platform::platform;
use crate::answers::{Answer, Sheet};
use crate::flow::Flow;
use crate::model::{Code, FieldIx, Guide, Questionnaire};
use crate::order::insert_where;
use crate::score::{step_points, weakness};

/// An advice that something in the answers calls for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Move {
    /// Place in [`Guide::advice`].
    pub advice: u16,
    /// The shut gates it lifts.
    pub gates: Vec<u8>,
    /// The findings it settles.
    pub findings: Vec<u8>,
    /// The weak ratings it mends.
    pub fields: Vec<FieldIx>,
    /// The twelfths it gains once these ratings are at B.
    pub gain: u32,
    /// Hours of work on the platform of the shop.
    pub hours: u32,
    /// What it is worth for its effort; see docs/scoring.md.
    pub value: u32,
}

/// Twelfths that a finding of severity 1 is worth.
const FINDING: u32 = 8;
/// Twelfths that a shut gate is worth.
const GATE: u32 = 120;
/// Hours that a step on the scale of costs weighs like.
const COST: u32 = 4;

/// Every advice that is called for, the most worthwhile first, as far as `after` allows.
pub fn moves(
    questionnaire: &Questionnaire,
    guide: &Guide,
    sheet: &Sheet,
    flow: &Flow,
    judgement: &Judgement,
) -> Vec<Move> {
    let platform = platform(questionnaire, sheet);
    let mut sorted: Vec<Move> = Vec::new();
    for (place, advice) in (0..).zip(&guide.advice) {
        let mut found = Move {
            advice: place,
            gates: Vec::new(),
            findings: Vec::new(),
            fields: Vec::new(),
            gain: 0,
            hours: u32::from(advice.hours_on(platform)),
            value: 0,
        };
        let mut risk = 1;
        for ix in &advice.fields {
            if let Some(weak) = weakness(questionnaire, sheet, flow, *ix) {
                found.fields.push(*ix);
                found.gain +=
                    u32::from(weak.weight) * points_of_b(questionnaire, *ix).saturating_sub(weak.earned);
                risk = risk.max(u32::from(weak.weight));
            }
        }
        let mut benefit = found.gain;
        for gate in advice
            .gates
            .iter()
            .filter(|gate| judgement.gates.get(usize::from(**gate)) == Some(&GateState::Shut))
        {
            found.gates.push(*gate);
            benefit += GATE;
            risk = 3;
        }
        for finding in advice.findings.iter().filter(|finding| judgement.findings.contains(finding)) {
            let severity =
                guide.findings.get(usize::from(*finding)).map_or(1, |finding| u32::from(finding.severity));
            found.findings.push(*finding);
            benefit += severity * FINDING;
            risk = risk.max(severity);
        }
        if found.fields.is_empty() && found.gates.is_empty() && found.findings.is_empty() {
            continue;
        }
        let effort = found.hours + COST * u32::from(advice.cost_on(platform));
        found.value = (benefit * risk * 100).checked_div(effort).unwrap_or(0);
        let key = |found: &Move| (found.gates.len(), found.value);
        let this = key(&found);
        // Advice is in the order of ids, so equals stay in it.
        insert_where(&mut sorted, found, |other| key(other) >= this);
    }
    in_order(guide, sorted)
}

/// The step that following an advice leads to.
const B: u8 = 1;

fn points_of_b(questionnaire: &Questionnaire, ix: FieldIx) -> u32 {
    let steps = questionnaire.field(ix).map_or(0, |field| field.codes().len());
    u8::try_from(steps).map_or(0, |steps| step_points(B, steps))
}

/// Takes the first that waits for nothing still to come, again and again.
fn in_order(guide: &Guide, mut open: Vec<Move>) -> Vec<Move> {
    let mut done: Vec<Move> = Vec::with_capacity(open.len());
    while !open.is_empty() {
        let waits = |found: &Move| {
            guide.advice.get(usize::from(found.advice)).is_some_and(|advice| {
                advice.after.iter().any(|before| open.iter().any(|other| other.advice == *before))
            })
        };
        // There are no circles, so something is always free; were there one, its first would go.
        let place = open.iter().position(|found| !waits(found)).unwrap_or(0);
        done.push(open.remove(place));
    }
    done
}

/// The sheet as it would be once some advice is followed: the weak ratings it mends are at B.
pub fn what_if<'a>(
    questionnaire: &Questionnaire,
    sheet: &Sheet,
    done: impl Iterator<Item = &'a Move>,
) -> Sheet {
    let mut after = sheet.clone();
    for field in done.flat_map(|found| &found.fields) {
        after.set(questionnaire, *field, Code::new(B).map(Answer::One));
    }
    after
}
