//! One question a page: its fields, its help, and the way on.

use crate::answers::{Answer, Completeness};
use crate::app::browser::{address, dom};
use crate::app::parts::{
    error_summary, field_view, list, live_progress_bar, note_box, press_letter, question_help, row_id,
};
use crate::app::reactive::{Get, GetUntracked, RwSignal, Set, With, WithUntracked};
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, items, link, p, span, submit};
use crate::model::{Chapter, Field, FieldIx, Kind, Pack, PackIx, Question, QuestionIx, Section, TextId};
use crate::route::Route;
use wasm_bindgen::JsCast;
use web_sys::{Element, Event, KeyboardEvent};

/// A question on its page.
#[derive(Clone)]
struct Page {
    session: Session,
    /// The assessment.
    id: String,
    ix: QuestionIx,
    question: &'static Question,
    pack_ix: PackIx,
    pack: &'static Pack,
    chapter: &'static Chapter,
    section: &'static Section,
    fields: Vec<(FieldIx, &'static Field)>,
    /// Set when "next" was pressed although rows of a matrix are missing; the second press goes on.
    warned: RwSignal<bool>,
}

pub(super) fn question_page(session: Session, id: &str, ix: QuestionIx) -> Vec<El> {
    let questionnaire = session.questionnaire;
    let (Some(question), Some((pack_ix, pack)), Some((chapter_ix, chapter)), Some(section)) = (
        questionnaire.question(ix),
        questionnaire.pack_of(ix),
        questionnaire.chapter_of(ix),
        questionnaire.section_of(ix),
    ) else {
        return super::status::unknown(session);
    };
    session.shelf.set_place(id, &question.id);
    let progress = move || {
        session.flow.with(|flow| {
            session.with_sheet(|sheet| flow.chapter(questionnaire, sheet, chapter_ix)).unwrap_or_default()
        })
    };
    let fields = questionnaire.fields_of(question).collect();
    let warned = RwSignal::new(false);
    let page =
        Page { session, id: id.to_owned(), ix, question, pack_ix, pack, chapter, section, fields, warned };
    let label = session.words().assess.chapter_progress;
    vec![page.crumbs(), live_progress_bar(session, label, progress), page.form(), page.jump()]
}

/// Brings back a question that the profile sets aside, or lets it go again.
pub(super) fn bring_back(session: Session, question: &Question, back: bool) {
    session.edit(|sheet| {
        for (ix, _) in session.questionnaire.fields_of(question) {
            sheet.set_back(ix, back);
        }
    });
}

impl Page {
    fn route(&self, question: &Question) -> Route {
        Route::Question(self.id.clone(), question.id.clone())
    }

    fn crumbs(&self) -> El {
        let Self { session, chapter, section, .. } = *self;
        let number = (session.words().assess.chapter)(u16::from(chapter.number));
        let name = format!("{number} {}", session.text(chapter.title));
        el("p")
            .class("crumbs")
            .child(link(
                "",
                &Route::Chapters(self.id.clone(), self.pack.id.clone()).href(),
                session.text(self.pack.title),
            ))
            .child(span("", " › ").attr("aria-hidden", "true"))
            .text(&name)
            .text(" ")
            .child(
                el("span")
                    .child(span("", "› ").attr("aria-hidden", "true"))
                    .text(session.text(section.title)),
            )
    }

    fn form(&self) -> El {
        let Self { session, question, .. } = *self;
        let words = &session.words().assess;
        let warned = self.warned;
        let (summary, go_on, keys) = (self.clone(), self.clone(), self.clone());
        let number = question.written_number();
        let heading = el("h1")
            .attr("tabindex", "-1")
            .child(span("question-number", &number))
            .text(" ")
            .text(session.text(question.title));
        let not_asked = move || {
            let aside = session.flow.with(|flow| flow.aside(session.questionnaire, question));
            let reason = aside.and_then(|rule| session.questionnaire.rules.get(usize::from(rule)));
            let notice =
                el("div").class("notice").child(el("p").child(el("strong").text(words.not_asked_title)));
            match reason {
                Some(rule) => notice
                    .child(p(session.text(rule.reason)))
                    .child(p(words.set_aside_text))
                    .child(button("button bring-back", words.bring_back, move |_| {
                        bring_back(session, question, true);
                        dom::focus("h1");
                    })),
                None => notice.child(p(words.not_asked_text)),
            }
        };
        let is_not_asked =
            move || session.flow.with(|flow| !flow.asks_question(session.questionnaire, question));
        let shared: Vec<El> = (self.fields.iter())
            .filter_map(|(field, _)| {
                let names: Vec<String> = (session.questionnaire.also_in(*field, self.ix))
                    .filter_map(|(ix, other)| {
                        let (_, pack) = session.questionnaire.pack_of(ix)?;
                        Some(format!("{} {}", session.text(pack.title), other.written_number()))
                    })
                    .collect();
                (!names.is_empty()).then(|| p(&(words.shared_with)(&names.join(" / "))).class("hint shared"))
            })
            .collect();
        el("form")
            .class("question")
            .attr("novalidate", "")
            .on("submit", move |event| go_on.go_on(&event))
            .on("keydown", move |event| keys.on_key(event))
            .live(move || if warned.get() { summary.summary() } else { Vec::new() })
            .children(self.openings())
            .child(heading)
            .maybe(question.lead.map(|lead| p(session.text(lead)).class("lead")))
            .when(is_not_asked, not_asked)
            .children(self.fields.iter().map(|(ix, field)| field_view(session, *ix, field, warned)))
            .children(shared)
            .maybe(note_box(session, &self.fields))
            .maybe(question_help(session, question, "help"))
            .child(self.onward())
            .child(p(words.keys).class("hint keys no-print"))
    }

    /// The introduction of the chapter and of the section, on the first question of each.
    fn openings(&self) -> Vec<El> {
        let Self { session, ix, chapter, section, .. } = *self;
        let mut openings = Vec::new();
        if session.questionnaire.question_range(chapter).start == ix.0 {
            let points = list(session, &chapter.points);
            let points =
                points.map(|points| details("", session.words().assess.chapter_points).child(points));
            openings.push(el("div").class("opening").child(p(session.text(chapter.intro))).maybe(points));
        }
        if let Some(intro) = section.intro.filter(|_| section.questions.start == ix.0) {
            openings.push(p(session.text(intro)).class("opening"));
        }
        openings
    }

    /// Back, on, and to what is still open.
    fn onward(&self) -> El {
        let page = self.clone();
        el("div").class("onward no-print").live(move || {
            let Self { session, ix, .. } = page;
            let questionnaire = session.questionnaire;
            let words = &session.words().assess;
            session.flow.with(|flow| {
                let to = |place: Option<QuestionIx>, class, label| {
                    let question =
                        place.filter(|place| *place != ix).and_then(|ix| questionnaire.question(ix))?;
                    Some(link(class, &page.route(question).href(), label))
                };
                let last = flow.next(questionnaire, ix).is_none() && page.pack_ix.0 > 0;
                let next = if last { words.finish } else { words.next };
                let open = session
                    .with_sheet(|sheet| flow.next_open(questionnaire, sheet, page.pack_ix, Some(ix)))
                    .flatten();
                let mut ways = vec![submit("button button-main", next)];
                ways.extend(to(flow.previous(questionnaire, ix), "button previous", words.previous));
                ways.extend(to(open, "button next-open", words.next_open));
                ways
            })
        })
    }

    /// Every chapter, to jump to its first question.
    fn jump(&self) -> El {
        let session = self.session;
        let questionnaire = session.questionnaire;
        let links = questionnaire.chapters_of(self.pack_ix).filter_map(|(_, chapter)| {
            let first = questionnaire.question(QuestionIx(questionnaire.question_range(chapter).start))?;
            let name = format!("{}. {}", chapter.number, session.text(chapter.title));
            Some(link("", &self.route(first).href(), &name))
        });
        details("jump no-print", session.words().assess.jump).child(items("ul", "", links))
    }

    fn go_on(&self, event: &Event) {
        event.prevent_default();
        let session = self.session;
        if !self.warned.get_untracked() && !self.missing_rows().is_empty() {
            self.warned.set(true);
            dom::set_title(&(session.words().page.error_title)(session.text(self.question.title)));
            dom::focus(".error-summary");
            return;
        }
        let next = session.flow.with_untracked(|flow| flow.next(session.questionnaire, self.ix));
        let next = next.or_else(|| self.after_profile()).and_then(|ix| session.questionnaire.question(ix));
        // The profile has no result of its own.
        let end = || {
            if self.pack_ix.0 > 0 {
                Route::Result(self.id.clone(), Some(self.pack.id.clone()))
            } else {
                Route::Packs(self.id.clone())
            }
        };
        address::go(&next.map_or_else(end, |question| self.route(question)));
    }

    /// The profile has no result of its own: after it comes what is open in the pack that follows.
    fn after_profile(&self) -> Option<QuestionIx> {
        let session = self.session;
        let questionnaire = session.questionnaire;
        if self.pack_ix.0 > 0 {
            return None;
        }
        session.flow.with_untracked(|flow| {
            session.with_sheet(|sheet| flow.next_open(questionnaire, sheet, PackIx(1), None)).flatten()
        })
    }

    /// Rows of begun matrices that have no level yet: id of the row and its text.
    fn missing_rows(&self) -> Vec<(String, TextId)> {
        let missing = self.session.with_sheet(|sheet| {
            let mut missing = Vec::new();
            for (ix, field) in &self.fields {
                if let (Kind::Matrix { rows, other, .. }, Some(Answer::Rows(known))) =
                    (&field.kind, sheet.answer(*ix))
                    && sheet.completeness(*ix, field) == Completeness::Partial
                {
                    let open =
                        rows.iter().filter(|row| Some(row.code) != *other && known.get(row.code).is_none());
                    missing.extend(open.map(|row| (row_id(field, row.code), row.text)));
                }
            }
            missing
        });
        missing.unwrap_or_default()
    }

    fn summary(&self) -> Vec<El> {
        let session = self.session;
        let words = &session.words().answer;
        let missing = self.missing_rows();
        if missing.is_empty() {
            return Vec::new();
        }
        let count = u16::try_from(missing.len()).unwrap_or(u16::MAX);
        let troubles = missing.into_iter().map(|(id, text)| (id, (words.row_missing)(session.text(text))));
        let summary = error_summary(session, troubles);
        vec![summary.child(p(&(words.rows_missing)(count))).child(p(words.rows_go_on))]
    }

    /// Letters answer while the question has the focus; they mean nothing in text boxes or with a modifier.
    fn on_key(&self, event: Event) {
        let Ok(event) = event.dyn_into::<KeyboardEvent>() else { return };
        let Some(target) = event.target().and_then(|target| target.dyn_into::<Element>().ok()) else {
            return;
        };
        let typing = target.matches("textarea, input[type=text]").unwrap_or(true);
        if typing || event.ctrl_key() || event.alt_key() || event.meta_key() || event.is_composing() {
            return;
        }
        let field = target.closest("fieldset.field").ok().flatten().map(|field| field.id());
        if press_letter(self.session, &self.fields, self.warned, field.as_deref(), &event.key()) {
            event.prevent_default();
        }
    }
}
