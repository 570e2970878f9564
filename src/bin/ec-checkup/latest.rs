//! Of several states of one assessment the newest counts. They are kept until all have come, in as little as they need.

use std::collections::HashMap;
use std::collections::hash_map::{DefaultHasher, Entry};
use std::hash::{Hash, Hasher};

/// One state that waits for newer ones.
pub(crate) struct Kept {
    /// Its place in the input: the same everywhere, whoever came upon it first.
    pub(crate) order: (u64, usize),
    pub(crate) source: String,
    pub(crate) line: usize,
    /// A link, or a row.
    pub(crate) text: String,
    day: Option<u16>,
}

impl Kept {
    pub(crate) fn new(
        order: (u64, usize),
        source: String,
        line: usize,
        text: String,
        day: Option<u16>,
    ) -> Self {
        Self { order, source, line, text, day }
    }
}

/// The newest states so far.
#[derive(Default)]
pub(crate) struct Latest {
    kept: HashMap<u64, Kept>,
    /// How many were older than another, or the same again.
    pub(crate) duplicates: u64,
}

/// States of one assessment share a number; of one that is not known only what is wholly the same is the same.
fn key(number: u32, text: &str) -> u64 {
    if number > 0 {
        return u64::from(number);
    }
    let mut hasher = DefaultHasher::new();
    text.hash(&mut hasher);
    hasher.finish() | 1 << 63
}

impl Latest {
    /// Keeps a state, unless there is a newer one. Of the same day the one that came later is the newer one.
    pub(crate) fn keep(&mut self, number: u32, state: Kept) {
        match self.kept.entry(key(number, &state.text)) {
            Entry::Vacant(place) => drop(place.insert(state)),
            Entry::Occupied(mut known) => {
                self.duplicates += 1;
                if (state.day, state.order) > (known.get().day, known.get().order) {
                    known.insert(state);
                }
            }
        }
    }

    /// Whatever is the newest of its kind, in the order of the input.
    pub(crate) fn into_newest(self) -> Vec<Kept> {
        let mut newest: Vec<Kept> = self.kept.into_values().collect();
        newest.sort_by_key(|state| state.order);
        newest
    }
}
