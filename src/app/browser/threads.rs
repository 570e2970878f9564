//! Other threads, on which surveys are counted. The work is done by `public/counting.js`.

use js_sys::Uint8Array;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "../../../public/counting.js")]
extern "C" {
    fn begin(structure: &Uint8Array, guide: &Uint8Array, links: &str);
    fn progress(goes_on: bool) -> i32;
    fn next() -> Option<Vec<u8>>;
}

/// How far the threads are.
pub(in crate::app) enum Counting {
    /// So many links are done.
    Going(usize),
    /// The counts of each thread, for [`crate::survey::Survey::from_bytes`].
    Done(Vec<Vec<u8>>),
    /// There are no threads here, or one broke off.
    Failed,
}

/// Begins to count links, one a line.
pub(in crate::app) fn count(structure: &[u8], guide: &[u8], links: &str) {
    begin(&Uint8Array::from(structure), &Uint8Array::from(guide), links);
}

/// Asks how far it is; what is done is given once.
pub(in crate::app) fn counting() -> Counting {
    let Ok(done) = usize::try_from(progress(true)) else { return Counting::Failed };
    let counts: Vec<Vec<u8>> = std::iter::from_fn(next).collect();
    if counts.is_empty() { Counting::Going(done) } else { Counting::Done(counts) }
}

/// Ends it early.
pub(in crate::app) fn stop() {
    progress(false);
}
