//! Which pack the level stands on.

use crate::support::random::{Random, random_answer};
use crate::support::{flow, put, questionnaire};
use ec_checkup::advise::basis;
use ec_checkup::answers::Sheet;

/// Answers the fields of a pack in order until so many permille of what it asks are answered.
fn answer(sheet: &mut Sheet, pack: &str, permille: u32) {
    let pack = questionnaire().pack_named(pack).unwrap();
    let mut random = Random(7);
    let fields =
        questionnaire().chapters_of(pack).flat_map(|(_, chapter)| questionnaire().fields_in(chapter));
    for ix in fields {
        let flow = flow(sheet);
        let progress = flow.total(questionnaire(), sheet, pack);
        let field = questionnaire().field(ix).unwrap();
        if u32::from(progress.answered) * 1000 >= u32::from(progress.asked) * permille {
            break;
        }
        if flow.asks(ix) && !field.is_text() {
            let (answer, _) = random_answer(&mut random, field, 0);
            put(sheet, ix, Some(&answer));
        }
    }
}

#[test]
fn the_full_checkup_counts_from_its_half_on_or_while_the_first_check_is_hardly_begun() {
    for (quick, ecom, expected) in [
        (0, 0, "quick"),
        (300, 0, "quick"),
        (1000, 0, "quick"),
        (0, 100, "ecom"),
        (0, 1000, "ecom"),
        (300, 300, "ecom"),
        (1000, 300, "quick"),
        (1000, 500, "ecom"),
    ] {
        let mut sheet = Sheet::new(questionnaire());
        answer(&mut sheet, "quick", quick);
        answer(&mut sheet, "ecom", ecom);
        let found = basis(questionnaire(), &sheet, &flow(&sheet));
        assert_eq!(questionnaire().pack(found).unwrap().id, expected, "quick {quick}, ecom {ecom}");
    }
}
