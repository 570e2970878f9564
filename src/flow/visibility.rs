//! Which fields are asked, which wait for an earlier answer, which are hidden.

use super::Progress;
use crate::answers::{Completeness, Sheet};
use crate::model::{ChapterIx, Condition, FieldIx, Question, QuestionIx, Questionnaire, Test};

/// Whether a field is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// It does not apply, by an earlier answer. An answer it already has is kept but does not count.
    Hidden,
    /// An earlier answer that decides it is still missing.
    Waiting,
    /// It is asked.
    Asked,
}

/// Three-valued truth: `None` is "not known yet".
type Truth = Option<bool>;

fn all(truths: impl Iterator<Item = Truth>) -> Truth {
    let mut so_far = Some(true);
    for truth in truths {
        match truth {
            Some(true) => {}
            Some(false) => return Some(false),
            // Not known, unless a later one is false.
            None => so_far = None,
        }
    }
    so_far
}

fn any(truths: impl Iterator<Item = Truth>) -> Truth {
    all(truths.map(|truth| truth.map(|known| !known))).map(|known| !known)
}

/// What is asked, for one state of the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    fields: Vec<Visibility>,
}

impl Flow {
    /// Decides every field.
    pub fn new(questionnaire: &Questionnaire, sheet: &Sheet) -> Self {
        let mut flow = Self { fields: Vec::with_capacity(questionnaire.fields.len()) };
        for field in &questionnaire.fields {
            let visibility = flow.decide(&field.condition, questionnaire, sheet);
            flow.fields.push(visibility);
        }
        flow
    }

    fn decide(&self, condition: &Condition, questionnaire: &Questionnaire, sheet: &Sheet) -> Visibility {
        if condition.is_empty() {
            return Visibility::Asked;
        }
        let test = |test: &Test| self.test(test, questionnaire, sheet);
        let when = all(condition
            .when
            .iter()
            .map(|level| any(level.iter().map(|tests| all(tests.iter().map(test))))));
        // Nothing is asked beside what is not asked itself, and nothing is taken back once it is: so waiting counts, too.
        let asked = all(condition.unless.iter().flatten().map(|test| match self.field(test.field) {
            Visibility::Hidden => Some(false),
            Visibility::Waiting => None,
            Visibility::Asked => Some(true),
        }));
        let unless = any(condition.unless.iter().map(|tests| all(tests.iter().map(test))));
        match all([when, asked, unless.map(|holds| !holds)].into_iter()) {
            Some(true) => Visibility::Asked,
            Some(false) => Visibility::Hidden,
            None => Visibility::Waiting,
        }
    }

    fn test(&self, test: &Test, questionnaire: &Questionnaire, sheet: &Sheet) -> Truth {
        match self.field(test.field) {
            Visibility::Hidden => return Some(false),
            Visibility::Waiting => return None,
            Visibility::Asked => {}
        }
        let Some(field) = questionnaire.field(test.field) else { return Some(false) };
        let matches = sheet.answer(test.field).is_some_and(|answer| answer.matches(test.accepts, test.row));
        // Free text may stay empty forever, so its emptiness decides; a matrix half filled in does not.
        let decided = field.is_text() || sheet.completeness(test.field, field) == Completeness::Complete;
        if matches { Some(true) } else { decided.then_some(false) }
    }

    /// Whether a field is asked. A field that does not exist is hidden.
    pub fn field(&self, field: FieldIx) -> Visibility {
        self.fields.get(field.index()).copied().unwrap_or(Visibility::Hidden)
    }

    /// Whether a field is asked.
    pub fn asks(&self, field: FieldIx) -> bool {
        self.field(field) == Visibility::Asked
    }

    /// Whether any field of a question is asked.
    pub fn asks_question(&self, questionnaire: &Questionnaire, question: &Question) -> bool {
        questionnaire.fields_of(question).any(|(ix, _)| self.asks(ix))
    }

    /// The asked questions in order.
    pub fn questions<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
    ) -> impl Iterator<Item = QuestionIx> + 'a {
        questionnaire
            .questions()
            .filter(|(_, question)| self.asks_question(questionnaire, question))
            .map(|(ix, _)| ix)
    }

    /// The next asked question.
    pub fn next(&self, questionnaire: &Questionnaire, from: QuestionIx) -> Option<QuestionIx> {
        self.questions(questionnaire).find(|ix| *ix > from)
    }

    /// The asked question before.
    pub fn previous(&self, questionnaire: &Questionnaire, from: QuestionIx) -> Option<QuestionIx> {
        self.questions(questionnaire).take_while(|ix| *ix < from).last()
    }

    /// How far a question, chapter or the whole is answered, by its range of fields.
    pub fn progress(
        &self,
        questionnaire: &Questionnaire,
        sheet: &Sheet,
        fields: impl Iterator<Item = FieldIx>,
    ) -> Progress {
        let mut progress = Progress::default();
        for ix in fields {
            if let Some(field) = questionnaire.field(ix)
                && self.asks(ix)
                && !field.is_text()
            {
                progress.asked += 1;
                progress.answered += u16::from(sheet.completeness(ix, field) == Completeness::Complete);
            }
        }
        progress
    }

    /// How far everything is answered.
    pub fn total(&self, questionnaire: &Questionnaire, sheet: &Sheet) -> Progress {
        self.progress(questionnaire, sheet, questionnaire.fields().map(|(ix, _)| ix))
    }

    /// How far a chapter is answered.
    pub fn chapter(&self, questionnaire: &Questionnaire, sheet: &Sheet, chapter: ChapterIx) -> Progress {
        let range = questionnaire.chapter(chapter).map_or(0..0, |chapter| questionnaire.field_range(chapter));
        self.progress(questionnaire, sheet, range.map(FieldIx))
    }

    /// How far a question is answered.
    pub fn question(&self, questionnaire: &Questionnaire, sheet: &Sheet, question: &Question) -> Progress {
        self.progress(questionnaire, sheet, question.fields.clone().map(FieldIx))
    }

    /// The next question with something open, looking on from `from` and then again from the beginning.
    pub fn next_open(
        &self,
        questionnaire: &Questionnaire,
        sheet: &Sheet,
        from: Option<QuestionIx>,
    ) -> Option<QuestionIx> {
        let open = |ix: &QuestionIx| {
            questionnaire
                .question(*ix)
                .is_some_and(|question| !self.question(questionnaire, sheet, question).is_complete())
        };
        let later = self.questions(questionnaire).filter(|ix| from.is_none_or(|from| *ix > from)).find(open);
        later.or_else(|| self.questions(questionnaire).find(open))
    }
}
