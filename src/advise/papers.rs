//! Lines of other papers, filled from answers.

use crate::answers::{Answer, Sheet};
use crate::flow::Flow;
use crate::model::{PaperLine, Questionnaire};
use crate::score::weakness;

/// How far the answers speak for a line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineState {
    /// Every answer is in the upper half of its steps.
    Met,
    /// Some are in the upper half, some in the lower.
    Partly,
    /// Every answer is in the lower half.
    Missing,
    /// An answer is missing or わからない, and none is in the lower half.
    Unknown,
    /// Nothing of it applies, or it is the provider's part.
    NotApplicable,
}

/// How far the answers speak for a line.
pub fn line_state(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow, line: &PaperLine) -> LineState {
    let (mut good, mut weak, mut open) = (0, 0, 0);
    for ix in line.fields.iter().filter(|ix| flow.asks(**ix)) {
        match sheet.answer(*ix) {
            Some(Answer::NotApplicable) => {}
            Some(Answer::One(_)) if weakness(questionnaire, sheet, flow, *ix).is_some() => weak += 1,
            Some(Answer::One(_)) => good += 1,
            _ => open += 1,
        }
    }
    match (good, weak, open) {
        (0, 0, 0) => LineState::NotApplicable,
        (0, 1.., _) => LineState::Missing,
        (_, 1.., _) => LineState::Partly,
        (_, 0, 1..) => LineState::Unknown,
        _ => LineState::Met,
    }
}
