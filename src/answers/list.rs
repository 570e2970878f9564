//! The answers alone, as they are stored: for files that are no assessment.

use super::document::write_entry;
use super::restore::take_all;
use super::{Json, Sheet};
use crate::model::Questionnaire;

impl Sheet {
    /// The answers by permanent name, with what was not understood beside them.
    pub fn to_json(&self, questionnaire: &Questionnaire) -> Json {
        let entries = questionnaire.fields().zip(self.entries());
        let said = entries.filter(|(_, (_, entry))| !entry.is_empty());
        let mut answers: Vec<(String, Json)> =
            said.map(|((_, field), (_, entry))| (field.id.clone(), write_entry(field, entry))).collect();
        for stray in &self.strays {
            if !answers.iter().any(|(known, _)| *known == stray.0) {
                answers.push(stray.clone());
            }
        }
        Json::Object(answers)
    }

    /// Reads answers; `None` when these are none at all. What is not understood stays beside them.
    pub fn from_json(questionnaire: &Questionnaire, json: &Json) -> Option<Self> {
        let Json::Object(answers) = json else { return None };
        let mut sheet = Self::new(questionnaire);
        take_all(questionnaire, &mut sheet, answers);
        Some(sheet)
    }
}
