//! From answers to what to do: level, gates, findings, the shop's own opinion, and advice in order.
//! `docs/scoring.md` is the public definition, and its worked examples are tests. Integers only.

#[cfg(feature = "author")]
mod json;
mod judgement;
mod moves;
mod opinion;
mod papers;
mod plan;
mod platform;
mod truth;

#[cfg(feature = "author")]
pub use json::to_json;
pub use judgement::{GateState, Judgement, Size, basis};
pub use moves::{Move, moves, what_if};
pub use opinion::{Gap, View, gaps};
pub use papers::{LineState, line_state};
pub use plan::{Term, terms};
pub use platform::platform;
