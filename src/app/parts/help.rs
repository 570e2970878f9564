//! Help beside a question, folded until someone asks for it.

use crate::app::reactive::{Get, RwSignal, Set};
use crate::app::session::Session;
use crate::app::ui::{El, details, el, h3, p, texts};
use crate::model::{Field, Help, Question, Source, Term, TextId};

pub(in crate::app) fn question_help(session: Session, question: &'static Question) -> Option<El> {
    let fields: Vec<&'static Field> =
        session.questionnaire.fields_of(question).map(|(_, field)| field).collect();
    let has_help = |field: &&Field| field.help != Help::default();
    let empty = !fields.iter().any(has_help)
        && question.points.is_empty()
        && question.reference.is_none()
        && question.changed.is_none()
        && question.terms.is_empty();
    // Written when someone opens it: most questions are answered without, and its texts are the last to arrive.
    let opened = RwSignal::new(false);
    let body = move || el("div").class("help-body").children(parts(session, question, &fields));
    (!empty).then(|| {
        details("help", session.words().assess.help)
            .id("help")
            .on("toggle", move |_| opened.set(true))
            .when(move || opened.get(), body)
    })
}

fn parts(session: Session, question: &Question, fields: &[&Field]) -> Vec<El> {
    let words = &session.words().assess;
    let questionnaire = session.questionnaire;
    let mut parts = Vec::new();
    for field in fields {
        let help = &field.help;
        let known = [(words.why, help.why), (words.check, help.check), (words.evidence, help.evidence)];
        if fields.len() > 1 && known.iter().any(|(_, text)| text.is_some()) {
            parts.push(p(session.text(field.ask)).class("help-about"));
        }
        for (title, text) in known {
            parts.extend(part(session, title, text));
        }
    }
    if let Some(points) = list(session, &question.points) {
        parts.extend([h3(words.points), points]);
    }
    if let Some(reference) = &question.reference {
        parts.push(h3(session.text(reference.title)));
        parts.extend(list(session, &reference.items));
    }
    parts.extend(part(session, words.changed, question.changed));
    if !question.terms.is_empty() {
        let terms = question.terms.iter().filter_map(|ix| questionnaire.terms.get(usize::from(*ix)));
        parts.extend([h3(words.terms), glossary(session, terms)]);
    }
    if !question.sources.is_empty() {
        let sources = question.sources.iter().filter_map(|ix| questionnaire.sources.get(usize::from(*ix)));
        parts.extend([h3(words.sources), source_list(session, sources)]);
    }
    parts
}

fn part(session: Session, title: &str, text: Option<TextId>) -> Vec<El> {
    text.map_or(Vec::new(), |text| vec![h3(title), p(session.text(text))])
}

/// A list of texts; nothing for an empty one.
pub(in crate::app) fn list(session: Session, ids: &[TextId]) -> Option<El> {
    (!ids.is_empty()).then(|| texts(ids.iter().map(|id| session.text(*id))))
}

/// Terms and what they mean.
pub(in crate::app) fn glossary<'a>(session: Session, terms: impl Iterator<Item = &'a Term>) -> El {
    terms.fold(el("dl").class("glossary"), |list, term| {
        list.child(el("dt").text(session.text(term.name))).child(el("dd").text(session.text(term.text)))
    })
}

/// Sources with their dates.
pub(in crate::app) fn source_list<'a>(session: Session, sources: impl Iterator<Item = &'a Source>) -> El {
    let line = |source: &Source| {
        let date = source.date.as_ref().map(|date| format!("{date}, ")).unwrap_or_default();
        let checked = (session.words().assess.source_checked)(&source.checked);
        format!("{} ({date}{checked})", session.text(source.title))
    };
    let lines: Vec<String> = sources.map(line).collect();
    texts(lines.iter().map(String::as_str))
}
