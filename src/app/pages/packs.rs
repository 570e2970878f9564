//! The packs of an assessment: which there are, how far each is, and where to go on.

use crate::answers::Sheet;
use crate::app::parts::progress_bar;
use crate::app::reactive::GetUntracked;
use crate::app::session::Session;
use crate::app::ui::{El, el, h1, h2, items, link, p, span};
use crate::flow::Flow;
use crate::model::{Pack, PackIx};
use crate::route::Route;

pub(super) fn packs(session: Session, id: &str) -> Vec<El> {
    let flow = session.flow.get_untracked();
    let words = &session.later_words().packs;
    let list = session.with_sheet(|sheet| {
        let views =
            session.questionnaire.packs().map(|(ix, pack)| view(session, id, (ix, pack), sheet, &flow));
        items("ul", "packs", views)
    });
    let more = [
        (Route::Plan(id.to_owned()), words.to_plan),
        (Route::Aside(id.to_owned()), words.to_aside),
        (Route::Ask(id.to_owned(), None), session.later_words().ask.link),
        (Route::Papers(id.to_owned()), words.to_papers),
    ];
    let more = more.map(|(route, label)| link("", &route.href(), label));
    let mut page = vec![h1(words.title), p(words.lead).class("lead")];
    page.extend(list);
    page.extend([h2(words.more), items("ul", "", more)]);
    page
}

fn view(session: Session, id: &str, (ix, pack): (PackIx, &Pack), sheet: &Sheet, flow: &Flow) -> El {
    let questionnaire = session.questionnaire;
    let words = &session.later_words().packs;
    let progress = flow.total(questionnaire, sheet, ix);
    let next = flow.next_open(questionnaire, sheet, ix, None).and_then(|ix| questionnaire.question(ix));
    let label = if progress.answered == 0 { words.start } else { words.resume };
    let title = session.text(pack.title);
    // Every pack has the same two links: their names say of which.
    let named = |link: El, label: &str| link.attr("aria-label", &format!("{label}: {title}"));
    let class = if ix.0 <= 1 { "button button-main" } else { "button" };
    let next = next.map(|question| {
        named(link(class, &Route::Question(id.to_owned(), question.id.clone()).href(), label), label)
    });
    let name = pack.id.clone();
    let chapters = link("button", &Route::Chapters(id.to_owned(), name.clone()).href(), words.chapters);
    let result = (has_result(ix) && progress.answered > 0)
        .then(|| link("button", &Route::Result(id.to_owned(), Some(name)).href(), words.result));
    el("article")
        .class("pack")
        .child(h2(title).text(" ").child(span("hint", &(words.minutes)(pack.minutes))))
        .child(p(session.text(pack.text)))
        .child(progress_bar(session, progress, title))
        .child(
            el("p")
                .class("actions")
                .maybe(next)
                .child(named(chapters, words.chapters))
                .maybe(result.map(|result| named(result, words.result))),
        )
}

/// The permanent name of a pack.
pub(super) fn name(session: Session, pack: PackIx) -> Option<String> {
    session.questionnaire.pack(pack).map(|pack| pack.id.clone())
}

/// Whether a pack earns points. The profile, which comes first, only tells what kind of shop it is.
pub(super) fn has_result(pack: PackIx) -> bool {
    pack.0 > 0
}

/// The packs that a kind of page is there for, to go from one to another.
pub(super) fn pack_switch(
    session: Session,
    here: PackIx,
    is_there: fn(PackIx) -> bool,
    to: impl Fn(Option<String>) -> Route,
) -> El {
    let links = session.questionnaire.packs().filter(|(ix, _)| is_there(*ix)).map(|(ix, pack)| {
        let link = link("chip", &to(Some(pack.id.clone())).href(), session.text(pack.title));
        if ix == here { link.attr("aria-current", "page") } else { link }
    });
    el("nav")
        .class("no-print")
        .attr("aria-label", session.later_words().packs.title)
        .child(items("ul", "chips", links))
}
