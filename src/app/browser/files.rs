//! The page's own files: the questionnaire and its texts. How they get here is the business of `public/files.js`.

use crate::model::{Lang, Tier};
use js_sys::Uint8Array;
use wasm_bindgen::JsValue;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "../../../public/files.js")]
extern "C" {
    #[wasm_bindgen(catch)]
    async fn bytes(name: &str) -> Result<JsValue, JsValue>;

    fn has(name: &str) -> bool;
}

/// The name of a file of texts.
pub(in crate::app) fn texts(lang: Lang, tier: Tier) -> String {
    format!("{}-{}", lang.tag(), tier.name())
}

/// Reads a file of the page by the name it has there, e.g. `ja-start`.
///
/// # Errors
/// When it is not named in the page, cannot be fetched, or has been exchanged.
pub(in crate::app) async fn read(name: &str) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&bytes(name).await?).to_vec())
}

/// Whether the page has a file of this name. Not every edition has all.
pub(in crate::app) fn has_file(name: &str) -> bool {
    has(name)
}
