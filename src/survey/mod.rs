//! Many sheets: counted by size of shop, reported so that no single shop can be recognised.
//! `docs/survey.md` is the definition. Integers only; no clock, no threads, no files: whoever uses it brings these.
//!
//! [`Survey::add`] counts respondents one by one, [`Survey::merge`] puts counts of several workers together, and
//! [`Report::new`] says what may be told of them.

mod arrive;
mod association;
mod collection;
mod count;
mod cross;
mod csv;
mod derived;
mod each;
mod folding;
mod html;
mod json;
mod layout;
mod pieces;
mod reading;
mod reference;
mod reference_file;
mod report;
mod respondent;
mod row;
mod row_reading;
#[cfg(feature = "author")]
mod row_schema;
mod sample;
mod scores;
mod standing;
#[cfg(feature = "author")]
mod standing_json;
mod table;
mod telling;
mod trends;
mod wanted;

pub use arrive::{Lines, Sent, Unread, in_file, in_json};
pub use association::{Association, FEWEST_PAIRS, gamma};
pub use collection::{Collection, Offered, Useless};
pub use count::{Survey, SurveyError};
pub use cross::Cross;
pub use derived::{Derived, Part, points};
pub use folding::{FEWEST, FEWEST_PERCENT, kept_back};
pub use layout::{SelfView, Subject};
pub use pieces::{begins_anew, pieces};
pub use reference::{Reference, ReferenceScores, STRETCH, Standing};
pub use reference_file::{LONGEST_TITLE, ReferenceError, checked_title};
pub use report::{FieldReport, GapReport, Group, Report, ScoreReport};
pub use respondent::{Respondent, SYNTHETIC};
pub use row::{ROW, WRITTEN, write_row};
pub use row_reading::{RowError, read_row};
#[cfg(feature = "author")]
pub use row_schema::row_schema;
pub use sample::Sample;
pub use scores::Scores;
pub use standing::{Place, Places};
#[cfg(feature = "author")]
pub use standing_json::standing_to_json;
pub use table::{Column, Table};
pub use telling::{Telling, percent, tenths, thousandths};
pub use trends::{FEWEST_COMPARED, LEAST_DIFFERENCE, Share, Trend};
pub use wanted::Wanted;
