//! A new request.

use super::what::what;
use super::{Asking, counted};
use crate::answers::Asked;
use crate::app::browser::{clock, crypto, dom};
use crate::app::pages::result::section;
use crate::app::parts::error_summary;
use crate::app::reactive::{GetUntracked, RwSignal, Set, With, untrack};
use crate::app::ui::{El, el, p, submit, text_of};
use crate::link::{MESSAGE, NAME};
use crate::model::FieldIx;
use crate::share::number;
use web_sys::Event;

pub(super) fn form(asking: Asking, id: &str, part: Option<&str>) -> El {
    let session = asking.session;
    let words = &session.later_words().ask;
    let sheet = untrack(|| session.with_sheet(Clone::clone)).unwrap_or_default();
    let (what, choice) = what(session, &sheet, part);
    let [to, from] = [(); 2].map(|()| RwSignal::new(String::new()));
    let message = RwSignal::new(words.ready_message.to_owned());
    let trouble = RwSignal::new(false);
    let chosen = move || session.with_sheet(|sheet| what.fields(sheet)).unwrap_or_default();
    let id = id.to_owned();
    let make = move |event: Event| {
        event.prevent_default();
        let fields = untrack(chosen);
        trouble.set(fields.is_empty());
        if fields.is_empty() {
            return dom::focus(".error-summary");
        }
        let name = |ix: &FieldIx| session.questionnaire.field(*ix).map(|field| field.id.clone());
        let asked = Asked {
            to: to.get_untracked().trim().to_owned(),
            from: from.get_untracked().trim().to_owned(),
            fields: fields.iter().filter_map(name).collect(),
            message: message.get_untracked().trim().to_owned(),
            made: clock::today(),
            ..Asked::default()
        };
        let number = new_number();
        asking.shown.set(Some(number));
        session
            .shelf
            .edit(&id, |document| document.change_asked(number, clock::millis(), |new| *new = asked));
        dom::focus_id_drawn(format!("request-{number}-title"));
    };
    let line = |name: &str, label: &str, hint: &str, text: RwSignal<String>| {
        let (id, hint_id) = (format!("ask-{name}"), format!("ask-{name}-hint"));
        let input = el("input")
            .attr("type", "text")
            .id(&id)
            .attr("maxlength", &(NAME / 3).to_string())
            .attr("autocomplete", "off")
            .attr("aria-describedby", &hint_id)
            .value(move || text.get_untracked())
            .on("input", move |event| text.set(text_of(&event)));
        el("div")
            .class("line-field")
            .child(el("label").attr("for", &id).text(label))
            .child(p(hint).class("hint").id(&hint_id))
            .child(input)
    };
    let area = el("textarea")
        .id("ask-message")
        .attr("rows", "7")
        .attr("maxlength", &(MESSAGE / 3).to_string())
        .attr("aria-describedby", "ask-message-hint")
        .value(move || message.get_untracked())
        .on("input", move |event| message.set(text_of(&event)));
    let summary = move || {
        let summary = || error_summary(session, [("ask-what".to_owned(), words.nothing_chosen.to_owned())]);
        if trouble.with(|on| *on) { vec![summary()] } else { Vec::new() }
    };
    section("ask-new", words.new).child(
        el("form")
            .class("ask-form")
            .attr("novalidate", "")
            .on("submit", make)
            .child(el("div").live(summary))
            .child(choice)
            .child(p("").attr("role", "status").live_text(move || (words.chosen)(counted(chosen().len()))))
            .child(line("to", words.to, words.to_hint, to))
            .child(line("from", words.from, words.from_hint, from))
            .child(
                el("div")
                    .class("line-field")
                    .child(el("label").attr("for", "ask-message").text(words.message))
                    .child(p(words.message_hint).class("hint").id("ask-message-hint"))
                    .child(area),
            )
            .child(p(words.tells).class("warning-text"))
            .child(el("p").child(submit("button button-main", words.make).id("ask-make"))),
    )
}

/// A number that no other request has.
fn new_number() -> u32 {
    let random = crypto::random::<4>().map(u32::from_be_bytes).filter(|number| *number > 0);
    // Without good chance, time and what chance there is.
    random.unwrap_or_else(|| number(&clock::new_id()))
}
