//! The way back from what was done last, for as long as the page is open.

use super::desk::{reread_saving, undos};
use crate::app::before::Before;
use crate::app::browser::dom;
use crate::app::browser::inventory::{self, Stored};
use crate::app::pages::{collecting, standing};
use crate::app::reactive::untrack;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, items, link, p};
use crate::route::Route;

/// What was done.
pub(super) enum Deed {
    /// Assessments with these ids were taken in; and perhaps the contact sheet.
    Imported(Vec<String>, bool),
    /// Something was deleted.
    Deleted(String),
    /// Everything was erased.
    Erased,
    /// What was done last was undone.
    Undone(&'static str),
}

/// What was done, and how everything was before it.
pub(super) struct Undo {
    pub(super) deed: Deed,
    pub(super) assessments: Vec<Before>,
    /// Other keys and what was stored under them.
    pub(super) keys: Vec<(String, Option<String>)>,
}

impl Undo {
    /// Of something that has not changed anything yet.
    pub(super) fn new(deed: Deed) -> Self {
        Self { deed, assessments: Vec::new(), keys: Vec::new() }
    }

    /// Says what was done and offers the way back. Those from earlier deeds stay below it.
    pub(super) fn offer(self) {
        undos().change(|undos| {
            undos.retain(|undo| !matches!(undo.deed, Deed::Undone(_)));
            undos.push(self);
        });
        dom::focus("#undo button");
    }

    /// Notes what is stored under a key.
    pub(super) fn note_key(&mut self, key: String) {
        let text = inventory::read(&key);
        self.keys.push((key, text));
    }

    /// Puts everything back as it was.
    pub(super) fn carry_out(self, session: Session) {
        for (key, text) in &self.keys {
            // Where there is no room any more, it stays away; assessments are still there in memory.
            let _ = inventory::put_back(key, text.as_deref());
        }
        for before in self.assessments {
            before.put_back(session.shelf);
        }
        follow(session, self.keys.iter().map(|(key, _)| key.as_str()));
    }
}

/// What is in memory becomes again what is stored under these keys. What could not be kept is in memory only, and has nothing
/// to do with other keys.
pub(super) fn follow<'a>(session: Session, keys: impl Iterator<Item = &'a str>) {
    session.shelf.reread_trash();
    reread_saving();
    for key in keys {
        match inventory::stored(key) {
            Stored::Reference => standing::reread(session),
            Stored::Collection => collecting::reread(session),
            _ => {}
        }
    }
}

/// What was done last, with the way back.
pub(super) fn last(session: Session) -> El {
    el("div").attr("role", "status").live(move || {
        let notice = undos().with(|undos| undos.last().map(|last| notice(session, last))).flatten();
        notice.into_iter().collect()
    })
}

fn notice(session: Session, last: &Undo) -> El {
    let words = session.words();
    let data = &session.later_words().data;
    let close = button("quiet", words.page.close, |_| {
        undos().change(|undos| drop(undos.pop()));
        dom::focus("h1");
    });
    let notice = el("div").class("notice").id("undo");
    let notice = match &last.deed {
        Deed::Imported(ids, contacts) => {
            let count = u16::try_from(ids.len()).unwrap_or(u16::MAX);
            let text = (count > 0).then(|| p(&(data.import.done)(count)));
            let contacts = contacts.then(|| p(data.import.done_contacts));
            notice.maybe(text).maybe(contacts).maybe(links(session, ids))
        }
        Deed::Deleted(what) => notice.child(p(&(data.stored.deleted)(what))),
        Deed::Erased => notice.child(p(data.erase.done)),
        Deed::Undone(text) => return notice.child(p(text)).child(close),
    };
    let undone = match &last.deed {
        Deed::Imported(..) => data.import.undone,
        Deed::Deleted(_) | Deed::Erased => data.erase.undone,
        Deed::Undone(text) => text,
    };
    let back = button("button", words.page.undo, move |_| {
        let mut last = None;
        undos().change_quietly(|undos| last = undos.pop());
        if let Some(last) = last {
            last.carry_out(session);
        }
        Undo::new(Deed::Undone(undone)).offer();
    });
    notice.child(back).child(close)
}

/// The ways to what was taken in.
fn links(session: Session, ids: &[String]) -> Option<El> {
    let links = ids.iter().filter_map(|id| {
        let name = untrack(|| session.shelf.with_document(id, |document| document.name.clone()))?;
        Some(link("", &Route::Packs(id.clone()).href(), &name))
    });
    let links: Vec<El> = links.collect();
    (!links.is_empty()).then(|| items("ul", "", links))
}
