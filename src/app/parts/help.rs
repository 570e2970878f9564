//! Help beside a question, folded until someone asks for it.

use crate::app::reactive::{Get, RwSignal, Set};
use crate::app::session::Session;
use crate::app::ui::{El, details, el, h3, items, link, p, texts};
use crate::model::{Field, Help, Question, Source, Term, TextId};
use crate::route::Route;

pub(in crate::app) fn question_help(session: Session, question: &'static Question, id: &str) -> Option<El> {
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
            .id(id)
            .on("toggle", move |_| opened.set(true))
            .when(move || opened.get(), body)
    })
}

fn parts(session: Session, question: &Question, fields: &[&Field]) -> Vec<El> {
    let words = &session.words().assess;
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
    if let Some(terms) = terms_of(session, &question.terms) {
        parts.extend([h3(words.terms), terms]);
    }
    if let Some(sources) = sources_of(session, &question.sources) {
        parts.extend([h3(words.sources), sources]);
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

/// Terms by their places in the questionnaire; nothing for none.
pub(in crate::app) fn terms_of(session: Session, places: &[u16]) -> Option<El> {
    let terms = places.iter().filter_map(|ix| session.questionnaire.terms.get(usize::from(*ix)));
    (!places.is_empty()).then(|| glossary(session, terms))
}

/// Sources by their places in the questionnaire; nothing for none.
pub(in crate::app) fn sources_of(session: Session, places: &[u16]) -> Option<El> {
    let sources = places.iter().filter_map(|ix| session.questionnaire.sources.get(usize::from(*ix)));
    (!places.is_empty()).then(|| source_list(session, sources))
}

/// The same, folded away.
pub(in crate::app) fn folded_sources(session: Session, places: &[u16]) -> Option<El> {
    let sources = sources_of(session, places)?;
    Some(details("", session.words().assess.sources).child(sources))
}

/// Things to do in their order.
pub(in crate::app) fn steps(session: Session, ids: impl IntoIterator<Item = TextId>) -> El {
    items("ol", "steps", ids.into_iter().map(|id| el("span").text(session.text(id))))
}

/// The way to a question, by its title.
pub(in crate::app) fn question_link(session: Session, id: &str, question: &Question) -> El {
    let href = Route::Question(id.to_owned(), question.id.clone()).href();
    link("", &href, session.text(question.title))
}

/// Sources with their dates.
pub(in crate::app) fn source_list<'a>(session: Session, sources: impl Iterator<Item = &'a Source>) -> El {
    let line = |source: &Source| {
        let dates = (session.words().assess.source_dates)(source.date.as_deref(), &source.checked);
        format!("{}{dates}", session.text(source.title))
    };
    let lines: Vec<String> = sources.map(line).collect();
    texts(lines.iter().map(String::as_str))
}
