//! The page without a network, and newer versions of it. The work is done by `public/offline.js` and `public/sw.js`.

use wasm_bindgen::JsValue;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::prelude::wasm_bindgen;

#[wasm_bindgen(raw_module = "../../../public/offline.js")]
extern "C" {
    #[wasm_bindgen(js_name = keep)]
    fn keep_copy(offer: &JsValue);
    #[wasm_bindgen(js_name = switchOver)]
    fn switch_over();
}

/// Keeps the page for use without a network, where the browser can. To be called once all files are in.
///
/// `offer` is called when a newer version is complete; it waits until the page is closed or [`switch`] is called.
pub(in crate::app) fn keep(offer: impl FnMut() + 'static) {
    keep_copy(&Closure::wrap(Box::new(offer) as Box<dyn FnMut()>).into_js_value());
}

/// Shows the newer version: loads the page again.
pub(in crate::app) fn switch() {
    switch_over();
}
