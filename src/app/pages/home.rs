//! Start, continue, keep several assessments apart, open a received link.

use super::item::item;
use crate::answers::Sheet;
use crate::app::browser::{address, dom};
use crate::app::reactive::untrack;
use crate::app::session::Session;
use crate::app::shelf::Deleted;
use crate::app::ui::{El, button, el, h1, h2, items, link, p, texts};
use crate::route::Route;

pub(super) fn home(session: Session) -> Vec<El> {
    let words = &session.words().home;
    let start = move |_| {
        let questionnaire = session.questionnaire;
        let id = session.begin(None, Sheet::new(questionnaire));
        let first = questionnaire.questions.first().map(|question| question.id.clone());
        address::go(
            &first.map_or_else(|| Route::Packs(id.clone()), |first| Route::Question(id.clone(), first)),
        );
    };
    let open = el("section")
        .attr("aria-labelledby", "open-title")
        .child(h2(words.open_title).id("open-title"))
        .child(p(words.open_text))
        .child(el("p").child(link("button", &Route::Open.href(), words.open_link)));
    vec![
        h1(words.title),
        p(words.lead).class("lead"),
        texts(words.facts).class("facts"),
        el("p").child(button("button button-main", words.start, start).id("start")),
        el("div").attr("role", "status").live(move || {
            session
                .shelf
                .deleted
                .with(|deleted| deleted.iter().map(|deleted| undo(session, deleted)).collect())
                .unwrap_or_default()
        }),
        el("div").live(move || {
            let reminder = session.reminder.with(|reminder| *reminder).flatten();
            reminder.map(|reminder| reminder(session)).unwrap_or_default()
        }),
        mine(session),
        open,
    ]
}

fn mine(session: Session) -> El {
    let words = &session.words().home;
    let list = move || {
        let ids = session.shelf.ids();
        untrack(|| {
            if ids.is_empty() {
                return vec![p(words.none_yet)];
            }
            vec![items("ul", "shelf", ids.into_iter().map(|id| item(session, id)))]
        })
    };
    let data = el("p").class("actions").child(link("quiet", &Route::Data.href(), words.data).id("to-data"));
    el("section").attr("aria-labelledby", "mine").child(h2(words.mine).id("mine")).live(list).child(data)
}

/// What was deleted last, and the way back.
fn undo(session: Session, deleted: &Deleted) -> El {
    let shelf = session.shelf;
    let words = session.words();
    let back = move |_| {
        shelf.undelete();
        dom::focus("h1");
    };
    let forget = move |_| {
        shelf.forget_deleted();
        dom::focus("h1");
    };
    el("div")
        .class("notice")
        .id("undo")
        .child(p(&(words.home.deleted)(&deleted.document.name)))
        .child(button("button", words.page.undo, back))
        .child(button("quiet", words.page.close, forget))
}
