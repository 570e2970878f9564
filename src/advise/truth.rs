//! Whether something is so, as far as the answers tell. Unlike a condition, which decides what is asked, わからない tells
//! nothing here: a gate whose answer nobody knows is neither shut nor open.

use crate::answers::{Answer, Completeness, Sheet};
use crate::flow::{Flow, Truth, Visibility, all, any};
use crate::model::{Questionnaire, Test};

/// Whether any of the alternatives holds; `None` while that is not known.
pub(super) fn holds(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow, when: &[Vec<Test>]) -> Truth {
    any(when.iter().map(|tests| all(tests.iter().map(|test| one(questionnaire, sheet, flow, test)))))
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
