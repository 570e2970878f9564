//! A word on the home page when much has been answered since the last file.

use super::desk::{remember_saving, saving};
use super::save::save_all;
use crate::answers::Document;
use crate::app::browser::{clock, dom};
use crate::app::session::Session;
use crate::app::ui::{El, button, el, link, p};
use crate::exchange::count_answers;
use crate::route::Route;

/// The reminder, while it is time for one.
pub(in crate::app) fn reminder(session: Session) -> Vec<El> {
    let state = saving().with(|saving| *saving).unwrap_or_default();
    let look = |documents: &Vec<(String, Document)>| {
        let answers = documents.iter().map(|(_, document)| count_answers(document)).sum();
        let changed = documents.iter().map(|(_, document)| clock::millis_of(&document.changed)).max();
        (answers, changed.unwrap_or(0))
    };
    let (answers, changed) = session.shelf.documents.with(look).unwrap_or_default();
    if !state.is_due(clock::millis(), changed, answers) {
        return Vec::new();
    }
    let words = &session.later_words().data.save;
    let why = match clock::date_of(state.saved, session.language()).as_str() {
        "" => words.remind_never.to_owned(),
        date => (words.remind_again)(date),
    };
    let save = button("button", words.all, move |_| {
        save_all(session);
        dom::focus("h1");
    });
    let later = button("quiet", words.later, |_| {
        remember_saving(|saving| saving.later = clock::millis());
        dom::focus("h1");
    });
    let actions = el("div")
        .class("actions")
        .child(save.id("remind-save"))
        .child(later.id("remind-later"))
        .child(link("quiet", &Route::Data.href(), words.more));
    let notice = el("div").class("notice").id("reminder");
    vec![notice.child(p(&why).text(" ").text(words.remind_why)).child(actions)]
}
