//! Everything on this device: saving it to a file, taking in files, what is stored, erasing it.

mod desk;
mod erase;
mod import;
mod incoming;
mod preview;
mod refusal;
mod reminder;
mod save;
mod stored;
mod undo;

pub(super) use reminder::reminder;
pub(super) use save::{file_name, save_one};

use super::result::section;
use crate::app::browser::clock;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h1, p};
use desk::saving;

pub(super) fn data(session: Session) -> Vec<El> {
    let words = &session.later_words().data;
    vec![
        h1(words.title),
        undo::last(session),
        p(words.lead).class("lead"),
        p(words.gone),
        save_section(session),
        import::import_section(session),
        stored::stored_section(session),
        erase::erase_section(session),
    ]
}

/// Saving everything, and when that was done last.
fn save_section(session: Session) -> El {
    let words = &session.later_words().data.save;
    let body = move || {
        if session.shelf.documents.with(Vec::is_empty) == Some(true) && save::contacts().is_empty() {
            return vec![p(words.nothing)];
        }
        let last = saving().with(|saving| saving.saved).unwrap_or(0);
        let last = match clock::date_of(last, session.language()).as_str() {
            "" => words.never.to_owned(),
            date => (words.last)(date),
        };
        let all = button("button button-main", words.all, move |_| save::save_all(session)).id("save-all");
        vec![
            p(words.text),
            p(words.secret).class("warning-text"),
            el("p").child(all),
            p(&last).class("hint").id("last-saved"),
        ]
    };
    section("save-title", words.title).live(body)
}
