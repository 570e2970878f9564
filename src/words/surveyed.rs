//! What the page says around the report of many shops; the report itself has words of its own (`survey.rs`).

use super::{About, Counts};

/// Where the report is shown.
#[expect(missing_docs, reason = "the words themselves are in surveyed_ja.rs and surveyed_en.rs")]
#[derive(Debug)]
pub struct SurveyedWords {
    pub title: &'static str,
    pub back: &'static str,
    pub none: &'static str,
    pub counting: &'static str,
    pub recount: &'static str,
    pub who: &'static str,
    pub made_up: &'static str,
    pub rule: &'static str,
    pub too_few: &'static str,
    pub choose: &'static str,
    pub show: &'static str,
    pub overview: &'static str,
    pub all_chapters: &'static str,
    pub search: &'static str,
    pub search_hint: &'static str,
    pub clear: &'static str,
    pub found: About,
    /// How many were found, how many of them are shown.
    pub found_many: fn(&str, &str) -> String,
    pub questions: About,
    pub sizes: &'static str,
    pub sizes_hint: &'static str,
    /// Who answered, who was asked.
    pub base: fn(&str, &str) -> String,
    pub base_row: &'static str,
    pub written: fn(&str, &str) -> String,
    pub kept_back: &'static str,
    pub counts_only: &'static str,
    /// Which group a drawing and its table are of.
    pub of_group: About,
    pub every_size: &'static str,
    pub every_number: &'static str,
    /// Of which group.
    pub distribution: About,
    pub deviation: About,
    /// Mean, deviation, how many shops.
    pub chapter_points: fn(&str, &str, &str) -> String,
    pub points: Counts,
    pub strongest_pairs: &'static str,
    pub every_pair: &'static str,
    pub pair: fn(&str, &str) -> String,
    pub most_findings: &'static str,
    pub every_finding: &'static str,
    pub nothing_found: &'static str,
    pub previous: About,
    pub next: About,
    pub files: &'static str,
    pub files_text: &'static str,
    pub csv: &'static str,
    pub json: &'static str,
    pub html: &'static str,
    pub rows: &'static str,
    pub rows_text: &'static str,
    pub ndjson: &'static str,
    pub reference: &'static str,
    pub reference_text: &'static str,
    pub reference_none: &'static str,
    pub save_reference: &'static str,
    pub file_report: &'static str,
    pub file_rows: &'static str,
    pub file_reference: &'static str,
}
