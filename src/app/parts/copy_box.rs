//! A text to copy into a mail.

use crate::app::browser::clipboard;
use crate::app::reactive::{Get, RwSignal, Set, run};
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el};

/// Folded away, with a button that copies it.
pub(in crate::app) fn copy_box(session: Session, id: &str, label: &str, text: &str) -> El {
    let words = &session.later_words().share;
    let outcome = RwSignal::new("");
    let copied = text.to_owned();
    let copy = move |_| {
        let text = copied.clone();
        run(async move {
            let done = clipboard::copy(&text).await.is_ok();
            outcome.set(if done { words.copied } else { words.copy_failed });
        });
    };
    let rows = text.lines().count().clamp(4, 16).to_string();
    let area = el("textarea").id(id).attr("readonly", "").attr("rows", &rows).attr("aria-label", label);
    details("copy-box", label)
        .child(area.text(text))
        .child(button("button", words.copy_text, copy))
        .child(el("p").class("outcome").attr("role", "status").live_text(move || outcome.get().to_owned()))
}
