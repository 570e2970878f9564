//! A link, and the ways to hand it on: copying, the share sheet of a phone, a QR code.

use super::qr::qr_code;
use crate::app::browser::{address, sharing};
use crate::app::parts::copy_button;
use crate::app::reactive::run;
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, p};

/// `label` says what the link holds.
pub(in crate::app::pages) fn link_box(session: Session, label: &str, fragment: &str) -> El {
    let words = &session.later_words().share;
    let url = address::link(fragment);
    let is_whole = address::home().is_some();
    let length = (words.length)(u16::try_from(url.len()).unwrap_or(u16::MAX));
    let input = el("input")
        .id("share-link")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("aria-describedby", "share-length")
        .attr("value", &url);
    let [copy, outcome] = copy_button(session, words.copy, &url);
    let handed = url.clone();
    let sheet = sharing::is_there().then(|| {
        button("button", words.sheet, move |_| {
            let url = handed.clone();
            let title = session.words().page.name;
            run(async move { sharing::share(title, &url).await });
        })
    });
    el("div")
        .class("link-box")
        .child(el("label").attr("for", "share-link").text(label))
        .child(el("div").class("share-row").child(input).child(copy.id("copy-link")).maybe(sheet))
        .child(p(&length).id("share-length").class("hint"))
        .child(outcome)
        .maybe((!is_whole).then(|| p(words.loose).class("notice notice-warning").id("loose")))
        .maybe(is_whole.then(|| details("qr", words.qr).child(qr_code(session, &url))))
}
