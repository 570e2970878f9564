//! The page: the only place for Leptos and the browser. Holds no rules; it shows what the core derives.

mod before;
mod browser;
mod pages;
mod parts;
mod reactive;
mod session;
mod shelf;
mod state;
mod tabs;
mod ui;

use crate::content::decode;
use crate::model::{Lang, Tier};
use crate::route::Route;
use browser::{address, dom, files, offline, place, pressed, storage};
use reactive::{Set, prepare, run, untrack};
use session::Session;
use std::cell::RefCell;
use ui::{El, el, link, mount};

/// Starts the page: loads what the first question needs, shows the page, then loads the rest by itself.
pub fn start() {
    prepare();
    run(async {
        let lang = first_language();
        // Both are on their way already: the page preloads them.
        let questionnaire = files::read("structure").await.ok().and_then(|bytes| decode(&bytes).ok());
        let first = files::read(&files::texts(lang, Tier::Start)).await;
        let (Some(questionnaire), Ok(first)) = (questionnaire, first) else {
            return dom::show_load_failure();
        };
        let Some(root) = dom::document().and_then(|document| document.get_element_by_id("app")) else {
            return;
        };
        mount(&root, move || {
            // One questionnaire for as long as the page is open: leaked on purpose, so that every part can hold it.
            let session = Session::new(Box::leak(Box::new(questionnaire)), lang);
            session.take_texts(lang, Tier::Start, first);
            run(async move {
                session.load_rest().await;
                // Only now: nobody's first question waits for it.
                offline::keep(move || session.newer.set(true));
            });
            page(session)
        });
        dom::set_lang(lang);
        dom::remove_shell();
        dom::set_flag("data-ready");
    });
}

fn first_language() -> Lang {
    let chosen = storage::language().and_then(|tag| Lang::from_tag(&tag));
    chosen.or_else(|| dom::languages().iter().find_map(|tag| Lang::from_tag(tag))).unwrap_or(Lang::Ja)
}

fn page(session: Session) -> El {
    listen(session);
    let shown = RefCell::new(None::<Route>);
    let main = el("main").id("main").class("page").live(move || {
        session.route.track();
        session.track_texts();
        untrack(|| {
            let Some(route) = session.route.peek(Clone::clone) else { return Vec::new() };
            // The same page once more, because of its texts: whoever reads it keeps their place.
            if shown.replace(Some(route.clone())).as_ref() == Some(&route) {
                place::keep();
            }
            let page = pages::page(session, &route);
            dom::set_title(&page.title);
            page.body
        })
    });
    let skip = move || {
        session.lang.track();
        let skip = link("skip", "#main", session.words().page.skip).on("click", |event| {
            // The address belongs to the router, so the browser cannot follow this link itself.
            event.prevent_default();
            dom::focus_now("h1");
        });
        vec![skip]
    };
    el("div")
        .class("root")
        .live(skip)
        .child(parts::header(session))
        .child(parts::findings(session))
        .child(main)
        .child(parts::footer(session))
}

/// Follows the address and what is being pressed. Other tabs are followed by the second file: `tabs.rs`.
fn listen(session: Session) {
    pressed::watch();
    address::on_change(move || {
        let route = address::current();
        if session.route.peek(|now| *now != route) == Some(true) {
            session.route.set(route);
            // The new heading gets the focus, so that a screen reader says where one is.
            dom::scroll_to_top();
            dom::focus("h1");
        }
    });
}
