//! What the user should know: that nothing can be stored, what was found in storage, that texts are missing, that there is a
//! newer version.

use crate::answers::{Notice, Unreadable};
use crate::app::browser::offline;
use crate::app::browser::storage::StorageError;
use crate::app::reactive::{Get, Set, run};
use crate::app::session::Session;
use crate::app::shelf::{Finding, Saved};
use crate::app::ui::{El, button, el, p};
use crate::route::Route;
use crate::words::StorageWords;

pub(in crate::app) fn findings(session: Session) -> El {
    // Stored again after every answer: a notice that stays must not be read out again each time, hence `when`.
    let fails = move |error: StorageError| {
        move || session.shelf.saved.with(|saved| *saved == Saved::No(error)) == Some(true)
    };
    let text = move |error: StorageError| {
        session.lang.track();
        trouble_text(&session.words().storage, error).to_owned()
    };
    // What is only in memory can still go into a file.
    let way_out = move || {
        let text = move || {
            session.lang.track();
            session.words().home.data.to_owned()
        };
        el("p").child(el("a").attr("href", &Route::Data.href()).live_text(text))
    };
    let notice = move |error: StorageError| {
        move || alert().child(el("p").live_text(move || text(error))).child(way_out())
    };
    let findings = el("div").class("findings");
    let findings = [StorageError::Blocked, StorageError::Full]
        .into_iter()
        .fold(findings, |findings, error| findings.when(fails(error), notice(error)));
    findings.when(move || offers_newer(session), move || newer(session)).live(move || {
        session.lang.track();
        let words = session.words();
        let mut notices = Vec::new();
        if session.load_failed.get() {
            let again = move |_| run(session.load_rest());
            notices.push(alert().child(p(words.page.load_failed)).child(button(
                "button",
                words.page.retry,
                again,
            )));
        }
        let findings = session.shelf.findings.with(Clone::clone).unwrap_or_default();
        if !findings.is_empty() {
            let texts = findings.iter().map(|finding| p(&describe(&words.storage, finding)));
            // One chance to have all of it stored again at once; the next change would do the same.
            let again = findings.contains(&Finding::Emptied).then(|| {
                button("button", words.storage.save_again, move |_| {
                    session
                        .shelf
                        .findings
                        .change(|findings| findings.retain(|known| *known != Finding::Emptied));
                    session.shelf.store_all();
                })
            });
            let close = button("quiet", words.page.close, move |_| session.shelf.findings.set(Vec::new()));
            notices.push(
                el("div")
                    .class("notice notice-warning")
                    .attr("role", "status")
                    .children(texts)
                    .maybe(again)
                    .child(close),
            );
        }
        notices
    })
}

/// Not while the latest answers are in this page only: switching would lose them.
fn offers_newer(session: Session) -> bool {
    session.newer.get() && session.shelf.saved.with(|saved| matches!(saved, Saved::No(_))) == Some(false)
}

/// There is a newer version. Nothing happens until the user says so.
fn newer(session: Session) -> El {
    el("div").class("notice no-print").id("newer").attr("role", "status").live(move || {
        session.lang.track();
        let words = &session.words().page;
        let now = button("button", words.newer_now, |_| offline::switch());
        let later = button("quiet", words.newer_later, move |_| session.newer.set(false));
        vec![p(words.newer), el("div").class("actions").child(now).child(later)]
    })
}

fn alert() -> El {
    el("div").class("notice notice-error").attr("role", "alert")
}

fn trouble_text(words: &StorageWords, error: StorageError) -> &'static str {
    match error {
        StorageError::Blocked => words.blocked,
        StorageError::Full => words.full,
        // What is stored there has a notice of its own.
        StorageError::Refused => "",
    }
}

fn describe(words: &StorageWords, finding: &Finding) -> String {
    match finding {
        Finding::Unreadable(name, Unreadable::Damaged) => (words.damaged)(name),
        Finding::Unreadable(name, Unreadable::Newer) => (words.newer)(name),
        Finding::Unreadable(name, Unreadable::OtherQuestionnaire) => (words.other_questionnaire)(name),
        Finding::Emptied => words.emptied.to_owned(),
        Finding::Notice(Notice::KeptAside(count)) => {
            (words.kept_aside)(u16::try_from(*count).unwrap_or(u16::MAX))
        }
    }
}
