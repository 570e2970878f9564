//! Of what is asked.

use super::{any_sheet, config, one_more};
use crate::support::{flow, packs, put, questionnaire};
use ec_checkup::flow::{Progress, Visibility};
use ec_checkup::link;
use proptest::prelude::*;

proptest! {
    #![proptest_config(config())]

    #[test]
    fn progress_adds_up(sheet in any_sheet()) {
        let flow = flow(&sheet);
        let sum = |parts: Vec<Progress>| {
            parts.iter().fold((0, 0), |sum, part| (sum.0 + part.answered, sum.1 + part.asked))
        };
        for pack in packs() {
            let total = flow.total(questionnaire(), &sheet, pack);
            prop_assert!(total.answered <= total.asked);
            prop_assert_eq!(total.percent() == 100, total.is_complete());
            prop_assert_eq!(flow.next_open(questionnaire(), &sheet, pack, None).is_none(), total.is_complete());
            let chapters = questionnaire().chapters_of(pack).map(|(ix, _)| flow.chapter(questionnaire(), &sheet, ix));
            prop_assert_eq!(sum(chapters.collect()), (total.answered, total.asked));
            let questions = questionnaire().questions_in(pack);
            let questions = questions.map(|(_, question)| flow.question(questionnaire(), &sheet, question));
            prop_assert_eq!(sum(questions.collect()), (total.answered, total.asked));
        }
    }

    /// Waiting is temporary, everything else is settled, until the profile says otherwise.
    #[test]
    fn one_more_answer_takes_nothing_back(sheet in any_sheet(), choice: usize, seed in 1..u16::MAX) {
        let Some((added, more)) = one_more(&sheet, choice, seed) else { return Ok(()) };
        let (before, after) = (flow(&sheet), flow(&more));
        for (ix, field) in questionnaire().fields() {
            let (before, after) = (before.field(ix), after.field(ix));
            prop_assert!(before == Visibility::Waiting || before == after, "{} by {:?}", field.id, added);
        }
    }

    /// An answer to what is not asked changes nothing but what is kept.
    #[test]
    fn answers_that_are_not_asked_for_decide_nothing(sheet in any_sheet()) {
        let before = flow(&sheet);
        let mut without = sheet.clone();
        for (ix, _) in questionnaire().fields().filter(|(ix, _)| !before.asks(*ix)) {
            put(&mut without, ix, None);
        }
        let after = flow(&without);
        prop_assert_eq!(&before, &after);
        for pack in packs() {
            prop_assert_eq!(before.total(questionnaire(), &sheet, pack), after.total(questionnaire(), &without, pack));
        }
        let link = link::encode(questionnaire(), &sheet, &before);
        prop_assert_eq!(link, link::encode(questionnaire(), &without, &after));
    }

    #[test]
    fn there_and_back_through_the_questions(sheet in any_sheet()) {
        let flow = flow(&sheet);
        for pack in packs() {
            let asked: Vec<_> = flow.questions(questionnaire(), pack).collect();
            for pair in asked.windows(2) {
                prop_assert_eq!(flow.next(questionnaire(), pair[0]), Some(pair[1]));
                prop_assert_eq!(flow.previous(questionnaire(), pair[1]), Some(pair[0]));
            }
            if let (Some(first), Some(last)) = (asked.first(), asked.last()) {
                prop_assert_eq!(flow.previous(questionnaire(), *first), None);
                prop_assert_eq!(flow.next(questionnaire(), *last), None);
            }
        }
    }
}
