//! Choosing files, or dropping them on the page.

use super::desk::{Stage, stage};
use super::incoming::{Shown, take_files};
use super::preview::preview;
use super::refusal::trouble_text;
use crate::app::browser::upload::{Drag, of_input, on_drag};
use crate::app::pages::result::section;
use crate::app::reactive::{Get, RwSignal, Set, on_cleanup};
use crate::app::session::Session;
use crate::app::ui::{El, el, p, texts};
use send_wrapper::SendWrapper;

pub(super) fn import_section(session: Session) -> El {
    let words = &session.later_words().data.import;
    let over = RwSignal::new(false);
    let listener = on_drag(move |drag| {
        over.set(matches!(drag, Drag::Over));
        if let Drag::Dropped(files) = drag {
            take_files(session, files);
        }
    });
    let listener = SendWrapper::new(listener);
    on_cleanup(move || drop(listener));
    let input = el("input")
        .attr("type", "file")
        .id("import")
        .attr("multiple", "")
        .attr("accept", ".json,application/json")
        .on("change", move |event| take_files(session, of_input(&event)));
    let zone = el("div")
        .live_attr("class", move || Some(if over.get() { "drop-zone drop-over" } else { "drop-zone" }))
        .child(el("label").attr("for", "import").text(words.choose))
        .child(input)
        .when(move || over.get(), || p(words.drop).class("drop-hint"));
    section("import-title", words.title)
        .child(p(words.text))
        .child(zone)
        .child(el("div").attr("role", "status").live(move || {
            let reading = stage().with(|stage| matches!(stage, Stage::Reading)) == Some(true);
            if reading { vec![p(words.reading)] } else { Vec::new() }
        }))
        .live(move || {
            let shown = |stage: &Stage| match stage {
                Stage::Shown(shown) => shown_parts(session, shown),
                Stage::Nothing | Stage::Reading => Vec::new(),
            };
            stage().with(shown).unwrap_or_default()
        })
}

fn shown_parts(session: Session, shown: &Shown) -> Vec<El> {
    let mut parts = Vec::new();
    parts.extend(errors(session, shown));
    parts.extend(preview(session, shown));
    parts
}

/// What could not be read, each by its name.
fn errors(session: Session, shown: &Shown) -> Option<El> {
    let words = &session.later_words().data;
    let refused = shown.refused.iter().map(|(name, trouble)| {
        let name = if name.is_empty() { words.refusals.nameless } else { name };
        (words.refusals.of)(name, &trouble_text(&words.refusals, *trouble))
    });
    let mut lines: Vec<String> = refused.collect();
    if shown.full {
        lines.push(words.import.full.to_owned());
    }
    if lines.is_empty() {
        return None;
    }
    let list = texts(lines.iter().map(String::as_str));
    let safe = (!shown.full).then(|| p(words.refusals.safe));
    Some(
        el("div")
            .class("notice notice-error")
            .id("import-errors")
            .attr("role", "alert")
            .attr("tabindex", "-1")
            .child(list)
            .maybe(safe),
    )
}
