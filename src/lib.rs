//! EC Checkup, ECサイト セキュリティ健診: a security checkup for small online shops that never leaves the browser.
//!
//! # Map
//! ```text
//! questionnaire/*.toml -> content::author (native) -> files of the site -> content::decode -> model::Questionnaire
//! (Questionnaire, answers::Sheet) -> flow::Flow -> score::Report -> { app, link, chart, command line }
//!                                      (model::Guide, the same) -> advise -> { app, command line }
//! ```
//! - `order`: a sort that costs the page nothing.
//! - [`model`]: what a questionnaire is. Imports nothing of ours.
//! - [`content`]: from TOML to what the page loads.
//! - [`answers`]: what a shop answered. Everything that comes in enters through [`answers::restore`].
//! - [`flow`]: what is asked. - [`score`]: what it is worth. - [`advise`]: what to do. - [`link`]: a sheet as a link. - [`chart`]: points of a chart.
//! - [`compare`]: two sheets side by side, and taking over from one into the other.
//! - [`exchange`]: files that assessments travel in.
//! - [`asking`]: questions handed to somebody else, and their answers.
//! - [`route`]: addresses within the page. - [`words`]: what the page itself says, in both languages.
//! - [`survey`]: many sheets, counted by size of shop.
//! - [`calendar`]: dates. - [`export`]: plan, answers and report as files for other programs.
//! - `app`: the page; the only place for Leptos and the browser. - [`site`]: puts the files of the site together.
//!
//! # Invariants
//! 1. Modules import only those to their left in the flow above; nothing imports `app` (`tests/suite/tidy.rs`).
//! 2. Only `app` names Leptos' signals (`reactive_graph`) or `web_sys`; only `app::browser` does I/O. Clocks and randomness are passed in.
//! 3. Derive, never store: the answers are the only state.
//! 4. No panic can reach a user: `forbid(unsafe_code)`, no `unwrap`, `expect` or unchecked index outside tests.
//! 5. Ids, slots and answer codes are permanent: `questionnaire/slots.tsv` and `tests/links/` only grow.
#![recursion_limit = "256"]

pub mod advise;
pub mod answers;
#[cfg(feature = "app")]
pub mod app;
pub mod asking;
pub mod calendar;
pub mod chart;
pub mod compare;
pub mod content;
pub mod exchange;
pub mod export;
pub mod flow;
pub mod link;
pub mod model;
mod order;
pub mod route;
pub mod score;
pub mod share;
#[cfg(feature = "author")]
pub mod site;
pub mod survey;
pub mod words;
