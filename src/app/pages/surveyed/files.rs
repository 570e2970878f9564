//! The report as files, the answers shop by shop, and the file by which a shop sees where it stands.

use super::look::Look;
use crate::app::browser::download;
use crate::app::pages::collecting::{self, Counted};
use crate::app::pages::data::file_name;
use crate::app::pages::guide::guide;
use crate::app::pages::result::section;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h3, p};
use crate::survey::{Derived, Reference, Report, write_row};

const JSON: &str = "application/json";

/// A button for each kind of file. What is written is what is counted when the button is pressed.
pub(super) fn files(session: Session, report: &Report) -> El {
    let words = &session.later_words().surveyed;
    let file = |label: &str, id: &str, kind: &'static str, extension: &'static str| {
        button("button", label, move |_| {
            let text = with_report(session, |look| match extension {
                "csv" => look.report.to_csv(&look.telling),
                "html" => look.report.to_html(&look.telling, session.language()),
                _ => with_end(look.report.to_json(session.questionnaire, look.telling.guide).write()),
            });
            save(session, words.file_report, kind, extension, text);
        })
        .id(id)
    };
    let reports = [
        file(words.csv, "save-csv", "text/csv;charset=utf-8", "csv"),
        file(words.json, "save-json", JSON, "json"),
        file(words.html, "save-html", "text/html;charset=utf-8", "html"),
    ];
    let ndjson = button("button", words.ndjson, move |_| {
        save(session, words.file_rows, "application/x-ndjson;charset=utf-8", "ndjson", rows(session));
    });
    let part = section("files-title", words.files)
        .attr("class", "no-print")
        .child(p(words.files_text))
        .child(el("div").class("actions").children(reports))
        .child(h3(words.reference))
        .child(p(words.reference_text).id("reference-text"));
    let part = if Reference::new(report).scores.is_empty() {
        part.child(p(words.reference_none).id("reference-none"))
    } else {
        let reference = button("button", words.save_reference, move |_| {
            let write = |look: &Look<'_>| Reference::new(look.report).write(session.questionnaire);
            save(session, words.file_reference, JSON, "json", with_report(session, write).map(with_end));
        });
        part.child(el("p").child(reference.id("save-reference").attr("aria-describedby", "reference-text")))
    };
    part.child(h3(words.rows))
        .child(p(words.rows_text).class("warning-text").id("rows-text"))
        .child(el("p").child(ndjson.id("save-rows").attr("aria-describedby", "rows-text")))
}

/// As the command line writes it.
fn with_end(text: String) -> String {
    text + "\n"
}

fn save(session: Session, what: &str, kind: &str, extension: &str, text: Option<String>) {
    if let Some(text) = text {
        download::save(&file_name(session, what, extension), kind, &text);
    }
}

fn with_report<R>(session: Session, write: impl FnOnce(&Look<'_>) -> R) -> Option<R> {
    let build = |counted: &Option<Counted>| Look::of(session, counted.as_ref()?, &[], write);
    collecting::counted(session).peek(build).flatten()
}

/// A line for each shop, in the order they came.
fn rows(session: Session) -> Option<String> {
    let guide = guide(session)?;
    let questionnaire = session.questionnaire;
    let mut rows = String::new();
    collecting::each(session, |respondent| {
        let derived = Derived::new(questionnaire, guide, &respondent.sheet);
        rows.push_str(&write_row(questionnaire, guide, respondent, &derived));
        rows.push('\n');
    });
    Some(rows)
}
