//! When a field is asked: tests on earlier answers. [`crate::flow`] evaluates them.

use super::{Code, Codes, FieldIx};
use serde::{Deserialize, Serialize};

/// When a field is asked. An empty condition always holds.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Condition {
    /// Every entry must hold (one each from section, question and field); an entry holds when any of its
    /// alternatives does; an alternative when all its tests do.
    pub when: Vec<Vec<Vec<Test>>>,
    /// The field is not asked when all tests of any entry hold, or when one of the looked-at fields is hidden.
    pub unless: Vec<Vec<Test>>,
}

impl Condition {
    /// Whether there is nothing to test.
    pub fn is_empty(&self) -> bool {
        self.when.is_empty() && self.unless.is_empty()
    }

    /// Every test of the condition.
    pub fn tests(&self) -> impl Iterator<Item = &Test> {
        self.when.iter().flatten().chain(&self.unless).flatten()
    }
}

/// One look at one earlier field.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Test {
    /// The field looked at; always an earlier one.
    pub field: FieldIx,
    /// For a matrix: the row looked at; without it, any row.
    pub row: Option<Code>,
    /// What must be found there.
    pub accepts: Accepts,
}

/// The answers a [`Test`] accepts.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Accepts {
    /// One of these codes.
    pub codes: Codes,
    /// 対象外, not applicable.
    pub na: bool,
    /// わからない, don't know.
    pub dk: bool,
    /// Any answer at all.
    pub any: bool,
}
