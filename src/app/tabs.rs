//! Other tabs that have the same assessments open. What they store is put together with what is here, field by field, the
//! later edit first (`answers::merge`). All tabs come to the same state, so none has to answer another, and it is quiet again.
//!
//! Part of the second file; until that is here, an assessment that another tab has changed is not written.

use super::browser::clock;
use super::browser::storage::{self, Elsewhere, StorageError};
use super::session::Session;
use super::shelf::{Finding, OtherTabs, Shelf, find_mut, restore};
use crate::answers::{Document, Restored, Unreadable, merge};

/// Follows other tabs from now on, and does what had to wait for this.
pub(super) fn begin(session: Session) {
    let shelf = session.shelf;
    shelf.learn(OtherTabs { gather, catch_up });
    for id in storage::assessments() {
        reread(shelf, &id);
    }
    storage::on_change_elsewhere(move |what| match what {
        Elsewhere::Everything => forget_stored(shelf),
        Elsewhere::Trash => shelf.reread_trash(),
        Elsewhere::Assessment(id) => {
            reread(shelf, id);
            // Whoever looks at an assessment that was deleted elsewhere is told that it is gone.
            if session.open_id().as_deref() == Some(id) && !shelf.has(id) {
                session.route.change(|_| {});
            }
        }
    });
}

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
    let theirs = match restore(&text, shelf.questionnaire) {
        Ok(Restored { document, .. }) => document,
        Err(reason) => {
            // What this tab has in memory is looked at when there is something to store.
            if reason == Unreadable::Damaged && !shelf.has(id) {
                // Where there is no room for a copy, it stays where it is.
                let _ = storage::keep_aside(id, &clock::now());
                shelf.tell(Finding::Unreadable(id.to_owned(), reason));
            }
            return;
        }
    };
    // Whoever moved last says where one is.
    let place = theirs.place.clone();
    take_in(shelf, id, theirs, place);
    // Deleted here, and still there: whoever has it open has gone on with it.
    if shelf.deleted.peek(|deleted| deleted.as_ref().is_some_and(|deleted| deleted.id == id)) == Some(true) {
        shelf.forget_deleted();
    }
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
            forget_stored(shelf);
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
            if reason == Unreadable::Damaged {
                storage::keep_aside(id, &clock::now())?;
            }
            shelf.tell(Finding::Unreadable(id.to_owned(), reason));
            if reason != Unreadable::Damaged {
                return Err(StorageError::Refused);
            }
        }
    }
    Ok(true)
}

/// Somebody has emptied the storage. What is in memory stays, and all of it is stored again with the next change.
fn forget_stored(shelf: Shelf) {
    if shelf.seen.peek(Vec::is_empty) == Some(false) {
        shelf.seen.change_quietly(Vec::clear);
        shelf.tell(Finding::Emptied);
    }
}

/// Stores what is only in memory, because it could not be stored before or is not stored any more.
fn catch_up(shelf: Shelf) {
    let ids =
        shelf.documents.peek(|documents| documents.iter().map(|(id, _)| id.clone()).collect::<Vec<_>>());
    for id in ids.unwrap_or_default() {
        // Each one that is stored has this done once more: one that fails does not keep the others from it.
        if shelf.seen.peek(|seen| seen.iter().any(|(known, _)| *known == id)) == Some(false) {
            shelf.store(&id);
        }
    }
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
