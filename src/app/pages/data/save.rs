//! Saving to a file.

use super::desk::remember_saving;
use crate::answers::{Document, Json};
use crate::app::browser::{clock, download, inventory, json, storage};
use crate::app::session::Session;
use crate::exchange::Backup;

const KIND: &str = "application/json";

/// Offers everything as a file: all assessments, also those that only a newer version can read, and the contact sheet.
pub(super) fn save_all(session: Session) {
    let mut assessments = Vec::new();
    for id in session.shelf.ids() {
        assessments.extend(stored_form(session, &id).map(|document| (id, document)));
    }
    for (key, text) in inventory::all() {
        if let inventory::Stored::Assessment(id) = inventory::stored(&key)
            && !session.shelf.has(id)
        {
            assessments.extend(json::parse(&text).map(|document| (id.to_owned(), document)));
        }
    }
    offer(session, assessments, contacts(), "");
    remember_saving(|saving| saving.saved = clock::millis());
}

/// Offers one assessment as a file.
pub(in crate::app::pages) fn save_one(session: Session, id: &str) {
    let Some(document) = stored_form(session, id) else { return };
    let name = document.get("name").and_then(Json::text).unwrap_or_default().to_owned();
    offer(session, vec![(id.to_owned(), document)], Vec::new(), &name);
}

fn stored_form(session: Session, id: &str) -> Option<Json> {
    session.shelf.with_document(id, |document: &Document| document.to_json(session.questionnaire))
}

fn offer(session: Session, assessments: Vec<(String, Json)>, contacts: Vec<(String, Json)>, name: &str) {
    let backup = Backup { written: clock::now(), assessments, contacts };
    download::save(&file_name(session, name, "json"), KIND, &backup.write());
}

/// A name for a file: what it is, of what, and the day.
pub(in crate::app::pages) fn file_name(session: Session, name: &str, extension: &str) -> String {
    // What no file system takes, and what would hide the file.
    let fits = |letter: &char| !letter.is_control() && !"/\\:*?\"<>|.".contains(*letter);
    let name: String = name.trim().chars().filter(fits).take(40).collect();
    let between = if name.is_empty() { "" } else { "-" };
    let file = session.later_words().data.save.file;
    format!("{file}{between}{name}-{}.{extension}", clock::today())
}

/// The lines of the contact sheet, as they are stored.
pub(super) fn contacts() -> Vec<(String, Json)> {
    match storage::contacts().ok().flatten().and_then(|text| json::parse(&text)) {
        Some(Json::Object(lines)) => lines,
        _ => Vec::new(),
    }
}
