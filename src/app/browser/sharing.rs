//! The share sheet of a phone.

use super::dom::window;
use js_sys::{Object, Reflect};
use wasm_bindgen::JsValue;
use wasm_bindgen_futures::JsFuture;
use web_sys::ShareData;

/// Whether the browser has a share sheet.
pub(in crate::app) fn is_there() -> bool {
    let has = |window: web_sys::Window| Reflect::has(&window.navigator(), &"share".into()).ok();
    window().and_then(has) == Some(true)
}

/// Opens it for an address. That the user changes their mind is no failure to speak of.
pub(in crate::app) async fn share(title: &str, url: &str) {
    let data: Object = Object::new();
    let set = |key: &str, value: &str| Reflect::set(&data, &key.into(), &JsValue::from_str(value)).is_ok();
    if let Some(window) = window()
        && set("title", title)
        && set("url", url)
    {
        let data: ShareData = wasm_bindgen::JsCast::unchecked_into(data.clone());
        // Fails when it is closed again.
        let _ = JsFuture::from(window.navigator().share_with_data(&data)).await;
    }
}
