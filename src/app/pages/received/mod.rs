//! What came as a link. Looks at it and touches nothing; taking it over is a choice.

mod answers;
mod reply;
mod request;
mod sealed;

pub(in crate::app::pages) use sealed::{passphrase_form, unseal};
mod summary;

pub(in crate::app::pages) use reply::reply_view;
pub(in crate::app::pages) use request::message;

use crate::app::browser::clock;
use crate::app::parts::bad_link;
use crate::app::session::Session;
use crate::app::ui::{El, el, h1, link, p};
use crate::link::{self, Content, Head, LinkError};
use crate::route::Route;

/// The title and the page: a link that cannot be read has another title.
pub(super) fn received(session: Session, fragment: &str) -> (&'static str, Vec<El>) {
    let content = match link::open(session.questionnaire, fragment) {
        // What was done to it on its way may be undone; if not, what is wrong with it as it came is said.
        Err(error) => mended(session, fragment).ok_or(error),
        found => found.map(|content| (fragment.to_owned(), content)),
    };
    match content {
        Err(error) => (session.later_words().receive.bad_title, refused(session, error)),
        Ok((link, content)) => opened(session, content, &link),
    }
}

/// The link in an address that did not arrive as it was sent, and what it holds.
pub(super) fn mended(session: Session, fragment: &str) -> Option<(String, Content)> {
    let found = link::first(fragment).ok()?;
    let content = link::open(session.questionnaire, &found).ok()?;
    Some((found, content))
}

/// `fragment` is the link that holds just this.
pub(super) fn opened(session: Session, content: Content, fragment: &str) -> (&'static str, Vec<El>) {
    let words = session.later_words();
    match content {
        Content::Answers(answers) => (words.receive.title, answers::answers_page(session, answers)),
        Content::Summary(summary) => (words.arrive.summary_title, summary::summary_page(session, &summary)),
        Content::Sealed(sealed) => (words.arrive.sealed_title, sealed::sealed_page(session, sealed)),
        Content::Request(asked) => {
            (words.answer_ask.arrived_title, request::request_page(session, &asked, fragment))
        }
        Content::Reply(came) => (words.ask.reply_title, reply::reply_page(session, &came)),
    }
}

fn refused(session: Session, error: LinkError) -> Vec<El> {
    let words = &session.later_words().receive;
    vec![
        h1(words.bad_title),
        el("div").class("notice notice-error").child(p(bad_link(words, error))).child(p(words.bad_safe)),
        el("p").class("actions").child(link("button", &Route::Open.href(), words.open_title)).child(link(
            "button",
            "#/",
            session.words().page.home,
        )),
    ]
}

/// Whose it is, and of when; what the link tells of that.
fn origin(session: Session, head: &Head) -> Vec<El> {
    let words = &session.later_words().arrive;
    let name = (!head.name.is_empty()).then(|| p(&(words.of)(&head.name)));
    let date = head.date().map(|date| clock::date(&date.to_string(), session.language()));
    let date = date.map(|date| p(&(words.written)(&date)).class("hint"));
    name.into_iter().chain(date).collect()
}
