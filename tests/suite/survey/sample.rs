//! Made-up shops answer as people can.

use super::{report, sampled, survey};
use crate::support::{flow, pack_named, questionnaire};
use ec_checkup::survey::{Sample, Subject};
use std::collections::HashSet;

#[test]
fn the_same_seed_makes_the_same_shops_and_another_others() {
    let (first, again, other) = (sampled(5, 20), sampled(5, 20), sampled(6, 20));
    assert_eq!(first, again);
    assert!(first.iter().zip(&other).all(|(one, other)| one.sheet != other.sheet));
    assert!(first.iter().all(|shop| shop.synthetic && shop.number != 0 && shop.date().is_some()));
    let sample = Sample::new(questionnaire(), 5);
    assert_eq!(sample.respondent(13), first[13], "whatever was made before");
    assert_eq!(
        (sample.document(13).name.as_str(), sample.document(13).sheet),
        ("synthetic 14", first[13].sheet.clone())
    );
    let numbers: HashSet<u32> = sampled(5, 500).iter().map(|shop| shop.number).collect();
    assert_eq!(numbers.len(), 500);
}

#[test]
fn answers_follow_conditions_and_most_are_whole() {
    let mut whole = 0;
    for shop in sampled(1, 60) {
        let flow = flow(&shop.sheet);
        for (ix, field) in questionnaire().fields() {
            assert!(
                flow.asks(ix) || shop.sheet.answer(ix).is_none(),
                "{} is answered and not asked",
                field.id
            );
        }
        let progress = flow.total(questionnaire(), &shop.sheet, pack_named("ecom"));
        whole += u32::from(progress.answered * 20 > progress.asked * 19);
    }
    assert!(whole > 35, "{whole} of 60");
}

#[test]
fn larger_shops_stand_better() {
    let told = report(&survey(&sampled(2, 400)));
    let scores = told.score(Subject::Pack(pack_named("ecom"))).unwrap();
    let mean = |part: &str| {
        let place = told.groups.iter().position(|group| group.name() == part).unwrap();
        scores.columns[place].as_ref().unwrap().mean().unwrap()
    };
    let means = ["small", "medium", "large"].map(mean);
    assert!(means[0] + 500 < means[1] && means[1] + 500 < means[2], "{means:?}");
    let all = scores.columns[0].as_ref().unwrap();
    assert!(all.deviation().unwrap() > 800, "{:?}", all.deviation());
}
