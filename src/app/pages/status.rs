//! Pages that say that there is nothing here, or nothing yet.

use crate::app::session::Session;
use crate::app::ui::{El, el, h1, link, p};

/// No page has this address.
pub(super) fn unknown(session: Session) -> Vec<El> {
    let words = &session.words().page;
    nothing(session, words.unknown_title, words.unknown_text)
}

/// There is no such assessment on this device.
pub(super) fn gone(session: Session) -> Vec<El> {
    let words = &session.words().storage;
    nothing(session, words.gone_title, words.gone_text)
}

/// The page is on its way. Should it not come, the notice about missing files says so.
pub(super) fn loading(session: Session) -> Vec<El> {
    vec![h1(session.words().page.loading_title)]
}

fn nothing(session: Session, title: &str, text: &str) -> Vec<El> {
    vec![h1(title), p(text), el("p").child(link("button", "#/", session.words().page.home))]
}
