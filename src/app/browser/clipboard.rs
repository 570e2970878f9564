//! The clipboard.

use super::dom::window;
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;

/// Copies a text. Where there is no clipboard (plain http), this fails and the user copies by hand.
///
/// # Errors
/// When the browser refuses or has none.
pub(in crate::app) async fn copy(text: &str) -> Result<(), JsValue> {
    let window = window().ok_or(JsValue::NULL)?;
    // Missing outside secure contexts, where web-sys would still hand out an object.
    let navigator = window.navigator();
    if !js_sys::Reflect::has(&navigator, &"clipboard".into())? {
        return Err(JsValue::NULL);
    }
    JsFuture::from(navigator.clipboard().write_text(text)).await.map(|_| ())
}
