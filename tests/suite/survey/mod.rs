//! Surveys: many sheets counted, reported, exported.

mod command_line;
mod counting;
mod disclosure;
mod golden;
mod reference;
mod rows;
mod sample;

use crate::support::{compiled, questionnaire};
use ec_checkup::answers::Sheet;
use ec_checkup::survey::{Report, Respondent, Sample, Survey};

/// A survey of nobody yet.
pub(crate) fn empty() -> Survey {
    Survey::new(questionnaire(), &compiled().guide)
}

/// Counts respondents.
pub(crate) fn survey<'a>(respondents: impl IntoIterator<Item = &'a Respondent>) -> Survey {
    let mut survey = empty();
    for respondent in respondents {
        survey.add(questionnaire(), &compiled().guide, respondent);
    }
    survey
}

/// What a survey says.
pub(crate) fn report(survey: &Survey) -> Report {
    Report::new(questionnaire(), &compiled().guide, survey)
}

/// Somebody with these answers.
pub(crate) fn respondent(sheet: Sheet) -> Respondent {
    Respondent { number: 1, sheet, ..Respondent::default() }
}

/// The first made-up respondents of a seed.
pub(crate) fn sampled(seed: u64, count: u64) -> Vec<Respondent> {
    let sample = Sample::new(questionnaire(), seed);
    (0..count).map(|index| sample.respondent(index)).collect()
}
