//! What this is, where the data is, how the score works, terms and sources.

use crate::app::parts::{glossary, list, source_list};
use crate::app::session::Session;
use crate::app::ui::{El, el, h1, h2, link, p};
use crate::route::Route;

pub(super) fn about(session: Session) -> Vec<El> {
    let questionnaire = session.questionnaire;
    let words = &session.later_words().about;
    let mut page = vec![h1(words.title)];
    for part in &questionnaire.about {
        page.push(h2(session.text(part.title)));
        match part.items.as_slice() {
            [text] => page.push(p(session.text(*text))),
            texts => page.extend(list(session, texts)),
        }
    }
    page.extend([
        el("p").child(link("button", &Route::Data.href(), session.words().home.data)),
        p(session.later_words().collect.invitation),
        el("p").child(
            link("button", &Route::Survey(None).href(), session.later_words().collect.title).id("to-survey"),
        ),
        h2(words.terms_title),
        glossary(session, questionnaire.terms.iter()),
        h2(words.sources_title),
        source_list(session, questionnaire.sources.iter()),
        p(&(words.version)(env!("CARGO_PKG_VERSION"))).class("hint"),
    ]);
    page
}
