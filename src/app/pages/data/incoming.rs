//! Reading the files that somebody chose, and taking in what they chose of them.

use super::desk::{Stage, remember_saving, stage};
use super::save::contacts;
use super::undo::{Deed, Undo};
use crate::answers::Document;
use crate::app::before::Before;
use crate::app::browser::storage::StorageError;
use crate::app::browser::upload::Chosen;
use crate::app::browser::{clock, dom, inventory};
use crate::app::pages::contact_sheet::store_line;
use crate::app::reactive::run;
use crate::app::session::Session;
use crate::app::shelf::Saved;
use crate::exchange::{
    Arrival, Choice, ContactChoice, ContactLines, Item, LARGEST, Refusal, arrivals, contact_lines, read,
};

/// What files hold, and what is chosen of it.
pub(super) struct Shown {
    /// The assessments, each with what is done with it.
    pub(super) arrivals: Vec<(Arrival, Choice)>,
    /// The lines of the contact sheet.
    pub(super) contacts: ContactLines,
    /// What is done with them.
    pub(super) contact_choice: ContactChoice,
    /// What cannot be read: a file or an assessment in it, by name.
    pub(super) refused: Vec<(String, Trouble)>,
    /// Parts of files that this version does not know.
    pub(super) unknown: Vec<String>,
    /// Files that could be read: name and when they were written.
    pub(super) files: Vec<(String, String)>,
    /// Whether there was no room for what was chosen.
    pub(super) full: bool,
}

/// Why something cannot be read.
#[derive(Clone, Copy)]
pub(super) enum Trouble {
    /// The browser could not read it.
    Unreadable,
    /// It is not for this page.
    Refused(Refusal),
}

/// Reads files and shows what is in them. Nothing is changed by it.
pub(super) fn take_files(session: Session, files: Vec<Chosen>) {
    if files.is_empty() {
        return;
    }
    stage().set(Stage::Reading);
    run(async move {
        let shown = read_files(session, files).await;
        stage().set(Stage::Shown(Box::new(shown)));
        dom::focus("#preview-title, #import-errors");
    });
}

async fn read_files(session: Session, files: Vec<Chosen>) -> Shown {
    let mut shown = Shown {
        arrivals: Vec::new(),
        contacts: ContactLines::default(),
        contact_choice: ContactChoice::Fill,
        refused: Vec::new(),
        unknown: Vec::new(),
        files: Vec::new(),
        full: false,
    };
    let (mut items, mut lines): (Vec<Item>, Vec<(String, String)>) = (Vec::new(), Vec::new());
    for file in files {
        let name = file.name();
        // Its size is known before anything of it is read.
        if file.size() > f64::from(LARGEST) {
            shown.refused.push((name, Trouble::Refused(Refusal::TooLarge)));
            continue;
        }
        let Ok(bytes) = file.read().await else {
            shown.refused.push((name, Trouble::Unreadable));
            continue;
        };
        match read(&bytes, session.questionnaire) {
            Err(refusal) => shown.refused.push((name, Trouble::Refused(refusal))),
            Ok(incoming) => {
                for item in incoming.items {
                    match item.content {
                        Err(refusal) => shown.refused.push((item.name, Trouble::Refused(refusal))),
                        Ok(_) => items.push(item),
                    }
                }
                lines.extend(incoming.contacts);
                shown.unknown.extend(incoming.unknown);
                shown.files.push((name, incoming.written.unwrap_or_default()));
            }
        }
    }
    let arriving = session.shelf.documents.peek(|documents| arrivals(items, documents)).unwrap_or_default();
    let chosen = |arrival: Arrival| {
        let usual = arrival.usual();
        (arrival, usual)
    };
    shown.arrivals = arriving.into_iter().map(chosen).collect();
    let there: Vec<(String, String)> =
        contacts().iter().filter_map(|(id, line)| Some((id.clone(), line.text()?.to_owned()))).collect();
    shown.contacts = contact_lines(&there, &lines);
    shown
}

/// Takes in what was chosen. Where there is no room for all of it, nothing is taken in.
pub(super) fn take_in(session: Session) {
    let mut taken = Stage::Nothing;
    stage().change_quietly(|stage| std::mem::swap(stage, &mut taken));
    let Stage::Shown(mut shown) = taken else { return };
    let mut undo_step = Undo::new(Deed::Imported(Vec::new(), false));
    let mut ids = Vec::new();
    let mut full = false;
    let was_empty = session.shelf.ids().is_empty();
    for (arrival, choice) in &shown.arrivals {
        let Some((id, document)) = put_of(session, arrival, *choice) else { continue };
        undo_step.assessments.push(Before::of(session.shelf, &id));
        session.shelf.put(&id, document);
        full |= session.shelf.saved.peek(|saved| *saved == Saved::No(StorageError::Full)) == Some(true);
        ids.push(id);
    }
    let changes = shown.contacts.changes(shown.contact_choice);
    if !changes.is_empty() {
        undo_step.note_key(inventory::CONTACT_KEY.to_owned());
        full |= changes.iter().any(|(id, text)| store_line(id, text, &Vec::new()) == Err(StorageError::Full));
    }
    // Where nothing can be kept at all, it is there while the page is open, as is everything else then.
    if full {
        undo_step.carry_out(session);
        shown.full = true;
        stage().set(Stage::Shown(shown));
        return dom::focus("#import-errors");
    }
    stage().set(Stage::Nothing);
    if ids.is_empty() && changes.is_empty() {
        return dom::focus("#import");
    }
    // What is here now is in that file, so there is no need to be reminded of saving it.
    if let (true, [(_, written)]) = (was_empty, shown.files.as_slice()) {
        let saved = clock::millis_of(written);
        undo_step.note_key(inventory::SAVING_KEY.to_owned());
        remember_saving(|saving| saving.saved = saving.saved.max(saved));
    }
    undo_step.deed = Deed::Imported(ids, !changes.is_empty());
    undo_step.offer();
}

/// What is put on the device for an arrival, and under which id.
fn put_of(session: Session, arrival: &Arrival, choice: Choice) -> Option<(String, Document)> {
    let words = &session.later_words().data.import;
    let there = |id: &str| session.shelf.with_document(id, Clone::clone);
    let date = clock::date(&arrival.document.changed, session.language());
    let copy =
        |name: &str| if date.is_empty() { (words.copy_undated)(name) } else { (words.copy)(name, &date) };
    arrival.take(session.questionnaire, choice, there, clock::new_id, copy)
}
