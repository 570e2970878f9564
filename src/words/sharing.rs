//! What the pages say about handing results on, looking at two side by side, and taking over.

use super::{About, Count};

/// Two results side by side.
#[expect(missing_docs, reason = "the words themselves are in sharing_ja.rs and sharing_en.rs")]
#[derive(Debug)]
pub struct CompareWords {
    pub title: &'static str,
    /// On what basis: names of both.
    pub lead: fn(&str, &str) -> String,
    pub choose: &'static str,
    pub none: &'static str,
    pub choose_text: &'static str,
    pub link: &'static str,
    pub same_place: &'static str,
    pub level: &'static str,
    pub points: &'static str,
    pub no_level: &'static str,
    /// Better, worse, cannot be told.
    pub trends: [&'static str; 3],
    pub equal: &'static str,
    pub by_chapter: &'static str,
    pub by_chapter_text: &'static str,
    pub radar_label: &'static str,
    pub gates: &'static str,
    /// Open, unknown, shut.
    pub gate_states: [&'static str; 3],
    pub answers: &'static str,
    pub answers_none: &'static str,
    pub better: Count,
    pub worse: Count,
    pub changed: Count,
    pub only: fn(&str, u16) -> String,
    pub words: Count,
    pub same: Count,
    pub unanswered: &'static str,
    pub not_asked: &'static str,
    pub note: About,
    pub texts_left_out: &'static str,
}

/// Taking answers over from one sheet into another.
#[expect(missing_docs, reason = "the words themselves are in sharing_ja.rs and sharing_en.rs")]
#[derive(Debug)]
pub struct TakeoverWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub into: &'static str,
    pub chapters: &'static str,
    pub all_chapters: &'static str,
    pub no_chapter: &'static str,
    pub fills: Count,
    pub equal: Count,
    pub conflicts: Count,
    pub conflicts_title: &'static str,
    pub conflicts_text: &'static str,
    pub mine: &'static str,
    pub theirs: &'static str,
    pub all_mine: &'static str,
    pub all_theirs: &'static str,
    pub appear: Count,
    pub vanish: Count,
    pub nothing: &'static str,
    pub apply: &'static str,
    pub done: fn(&str, u16) -> String,
    pub undone: &'static str,
    pub strays: Count,
    pub given: About,
}
