//! One file a page.

mod about;
mod chapters;
mod home;
mod item;
mod open;
mod question;
mod received;
mod result;
mod review;
mod status;

use crate::app::session::Session;
use crate::app::ui::El;
use crate::link;
use crate::route::Route;

/// The page for a route, in the current language. Built once: what can change while it is shown is live in itself.
pub(super) fn view(session: Session, route: &Route) -> Vec<El> {
    let known = route.assessment().is_none_or(|id| session.shelf.has(id));
    if !known {
        return status::gone(session);
    }
    match route {
        Route::Home => home::home(session),
        Route::Chapters(id) => chapters::chapters(session, id),
        Route::Question(id, question) => match session.questionnaire.question_named(question) {
            Some(ix) => question::question_page(session, id, ix),
            None => status::unknown(session),
        },
        Route::Review(id) => review::review(session, id),
        Route::Result(id) => result::result_page(session, id),
        Route::Open => open::open(session),
        Route::About => about::about(session),
        Route::Received(fragment) => received::received(session, fragment),
        Route::Unknown(_) => status::unknown(session),
    }
}

/// The title of the document for a route, in the current language.
pub(super) fn page_title(session: Session, route: &Route) -> String {
    let words = session.words();
    let gone = route.assessment().is_some_and(|id| !session.shelf.has(id));
    let page: &str = match route {
        Route::Home => return words.page.name.to_owned(),
        _ if gone => words.storage.gone_title,
        Route::Chapters(_) => words.assess.chapters_title,
        Route::Question(_, question) => {
            let questionnaire = session.questionnaire;
            let question = questionnaire.question_named(question).and_then(|ix| questionnaire.question(ix));
            question.map_or_else(|| words.page.unknown_title, |question| session.text(question.title))
        }
        Route::Review(_) => words.review.title,
        Route::Result(_) => words.result.title,
        Route::Open => words.receive.open_title,
        Route::About => words.about.title,
        Route::Received(fragment) if link::decode(session.questionnaire, fragment).is_err() => {
            words.receive.bad_title
        }
        Route::Received(_) => words.receive.title,
        Route::Unknown(_) => words.page.unknown_title,
    };
    (words.page.title)(page)
}
