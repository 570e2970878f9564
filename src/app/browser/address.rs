//! The part of the address after the `#`.

use super::dom::window;
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

/// The address of the page itself, without what follows the `#`.
pub(in crate::app) fn base() -> String {
    let href = window().and_then(|window| window.location().href().ok()).unwrap_or_default();
    href.split('#').next().unwrap_or_default().to_owned()
}
