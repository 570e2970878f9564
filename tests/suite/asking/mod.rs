//! Questions handed to somebody else, and their answers.

mod arriving;
mod choosing;
mod file;
mod stored;

use crate::support::{put, questionnaire};
use ec_checkup::answers::{Answer, Sheet};
use ec_checkup::model::{Code, FieldIx};

fn field(id: &str) -> FieldIx {
    questionnaire().field_named(id).unwrap_or_else(|| panic!("{id}"))
}

fn fields(ids: &[&str]) -> Vec<FieldIx> {
    ids.iter().map(|id| field(id)).collect()
}

fn names(fields: &[FieldIx]) -> Vec<&'static str> {
    fields.iter().map(|ix| questionnaire().field(*ix).unwrap().id.as_str()).collect()
}

fn one(letter: &str) -> Answer {
    Answer::One(Code::from_letter(letter).unwrap())
}

fn sheet(answers: &[(&str, Answer)]) -> Sheet {
    let mut sheet = Sheet::new(questionnaire());
    for (id, answer) in answers {
        put(&mut sheet, field(id), Some(answer));
    }
    sheet
}
