//! All answers on one page, each with the way back to its question.

use super::packs::{has_result, name, pack_switch};
use crate::advise::basis;
use crate::answers::{Answer, Entry, Sheet};
use crate::app::parts::input;
use crate::app::reactive::{Get, GetUntracked, RwSignal, Update, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, el, h1, h2, h3, link, p, span};
use crate::flow::Flow;
use crate::model::{Choice, Code, Field, Kind, Offer, PackIx, Question, QuestionIx};
use crate::route::Route;

/// All answers of a pack; of the one the level stands on, when none is named.
pub(super) fn review(session: Session, id: &str, pack: Option<PackIx>) -> Vec<El> {
    let flow = session.flow.get_untracked();
    let known = session.with_sheet(|sheet| basis(session.questionnaire, sheet, &flow));
    let Some(pack) = pack.or(known) else { return Vec::new() };
    let words = &session.later_words().review;
    let only_open = RwSignal::new(false);
    let filter = el("label")
        .class("card no-print")
        .child(
            input("checkbox", "only-open", "only-open", "yes")
                .on("change", move |_| only_open.update(|on| *on = !*on)),
        )
        .child(span("card-text", words.only_open));
    let result = has_result(pack).then(|| {
        let href = Route::Result(id.to_owned(), name(session, pack)).href();
        let link = link("button button-main", &href, session.words().assess.to_result);
        el("p").class("actions no-print").child(link)
    });
    let switch = pack_switch(session, pack, |_| true, |name| Route::Review(id.to_owned(), name));
    let id = id.to_owned();
    let list = move || {
        let only_open = only_open.get();
        untrack(|| {
            let flow = session.flow.get();
            let list = session.with_sheet(|sheet| answers(session, pack, sheet, &flow, Some(&id), only_open));
            list.unwrap_or_default()
        })
    };
    let mut page = vec![h1(words.title), p(words.lead).class("lead"), switch, filter, el("div").live(list)];
    page.extend(result);
    page
}

/// The answers of a sheet to a pack, by chapter. Without an id nothing can be changed.
pub(super) fn answers(
    session: Session,
    pack: PackIx,
    sheet: &Sheet,
    flow: &Flow,
    id: Option<&str>,
    only_open: bool,
) -> Vec<El> {
    let questionnaire = session.questionnaire;
    let words = &session.later_words().review;
    let mut hidden: u16 = 0;
    let mut list = Vec::new();
    for (_, chapter) in questionnaire.chapters_of(pack) {
        let mut questions = Vec::new();
        for ix in questionnaire.question_range(chapter) {
            let Some(question) = questionnaire.question(QuestionIx(ix)) else { continue };
            if !flow.asks_question(questionnaire, question) {
                hidden += 1;
            } else if !only_open || !flow.question(questionnaire, sheet, question).is_complete() {
                let fields = questionnaire.fields_of(question).filter(|(ix, _)| flow.asks(*ix));
                let fields = fields.fold(el("dl"), |list, (ix, field)| {
                    list.children(answer(session, field, sheet.entry(ix)))
                });
                questions.push(question_view(session, question, fields, id));
            }
        }
        if !questions.is_empty() {
            let number = (session.words().assess.chapter)(u16::from(chapter.number));
            let title = format!("{number} {}", session.text(chapter.title));
            list.push(el("section").class("answers").child(h2(&title)).children(questions));
        }
    }
    if list.is_empty() {
        list.push(p(words.nothing_open).class("notice notice-good"));
    }
    if hidden > 0 {
        list.push(p(&(words.hidden)(hidden)).class("hint"));
    }
    list
}

fn question_view(session: Session, question: &Question, fields: El, id: Option<&str>) -> El {
    let words = &session.later_words().review;
    let title = session.text(question.title);
    let number = question.written_number();
    let change = id.map(|id| {
        let href = Route::Question(id.to_owned(), question.id.clone()).href();
        link("change no-print", &href, words.change).attr("aria-label", &(words.change_for)(title))
    });
    let head = el("div").class("answered-head").child(h3(&format!("{number} {title}"))).maybe(change);
    el("div").class("answered").child(head).child(fields)
}

/// A field and its answer, as parts of a description list.
pub(super) fn answer(session: Session, field: &Field, entry: Option<&Entry>) -> Vec<El> {
    let words = &session.later_words().review;
    let mut lines = vec![el("dt").text(session.text(field.ask))];
    let note = entry.filter(|entry| !entry.note.is_empty());
    let note = note.map(|entry| el("dd").text(&(session.later_words().compare.note)(&entry.note)));
    match entry.and_then(|entry| entry.answer.as_ref().map(|answer| (answer, &entry.other))) {
        None => lines.push(el("dd").class("unanswered").text(words.unanswered)),
        Some((answer, other)) => {
            lines.extend(describe(session, field, answer).iter().map(|line| el("dd").text(line)));
            if !other.is_empty() && field.other().is_some_and(|code| answer.names(code)) {
                lines.push(el("dd").text(&(words.other)(other)));
            }
        }
    }
    lines.extend(note);
    lines
}

/// An answer in words, a line each.
pub(super) fn describe(session: Session, field: &Field, answer: &Answer) -> Vec<String> {
    let words = &session.words().answer;
    let special = |offer: Offer, shared: &'static str| match offer {
        Offer::Own(text) => session.text(text),
        Offer::No | Offer::Shared => shared,
    };
    let find = |choices: &[Choice], code: Code| {
        choices
            .iter()
            .find(|choice| choice.code == code)
            .map(|choice| session.text(choice.text))
            .unwrap_or_default()
    };
    match (answer, &field.kind) {
        (Answer::NotApplicable, _) => vec![special(field.na, words.na).to_owned()],
        (Answer::Unknown, _) => vec![special(field.dk, words.dk).to_owned()],
        (Answer::One(code), Kind::Rating { steps, .. }) => {
            let text =
                steps.get(usize::from(code.place())).map(|text| session.text(*text)).unwrap_or_default();
            vec![format!("{} {text}", code.letter())]
        }
        (Answer::One(code), Kind::Single { options, .. }) => vec![find(options, *code).to_owned()],
        (Answer::Many(codes), Kind::Multi { options, .. }) => {
            let ticked = options.iter().filter(|choice| codes.contains(choice.code));
            ticked.map(|choice| session.text(choice.text).to_owned()).collect()
        }
        (Answer::Rows(known), Kind::Matrix { rows, levels, .. }) => rows
            .iter()
            .filter_map(|row| {
                Some(format!("{}: {}", session.text(row.text), find(levels, known.get(row.code)?)))
            })
            .collect(),
        (Answer::Text(text), _) => vec![text.clone()],
        _ => Vec::new(),
    }
}
