//! One field: a fieldset with native inputs, whatever its kind.

use super::matrix::rows;
use super::options::{options, specials};
use crate::answers::Answer;
use crate::app::browser::dom;
use crate::app::reactive::{Get, RwSignal, Set, With, WithUntracked};
use crate::app::session::Session;
use crate::app::ui::{El, button, el, p, span, text_of};
use crate::model::{Code, Field, FieldIx, Kind};
use std::cell::RefCell;
use std::rc::Rc;

/// A field as the parts of the page see it.
#[derive(Clone, Copy)]
pub(super) struct FieldPart {
    pub(super) session: Session,
    pub(super) ix: FieldIx,
    pub(super) field: &'static Field,
    /// Whether rows without a level are to be pointed out.
    pub(super) warned: RwSignal<bool>,
    /// Where texts in one's own words go.
    pub(super) texts_go: &'static str,
}

impl FieldPart {
    /// Looks at the answer; runs again when it changes.
    pub(super) fn with_answer(self, look: impl FnOnce(Option<&Answer>) -> bool) -> bool {
        self.session.with_sheet(|sheet| look(sheet.answer(self.ix))).unwrap_or(false)
    }

    /// Whether an option is chosen, or a row has a level.
    pub(super) fn has(self, code: Code) -> bool {
        self.with_answer(|answer| answer.is_some_and(|answer| answer.names(code)))
    }

    pub(super) fn set(self, answer: Option<Answer>) {
        self.session.edit(|sheet| {
            sheet.set(self.session.questionnaire, self.ix, answer);
        });
    }

    /// Chooses an option or step; in a multi field, ticks or unticks it.
    pub(super) fn choose(self, code: Code) {
        if matches!(self.field.kind, Kind::Multi { .. }) {
            self.session.edit(|sheet| {
                sheet.toggle(self.session.questionnaire, self.ix, code);
            });
        } else {
            self.set(Some(Answer::One(code)));
        }
    }

    /// The id of the input for an option or step.
    pub(super) fn input_id(self, code: Code) -> String {
        format!("{}-{}", self.field.id, code.letter())
    }
}

/// A field, while it is asked.
pub(in crate::app) fn field_view(
    session: Session,
    ix: FieldIx,
    field: &'static Field,
    warned: RwSignal<bool>,
) -> El {
    let part = FieldPart { session, ix, field, warned, texts_go: session.words().answer.local_only };
    while_shown(part, move || session.flow.with(|flow| flow.asks(ix)))
}

/// A field that somebody else asks, while it is shown.
pub(in crate::app) fn handed_field(
    session: Session,
    ix: FieldIx,
    field: &'static Field,
    texts_go: &'static str,
    shown: impl Fn() -> bool + 'static,
) -> El {
    while_shown(FieldPart { session, ix, field, warned: RwSignal::new(false), texts_go }, shown)
}

fn while_shown(part: FieldPart, shown: impl Fn() -> bool + 'static) -> El {
    let build = move || if part.field.is_text() { free_text(part) } else { choices(part) };
    el("div").class("field-place").when(shown, build)
}

fn choices(part: FieldPart) -> El {
    let FieldPart { session, ix, field, .. } = part;
    let words = &session.words().answer;
    // What was cleared last, until something else is answered.
    let (cleared, is_cleared) = (Rc::new(RefCell::new(None)), RwSignal::new(false));
    let undo = Rc::clone(&cleared);
    let clear = move || {
        let cleared = Rc::clone(&cleared);
        button("quiet clear no-print", words.clear, move |_| {
            let before = session.with_sheet(|sheet| sheet.answer(ix).cloned()).flatten();
            cleared.replace(before);
            is_cleared.set(true);
            part.set(None);
            // The button is gone now; the field takes the focus, so that a keyboard user is not thrown out.
            dom::focus_id(&field.id);
        })
    };
    let undo = move || {
        let undo = Rc::clone(&undo);
        button("quiet clear no-print", session.words().page.undo, move |_| {
            part.set(undo.take());
            is_cleared.set(false);
            dom::focus_id(&field.id);
        })
    };
    let several = matches!(field.kind, Kind::Multi { .. }).then(|| p(words.several).class("hint"));
    let inputs = if matches!(field.kind, Kind::Matrix { .. }) { rows(part) } else { options(part) };
    el("fieldset")
        .class("field")
        .id(&field.id)
        .attr("tabindex", "-1")
        .child(el("legend").text(session.text(field.ask)))
        .maybe(several)
        .child(inputs)
        .children(specials(part))
        .when(move || part.with_answer(|answer| answer.is_some()), clear)
        .when(move || is_cleared.get() && part.with_answer(|answer| answer.is_none()), undo)
}

fn free_text(part: FieldPart) -> El {
    let FieldPart { session, ix, field, .. } = part;
    let words = &session.words().answer;
    let value = move || {
        let text = session.with_sheet(|sheet| match sheet.answer(ix) {
            Some(Answer::Text(text)) => text.clone(),
            _ => String::new(),
        });
        text.unwrap_or_default()
    };
    let hint = format!("{}-hint", field.id);
    let label = el("label")
        .class("ask")
        .attr("for", &field.id)
        .text(session.text(field.ask))
        .text(" ")
        .child(span("optional", words.optional));
    let area = el("textarea").id(&field.id).attr("rows", "4").attr("aria-describedby", &hint);
    let area = area.value(value).on("input", move |event| {
        session.edit(|sheet| {
            sheet.set_text(session.questionnaire, ix, &text_of(&event));
        });
    });
    el("div").class("field").child(label).child(p(part.texts_go).class("hint").id(&hint)).child(area)
}

/// Answers by letter: the field that has the focus, or else the first one asked.
/// Gives whether the letter meant something there.
pub(in crate::app) fn press_letter(
    session: Session,
    fields: &[(FieldIx, &'static Field)],
    warned: RwSignal<bool>,
    focused: Option<&str>,
    letter: &str,
) -> bool {
    let Some(code) = Code::from_letter(&letter.to_ascii_uppercase()) else { return false };
    let asked = session.flow.with_untracked(|flow| {
        let mut asked = fields.iter().filter(|(ix, _)| flow.asks(*ix));
        match focused {
            Some(id) => asked.find(|(_, field)| field.id == id),
            None => asked.next(),
        }
    });
    let Some(&(ix, field)) = asked else { return false };
    if !field.codes().contains(code) || matches!(field.kind, Kind::Matrix { .. }) {
        return false;
    }
    let part = FieldPart { session, ix, field, warned, texts_go: "" };
    part.choose(code);
    dom::focus_id(&part.input_id(code));
    true
}
