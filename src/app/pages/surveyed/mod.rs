//! The report of what was collected: who answered, what stands out, and every question, chapter by chapter.

mod bars;
mod chapter;
mod controls;
mod crossed;
mod files;
mod head;
mod look;
mod overview;
mod scale;
mod scores;
mod shown;
mod tables;

use super::collecting::{self, Counted};
use super::guide::guide;
use super::packs::pack_switch;
use crate::app::browser::dom;
use crate::app::reactive::run;
use crate::app::session::Session;
use crate::app::state::State;
use crate::app::ui::{El, button, el, h1, h2, link, p};
use crate::model::PackIx;
use crate::route::Route;
use crate::survey::FEWEST;
use look::Look;
use shown::{Part, Shown, shown};

/// The page for a pack.
pub(super) fn surveyed(session: Session, pack: PackIx) -> Vec<El> {
    let words = &session.later_words().surveyed;
    shown(session, pack);
    run(collecting::count(session));
    let back = link("", &Route::Survey(None).href(), words.back);
    vec![h1(words.title), el("p").class("crumbs").child(back), el("div").live(move || body(session, pack))]
}

/// Built anew when what was collected has been counted.
fn body(session: Session, pack: PackIx) -> Vec<El> {
    let words = &session.later_words().surveyed;
    if guide(session).is_none() {
        return Vec::new();
    }
    let build = |counted: &Option<Counted>| match counted {
        None => waiting(session),
        Some(counted) if counted.report.respondents == 0 => empty(session),
        Some(counted) => {
            Look::of(session, counted, &[], |look| page(look, pack)).unwrap_or_else(|| waiting(session))
        }
    };
    collecting::counted(session).with(build).unwrap_or_else(|| vec![p(words.counting)])
}

fn empty(session: Session) -> Vec<El> {
    let words = session.later_words();
    let collect = link("button button-main", &Route::Survey(None).href(), words.collect.title);
    vec![p(words.surveyed.none).id("survey-none"), el("p").child(collect)]
}

/// While it is counted, or when somebody stopped it.
fn waiting(session: Session) -> Vec<El> {
    let words = &session.later_words().surveyed;
    if collecting::respondents(session) == 0 {
        return empty(session);
    }
    // After somebody has stopped it.
    let again = move || {
        let count = button("button", words.recount, move |_| run(collecting::count(session))).id("recount");
        el("p").child(count)
    };
    let again = el("div").when(move || !collecting::is_busy(session), again);
    vec![p(words.counting), collecting::progress(session), again]
}

fn page(look: &Look<'_>, pack: PackIx) -> Vec<El> {
    let session = look.session;
    let words = session.later_words();
    let mut page = head::head(look);
    if look.report.respondents < FEWEST {
        page.push(p(words.surveyed.too_few).class("notice"));
        page.push(files::files(session, look.report));
        return page;
    }
    page.push(pack_switch(session, pack, |_| true, Route::Survey));
    // On paper, where nothing can be chosen, its name alone.
    let title = session.questionnaire.pack(pack).map_or("", |pack| session.text(pack.title));
    page.push(p(title).class("lead on-paper"));
    page.push(controls::controls(look, pack));
    let state = shown(session, pack);
    page.push(el("div").id("shown").live(move || results(session, pack, state)));
    page.push(
        el("p").class("no-print").child(button("button", words.result.print, |_| dom::print()).id("print")),
    );
    page.push(files::files(session, look.report));
    page
}

/// What was chosen; built anew with every choice.
fn results(session: Session, pack: PackIx, state: State<Shown>) -> Vec<El> {
    let view = |look: &Look<'_>, part: Part, wanted: &str| {
        let wanted = crate::survey::Wanted::new(wanted);
        match part {
            _ if !wanted.is_empty() => chapter::found(look, pack, &wanted),
            Part::Overview => overview::overview(look, pack),
            Part::Chapter(ix) => chapter::one(look, pack, ix),
            Part::All => chapter::all(look, pack),
        }
    };
    let build = |counted: &Option<Counted>| {
        let counted = counted.as_ref()?;
        state.with(|shown| {
            Look::of(session, counted, &shown.without, |look| view(look, shown.part, &shown.search))
        })?
    };
    // What counts changes the page around it, which is built anew then.
    collecting::counted(session).peek(build).flatten().unwrap_or_default()
}

/// A part of the page under a heading, to which the focus can go.
fn part(id: &str, title: &str) -> El {
    let heading = h2(title).id(id).attr("tabindex", "-1");
    el("section").class("survey-part").attr("aria-labelledby", id).child(heading)
}
