//! What the one who answers sees.

use crate::answers::{Completeness, Sheet};
use crate::flow::{Flow, Progress, Visibility};
use crate::model::{FieldIx, Questionnaire};

/// Of the fields asked for those to be shown now. The asker's own answers have decided that they are asked, so a field goes
/// away only where an answer given here makes it needless; and a follow-up waits for what is asked here, not for what is not.
pub fn shown(questionnaire: &Questionnaire, sheet: &Sheet, fields: &[FieldIx]) -> Vec<FieldIx> {
    let flow = Flow::new(questionnaire, sheet);
    let mut shown: Vec<FieldIx> = Vec::new();
    for (ix, field) in questionnaire.fields().filter(|(ix, _)| fields.contains(ix)) {
        let waits = || {
            field
                .condition
                .tests()
                .any(|test| shown.contains(&test.field) && sheet.answer(test.field).is_none())
        };
        let show = match flow.field(ix) {
            Visibility::Asked | Visibility::Aside(_) => true,
            Visibility::Waiting => !waits(),
            Visibility::Hidden => false,
        };
        if show {
            shown.push(ix);
        }
    }
    shown
}

/// How many of the shown fields are answered. Free text is not counted: it is never needed.
pub fn progress(questionnaire: &Questionnaire, sheet: &Sheet, shown: &[FieldIx]) -> Progress {
    let mut progress = Progress::default();
    for (ix, field) in shown.iter().filter_map(|ix| Some((*ix, questionnaire.field(*ix)?))) {
        if !field.is_text() {
            progress.asked += 1;
            progress.answered += u16::from(sheet.completeness(ix, field) == Completeness::Complete);
        }
    }
    progress
}
