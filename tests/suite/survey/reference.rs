//! A reference: what is in it, that it is read as it was written, and where a shop stands by it.

use super::{report, sampled, survey};
use crate::support::{compiled, pack_named, questionnaire};
use ec_checkup::survey::{
    Derived, FEWEST_PERCENT, Part, Places, Reference, ReferenceError, ReferenceScores, STRETCH, Standing,
    Subject,
};
use proptest::prelude::*;

fn reference(count: u64) -> Reference {
    Reference::new(&report(&survey(&sampled(12, count))))
}

fn scores(stretches: &[u32], mean: u32, deviation: u32) -> ReferenceScores {
    let mut all = vec![0; 20];
    all[..stretches.len()].copy_from_slice(stretches);
    let n = all.iter().sum();
    ReferenceScores {
        part: None,
        subject: Subject::Pack(pack_named("ecom")),
        n,
        mean,
        deviation,
        stretches: all,
    }
}

#[test]
fn a_shop_is_placed_among_the_others() {
    let check = |scores: &ReferenceScores, points: u8, percentile: u16, deviation: Option<i32>| {
        let standing = scores.standing(points);
        assert_eq!((standing.percentile, standing.deviation_score), (percentile, deviation), "{points}");
    };
    // 10 shops at 0 to 4 points, 10 at 5 to 9.
    let low = scores(&[10, 10], 450, 250);
    check(&low, 0, 250, Some(320));
    check(&low, 4, 250, Some(480));
    check(&low, 7, 750, Some(600));
    check(&low, 10, 1000, Some(720));
    check(&low, 100, 1000, Some(4320));
    let thirds = scores(&[1, 1, 1], 700, 301);
    check(&thirds, 7, 500, Some(500));
    check(&thirds, 8, 500, Some(533));
    check(&thirds, 6, 500, Some(467));
    // All the same.
    let same = scores(&[0, 12], 700, 0);
    check(&same, 7, 500, Some(500));
    check(&same, 8, 500, None);
    check(&same, 3, 0, None);
    check(&same, 20, 1000, None);
}

#[test]
fn the_same_class_is_compared_with_if_it_is_there() {
    let reference = reference(120);
    let ecom = Subject::Pack(pack_named("ecom"));
    assert_eq!(reference.scores(ecom, Part::Small).unwrap().part, Some(Part::Small));
    assert_eq!(reference.scores(ecom, Part::Unknown).unwrap().part, None);
    assert!(reference.scores(Subject::Pack(pack_named("profile")), Part::Small).is_none());
    assert_eq!((reference.n, reference.synthetic), (120, 120));
}

#[test]
fn small_groups_are_not_in_it() {
    assert!(reference(9).scores.is_empty());
    for count in [12, 30, 60, 90] {
        let reference = reference(count);
        let all = reference.scores.iter().filter(|scores| scores.part.is_none());
        for whole in all {
            let parts = reference
                .scores
                .iter()
                .filter(|scores| scores.subject == whole.subject && scores.part.is_some());
            let parts: Vec<u32> = parts.map(|scores| scores.n).collect();
            let rest = whole.n - parts.iter().sum::<u32>();
            assert!(parts.iter().chain([&whole.n]).all(|n| *n >= FEWEST_PERCENT), "{parts:?} of {}", whole.n);
            assert!(parts.is_empty() || rest == 0 || rest >= FEWEST_PERCENT, "{parts:?} of {}", whole.n);
        }
    }
}

#[test]
fn what_is_wrong_with_a_file_is_said() {
    let good = reference(60).write(questionnaire());
    let read = |text: &str| Reference::read(questionnaire(), text);
    assert_eq!(read(&good), Ok(reference(60)));
    assert_eq!(read(&format!("\u{FEFF}{good}\n")), Ok(reference(60)));
    let check = |from: &str, to: &str, expected: ReferenceError| {
        let changed = good.replacen(from, to, 1);
        assert_ne!(changed, good, "{from}");
        assert_eq!(read(&changed), Err(expected), "{to}");
    };
    for foreign in ["", "hello", "{}", "[1]", &good[..good.len() / 2]] {
        assert_eq!(read(foreign), Err(ReferenceError::Foreign), "{foreign}");
    }
    check(r#":"reference""#, r#":"backup""#, ReferenceError::OtherKind);
    check(r#""format":1"#, r#""format":2"#, ReferenceError::Newer);
    check(r#""format":1"#, r#""format":0"#, ReferenceError::Damaged);
    check(r#""questionnaire":"ecom""#, r#""questionnaire":"x""#, ReferenceError::OtherQuestionnaire);
    check(r#""n":60"#, r#""n":59"#, ReferenceError::Damaged);
    check(r#""fives":["#, r#""fives":[1,"#, ReferenceError::Damaged);
    check(r#""mean":"#, r#""mean":9"#, ReferenceError::Damaged);
    check(r#""title":"""#, r#""title":7"#, ReferenceError::Damaged);
    check(r#""title":"""#, r#""title":"two\nlines""#, ReferenceError::Damaged);
    check(r#""title":"""#, &format!(r#""title":"{}""#, "長".repeat(201)), ReferenceError::Damaged);
    let titled = good.replacen(r#""title":"""#, &format!(r#""title":" {} ""#, "長".repeat(200)), 1);
    assert_eq!(read(&titled).map(|read| read.title), Ok("長".repeat(200)));
    // As they were written before they had titles.
    assert_eq!(read(&good.replacen(r#""title":"","#, "", 1)), Ok(reference(60)));
    assert_eq!(read(&" ".repeat(1_000_001)), Err(ReferenceError::TooLarge));
    check(r#""date":"2"#, r#""date":"x"#, ReferenceError::Damaged);
    check(r#""size":"small""#, r#""size":"tiny""#, ReferenceError::Damaged);
    check(r#""pack":"quick""#, r#""nothing":"quick""#, ReferenceError::Damaged);
    let later = good.replacen(r#""pack":"quick""#, r#""pack":"from-the-future""#, 1);
    assert_eq!(read(&later).map(|read| read.scores.len()), Ok(reference(60).scores.len() - 1));
    let mut few = scores(&[4, 5], 450, 250);
    few.n = 9;
    let few = Reference { title: String::new(), n: 60, synthetic: 0, date: None, scores: vec![few] };
    assert_eq!(read(&few.write(questionnaire())), Err(ReferenceError::TooFew));
}

#[test]
fn a_whole_percent_is_never_0_or_100() {
    let percent = |percentile| Standing { percentile, deviation_score: None }.percent();
    assert_eq!([0, 4, 14, 15, 500, 994, 995, 1000].map(percent), [1, 1, 1, 2, 50, 99, 99, 99]);
}

#[test]
fn a_shop_sees_the_whole_and_every_chapter_beside_its_class() {
    let reference = reference(120);
    let guide = &compiled().guide;
    let mut compared = 0;
    for respondent in sampled(77, 12) {
        let derived = Derived::new(questionnaire(), guide, &respondent.sheet);
        let report = derived.reports.iter().find(|report| report.pack == pack_named("ecom")).unwrap();
        let places = Places::new(&reference, report, derived.part());
        assert_eq!(places.chapters.len(), report.chapters.len());
        assert!(!places.is_empty());
        for place in places.all() {
            let scores = place.scores.unwrap();
            assert!(scores.part.is_none_or(|part| part == derived.part()));
            assert_eq!(place.standing, place.points.map(|points| scores.standing(points)));
            compared += usize::from(place.standing.is_some());
        }
        assert_eq!(places.is_own_class(), places.whole.scores.unwrap().part.is_some());
    }
    assert!(compared > 30, "{compared}");
    let nothing = Reference { scores: Vec::new(), ..reference };
    let sheet = &sampled(77, 1)[0].sheet;
    let derived = Derived::new(questionnaire(), guide, sheet);
    let places = Places::new(&nothing, &derived.reports[0], Part::Small);
    assert!(places.is_empty() && !places.is_own_class());
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn what_is_written_is_read_and_more_points_never_stand_lower(
        counts in prop::collection::vec(0_u32..30, 20),
        mean in 0_u32..=10_000,
        deviation in 0_u32..=5000,
    ) {
        let scores = ReferenceScores { part: Some(Part::Large), ..scores(&counts, mean, deviation) };
        prop_assume!(scores.n >= FEWEST_PERCENT);
        let reference = Reference {
            title: "協会の調べ".to_owned(),
            n: scores.n + 5,
            synthetic: 2,
            date: None,
            scores: vec![scores.clone()],
        };
        prop_assert_eq!(Reference::read(questionnaire(), &reference.write(questionnaire())), Ok(reference));
        let standings: Vec<_> = (0..=100).map(|points| scores.standing(points)).collect();
        for (points, pair) in (0_u8..).zip(standings.windows(2)) {
            prop_assert!(pair[0].percentile <= pair[1].percentile);
            prop_assert!(deviation == 0 || pair[0].deviation_score <= pair[1].deviation_score);
            prop_assert!((points + 1) % STRETCH == 0 || points + 1 == 100 || pair[0].percentile == pair[1].percentile);
        }
        prop_assert!(standings.iter().all(|standing| standing.percentile <= 1000));
    }
}
