//! Two states of one assessment become one: two tabs have it open, and what was done in either stays.
//!
//! Field by field the later one stands, so it does not matter who merges, how often, or in which order: all come to the
//! same, and nobody has to answer anybody (`tests/suite/properties/merge.rs`).

use super::asked::{self, ASKED, REPLY_TO};
use super::document::write_entry;
use super::{Document, Entry, Json, Note};
use crate::model::{Field, Questionnaire};
use crate::order::insert_where;
use std::cmp::Ordering;

/// Puts two states of the same assessment together.
pub fn merge(questionnaire: &Questionnaire, mine: &Document, theirs: &Document) -> Document {
    let mut sheet = mine.sheet.clone();
    for ((_, field), (entry, (_, other))) in
        questionnaire.fields().zip(sheet.entries_mut().zip(theirs.sheet.entries()))
    {
        let later = match other.at.cmp(&entry.at) {
            Ordering::Greater => true,
            Ordering::Less => false,
            Ordering::Equal => {
                !other.same(entry) && rank_of_entry(field, other) > rank_of_entry(field, entry)
            }
        };
        if later {
            other.clone_into(entry);
        }
    }
    sheet.strays = join(&mine.sheet.strays, &theirs.sheet.strays, Json::write);
    let name = (mine.named, &mine.name).max((theirs.named, &theirs.name));
    let place = (&mine.changed, &mine.place).max((&theirs.changed, &theirs.place)).1;
    Document {
        name: name.1.clone(),
        named: name.0,
        created: (&mine.created).min(&theirs.created).clone(),
        changed: (&mine.changed).max(&theirs.changed).clone(),
        place: place.clone(),
        sheet,
        plan: join(&mine.plan, &theirs.plan, rank_of_note),
        extra: extra(&mine.extra, &theirs.extra),
    }
}

/// Of two at the same time: one that says something, then whichever all agree on.
fn rank_of_entry(field: &Field, entry: &Entry) -> (bool, String) {
    (!entry.is_empty(), write_entry(field, entry).write())
}

fn rank_of_note(note: &Note) -> (u64, bool, String) {
    (note.at, !note.is_empty(), note.to_json().write())
}

/// What either has, by name, in the order of the names; where both have it, what ranks higher.
fn join<T: Clone, R: Ord>(
    mine: &[(String, T)],
    theirs: &[(String, T)],
    rank: impl Fn(&T) -> R,
) -> Vec<(String, T)> {
    let mut all: Vec<(String, T)> = Vec::new();
    for (id, value) in mine.iter().chain(theirs) {
        match all.iter_mut().find(|(known, _)| known == id) {
            Some((_, known)) if rank(value) > rank(known) => value.clone_into(known),
            Some(_) => {}
            None => insert_where(&mut all, (id.clone(), value.clone()), |(other, _)| other < id),
        }
    }
    all
}

/// All other parts. Of `plan` and `times` it is single lines that are not understood; of requests the later state stands.
fn extra(mine: &[(String, Json)], theirs: &[(String, Json)]) -> Vec<(String, Json)> {
    let mut all = join(mine, theirs, Json::write);
    for (key, value) in &mut all {
        let of =
            |list: &'_ [(String, Json)]| list.iter().find(|(known, _)| known == key).map(|(_, v)| v.clone());
        if let (Some(Json::Object(mine)), Some(Json::Object(theirs))) = (of(mine), of(theirs)) {
            *value = match key.as_str() {
                ASKED => Json::Object(join(&mine, &theirs, asked::rank)),
                REPLY_TO => {
                    let (mine, theirs) = (Json::Object(mine), Json::Object(theirs));
                    if asked::rank(&mine) >= asked::rank(&theirs) { mine } else { theirs }
                }
                _ => Json::Object(join(&mine, &theirs, Json::write)),
            };
        }
    }
    all
}
