//! A result as files to take along: a backup, the answers as a table, a report.

use super::data::{file_name, save_one};
use super::guide::{Now, guide};
use super::moves::effort;
use super::result::section;
use super::review::describe;
use crate::advise::{GateState, Judgement, moves, platform};
use crate::answers::{Answer, Document, Entry};
use crate::app::browser::{clock, download};
use crate::app::parts::range_text;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, p};
use crate::export::{AnswerLine, Block, answers_csv, report};
use crate::flow::{Flow, Visibility};
use crate::model::{Chapter, Field, FieldIx, PackIx, Question, QuestionIx};
use crate::score::Report;

/// A button for each kind of file. What is written is what is there when the button is pressed.
pub(super) fn files(session: Session, id: &str, pack: PackIx) -> El {
    let words = &session.later_words().data.report;
    let backup = id.to_owned();
    let backup = button("button", words.backup, move |_| save_one(session, &backup));
    let of = id.to_owned();
    let csv = button("button", words.csv, move |_| {
        let text = session.shelf.with_document(&of, |document| answers_table(session, document));
        save(session, words.file_answers, "text/csv;charset=utf-8", "csv", text);
    });
    let of = id.to_owned();
    let markdown = button("button", words.markdown, move |_| {
        let text = session.shelf.with_document(&of, |document| report_text(session, document, pack));
        save(session, words.file_report, "text/markdown;charset=utf-8", "md", text.flatten());
    });
    let buttons = [backup.id("save-backup"), csv.id("save-answers"), markdown.id("save-report")];
    section("files-title", words.title)
        .attr("class", "no-print")
        .child(p(words.text))
        .child(el("div").class("actions").children(buttons))
}

fn save(session: Session, what: &str, kind: &str, extension: &str, text: Option<String>) {
    if let Some(text) = text {
        download::save(&file_name(session, what, extension), kind, &text);
    }
}

/// The answers to all fields that are asked, or have an answer although they are not.
fn answers_table(session: Session, document: &Document) -> String {
    let questionnaire = session.questionnaire;
    let words = &session.later_words().data.report;
    let flow = Flow::new(questionnaire, &document.sheet);
    let mut rows = Vec::new();
    for (pack, in_pack) in questionnaire.packs() {
        for (_, chapter) in questionnaire.chapters_of(pack) {
            let title = chapter_title(session, chapter);
            for question in questions(session, chapter) {
                for ix in question.fields.clone().map(FieldIx) {
                    let row = Row::new(session, document, &flow, ix, question);
                    rows.extend(row.map(|row| (session.text(in_pack.title), title.clone(), row)));
                }
            }
        }
    }
    let lines: Vec<AnswerLine<'_>> = rows
        .iter()
        .map(|(pack, chapter, row)| AnswerLine {
            pack,
            chapter,
            number: &row.number,
            question: session.text(row.question.title),
            ask: session.text(row.field.ask),
            code: &row.code,
            answer: &row.answer,
            other: row.other,
            note: &row.entry.note,
            when: &row.when,
            standing: row.standing,
            id: &row.field.id,
        })
        .collect();
    let [pack, chapter, number, question, ask, code, answer, other, note, when, standing] = words.columns;
    let headings = AnswerLine {
        pack,
        chapter,
        number,
        question,
        ask,
        code,
        answer,
        other,
        note,
        when,
        standing,
        id: "id",
    };
    answers_csv(&headings, &lines)
}

/// A field with its answer, in words.
struct Row<'a> {
    question: &'a Question,
    field: &'a Field,
    entry: &'a Entry,
    number: String,
    code: String,
    answer: String,
    other: &'a str,
    when: String,
    standing: &'static str,
}

impl<'a> Row<'a> {
    /// `None` for a field that is neither asked nor answered.
    fn new(
        session: Session,
        document: &'a Document,
        flow: &Flow,
        ix: FieldIx,
        question: &'a Question,
    ) -> Option<Self> {
        let field = session.questionnaire.field(ix)?;
        let entry = document.sheet.entry(ix)?;
        let words = &session.words().assess;
        let standing = match flow.field(ix) {
            Visibility::Asked => "",
            _ if entry.is_empty() => return None,
            Visibility::Hidden => words.not_asked,
            Visibility::Aside(_) => words.set_aside,
            Visibility::Waiting => session.later_words().data.report.waiting,
        };
        let answer = entry.answer.as_ref();
        let other = field.other().is_some_and(|code| answer.is_some_and(|answer| answer.names(code)));
        Some(Self {
            question,
            field,
            entry,
            number: question.written_number(),
            code: answer.map(Answer::short).unwrap_or_default(),
            answer: answer.map(|answer| describe(session, field, answer).join("\n")).unwrap_or_default(),
            other: if other { &entry.other } else { "" },
            when: clock::day_of(entry.at),
            standing,
        })
    }
}

fn questions(session: Session, chapter: &Chapter) -> impl Iterator<Item = &'static Question> {
    session
        .questionnaire
        .question_range(chapter)
        .filter_map(move |ix| session.questionnaire.question(QuestionIx(ix)))
}

fn chapter_title(session: Session, chapter: &Chapter) -> String {
    let number = (session.words().assess.chapter)(u16::from(chapter.number));
    format!("{number} {}", session.text(chapter.title))
}

/// The result of a pack and all answers, as Markdown; `None` while the guide has not arrived.
fn report_text(session: Session, document: &Document, pack: PackIx) -> Option<String> {
    let questionnaire = session.questionnaire;
    let (guide, sheet) = (guide(session)?, &document.sheet);
    let flow = Flow::new(questionnaire, sheet);
    let judgement = Judgement::new(questionnaire, guide, sheet, &flow);
    let found = Report::new(questionnaire, pack, sheet, &flow);
    let now = Now { session, guide, sheet, flow: &flow, judgement: &judgement, report: &found, id: None };
    let mut blocks = vec![Block::Heading(1, (session.later_words().data.report.heading)(&document.name))];
    blocks.extend(summary(&now, &document.changed));
    blocks.extend(chapters(&now));
    blocks.extend(dangers(&now));
    blocks.extend(next_moves(&now));
    blocks.extend(answers(session, document, &flow));
    Some(report(&blocks))
}

/// What it is about, level and points.
fn summary(now: &Now<'_>, changed: &str) -> Vec<Block> {
    let Now { session, guide, sheet, flow, judgement, report, .. } = *now;
    let words = session.later_words();
    let pair = |label: &str, value: &str| Block::Pair(label.to_owned(), value.to_owned());
    let [checkup, ..] = words.data.report.columns;
    let title = session.questionnaire.pack(report.pack).map_or("", |pack| session.text(pack.title));
    let named = |level: u8| {
        let known = guide.levels.get(usize::from(level.saturating_sub(1)));
        format!("{level} {}", known.map_or("", |level| session.text(level.title)))
    };
    let level = match judgement.level(guide, report.total) {
        None => words.level.none.to_owned(),
        Some((worst, best)) if worst == best => named(worst),
        Some((worst, best)) => format!("{} – {}", named(worst), named(best)),
    };
    let points = report.range().map(|(low, high)| (words.result.points)(&range_text(low, high)));
    let progress = flow.total(session.questionnaire, sheet, report.pack);
    let unknown = flow.unknown(session.questionnaire, sheet, report.pack);
    let size = judgement.size.and_then(|size| words.level.sizes.get(size as usize));
    let mut blocks = vec![
        pair(checkup, title),
        pair(words.data.report.date, &clock::date(changed, session.language())),
        pair(words.level.label, &level),
    ];
    blocks.extend(size.map(|size| pair(words.data.report.size, size)));
    blocks.extend(judgement.desired.map(|desired| pair(words.data.report.desired, &named(desired))));
    blocks.extend(points.map(|points| pair(words.result.score, &points)));
    let known = (words.level.known)(progress.answered, progress.asked, unknown);
    blocks.push(pair(words.data.report.answered, &known));
    blocks
}

/// The points of every chapter.
fn chapters(now: &Now<'_>) -> Vec<Block> {
    let words = &now.session.later_words().result;
    let mut rows = vec![[words.chapter, words.score, words.open].map(str::to_owned).to_vec()];
    for score in &now.report.chapters {
        let Some(chapter) = now.session.questionnaire.chapter(score.chapter) else { continue };
        let range = score.tally.lowest().zip(score.tally.highest());
        let points =
            range.map_or_else(|| words.not_applicable.to_owned(), |(low, high)| range_text(low, high));
        let open = (words.open_questions)(score.tally.open_ratings);
        rows.push(vec![chapter_title(now.session, chapter), points, open]);
    }
    vec![Block::Heading(2, words.by_chapter.to_owned()), Block::Table(rows)]
}

/// Gates that are shut or not known, and findings.
fn dangers(now: &Now<'_>) -> Vec<Block> {
    let Now { session, guide, judgement, .. } = *now;
    let words = &session.later_words().level;
    let gates = |state| -> Vec<(&str, &str)> {
        let gates = judgement.gates_that_are(state).filter_map(|place| guide.gates.get(usize::from(place)));
        gates.map(|gate| (session.text(gate.title), session.text(gate.text))).collect()
    };
    let findings = judgement.findings.iter().filter_map(|place| guide.findings.get(usize::from(*place)));
    let findings =
        findings.map(|finding| (session.text(finding.title), session.text(finding.text))).collect();
    let mut blocks = Vec::new();
    for (title, list) in [
        (words.shut, gates(GateState::Shut)),
        (words.unknown, gates(GateState::Unknown)),
        (words.findings, findings),
    ] {
        if !list.is_empty() {
            blocks.push(Block::Heading(2, title.to_owned()));
        }
        for (title, text) in list {
            blocks.extend([Block::Item(title.to_owned()), Block::Under(String::new(), text.to_owned())]);
        }
    }
    blocks
}

/// What to do, the most worthwhile first.
fn next_moves(now: &Now<'_>) -> Vec<Block> {
    let Now { session, guide, sheet, flow, judgement, .. } = *now;
    let words = &session.later_words().plan;
    let moves = moves(session.questionnaire, guide, sheet, flow, judgement);
    let platform = platform(session.questionnaire, sheet);
    let mut blocks = vec![Block::Heading(2, words.title.to_owned())];
    if moves.is_empty() {
        blocks.push(Block::Text(words.nothing.to_owned()));
    }
    for found in moves {
        let Some(advice) = guide.advice.get(usize::from(found.advice)) else { continue };
        blocks.push(Block::Item(session.text(advice.title).to_owned()));
        blocks.push(Block::Under(String::new(), effort(session, advice, platform)));
    }
    blocks
}

/// What is asked and answered, pack by pack; packs without an answer are left out.
fn answers(session: Session, document: &Document, flow: &Flow) -> Vec<Block> {
    let words = session.later_words();
    let mut blocks = Vec::new();
    for (pack, in_pack) in session.questionnaire.packs() {
        let mut of_pack = Vec::new();
        for (_, chapter) in session.questionnaire.chapters_of(pack) {
            let mut of_chapter = Vec::new();
            for question in questions(session, chapter) {
                let rows = question.fields.clone().filter_map(|ix| {
                    let row = Row::new(session, document, flow, FieldIx(ix), question)?;
                    (row.standing.is_empty() && !row.entry.is_empty()).then_some(row)
                });
                of_chapter.extend(rows.flat_map(|row| answer_blocks(session, &row)));
            }
            if !of_chapter.is_empty() {
                of_pack.push(Block::Heading(3, chapter_title(session, chapter)));
                of_pack.append(&mut of_chapter);
            }
        }
        if !of_pack.is_empty() {
            let title = format!("{}: {}", words.data.report.answered, session.text(in_pack.title));
            blocks.push(Block::Heading(2, title));
            blocks.append(&mut of_pack);
        }
    }
    blocks
}

fn answer_blocks(session: Session, row: &Row<'_>) -> Vec<Block> {
    let words = session.later_words();
    let under = |label: &str, text: &str| Block::Under(label.to_owned(), text.to_owned());
    let answer = if row.answer.is_empty() { words.review.unanswered } else { &row.answer };
    let mut blocks =
        vec![Block::Item(format!("{} {}", row.number, session.text(row.field.ask))), under("", answer)];
    if !row.other.is_empty() {
        blocks.push(under("", &(words.review.other)(row.other)));
    }
    blocks.push(under(words.data.report.note, &row.entry.note));
    blocks
}
