//! Answers that differ, both in words.

use crate::answers::Sheet;
use crate::app::pages::review::describe;
use crate::app::parts::{question_link, trend};
use crate::app::session::Session;
use crate::app::ui::{El, details, el, p, span};
use crate::compare::{Change, Difference, Pair};
use crate::flow::Visibility;
use crate::model::{ChapterIx, Field, FieldIx};

/// The list, by chapter; each chapter can be folded. Questions lead to the assessment with the id, if there is one.
pub(super) fn differences(
    session: Session,
    names: Pair<&str>,
    sheets: Pair<&Sheet>,
    list: &[Difference],
    id: Option<&str>,
) -> Vec<El> {
    let words = &session.later_words().compare;
    if list.is_empty() {
        return vec![p(words.answers_none).class("notice notice-good")];
    }
    let mut chapters: Vec<(ChapterIx, Vec<El>)> = Vec::new();
    for difference in list {
        let found = session.questionnaire.question_of(difference.field);
        let Some((ix, question)) = found else { continue };
        let Some((chapter, _)) = session.questionnaire.chapter_of(ix) else { continue };
        let Some(field) = session.questionnaire.field(difference.field) else { continue };
        let title = match id {
            Some(id) => question_link(session, id, question),
            None => span("", session.text(question.title)),
        };
        let head =
            el("p").class("difference-head").child(title).text(" ").maybe(verdict(session, difference));
        let side = |name: &str, sheet: &Sheet, asked: Visibility| {
            let value = said(session, field, sheet, difference.field, asked);
            el("div").child(el("dt").text(name)).children(value.iter().map(|line| el("dd").text(line)))
        };
        let view =
            el("li").class("difference").child(head).child(p(session.text(field.ask)).class("hint")).child(
                el("dl")
                    .class("both")
                    .child(side(names.here, sheets.here, difference.asked.here))
                    .child(side(names.there, sheets.there, difference.asked.there)),
            );
        match chapters.last_mut() {
            Some((known, views)) if *known == chapter => views.push(view),
            _ => chapters.push((chapter, vec![view])),
        }
    }
    // So many that nobody reads them all: the chapters first.
    let are_few = list.len() <= 30;
    let fold = |(ix, views): (ChapterIx, Vec<El>)| {
        let chapter = session.questionnaire.chapter(ix)?;
        let title = format!("{} ({})", session.text(chapter.title), views.len());
        let fold = details("differences", &title).child(el("ul").class("plain").children(views));
        Some(if are_few { fold.attr("open", "") } else { fold })
    };
    chapters.into_iter().filter_map(fold).collect()
}

/// Better or worse, where that can be said.
fn verdict(session: Session, difference: &Difference) -> Option<El> {
    match difference.change {
        Change::Answer(of) if difference.gain != 0 => Some(trend(session, of, false)),
        _ => None,
    }
}

/// What one of the two says: answer, words for "other", note.
fn said(session: Session, field: &Field, sheet: &Sheet, ix: FieldIx, asked: Visibility) -> Vec<String> {
    let words = session.later_words();
    if matches!(asked, Visibility::Hidden | Visibility::Aside(_)) {
        return vec![words.compare.not_asked.to_owned()];
    }
    let Some(entry) = sheet.entry(ix) else { return Vec::new() };
    let mut lines = match &entry.answer {
        Some(answer) => describe(session, field, answer),
        None => vec![words.compare.unanswered.to_owned()],
    };
    let other = field.other().is_some_and(|code| entry.answer.as_ref().is_some_and(|it| it.names(code)));
    if other && !entry.other.is_empty() {
        lines.push((words.review.other)(&entry.other));
    }
    if !entry.note.is_empty() {
        lines.push((words.compare.note)(&entry.note));
    }
    lines
}
