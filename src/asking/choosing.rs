//! What can be asked of somebody else.

use crate::answers::{Answer, Asked, Completeness, Sheet};
use crate::calendar::Date;
use crate::flow::{Flow, Visibility};
use crate::link::{Head, Request};
use crate::model::{FieldIx, Questionnaire};

/// The fields that a rule sets aside as the provider's part, with the follow-ups of what they are beside. A place in
/// [`Questionnaire::rules`].
pub fn of_provider(questionnaire: &Questionnaire, flow: &Flow, place: u8) -> Vec<FieldIx> {
    let aside = |ix: FieldIx| flow.field(ix) == Visibility::Aside(place);
    let questions =
        questionnaire.questions.iter().filter(|question| question.fields.clone().map(FieldIx).any(aside));
    questions.flat_map(|question| questionnaire.fields_of(question)).map(|(ix, _)| ix).collect()
}

/// Of some fields those that can be asked of somebody else, in order: what is asked here, what is set aside as the
/// provider's part, and what depends on nothing but these. With `open_only` what is answered here already is left out; that
/// somebody does not know is no answer.
pub fn askable(
    questionnaire: &Questionnaire,
    sheet: &Sheet,
    fields: &[FieldIx],
    open_only: bool,
) -> Vec<FieldIx> {
    let (now, flow) = (Flow::new(questionnaire, sheet), with_provider(questionnaire, sheet));
    let mut wanted: Vec<FieldIx> = Vec::new();
    for (ix, field) in questionnaire.fields().filter(|(ix, _)| fields.contains(ix)) {
        let depends = || field.condition.tests().any(|test| wanted.contains(&test.field));
        let can = match flow.field(ix) {
            Visibility::Asked => true,
            // What is the provider's part waits for nothing here.
            Visibility::Waiting => matches!(now.field(ix), Visibility::Aside(_)) || depends(),
            Visibility::Hidden | Visibility::Aside(_) => false,
        };
        let known = sheet.completeness(ix, field) == Completeness::Complete
            && sheet.answer(ix) != Some(&Answer::Unknown);
        if can && !(open_only && known) {
            wanted.push(ix);
        }
    }
    wanted
}

/// What would be asked if the provider's part was asked here as well.
fn with_provider(questionnaire: &Questionnaire, sheet: &Sheet) -> Flow {
    let mut sheet = sheet.clone();
    loop {
        let flow = Flow::new(questionnaire, &sheet);
        let theirs = |ix: &FieldIx| match flow.field(*ix) {
            Visibility::Aside(rule) => {
                questionnaire.rules.get(usize::from(rule)).is_some_and(|rule| rule.ask.is_some())
            }
            _ => false,
        };
        let aside: Vec<FieldIx> = questionnaire.fields().map(|(ix, _)| ix).filter(theirs).collect();
        if aside.is_empty() {
            return flow;
        }
        for ix in aside {
            sheet.set_back(ix, true);
        }
    }
}

/// The request that was noted under a number, as its link tells it; and how many texts had to be shortened for that.
pub fn request(questionnaire: &Questionnaire, number: u32, asked: &Asked) -> (Request, usize) {
    let head =
        Head { number, day: Date::parse(&asked.made).and_then(Head::day_of), name: asked.from.clone() };
    let fields = asked.fields.iter().filter_map(|id| questionnaire.field_named(id));
    Request::new(questionnaire, &head, fields, &asked.message)
}
