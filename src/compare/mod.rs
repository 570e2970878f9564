//! Two sheets of one questionnaire: how they differ, and how chosen parts of one come into the other.
//!
//! The sheets are called *here* and *there*, and everything is told from here: "better" means that it is better there.
//! Two of one's own in time: here is the earlier one. Mine and a received one: here is mine.

mod comparison;
mod difference;
mod takeover;

pub use comparison::{Comparison, Pair, Texts};
pub use difference::{Change, Counts, Difference, Trend};
pub use takeover::{Case, Decision, Decisions, Effects, Line, Takeover, effects};
