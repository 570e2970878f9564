//! Two sheets side by side, and taking over from one into the other, on the tiny questionnaire with a profile before it.

mod differences;
mod takeover;

use crate::aside::with_rules;
use crate::support::tiny::answered;
use ec_checkup::answers::Sheet;
use ec_checkup::model::{FieldIx, Questionnaire};
use std::sync::LazyLock;

/// On the market nobody asks about doors.
static QUESTIONNAIRE: LazyLock<Questionnaire> =
    LazyLock::new(|| with_rules(&[("field:lock-doors", "{ shop-kind = [\"B\"] }")]));

/// Answers in short, and what was written beside them: `lock=A lock-often=B | lock-often: at night | lock # a note`.
fn sheet(text: &str) -> Sheet {
    let mut parts = text.split(" | ");
    let mut sheet = answered(&QUESTIONNAIRE, parts.next().unwrap());
    for part in parts {
        match (part.split_once(": "), part.split_once(" # ")) {
            (Some((id, other)), None) => sheet.set_other(place(id), other),
            (None, Some((id, note))) => sheet.set_note(place(id), &note.replace('/', "\n")),
            _ => panic!("{part}"),
        }
    }
    sheet
}

fn place(id: &str) -> FieldIx {
    crate::support::tiny::place(&QUESTIONNAIRE, id)
}

fn id(field: FieldIx) -> &'static str {
    &QUESTIONNAIRE.field(field).unwrap().id
}
