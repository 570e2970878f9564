//! The box to paste a link into.

use crate::app::browser::{address, dom, storage};
use crate::app::parts::{bad_link, error_summary};
use crate::app::reactive::{Get, GetUntracked, RwSignal, Set};
use crate::app::session::Session;
use crate::app::ui::{El, el, h1, p, submit, text_of};
use crate::link;
use crate::route::Route;
use web_sys::Event;

pub(super) fn open(session: Session) -> Vec<El> {
    let words = &session.later_words().receive;
    let pasted = RwSignal::new(storage::draft("link").unwrap_or_default());
    // Why what was pasted is not opened; "" when there is nothing to say.
    let trouble = RwSignal::new("");
    let is_trouble = move || !trouble.get().is_empty();
    let try_it = move |event: Event| {
        event.prevent_default();
        let pasted = pasted.get_untracked();
        let link = link::first(&pasted);
        let content = link.and_then(|link| link::open(session.questionnaire, &link).map(|_| link));
        let found = match content {
            _ if pasted.trim().is_empty() => words.empty,
            Err(error) => bad_link(words, error),
            Ok(link) => {
                storage::set_draft("link", "");
                return address::go(&Route::Received(link));
            }
        };
        trouble.set(found);
        dom::set_title(&(session.words().page.error_title)(words.open_title));
        dom::focus(".error-summary");
    };
    let summary = move || {
        let text = trouble.get();
        let summary = || error_summary(session, [("link".to_owned(), text.to_owned())]);
        if text.is_empty() { Vec::new() } else { vec![summary()] }
    };
    let area = el("textarea")
        .id("link")
        .attr("rows", "4")
        .attr("spellcheck", "false")
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .live_attr("aria-describedby", move || {
            Some(if is_trouble() { "link-hint link-error" } else { "link-hint" })
        })
        .live_attr("aria-invalid", move || is_trouble().then_some("true"))
        .value(move || pasted.get())
        .on("input", move |event| {
            pasted.set(text_of(&event));
            storage::set_draft("link", &text_of(&event));
        });
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", try_it)
        .child(el("label").attr("for", "link").text(words.open_label))
        .child(p(words.open_hint).class("hint").id("link-hint"))
        .when(is_trouble, move || {
            el("p").class("error").id("link-error").live_text(move || trouble.get().to_owned())
        })
        .child(area)
        .child(submit("button button-main", words.open_button));
    vec![el("div").live(summary), h1(words.open_title), form]
}
