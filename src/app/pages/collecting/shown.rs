//! How far long work is, and what came of it.

use super::desk::{Desk, Failure, Outcome, Work};
use crate::app::browser::download;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h3, p};

/// So many of what cannot be read are shown; all of them go into the file.
const SHOWN: usize = 200;

/// A bar, and a way to stop.
pub(super) fn progress(session: Session, desk: Desk) -> El {
    let words = &session.later_words().collect;
    el("div").attr("role", "status").when(
        move || desk.is_busy(),
        move || {
            let share = move || match desk.work.with(|work| *work) {
                Some(Work::Going { done, all }) => done.saturating_mul(100) / all.max(1),
                _ => 100,
            };
            let bar = el("div").live(move || {
                let share = share().min(100).to_string();
                vec![
                    el("progress").attr("max", "100").attr("value", &share).attr("aria-label", words.working),
                ]
            });
            let stop = button("quiet", words.stop, move |_| desk.work.set(Work::Stopping)).id("stop");
            el("div").class("working").child(p(words.working)).child(bar).child(stop)
        },
    )
}

/// What came of the last time.
pub(super) fn outcome(session: Session, desk: Desk) -> Vec<El> {
    desk.outcome
        .with(|outcome| outcome.as_ref().map(|outcome| view(session, outcome)))
        .flatten()
        .unwrap_or_default()
}

fn view(session: Session, outcome: &Outcome) -> Vec<El> {
    let words = &session.later_words().collect;
    let count = |count: usize| count.to_string();
    let mut lines = vec![(words.new)(&count(outcome.new))];
    lines.extend((outcome.newer > 0).then(|| (words.newer)(&count(outcome.newer))));
    lines.extend((outcome.known > 0).then(|| (words.known)(&count(outcome.known))));
    lines.extend(outcome.stopped.then(|| words.stopped.to_owned()));
    let list = crate::app::ui::texts(lines.iter().map(String::as_str)).id("outcome");
    let mut parts = vec![el("div").class("notice").attr("role", "status").child(list)];
    if !outcome.failures.is_empty() {
        parts.push(failures(session, &outcome.failures));
    }
    parts
}

fn place(session: Session, failure: &Failure) -> String {
    let words = &session.later_words().collect;
    let source = if failure.source.is_empty() { words.pasted } else { failure.source.as_str() };
    if failure.line == 0 { source.to_owned() } else { (words.line)(source, &failure.line.to_string()) }
}

fn failures(session: Session, failures: &[Failure]) -> El {
    let words = &session.later_words().collect;
    let head = [words.place, words.why, words.begins].map(|text| el("th").attr("scope", "col").text(text));
    let row = |failure: &Failure| {
        el("tr")
            .child(el("th").attr("scope", "row").text(&place(session, failure)))
            .child(el("td").text(failure.why))
            .child(el("td").class("snippet").text(if failure.text.is_empty() {
                "–"
            } else {
                &failure.text
            }))
    };
    let rows: Vec<El> = failures.iter().take(SHOWN).map(row).collect();
    let table = el("table")
        .class("figures failures")
        .child(el("caption").class("unseen").text(words.failures))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    let lines: Vec<String> = (failures.iter())
        .map(|failure| [&place(session, failure), failure.why, &failure.text].join("\t"))
        .collect();
    let save = button("button", words.save_failures, move |_| {
        download::save("ec-checkup-unread.txt", "text/plain;charset=utf-8", &lines.join("\n"));
    });
    el("div")
        .id("failures")
        .child(h3(&(words.failed)(&failures.len().to_string())))
        .child(p(words.failed_hint).class("hint"))
        .child(table)
        .maybe((failures.len() > SHOWN).then(|| p(words.more).class("hint")))
        .child(el("p").child(save))
}
