//! What goes in comes out.

use super::{crc32, decode, encode, forge, parts};
use crate::properties::{any_sheet, config};
use crate::support::{flow, put, questionnaire, sheet};
use ec_checkup::answers::Sheet;
use ec_checkup::model::{FieldIx, Rule};
use proptest::prelude::*;

/// What travels: answers to what is asked, without free text; that they were brought back follows from the profile.
pub(super) fn travelling(sheet: &Sheet) -> Sheet {
    let mut travelling = Sheet::new(questionnaire());
    for (ix, field) in questionnaire().fields().filter(|(ix, _)| flow(sheet).asks(*ix)) {
        if !field.is_text() {
            put(&mut travelling, ix, sheet.answer(ix));
            travelling.set_back(ix, sheet.answer(ix).is_some() && is_set_aside(sheet, ix));
        }
    }
    travelling
}

/// Whether the profile sets a field aside, brought back or not.
fn is_set_aside(sheet: &Sheet, ix: FieldIx) -> bool {
    let holds = |rule: &&Rule| flow(sheet).holds(&rule.when, questionnaire(), sheet) == Some(true);
    questionnaire().rules.iter().filter(holds).any(|rule| rule.covers(ix))
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn every_sheet_comes_back(sheet in any_sheet()) {
        let link = encode(&sheet);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{link}");
        prop_assert_eq!(decode(&link), Ok((travelling(&sheet), 0)), "{}", link);
    }
}

#[test]
fn an_envelope_is_what_its_definition_says() {
    assert_eq!(crc32(b"123456789"), 0xCBF4_3926);
    let link = encode(&sheet(&[("mgmt-policy", "B"), ("mgmt-support", "F")]));
    let (pack, revision, _, body) = parts(&link);
    assert_eq!((pack, revision), (questionnaire().number, questionnaire().slots.revision()));
    assert_eq!(forge(pack, revision, &body), link);
}

#[test]
fn free_text_does_not_travel() {
    let mut with_text = sheet(&[("mgmt-head", "D"), ("overall-worries", "秘密"), ("mall-role", "B")]);
    let link = encode(&with_text);
    with_text.set_other(questionnaire().field_named("mgmt-head").unwrap(), "秘密の役職");
    assert_eq!(encode(&with_text), link);
    assert_eq!(decode(&link), Ok((sheet(&[("mgmt-head", "D"), ("mall-role", "B")]), 0)));
}

#[test]
fn answers_that_are_not_asked_for_do_not_travel() {
    let hidden = sheet(&[("login-used", "B"), ("login-purposes", "A"), ("login-requirements", "C")]);
    let waiting = sheet(&[("login-purposes", "A"), ("login-requirements", "C")]);
    assert_eq!(encode(&hidden), encode(&sheet(&[("login-used", "B")])));
    assert_eq!(encode(&waiting), encode(&sheet(&[])));
}
