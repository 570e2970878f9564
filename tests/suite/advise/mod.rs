//! What answers lead to: the rest of the worked examples of `docs/scoring.md`, the published table of shops behind the size
//! class, and what holds for every sheet.

mod basis;
mod content;
mod every_sheet;
mod examples;
mod platforms;
mod sizes;
mod twins;
mod world;

use crate::support::{compiled, questionnaire};
use ec_checkup::advise::{Judgement, Move, moves};
use ec_checkup::answers::Sheet;
use ec_checkup::flow::Flow;
use ec_checkup::model::Guide;

/// The real guide.
fn guide() -> &'static Guide {
    &compiled().guide
}

/// What the real guide says about a sheet.
fn judge(sheet: &Sheet) -> (Flow, Judgement, Vec<Move>) {
    let flow = Flow::new(questionnaire(), sheet);
    let judgement = Judgement::new(questionnaire(), guide(), sheet, &flow);
    let moves = moves(questionnaire(), guide(), sheet, &flow, &judgement);
    (flow, judgement, moves)
}
