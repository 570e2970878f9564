//! What is asked: one forward pass over the fields decides it, because conditions look only at earlier fields.

mod progress;
mod visibility;

pub use progress::Progress;
pub use visibility::{Flow, Truth, Visibility};
