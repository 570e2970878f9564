//! Letting the browser do something else in between long work.

use super::dom::window;
use js_sys::Promise;
use wasm_bindgen_futures::JsFuture;

/// Goes on after so many milliseconds at the earliest: meanwhile the page is drawn, and clicks are heard.
pub(in crate::app) async fn pause(least: i32) {
    let moment = Promise::new(&mut |resolve, _| {
        if let Some(window) = window() {
            // Fails for what is not a function only.
            let _ = window.set_timeout_with_callback_and_timeout_and_arguments_0(&resolve, least);
        }
    });
    // Nothing rejects it.
    let _ = JsFuture::from(moment).await;
}
