//! The part of the address after the `#`.

use super::dom::{document, window};
use crate::route::Route;

/// Where the address points now.
pub(in crate::app) fn current() -> Route {
    let hash = window().and_then(|window| window.location().hash().ok()).unwrap_or_default();
    Route::parse(hash.strip_prefix('#').unwrap_or(&hash))
}

/// Goes to a place within the page, as if a link had been followed.
pub(in crate::app) fn go(route: &Route) {
    if let Some(window) = window() {
        // Fails only when the page is being closed.
        let _ = window.location().set_hash(&route.href());
    }
}

/// Does something whenever the address changes, for as long as the page is open.
pub(in crate::app) fn on_change(mut act: impl FnMut() + 'static) {
    super::dom::listen("hashchange", Box::new(move |_| act()));
}

/// What is in front of the `#` in a link for others: the address of the page. A page opened from a disk has none that means
/// anything elsewhere; it may say where it is on the web as well (src/site/single.rs). `None` if it does not.
pub(in crate::app) fn home() -> Option<String> {
    let location = window()?.location();
    if location.protocol().ok()? != "file:" {
        let href = location.href().ok()?;
        return href.split('#').next().map(str::to_owned);
    }
    let meta = document()?.query_selector("meta[name=home]").ok()??;
    meta.get_attribute("content").filter(|home| !home.is_empty())
}

/// A link for others.
pub(in crate::app) fn link(fragment: &str) -> String {
    format!("{}#{fragment}", home().unwrap_or_default())
}
