//! What becomes of what a file brings: shown first, then done. Nothing on the device is overwritten.

use super::Item;
use crate::answers::{Document, Notice, merge};
use crate::model::Questionnaire;

/// How an assessment in a file stands to those on the device.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Standing {
    /// Nothing like it is there.
    New,
    /// It is there already, under this id.
    Here(String),
    /// Another state of it is there, under this id.
    Differs(String),
}

/// What is done with an assessment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Choice {
    /// It is added: as it is where nothing like it is there, as a copy otherwise.
    Add,
    /// It is put together with the state that is there: field by field the later one stands.
    Merge,
    /// It is left out.
    Skip,
}

/// An assessment that can be taken in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Its id on the device it comes from.
    pub id: Option<String>,
    /// The document.
    pub document: Document,
    /// What was found while reading it.
    pub notices: Vec<Notice>,
    /// How it stands to what is there.
    pub standing: Standing,
}

impl Arrival {
    /// What is done unless somebody chooses otherwise: nothing twice, nothing over something else.
    pub fn usual(&self) -> Choice {
        if matches!(self.standing, Standing::Here(_)) { Choice::Skip } else { Choice::Add }
    }

    /// What can be chosen.
    pub fn choices(&self) -> &'static [Choice] {
        match self.standing {
            Standing::New => &[Choice::Add, Choice::Skip],
            Standing::Here(_) => &[Choice::Skip, Choice::Add],
            Standing::Differs(_) => &[Choice::Add, Choice::Merge, Choice::Skip],
        }
    }

    /// The document to put on the device and its id; `None` when nothing is done. `there` is what the device has under
    /// an id, `new_id` makes an id nobody has, and `copy` names a copy.
    pub fn take(
        &self,
        questionnaire: &Questionnaire,
        choice: Choice,
        there: impl Fn(&str) -> Option<Document>,
        new_id: impl FnOnce() -> String,
        copy: impl FnOnce(&str) -> String,
    ) -> Option<(String, Document)> {
        match (choice, &self.standing) {
            (Choice::Skip, _) | (Choice::Merge, Standing::Here(_)) => None,
            (Choice::Merge, Standing::Differs(id)) => {
                let merged = merge(questionnaire, &there(id)?, &self.document);
                Some((id.clone(), merged))
            }
            (Choice::Add | Choice::Merge, Standing::New) => {
                // Asked for once more: another tab may have put something there since it was shown.
                let free = self.id.clone().filter(|id| there(id).is_none());
                Some((free.unwrap_or_else(new_id), self.document.clone()))
            }
            (Choice::Add, Standing::Here(_) | Standing::Differs(_)) => {
                Some((new_id(), Document { name: copy(&self.document.name), ..self.document.clone() }))
            }
        }
    }
}

/// What can be taken in of what files bring, in their order, and how it stands to what is there.
pub fn arrivals(items: Vec<Item>, there: &[(String, Document)]) -> Vec<Arrival> {
    let mut arrivals: Vec<Arrival> = Vec::new();
    for item in items {
        let Ok(restored) = item.content else { continue };
        let (mut id, document) = (item.id, restored.document);
        // Two files may bring the same; and one file two states of the same.
        if arrivals.iter().any(|earlier| same(&earlier.document, &document)) {
            continue;
        }
        if arrivals.iter().any(|earlier| earlier.id.is_some() && earlier.id == id) {
            id = None;
        }
        let of_id = id.as_deref().and_then(|id| there.iter().find(|(known, _)| known == id));
        let twin = || there.iter().find(|(_, known)| same(known, &document)).map(|(known, _)| known.clone());
        let standing = match of_id {
            Some((known, there)) if same(there, &document) => Standing::Here(known.clone()),
            // Perhaps it came before, as a copy.
            Some((known, _)) => twin().map_or_else(|| Standing::Differs(known.clone()), Standing::Here),
            None => twin().map_or(Standing::New, Standing::Here),
        };
        arrivals.push(Arrival { id, document, notices: restored.notices, standing });
    }
    arrivals
}

/// Whether two documents hold the same. What they are called and where one was in them does not matter.
fn same(one: &Document, other: &Document) -> bool {
    let Document { name: _, named: _, created, changed: _, place: _, sheet, plan, extra } = one;
    *created == other.created && *sheet == other.sheet && *plan == other.plan && *extra == other.extra
}

/// What is done with the contact sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ContactChoice {
    /// Lines that are empty are filled.
    Fill,
    /// The lines of the file take the place of those that are there.
    Replace,
    /// It is left out.
    Skip,
}

/// The contact sheet of a file beside that of the device.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ContactLines {
    /// Lines that fill an empty one.
    pub fills: Vec<(String, String)>,
    /// Lines that are there with other words: the id, what is there, what the file has.
    pub conflicts: Vec<(String, String, String)>,
}

/// Puts the lines of a file beside those that are there.
pub fn contact_lines(there: &[(String, String)], incoming: &[(String, String)]) -> ContactLines {
    let mut lines = ContactLines::default();
    for (id, text) in incoming.iter().filter(|(_, text)| !text.trim().is_empty()) {
        let known = there.iter().find(|(known, text)| known == id && !text.trim().is_empty());
        match known {
            // Two files may bring the same line; the first one counts.
            None if lines.fills.iter().any(|(known, _)| known == id) => {}
            None => lines.fills.push((id.clone(), text.clone())),
            Some(_) if lines.conflicts.iter().any(|(known, ..)| known == id) => {}
            Some((_, known)) if known == text => {}
            Some((_, known)) => lines.conflicts.push((id.clone(), known.clone(), text.clone())),
        }
    }
    lines
}

impl ContactLines {
    /// Whether the file brings nothing new.
    pub fn is_empty(&self) -> bool {
        self.fills.is_empty() && self.conflicts.is_empty()
    }

    /// The lines that are written then.
    pub fn changes(&self, choice: ContactChoice) -> Vec<(String, String)> {
        let mut lines = Vec::new();
        if choice != ContactChoice::Skip {
            lines.extend(self.fills.iter().cloned());
        }
        if choice == ContactChoice::Replace {
            lines.extend(self.conflicts.iter().map(|(id, _, text)| (id.clone(), text.clone())));
        }
        lines
    }
}
