//! What is stored on this device, with sizes; damaged things can be saved as they are, or deleted.

use super::desk::{saving, undos};
use super::save::save_one;
use super::undo::{Deed, Undo, follow};
use crate::answers::Json;
use crate::app::browser::inventory::{self, Stored};
use crate::app::browser::{clock, download, json};
use crate::app::pages::result::section;
use crate::app::reactive::{Get, RwSignal, Set, run};
use crate::app::session::Session;
use crate::app::ui::{El, button, el, p};

/// In a cell that has nothing in it: that is meant so.
const NOTHING: &str = "–";

pub(super) fn stored_section(session: Session) -> El {
    let words = &session.later_words().data.stored;
    // What the browser says about the whole site; it takes a moment.
    let estimate = RwSignal::new(None::<(u64, u64)>);
    run(async move {
        if let Some(found) = inventory::estimate().await {
            estimate.set(Some(found));
        }
    });
    section("stored-title", words.title)
        .child(p(words.text))
        .live(move || {
            // What is stored changes with the assessments, and with what is done on this page.
            session.shelf.documents.track();
            session.shelf.deleted.track();
            undos().track();
            saving().track();
            list(session)
        })
        .child(p(words.limit).class("hint"))
        .live(move || {
            let text =
                estimate.get().map(|(used, quota)| (words.estimate)(&size_text(used), &size_text(quota)));
            text.iter().map(|text| p(text).class("hint").id("estimate")).collect()
        })
}

fn list(session: Session) -> Vec<El> {
    let words = &session.later_words().data.stored;
    let all = inventory::all();
    if all.is_empty() {
        return vec![p(words.none)];
    }
    let head = [words.what, words.size, words.actions].map(|text| el("th").attr("scope", "col").text(text));
    let rows = all.iter().map(|(key, text)| row(session, key, text));
    let size = |key: &str, text: &str| (key.len() + text.len()) as u64;
    let total: u64 = all.iter().map(|(key, text)| size(key, text)).sum();
    let foot = el("tr")
        .child(el("th").attr("scope", "row").text(words.total))
        .child(el("td").class("number").id("total-size").text(&size_text(total)))
        .child(el("td").text(NOTHING));
    let table = el("table")
        .class("figures stored")
        .child(el("caption").class("unseen").text(words.title))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
        .child(el("tfoot").child(foot));
    vec![table]
}

fn row(session: Session, key: &str, text: &str) -> El {
    let words = &session.later_words().data.stored;
    let what = describe(session, key, text);
    let save = |act: Box<dyn Fn()>| {
        button("quiet", words.save, move |_| act()).attr("aria-label", &(words.save_of)(&what))
    };
    let as_it_is = |id: &str| {
        let name = format!("ec-checkup-{id}.txt").replace(':', "-");
        let text = text.to_owned();
        save(Box::new(move || download::save(&name, "text/plain;charset=utf-8", &text)))
    };
    let mut actions = Vec::new();
    match inventory::stored(key) {
        Stored::Assessment(id) if session.shelf.has(id) => {
            let id = id.to_owned();
            actions.push(save(Box::new(move || save_one(session, &id))));
        }
        Stored::Assessment(id) | Stored::Kept(id) | Stored::Other(id) => {
            actions.extend([as_it_is(id), delete(session, key, &what)]);
        }
        Stored::Trash | Stored::Collection | Stored::Reference => actions.push(delete(session, key, &what)),
        Stored::Contacts | Stored::Language | Stored::Backup | Stored::Draft => {}
    }
    el("tr")
        .child(el("th").attr("scope", "row").text(&what))
        .child(el("td").class("number").text(&size_text((key.len() + text.len()) as u64)))
        .child(if actions.is_empty() { el("td").text(NOTHING) } else { el("td").children(actions) })
}

/// Deletes what is stored under a key; it can be put back until something else is done.
fn delete(session: Session, key: &str, what: &str) -> El {
    let words = &session.later_words().data.stored;
    let (key, name) = (key.to_owned(), what.to_owned());
    let act = move |_| {
        let mut before = Undo::new(Deed::Deleted(name.clone()));
        before.note_key(key.clone());
        // Taking away never fails.
        let _ = inventory::put_back(&key, None);
        follow(session, std::iter::once(key.as_str()));
        before.offer();
    };
    button("quiet", words.delete, act).attr("aria-label", &(words.delete_of)(what))
}

/// What is stored under a key, in words.
pub(super) fn describe(session: Session, key: &str, text: &str) -> String {
    let words = &session.later_words().data.stored;
    let name = |text: &str| json::parse(text)?.get("name").and_then(Json::text).map(str::to_owned);
    match inventory::stored(key) {
        Stored::Assessment(id) => {
            let known = session.shelf.documents.peek(|documents| {
                documents.iter().find(|(known, _)| known == id).map(|(_, document)| document.name.clone())
            });
            known.flatten().map_or_else(|| (words.unread)(id), |name| (words.assessment)(&name))
        }
        Stored::Kept(id) => {
            let (id, time) = id.split_once(':').unwrap_or((id, ""));
            (words.kept)(id, &clock::date(time, session.language()))
        }
        Stored::Trash => {
            let name = text.split_once('\n').and_then(|(_, text)| name(text)).unwrap_or_default();
            (words.trash)(&name)
        }
        Stored::Contacts => words.contacts.to_owned(),
        Stored::Collection => session.later_words().collect.stored.to_owned(),
        Stored::Reference => session.later_words().standing.stored.to_owned(),
        Stored::Language => words.language.to_owned(),
        Stored::Backup => words.backup.to_owned(),
        Stored::Draft => words.draft.to_owned(),
        Stored::Other(key) => (words.other)(key),
    }
}

/// A size in words: `14 KB`, `1.2 MB`.
pub(super) fn size_text(bytes: u64) -> String {
    const MEGA: u64 = 1_000_000;
    const GIGA: u64 = 1_000 * MEGA;
    let in_tenths = |unit: u64, name: &str| {
        let tenths = (bytes * 10 + unit / 2) / unit;
        format!("{}.{} {name}", tenths / 10, tenths % 10)
    };
    match bytes {
        0..MEGA => format!("{} KB", bytes.div_ceil(1_000)),
        MEGA..GIGA => in_tenths(MEGA, "MB"),
        _ => in_tenths(GIGA, "GB"),
    }
}
