//! The result: range, chapters, viewpoints, strongest and weakest, what to look at again.

use super::guide::{Now, guide};
use super::level::{basis_view, findings_view, gap_view, level_view};
use super::moves::moves_view;
use super::packs::{has_result, pack_switch};
use super::report::files;
use super::sharing::sharing;
use super::standing::standing;
use crate::advise::{Judgement, basis};
use crate::answers::{Document, Sheet};
use crate::app::browser::{clock, dom};
use crate::app::parts::{chapter_radar, question_link, range_text, score_range, view_bars};
use crate::app::reactive::GetUntracked;
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h1, h2, items, link, p, span};
use crate::flow::Flow;
use crate::model::{Kind, PackIx};
use crate::route::Route;
use crate::score::{ChapterScore, Report, Weakness};

/// The result of a pack; of the one the level stands on, when none is named.
pub(super) fn result_page(session: Session, id: &str, pack: Option<PackIx>) -> Vec<El> {
    session.shelf.with_document(id, |document| page(session, id, pack, document)).unwrap_or_default()
}

fn page(session: Session, id: &str, pack: Option<PackIx>, document: &Document) -> Vec<El> {
    let words = &session.later_words().result;
    let mut page = vec![h1(words.title), named(session, document)];
    if document.sheet.is_empty() {
        let start = link(
            "button button-main",
            &Route::Packs(id.to_owned()).href(),
            session.words().assess.start_here,
        );
        page.extend([p(words.nothing_yet), el("p").child(start)]);
        return page;
    }
    let flow = session.flow.get_untracked();
    let pack = pack.unwrap_or_else(|| basis(session.questionnaire, &document.sheet, &flow));
    page.push(pack_switch(session, pack, has_result, |name| Route::Result(id.to_owned(), name)));
    page.extend(result_view(session, pack, &document.sheet, &flow, Some(id)));
    page.push(
        el("p")
            .class("no-print")
            .child(button("button", words.print, |_| dom::print()).id("print"))
            .text(" ")
            .child(link(
                "button",
                &Route::Compare(id.to_owned(), None).href(),
                session.later_words().compare.link,
            )),
    );
    page.push(sharing(session, id));
    page.push(files(session, id, pack));
    page
}

/// Which assessment, and as of when.
pub(super) fn named(session: Session, document: &Document) -> El {
    let date = clock::date(&document.changed, session.language());
    let as_of = (session.later_words().result.as_of)(&date);
    p(&format!("{} ", document.name)).class("lead").child(span("hint", &as_of))
}

/// Everything a sheet tells; the same for an own assessment and for one that came as a link.
pub(super) fn result_view(
    session: Session,
    pack: PackIx,
    sheet: &Sheet,
    flow: &Flow,
    id: Option<&str>,
) -> Vec<El> {
    let questionnaire = session.questionnaire;
    let report = Report::new(questionnaire, pack, sheet, flow);
    let Some(guide) = guide(session) else {
        return report_view(session, &report, id, None);
    };
    let judgement = Judgement::new(questionnaire, guide, sheet, flow);
    let now = Now { session, guide, sheet, flow, judgement: &judgement, report: &report, id };
    let mut parts = vec![level_view(&now), moves_view(&now)];
    parts.extend(basis_view(&now));
    // Only an own result: who looks at that of somebody else would load files of their own into it.
    let others = id.map(|_| standing(&now));
    parts.extend(report_view(session, &report, id, others));
    parts.extend(findings_view(&now));
    parts.extend(gap_view(&now));
    parts
}

/// The points of a pack, and how they stand against others.
fn report_view(session: Session, report: &Report, id: Option<&str>, others: Option<El>) -> Vec<El> {
    let words = &session.later_words().result;
    let mut ranked = report.ranked();
    // Three at most, and never the same chapter at both ends.
    let count = (ranked.len() / 2).min(3);
    let strongest: Vec<ChapterScore> = ranked.iter().take(count.max(1)).copied().collect();
    ranked.reverse();
    ranked.truncate(count);
    let mut parts = vec![
        section("score-title", words.score)
            .child(score_range(session, report.total))
            .child(details("how", words.how).child(p(words.how_text))),
        section("chapters-title", words.by_chapter)
            .child(p(words.by_chapter_text))
            .child(chapter_radar(session, &report.chapters)),
    ];
    parts.extend(others);
    parts.extend([
        section("views-title", words.by_view).child(p(words.by_view_text)).child(view_bars(session, report)),
        el("div")
            .class("two")
            .child(section("strongest", words.strongest).child(ranking(session, &strongest)))
            .child(section("weakest", words.weakest).child(ranking(session, &ranked))),
        section("weaknesses-title", words.weaknesses).children(weaknesses(session, &report.weaknesses, id)),
    ]);
    parts
}

pub(super) fn section(id: &str, title: &str) -> El {
    el("section").attr("aria-labelledby", id).child(h2(title).id(id))
}

fn ranking(session: Session, chapters: &[ChapterScore]) -> El {
    if chapters.is_empty() {
        return p(session.later_words().result.ranked_empty);
    }
    let lines = chapters.iter().filter_map(|score| {
        let chapter = session.questionnaire.chapter(score.chapter)?;
        let range = range_text(score.tally.lowest()?, score.tally.highest()?);
        let points = (session.later_words().result.points)(&range);
        Some(el("span").text(session.text(chapter.title)).text(" ").child(span("number", &points)))
    });
    items("ol", "", lines)
}

fn weaknesses(session: Session, weaknesses: &[Weakness], id: Option<&str>) -> Vec<El> {
    let words = &session.later_words().result;
    if weaknesses.is_empty() {
        return vec![p(words.weaknesses_none)];
    }
    let list = weaknesses.iter().filter_map(|weakness| weakness_view(session, *weakness, id));
    // Where there is nothing to follow, nothing is said about following.
    let follow = id.map(|_| p(words.weaknesses_follow).class("no-print"));
    let mut parts = vec![p(words.weaknesses_text)];
    parts.extend(follow);
    parts.push(items("ol", "weaknesses", list));
    parts
}

fn weakness_view(session: Session, weakness: Weakness, id: Option<&str>) -> Option<El> {
    let field = session.questionnaire.field(weakness.field)?;
    let (_, question) = session.questionnaire.question_of(weakness.field)?;
    let heading = match id {
        Some(id) => question_link(session, id, question),
        None => span("", session.text(question.title)),
    };
    let step = (session.later_words().result.step)(&weakness.step.letter().to_string());
    let class = if weakness.earned == 0 { "step step-worst" } else { "step step-low" };
    let Kind::Rating { steps, .. } = &field.kind else { return None };
    let text = session.text(*steps.get(usize::from(weakness.step.place()))?);
    let head = el("p").class("weakness-head").child(span(class, &step)).text(" ").child(heading);
    Some(el("div").child(head).child(p(text).class("weakness-text")))
}
