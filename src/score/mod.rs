//! The score: a range from lowest to highest that narrows as answers come in. Integers only.
//! `docs/scoring.md` is the public definition, and its worked examples are tests.

#[cfg(feature = "author")]
mod json;
mod report;
mod tally;

#[cfg(feature = "author")]
pub use json::to_json;
pub use report::{ChapterScore, Report, ViewScore, Weakness, weakness};
pub use tally::{Permille, Tally, step_points};
