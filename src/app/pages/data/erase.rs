//! Erasing everything that this page has kept.

use super::desk::{Stage, reread_saving, stage};
use super::stored::describe;
use super::undo::{Deed, Undo};
use crate::app::before::{Before, forget_all};
use crate::app::browser::dom;
use crate::app::browser::inventory::{self, Stored};
use crate::app::pages::result::section;
use crate::app::pages::{collecting, standing};
use crate::app::reactive::{Get, RwSignal, Set};
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h3, p, texts};

pub(super) fn erase_section(session: Session) -> El {
    let words = &session.later_words().data.erase;
    let asking = RwSignal::new(false);
    let start = button("button", words.start, move |_| {
        asking.set(true);
        dom::focus("#erase-confirm-title");
    });
    section("erase-title", words.title)
        .child(p(words.text))
        .child(
            el("p").child(
                start
                    .id("erase")
                    .live_attr("aria-expanded", move || Some(if asking.get() { "true" } else { "false" })),
            ),
        )
        .when(move || asking.get(), move || confirm(session, asking))
}

/// What goes, and the last question.
fn confirm(session: Session, asking: RwSignal<bool>) -> El {
    let words = &session.later_words().data.erase;
    let list: Vec<String> = inventory::all().iter().map(|(key, text)| describe(session, key, text)).collect();
    let cancel = move |_| {
        asking.set(false);
        dom::focus("#erase");
    };
    let confirm = move |_| {
        asking.set(false);
        erase(session);
    };
    el("div")
        .class("notice notice-warning")
        .id("erase-confirm")
        .child(h3(words.confirm_title).id("erase-confirm-title").attr("tabindex", "-1"))
        .child(texts(list.iter().map(String::as_str)))
        .child(p(words.confirm_text))
        .child(
            el("div")
                .class("actions")
                .child(button("button button-danger", words.confirm, confirm).id("erase-all"))
                .child(button("quiet", words.cancel, cancel)),
        )
}

fn erase(session: Session) {
    let mut before = Undo::new(Deed::Erased);
    for id in session.shelf.ids() {
        before.assessments.push(Before::of(session.shelf, &id));
    }
    for (key, _) in inventory::all() {
        if !matches!(inventory::stored(&key), Stored::Assessment(id) if session.shelf.has(id)) {
            before.note_key(key.clone());
        }
        // Taking away never fails.
        let _ = inventory::put_back(&key, None);
    }
    forget_all(session.shelf);
    reread_saving();
    standing::reread(session);
    collecting::reread(session);
    stage().set(Stage::Nothing);
    before.offer();
}
