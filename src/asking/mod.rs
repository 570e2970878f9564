//! Questions handed to somebody else, such as the company that runs the shop's site: what can be asked, what the one who
//! answers sees of it, and what the answers do where they arrive. A request travels as a link, an answer as a link or a file.

mod answering;
mod arriving;
mod choosing;
mod file;

pub use answering::{progress, shown};
pub use arriving::{Arrived, arrived};
pub use choosing::{askable, of_provider, request};
pub use file::{KIND, read, write};
