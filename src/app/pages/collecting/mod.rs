//! Collecting the results of many shops: for an association that handed out the page, or a mall. All of it stays here.

mod bring;
mod count;
mod desk;
mod lock;
mod shown;

pub(super) use count::count;
pub(super) use desk::{Counted, reread};

use super::result::section;
use crate::app::browser::upload::{Drag, of_input, on_drag};
use crate::app::browser::{dom, storage};
use crate::app::reactive::{Get, GetUntracked, RwSignal, Set, on_cleanup};
use crate::app::session::Session;
use crate::app::state::State;
use crate::app::ui::{El, button, el, h1, link, p, submit, text_of};
use crate::route::Route;
use crate::survey::{Collection, Respondent};
use desk::{Desk, desk};
use send_wrapper::SendWrapper;

/// What the collected sheets say; `None` until they are counted.
pub(super) fn counted(session: Session) -> State<Option<Counted>> {
    desk(session).counted
}

/// How many respondents there are.
pub(super) fn respondents(session: Session) -> usize {
    desk(session).collection.with(Collection::len).unwrap_or(0)
}

/// Looks at each respondent in turn, in the order they came.
pub(super) fn each(session: Session, mut look: impl FnMut(&Respondent)) {
    let links = |all: &Collection| all.links().map(str::to_owned).collect::<Vec<_>>();
    for link in desk(session).collection.peek(links).unwrap_or_default() {
        if let Some(respondent) = count::respondent(session, &link) {
            look(&respondent);
        }
    }
}

/// Whether results are being read or counted.
pub(super) fn is_busy(session: Session) -> bool {
    desk(session).is_busy()
}

/// What is there to be seen while the sheets are counted.
pub(super) fn progress(session: Session) -> El {
    shown::progress(session, desk(session))
}

pub(super) fn collect(session: Session) -> Vec<El> {
    let words = &session.later_words().collect;
    let desk = desk(session);
    vec![
        h1(words.title),
        p(words.lead).class("lead"),
        p(words.secret).class("warning-text"),
        here(session, desk),
        bringing(session, desk),
        el("div").live(move || lock::locked(session, desk)),
    ]
}

/// How many there are, and where to go from here.
fn here(session: Session, desk: Desk) -> El {
    let words = &session.later_words().collect;
    let body = move || {
        let shops = desk.collection.with(Collection::len).unwrap_or(0);
        let restore = desk.before.with(Option::is_some) == Some(true);
        let mut parts = Vec::new();
        if restore {
            let back = move |_| {
                let mut before = None;
                desk.before.change(|kept| before = kept.take());
                desk.counted.set(None);
                desk.collection.set(before.unwrap_or_default());
                desk.store();
            };
            let undo = button("button", session.words().page.undo, back);
            parts.push(el("div").class("notice").id("undo").child(p(words.cleared)).child(undo));
        }
        if shops == 0 {
            parts.push(p(words.none));
            return parts;
        }
        let clear = move |_| {
            let mut all = None;
            desk.collection.change(|kept| all = Some(std::mem::take(kept)));
            desk.counted.set(None);
            desk.outcome.set(None);
            desk.locked.set(Vec::new());
            desk.store();
            desk.before.set(all);
            dom::focus("#undo button");
        };
        parts.push(p(&(words.count)(&shops.to_string())).class("collected").id("collected"));
        parts.push(
            el("div")
                .class("actions")
                .child(
                    link("button button-main", &Route::Survey(Some("ecom".to_owned())).href(), words.report)
                        .id("to-report"),
                )
                .child(button("quiet", words.clear, clear).id("clear")),
        );
        parts
    };
    let unsaved = move || {
        let error = desk.unsaved.with(|error| *error).flatten();
        error
            .map(|_| p(words.unsaved).class("notice notice-error").attr("role", "alert"))
            .into_iter()
            .collect()
    };
    section("here-title", words.here).live(body).live(unsaved)
}

fn bringing(session: Session, desk: Desk) -> El {
    let words = &session.later_words().collect;
    let pasted = RwSignal::new(storage::draft("collect").unwrap_or_default());
    let over = RwSignal::new(false);
    let listener = SendWrapper::new(on_drag(move |drag| {
        over.set(matches!(drag, Drag::Over));
        if let Drag::Dropped(files) = drag {
            bring::files(session, files);
        }
    }));
    on_cleanup(move || drop(listener));
    let read = move |event: web_sys::Event| {
        event.prevent_default();
        let text = pasted.get_untracked();
        if !text.trim().is_empty() {
            pasted.set(String::new());
            storage::set_draft("collect", "");
            bring::paste(session, text);
        }
    };
    let area = el("textarea")
        .id("collect-text")
        .attr("rows", "6")
        .attr("spellcheck", "false")
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .attr("aria-describedby", "collect-hint")
        .value(move || pasted.get())
        .on("input", move |event| {
            pasted.set(text_of(&event));
            storage::set_draft("collect", &text_of(&event));
        });
    let form = el("form")
        .attr("novalidate", "")
        .on("submit", read)
        .child(el("label").attr("for", "collect-text").text(words.paste))
        .child(p(words.paste_hint).class("hint").id("collect-hint"))
        .child(area)
        .child(submit("button button-main", words.read).id("collect-read"));
    let input = el("input")
        .attr("type", "file")
        .id("collect-files")
        .attr("multiple", "")
        .on("change", move |event| bring::files(session, of_input(&event)));
    let zone = el("div")
        .live_attr("class", move || Some(if over.get() { "drop-zone drop-over" } else { "drop-zone" }))
        .child(el("label").attr("for", "collect-files").text(words.choose))
        .child(p(words.choose_hint).class("hint"))
        .child(input)
        .when(move || over.get(), move || p(words.drop).class("drop-hint"));
    section("bring-title", words.bring)
        .child(form)
        .child(zone)
        .child(shown::progress(session, desk))
        .live(move || shown::outcome(session, desk))
}
