//! No single shop can be recognised in a report.

use super::{report, sampled, survey};
use crate::support::{compiled, questionnaire};
use ec_checkup::survey::{Derived, FEWEST, Group, Part, Report, Respondent, Table};
use proptest::prelude::*;

/// Every table of a report with where it stands.
fn tables(report: &Report) -> Vec<&Table> {
    let fields = report.fields.iter().flat_map(|field| &field.tables);
    let gaps = report.gaps.iter().map(|gap| &gap.table);
    [&report.levels]
        .into_iter()
        .chain(&report.gates)
        .chain(&report.findings)
        .chain(gaps)
        .chain(fields)
        .collect()
}

/// What is wrong with what is told of a whole and its parts, by how many stand behind each.
fn leak(numbers: &[Option<u32>]) -> Option<String> {
    let (whole, parts) = numbers.split_first()?;
    let told = parts.iter().flatten();
    if whole.iter().chain(told.clone()).any(|told| (1..FEWEST).contains(told)) {
        return Some(format!("told of too few: {numbers:?}"));
    }
    let rest = whole.map(|whole| whole - told.sum::<u32>());
    let worked_out = rest.is_some_and(|rest| (1..FEWEST).contains(&rest));
    (worked_out && !parts.is_empty()).then(|| format!("can be worked out: {numbers:?}"))
}

fn check(report: &Report) {
    if report.groups[0].n >= FEWEST {
        let sizes: Vec<Option<u32>> = report.groups.iter().map(|group| Some(group.n)).collect();
        assert_eq!(leak(&sizes), None);
    }
    let parts: u32 = report.groups[1..].iter().map(|group| group.n).sum();
    assert!(report.groups.len() == 1 || parts == report.groups[0].n, "groups are a partition");
    for table in tables(report) {
        assert_eq!(table.columns.len(), report.groups.len());
        let bases: Vec<Option<u32>> =
            table.columns.iter().map(|column| Some(column.as_ref()?.base)).collect();
        assert_eq!(leak(&bases), None);
        for column in table.columns.iter().flatten() {
            assert!(column.base >= 10 || column.counts.iter().all(|count| column.share(*count).is_none()));
        }
    }
    for score in &report.scores {
        let bases: Vec<Option<u32>> = score.columns.iter().map(|scores| Some(scores.as_ref()?.n())).collect();
        assert_eq!(leak(&bases), None);
    }
}

#[test]
fn four_shops_tell_nothing_and_five_tell_what_all_say() {
    let told = report(&survey(&sampled(7, 4)));
    assert_eq!((told.respondents, told.groups.len()), (4, 1));
    assert!(tables(&told).iter().all(|table| table.all().is_none_or(|column| column.base == 0)));
    let told = report(&survey(&sampled(7, 5)));
    assert!(tables(&told).iter().any(|table| table.all().is_some_and(|column| column.base == 5)));
}

#[test]
fn small_classes_are_put_together() {
    let guide = &compiled().guide;
    let part = |shop: &Respondent| Derived::new(questionnaire(), guide, &shop.sheet).part();
    let known = sampled(3, 90).into_iter().filter(|shop| part(shop) != Part::Unknown);
    let (large, others): (Vec<_>, Vec<_>) = known.partition(|shop| part(shop) == Part::Large);
    let names = |count: usize| {
        let told = report(&survey(others.iter().chain(&large[..count])));
        check(&told);
        told.groups.iter().map(Group::name).collect::<Vec<_>>()
    };
    assert_eq!(names(5), ["all", "large", "medium", "small"]);
    assert_eq!(names(4), ["all", "small", "large+medium"]);
    assert_eq!(names(0), ["all", "medium", "small"]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 10, ..ProptestConfig::default() })]

    #[test]
    fn nothing_is_told_of_fewer_than_five(seed in any::<u64>(), count in 0_u64..50) {
        check(&report(&survey(&sampled(seed, count))));
    }
}
