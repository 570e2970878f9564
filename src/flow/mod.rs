//! What is asked: one forward pass over the fields decides it, because conditions look only at earlier fields.

mod progress;
mod truth;
mod visibility;

pub use progress::Progress;
pub use truth::Truth;
pub(crate) use truth::{all, any};
pub use visibility::{Flow, Visibility};
