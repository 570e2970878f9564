//! One file a page.

mod about;
mod answering;
mod aside;
mod asking;
mod chapters;
mod collecting;
mod comparing;
mod contact_sheet;
mod data;
mod emergency;
mod guide;
mod home;
mod item;
mod later;
mod level;
mod moves;
mod open;
mod packs;
mod papers;
mod plan;
mod plan_files;
mod plan_note;
mod question;
mod received;
mod report;
mod result;
mod review;
mod sharing;
mod standing;
mod status;
mod surveyed;
mod takeover;

use crate::app::session::Session;
use crate::app::ui::El;
use crate::route::Route;

pub(super) use later::{fetch as fetch_later, install as install_later};

/// A page, in the language it was built in. Built once: what can change while it is shown is live in itself.
pub(super) struct Page {
    /// The title of the document.
    pub(super) title: String,
    /// What is shown.
    pub(super) body: Vec<El>,
}

impl Page {
    /// A page with a title of its own, beside the name of the whole.
    fn new(session: Session, title: &str, body: Vec<El>) -> Self {
        Self { title: (session.words().page.title)(title), body }
    }
}

/// The page for a route, in the current language.
pub(super) fn page(session: Session, route: &Route) -> Page {
    let words = session.words();
    let page = |title, body| Page::new(session, title, body);
    let unknown = || page(words.page.unknown_title, status::unknown(session));
    if route.assessment().is_some_and(|id| !session.shelf.has(id)) {
        return page(words.storage.gone_title, status::gone(session));
    }
    match route {
        Route::Home => Page { title: words.page.name.to_owned(), body: home::home(session) },
        Route::Question(id, question) => {
            let questionnaire = session.questionnaire;
            let found = questionnaire.question_named(question);
            match found.and_then(|ix| Some((ix, questionnaire.question(ix)?))) {
                Some((ix, question)) => {
                    page(session.text(question.title), question::question_page(session, id, ix))
                }
                None => unknown(),
            }
        }
        _ => later::page(session, route)
            .unwrap_or_else(|| page(words.page.loading_title, status::loading(session))),
    }
}
