//! Files that assessments travel in: one or all of a device, and what becomes of them where they arrive.
//!
//! ```json
//! { "ec-checkup": "backup", "format": 1, "written": "…Z",
//!   "assessments": [ { "id": "k3x9", "document": { …as it is stored… } } ],
//!   "contacts": { "bank": "…" } }
//! ```
//! A single stored document is a file as well. Whatever comes in is treated as if somebody had written it to do harm: sizes,
//! depths and names have limits, and documents pass `answers::restore` as everywhere.

mod backup;
mod import;
mod parse;
mod read;
mod reminder;
#[cfg(feature = "author")]
mod schema;

pub use backup::{Backup, KIND};
pub use import::{Arrival, Choice, ContactChoice, ContactLines, Standing, arrivals, contact_lines};
pub use parse::{Fault, parse};
pub use read::{Incoming, Item, LARGEST, REFERENCE, Refusal, read};
pub use reminder::{Saving, count_answers};
#[cfg(feature = "author")]
pub use schema::schema;
