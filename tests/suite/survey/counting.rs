//! What is counted, and that it does not matter who counts it.

use super::{empty, report, respondent, sampled, survey};
use crate::support::random::{Habits, Random, random_answer, random_sheet};
use crate::support::{compiled, named, pack_named, put, questionnaire, sheet};
use ec_checkup::answers::{Answer, Completeness};
use ec_checkup::flow::Flow;
use ec_checkup::model::Kind;
use ec_checkup::survey::{Column, Respondent, Subject, Survey, SurveyError};
use proptest::prelude::*;

/// A shop whose profile says that it is small.
const SMALL: [(&str, &str); 4] =
    [("shop-kind", "B"), ("sales-band", "A"), ("system-people", "A"), ("server-count", "A")];

fn many(answers: &[(&str, &str)], count: usize) -> Vec<Respondent> {
    vec![respondent(sheet(&[&SMALL, answers].concat())); count]
}

fn column(survey: &Survey, field: &str, row: usize) -> Column {
    let report = report(survey);
    report.field(named(field).0).unwrap().tables[row].all().unwrap().clone()
}

#[test]
fn each_kind_of_answer_is_counted_by_its_letters() {
    let counted = survey(
        [
            many(&[("quick-mfa", "A"), ("goods-kind", "AC"), ("overall-areas", "A1B4")], 5),
            many(&[("quick-mfa", "D"), ("goods-kind", "A"), ("overall-areas", "B4")], 3),
            many(&[("quick-mfa", "DK")], 2),
            many(&[], 4),
        ]
        .iter()
        .flatten(),
    );
    let rating = Column { asked: 14, base: 10, na: 0, dk: 2, counts: vec![5, 0, 0, 3] };
    assert_eq!(column(&counted, "quick-mfa", 0), rating);
    let several = Column { asked: 14, base: 8, na: 0, dk: 0, counts: vec![8, 0, 5, 0, 0] };
    assert_eq!(column(&counted, "goods-kind", 0), several);
    let [first, second] = [0, 1].map(|row| column(&counted, "overall-areas", row));
    assert_eq!((first.asked, first.base, first.counts), (14, 5, vec![5, 0, 0, 0]));
    assert_eq!((second.asked, second.base, second.counts), (14, 8, vec![0, 0, 0, 8]));
}

#[test]
fn of_free_text_only_that_there_is_some_is_counted() {
    let mut wrote = sheet(&SMALL);
    put(&mut wrote, named("overall-worries").0, Some(&Answer::Text("secret of the shop".to_owned())));
    let counted = survey(&[vec![respondent(wrote); 6], many(&[], 4)].concat());
    assert_eq!(
        column(&counted, "overall-worries", 0),
        Column { asked: 10, base: 10, na: 0, dk: 0, counts: vec![6] }
    );
    let bytes = counted.to_bytes();
    assert!(!bytes.windows(6).any(|part| part == b"secret"));
}

#[test]
fn what_is_not_asked_is_not_counted() {
    // Asked only of who has a site of their own.
    let with = [("site-platform", "A")];
    let hidden = survey(&many(&with, 8));
    assert_eq!(column(&hidden, "site-platform", 0), Column { counts: vec![0; 5], ..Column::default() });
}

#[test]
fn levels_gates_and_scores_are_counted() {
    let counted = survey(&many(&[("quick-card-data", "D")], 12));
    let told = report(&counted);
    let gate = compiled().guide.gates.iter().position(|gate| gate.id == "card-data").unwrap();
    assert_eq!(told.gates[gate].all().unwrap().counts, [12, 0, 0]);
    let quick = Subject::Pack(pack_named("quick"));
    // One answer is too little to count with.
    assert_eq!(told.score(quick).unwrap().columns[0].as_ref().unwrap().n(), 0);
    assert_eq!(told.levels.all().unwrap().counts.iter().sum::<u32>(), 0);
    let told = report(&survey(&sampled(1, 50)));
    let scores = told.score(quick).unwrap().columns[0].as_ref().unwrap();
    assert!(scores.n() > 40 && scores.n() == told.levels.all().unwrap().base, "{}", scores.n());
}

#[test]
fn counts_of_another_questionnaire_are_refused() {
    let mut other = questionnaire().clone();
    other.fields.pop();
    let mine = empty();
    let theirs = Survey::new(&other, &compiled().guide);
    assert_eq!(mine.clone().merge(&theirs), Err(SurveyError::OtherQuestionnaire));
    let read = |bytes: &[u8]| Survey::from_bytes(questionnaire(), &compiled().guide, bytes);
    assert_eq!(read(&theirs.to_bytes()), Err(SurveyError::OtherQuestionnaire));
    assert_eq!(read(b"nonsense"), Err(SurveyError::Damaged));
    assert_eq!(read(&mine.to_bytes()), Ok(mine));
}

/// Who left one of the two open is in no pair.
#[test]
fn staff_and_servers_are_counted_together() {
    let shop = |people: &str, servers: &str| {
        respondent(sheet(&[("shop-kind", "D"), ("system-people", people), ("server-count", servers)]))
    };
    let mut shops: Vec<Respondent> = Vec::new();
    for (count, people, servers) in [(6, "A", "A"), (5, "B", "B"), (7, "B", "C"), (9, "C", "C")] {
        shops.extend(std::iter::repeat_n(shop(people, servers), count));
    }
    shops.push(respondent(sheet(&[("shop-kind", "D"), ("system-people", "C")])));
    let cross = report(&survey(&shops)).cross.unwrap();
    let counts: Vec<_> = cross.counts.into_iter().map(|(_, row)| row.unwrap()).collect();
    let expected = [[6, 0, 0], [0, 5, 0], [0, 7, 9]].map(|row| row.map(Some).to_vec());
    assert_eq!((cross.base, counts), (27, expected.to_vec()));
    assert_eq!(report(&survey(&shops[..4])).cross, None);
}

/// Somebody made up without any thought.
fn anybody(seed: u64) -> Respondent {
    let mut random = Random(seed);
    let answered = [0, 30, 100][random.below(3)];
    let (mut sheet, _) = random_sheet(&mut random, Habits { answered, special: 20 });
    // Some answers are left over from before the profile was changed.
    if random.below(2) == 0 {
        for (ix, field) in questionnaire().fields().filter(|_| random.below(3) == 0).collect::<Vec<_>>() {
            put(&mut sheet, ix, Some(&random_answer(&mut random, field, 20).0));
        }
    }
    let day = u16::try_from(random.below(4000)).ok().filter(|day| day % 3 > 0);
    Respondent { number: 1, day, synthetic: seed.is_multiple_of(2), sheet }
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 12, ..ProptestConfig::default() })]

    #[test]
    fn however_it_is_split_the_numbers_are_the_same(seeds in prop::collection::vec(any::<u64>(), 0..12), cut in 0_usize..12) {
        let all: Vec<Respondent> = seeds.iter().map(|seed| anybody(*seed)).collect();
        let (first, second) = all.split_at(cut.min(all.len()));
        let (middle, last) = second.split_at(second.len() / 2);
        let [first, middle, last] = [first, middle, last].map(survey);
        let whole = survey(&all);
        let merged = |surveys: &[&Survey]| {
            let mut sum = empty();
            for other in surveys {
                prop_assert!(sum.merge(other).is_ok());
            }
            Ok(sum)
        };
        prop_assert!(merged(&[&first, &middle, &last])? == whole);
        prop_assert!(merged(&[&last, &first, &middle])? == whole);
        prop_assert!(merged(&[&first, &merged(&[&middle, &last])?])? == whole);
        let stored = Survey::from_bytes(questionnaire(), &compiled().guide, &whole.to_bytes());
        prop_assert!(stored == Ok(whole));
    }

    #[test]
    fn what_is_not_asked_counts_nowhere(seed in any::<u64>()) {
        let shop = anybody(seed);
        let flow = Flow::new(questionnaire(), &shop.sheet);
        let mut bare = shop.clone();
        for (ix, _) in questionnaire().fields().filter(|(ix, _)| !flow.asks(*ix)) {
            bare.sheet.set(questionnaire(), ix, None);
        }
        prop_assert!(survey([&bare]) == survey([&shop]));
    }

    #[test]
    fn counts_add_up_to_their_base(seeds in prop::collection::vec(any::<u64>(), 5..20)) {
        let all: Vec<Respondent> = seeds.iter().map(|seed| anybody(*seed)).collect();
        let told = report(&survey(&all));
        prop_assert_eq!(told.groups[0].n as usize, all.len());
        prop_assert_eq!(told.synthetic as usize, all.iter().filter(|one| one.synthetic).count());
        let flows: Vec<Flow> = all.iter().map(|one| Flow::new(questionnaire(), &one.sheet)).collect();
        for (ix, field) in questionnaire().fields() {
            for table in &told.field(ix).unwrap().tables {
                let Some(column) = table.all() else { continue };
                let sum = column.counts.iter().sum::<u32>() + column.na + column.dk;
                match field.kind {
                    Kind::Text => prop_assert_eq!(column.base, column.asked),
                    Kind::Multi { .. } => prop_assert!(sum >= column.base || column.base == 0),
                    _ => prop_assert_eq!(sum, column.base, "{}", field.id),
                }
                prop_assert!(column.base <= column.asked);
                // Counted anew, one by one.
                let asked = all.iter().zip(&flows).filter(|(_, flow)| flow.asks(ix));
                prop_assert_eq!(column.asked as usize, asked.clone().count());
                if table.row.is_none() && !field.is_text() {
                    let answered = asked.filter(|(one, _)| one.sheet.completeness(ix, field) > Completeness::Empty);
                    prop_assert_eq!(column.base as usize, answered.count());
                }
            }
        }
    }
}
