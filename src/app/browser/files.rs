//! The page's own files: the questionnaire and its texts. Their names and checksums are in the page.

use super::dom::{document, window};
use crate::model::{Lang, Tier};
use js_sys::{Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{RequestInit, Response};

/// The name of a file of texts.
pub(in crate::app) fn texts(lang: Lang, tier: Tier) -> String {
    format!("{}-{}", lang.tag(), tier.name())
}

/// Reads a file of the page by the name it has there, e.g. `ja-start`.
///
/// # Errors
/// When it is not named in the page, cannot be fetched, or has been exchanged.
pub(in crate::app) async fn read(name: &str) -> Result<Vec<u8>, JsValue> {
    let list = document()
        .and_then(|document| document.get_element_by_id("files"))
        .and_then(|element| element.text_content())
        .unwrap_or_default();
    let file = get(&js_sys::JSON::parse(&list)?, name)?;
    let part = |key| get(&file, key).map(|value| value.as_string().unwrap_or_default());
    let options = RequestInit::new();
    options.set_integrity(&part("integrity")?);
    let window = window().ok_or(JsValue::NULL)?;
    let response = JsFuture::from(window.fetch_with_str_and_init(&part("url")?, &options)).await?;
    let response: Response = response.dyn_into()?;
    if !response.ok() {
        return Err(JsValue::from(response.status()));
    }
    let buffer = JsFuture::from(response.array_buffer()?).await?;
    Ok(Uint8Array::new(&buffer).to_vec())
}

fn get(object: &JsValue, key: &str) -> Result<JsValue, JsValue> {
    Reflect::get(object, &JsValue::from_str(key))
}
