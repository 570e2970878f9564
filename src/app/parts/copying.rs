//! Copying a text, and saying whether it worked.

use crate::app::browser::clipboard;
use crate::app::reactive::{Get, RwSignal, Set, run};
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el};

/// A button that copies a text, and the place where it says how that went.
pub(in crate::app) fn copy_button(session: Session, label: &str, text: &str) -> [El; 2] {
    let words = &session.later_words().share;
    // "" before the first try.
    let outcome = RwSignal::new("");
    let text = text.to_owned();
    let copy = move |_| {
        let text = text.clone();
        run(async move {
            let copied = clipboard::copy(&text).await.is_ok();
            outcome.set(if copied { words.copied } else { words.copy_failed });
        });
    };
    let said = el("p").class("outcome").attr("role", "status").live_text(move || outcome.get().to_owned());
    [button("button", label, copy), said]
}

/// A text to copy into a mail, folded away.
pub(in crate::app) fn copy_box(session: Session, id: &str, label: &str, text: &str) -> El {
    let rows = text.lines().count().clamp(4, 16).to_string();
    let area = el("textarea").id(id).attr("readonly", "").attr("rows", &rows).attr("aria-label", label);
    let label_of_copy = session.later_words().share.copy_text;
    details("copy-box", label).child(area.text(text)).children(copy_button(session, label_of_copy, text))
}
