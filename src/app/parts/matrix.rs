//! Rows by levels: each row is a group of radio buttons of its own, so that every button is named with its row.

use super::field::FieldPart;
use super::options::{input, other_text};
use crate::answers::Answer;
use crate::app::reactive::Get;
use crate::app::ui::{El, el, p, span};
use crate::model::{Choice, Code, Field, Kind};

pub(super) fn rows(part: FieldPart) -> El {
    let list = el("div").class("rows");
    let Kind::Matrix { rows, levels, other } = &part.field.kind else { return list };
    rows.iter().fold(list, |list, choice| {
        let with_text = *other == Some(choice.code);
        list.child(row(part, choice, levels)).maybe(with_text.then(|| other_text(part, choice.code)))
    })
}

fn row(part: FieldPart, row: &Choice, levels: &'static [Choice]) -> El {
    let session = part.session;
    let code = row.code;
    let optional = part.field.other() == Some(code);
    // A matrix nobody began is simply open; one left half done deserves a word.
    let begun = move || part.with_answer(|answer| matches!(answer, Some(Answer::Rows(_))));
    let missing = move || part.warned.get() && !optional && begun() && !part.has(code);
    let levels = levels.iter().map(|choice| level(part, code, choice));
    el("fieldset")
        .class("row")
        .id(&row_id(part.field, row.code))
        .attr("tabindex", "-1")
        .child(el("legend").text(session.text(row.text)))
        .when(missing, move || p(session.words().answer.row_choose).class("error"))
        .child(el("div").class("levels").children(levels))
}

fn level(part: FieldPart, row: Code, level: &'static Choice) -> El {
    let FieldPart { session, ix, field, .. } = part;
    let chosen = move || {
        part.with_answer(|answer| match answer {
            Some(Answer::Rows(rows)) => rows.get(row) == Some(level.code),
            _ => false,
        })
    };
    let choose = move |_| {
        session.edit(|sheet| {
            sheet.set_row(session.questionnaire, ix, row, Some(level.code));
        });
    };
    let name = row_id(field, row);
    let digit = level.code.digit().to_string();
    let input =
        input("radio", &format!("{name}-{digit}"), &name, &digit).checked(chosen).on("change", choose);
    el("label").class("level").child(input).child(span("level-text", session.text(level.text)))
}

/// The id of a row.
pub(in crate::app) fn row_id(field: &Field, row: Code) -> String {
    format!("{}-{}", field.id, row.letter())
}
