//! The counts of many sheets. Adding and putting together are sums, so it does not matter who counts what, or in which
//! order: the numbers are the same.

use super::derived::{Derived, Part};
use super::each;
use super::layout::Layout;
use super::respondent::Respondent;
use crate::model::{Guide, Questionnaire};
use serde::{Deserialize, Serialize};

/// The counts of many sheets.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Survey {
    pub(super) layout: Layout,
    pub(super) state: State,
}

/// What a survey has counted, without where it counted it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct State {
    mark: u64,
    /// By [`Part::ALL`].
    parts: Vec<Vec<u32>>,
    /// The first and the last day.
    pub(super) days: Option<(u16, u16)>,
    pub(super) synthetic: u32,
}

/// Why two surveys cannot be put together, or a stored one not be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SurveyError {
    /// It was counted with another state of the questionnaire.
    OtherQuestionnaire,
    /// These are no counts.
    Damaged,
}

impl Survey {
    /// Nothing counted yet.
    pub fn new(questionnaire: &Questionnaire, guide: &Guide) -> Self {
        let layout = Layout::new(questionnaire, guide);
        let parts = vec![vec![0; layout.cells]; Part::ALL.len()];
        let state = State { mark: layout.mark, parts, days: None, synthetic: 0 };
        Self { layout, state }
    }

    /// Counts a respondent. Questionnaire and guide must be those that it was made with.
    pub fn add(&mut self, questionnaire: &Questionnaire, guide: &Guide, respondent: &Respondent) {
        let derived = Derived::new(questionnaire, guide, &respondent.sheet);
        self.add_derived(questionnaire, guide, respondent, &derived);
    }

    /// The same, when all that follows from the sheet is worked out already.
    pub fn add_derived(
        &mut self,
        questionnaire: &Questionnaire,
        guide: &Guide,
        respondent: &Respondent,
        derived: &Derived,
    ) {
        if let Some(day) = respondent.day {
            let (first, last) = self.state.days.unwrap_or((day, day));
            self.state.days = Some((first.min(day), last.max(day)));
        }
        self.state.synthetic = self.state.synthetic.saturating_add(u32::from(respondent.synthetic));
        let layout = &self.layout;
        let Some(cells) = self.state.parts.get_mut(derived.part() as usize) else { return };
        each::count(cells, layout, (questionnaire, guide), &respondent.sheet, derived);
    }

    /// Adds what another survey counted.
    ///
    /// # Errors
    /// When it was made with another state of the questionnaire. Nothing is added then.
    pub fn merge(&mut self, other: &Self) -> Result<(), SurveyError> {
        if self.layout != other.layout {
            return Err(SurveyError::OtherQuestionnaire);
        }
        for (cells, others) in self.state.parts.iter_mut().zip(&other.state.parts) {
            for (cell, more) in cells.iter_mut().zip(others) {
                *cell = cell.saturating_add(*more);
            }
        }
        self.state.days = match (self.state.days, other.state.days) {
            (Some(mine), Some(theirs)) => Some((mine.0.min(theirs.0), mine.1.max(theirs.1))),
            (mine, theirs) => mine.or(theirs),
        };
        self.state.synthetic = self.state.synthetic.saturating_add(other.state.synthetic);
        Ok(())
    }

    /// How many respondents were counted.
    pub fn respondents(&self) -> u32 {
        Part::ALL.into_iter().map(|part| self.cell(part, 0)).sum()
    }

    /// One count of a part of the respondents.
    pub(super) fn cell(&self, part: Part, place: usize) -> u32 {
        self.state.parts.get(part as usize).and_then(|cells| cells.get(place)).copied().unwrap_or(0)
    }

    /// The counts as bytes, to be handed from one worker to another. No form to be kept: the next version has another.
    pub fn to_bytes(&self) -> Vec<u8> {
        postcard::to_allocvec(&self.state).unwrap_or_default()
    }

    /// Reads counts.
    ///
    /// # Errors
    /// [`SurveyError`] says what is wrong with them.
    pub fn from_bytes(
        questionnaire: &Questionnaire,
        guide: &Guide,
        bytes: &[u8],
    ) -> Result<Self, SurveyError> {
        let state: State = postcard::from_bytes(bytes).map_err(|_| SurveyError::Damaged)?;
        let layout = Layout::new(questionnaire, guide);
        if state.mark != layout.mark {
            return Err(SurveyError::OtherQuestionnaire);
        }
        let whole = state.parts.len() == Part::ALL.len()
            && state.parts.iter().all(|cells| cells.len() == layout.cells);
        if whole { Ok(Self { layout, state }) } else { Err(SurveyError::Damaged) }
    }
}
