//! A result that came as a link. Looks at it and touches nothing; taking it over is a choice.

use super::result::result_view;
use super::review::answers;
use crate::advise::basis;
use crate::answers::Sheet;
use crate::app::browser::address;
use crate::app::parts::bad_link;
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h1, link, p};
use crate::flow::Flow;
use crate::link::{self, LinkError};
use crate::route::Route;

/// The title and the page: a link that cannot be read has another title.
pub(super) fn received(session: Session, fragment: &str) -> (&'static str, Vec<El>) {
    let words = &session.later_words().receive;
    match link::decode(session.questionnaire, fragment) {
        Err(error) => (words.bad_title, refused(session, error)),
        Ok((sheet, homeless)) => {
            (words.title, viewer(session, &sheet, u16::try_from(homeless).unwrap_or(u16::MAX)))
        }
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

fn viewer(session: Session, sheet: &Sheet, homeless: u16) -> Vec<El> {
    let words = &session.later_words().receive;
    let flow = Flow::new(session.questionnaire, sheet);
    let pack = basis(session.questionnaire, sheet, &flow);
    let list = answers(session, pack, sheet, &flow, None, false);
    let taken = sheet.clone();
    let take_over = move |_| {
        let id = session.begin(Some(words.taken_name.to_owned()), taken.clone());
        address::go(&Route::Result(id, None));
    };
    let banner = el("div")
        .class("notice")
        .id("received")
        .child(p(words.banner))
        .maybe((homeless > 0).then(|| p(&(words.homeless)(homeless))))
        .child(el("p").class("no-print").child(button("button", words.take_over, take_over).id("take-over")))
        .child(p(words.take_over_text).class("hint no-print"));
    let mut page = vec![h1(words.title), banner];
    page.extend(result_view(session, pack, sheet, &flow, None));
    page.push(details("received-answers", words.answers).children(list));
    page
}
