//! Of what it is worth.

use super::{any_sheet, config, one_more};
use crate::support::random::{Habits, Random, random_sheet};
use crate::support::{flow, packs, put, questionnaire, report};
use ec_checkup::answers::{Answer, Sheet};
use ec_checkup::model::{Kind, PackIx};
use ec_checkup::score::{Report, Tally};
use proptest::prelude::*;

/// The total, every chapter, every viewpoint.
fn tallies(report: &Report) -> Vec<Tally> {
    let chapters = report.chapters.iter().map(|score| score.tally);
    let views = report.views.iter().map(|score| score.tally);
    [report.total].into_iter().chain(chapters).chain(views).collect()
}

fn ends(tally: Tally) -> Option<(u16, u16)> {
    tally.lowest().zip(tally.highest())
}

/// Whether any asked rating of a pack's scored chapters has this answer.
fn has_rating(pack: PackIx, sheet: &Sheet, wanted: &Answer) -> bool {
    let flow = flow(sheet);
    let scored = questionnaire().chapters_of(pack).filter(|(_, chapter)| chapter.scored);
    let mut fields = scored.flat_map(|(_, chapter)| questionnaire().fields_in(chapter));
    fields.any(|ix| {
        let rating = matches!(questionnaire().field(ix).unwrap().kind, Kind::Rating { .. });
        rating && flow.asks(ix) && sheet.answer(ix) == Some(wanted)
    })
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn ranges_lie_between_0_and_1000(sheet in any_sheet()) {
        for tally in packs().flat_map(|pack| tallies(&report(pack, &sheet))) {
            prop_assert!(tally.earned + tally.open <= tally.total);
            prop_assert!(tally.open_ratings <= tally.ratings);
            prop_assert_eq!(ends(tally).is_none(), tally.ratings == 0);
            if let Some((lowest, highest)) = ends(tally) {
                prop_assert!(lowest <= highest && highest <= 1000, "{lowest}–{highest}");
            }
        }
    }

    #[test]
    fn chapters_and_viewpoints_are_two_cuts_through_the_same_points(sheet in any_sheet()) {
        let sum = |tallies: Vec<Tally>| {
            let all = tallies.iter().map(|tally| (tally.earned, tally.open, tally.total, tally.ratings));
            all.fold((0, 0, 0, 0), |sum, part| (sum.0 + part.0, sum.1 + part.1, sum.2 + part.2, sum.3 + part.3))
        };
        for pack in packs() {
            let report = report(pack, &sheet);
            let total = sum(vec![report.total]);
            prop_assert_eq!(sum(report.chapters.iter().map(|score| score.tally).collect()), total);
            prop_assert_eq!(sum(report.views.iter().map(|score| score.tally).collect()), total);
        }
    }

    /// The range is a promise: whatever is answered next, the score of each pack stays within it. Except for answers of
    /// the profile, which change what the score is about.
    #[test]
    fn one_more_answer_only_narrows_the_range(sheet in any_sheet(), choice: usize, seed in 1..u16::MAX) {
        let Some((added, more)) = one_more(&sheet, choice, seed) else { return Ok(()) };
        let all = |sheet: &Sheet| packs().flat_map(|pack| tallies(&report(pack, sheet))).collect::<Vec<_>>();
        for (before, after) in all(&sheet).into_iter().zip(all(&more)) {
            match (ends(before), ends(after)) {
                (Some(before), Some(after)) => {
                    prop_assert!(before.0 <= after.0 && after.1 <= before.1, "{before:?} to {after:?} by {added:?}");
                }
                (before, after) => prop_assert!(after.is_none(), "{before:?} to {after:?} by {added:?}"),
            }
        }
    }

    #[test]
    fn hidden_answers_never_count(sheet in any_sheet()) {
        let flow = flow(&sheet);
        let mut without = sheet.clone();
        for (ix, _) in questionnaire().fields().filter(|(ix, _)| !flow.asks(*ix)) {
            put(&mut without, ix, None);
        }
        for pack in packs() {
            prop_assert_eq!(report(pack, &sheet), report(pack, &without));
        }
    }

    #[test]
    fn a_complete_sheet_without_dont_know_is_one_number(seed: u64) {
        let (sheet, _) = random_sheet(&mut Random(seed), Habits { answered: 100, special: 5 });
        for pack in packs() {
            prop_assert!(flow(&sheet).total(questionnaire(), &sheet, pack).is_complete());
            let total = report(pack, &sheet).total;
            prop_assert_eq!(total.open_ratings > 0, has_rating(pack, &sheet, &Answer::Unknown));
            prop_assert_eq!(total.lowest() == total.highest(), total.open == 0);
        }
    }

    #[test]
    fn weaknesses_come_worst_first_and_ranks_strongest_first(sheet in any_sheet()) {
        let order = |weak: &ec_checkup::score::Weakness| (weak.earned, 3 - weak.weight, weak.field);
        for report in packs().map(|pack| report(pack, &sheet)) {
            prop_assert!(report.weaknesses.is_sorted_by(|a, b| order(a) < order(b)));
            prop_assert!(report.weaknesses.iter().all(|weak| weak.earned <= 6));
            let ranked: Vec<_> = report.ranked().iter().map(|score| ends(score.tally).unwrap()).collect();
            prop_assert!(ranked.is_sorted_by(|a, b| a >= b), "{ranked:?}");
        }
    }
}
