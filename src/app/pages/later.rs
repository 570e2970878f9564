//! The pages nobody sees first. They are a file of their own, which arrives by itself once the first page is shown.
//!
//! The build cuts the program at the function with `wasm_split`: all that only this function needs goes into the other
//! file. Whatever else names one of these pages brings its code back into the first file.

use super::{
    Page, about, answering, aside, asking, chapters, collecting, comparing, data, emergency, open, packs,
    papers, plan, received, result, review, standing, status, surveyed,
};
use crate::app::session::Session;
use crate::app::tabs;
use crate::route::Route;
use std::pin::pin;
use std::task::{Context, Poll, Waker};
use wasm_split_helpers::{SplitLoaderError, wasm_split};

/// Fetches the pages, unless they are here.
///
/// # Errors
/// When the file cannot be fetched, or has been exchanged. The next try starts anew.
pub(in crate::app) async fn fetch() -> Result<(), SplitLoaderError> {
    preload().await
}

/// One of the pages; `None` until [`fetch`] has succeeded.
pub(super) fn page(session: Session, route: &Route) -> Option<Page> {
    if session.has_pages() { call(session, Some(route)) } else { None }
}

/// Gives the first file what it needs from the second one; after [`fetch`] has succeeded.
pub(in crate::app) fn install(session: Session) {
    call(session, None);
}

fn call(session: Session, route: Option<&Route>) -> Option<Page> {
    // With the file here there is nothing to wait for.
    match pin!(later(session, route)).poll(&mut Context::from_waker(Waker::noop())) {
        Poll::Ready(page) => page.ok().flatten(),
        Poll::Pending => None,
    }
}

/// Where the program is cut: the page of a route; without one, what the first file needs but not at first.
#[wasm_split(later, fallible, preload(preload))]
#[allow(clippy::unnecessary_wraps, reason = "the macro puts the failures to load in")]
fn later(session: Session, route: Option<&Route>) -> Result<Option<Page>, SplitLoaderError> {
    if route.is_none() {
        tabs::begin(session);
        standing::begin(session);
        session.reminder.set(Some(data::reminder));
    }
    Ok(route.map(|route| build(session, route)))
}

fn build(session: Session, route: &Route) -> Page {
    let words = session.later_words();
    let first = session.words();
    let named = |pack: &str| session.questionnaire.pack_named(pack);
    let (title, body) = match route {
        Route::Packs(id) => (words.packs.title, packs::packs(session, id)),
        Route::Chapters(id, pack) => match named(pack) {
            Some(pack) => (chapters::title(session, pack), chapters::chapters(session, id, pack)),
            None => (first.page.unknown_title, status::unknown(session)),
        },
        Route::Review(id, None) => (words.review.title, review::review(session, id, None)),
        Route::Review(id, Some(pack)) => match named(pack) {
            Some(pack) => (words.review.title, review::review(session, id, Some(pack))),
            None => (first.page.unknown_title, status::unknown(session)),
        },
        Route::Result(id, None) => (words.result.title, result::result_page(session, id, None)),
        Route::Result(id, Some(pack)) => match named(pack).filter(|pack| packs::has_result(*pack)) {
            Some(pack) => (words.result.title, result::result_page(session, id, Some(pack))),
            None => (first.page.unknown_title, status::unknown(session)),
        },
        Route::Plan(id) => (words.plan.title, plan::plan(session, id)),
        Route::Compare(id, other) => {
            (words.compare.title, comparing::compare_page(session, id, other.as_deref()))
        }
        Route::Aside(id) => (words.aside.title, aside::aside(session, id)),
        Route::Ask(id, part) => (words.ask.title, asking::ask_page(session, id, part.as_deref())),
        Route::Answer(id) => (words.answer_ask.title, answering::answer_page(session, id)),
        Route::Papers(id) => (words.papers.title, papers::papers(session, id)),
        Route::Emergency => (words.emergency.title, emergency::emergency(session)),
        Route::Open => (words.receive.open_title, open::open(session)),
        Route::Received(fragment) => received::received(session, fragment),
        Route::About => (words.about.title, about::about(session)),
        Route::Data => (words.data.title, data::data(session)),
        Route::Survey(None) => (words.collect.title, collecting::collect(session)),
        Route::Survey(Some(pack)) => match named(pack) {
            Some(pack) => (words.surveyed.title, surveyed::surveyed(session, pack)),
            None => (first.page.unknown_title, status::unknown(session)),
        },
        // Perhaps a link that did not arrive as it was sent: with its `#` written as `%23`, say.
        Route::Unknown(fragment) => received::mended(session, fragment).map_or_else(
            || (first.page.unknown_title, status::unknown(session)),
            |(link, content)| received::opened(session, content, &link),
        ),
        Route::Home | Route::Question(..) => (first.page.unknown_title, status::unknown(session)),
    };
    Page::new(session, title, body)
}
