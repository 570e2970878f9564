//! From scores to points and paths. Draws nothing: the page and the exports do.

mod angle;
mod bars;
mod qr;
mod radar;

pub use bars::{Stretch, bar, stacked};
pub use qr::{Qr, qr};
pub use radar::{Point, Radar, Side};
