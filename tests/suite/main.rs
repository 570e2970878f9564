//! Every native test above the level of one module, in one binary.
#![allow(
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a test fails by panicking; clippy.toml says so for test functions, this for their helpers"
)]

mod advise;
mod aside;
mod asking;
mod compare;
mod content;
mod exchange;
mod faults;
mod journeys;
mod links;
mod packing;
mod properties;
mod scoring;
mod sharing;
mod support;
mod survey;
mod tidy;
mod visibility;
