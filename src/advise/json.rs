//! Level, gates, findings and moves as JSON, for the command line and for comparing it with the page.

use super::{GateState, Judgement, Size, basis, moves, terms};
use crate::answers::Sheet;
use crate::flow::Flow;
use crate::model::{Guide, Questionnaire};
use crate::score::Report;
use serde_json::{Value, json};

/// What the answers of all packs say and call for, with permanent names.
pub fn to_json(questionnaire: &Questionnaire, guide: &Guide, sheet: &Sheet) -> Value {
    let flow = Flow::new(questionnaire, sheet);
    let pack = basis(questionnaire, sheet, &flow);
    let report = Report::new(questionnaire, pack, sheet, &flow);
    let judgement = Judgement::new(questionnaire, guide, sheet, &flow);
    let level = judgement.level(guide, report.total);
    let size = judgement.size.map(|size| match size {
        Size::Small => "small",
        Size::Medium => "medium",
        Size::Large => "large",
    });
    let gates = |state| -> Vec<&str> {
        let places = judgement.gates_that_are(state);
        places.filter_map(|place| Some(guide.gates.get(usize::from(place))?.id.as_str())).collect()
    };
    let findings = judgement.findings.iter().filter_map(|place| guide.findings.get(usize::from(*place)));
    let moves = moves(questionnaire, guide, sheet, &flow, &judgement);
    let plan = moves.iter().zip(terms(&moves)).filter_map(|(found, term)| {
        let advice = guide.advice.get(usize::from(found.advice))?;
        Some(json!({ "advice": advice.id, "days": term.days(), "gain": found.gain, "value": found.value }))
    });
    json!({
        "pack": questionnaire.pack(pack).map(|pack| pack.id.as_str()),
        "lowest": report.total.lowest(), "highest": report.total.highest(),
        "level": level.map(|(worst, best)| [worst, best]),
        "size": size, "desired": judgement.desired,
        "shut": gates(GateState::Shut), "unknown": gates(GateState::Unknown),
        "findings": findings.map(|finding| finding.id.as_str()).collect::<Vec<_>>(),
        "moves": plan.collect::<Vec<_>>(),
    })
}
