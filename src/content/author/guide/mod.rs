//! Levels, gates, findings, advice, the emergency page and papers: TOML -> parse -> check -> compile.

mod check;
mod compile;
mod parse;
mod source;

pub(super) use check::check;
pub(super) use compile::compile;
pub(super) use parse::parse;
pub(super) use source::SourceGuide;
