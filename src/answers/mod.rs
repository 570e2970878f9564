//! What a shop answered: the only state there is. Everything else is derived from it.

mod answer;
mod asked;
mod document;
mod json;
mod levels;
mod list;
mod merge;
mod note;
mod restore;
mod sheet;
mod times;

pub use answer::{Answer, Completeness};
pub use asked::{AskState, Asked, ReplyTo};
pub use document::{Document, FORMAT};
pub use json::{DEEPEST, Json};
pub use levels::Levels;
pub use merge::merge;
pub use note::{Note, Progress};
#[cfg(feature = "author")]
pub use restore::restore;
pub use restore::{Notice, Restored, Unreadable, restore_json};
pub use sheet::{Entry, Sheet};
pub use times::LATEST;
