//! All assessments on this device: in memory while the page is open, and stored after every change.

use super::browser::{clock, json, storage};
use super::state::State;
use crate::answers::{Document, Notice, Restored, Unreadable, restore_json};
use crate::model::Questionnaire;
use crate::order::insert_where;

/// Whether the latest change is stored.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Saved {
    /// Nothing has been changed yet.
    Untouched,
    /// It is stored.
    Yes,
    /// It could not be stored.
    No(storage::StorageError),
}

/// What the user should know about what was found in storage.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Finding {
    /// Could not be read at all.
    Unreadable(String, Unreadable),
    /// Could be read, with something to say.
    Notice(Notice),
}

/// What can be undone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Deleted {
    /// The assessment's id.
    pub(super) id: String,
    /// Its document.
    pub(super) document: Document,
}

/// The assessments.
#[derive(Clone, Copy)]
pub(super) struct Shelf {
    questionnaire: &'static Questionnaire,
    documents: State<Vec<(String, Document)>>,
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
        let mut findings = Vec::new();
        for id in storage::assessments() {
            let Some(text) = storage::read_assessment(&id) else { continue };
            match restore(&text, questionnaire) {
                Ok(Restored { document, notices }) => {
                    findings.extend(notices.into_iter().map(Finding::Notice));
                    documents.push((id, document));
                }
                Err(reason) => {
                    if reason == Unreadable::Damaged {
                        storage::keep_aside(&id, &clock::now());
                    }
                    findings.push(Finding::Unreadable(id, reason));
                }
            }
        }
        let deleted = storage::trash().and_then(|(id, text)| {
            let document = restore(&text, questionnaire).ok()?.document;
            Some(Deleted { id, document })
        });
        let saved = storage::check().map_or_else(Saved::No, |()| Saved::Untouched);
        Self {
            questionnaire,
            documents: State::new(documents),
            saved: State::new(saved),
            findings: State::new(findings),
            deleted: State::new(deleted),
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
                change(document);
                document.changed = clock::now();
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
        let mut removed = None;
        self.documents.change(|documents| {
            let place = documents.iter().position(|(known, _)| known == id);
            removed = place.map(|place| documents.remove(place).1);
        });
        let Some(document) = removed else { return };
        // Where there is no room for the undo copy, undo still works until the page is closed.
        let _ = storage::set_trash(id, &self.write(&document));
        storage::remove_assessment(id);
        self.deleted.set(Some(Deleted { id: id.to_owned(), document }));
    }

    /// Brings back what was deleted last.
    pub(super) fn undelete(self) {
        if let Some(Some(Deleted { id, document })) = self.deleted.peek(Clone::clone) {
            self.put(&id, document);
            self.forget_deleted();
        }
    }

    /// Gives up what was deleted last.
    pub(super) fn forget_deleted(self) {
        storage::empty_trash();
        self.deleted.set(None);
    }

    /// Another tab has stored or deleted something: take over what is stored now.
    pub(super) fn reread(self, id: &str) {
        let found = storage::read_assessment(id).map(|text| restore(&text, self.questionnaire));
        if matches!(found, Some(Err(_))) {
            return;
        }
        self.documents.change(|documents| {
            documents.retain(|(known, _)| known != id);
            if let Some(Ok(restored)) = found {
                documents.push((id.to_owned(), restored.document));
            }
        });
    }

    fn write(self, document: &Document) -> String {
        document.to_json(self.questionnaire).write()
    }

    fn store(self, id: &str) {
        let text = self.documents.peek(|documents| find(documents, id).map(|document| self.write(document)));
        let Some(Some(text)) = text else { return };
        self.saved.set(match storage::write_assessment(id, &text) {
            Ok(()) => Saved::Yes,
            Err(error) => Saved::No(error),
        });
    }
}

/// Reads a stored text.
fn restore(text: &str, questionnaire: &Questionnaire) -> Result<Restored, Unreadable> {
    restore_json(&json::parse(text).ok_or(Unreadable::Damaged)?, questionnaire)
}

fn find<'a>(documents: &'a [(String, Document)], id: &str) -> Option<&'a Document> {
    documents.iter().find(|(known, _)| known == id).map(|(_, document)| document)
}

fn find_mut<'a>(documents: &'a mut [(String, Document)], id: &str) -> Option<&'a mut Document> {
    documents.iter_mut().find(|(known, _)| known == id).map(|(_, document)| document)
}
