//! Drafts of other papers, filled from the answers.

use super::guide::guide;
use super::result::named;
use crate::advise::{LineState, line_state};
use crate::answers::Sheet;
use crate::app::browser::dom;
use crate::app::parts::folded_sources;
use crate::app::reactive::GetUntracked;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h1, h2, link, p, span};
use crate::flow::Flow;
use crate::model::{Paper, PaperLine};
use crate::route::Route;

pub(super) fn papers(session: Session, id: &str) -> Vec<El> {
    let words = &session.later_words().papers;
    let mut page = vec![h1(words.title)];
    page.extend(session.shelf.with_document(id, |document| named(session, document)));
    page.extend([p(words.lead).class("no-print"), p(words.draft).class("notice notice-warning")]);
    let Some(guide) = guide(session) else { return page };
    let flow = session.flow.get_untracked();
    page.push(el("p").class("no-print").child(button("button", words.print, |_| dom::print())));
    let papers = session.with_sheet(|sheet| {
        guide.papers.iter().map(|paper| view(session, id, paper, sheet, &flow)).collect::<Vec<_>>()
    });
    page.extend(papers.unwrap_or_default());
    page
}

fn view(session: Session, id: &str, paper: &Paper, sheet: &Sheet, flow: &Flow) -> El {
    let words = &session.later_words().papers;
    let head = [words.line, words.state, words.answers].map(|text| el("th").attr("scope", "col").text(text));
    let rows = paper.lines.iter().map(|line| row(session, id, line, sheet, flow));
    el("section")
        .class("paper")
        .child(h2(session.text(paper.title)))
        .child(p(session.text(paper.text)))
        .child(
            el("table")
                .class("figures paper-table")
                .child(el("caption").class("unseen").text(session.text(paper.title)))
                .child(el("thead").child(el("tr").children(head)))
                .child(el("tbody").children(rows)),
        )
        .maybe(folded_sources(session, &paper.sources))
}

fn row(session: Session, id: &str, line: &PaperLine, sheet: &Sheet, flow: &Flow) -> El {
    let words = &session.later_words().papers;
    let questionnaire = session.questionnaire;
    let (sign, text) = match line_state(questionnaire, sheet, flow, line) {
        LineState::Met => ("✓", words.met),
        LineState::Partly => ("◐", words.partly),
        LineState::Missing => ("✕", words.missing),
        LineState::Unknown => ("?", words.unknown),
        LineState::NotApplicable => ("–", words.not_applicable),
    };
    let answers = line.fields.iter().filter_map(|ix| {
        let (_, question) = questionnaire.question_of(*ix)?;
        let step = match sheet.answer(*ix) {
            Some(crate::answers::Answer::One(code)) if flow.asks(*ix) => format!(" {}", code.letter()),
            _ => String::new(),
        };
        let label = format!("{}{step}", session.text(question.title));
        Some(el("li").child(link("", &Route::Question(id.to_owned(), question.id.clone()).href(), &label)))
    });
    el("tr")
        .child(el("th").attr("scope", "row").text(session.text(line.title)))
        .child(el("td").child(span("", sign).attr("aria-hidden", "true")).text(" ").text(text))
        .child(el("td").child(el("ul").class("plain").children(answers)))
}
