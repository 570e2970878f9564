//! Options and steps: a whole card is the target of each input.

use super::field::FieldPart;
use super::zones::zones;
use crate::answers::Answer;
use crate::app::ui::{El, el, span, text_of};
use crate::model::{Choice, Code, Kind, Offer};

pub(super) fn options(part: FieldPart) -> El {
    let list = el("div").class("options");
    match &part.field.kind {
        Kind::Rating { steps, .. } => (0..).zip(steps).fold(list, |list, (place, text)| {
            let step = Code::new(place).map(|code| Choice { code, text: *text, note: None });
            list.maybe(step.map(|step| card(part, step)))
        }),
        Kind::Single { options, .. } | Kind::Multi { options, .. } => {
            options.iter().fold(list, |list, choice| {
                let with_text = part.field.other() == Some(choice.code);
                list.child(card(part, *choice)).maybe(with_text.then(|| other_text(part, choice.code)))
            })
        }
        Kind::Matrix { .. } | Kind::Text => list,
    }
}

fn card(part: FieldPart, choice: Choice) -> El {
    let FieldPart { session, field, .. } = part;
    let code = choice.code;
    let letter = code.letter().to_string();
    let kind = if matches!(field.kind, Kind::Multi { .. }) { "checkbox" } else { "radio" };
    let input = input(kind, &part.input_id(code), &field.id, &letter)
        .checked(move || part.has(code))
        .on("change", move |_| part.choose(code));
    let text = span("card-text", session.text(choice.text))
        .maybe(choice.note.map(|note| span("note", session.text(note))));
    let drawn = matches!(field.kind, Kind::Single { zones: true, .. });
    el("label")
        .class("card")
        .child(input)
        .child(span("code", &letter).attr("aria-hidden", "true"))
        .child(text)
        .maybe(drawn.then(|| zones(session, code)))
}

/// A radio button or checkbox.
pub(in crate::app) fn input(kind: &str, id: &str, name: &str, value: &str) -> El {
    el("input").attr("type", kind).id(id).attr("name", name).attr("value", value)
}

/// The text of "other", while "other" is chosen.
pub(super) fn other_text(part: FieldPart, code: Code) -> El {
    let FieldPart { session, ix, field, .. } = part;
    let words = &session.words().answer;
    let value = move || {
        let other = session.with_sheet(|sheet| sheet.entry(ix).map(|entry| entry.other.clone()));
        other.flatten().unwrap_or_default()
    };
    let build = move || {
        let id = format!("{}-other", field.id);
        let hint = format!("{id}-hint");
        let input = el("input").attr("type", "text").id(&id).attr("aria-describedby", &hint).value(value);
        el("div")
            .class("other")
            .child(el("label").attr("for", &id).text(words.other_text))
            .child(span("hint", part.texts_go).id(&hint))
            .child(
                input.on("input", move |event| session.edit(|sheet| sheet.set_other(ix, &text_of(&event)))),
            )
    };
    el("div").class("other-place").when(move || part.has(code), build)
}

/// 対象外 and わからない, where they are offered. Beside checkboxes they are checkboxes, which exclude the others.
pub(super) fn specials(part: FieldPart) -> impl Iterator<Item = El> {
    let words = &part.session.words().answer;
    let offered = [
        (part.field.na, Answer::NotApplicable, "NA", words.na),
        (part.field.dk, Answer::Unknown, "DK", words.dk),
    ];
    offered.into_iter().filter_map(move |(offer, answer, name, shared)| {
        let text = match offer {
            Offer::No => return None,
            Offer::Shared => shared,
            Offer::Own(text) => part.session.text(text),
        };
        Some(special(part, answer, name, text))
    })
}

fn special(part: FieldPart, answer: Answer, name: &'static str, text: &str) -> El {
    let field = part.field;
    let radio = matches!(field.kind, Kind::Rating { .. } | Kind::Single { .. });
    let wanted = answer.clone();
    let chosen = move || part.with_answer(|now| now == Some(&wanted));
    let is_chosen = chosen.clone();
    let kind = if radio { "radio" } else { "checkbox" };
    let input = input(kind, &format!("{}-{name}", field.id), &field.id, name)
        .checked(chosen)
        .on("change", move |_| part.set((radio || !is_chosen()).then(|| answer.clone())));
    el("label").class("card card-special").child(input).child(span("card-text", text))
}
