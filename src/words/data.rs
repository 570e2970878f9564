//! What the pages say about what is stored on the device: files, erasing, reports.

use super::{About, Count};

/// Everything on this device: saving it, taking it in, erasing it.
#[expect(missing_docs, reason = "the words themselves are in data_ja.rs and data_en.rs")]
#[derive(Debug)]
pub struct DataWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub gone: &'static str,
    pub save: SaveWords,
    pub import: ImportWords,
    pub refusals: RefusalWords,
    pub stored: StoredWords,
    pub erase: EraseWords,
    pub report: ReportWords,
}

/// Saving to a file, and being reminded of it.
#[expect(missing_docs, reason = "the words themselves are in data_ja.rs and data_en.rs")]
#[derive(Debug)]
pub struct SaveWords {
    pub title: &'static str,
    pub text: &'static str,
    pub secret: &'static str,
    pub all: &'static str,
    pub last: About,
    pub never: &'static str,
    pub nothing: &'static str,
    /// How files begin to be called.
    pub file: &'static str,
    pub remind_never: &'static str,
    pub remind_again: About,
    pub remind_why: &'static str,
    pub more: &'static str,
    pub later: &'static str,
}

/// Taking in files.
#[expect(missing_docs, reason = "the words themselves are in data_ja.rs and data_en.rs")]
#[derive(Debug)]
pub struct ImportWords {
    pub title: &'static str,
    pub text: &'static str,
    pub choose: &'static str,
    pub drop: &'static str,
    pub reading: &'static str,
    pub preview: &'static str,
    pub preview_text: &'static str,
    pub of_file: fn(&str, &str) -> String,
    pub new: &'static str,
    pub here: About,
    pub differs: About,
    pub what: About,
    pub add: &'static str,
    pub add_copy: &'static str,
    pub merge: &'static str,
    pub skip: &'static str,
    pub copy: fn(&str, &str) -> String,
    pub copy_undated: About,
    pub facts: fn(u16, &str) -> String,
    pub unknown: About,
    pub contacts: &'static str,
    pub contacts_fill: Count,
    pub contacts_conflict: Count,
    pub fill: &'static str,
    pub replace: &'static str,
    pub empty: &'static str,
    pub take: &'static str,
    pub cancel: &'static str,
    pub done: Count,
    pub done_contacts: &'static str,
    pub full: &'static str,
    pub undone: &'static str,
}

/// Why a file, or a part of one, cannot be taken in.
#[expect(missing_docs, reason = "the words themselves are in data_ja.rs and data_en.rs")]
#[derive(Debug)]
pub struct RefusalWords {
    pub of: fn(&str, &str) -> String,
    pub nameless: &'static str,
    pub safe: &'static str,
    pub empty: &'static str,
    pub foreign: &'static str,
    pub other_kind: &'static str,
    pub reference: &'static str,
    pub newer: &'static str,
    pub other_questionnaire: &'static str,
    pub cut_off: &'static str,
    pub broken: fn(&str, &str) -> String,
    pub letters: About,
    pub damaged: &'static str,
    pub too_deep: &'static str,
    pub too_large: &'static str,
    pub unreadable: &'static str,
}

/// What is stored.
#[expect(missing_docs, reason = "the words themselves are in data_ja.rs and data_en.rs")]
#[derive(Debug)]
pub struct StoredWords {
    pub title: &'static str,
    pub text: &'static str,
    pub none: &'static str,
    pub what: &'static str,
    pub size: &'static str,
    pub actions: &'static str,
    pub assessment: About,
    pub unread: About,
    pub contacts: &'static str,
    pub language: &'static str,
    pub trash: About,
    pub kept: fn(&str, &str) -> String,
    pub backup: &'static str,
    pub draft: &'static str,
    pub other: About,
    pub total: &'static str,
    pub limit: &'static str,
    pub estimate: fn(&str, &str) -> String,
    pub save: &'static str,
    pub save_of: About,
    pub delete: &'static str,
    pub delete_of: About,
    pub deleted: About,
}

/// Erasing everything.
#[expect(missing_docs, reason = "the words themselves are in data_ja.rs and data_en.rs")]
#[derive(Debug)]
pub struct EraseWords {
    pub title: &'static str,
    pub text: &'static str,
    pub start: &'static str,
    pub confirm_title: &'static str,
    pub confirm_text: &'static str,
    pub confirm: &'static str,
    pub cancel: &'static str,
    pub done: &'static str,
    pub undone: &'static str,
}

/// A result as files.
#[expect(missing_docs, reason = "the words themselves are in data_ja.rs and data_en.rs")]
#[derive(Debug)]
pub struct ReportWords {
    pub title: &'static str,
    pub text: &'static str,
    pub backup: &'static str,
    pub csv: &'static str,
    pub markdown: &'static str,
    pub file_answers: &'static str,
    pub file_report: &'static str,
    /// Of the table of answers: as in `AnswerLine`.
    pub columns: [&'static str; 11],
    pub waiting: &'static str,
    pub heading: About,
    pub date: &'static str,
    pub answered: &'static str,
    pub size: &'static str,
    pub desired: &'static str,
    pub note: &'static str,
}
