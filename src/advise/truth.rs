//! Whether something is so, as far as the answers tell. Unlike a condition, which decides what is asked, わからない tells
//! nothing here: a gate whose answer nobody knows is neither shut nor open.

use crate::answers::{Answer, Completeness, Sheet};
use crate::flow::{Flow, Truth, Visibility};
use crate::model::{Questionnaire, Test};

/// Whether any of the alternatives holds; `None` while that is not known.
pub(super) fn holds(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow, when: &[Vec<Test>]) -> Truth {
    let mut known = Some(false);
    for tests in when {
        let mut all = Some(true);
        for test in tests {
            match one(questionnaire, sheet, flow, test) {
                Some(true) => {}
                Some(false) => {
                    all = Some(false);
                    break;
                }
                None => all = None,
            }
        }
        match all {
            Some(true) => return Some(true),
            Some(false) => {}
            None => known = None,
        }
    }
    known
}

fn one(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow, test: &Test) -> Truth {
    match flow.field(test.field) {
        Visibility::Hidden | Visibility::Aside(_) => return Some(false),
        Visibility::Waiting => return None,
        Visibility::Asked => {}
    }
    let answer = sheet.answer(test.field)?;
    if answer.matches(test.accepts, test.row) {
        return Some(true);
    }
    let field = questionnaire.field(test.field)?;
    let decided =
        *answer != Answer::Unknown && sheet.completeness(test.field, field) == Completeness::Complete;
    decided.then_some(false)
}
