//! How two sheets differ.

use super::{QUESTIONNAIRE, id, sheet};
use crate::support::{compiled, pack_named, questionnaire};
use ec_checkup::advise::GateState;
use ec_checkup::compare::{Change, Comparison, Counts, Difference, Pair, Texts, Trend};
use ec_checkup::model::PackIx;

const DOORS: PackIx = PackIx(1);
const ROUND: PackIx = PackIx(2);

fn written(difference: &Difference) -> String {
    let change = match difference.change {
        Change::Unanswered => "none".to_owned(),
        Change::OnlyHere => "here".to_owned(),
        Change::OnlyThere => "there".to_owned(),
        Change::Answer(Trend::Neither) => "other".to_owned(),
        Change::Answer(_) => format!("{:+}", difference.gain),
        Change::Words => "words".to_owned(),
        Change::Same => "same".to_owned(),
    };
    let only = match difference.counts_only() {
        Some(Pair { here: true, .. }) => ", not asked there",
        Some(Pair { here: false, .. }) => ", not asked here",
        None => "",
    };
    format!("{} {change}{only}", id(difference.field))
}

fn differences(here: &str, there: &str, pack: Option<PackIx>, texts: Texts) -> String {
    let (here, there) = (sheet(here), sheet(there));
    let comparison = Comparison::new(&QUESTIONNAIRE, Pair { here: &here, there: &there }, texts);
    let list = comparison.differences(pack);
    assert_eq!(list.is_empty(), comparison.is_same());
    list.iter().map(written).collect::<Vec<_>>().join("; ")
}

fn check(here: &str, there: &str, expected: &str) {
    assert_eq!(differences(here, there, None, Texts::Compared), expected, "{here} and {there}");
}

#[test]
fn every_kind_of_difference_is_told() {
    check("", "", "");
    check("lock=A", "lock=A", "");
    check("lock=B", "lock=A", "lock +8");
    check("lock=A", "lock=B", "lock -8");
    check("lock=A", "lock=DK", "lock other");
    check("lock=DK", "lock=D", "lock other; lock-reasons none, not asked here");
    // What waits for an answer may still be asked.
    check("lock=A", "", "lock here");
    check("", "lock=A", "lock there");
    check("lock-often=A", "lock-often=B", "lock-often other");
    check("lock-doors=A1B1", "lock-doors=A1B2", "lock-doors other");
    check("lock-doors=A1B1", "lock-doors=NA", "lock-doors other");
    check("lock=C lock-reasons=A", "lock=C lock-reasons=AB", "lock-reasons other");
}

#[test]
fn what_is_not_asked_does_not_count() {
    // Kept in both, asked in neither.
    check("lock=A lock-reasons=A", "lock=A lock-reasons=B", "");
    // Waiting for an answer in both.
    check("lock-reasons=A", "lock-reasons=B", "");
    check("lock=C lock-reasons=A", "lock=B lock-reasons=A", "lock +8; lock-reasons here, not asked there");
    check(
        "lock-doors=A1B1",
        "shop-kind=B lock-doors=A1B1",
        "shop-kind there; lock-doors here, not asked there",
    );
    check(
        "shop-kind=B lock-doors=A1B1",
        "shop-kind=B lock-doors! lock-doors=A1B1",
        "lock-doors there, not asked here",
    );
}

#[test]
fn words_count_where_they_are_said() {
    let often = |other: &str| format!("lock-often=B | lock-often: {other}");
    check(&often("at noon"), &often("at night"), "lock-often words");
    check(&often("at noon"), "lock-often=B", "lock-often words");
    check("lock-often=A | lock-often: at noon", "lock-often=A | lock-often: at night", "");
    check("lock=A | lock # why", "lock=A", "lock words");
    check("lock=A | lock # why", "lock=B", "lock -8");
    check(" | lock # why", "", "lock words");
    check("night-note=a", "night-note=b", "night-note other");
    check("night-note=a", "", "night-note here");
    let left_out = |here: &str, there: &str| differences(here, there, None, Texts::LeftOut);
    assert_eq!(left_out("lock=A night-note=a | lock # why", "lock=A"), "");
    assert_eq!(left_out("lock=A night-note=a | lock # why", "lock=B"), "lock -8");
}

#[test]
fn a_pack_is_compared_with_what_it_uses() {
    let [here, there] =
        ["shop-kind=A lock=A lock-often=A night-note=a", "shop-kind=C lock=B lock-often=B night-note=b"];
    let of = |pack| differences(here, there, Some(pack), Texts::Compared);
    assert_eq!(of(PackIx(0)), "shop-kind other");
    assert_eq!(of(DOORS), "lock -8; lock-often other");
    assert_eq!(of(ROUND), "lock -8; night-note other");
}

#[test]
fn differences_are_counted() {
    let check = |here: &str, there: &str, expected: Counts| {
        let (here, there) = (sheet(here), sheet(there));
        let comparison =
            Comparison::new(&QUESTIONNAIRE, Pair { here: &here, there: &there }, Texts::Compared);
        let counts = comparison.counts(None);
        assert_eq!(counts, expected);
        let listed = comparison.differences(None).iter().filter(|it| it.change != Change::Unanswered).count();
        assert!(usize::from(counts.differing()) <= listed);
    };
    check("", "", Counts::default());
    check("lock=A lock-often=A", "lock=A lock-often=A", Counts { same: 2, ..Counts::default() });
    check("lock=B lock-often=A", "lock=A", Counts { better: 1, only_here: 1, ..Counts::default() });
    check(
        "lock=A lock-often=B | lock-often: x",
        "lock=C lock-often=B night-note=a",
        Counts { worse: 1, words: 1, only_there: 1, counts_there: 1, ..Counts::default() },
    );
    check(
        "shop-kind=A lock-doors=A1B1",
        "shop-kind=B",
        Counts { changed: 1, only_here: 1, counts_here: 1, ..Counts::default() },
    );
}

#[test]
fn points_stand_beside_each_other() {
    let (here, there) = (sheet("lock=C"), sheet("lock=A"));
    let comparison = Comparison::new(&QUESTIONNAIRE, Pair { here: &here, there: &there }, Texts::Compared);
    let reports = comparison.reports(DOORS);
    let range = reports.as_ref().map(ec_checkup::score::Report::range);
    assert_eq!(range, Pair { here: Some((333, 333)), there: Some((1000, 1000)) });
    assert_eq!(reports.total().trend(), Trend::Better);
    assert_eq!(reports.total().swapped().trend(), Trend::Worse);
    for tallies in reports.chapters().map(|(_, it)| it).chain(reports.views().map(|(_, it)| it)) {
        assert_eq!(
            tallies.map(ec_checkup::score::Tally::lowest),
            Pair { here: Some(333), there: Some(1000) }
        );
    }
}

#[test]
fn a_range_is_better_only_when_it_lies_above_the_other() {
    let check = |here, there, expected| {
        assert_eq!(Trend::of_ranges(here, there), expected, "{here:?} {there:?}");
        let opposite = match expected {
            Trend::Better => Trend::Worse,
            Trend::Worse => Trend::Better,
            Trend::Neither => Trend::Neither,
        };
        assert_eq!(Trend::of_ranges(there, here), opposite);
    };
    check(Some((200, 800)), Some((500, 600)), Trend::Neither);
    check(Some((200, 500)), Some((500, 600)), Trend::Neither);
    check(Some((200, 499)), Some((500, 600)), Trend::Better);
    check(Some((500, 500)), Some((500, 500)), Trend::Neither);
    check(Some((500, 500)), Some((501, 501)), Trend::Better);
    check(None, Some((501, 501)), Trend::Neither);
}

#[test]
fn levels_and_gates_stand_beside_each_other() {
    let guide = &compiled().guide;
    let mut here = crate::support::sheet(&[("shop-kind", "B")]);
    for ix in
        questionnaire().chapters_of(pack_named("quick")).flat_map(|(_, it)| questionnaire().fields_in(it))
    {
        let field = questionnaire().field(ix).unwrap();
        if let Some(answer) = crate::support::notation::read(field, "A") {
            here.set(questionnaire(), ix, Some(answer));
        }
    }
    let mut there = here.clone();
    let (tls, field) = crate::support::named("quick-tls");
    there.set(questionnaire(), tls, crate::support::notation::read(field, "D"));
    let comparison = Comparison::new(questionnaire(), Pair { here: &here, there: &there }, Texts::Compared);
    let levels = comparison.levels(guide, pack_named("quick"));
    assert_eq!(levels.trend(), Trend::Worse, "{levels:?}");
    assert_eq!(levels.swapped().trend(), Trend::Better);
    let gates = comparison.gates(guide);
    let states: Vec<_> = gates.iter().map(|(_, states)| *states).collect();
    assert_eq!(states, [Pair { here: GateState::Open, there: GateState::Shut }], "{gates:?}");
}
