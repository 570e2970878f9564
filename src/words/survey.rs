//! What the report of many shops says.

/// A count of a base and the share it is, as `62.5`; nothing on a base that is too small for shares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part<'a> {
    /// How many.
    pub count: u32,
    /// Of how many.
    pub base: u32,
    /// Percent with one decimal.
    pub share: &'a str,
}

/// The report of many shops.
#[expect(missing_docs, reason = "the words themselves are in survey_ja.rs and survey_en.rs")]
#[derive(Debug)]
pub struct SurveyWords {
    pub title: &'static str,
    /// All, large, medium, small, not known.
    pub groups: [&'static str; 5],
    /// Between the names of classes that are put together.
    pub and: &'static str,
    pub respondents: fn(u32) -> String,
    pub period: fn(&str, &str) -> String,
    pub synthetic: fn(u32) -> String,
    pub by_size: &'static str,
    pub levels: &'static str,
    pub level: fn(u8) -> String,
    pub scores: &'static str,
    pub scores_text: &'static str,
    pub n: &'static str,
    pub mean: &'static str,
    pub deviation: &'static str,
    pub quartiles: [&'static str; 3],
    pub gates: &'static str,
    /// Shut, not known, open.
    pub gate_states: [&'static str; 3],
    pub findings: &'static str,
    pub found: &'static str,
    pub gaps: &'static str,
    pub gaps_text: &'static str,
    /// Too good, fits, too bad.
    pub gap_views: [&'static str; 3],
    pub associations: &'static str,
    pub associations_text: &'static str,
    pub gamma: &'static str,
    pub fields: &'static str,
    pub trends: &'static str,
    pub contents: &'static str,
    pub chapter: &'static str,
    pub pack: &'static str,
    pub number: &'static str,
    pub question: &'static str,
    pub row: &'static str,
    pub group: &'static str,
    pub asked: &'static str,
    pub base: &'static str,
    pub answer: &'static str,
    pub count: &'static str,
    pub share: &'static str,
    pub id: &'static str,
    pub code: &'static str,
    pub na: &'static str,
    pub dk: &'static str,
    pub written: &'static str,
    pub kept_back: &'static str,
    pub rules: &'static str,
    pub rules_text: [&'static str; 4],
    /// The answer most often given.
    pub most: fn(&str, &Part<'_>) -> String,
    /// The two upper steps together.
    pub upper: fn(&Part<'_>) -> String,
    /// The row most often given a level: row, level.
    pub most_row: fn(&str, &str, &Part<'_>) -> String,
    /// The two upper steps, or an answer, in large and small shops, and by how many points they differ.
    pub sizes: fn(Option<&str>, &Part<'_>, &Part<'_>, &str) -> String,
    pub weakest: fn(&str, &str) -> String,
    pub strongest: fn(&str, &str) -> String,
    pub too_good: fn(&str, &Part<'_>) -> String,
    pub most_level: fn(&str, &Part<'_>) -> String,
    pub most_gate: fn(&str, &Part<'_>) -> String,
}
