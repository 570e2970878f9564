//! How far one is.

use crate::app::session::Session;
use crate::app::ui::{El, el, span};
use crate::flow::Progress;

pub(in crate::app) fn progress_bar(session: Session, progress: Progress, label: &str) -> El {
    let Progress { asked, answered } = progress;
    let bar = el("progress")
        .attr("aria-label", label)
        .attr("max", &asked.max(1).to_string())
        .attr("value", &answered.to_string());
    el("div")
        .class("progress")
        .child(bar)
        .child(span("progress-text", &(session.words().assess.progress)(answered, asked)))
}

/// The same while answers are given.
pub(in crate::app) fn live_progress_bar(
    session: Session,
    label: &'static str,
    progress: impl Fn() -> Progress + 'static,
) -> El {
    el("div").live(move || vec![progress_bar(session, progress(), label)])
}
