//! Other tabs that have the same assessments open. What they store is put together with what is here, field by field, the
//! later edit first (`answers::merge`). All tabs come to the same state, so none has to answer another, and it is quiet again.
//!
//! Part of the second file; until that is here, an assessment that another tab has changed is not written.

use super::browser::clock;
use super::browser::storage::{self, StorageError};
use super::shelf::{Finding, OtherTabs, Shelf, find_mut, restore};
use crate::answers::{Document, Restored, merge};

/// What the shelf does about other tabs.
pub(super) const OTHER_TABS: OtherTabs = OtherTabs { gather, reread };

/// Another tab has stored or deleted an assessment: takes in what is stored now.
fn reread(shelf: Shelf, id: &str) {
    let Ok(stored) = storage::read_assessment(id) else { return };
    let Some(text) = stored else {
        shelf.documents.change(|documents| documents.retain(|(known, _)| known != id));
        return shelf.remember(id, None);
    };
    if has_seen(shelf, id, &text) {
        return;
    }
    // What cannot be read is looked at when this tab has something to store.
    let Ok(Restored { document: theirs, .. }) = restore(&text, shelf.questionnaire) else { return };
    // Whoever moved last says where one is.
    let place = theirs.place.clone();
    take_in(shelf, id, theirs, place);
    let complete = shelf.written(id).as_ref() == Some(&text);
    shelf.remember(id, Some(text));
    if !complete {
        shelf.store(id);
    }
}

/// Before something is written: takes in what another tab has stored meanwhile.
fn gather(shelf: Shelf, id: &str) -> Result<bool, StorageError> {
    let Some(text) = storage::read_assessment(id)? else {
        // Only this one gone: deleted in another tab, whose word has not come yet. An edit counts for more.
        if storage::is_empty() {
            shelf.tell_emptied();
            shelf.store_all();
        }
        return Ok(true);
    };
    match restore(&text, shelf.questionnaire) {
        Ok(Restored { document: theirs, .. }) => {
            let mine = |document: &Document| document.place.clone();
            let place = shelf.with_document(id, mine).flatten();
            take_in(shelf, id, theirs, place);
        }
        Err(reason) => {
            storage::keep_aside(id, &clock::now())?;
            shelf.findings.change(|findings| findings.push(Finding::Unreadable(id.to_owned(), reason)));
        }
    }
    Ok(true)
}

fn has_seen(shelf: Shelf, id: &str, text: &str) -> bool {
    shelf.seen.peek(|seen| seen.iter().any(|(known, seen)| known == id && seen == text)) == Some(true)
}

/// Puts together what is here and what another tab has stored.
fn take_in(shelf: Shelf, id: &str, theirs: Document, place: Option<String>) {
    shelf.documents.change(|documents| match find_mut(documents, id) {
        Some(mine) => {
            *mine = merge(shelf.questionnaire, mine, &theirs);
            mine.place = place;
        }
        None => documents.push((id.to_owned(), theirs)),
    });
}
