//! The result as a link.

use crate::app::browser::{address, clipboard};
use crate::app::reactive::{Get, RwSignal, Set, run};
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h2, p};

pub(in crate::app) fn share(session: Session, fragment: &str) -> El {
    let words = &session.later_words().share;
    let url = format!("{}#{fragment}", address::base());
    let length = (words.length)(u16::try_from(url.len()).unwrap_or(u16::MAX));
    // "" before the first try.
    let outcome = RwSignal::new("");
    let input = el("input")
        .id("share-link")
        .attr("type", "text")
        .attr("readonly", "")
        .attr("aria-describedby", "share-length")
        .attr("value", &url);
    let copy = move |_| {
        let url = url.clone();
        run(async move {
            let copied = clipboard::copy(&url).await.is_ok();
            outcome.set(if copied { words.copied } else { words.copy_failed });
        });
    };
    el("section")
        .class("share no-print")
        .attr("aria-labelledby", "share-title")
        .child(h2(words.title).id("share-title"))
        .child(p(words.text))
        .child(p(words.warning).class("warning-text"))
        .child(el("label").attr("for", "share-link").text(words.link))
        .child(
            el("div")
                .class("share-row")
                .child(input)
                .child(button("button", words.copy, copy).id("copy-link")),
        )
        .child(p(&length).id("share-length").class("hint"))
        .child(el("p").class("outcome").attr("role", "status").live_text(move || outcome.get().to_owned()))
}
