//! The result as a link.

use super::copying::copy_button;
use crate::app::browser::address;
use crate::app::session::Session;
use crate::app::ui::{El, el, h2, p};

pub(in crate::app) fn share(session: Session, fragment: &str) -> El {
    let words = &session.later_words().share;
    let url = format!("{}#{fragment}", address::base());
    let length = (words.length)(u16::try_from(url.len()).unwrap_or(u16::MAX));
    let input = el("input")
        .id("share-link")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("aria-describedby", "share-length")
        .attr("value", &url);
    let [copy, outcome] = copy_button(session, words.copy, &url);
    el("section")
        .class("share no-print")
        .attr("aria-labelledby", "share-title")
        .child(h2(words.title).id("share-title"))
        .child(p(words.text))
        .child(p(words.warning).class("warning-text"))
        .child(el("label").attr("for", "share-link").text(words.link))
        .child(el("div").class("share-row").child(input).child(copy.id("copy-link")))
        .child(p(&length).id("share-length").class("hint"))
        .child(outcome)
}
