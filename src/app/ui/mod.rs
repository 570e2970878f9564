//! Elements: a thin layer between Leptos' signals and the document.
//!
//! Leptos' own views give every element and closure a type of its own, which made this page 257 KiB of compressed
//! WebAssembly (`docs/decisions/0003-elements.md`). Here all elements are of one type, a page is built once for a language,
//! and only what can change while it is shown is live: a closure over signals that runs again when they change.

mod element;
mod live;
mod shortcuts;

pub(super) use element::{El, el, svg, text_of};
pub(super) use live::mount;
pub(super) use shortcuts::{button, details, h1, h2, h3, items, link, p, span, submit, texts};
