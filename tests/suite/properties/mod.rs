//! What holds for every sheet, not only for the ones somebody thought of.

mod compare;
mod exchange;
mod flow;
mod merge;
mod profile;
mod restore;
mod score;

use crate::support::random::{Random, random_answer};
use crate::support::{is_profile, questionnaire};
use ec_checkup::answers::{Answer, Sheet};
use ec_checkup::model::{Field, FieldIx};
use proptest::prelude::*;

/// Nothing is written into the repository when a property fails: the smallest sheet that breaks it is printed.
pub(crate) fn config() -> ProptestConfig {
    ProptestConfig { failure_persistence: None, ..ProptestConfig::default() }
}

/// A seed for each field; 0, to which they shrink, is no answer.
fn seeds() -> impl Strategy<Value = Vec<u16>> {
    let fields = questionnaire().fields.len();
    // Sheets of all densities, so that both early and late gates are met.
    (0..=100_u8).prop_flat_map(move |dense| {
        let seed = any::<u16>().prop_map(move |seed| if seed % 100 < u16::from(dense) { seed } else { 0 });
        prop::collection::vec(seed, fields)
    })
}

/// Any sheet: answers wherever, asked or not, half filled matrices, texts for "other" and fields brought back among them.
pub(crate) fn any_sheet() -> impl Strategy<Value = Sheet> {
    seeds().prop_map(|seeds| {
        let mut sheet = Sheet::new(questionnaire());
        for ((ix, field), seed) in questionnaire().fields().zip(seeds) {
            if seed > 0 {
                assert!(sheet.set(questionnaire(), ix, Some(answer(field, seed))), "{}", field.id);
            }
            if field.other().is_some() && seed % 7 == 1 {
                sheet.set_other(ix, &format!("その他 \"{seed}\"\n"));
            }
            sheet.set_back(ix, seed % 11 == 3);
            if seed % 13 == 5 {
                sheet.set_note(ix, &format!("確認中 {seed}\n"));
            }
        }
        sheet
    })
}

fn answer(field: &Field, seed: u16) -> Answer {
    let (answer, _) = random_answer(&mut Random(seed.into()), field, 10);
    match answer {
        // The first rows missing.
        Answer::Rows(rows) if seed.is_multiple_of(3) => {
            let left_out = usize::from(seed) % rows.len();
            Answer::Rows(rows.iter().skip(left_out).collect())
        }
        answer => answer,
    }
}

/// An answer more: the field chosen among those asked and not wholly answered, and the sheet with it. Of the profile
/// none, because that one may take back.
fn one_more(sheet: &Sheet, choice: usize, seed: u16) -> Option<(FieldIx, Sheet)> {
    use ec_checkup::answers::Completeness::Complete;
    let flow = crate::support::flow(sheet);
    let open: Vec<(FieldIx, &Field)> = questionnaire()
        .fields()
        .filter(|(ix, field)| {
            flow.asks(*ix)
                && !is_profile(*ix)
                && !field.is_text()
                && sheet.completeness(*ix, field) != Complete
        })
        .collect();
    let (ix, field) = *open.get(choice % open.len().max(1))?;
    let mut more = sheet.clone();
    match (sheet.answer(ix), answer(field, seed)) {
        (Some(Answer::Rows(before)), Answer::Rows(rows)) => {
            // A row keeps the level it has.
            let rows = rows.iter().chain(before.iter()).collect();
            more.set(questionnaire(), ix, Some(Answer::Rows(rows)));
        }
        (_, answer) => {
            more.set(questionnaire(), ix, Some(answer));
        }
    }
    Some((ix, more))
}
