//! Which fields are asked, which wait for an earlier answer, which are hidden.

use super::Progress;
use super::truth::{Truth, all, any};
use crate::answers::{Answer, Completeness, Sheet};
use crate::model::{ChapterIx, Condition, FieldIx, PackIx, Question, QuestionIx, Questionnaire, Test};

/// Whether a field is asked.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Visibility {
    /// It does not apply, by an earlier answer. An answer it already has is kept but does not count.
    Hidden,
    /// The profile sets it aside: a place in [`Questionnaire::rules`]. Kept and not counted as well; can be brought back.
    Aside(u8),
    /// An earlier answer that decides it is still missing.
    Waiting,
    /// It is asked.
    Asked,
}

/// What is asked, for one state of the answers.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Flow {
    fields: Vec<Visibility>,
}

impl Flow {
    /// Decides every field.
    pub fn new(questionnaire: &Questionnaire, sheet: &Sheet) -> Self {
        let mut flow = Self::of_profile(questionnaire, sheet);
        let aside = flow.set_aside(questionnaire, sheet);
        for (ix, field) in questionnaire.fields().skip(flow.fields.len()) {
            let rule = aside.get(ix.index()).copied().flatten().filter(|_| !sheet.is_back(ix));
            // No answer but the profile's has a say in what a rule covers: so whatever is answered next, it stays aside.
            let follows = |test: &Test| matches!(flow.field(test.field), Visibility::Aside(_));
            flow.fields.push(match rule {
                Some(_) if field.condition.tests().any(follows) => Visibility::Hidden,
                Some(rule) => Visibility::Aside(rule),
                None => flow.decide(&field.condition, questionnaire, sheet),
            });
        }
        flow
    }

    /// The profile's fields alone. It comes first, and rules look at nothing else: after it they are decided once and for
    /// all.
    fn of_profile(questionnaire: &Questionnaire, sheet: &Sheet) -> Self {
        let mut flow = Self { fields: Vec::with_capacity(questionnaire.fields.len()) };
        let profile = questionnaire.questions_in(PackIx(0)).map(|(_, question)| question.fields.end).max();
        for (_, field) in questionnaire.fields().take(profile.unwrap_or(0).into()) {
            flow.fields.push(flow.decide(&field.condition, questionnaire, sheet));
        }
        flow
    }

    /// For each field the first rule, if any, by which the profile sets it aside, brought back or not: a place in
    /// [`Questionnaire::rules`].
    pub fn covered(questionnaire: &Questionnaire, sheet: &Sheet) -> Vec<Option<u8>> {
        Self::of_profile(questionnaire, sheet).set_aside(questionnaire, sheet)
    }

    /// The first rule that sets each field aside.
    fn set_aside(&self, questionnaire: &Questionnaire, sheet: &Sheet) -> Vec<Option<u8>> {
        let mut aside = vec![None; questionnaire.fields.len()];
        for (place, rule) in (0..).zip(&questionnaire.rules) {
            if self.holds(&rule.when, questionnaire, sheet) == Some(true) {
                for field in rule.fields.iter().cloned().flatten() {
                    if let Some(slot) = aside.get_mut(usize::from(field)) {
                        *slot = slot.or(Some(place));
                    }
                }
            }
        }
        aside
    }

    /// Whether any of the alternatives holds; `None` while an answer that decides it is missing.
    pub fn holds(&self, when: &[Vec<Test>], questionnaire: &Questionnaire, sheet: &Sheet) -> Truth {
        any(when.iter().map(|tests| all(tests.iter().map(|test| self.test(test, questionnaire, sheet)))))
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
            Visibility::Hidden | Visibility::Aside(_) => Some(false),
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
            Visibility::Hidden | Visibility::Aside(_) => return Some(false),
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

    /// The rule that sets a question aside, when nothing of it is asked.
    pub fn aside(&self, questionnaire: &Questionnaire, question: &Question) -> Option<u8> {
        let mut found = None;
        for (ix, _) in questionnaire.fields_of(question) {
            match self.field(ix) {
                Visibility::Aside(rule) => found = found.or(Some(rule)),
                Visibility::Hidden => {}
                Visibility::Asked | Visibility::Waiting => return None,
            }
        }
        found
    }

    /// The asked questions of a pack in order.
    pub fn questions<'a>(
        &'a self,
        questionnaire: &'a Questionnaire,
        pack: PackIx,
    ) -> impl Iterator<Item = QuestionIx> + 'a {
        questionnaire
            .questions_in(pack)
            .filter(|(_, question)| self.asks_question(questionnaire, question))
            .map(|(ix, _)| ix)
    }

    /// The next asked question of the same pack.
    pub fn next(&self, questionnaire: &Questionnaire, from: QuestionIx) -> Option<QuestionIx> {
        let (pack, _) = questionnaire.pack_of(from)?;
        self.questions(questionnaire, pack).find(|ix| *ix > from)
    }

    /// The asked question of the same pack before.
    pub fn previous(&self, questionnaire: &Questionnaire, from: QuestionIx) -> Option<QuestionIx> {
        let (pack, _) = questionnaire.pack_of(from)?;
        self.questions(questionnaire, pack).take_while(|ix| *ix < from).last()
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

    /// How far a pack is answered, the fields it uses included.
    pub fn total(&self, questionnaire: &Questionnaire, sheet: &Sheet, pack: PackIx) -> Progress {
        let fields =
            questionnaire.chapters_of(pack).flat_map(|(_, chapter)| questionnaire.fields_in(chapter));
        self.progress(questionnaire, sheet, fields)
    }

    /// How many asked fields of a pack are answered with わからない.
    pub fn unknown(&self, questionnaire: &Questionnaire, sheet: &Sheet, pack: PackIx) -> u16 {
        let fields =
            questionnaire.chapters_of(pack).flat_map(|(_, chapter)| questionnaire.fields_in(chapter));
        let unknown = fields.filter(|ix| self.asks(*ix) && sheet.answer(*ix) == Some(&Answer::Unknown));
        u16::try_from(unknown.count()).unwrap_or(u16::MAX)
    }

    /// How far a chapter is answered.
    pub fn chapter(&self, questionnaire: &Questionnaire, sheet: &Sheet, chapter: ChapterIx) -> Progress {
        let chapter = questionnaire.chapter(chapter).into_iter();
        self.progress(questionnaire, sheet, chapter.flat_map(|chapter| questionnaire.fields_in(chapter)))
    }

    /// How far a question is answered.
    pub fn question(&self, questionnaire: &Questionnaire, sheet: &Sheet, question: &Question) -> Progress {
        self.progress(questionnaire, sheet, questionnaire.fields_of(question).map(|(ix, _)| ix))
    }

    /// The next question of a pack with something open, looking on from `from` and then again from the beginning.
    pub fn next_open(
        &self,
        questionnaire: &Questionnaire,
        sheet: &Sheet,
        pack: PackIx,
        from: Option<QuestionIx>,
    ) -> Option<QuestionIx> {
        let open = |ix: &QuestionIx| {
            questionnaire
                .question(*ix)
                .is_some_and(|question| !self.question(questionnaire, sheet, question).is_complete())
        };
        let later =
            self.questions(questionnaire, pack).filter(|ix| from.is_none_or(|from| *ix > from)).find(open);
        later.or_else(|| self.questions(questionnaire, pack).find(open))
    }
}
