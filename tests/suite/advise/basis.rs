//! Which pack the level stands on.

use crate::support::{flow, put, questionnaire};
use crate::support::random::{Random, random_answer};
use ec_checkup::advise::basis;
use ec_checkup::answers::Sheet;

/// Answers the fields of a pack in order until so many permille of what it asks are answered.
fn answered(pack: &str, permille: u32) -> Sheet {
    let pack = questionnaire().pack_named(pack).unwrap();
    let mut random = Random(7);
    let mut sheet = Sheet::new(questionnaire());
    let fields = questionnaire().chapters_of(pack).flat_map(|(_, chapter)| questionnaire().fields_in(chapter));
    for ix in fields {
        let flow = flow(&sheet);
        let progress = flow.total(questionnaire(), &sheet, pack);
        let field = questionnaire().field(ix).unwrap();
        if u32::from(progress.answered) * 1000 >= u32::from(progress.asked) * permille {
            break;
        }
        if flow.asks(ix) && !field.is_text() {
            let (answer, _) = random_answer(&mut random, field, 0);
            put(&mut sheet, ix, Some(&answer));
        }
    }
    sheet
}

#[test]
fn the_full_checkup_counts_from_its_half_on() {
    for (pack, permille, expected) in
        [("ecom", 0, "quick"), ("ecom", 480, "quick"), ("ecom", 500, "ecom"), ("ecom", 1000, "ecom"), ("quick", 1000, "quick")]
    {
        let sheet = answered(pack, permille);
        let found = basis(questionnaire(), &sheet, &flow(&sheet));
        assert_eq!(questionnaire().pack(found).unwrap().id, expected, "{pack}, {permille}");
    }
}
