//! The chapters of an assessment with their progress, and every question in them.

use crate::answers::Sheet;
use crate::app::parts::progress_bar;
use crate::app::reactive::GetUntracked;
use crate::app::session::Session;
use crate::app::ui::{El, details, el, h1, h3, items, link, p, span};
use crate::flow::{Flow, Progress};
use crate::model::{Chapter, ChapterIx, PackIx, Question};
use crate::route::Route;

/// An assessment as it is now. Nothing on this page changes it.
struct Now<'a> {
    session: Session,
    id: &'a str,
    pack: PackIx,
    flow: &'a Flow,
    sheet: &'a Sheet,
}

/// The name of a pack.
pub(super) fn title(session: Session, pack: PackIx) -> &'static str {
    session.questionnaire.pack(pack).map_or("", |pack| session.text(pack.title))
}

pub(super) fn chapters(session: Session, id: &str, pack: PackIx) -> Vec<El> {
    let flow = session.flow.get_untracked();
    let page = session.with_sheet(|sheet| page(&Now { session, id, pack, flow: &flow, sheet }));
    page.unwrap_or_default()
}

fn page(now: &Now<'_>) -> Vec<El> {
    let Now { session, id, pack, flow, sheet } = *now;
    let questionnaire = session.questionnaire;
    let words = &session.words().assess;
    let total = flow.total(questionnaire, sheet, pack);
    let next = flow.next_open(questionnaire, sheet, pack, None).and_then(|ix| questionnaire.question(ix));
    let next = next.map(|question| {
        let label = if total.answered == 0 { words.start_here } else { words.continue_here };
        link("button button-main", &Route::Question(id.to_owned(), question.id.clone()).href(), label)
    });
    let name = super::packs::name(session, pack);
    let review = link("button", &Route::Review(id.to_owned(), name.clone()).href(), words.to_review);
    let result = super::packs::has_result(pack)
        .then(|| link("button", &Route::Result(id.to_owned(), name).href(), words.to_result));
    let actions = el("p").class("actions").maybe(next).child(review).maybe(result);
    let about = questionnaire.pack(pack).map_or("", |pack| session.text(pack.text));
    let mut page = vec![
        h1(title(session, pack)),
        p(about).class("lead"),
        p(words.chapters_lead),
        progress_bar(session, total, words.whole_progress),
    ];
    if total.is_complete() {
        page.push(p(words.all_answered).class("notice notice-good"));
    }
    let list = questionnaire.chapters_of(pack).map(|(ix, chapter)| chapter_view(now, ix, chapter));
    page.extend([actions, items("ol", "chapters", list)]);
    page
}

fn chapter_view(now: &Now<'_>, ix: ChapterIx, chapter: &Chapter) -> El {
    let Now { session, flow, sheet, .. } = *now;
    let questionnaire = session.questionnaire;
    let words = &session.words().assess;
    let heading = el("h2")
        .child(span("chapter-number", &(words.chapter)(u16::from(chapter.number))))
        .text(" ")
        .text(session.text(chapter.title));
    let sections = questionnaire.sections_of(chapter).flat_map(|section| {
        let questions = questionnaire.questions_of(section).map(|(_, question)| line(now, question));
        [h3(session.text(section.title)), items("ol", "questions", questions)]
    });
    // Nobody else knows what kind of shop it is.
    let ask = (now.pack.0 > 0).then(|| {
        let route = Route::Ask(now.id.to_owned(), Some(chapter.id.clone()));
        p("").child(link("quiet", &route.href(), session.later_words().ask.chapter_link))
    });
    el("article")
        .class("chapter")
        .child(heading)
        .child(p(session.text(chapter.intro)))
        .child(progress_bar(session, flow.chapter(questionnaire, sheet, ix), words.chapter_progress))
        .child(details("", words.questions).children(sections).maybe(ask))
}

/// One question with its state.
fn line(now: &Now<'_>, question: &Question) -> El {
    let Now { session, id, .. } = *now;
    let number = question.written_number();
    let label = format!("{number} {}", session.text(question.title));
    let href = Route::Question(id.to_owned(), question.id.clone()).href();
    let (class, sign, text) = state(now, question);
    let state =
        el("span").class(class).child(span("", sign).attr("aria-hidden", "true")).text(" ").text(text);
    el("span").class("line").child(link("", &href, &label)).text(" ").child(state)
}

/// Answered, partly, not yet, or not asked: class, sign and words.
fn state(now: &Now<'_>, question: &Question) -> (&'static str, &'static str, &'static str) {
    let Now { session, flow, sheet, .. } = *now;
    let words = session.words();
    if flow.aside(session.questionnaire, question).is_some() {
        return ("state state-off", "–", words.assess.set_aside);
    }
    if !flow.asks_question(session.questionnaire, question) {
        return ("state state-off", "–", words.assess.not_asked);
    }
    match flow.question(session.questionnaire, sheet, question) {
        Progress { asked: 0, .. } => ("state state-off", "–", words.answer.optional),
        progress if progress.is_complete() => ("state state-done", "✓", words.assess.answered),
        Progress { answered: 0, .. } => ("state state-open", "○", words.assess.open),
        Progress { .. } => ("state state-part", "◐", words.assess.partly),
    }
}
