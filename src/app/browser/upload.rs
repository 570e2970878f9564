//! A file that the user chooses. Only its text comes in, and only into this page.

use wasm_bindgen::JsCast;
use wasm_bindgen_futures::JsFuture;
use web_sys::{Event, HtmlInputElement};

/// The largest file that is read, in bytes. An answer to everything takes a tenth.
const LARGEST: f64 = 1_000_000.0;

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Refused {
    /// Larger than any file of ours.
    Large,
    /// The browser could not read it.
    Unreadable,
}

/// The text of the file that was chosen; `None` when none was. The next choice counts even if it is the same file.
pub(in crate::app) fn first(event: &Event) -> Option<impl Future<Output = Result<String, Refused>> + use<>> {
    let input: HtmlInputElement = event.target()?.dyn_into().ok()?;
    let file = input.files()?.get(0)?;
    input.set_value("");
    Some(async move {
        if file.size() > LARGEST {
            return Err(Refused::Large);
        }
        let text = JsFuture::from(file.text()).await.ok().and_then(|text| text.as_string());
        text.ok_or(Refused::Unreadable)
    })
}
