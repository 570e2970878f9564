//! What the page says about where a shop stands against others.

use super::{About, Count};

/// The part of the result that compares with others.
#[expect(missing_docs, reason = "the words themselves are in standing_ja.rs and standing_en.rs")]
#[derive(Debug)]
pub struct StandingWords {
    pub title: &'static str,
    pub none: &'static str,
    pub choose: &'static str,
    pub choose_other: &'static str,
    pub hint: &'static str,
    pub loaded: &'static str,
    pub removed: &'static str,
    pub remove: &'static str,
    /// What the file is.
    pub file: &'static str,
    pub untitled: &'static str,
    pub made_of: &'static str,
    pub shops: About,
    /// Follows `shops`.
    pub as_of: About,
    pub from: &'static str,
    pub own: &'static str,
    pub hosted: &'static str,
    pub all_made_up: &'static str,
    /// How many shops, and how many of these are made up.
    pub made_up: fn(&str, &str) -> String,
    /// With whom: a size class.
    pub same_size: About,
    pub all_sizes: About,
    pub no_size: &'static str,
    pub other_pack: &'static str,
    /// With the share of shops below, in whole percent; the second also with the standard score.
    pub summary_same: Count,
    pub summary: fn(u16, &str) -> String,
    pub what_score: &'static str,
    /// The table. `top` is its cell with the share of shops below, in whole percent.
    pub points: &'static str,
    pub mean: &'static str,
    pub place: &'static str,
    pub top: Count,
    pub score: &'static str,
    pub n: &'static str,
    pub whole: &'static str,
    pub no_points: &'static str,
    pub no_scores: &'static str,
    pub here_all_sizes: &'static str,
    pub legend_own: &'static str,
    pub legend_mean: &'static str,
    pub legend_scale: &'static str,
    pub how: &'static str,
    pub how_points: &'static str,
    pub how_place: &'static str,
    /// What is wrong.
    pub full: &'static str,
    pub blocked: &'static str,
    pub unreadable: About,
    pub hosted_failed: &'static str,
    pub nothing_changed: &'static str,
    pub foreign: &'static str,
    pub other_kind: &'static str,
    pub newer: &'static str,
    pub other_questionnaire: &'static str,
    pub damaged: &'static str,
    pub too_few: &'static str,
    pub too_large: &'static str,
    pub no_text: &'static str,
    /// In the list of what is stored.
    pub stored: &'static str,
}
