//! What a questionnaire is: packs, chapters, sections, questions, fields, and where each answer has its permanent place.
//!
//! Language-free: texts are [`TextId`]s into tables that arrive one language and one tier at a time.
//! Imports nothing else of ours.

mod code;
mod condition;
mod field;
mod guide;
pub(crate) mod packing;
mod questionnaire;
mod rule;
mod slot;
mod text;

pub use code::{Code, Codes};
pub use condition::{Accepts, Condition, Test};
pub use field::{Choice, Field, FieldIx, Help, Kind, Offer};
pub use guide::{
    Advice, Alternatives, Contact, Deadline, Emergency, Finding, Gate, Guide, IncidentKind, Level, Opinion,
    Paper, PaperLine, Phase, Platform, Raise, Role, SheetLine, SizePoints, SizeRule, Variant, Who,
};
pub use questionnaire::{
    Chapter, ChapterIx, Pack, PackIx, Question, QuestionIx, Questionnaire, Reference, Section, Source, Term,
    View,
};
pub use rule::Rule;
pub use slot::{Hint, Shape, SlotEntry, SlotTable};
pub use text::{Lang, TextId, Texts, Tier};
