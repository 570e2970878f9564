//! What the page says about collecting the results of many shops.

use super::About;

/// Where they are collected.
#[expect(missing_docs, reason = "the words themselves are in collecting_ja.rs and collecting_en.rs")]
#[derive(Debug)]
pub struct CollectWords {
    pub title: &'static str,
    pub lead: &'static str,
    pub secret: &'static str,
    pub here: &'static str,
    pub none: &'static str,
    pub count: About,
    pub report: &'static str,
    pub clear: &'static str,
    pub cleared: &'static str,
    pub unsaved: &'static str,
    pub bring: &'static str,
    pub paste: &'static str,
    pub paste_hint: &'static str,
    pub read: &'static str,
    pub choose: &'static str,
    pub choose_hint: &'static str,
    pub drop: &'static str,
    pub working: &'static str,
    pub stop: &'static str,
    pub new: About,
    pub newer: About,
    pub known: About,
    pub stopped: &'static str,
    pub failures: &'static str,
    pub failed: About,
    pub failed_hint: &'static str,
    pub place: &'static str,
    pub why: &'static str,
    pub begins: &'static str,
    pub pasted: &'static str,
    pub line: fn(&str, &str) -> String,
    pub more: &'static str,
    pub save_failures: &'static str,
    pub no_answers: &'static str,
    pub broken: &'static str,
    pub no_row: &'static str,
    pub no_file: &'static str,
    pub locked_title: &'static str,
    pub locked: About,
    /// From the page about this page.
    pub invitation: &'static str,
    pub stored: &'static str,
}
