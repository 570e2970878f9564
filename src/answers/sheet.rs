//! The answer sheet: an entry for every field, and the edits a person can make.

use super::{Answer, Completeness, Json, Levels};
use crate::model::{Code, Codes, Field, FieldIx, Kind, Questionnaire};

/// What is kept for one field.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Entry {
    /// The answer, if any.
    pub answer: Option<Answer>,
    /// The free text of "other". Kept while "other" is not chosen, so that a wrong click loses nothing.
    pub other: String,
    /// Whether the user wants to be asked although the profile sets the field aside.
    pub back: bool,
    /// What whoever answered wants to say beside the answer.
    pub note: String,
    /// When any of this was last changed: milliseconds since 1970, 0 when that is not known. An entry that was emptied
    /// keeps its time, so that an older state of it does not come back.
    pub at: u64,
    /// Parts that a later version put there: kept as they came.
    pub extra: Vec<(String, Json)>,
}

impl Entry {
    /// Whether nothing is kept; at most, when that came to be so.
    pub fn is_empty(&self) -> bool {
        self.same(&Self::default())
    }

    /// Whether both say the same, whenever that was.
    pub fn same(&self, other: &Self) -> bool {
        let Self { answer, other: text, back, note, at: _, extra } = self;
        *answer == other.answer
            && *text == other.other
            && *back == other.back
            && *note == other.note
            && *extra == other.extra
    }
}

/// All answers to one questionnaire.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheet {
    entries: Vec<Entry>,
    /// Answers under names this version does not know, or in a form it cannot read: kept as they came.
    pub strays: Vec<(String, Json)>,
}

impl Sheet {
    /// An empty sheet.
    pub fn new(questionnaire: &Questionnaire) -> Self {
        let entries = std::iter::repeat_with(Entry::default).take(questionnaire.fields.len()).collect();
        Self { entries, strays: Vec::new() }
    }

    /// What is kept for a field.
    pub fn entry(&self, field: FieldIx) -> Option<&Entry> {
        self.entries.get(field.index())
    }

    /// The answer to a field.
    pub fn answer(&self, field: FieldIx) -> Option<&Answer> {
        self.entry(field)?.answer.as_ref()
    }

    /// How far a field is answered.
    pub fn completeness(&self, ix: FieldIx, field: &Field) -> Completeness {
        self.answer(ix).map_or(Completeness::Empty, |answer| answer.completeness(field))
    }

    /// Whether nothing at all is kept.
    pub fn is_empty(&self) -> bool {
        self.strays.is_empty() && self.entries.iter().all(Entry::is_empty)
    }

    /// Puts an answer in place or takes it away. An answer the field cannot hold changes nothing and gives `false`.
    pub fn set(&mut self, questionnaire: &Questionnaire, ix: FieldIx, answer: Option<Answer>) -> bool {
        let entry = self.fitting(questionnaire, ix, answer.as_ref());
        entry.map(|entry| entry.answer = answer).is_some()
    }

    /// Puts in place what was kept for a field. What the field cannot hold changes nothing and gives `false`.
    pub fn restore(&mut self, questionnaire: &Questionnaire, ix: FieldIx, kept: Entry) -> bool {
        let entry = self.fitting(questionnaire, ix, kept.answer.as_ref());
        entry.map(|entry| *entry = kept).is_some()
    }

    /// The entry of a field, if the field can hold the answer.
    fn fitting(
        &mut self,
        questionnaire: &Questionnaire,
        ix: FieldIx,
        answer: Option<&Answer>,
    ) -> Option<&mut Entry> {
        let field = questionnaire.field(ix)?;
        let fits = answer.is_none_or(|answer| answer.fits(field));
        self.entries.get_mut(ix.index()).filter(|_| fits)
    }

    /// Whether the user wants to be asked although the profile sets the field aside.
    pub fn is_back(&self, field: FieldIx) -> bool {
        self.entry(field).is_some_and(|entry| entry.back)
    }

    /// Brings back a field that the profile sets aside, or lets it go again.
    pub fn set_back(&mut self, field: FieldIx, back: bool) {
        if let Some(entry) = self.entries.get_mut(field.index()) {
            entry.back = back;
        }
    }

    /// Sets the free text of "other".
    pub fn set_other(&mut self, ix: FieldIx, text: &str) {
        if let Some(entry) = self.entries.get_mut(ix.index()) {
            text.clone_into(&mut entry.other);
        }
    }

    /// Sets what whoever answered wants to say beside the answer.
    pub fn set_note(&mut self, ix: FieldIx, text: &str) {
        if let Some(entry) = self.entries.get_mut(ix.index()) {
            text.clone_into(&mut entry.note);
        }
    }

    pub(super) fn entry_mut(&mut self, field: FieldIx) -> Option<&mut Entry> {
        self.entries.get_mut(field.index())
    }

    /// Every entry, to be changed as a whole by whoever keeps times or merges.
    pub(super) fn entries_mut(&mut self) -> impl Iterator<Item = &mut Entry> {
        self.entries.iter_mut()
    }

    /// Every entry, by field.
    pub fn entries(&self) -> impl Iterator<Item = (FieldIx, &Entry)> {
        (0..).map(FieldIx).zip(&self.entries)
    }

    /// Sets the answer of a free-text field; blank text is no answer.
    pub fn set_text(&mut self, questionnaire: &Questionnaire, ix: FieldIx, text: &str) -> bool {
        let answer = (!text.trim().is_empty()).then(|| Answer::Text(text.to_owned()));
        self.set(questionnaire, ix, answer)
    }

    /// Ticks or unticks an option of a multi field; "none of these" and the others exclude each other.
    pub fn toggle(&mut self, questionnaire: &Questionnaire, ix: FieldIx, code: Code) -> bool {
        let Some(Field { kind: Kind::Multi { none, .. }, .. }) = questionnaire.field(ix) else {
            return false;
        };
        let ticked = match self.answer(ix) {
            Some(Answer::Many(codes)) => *codes,
            _ => Codes::EMPTY,
        };
        let ticked = if ticked.contains(code) {
            ticked.without(code)
        } else if *none == Some(code) {
            Codes::EMPTY.with(code)
        } else {
            none.map_or(ticked, |none| ticked.without(none)).with(code)
        };
        self.set(questionnaire, ix, (!ticked.is_empty()).then_some(Answer::Many(ticked)))
    }

    /// Sets the level of one row of a matrix, or takes it away.
    pub fn set_row(
        &mut self,
        questionnaire: &Questionnaire,
        ix: FieldIx,
        row: Code,
        level: Option<Code>,
    ) -> bool {
        let mut rows = match self.answer(ix) {
            Some(Answer::Rows(rows)) => rows.clone(),
            _ => Levels::default(),
        };
        match level {
            Some(level) => rows.insert(row, level),
            None => rows.remove(row),
        }
        self.set(questionnaire, ix, (!rows.is_empty()).then_some(Answer::Rows(rows)))
    }
}
