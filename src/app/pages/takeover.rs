//! Taking answers over from a sheet that was received into an assessment of this device: shown first, then done, with a way
//! back.

use super::review::describe;
use crate::answers::{Document, Entry, Sheet};
use crate::app::browser::{clock, dom};
use crate::app::parts::input;
use crate::app::reactive::{Get, GetUntracked, RwSignal, Set, Update, With, WithUntracked, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h3, p, span, texts};
use crate::compare::{Case, Decision, Decisions, Effects, Line, Takeover, effects};
use crate::model::{ChapterIx, FieldIx};
use std::rc::Rc;

/// What else changes in the assessment when the answers come in (`true`), and when that is undone.
pub(super) type Beside = Rc<dyn Fn(&mut Document, bool)>;

/// All that the parts need.
#[derive(Clone)]
struct Taking {
    session: Session,
    /// The assessment that takes.
    id: String,
    theirs: Rc<Sheet>,
    /// What is taken: these fields; without them, chapters that the user chooses.
    fields: Option<Rc<[FieldIx]>>,
    /// Whether each chapter is ticked.
    chapters: RwSignal<Vec<bool>>,
    decisions: RwSignal<Decisions>,
    /// The sheet before, and how many answers have come in.
    before: RwSignal<Option<(Sheet, u16)>>,
    undone: RwSignal<bool>,
    beside: Option<Beside>,
}

/// Everything below the choice of an assessment.
pub(super) fn takeover(
    session: Session,
    id: &str,
    theirs: Rc<Sheet>,
    fields: Option<Rc<[FieldIx]>>,
    beside: Option<Beside>,
) -> El {
    let taking = Taking {
        session,
        id: id.to_owned(),
        theirs,
        fields,
        chapters: RwSignal::new(vec![false; session.questionnaire.chapters.len()]),
        decisions: RwSignal::new(Decisions::default()),
        before: RwSignal::new(None),
        undone: RwSignal::new(false),
        beside,
    };
    let (plan, outcome) = (taking.clone(), taking.clone());
    el("div")
        .class("takeover")
        .children(taking.chapter_choice())
        .child(el("div").live(move || plan.plan()))
        .child(el("div").attr("role", "status").live(move || outcome.outcome()))
}

impl Taking {
    /// A box for each chapter in which they have answered, and one for all.
    fn chapter_choice(&self) -> Option<El> {
        if self.fields.is_some() {
            return None;
        }
        let session = self.session;
        let words = &session.later_words().takeover;
        let mine = self.mine()?;
        let questionnaire = session.questionnaire;
        let has_any = |ix: ChapterIx| {
            !Takeover::of_chapters(questionnaire, &mine, &self.theirs, &[ix]).lines.is_empty()
        };
        let there: Vec<ChapterIx> =
            questionnaire.chapters().map(|(ix, _)| ix).filter(|ix| has_any(*ix)).collect();
        let chapters = self.chapters;
        let card = |id: &str, text: &str, box_: El| {
            el("label").class("card").attr("for", id).child(box_).child(span("card-text", text))
        };
        let all = there.clone();
        let has = move |ticked: &[bool], ix: ChapterIx| ticked.get(usize::from(ix.0)) == Some(&true);
        let counted = there.clone();
        let every = move || chapters.with(|ticked| counted.iter().all(|ix| has(ticked, *ix)));
        let tick_all =
            input("checkbox", "take-all", "take-all", "yes").checked(every).on("change", move |_| {
                chapters.update(|ticked| {
                    let on = !all.iter().all(|ix| has(ticked, *ix));
                    for ix in &all {
                        if let Some(ticked) = ticked.get_mut(usize::from(ix.0)) {
                            *ticked = on;
                        }
                    }
                });
            });
        let boxes = there.iter().filter_map(|ix| {
            let ix = *ix;
            let chapter = session.questionnaire.chapter(ix)?;
            let (_, pack) = questionnaire.packs().find(|(_, pack)| pack.chapters.contains(&ix.0))?;
            let id = format!("take-{}", chapter.id);
            let text =
                format!("{} {}. {}", session.text(pack.title), chapter.number, session.text(chapter.title));
            let tick = input("checkbox", &id, &id, "yes")
                .checked(move || chapters.with(|ticked| has(ticked, ix)))
                .on("change", move |_| {
                    chapters.update(|ticked| {
                        if let Some(ticked) = ticked.get_mut(usize::from(ix.0)) {
                            *ticked = !*ticked;
                        }
                    });
                });
            Some(card(&id, &text, tick))
        });
        let list = el("div").class("options").child(card("take-all", words.all_chapters, tick_all));
        Some(
            el("fieldset")
                .class("field")
                .child(el("legend").text(words.chapters))
                .child(list.children(boxes.collect::<Vec<_>>())),
        )
    }

    fn mine(&self) -> Option<Sheet> {
        self.session.shelf.with_document(&self.id, |document| document.sheet.clone())
    }

    /// What would happen as things are ticked now.
    fn takeover(&self, mine: &Sheet) -> Takeover {
        let questionnaire = self.session.questionnaire;
        if let Some(fields) = &self.fields {
            return Takeover::of_fields(questionnaire, mine, &self.theirs, fields.iter().copied());
        }
        let ticked = self.chapters.get();
        let chosen = (0..).map(ChapterIx).zip(ticked).filter(|(_, on)| *on).map(|(ix, _)| ix);
        let chosen: Vec<ChapterIx> = chosen.collect();
        Takeover::of_chapters(questionnaire, mine, &self.theirs, &chosen)
    }

    /// What fills a gap, what is equal, what disagrees; and the button that does it.
    fn plan(&self) -> Vec<El> {
        let session = self.session;
        let words = &session.later_words().takeover;
        // Also built anew once it is done, or undone.
        self.before.with(|_| ());
        let Some(mine) = untrack(|| self.mine()) else { return Vec::new() };
        let takeover = self.takeover(&mine);
        if takeover.lines.is_empty() {
            let chosen = self.fields.is_some() || self.chapters.get().contains(&true);
            return if chosen { vec![p(words.nothing)] } else { vec![p(words.no_chapter).class("hint")] };
        }
        let count = |case| u16::try_from(takeover.lines_that(case).count()).unwrap_or(u16::MAX);
        let mut lines = vec![
            (words.fills)(count(Case::Fills)),
            (words.conflicts)(count(Case::Conflicts)),
            (words.equal)(count(Case::Equal)),
        ];
        if takeover.strays > 0 {
            lines.push((words.strays)(u16::try_from(takeover.strays).unwrap_or(u16::MAX)));
        }
        let mut parts = vec![texts(lines.iter().map(String::as_str))];
        parts.extend(self.conflicts(&takeover));
        if count(Case::Fills) + count(Case::Conflicts) == 0 {
            parts.push(p(words.nothing));
            return parts;
        }
        let (taking, plan, sheet) = (self.clone(), takeover.clone(), mine.clone());
        let consequences = move || {
            let after =
                taking.decisions.with(|decisions| plan.apply(session.questionnaire, &sheet, decisions));
            consequences(session, &effects(session.questionnaire, &sheet, &after))
        };
        let (taking, plan) = (self.clone(), takeover);
        parts.extend([
            el("div").live(consequences),
            el("p").child(
                button("button button-main", words.apply, move |_| taking.apply(&plan)).id("take-apply"),
            ),
        ]);
        parts
    }

    fn conflicts(&self, takeover: &Takeover) -> Vec<El> {
        let session = self.session;
        let words = &session.later_words().takeover;
        let lines: Vec<&Line> = takeover.lines_that(Case::Conflicts).collect();
        if lines.is_empty() {
            return Vec::new();
        }
        let fields: Vec<FieldIx> = lines.iter().map(|line| line.field).collect();
        let decisions = self.decisions;
        let all = |label: &str, decision: Decision| {
            let fields = fields.clone();
            button("quiet", label, move |_| {
                decisions.update(|decisions| decisions.set_all(fields.iter().copied(), decision));
            })
        };
        let actions = el("p")
            .class("actions")
            .child(all(words.all_mine, Decision::Mine))
            .child(all(words.all_theirs, Decision::Theirs));
        let mut parts = vec![h3(words.conflicts_title), p(words.conflicts_text), actions];
        parts.extend(lines.into_iter().filter_map(|line| self.conflict(line)));
        parts
    }

    /// Two answers side by side, to choose one of.
    fn conflict(&self, line: &Line) -> Option<El> {
        let Self { session, decisions, .. } = *self;
        let words = &session.later_words().takeover;
        let field = session.questionnaire.field(line.field)?;
        let (ix, id) = (line.field, field.id.as_str());
        let side = |decision: Decision, title: &str, entry: &Entry, suffix: &str| {
            let input_id = format!("{suffix}-{id}");
            let is = move || decisions.with(|all| all.get(ix).unwrap_or(Decision::Mine)) == decision;
            let radio = input("radio", &input_id, &format!("decide-{id}"), suffix)
                .checked(is)
                .on("change", move |_| decisions.update(|all| all.set(ix, decision)));
            let given = (entry.at > 0).then(|| clock::date_of(entry.at, session.language()));
            let text = span("card-text", "")
                .child(el("strong").text(title))
                .children(self.said(ix, entry).iter().map(|line| span("card-line", line)))
                .maybe(given.map(|date| span("hint", &(words.given)(&date))));
            el("label").class("card").attr("for", &input_id).child(radio).child(text)
        };
        let cards = el("div")
            .class("options two-cards")
            .child(side(Decision::Mine, words.mine, &line.mine, "mine"))
            .child(side(Decision::Theirs, words.theirs, &line.joined, "theirs"));
        let legend = el("legend").text(session.text(field.ask));
        Some(el("fieldset").class("field conflict").child(legend).child(cards))
    }

    /// An entry in words.
    fn said(&self, ix: FieldIx, entry: &Entry) -> Vec<String> {
        let session = self.session;
        let words = session.later_words();
        let Some(field) = session.questionnaire.field(ix) else { return Vec::new() };
        let mut lines = match &entry.answer {
            Some(answer) => describe(session, field, answer),
            None => vec![words.compare.unanswered.to_owned()],
        };
        if field.other().is_some_and(|code| entry.answer.as_ref().is_some_and(|it| it.names(code)))
            && !entry.other.is_empty()
        {
            lines.push((words.review.other)(&entry.other));
        }
        if !entry.note.is_empty() {
            lines.push((words.compare.note)(&entry.note));
        }
        lines
    }

    fn apply(&self, plan: &Takeover) {
        let session = self.session;
        let Some(before) = self.mine() else { return };
        let after =
            self.decisions.with_untracked(|decisions| plan.apply(session.questionnaire, &before, decisions));
        let both = before.entries().zip(after.entries());
        let changed = both.filter(|((_, one), (_, other))| !one.same(other)).count();
        self.put(after, true);
        self.undone.set(false);
        self.before.set(Some((before, u16::try_from(changed).unwrap_or(u16::MAX))));
        dom::focus("#take-undo");
    }

    /// Puts the sheet in place, with what else changes beside it.
    fn put(&self, sheet: Sheet, comes: bool) {
        self.session.shelf.edit(&self.id, |document| {
            document.sheet = sheet;
            if let Some(beside) = &self.beside {
                beside(document, comes);
            }
        });
    }

    /// What has come in, and the way back.
    fn outcome(&self) -> Vec<El> {
        let session = self.session;
        let words = &session.later_words().takeover;
        let Some((_, count)) = self.before.get() else {
            return if self.undone.get() { vec![p(words.undone).class("notice")] } else { Vec::new() };
        };
        let name = untrack(|| session.shelf.with_document(&self.id, |document| document.name.clone()));
        let taking = self.clone();
        let undo = button("button", session.words().page.undo, move |_| {
            if let Some((before, _)) = taking.before.get_untracked() {
                taking.put(before, false);
            }
            taking.undone.set(true);
            taking.before.set(None);
        });
        let result = crate::route::Route::Result(self.id.clone(), None);
        let done = (words.done)(&name.unwrap_or_default(), count);
        vec![el("div").class("notice notice-good").child(p(&done)).child(
            el("p").class("actions").child(undo.id("take-undo")).child(crate::app::ui::link(
                "button",
                &result.href(),
                session.words().assess.to_result,
            )),
        )]
    }
}

/// Questions that would come to light, or be hidden.
fn consequences(session: Session, effects: &Effects) -> Vec<El> {
    let words = &session.later_words().takeover;
    let mut parts = Vec::new();
    for (fields, text) in [(&effects.appear, words.appear), (&effects.vanish, words.vanish)] {
        if !fields.is_empty() {
            let names = fields.iter().filter_map(|ix| session.questionnaire.question_of(*ix));
            let mut names: Vec<&str> = names.map(|(_, question)| session.text(question.title)).collect();
            names.dedup();
            let title = text(u16::try_from(fields.len()).unwrap_or(u16::MAX));
            parts.push(details("", &title).child(texts(names)));
        }
    }
    parts
}
