//! All assessments on this device: in memory while the page is open, and stored after every change.
//!
//! Another tab may have the same assessment open. Whatever it stores is put together with what is here before anything is
//! written, so the edits of both stay: `tabs.rs`.

use super::browser::storage::StorageError;
use super::browser::{clock, json, storage};
use super::state::State;
use crate::answers::{Document, Notice, Restored, Unreadable, restore_json};
use crate::model::Questionnaire;
use crate::order::insert_where;

/// Whether the latest change is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// Nothing has been changed yet, or it is about to be stored.
    Untouched,
    /// It is stored.
    Yes,
    /// It could not be stored.
    No(StorageError),
}

/// What the user should know about what was found in storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// Could not be read at all.
    Unreadable(String, Unreadable),
    /// Could be read, with something to say.
    Notice(Notice),
    /// Somebody has emptied the storage while the page was open.
    Emptied,
}

/// What can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deleted {
    /// The assessment's id.
    pub(super) id: String,
    /// Its document.
    pub(super) document: Document,
}

/// What to do about other tabs; comes with the second file.
#[derive(Clone, Copy)]
pub(super) struct OtherTabs {
    /// Before an assessment is written: takes in what another tab has stored. `false` when nothing may be written.
    pub(super) gather: fn(Shelf, &str) -> Result<bool, StorageError>,
    /// Stores what is not stored as it is in memory.
    pub(super) catch_up: fn(Shelf),
}

/// The assessments.
#[derive(Clone, Copy)]
pub(super) struct Shelf {
    /// The questionnaire; never changes.
    pub(super) questionnaire: &'static Questionnaire,
    /// Everything, by id.
    pub(super) documents: State<Vec<(String, Document)>>,
    /// Of each stored assessment the text as this tab last read or wrote it; what could not be written is not among them.
    pub(super) seen: State<Vec<(String, String)>>,
    /// What to do about other tabs.
    tabs: State<Option<OtherTabs>>,
    /// Whether the latest change is stored.
    pub(super) saved: State<Saved>,
    /// What was found when the page was opened.
    pub(super) findings: State<Vec<Finding>>,
    /// The assessment deleted last.
    pub(super) deleted: State<Option<Deleted>>,
}

impl Shelf {
    /// Reads everything that is stored.
    pub(super) fn new(questionnaire: &'static Questionnaire) -> Self {
        let mut documents = Vec::new();
        let mut seen = Vec::new();
        let mut findings = Vec::new();
        for id in storage::assessments() {
            let Ok(Some(text)) = storage::read_assessment(&id) else { continue };
            match restore(&text, questionnaire) {
                Ok(Restored { document, notices }) => {
                    findings.extend(notices.into_iter().map(Finding::Notice));
                    documents.push((id.clone(), document));
                    seen.push((id, text));
                }
                // What is damaged is kept elsewhere once the second file is here.
                Err(reason) => findings.push(Finding::Unreadable(id, reason)),
            }
        }
        let saved = storage::check().map_or_else(Saved::No, |()| Saved::Untouched);
        Self {
            questionnaire,
            documents: State::new(documents),
            seen: State::new(seen),
            tabs: State::new(None),
            saved: State::new(saved),
            findings: State::new(findings),
            deleted: State::new(trash(questionnaire)),
        }
    }

    /// Looks at a document.
    pub(super) fn with_document<T>(self, id: &str, look: impl FnOnce(&Document) -> T) -> Option<T> {
        self.documents.with(|documents| find(documents, id).map(look)).flatten()
    }

    /// Whether there is such an assessment.
    pub(super) fn has(self, id: &str) -> bool {
        self.with_document(id, |_| ()).is_some()
    }

    /// The ids, the one changed last first.
    pub(super) fn ids(self) -> Vec<String> {
        self.documents
            .with(|documents| {
                let mut list: Vec<(&String, &String)> = Vec::new();
                for (id, document) in documents {
                    let entry = (&document.changed, id);
                    insert_where(&mut list, entry, |other| *other > entry);
                }
                list.into_iter().map(|(_, id)| id.clone()).collect::<Vec<_>>()
            })
            .unwrap_or_default()
    }

    /// Changes a document and stores it.
    pub(super) fn edit(self, id: &str, change: impl FnOnce(&mut Document)) {
        self.documents.change(|documents| {
            if let Some(document) = find_mut(documents, id) {
                let before = document.clone();
                change(document);
                document.stamp(&before, &clock::now(), clock::millis());
            }
        });
        self.store(id);
    }

    /// Notes the question last looked at. Not a change, so the date stays.
    pub(super) fn set_place(self, id: &str, question: &str) {
        let mut moved = false;
        self.documents.change_quietly(|documents| {
            if let Some(document) = find_mut(documents, id)
                && document.place.as_deref() != Some(question)
            {
                document.place = Some(question.to_owned());
                moved = true;
            }
        });
        if moved {
            self.store(id);
        }
    }

    /// Adds or replaces a document and stores it.
    pub(super) fn put(self, id: &str, document: Document) {
        self.documents.change(|documents| {
            documents.retain(|(known, _)| known != id);
            documents.push((id.to_owned(), document));
        });
        self.store(id);
    }

    /// Deletes an assessment; it can be brought back until the next one is deleted.
    pub(super) fn delete(self, id: &str) {
        // With what another tab has just written. What can neither be read nor kept elsewhere is not deleted with it.
        let gathered = self.gather(id);
        match gathered {
            Ok(false) => return,
            Err(error @ (StorageError::Full | StorageError::Refused)) => {
                return self.saved.set(Saved::No(error));
            }
            _ => {}
        }
        let mut removed = None;
        self.documents.change(|documents| {
            let place = documents.iter().position(|(known, _)| known == id);
            removed = place.map(|place| documents.remove(place).1);
        });
        let Some(document) = removed else { return };
        // Where there is no room for the undo copy, undo still works until the page is closed.
        let _ = storage::set_trash(id, &self.write(&document));
        self.remember(id, None);
        self.deleted.set(Some(Deleted { id: id.to_owned(), document }));
        match gathered.and_then(|_| storage::remove_assessment(id)) {
            // Now there may be room for what there was none before.
            Ok(()) => {
                if self.saved.peek(|saved| matches!(saved, Saved::No(_))) == Some(true) {
                    self.saved.set(Saved::Untouched);
                }
                self.catch_up();
            }
            // It is gone from the list only.
            Err(error) => self.saved.set(Saved::No(error)),
        }
    }

    /// Brings back what was deleted last.
    pub(super) fn undelete(self) {
        if let Some(Some(Deleted { id, document })) = self.deleted.peek(Clone::clone) {
            // Another tab may have it still, and more in it.
            if !self.has(&id) {
                self.put(&id, document);
            }
            self.forget_deleted();
        }
    }

    /// Gives up what was deleted last.
    pub(super) fn forget_deleted(self) {
        storage::empty_trash();
        self.deleted.set(None);
    }

    /// Learns what to do about other tabs.
    pub(super) fn learn(self, tabs: OtherTabs) {
        self.tabs.set(Some(tabs));
    }

    /// Another tab has changed the trash.
    pub(super) fn reread_trash(self) {
        self.deleted.set(trash(self.questionnaire));
    }

    /// Has the user told, once.
    pub(super) fn tell(self, finding: Finding) {
        self.findings.change(|findings| {
            if !findings.contains(&finding) {
                findings.push(finding);
            }
        });
    }

    /// Stores everything that is in memory.
    pub(super) fn store_all(self) {
        self.seen.change_quietly(Vec::clear);
        self.catch_up();
    }

    /// The text of an assessment as it would be stored.
    pub(super) fn written(self, id: &str) -> Option<String> {
        self.documents.peek(|documents| find(documents, id).map(|document| self.write(document))).flatten()
    }

    fn write(self, document: &Document) -> String {
        document.to_json(self.questionnaire).write()
    }

    /// Notes the text of an assessment as it is stored now; `None` when it is not stored any more.
    pub(super) fn remember(self, id: &str, text: Option<String>) {
        self.seen.change_quietly(|seen| {
            seen.retain(|(known, _)| known != id);
            seen.extend(text.map(|text| (id.to_owned(), text)));
        });
    }

    /// Whether an assessment may be written, after what another tab has stored is taken in. `false` when that has to wait.
    ///
    /// # Errors
    /// When what is stored can neither be read nor kept elsewhere: it must not be written over.
    fn gather(self, id: &str) -> Result<bool, StorageError> {
        let stored = storage::read_assessment(id)?;
        let seen = self
            .seen
            .peek(|seen| seen.iter().find(|(known, _)| known == id).map(|(_, text)| text) == stored.as_ref());
        match self.tabs() {
            _ if seen == Some(true) => Ok(true),
            Some(tabs) => (tabs.gather)(self, id),
            // Nothing is written over.
            None => Ok(stored.is_none()),
        }
    }

    fn tabs(self) -> Option<OtherTabs> {
        self.tabs.peek(|tabs| *tabs).flatten()
    }

    /// Stores what is only in memory, because it could not be stored before or is not stored any more.
    fn catch_up(self) {
        if let Some(tabs) = self.tabs() {
            (tabs.catch_up)(self);
        }
    }

    /// Stores an assessment as it is in memory.
    pub(super) fn store(self, id: &str) {
        let gathered = self.gather(id);
        let Some(text) = self.written(id) else { return };
        let written = gathered.and_then(|may| {
            if may {
                storage::write_assessment(id, &text)?;
            }
            Ok(may)
        });
        match written {
            Ok(true) => {
                self.remember(id, Some(text));
                self.saved.set(Saved::Yes);
                self.catch_up();
            }
            // Stored once the second file is here; nothing is said until then.
            Ok(false) => self.saved.set(Saved::Untouched),
            Err(error) => {
                // What is refused stays refused; all else is tried again as soon as anything can be stored.
                if error != StorageError::Refused {
                    self.remember(id, None);
                }
                self.saved.set(Saved::No(error));
            }
        }
    }
}

/// The assessment deleted last, if it can still be brought back.
fn trash(questionnaire: &Questionnaire) -> Option<Deleted> {
    let (id, text) = storage::trash()?;
    let document = restore(&text, questionnaire).ok()?.document;
    Some(Deleted { id, document })
}

/// Reads a stored text.
pub(super) fn restore(text: &str, questionnaire: &Questionnaire) -> Result<Restored, Unreadable> {
    restore_json(&json::parse(text).ok_or(Unreadable::Damaged)?, questionnaire)
}

fn find<'a>(documents: &'a [(String, Document)], id: &str) -> Option<&'a Document> {
    documents.iter().find(|(known, _)| known == id).map(|(_, document)| document)
}

/// A document, to be changed.
pub(super) fn find_mut<'a>(documents: &'a mut [(String, Document)], id: &str) -> Option<&'a mut Document> {
    documents.iter_mut().find(|(known, _)| known == id).map(|(_, document)| document)
}
