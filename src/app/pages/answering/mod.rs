//! Answering somebody else's questions: only those, on one page, with a comment beside each.

mod finish;

use super::received::message;
use super::status;
use crate::answers::Document;
use crate::app::browser::clock;
use crate::app::parts::{handed_field, live_progress_bar, note_box_with, question_help};
use crate::app::reactive::{Memo, With, WithUntracked, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, details, el, h1, h2, h3, p, text_of};
use crate::asking::{progress, shown};
use crate::link::{self, Content, NAME, Request};
use crate::model::{Field, FieldIx, Question, QuestionIx};
use send_wrapper::SendWrapper;
use std::rc::Rc;

/// All that the parts need.
#[derive(Clone)]
struct Answering {
    session: Session,
    id: String,
    request: Rc<Request>,
    /// The fields to be shown now.
    shown: Memo<Vec<FieldIx>>,
}

pub(super) fn answer_page(session: Session, id: &str) -> Vec<El> {
    let words = &session.later_words().answer_ask;
    let reply = untrack(|| session.with_document(Document::reply_to)).flatten();
    let Some(reply) = reply else { return status::unknown(session) };
    let Ok(Content::Request(request)) = link::open(session.questionnaire, &reply.link) else {
        return vec![h1(words.title), p(words.unreadable).class("notice notice-error")];
    };
    let request = Rc::new(request);
    let state = SendWrapper::new((session, Rc::clone(&request)));
    let shown = Memo::new(move |_| {
        let (session, request) = &*state;
        let fields = |sheet: &_| shown(session.questionnaire, sheet, &request.fields);
        session.with_sheet(fields).unwrap_or_default()
    });
    let answering = Answering { session, id: id.to_owned(), request, shown };
    let mut page = vec![h1(words.title), answering.origin(), p(words.lead), answering.by()];
    let counted = move || {
        let count = |fields: &Vec<FieldIx>| {
            session.with_sheet(|sheet| progress(session.questionnaire, sheet, fields)).unwrap_or_default()
        };
        shown.with(count)
    };
    page.push(live_progress_bar(session, words.progress, counted));
    page.extend(answering.chapters());
    page.push(finish::finish(&answering, counted));
    page
}

impl Answering {
    /// Who asks, and what they say.
    fn origin(&self) -> El {
        let Self { session, request, .. } = self;
        let words = &session.later_words().answer_ask;
        let from = &request.head.name;
        let from = if from.is_empty() { words.from_somebody.to_owned() } else { (words.from)(from) };
        let date = request.head.date().map(|date| clock::date(&date.to_string(), session.language()));
        let date = date.map(|date| p(&(words.on)(&date)).class("hint"));
        let unknown = u16::try_from(request.unknown).unwrap_or(u16::MAX);
        let unknown = (unknown > 0).then(|| p(&(words.unknown)(unknown)).class("notice notice-warning"));
        let text = message(*session, &request.message);
        el("div")
            .child(p(&from))
            .maybe(date)
            .maybe(text.map(|text| details("", words.message).child(text)))
            .maybe(unknown)
    }

    fn by(&self) -> El {
        let session = self.session;
        let words = &session.later_words().answer_ask;
        let read = move || {
            let reply = session.with_document(Document::reply_to).flatten();
            reply.map(|reply| reply.by).unwrap_or_default()
        };
        let input = el("input")
            .attr("type", "text")
            .id("answer-by")
            .attr("maxlength", &(NAME / 3).to_string())
            .attr("aria-describedby", "answer-by-hint")
            .value(read)
            .on("input", move |event| {
                session.edit_document(|document| {
                    document.change_reply_to(clock::millis(), |reply| reply.by = text_of(&event));
                });
            });
        el("div")
            .class("line-field")
            .child(el("label").attr("for", "answer-by").text(words.by))
            .child(p(words.by_hint).class("hint").id("answer-by-hint"))
            .child(input)
    }

    /// The questions by chapter, each at the page it belongs to.
    fn chapters(&self) -> Vec<El> {
        let questionnaire = self.session.questionnaire;
        let asked = &self.request.fields;
        let mut parts = Vec::new();
        for (ix, chapter) in questionnaire.chapters() {
            let questions = questionnaire.question_range(chapter).filter_map(|place| {
                let question = questionnaire.question(QuestionIx(place))?;
                let own = question.fields.clone().map(FieldIx).filter(|ix| asked.contains(ix));
                let own = own.filter_map(|ix| Some((ix, questionnaire.field(ix)?)));
                let own: Vec<(FieldIx, &'static Field)> = own.collect();
                (!own.is_empty()).then(|| self.question(question, own))
            });
            let questions: Vec<El> = questions.collect();
            if !questions.is_empty() {
                let title = h2(self.session.text(chapter.title)).id(&format!("chapter-{}", ix.0));
                parts.push(el("section").class("handed").child(title).children(questions));
            }
        }
        parts
    }

    fn question(&self, question: &'static Question, fields: Vec<(FieldIx, &'static Field)>) -> El {
        let Self { session, shown, .. } = *self;
        let words = &session.later_words().answer_ask;
        let places: Vec<FieldIx> = fields.iter().map(|(ix, _)| *ix).collect();
        let any = move || shown.with(|shown| places.iter().any(|ix| shown.contains(ix)));
        el("div").class("handed-place").when(any, move || {
            let inputs = fields.iter().map(|(ix, field)| {
                let ix = *ix;
                let is_shown = move || shown.with(|shown| shown.contains(&ix));
                handed_field(session, ix, field, words.texts_go, is_shown)
            });
            el("article")
                .class("question")
                .child(h3(session.text(question.title)))
                .maybe(question.lead.map(|lead| p(session.text(lead))))
                .children(inputs)
                .maybe(note_box_with(session, &fields, words.comment, words.comment_hint))
                .maybe(question_help(session, question, &format!("help-{}", question.id)))
        })
    }

    /// The fields shown now, without following them.
    fn shown_now(&self) -> Vec<FieldIx> {
        self.shown.with_untracked(Clone::clone)
    }
}
