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

/// Handing a result on as a link.
#[expect(missing_docs, reason = "the words themselves are in sharing_ja.rs and sharing_en.rs")]
#[derive(Debug)]
pub struct ShareWords {
    pub title: &'static str,
    pub text: &'static str,
    pub how_much: &'static str,
    /// From the least: level, scores, answers, everything.
    pub kinds: [&'static str; 4],
    pub kind_texts: [&'static str; 4],
    pub with_name: About,
    pub discloses: &'static str,
    pub name: &'static str,
    pub level: &'static str,
    pub size: &'static str,
    pub chapters: Count,
    pub gates: Count,
    pub answers: Count,
    pub texts: Count,
    pub notes: Count,
    pub plan: Count,
    pub day: &'static str,
    pub nothing_else: &'static str,
    pub sealed_tells: &'static str,
    pub cut: Count,
    pub too_long: &'static str,
    pub warning: &'static str,
    pub lock: &'static str,
    pub lock_text: &'static str,
    pub passphrase: &'static str,
    pub passphrase_hint: &'static str,
    pub passphrase_short: &'static str,
    pub seal: &'static str,
    pub sealing: &'static str,
    pub seal_first: &'static str,
    pub seal_failed: &'static str,
    pub no_crypto: &'static str,
    pub tell_apart: &'static str,
    pub link: &'static str,
    pub copy: &'static str,
    pub copy_text: &'static str,
    pub copied: &'static str,
    pub copy_failed: &'static str,
    pub sheet: &'static str,
    pub loose: &'static str,
    pub qr: &'static str,
    pub qr_label: &'static str,
    pub qr_text: &'static str,
    pub qr_too_long: &'static str,
    pub length: Count,
}

/// What came as a link.
#[expect(missing_docs, reason = "the words themselves are in sharing_ja.rs and sharing_en.rs")]
#[derive(Debug)]
pub struct ArriveWords {
    pub of: About,
    pub written: About,
    pub summary_title: &'static str,
    pub summary_text: &'static str,
    pub answered: fn(u16, u16) -> String,
    pub gates: &'static str,
    pub gates_none: &'static str,
    pub size: About,
    pub desired: Count,
    pub unknown_part: &'static str,
    pub sealed_title: &'static str,
    pub sealed_text: &'static str,
    pub open: &'static str,
    pub opening: &'static str,
    pub wrong: &'static str,
    pub empty: &'static str,
    pub no_crypto: &'static str,
    pub compare: &'static str,
    pub compare_with: &'static str,
    pub take: &'static str,
    pub take_into: &'static str,
    pub none_here: &'static str,
    pub received: &'static str,
    pub plan: &'static str,
    pub plan_taken: &'static str,
}
