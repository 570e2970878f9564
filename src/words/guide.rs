//! What the pages about results and advice say.

use super::{About, Count};

/// The packs of an assessment.
#[expect(missing_docs, reason = "the words themselves are in guide_ja.rs and guide_en.rs")]
#[derive(Debug)]
pub struct PacksWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub minutes: Count,
    pub start: &'static str,
    pub resume: &'static str,
    pub chapters: &'static str,
    pub result: &'static str,
    pub more: &'static str,
    pub to_plan: &'static str,
    pub to_aside: &'static str,
    pub to_papers: &'static str,
}

/// The level and what it stands on.
#[expect(missing_docs, reason = "the words themselves are in guide_ja.rs and guide_en.rs")]
#[derive(Debug)]
pub struct LevelWords {
    pub title: &'static str,
    pub label: &'static str,
    pub none: &'static str,
    pub range: &'static str,
    pub known: fn(u16, u16, u16) -> String,
    pub desired: Count,
    pub reached: &'static str,
    pub below: &'static str,
    pub because: About,
    pub raised: &'static str,
    pub sizes: [&'static str; 3],
    pub no_profile: &'static str,
    pub to_profile: &'static str,
    pub basis: &'static str,
    pub shut: &'static str,
    pub shut_text: &'static str,
    pub unknown: &'static str,
    pub unknown_text: &'static str,
    pub how: &'static str,
    pub how_text: &'static str,
    pub findings: &'static str,
    pub findings_text: &'static str,
    pub gap: &'static str,
    pub gap_text: &'static str,
    pub gap_chapter: &'static str,
    pub gap_opinion: &'static str,
    pub gap_score: &'static str,
    pub gap_view: &'static str,
    pub too_good: &'static str,
    pub fits: &'static str,
    pub too_bad: &'static str,
    pub opinions: [&'static str; 4],
}

/// What to do.
#[expect(missing_docs, reason = "the words themselves are in guide_ja.rs and guide_en.rs")]
#[derive(Debug)]
pub struct PlanWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub next_three: &'static str,
    pub next_three_text: &'static str,
    pub tick: &'static str,
    pub outcome: fn(&str, &str) -> String,
    pub to_plan: Count,
    pub nothing: &'static str,
    pub not_yet: &'static str,
    pub lifts: About,
    pub who: [&'static str; 3],
    pub costs: [&'static str; 4],
    pub hours: Count,
    pub effort: fn(&str, &str, &str) -> String,
    pub terms: [&'static str; 3],
    pub how: &'static str,
    pub variant: &'static str,
    pub done: &'static str,
    pub boss: &'static str,
    pub reasons: &'static str,
    pub vendor: &'static str,
    pub vendor_one: &'static str,
    pub vendor_hello: &'static str,
    pub vendor_end: &'static str,
    pub state: &'static str,
    pub states: [&'static str; 4],
    pub owner: &'static str,
    pub due: &'static str,
    pub note: &'static str,
    pub note_for: About,
    pub answer_again: &'static str,
    pub print: &'static str,
    pub csv: &'static str,
    pub markdown: &'static str,
    pub ics: &'static str,
    pub file: &'static str,
    pub columns: [&'static str; 11],
}

/// What the profile sets aside.
#[expect(missing_docs, reason = "the words themselves are in guide_ja.rs and guide_en.rs")]
#[derive(Debug)]
pub struct AsideWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub nothing: &'static str,
    pub provider: &'static str,
    pub out: &'static str,
    pub count: Count,
    pub mail: &'static str,
    pub questions: &'static str,
    pub back_title: &'static str,
    pub back_text: &'static str,
    pub away: &'static str,
}

/// In an incident.
#[expect(missing_docs, reason = "the words themselves are in guide_ja.rs and guide_en.rs")]
#[derive(Debug)]
pub struct EmergencyWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub print: &'static str,
    pub clock: &'static str,
    pub clock_text: &'static str,
    pub kind: &'static str,
    pub noticed: &'static str,
    pub early: &'static str,
    pub last: &'static str,
    pub between: fn(&str, &str) -> String,
    pub until: About,
    pub no_day: &'static str,
    pub no_report: &'static str,
    pub write: &'static str,
    pub first: &'static str,
    pub tell: &'static str,
    pub never: &'static str,
    pub contacts: &'static str,
    pub roles: [&'static str; 4],
    pub sheet: &'static str,
    pub sheet_text: &'static str,
}

/// Drafts of other papers.
#[expect(missing_docs, reason = "the words themselves are in guide_ja.rs and guide_en.rs")]
#[derive(Debug)]
pub struct PapersWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub draft: &'static str,
    pub print: &'static str,
    pub line: &'static str,
    pub state: &'static str,
    pub answers: &'static str,
    pub met: &'static str,
    pub partly: &'static str,
    pub missing: &'static str,
    pub unknown: &'static str,
    pub not_applicable: &'static str,
}
