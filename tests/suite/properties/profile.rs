//! Of the profile, which may change at any time: what it sets aside comes back as it was.

use super::{answer, any_sheet, config};
use crate::support::{flow, is_profile, packs, put, questionnaire, report};
use ec_checkup::answers::Sheet;
use ec_checkup::flow::Visibility;
use ec_checkup::link;
use ec_checkup::model::FieldIx;
use proptest::prelude::*;

/// The sheet with another profile.
fn moved(sheet: &Sheet, seeds: &[u16]) -> Sheet {
    let mut moved = sheet.clone();
    let profile = questionnaire().fields().filter(|(ix, field)| is_profile(*ix) && !field.is_text());
    for ((ix, field), seed) in profile.zip(seeds.iter().cycle()) {
        put(&mut moved, ix, (*seed > 0).then(|| answer(field, *seed)).as_ref());
    }
    moved
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn another_profile_keeps_every_answer(sheet in any_sheet(), seeds in prop::collection::vec(any::<u16>(), 16)) {
        let moved = moved(&sheet, &seeds);
        let mut back = moved.clone();
        for (ix, _) in questionnaire().fields() {
            if is_profile(ix) {
                put(&mut back, ix, sheet.answer(ix));
            } else {
                prop_assert_eq!(moved.entry(ix), sheet.entry(ix));
            }
        }
        prop_assert_eq!(&back, &sheet);
        prop_assert_eq!(flow(&back), flow(&sheet));
    }

    /// Bringing everything back leaves nothing aside; and asks for no less than before.
    #[test]
    fn everything_can_be_brought_back(sheet in any_sheet()) {
        let before = flow(&sheet);
        let mut all = sheet.clone();
        for (ix, _) in questionnaire().fields() {
            all.set_back(ix, true);
        }
        let after = flow(&all);
        for (ix, field) in questionnaire().fields() {
            prop_assert!(!matches!(after.field(ix), Visibility::Aside(_)), "{}", field.id);
            prop_assert!(!before.asks(ix) || after.asks(ix), "{}", field.id);
        }
    }

    /// Whoever opens a link sees the numbers of whoever made it, and would make the same link. Only that something was
    /// brought back and is still without an answer does not travel.
    #[test]
    fn a_link_is_worth_what_its_sheet_is(mut sheet in any_sheet()) {
        let before = flow(&sheet);
        let idle = |ix: &FieldIx| !before.asks(*ix) || sheet.answer(*ix).is_none();
        let idle: Vec<FieldIx> = questionnaire().fields().map(|(ix, _)| ix).filter(idle).collect();
        for ix in idle {
            sheet.set_back(ix, false);
        }
        let fragment = link::encode(questionnaire(), &sheet, &flow(&sheet));
        let (received, _) = link::decode(questionnaire(), &fragment).unwrap();
        for pack in packs() {
            prop_assert_eq!(report(pack, &received), report(pack, &sheet));
        }
        prop_assert_eq!(link::encode(questionnaire(), &received, &flow(&received)), fragment);
    }
}

#[test]
fn the_profile_is_never_set_aside() {
    let profile: Vec<FieldIx> =
        questionnaire().fields().map(|(ix, _)| ix).filter(|ix| is_profile(*ix)).collect();
    assert!(!profile.is_empty());
    let covered = |ix: &FieldIx| questionnaire().rules.iter().any(|rule| rule.covers(*ix));
    assert!(!profile.iter().any(covered));
}
