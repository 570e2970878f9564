//! Above every page: name, language, way around, whether everything is saved.

use crate::answers::Document;
use crate::app::browser::dom;
use crate::app::reactive::untrack;
use crate::app::session::Session;
use crate::app::shelf::Saved;
use crate::app::ui::{El, button, el, items, link, p, span};
use crate::route::Route;

pub(in crate::app) fn header(session: Session) -> El {
    el("div").class("head").live(move || {
        session.lang.track();
        session.route.track();
        untrack(|| {
            let Some(route) = session.route.peek(Clone::clone) else { return Vec::new() };
            let mut parts = vec![top(session)];
            if let Some(id) = route.assessment().filter(|id| session.shelf.has(id)) {
                parts.push(assessment_bar(session, id, &route));
            }
            parts
        })
    })
}

fn top(session: Session) -> El {
    let words = &session.words().page;
    let other = session.language().other();
    let language = button("quiet", words.other_language, move |_| {
        session.set_lang(other);
        // This button is built again, in the other language; whoever pressed it stays on it.
        dom::focus("#language");
    })
    .attr("lang", other.tag());
    let emergency = link("emergency-link", &Route::Emergency.href(), words.emergency);
    let links = el("div").class("top-links").child(emergency).child(language.id("language"));
    // A phone has room for the second part only.
    let [first, second] = words.brand;
    let brand = link("brand", "#/", "").child(span("brand-first", first)).text(second);
    el("header").class("top").child(brand).child(links)
}

/// Below every page: the promise, and where to read more.
pub(in crate::app) fn footer(session: Session) -> El {
    el("footer").class("foot no-print").live(move || {
        session.lang.track();
        let words = session.words();
        let about = link("quiet", &Route::About.href(), words.page.about);
        let data = link("quiet", &Route::Data.href(), words.home.data);
        vec![p(words.page.promise), el("p").child(about).text(" ").child(data)]
    })
}

/// Which assessment is open, its pages, and whether it is saved.
fn assessment_bar(session: Session, id: &str, here: &Route) -> El {
    let words = session.words();
    let tab = |route: Route, label: &str| {
        let tab = link("tab", &route.href(), label);
        // Also on the pages below: the result of a pack is still the result.
        let here = here.href();
        let below =
            here.strip_prefix(&route.href()).is_some_and(|rest| rest.is_empty() || rest.starts_with('/'));
        if below && (route != Route::Packs(id.to_owned()) || here == route.href()) {
            tab.attr("aria-current", "page")
        } else {
            tab
        }
    };
    let tabs = [
        tab(Route::Packs(id.to_owned()), words.assess.to_packs),
        tab(Route::Review(id.to_owned(), None), words.assess.to_review),
        tab(Route::Result(id.to_owned(), None), words.assess.to_result),
        tab(Route::Plan(id.to_owned()), words.assess.to_plan),
    ];
    let look = |document: &Document| (document.name.clone(), document.is_reply());
    let (name, reply) = session.shelf.with_document(id, look).unwrap_or_default();
    // An answer to somebody's questions is one page.
    let tabs = (!reply)
        .then(|| el("nav").attr("aria-label", words.page.navigation).child(items("ul", "tabs", tabs)));
    el("div")
        .class("assessment-bar")
        .child(el("p").class("assessment-name").text(&name))
        .maybe(tabs)
        .child(saved_state(session))
}

fn saved_state(session: Session) -> El {
    let words = &session.words().storage;
    let state = move || session.shelf.saved.with(|saved| *saved).unwrap_or(Saved::Untouched);
    let text = move || match state() {
        Saved::Untouched => String::new(),
        Saved::Yes => words.saved.to_owned(),
        Saved::No(_) => words.not_saved.to_owned(),
    };
    let class = move || match state() {
        Saved::Untouched | Saved::Yes => Some("saved"),
        Saved::No(_) => Some("saved saved-failed"),
    };
    el("p").live_attr("class", class).live_text(text)
}
