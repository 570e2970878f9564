//! From scores to points and paths. Draws nothing: the page and the exports do.

mod angle;
mod radar;

pub use radar::{Point, Radar, Side};
