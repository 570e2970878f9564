//! The questions of a chapter, of all chapters, or those that were looked for.

use super::crossed::cross;
use super::look::Look;
use super::part;
use super::scale::Scale;
use super::shown::{Part, shown};
use super::tables::{by_answer, by_row, stacks};
use crate::app::browser::dom;
use crate::app::pages::packs::has_result;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h3, p, texts};
use crate::model::{Chapter, ChapterIx, Field, FieldIx, Kind, PackIx, Question, QuestionIx};
use crate::survey::{FEWEST_PERCENT, FieldReport, Subject, Table, Wanted, tenths};

/// So many questions are shown of those that were found: more, and the page would become slow.
pub(super) const MOST: usize = 40;

/// The questions of a chapter in which the words are. What a question uses of others stands where it belongs.
fn questions<'a>(
    session: Session,
    chapter: &Chapter,
    wanted: &'a Wanted,
) -> impl Iterator<Item = &'static Question> + use<'a> {
    let questionnaire = session.questionnaire;
    let all = questionnaire.question_range(chapter).filter_map(|ix| questionnaire.question(QuestionIx(ix)));
    all.filter(|question| !question.fields.is_empty())
        .filter(move |question| wanted.is_empty() || wanted.is_in(said_in(session, question)))
}

/// What a question says: number, title, what is asked, rows.
fn said_in(session: Session, question: &Question) -> Vec<&'static str> {
    let mut said = vec![session.text(question.title)];
    for field in question.fields.clone().filter_map(|ix| session.questionnaire.field(FieldIx(ix))) {
        said.push(session.text(field.ask));
        if let Kind::Matrix { rows, .. } = &field.kind {
            said.extend(rows.iter().map(|row| session.text(row.text)));
        }
    }
    said
}

/// How many questions of a chapter, or of all of a pack, have the words in them.
pub(super) fn count(session: Session, pack: PackIx, of: Option<ChapterIx>, wanted: &Wanted) -> usize {
    let chapters = session.questionnaire.chapters_of(pack).filter(|(ix, _)| of.is_none_or(|of| of == *ix));
    chapters.map(|(_, chapter)| questions(session, chapter, wanted).count()).sum()
}

/// One chapter, and the way to those beside it.
pub(super) fn one(look: &Look<'_>, pack: PackIx, ix: ChapterIx) -> Vec<El> {
    let Some(chapter) = look.session.questionnaire.chapter(ix) else { return Vec::new() };
    let questions: Vec<El> =
        questions(look.session, chapter, &Wanted::default()).map(|question| card(look, question)).collect();
    vec![view(look, ix, chapter, questions), beside(look.session, pack, ix)]
}

/// All of them, for paper.
pub(super) fn all(look: &Look<'_>, pack: PackIx) -> Vec<El> {
    let wanted = Wanted::default();
    let chapters = look.session.questionnaire.chapters_of(pack);
    let view = |(ix, chapter): (ChapterIx, &Chapter)| {
        let cards = questions(look.session, chapter, &wanted).map(|question| card(look, question));
        view(look, ix, chapter, cards.collect())
    };
    chapters.map(view).collect()
}

/// Where the words are, in any chapter.
pub(super) fn found(look: &Look<'_>, pack: PackIx, wanted: &Wanted) -> Vec<El> {
    let mut left = MOST;
    let mut parts = Vec::new();
    for (ix, chapter) in look.session.questionnaire.chapters_of(pack) {
        let found = questions(look.session, chapter, wanted).take(left);
        let cards: Vec<El> = found.map(|question| card(look, question)).collect();
        left -= cards.len();
        if !cards.is_empty() {
            parts.push(view(look, ix, chapter, cards));
        }
    }
    parts
}

fn title(session: Session, chapter: &Chapter) -> String {
    format!("{}. {}", chapter.number, session.text(chapter.title))
}

fn view(look: &Look<'_>, ix: ChapterIx, chapter: &Chapter, cards: Vec<El>) -> El {
    part(&format!("part-{}", chapter.id), &title(look.session, chapter))
        .maybe(points(look, ix))
        .children(cards)
}

/// The points of a chapter, in every group that has enough shops.
fn points(look: &Look<'_>, ix: ChapterIx) -> Option<El> {
    let words = &look.session.later_words().surveyed;
    let score = look.report.score(Subject::Chapter(ix))?;
    let lines = look.groups.iter().filter_map(|group| {
        let scores = score.columns.get(*group)?.as_ref().filter(|scores| scores.n() >= FEWEST_PERCENT)?;
        let (mean, deviation) = (tenths(scores.mean()?), tenths(scores.deviation()?));
        let told = (words.chapter_points)(&mean, &deviation, &scores.n().to_string());
        Some(el("div").child(el("dt").text(&look.group(*group))).child(el("dd").text(&told)))
    });
    let lines: Vec<El> = lines.collect();
    (!lines.is_empty()).then(|| el("dl").class("chapter-points").children(lines))
}

/// Buttons to the parts before and behind.
fn beside(session: Session, pack: PackIx, ix: ChapterIx) -> El {
    let words = &session.later_words().surveyed;
    let questionnaire = session.questionnaire;
    let go = |label: String, part: Part, id: &str| {
        button("button", &label, move |_| {
            shown(session, pack).change(|shown| shown.part = part);
            dom::focus("#shown h2");
        })
        .id(id)
    };
    let mut chapters = questionnaire.chapters_of(pack);
    let before = chapters.clone().take_while(|(other, _)| *other != ix).last();
    let before = match before {
        Some((ix, chapter)) => Some((title(session, chapter), Part::Chapter(ix))),
        None => has_result(pack).then(|| (words.overview.to_owned(), Part::Overview)),
    };
    let behind = chapters.find(|(other, _)| *other > ix);
    let before = before.map(|(title, part)| go((words.previous)(&title), part, "part-before"));
    let behind = behind
        .map(|(ix, chapter)| go((words.next)(&title(session, chapter)), Part::Chapter(ix), "part-next"));
    el("p").class("onward no-print").maybe(before).maybe(behind)
}

fn card(look: &Look<'_>, question: &Question) -> El {
    let session = look.session;
    let title = session.text(question.title);
    let fields = question.fields.clone().map(FieldIx).filter_map(|ix| {
        let of_field = session.questionnaire.field(ix)?;
        let view = el("div").class("survey-field").attr("data-field", &of_field.id);
        // Within the first field: so they stay together on paper.
        let is_first = ix.0 == question.fields.start;
        let heading = is_first.then(|| h3(&format!("{} {title}", question.written_number())));
        let ask = session.text(of_field.ask);
        let view = view.maybe(heading).maybe((ask != title).then(|| p(ask).class("ask")));
        Some(field(look, view, ix, of_field, look.report.field(ix)?))
    });
    el("article").class("survey-question").children(fields).maybe(cross(look, question))
}

fn field(look: &Look<'_>, view: El, ix: FieldIx, field: &Field, report: &FieldReport) -> El {
    let ask = look.session.text(field.ask);
    let Some(first) = report.tables.first() else { return view };
    let told: Vec<String> = look
        .report
        .field_trends(look.session.questionnaire, ix)
        .iter()
        .map(|trend| look.telling.sentence(trend))
        .collect();
    let told = (!told.is_empty()).then(|| texts(told.iter().map(String::as_str)).class("told"));
    let scale = Scale::of_field(look, ix, &field.kind, &report.tables);
    let view = view.child(base(look, field, first)).maybe(told);
    match &field.kind {
        Kind::Matrix { .. } => {
            let row = |table: &Table| table.row.map_or("", |row| look.telling.row(ix, row)).to_owned();
            let lines: Vec<(String, &Table)> =
                report.tables.iter().map(|table| (row(table), table)).collect();
            view.children(by_row(look, ask, &scale, &lines))
        }
        kind => {
            let is_rating = matches!(kind, Kind::Rating { .. });
            let above = if is_rating { stacks(look, &scale, first) } else { None };
            view.maybe(above)
                .child(by_answer(look, ask, &scale, first, !is_rating))
                .maybe(look.remarks(&look.groups, &[first]))
        }
    }
}

/// Who answered, of those who were asked; of a table that is asked as a whole, its first row.
fn base(look: &Look<'_>, field: &Field, table: &Table) -> El {
    let words = &look.session.later_words().surveyed;
    let told = match table.all() {
        None => look.telling.words.kept_back.to_owned(),
        Some(column) => {
            let asked = column.asked.to_string();
            let written = column.counts.first().copied().unwrap_or(0);
            match field.kind {
                Kind::Text => (words.written)(&written.to_string(), &asked),
                _ => (words.base)(&column.base.to_string(), &asked),
            }
        }
    };
    p(&told).class("hint base")
}
