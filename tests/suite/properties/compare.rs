//! Of two sheets: comparing is fair to both, and taking over destroys nothing.

use super::{any_sheet, config};
use crate::support::{flow, packs, questionnaire, report};
use ec_checkup::answers::{Entry, Sheet};
use ec_checkup::compare::{
    Case, Change, Comparison, Decision, Decisions, Pair, Takeover, Texts, Trend, effects,
};
use ec_checkup::model::{Code, FieldIx, Kind};
use proptest::prelude::*;

/// Two sheets that have much in common, with notes, as those of one shop do.
fn any_two() -> impl Strategy<Value = (Sheet, Sheet)> {
    let fields = questionnaire().fields.len();
    let other = prop::collection::vec(any::<u8>(), fields);
    (any_sheet(), any_sheet(), other).prop_map(|(mine, other, choice)| {
        let (mut mine, mut theirs) = (mine.clone(), mine);
        for ((ix, _), choice) in questionnaire().fields().zip(choice) {
            if choice < 100 {
                let entry = other.entry(ix).cloned().unwrap();
                assert!(theirs.restore(questionnaire(), ix, entry));
            }
            if choice % 9 == 1 {
                theirs.set_note(ix, "theirs");
            }
            if choice % 7 == 1 {
                mine.set_note(ix, "mine");
            }
        }
        (mine, theirs)
    })
}

/// Two sheets that differ in steps of ratings only, and are asked the same.
fn any_two_steps() -> impl Strategy<Value = (Sheet, Sheet)> {
    use ec_checkup::answers::Answer::One;
    let choice = prop::collection::vec(any::<u8>(), questionnaire().fields.len());
    (any_sheet(), choice).prop_map(|(mine, choice)| {
        let mut theirs = mine.clone();
        for ((ix, field), choice) in questionnaire().fields().zip(choice).filter(|(_, choice)| *choice < 60) {
            if let (Kind::Rating { steps, .. }, Some(One(_))) = (&field.kind, mine.answer(ix)) {
                let step = Code::new(choice % u8::try_from(steps.len()).unwrap()).unwrap();
                let before = theirs.clone();
                theirs.set(questionnaire(), ix, Some(One(step)));
                if flow(&before) != flow(&theirs) {
                    theirs = before;
                }
            }
        }
        (mine, theirs)
    })
}

fn any_decisions() -> impl Strategy<Value = Decisions> {
    let decision = prop::sample::select(&[Decision::Mine, Decision::Theirs, Decision::MineAndNote][..]);
    let fields = questionnaire().fields.len();
    prop::collection::vec(prop::option::of(decision), fields).prop_map(|list| {
        let mut decisions = Decisions::default();
        for ((ix, _), decision) in questionnaire().fields().zip(list) {
            if let Some(decision) = decision {
                decisions.set(ix, decision);
            }
        }
        decisions
    })
}

fn all() -> impl Iterator<Item = FieldIx> {
    questionnaire().fields().map(|(ix, _)| ix)
}

fn plan(mine: &Sheet, theirs: &Sheet) -> Takeover {
    Takeover::of_fields(questionnaire(), mine, theirs, all())
}

fn compare<'a>(here: &'a Sheet, there: &'a Sheet) -> Comparison<'a> {
    Comparison::new(questionnaire(), Pair { here, there }, Texts::Compared)
}

/// Whether everything in an entry is still there: the answer with all its rows, the words, the note.
fn kept(before: &Entry, after: &Entry) -> bool {
    use ec_checkup::answers::Answer::Rows;
    let answer = match (&before.answer, &after.answer) {
        (None, _) => true,
        (Some(Rows(before)), Some(Rows(after))) => {
            before.iter().all(|(row, level)| after.get(row) == Some(level))
        }
        (before, after) => before == after,
    };
    answer && after.other.starts_with(&before.other) && after.note.starts_with(before.note.trim())
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn a_sheet_is_the_same_as_itself(sheet in any_sheet()) {
        let comparison = compare(&sheet, &sheet);
        prop_assert!(comparison.is_same());
        prop_assert_eq!(comparison.counts(None).differing(), 0);
        prop_assert!(plan(&sheet, &sheet).lines.iter().all(|line| line.case == Case::Equal));
    }

    /// What is better from one side is worse from the other.
    #[test]
    fn comparing_is_fair((mine, theirs) in any_two()) {
        let (there, back) = (compare(&mine, &theirs), compare(&theirs, &mine));
        for pack in packs().map(Some).chain([None]) {
            let (there, back) = (there.differences(pack), back.differences(pack));
            prop_assert_eq!(there.len(), back.len());
            for (there, back) in there.iter().zip(&back) {
                let mirrored = match back.change {
                    Change::OnlyHere => Change::OnlyThere,
                    Change::OnlyThere => Change::OnlyHere,
                    Change::Answer(Trend::Better) => Change::Answer(Trend::Worse),
                    Change::Answer(Trend::Worse) => Change::Answer(Trend::Better),
                    change => change,
                };
                prop_assert_eq!((there.field, there.change, there.gain), (back.field, mirrored, -back.gain));
                prop_assert_eq!(there.asked, back.asked.swapped());
            }
        }
    }

    /// Where nothing differs, the points are the same; and where only steps do, the gains add up to what there is more.
    #[test]
    fn differences_explain_the_points((mine, theirs) in prop_oneof![any_two(), any_two_steps()]) {
        let comparison = compare(&mine, &theirs);
        // Of other packs, too: what is asked in one may follow from an answer in another.
        let all = comparison.differences(None);
        let same = all.iter().all(|it| it.change == Change::Words);
        let settled = all.iter().all(|it| matches!(it.change, Change::Answer(Trend::Better | Trend::Worse) | Change::Words));
        for pack in packs() {
            let reports = comparison.reports(pack);
            prop_assert_eq!(&reports.here, &report(pack, &mine));
            let Pair { here, there } = reports.total();
            prop_assert!(!same || here == there);
            if settled && questionnaire().chapters_of(pack).all(|(_, chapter)| chapter.scored) {
                let gain: i64 = comparison.differences(Some(pack)).iter().map(|it| i64::from(it.gain)).sum();
                prop_assert_eq!(i64::from(there.earned) - i64::from(here.earned), gain);
            }
        }
    }

    #[test]
    fn without_decisions_nothing_that_is_there_changes((mine, theirs) in any_two()) {
        let taken = plan(&mine, &theirs).apply(questionnaire(), &mine, &Decisions::default());
        for ix in all() {
            let (before, after) = (mine.entry(ix).unwrap(), taken.entry(ix).unwrap());
            prop_assert!(kept(before, after), "{before:?} {after:?}");
        }
        prop_assert_eq!(taken.strays, mine.strays);
    }

    /// Whatever is decided, only what was decided is overwritten, and no note is lost.
    #[test]
    fn only_what_was_decided_is_overwritten((mine, theirs) in any_two(), decisions in any_decisions()) {
        let plan = plan(&mine, &theirs);
        let taken = plan.apply(questionnaire(), &mine, &decisions);
        for ix in all() {
            let (before, after) = (mine.entry(ix).unwrap(), taken.entry(ix).unwrap());
            prop_assert!(after.note.starts_with(before.note.trim()));
            if decisions.get(ix) != Some(Decision::Theirs) {
                prop_assert!(kept(before, after), "{before:?} {after:?}");
            }
            if decisions.get(ix) == Some(Decision::Mine) || plan.lines.iter().all(|line| line.field != ix) {
                prop_assert_eq!(before, after);
            }
        }
        // Undo is the sheet before, so it must not have been touched; and a plan can be carried out once only.
        prop_assert_eq!(plan.apply(questionnaire(), &taken, &decisions), taken);
    }

    /// With theirs for everything, nothing is left to take.
    #[test]
    fn a_takeover_can_be_complete((mine, theirs) in any_two()) {
        let mut decisions = Decisions::default();
        decisions.set_all(all(), Decision::Theirs);
        let taken = plan(&mine, &theirs).apply(questionnaire(), &mine, &decisions);
        let again = plan(&taken, &theirs);
        prop_assert!(again.lines.iter().all(|line| line.case == Case::Equal));
        prop_assert_eq!(again.apply(questionnaire(), &taken, &decisions), taken);
    }

    /// Without a decision the second time finds the same conflicts and nothing else.
    #[test]
    fn filling_twice_is_filling_once((mine, theirs) in any_two()) {
        let first = plan(&mine, &theirs);
        let taken = first.apply(questionnaire(), &mine, &Decisions::default());
        let again = plan(&taken, &theirs);
        prop_assert_eq!(again.lines_that(Case::Fills).count(), 0);
        let conflicts = |plan: &Takeover| plan.lines_that(Case::Conflicts).map(|line| line.field).collect::<Vec<_>>();
        prop_assert_eq!(conflicts(&again), conflicts(&first));
        prop_assert_eq!(again.apply(questionnaire(), &taken, &Decisions::default()), taken);
    }

    #[test]
    fn effects_are_what_the_flow_says((mine, theirs) in any_two()) {
        let told = effects(questionnaire(), &mine, &theirs);
        let (before, after) = (flow(&mine), flow(&theirs));
        for ix in all() {
            prop_assert_eq!(told.appear.contains(&ix), after.asks(ix) && !before.asks(ix));
            prop_assert_eq!(told.vanish.contains(&ix), before.asks(ix) && !after.asks(ix));
            prop_assert!(!told.idle.contains(&ix) || theirs.answer(ix).is_some() && !after.asks(ix));
        }
    }
}
