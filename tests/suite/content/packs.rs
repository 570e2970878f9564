//! Packs against each other.

use crate::support::{is_profile, none_wrong, packs, questionnaire};
use ec_checkup::model::{FieldIx, PackIx};
use std::collections::BTreeSet;

fn asked(pack: PackIx) -> Vec<FieldIx> {
    let chapters = questionnaire().chapters_of(pack);
    chapters.flat_map(|(_, chapter)| questionnaire().fields_in(chapter)).collect()
}

#[test]
fn there_are_six_packs_and_the_profile_comes_first() {
    let ids: Vec<&str> = questionnaire().packs.iter().map(|pack| pack.id.as_str()).collect();
    assert_eq!(ids, ["profile", "quick", "ecom", "privacy", "hosting", "daily"]);
    assert!(questionnaire().chapters_of(PackIx(0)).all(|(_, chapter)| !chapter.scored));
    assert!(packs().all(|pack| questionnaire().questions_in(pack).count() > 0));
}

/// Twice in one pack, a field would count twice.
#[test]
fn no_pack_asks_a_field_twice() {
    let mut wrong = Vec::new();
    for pack in packs() {
        let mut seen = BTreeSet::new();
        for ix in asked(pack).into_iter().filter(|ix| !seen.insert(*ix)) {
            let [pack, field] =
                [&questionnaire().pack(pack).unwrap().id, &questionnaire().field(ix).unwrap().id];
            wrong.push(format!("{pack} asks {field} twice"));
        }
    }
    none_wrong(&wrong);
}

/// What waits for a question of another pack would wait forever.
#[test]
fn no_field_waits_for_another_pack() {
    let mut wrong = Vec::new();
    for pack in packs() {
        let here: BTreeSet<FieldIx> = asked(pack).into_iter().collect();
        for ix in &here {
            let field = questionnaire().field(*ix).unwrap();
            for test in field.condition.tests() {
                if !here.contains(&test.field) && !is_profile(test.field) {
                    let gate = &questionnaire().field(test.field).unwrap().id;
                    let pack = &questionnaire().pack(pack).unwrap().id;
                    wrong.push(format!("{pack}: {} waits for {gate}, which is not asked there", field.id));
                }
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn every_rule_sets_something_aside() {
    for rule in &questionnaire().rules {
        assert!(!rule.fields.is_empty(), "{}", rule.id);
        assert!(
            !rule.fields.iter().cloned().flatten().any(|place| is_profile(FieldIx(place))),
            "{}",
            rule.id
        );
    }
}
