//! Taking over parts of another sheet: first a plan that can be shown, then the sheet as it would be.
//!
//! Nothing that is there is overwritten unless somebody decided so, field by field. Undo is the sheet as it was before.

use crate::answers::{Answer, Entry, Levels, Sheet};
use crate::flow::{Flow, Visibility};
use crate::model::{ChapterIx, Field, FieldIx, Questionnaire};

/// What taking over a field would do.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Case {
    /// Nothing: all of it is there already.
    Equal,
    /// It fills what is empty and leaves the rest as it is.
    Fills,
    /// Both have something, and not the same: somebody has to decide.
    Conflicts,
}

/// What somebody decided about a field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Decision {
    /// It stays as it is.
    Mine,
    /// The other answer takes its place. Notes are kept, mine before theirs.
    Theirs,
    /// The answer stays, and the other note is added to mine.
    MineAndNote,
}

/// Decisions by field. Without one, what is empty is filled and what conflicts stays as it is.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Decisions(Vec<(FieldIx, Decision)>);

impl Decisions {
    /// What was decided about a field.
    pub fn get(&self, field: FieldIx) -> Option<Decision> {
        self.0.iter().find(|(known, _)| *known == field).map(|(_, decision)| *decision)
    }

    /// Decides about a field.
    pub fn set(&mut self, field: FieldIx, decision: Decision) {
        self.0.retain(|(known, _)| *known != field);
        self.0.push((field, decision));
    }

    /// Decides the same about several, as "theirs for all conflicts of this chapter" does.
    pub fn set_all(&mut self, fields: impl IntoIterator<Item = FieldIx>, decision: Decision) {
        fields.into_iter().for_each(|field| self.set(field, decision));
    }
}

/// A field that the other sheet has something for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    /// Which.
    pub field: FieldIx,
    /// What taking it over would do.
    pub case: Case,
    /// What is there: answer, words, note and time.
    pub mine: Entry,
    /// What would come.
    pub theirs: Entry,
    /// What it would be then.
    pub joined: Entry,
}

/// The plan of a takeover.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Takeover {
    /// What the other sheet has for the chosen fields, in order.
    pub lines: Vec<Line>,
    /// Answers in the other sheet that this version has no question for: they cannot be taken over.
    pub strays: usize,
}

impl Takeover {
    /// Plans to take over chapters. What the other sheet keeps but does not count stays behind.
    pub fn of_chapters(
        questionnaire: &Questionnaire,
        mine: &Sheet,
        theirs: &Sheet,
        chapters: &[ChapterIx],
    ) -> Self {
        let chapters = chapters.iter().filter_map(|ix| questionnaire.chapter(*ix));
        let fields = chapters.flat_map(|chapter| questionnaire.fields_in(chapter));
        Self::of_fields(questionnaire, mine, theirs, fields)
    }

    /// Plans to take over fields, such as those somebody was asked about.
    pub fn of_fields(
        questionnaire: &Questionnaire,
        mine: &Sheet,
        theirs: &Sheet,
        fields: impl IntoIterator<Item = FieldIx>,
    ) -> Self {
        let flow = Flow::new(questionnaire, theirs);
        let mut chosen = vec![false; questionnaire.fields.len()];
        for ix in fields {
            // What waits is taken: what decides it may not have been asked there.
            let counts = matches!(flow.field(ix), Visibility::Asked | Visibility::Waiting);
            if let Some(chosen) = chosen.get_mut(ix.index()) {
                *chosen = counts;
            }
        }
        let mut lines = Vec::new();
        for ((ix, field), _) in questionnaire.fields().zip(chosen).filter(|(_, chosen)| *chosen) {
            let has = |entry: &&Entry| entry.answer.is_some() || !entry.note.trim().is_empty();
            if let Some((mine, theirs)) = mine.entry(ix).zip(theirs.entry(ix).filter(has)) {
                let (case, joined) = join(field, mine, theirs);
                lines.push(Line { field: ix, case, mine: mine.clone(), theirs: theirs.clone(), joined });
            }
        }
        Self { lines, strays: theirs.strays.len() }
    }

    /// The lines of a kind.
    pub fn lines_that(&self, case: Case) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.case == case)
    }

    /// The fields of a chapter that conflict.
    pub fn conflicts_in(&self, questionnaire: &Questionnaire, chapter: ChapterIx) -> Vec<FieldIx> {
        let chapter = questionnaire.chapter(chapter);
        let fields: Vec<FieldIx> =
            chapter.map(|chapter| questionnaire.fields_in(chapter).collect()).unwrap_or_default();
        let conflicts = self.lines_that(Case::Conflicts).map(|line| line.field);
        conflicts.filter(|field| fields.contains(field)).collect()
    }

    /// The sheet as it is after the takeover. A field that has changed since the plan was made is left alone: what would
    /// be overwritten now, nobody has seen.
    #[must_use]
    pub fn apply(&self, questionnaire: &Questionnaire, mine: &Sheet, decisions: &Decisions) -> Sheet {
        let mut sheet = mine.clone();
        for line in &self.lines {
            if !sheet.entry(line.field).is_some_and(|entry| entry.same(&line.mine)) {
                continue;
            }
            let entry = match (line.case, decisions.get(line.field)) {
                (Case::Equal, _) | (Case::Conflicts, None) | (_, Some(Decision::Mine)) => continue,
                (_, Some(Decision::MineAndNote)) => {
                    Entry { note: line.joined.note.clone(), ..line.mine.clone() }
                }
                (Case::Fills, None) | (_, Some(Decision::Theirs)) => line.joined.clone(),
            };
            // Both answers came out of sheets, so the field can hold them.
            sheet.restore(questionnaire, line.field, entry);
        }
        sheet
    }
}

/// An entry with the other one taken over, and what that does.
fn join(field: &Field, mine: &Entry, theirs: &Entry) -> (Case, Entry) {
    let mut joined = mine.clone();
    let of_answer = match &theirs.answer {
        None => Case::Equal,
        Some(answer) => {
            let (case, answer) = join_answers(mine.answer.as_ref(), answer);
            joined.answer = Some(answer);
            case
        }
    };
    let other = field.other().filter(|code| theirs.answer.as_ref().is_some_and(|it| it.names(*code)));
    let of_other = join_texts(&mut joined.other, if other.is_some() { &theirs.other } else { "" });
    if of_other == Case::Conflicts {
        theirs.other.clone_into(&mut joined.other);
    }
    let of_note = join_texts(&mut joined.note, &theirs.note);
    if of_note == Case::Conflicts {
        joined.note = format!("{}\n{}", mine.note.trim_end(), theirs.note.trim());
    }
    let case = of_answer.max(of_other).max(of_note);
    if case == Case::Equal {
        return (case, mine.clone());
    }
    // What counts there shall count here.
    joined.back |= theirs.back;
    joined.at = mine.at.max(theirs.at);
    for part in &theirs.extra {
        if !joined.extra.iter().any(|(key, _)| *key == part.0) {
            joined.extra.push(part.clone());
        }
    }
    (case, joined)
}

/// Rows are taken one by one: those that only one of them has stand beside each other.
fn join_answers(mine: Option<&Answer>, theirs: &Answer) -> (Case, Answer) {
    match (mine, theirs) {
        (None, _) => (Case::Fills, theirs.clone()),
        (Some(mine), _) if mine == theirs => (Case::Equal, theirs.clone()),
        (Some(Answer::Rows(mine)), Answer::Rows(theirs)) => {
            let rows: Levels = mine.iter().chain(theirs.iter()).collect();
            let overwrites = mine.iter().any(|(row, level)| rows.get(row) != Some(level));
            let case = match (overwrites, rows == *mine) {
                (true, _) => Case::Conflicts,
                (false, true) => Case::Equal,
                (false, false) => Case::Fills,
            };
            (case, Answer::Rows(rows))
        }
        _ => (Case::Conflicts, theirs.clone()),
    }
}

/// Fills a text that is empty. One that holds the other as lines of its own already is as if equal.
fn join_texts(mine: &mut String, theirs: &str) -> Case {
    let (known, new): (Vec<&str>, Vec<&str>) =
        (mine.trim().lines().collect(), theirs.trim().lines().collect());
    if new.is_empty() || known.windows(new.len()).any(|part| part == new) {
        Case::Equal
    } else if mine.trim().is_empty() {
        theirs.clone_into(mine);
        Case::Fills
    } else {
        Case::Conflicts
    }
}

/// What a change of answers changes about what is asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Effects {
    /// Fields that come to light.
    pub appear: Vec<FieldIx>,
    /// Fields that are asked no more. Their answers are kept and count no more.
    pub vanish: Vec<FieldIx>,
    /// Answers that came or changed where nothing is asked: they are kept and do not count.
    pub idle: Vec<FieldIx>,
}

/// What is asked after a change and was not before, and the other way round.
pub fn effects(questionnaire: &Questionnaire, before: &Sheet, after: &Sheet) -> Effects {
    let (asked_before, asked_after) = (Flow::new(questionnaire, before), Flow::new(questionnaire, after));
    let mut effects = Effects::default();
    for (ix, _) in questionnaire.fields() {
        match (asked_before.asks(ix), asked_after.asks(ix)) {
            (false, true) => effects.appear.push(ix),
            (true, false) => effects.vanish.push(ix),
            (false, false) if after.answer(ix).is_some() && after.answer(ix) != before.answer(ix) => {
                effects.idle.push(ix);
            }
            _ => {}
        }
    }
    effects
}
