//! Where a shop stands against others, by a file that an association or mall has made of many results. Without one there is
//! nothing to say, and nothing is made up.

mod desk;
mod table;

pub(super) use desk::{begin, reread};

use super::guide::Now;
use super::result::section;
use crate::app::browser::storage::StorageError;
use crate::app::browser::upload::{self, Refused};
use crate::app::browser::{clock, dom};
use crate::app::reactive::run;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, p};
use crate::score::Report;
use crate::survey::{Part, Reference, ReferenceError};
use crate::words::StandingWords;
use desk::{Desk, Hosted, News, Own, desk};
use web_sys::Event;

/// A shop as it is compared: its points, and which shops it belongs to.
#[derive(Clone, Debug)]
struct Shop {
    report: Report,
    part: Part,
}

pub(super) fn standing(now: &Now<'_>) -> El {
    let session = now.session;
    let words = &session.later_words().standing;
    let desk = desk(session);
    // What happened on another page is no news here.
    desk.news.change_quietly(|news| *news = News::Nothing);
    let shop = Shop { report: now.report.clone(), part: Part::of(now.judgement.size) };
    // On paper there is nothing to load.
    let class = move || {
        let there = desk.with_reference(|found| found.is_some()) == Some(true);
        (!there).then_some("no-print")
    };
    section("standing-title", words.title)
        .id("standing")
        .live_attr("class", class)
        .live(move || {
            let found = desk.with_reference(|found| {
                found.map(|(reference, own)| compared(session, desk, &shop, reference, own))
            });
            found.flatten().unwrap_or_else(|| vec![p(words.none)])
        })
        .live(move || faults(session, desk))
        .child(chooser(session, desk))
}

/// Who the others are, and where the shop stands among them.
fn compared(session: Session, desk: Desk, shop: &Shop, reference: &Reference, own: bool) -> Vec<El> {
    let words = &session.later_words().standing;
    let title = if reference.title.is_empty() { words.untitled } else { reference.title.as_str() };
    let shops = (words.shops)(&reference.n.to_string());
    let day = reference.date.map(|date| clock::date(&date.to_string(), session.language()));
    let day = day.filter(|day| !day.is_empty()).map(|day| (words.as_of)(&day));
    let facts = el("dl")
        .class("standing-facts")
        .children(fact(words.file, title))
        .children(fact(words.made_of, &format!("{shops}{}", day.unwrap_or_default())))
        .children(fact(words.from, if own { words.own } else { words.hosted }));
    let synthetic = (reference.synthetic > 0).then(|| {
        let text = if reference.synthetic == reference.n {
            words.all_made_up.to_owned()
        } else {
            (words.made_up)(&reference.n.to_string(), &reference.synthetic.to_string())
        };
        p(&text).class("notice notice-warning").id("standing-made-up")
    });
    let remove = own.then(|| {
        let remove = button("quiet", words.remove, move |_| {
            desk.remove();
            dom::focus("#standing-file");
        });
        el("p").class("no-print").child(remove.id("standing-remove"))
    });
    let mut parts = vec![facts];
    parts.extend(synthetic);
    parts.extend(table::places(session, shop, reference));
    parts.extend(remove);
    parts
}

fn fact(name: &str, value: &str) -> [El; 2] {
    [el("dt").text(name), el("dd").text(value)]
}

/// What is wrong with the files that should be here.
fn faults(session: Session, desk: Desk) -> Vec<El> {
    let words = &session.later_words().standing;
    let mut parts = Vec::new();
    let own = desk.own.with(|own| match own {
        Own::Here(_, Some(StorageError::Full)) => Some((words.full.to_owned(), false)),
        Own::Here(_, Some(_)) => Some((words.blocked.to_owned(), false)),
        Own::Unreadable(error) => Some(((words.unreadable)(wrong(words, *error)), true)),
        Own::Here(_, None) | Own::Nothing => None,
    });
    if let Some((text, removable)) = own.flatten() {
        let remove = removable.then(|| {
            let remove = button("button", words.remove, move |_| {
                desk.remove();
                dom::focus("#standing-file");
            });
            el("p").child(remove)
        });
        parts.push(
            el("div").class("notice notice-warning").id("standing-fault").child(p(&text)).maybe(remove),
        );
    }
    let used = desk.own.peek(|own| matches!(own, Own::Here(..))) == Some(true);
    if !used && desk.hosted.with(|hosted| *hosted == Hosted::Failed) == Some(true) {
        let again = button("button", session.words().page.retry, move |_| begin(session));
        parts.push(
            el("div")
                .class("notice notice-warning no-print")
                .id("standing-failed")
                .child(p(words.hosted_failed))
                .child(el("p").child(again)),
        );
    }
    parts
}

/// Where a file is chosen. It stays as it is whatever comes of it, so that nobody loses their place.
fn chooser(session: Session, desk: Desk) -> El {
    let words = &session.later_words().standing;
    let choose = move |event: Event| {
        let Some(text) = upload::first(&event) else { return };
        run(async move { desk.take(session, text.await) });
    };
    let is_wrong =
        move || desk.news.with(|news| matches!(news, News::Wrong(_) | News::Refused(_))) == Some(true);
    let label = move || {
        let there = desk.own.with(|own| matches!(own, Own::Here(..))) == Some(true);
        if there { words.choose_other } else { words.choose }.to_owned()
    };
    let input = el("input")
        .attr("type", "file")
        .id("standing-file")
        .attr("accept", ".json,application/json")
        .live_attr("aria-invalid", move || is_wrong().then_some("true"))
        .live_attr("aria-describedby", move || {
            Some(if is_wrong() { "standing-hint standing-error" } else { "standing-hint" })
        })
        .on("change", choose);
    let said = move || {
        let text = match desk.news.with(|news| *news) {
            Some(News::Loaded) => words.loaded,
            Some(News::Removed) => words.removed,
            _ => return Vec::new(),
        };
        vec![p(text).id("standing-news")]
    };
    let error = move || {
        let text = match desk.news.with(|news| *news) {
            Some(News::Wrong(error)) => wrong(words, error),
            Some(News::Refused(Refused::Large)) => words.too_large,
            Some(News::Refused(Refused::Unreadable)) => words.no_text,
            _ => return Vec::new(),
        };
        let kept = el("span").text(words.nothing_changed);
        vec![p(text).class("error").id("standing-error").attr("role", "alert").text(" ").child(kept)]
    };
    el("div")
        .class("no-print standing-choose")
        .child(el("div").attr("role", "status").live(said))
        .child(el("label").attr("for", "standing-file").live_text(label))
        .child(p(words.hint).class("hint").id("standing-hint"))
        .live(error)
        .child(input)
}

fn wrong(words: &'static StandingWords, error: ReferenceError) -> &'static str {
    match error {
        ReferenceError::Foreign => words.foreign,
        ReferenceError::OtherKind => words.other_kind,
        ReferenceError::Newer => words.newer,
        ReferenceError::OtherQuestionnaire => words.other_questionnaire,
        ReferenceError::Damaged => words.damaged,
        ReferenceError::TooFew => words.too_few,
        ReferenceError::TooLarge => words.too_large,
    }
}
