//! What the profile sets aside: questions that cannot apply to a shop like this, or that are its provider's to answer.

use super::{FieldIx, Test, TextId};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// A rule that sets fields aside. Their answers are kept, and any of them can be brought back.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Rule {
    /// Permanent name. For authors and exports: the page does not load it.
    #[serde(skip)]
    pub id: String,
    /// Why.
    pub reason: TextId,
    /// For what is the provider's part: the sentence that asks them. `None` for what cannot apply.
    pub ask: Option<TextId>,
    /// Holds when any of the alternatives does; looks at the profile only.
    pub when: Vec<Vec<Test>>,
    /// The fields, as ranges in order.
    pub fields: Vec<Range<u16>>,
}

impl Rule {
    /// Whether the rule sets this field aside when it holds.
    pub fn covers(&self, field: FieldIx) -> bool {
        self.fields.iter().any(|range| range.contains(&field.0))
    }
}
