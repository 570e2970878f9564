//! What a questionnaire is: chapters, sections, questions, fields, and where each answer has its permanent place.
//!
//! Language-free: texts are [`TextId`]s into tables that arrive one language and one tier at a time.
//! Imports nothing else of ours.

mod code;
mod condition;
mod field;
pub(crate) mod packing;
mod questionnaire;
mod slot;
mod text;

pub use code::{Code, Codes};
pub use condition::{Accepts, Condition, Test};
pub use field::{Choice, Field, FieldIx, Help, Kind, Offer};
pub use questionnaire::{
    Chapter, ChapterIx, Question, QuestionIx, Questionnaire, Reference, Section, Source, Term, View,
};
pub use slot::{Hint, Shape, SlotEntry, SlotTable};
pub use text::{Lang, TextId, Texts, Tier};
