//! Assessments as they were before something happened to them, for the way back. Part of the second file.

use super::browser::storage;
use super::shelf::{Saved, Shelf};
use crate::answers::Document;

/// An assessment as it was, here and in storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Before {
    id: String,
    /// Its document; none if there was none.
    document: Option<Document>,
    /// Its text in storage.
    text: Option<String>,
}

impl Before {
    /// How an assessment is now.
    pub(super) fn of(shelf: Shelf, id: &str) -> Self {
        let find = |documents: &Vec<(String, Document)>| {
            documents.iter().find(|(known, _)| known == id).map(|(_, document)| document.clone())
        };
        let document = shelf.documents.peek(find).flatten();
        Self { id: id.to_owned(), document, text: storage::read_assessment(id).ok().flatten() }
    }

    /// Puts it back as it was.
    pub(super) fn put_back(self, shelf: Shelf) {
        let Self { id, document, text } = self;
        shelf.documents.change(|documents| {
            documents.retain(|(known, _)| *known != id);
            documents.extend(document.map(|document| (id.clone(), document)));
        });
        let stored = if let Some(text) = &text {
            storage::write_assessment(&id, text)
        } else {
            storage::remove_assessment(&id)
        };
        shelf.remember(&id, text);
        shelf.saved.set(stored.map_or_else(Saved::No, |()| Saved::Untouched));
    }
}

/// Forgets everything that is in memory, after the storage was emptied.
pub(super) fn forget_all(shelf: Shelf) {
    shelf.seen.change_quietly(Vec::clear);
    shelf.documents.change(Vec::clear);
    shelf.findings.set(Vec::new());
    shelf.deleted.set(None);
    shelf.saved.set(Saved::Untouched);
}
