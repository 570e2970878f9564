//! A field that two packs ask: one answer, both ways. Shown on the tiny questionnaire, where the pack `round` uses `lock`.

use crate::support::tiny::{SECOND, answered, built, place};
use ec_checkup::answers::Sheet;
use ec_checkup::flow::{Flow, Progress};
use ec_checkup::model::{PackIx, Question, QuestionIx, Questionnaire};
use ec_checkup::score::Report;

const DOORS: PackIx = PackIx(0);
const ROUND: PackIx = PackIx(1);

fn tiny() -> Questionnaire {
    built(&[])
}

fn question<'a>(questionnaire: &'a Questionnaire, id: &str) -> (QuestionIx, &'a Question) {
    questionnaire.questions().find(|(_, question)| question.id == id).unwrap()
}

#[test]
fn one_answer_counts_in_both_packs() {
    let questionnaire = tiny();
    let check = |answers: &str, doors: [u16; 2], round: [u16; 2], range: (u16, u16), weak: usize| {
        let sheet = answered(&questionnaire, answers);
        let flow = Flow::new(&questionnaire, &sheet);
        for (pack, [answered, asked]) in [(DOORS, doors), (ROUND, round)] {
            assert_eq!(flow.total(&questionnaire, &sheet, pack), Progress { asked, answered }, "{answers}");
            let report = Report::new(&questionnaire, pack, &sheet, &flow);
            assert_eq!((report.pack, report.range()), (pack, Some(range)), "{answers}");
            assert_eq!(report.weaknesses.len(), weak, "{answers}");
        }
    };
    check("", [0, 3], [0, 1], (0, 1000), 0);
    check("lock=A", [1, 3], [1, 1], (1000, 1000), 0);
    check("lock=D", [1, 4], [1, 1], (0, 0), 1);
    check("lock=DK", [1, 3], [1, 1], (0, 1000), 0);
    check("lock-often=A", [1, 3], [0, 1], (0, 1000), 0);
}

#[test]
fn each_question_says_where_else_its_field_is_asked() {
    let questionnaire = tiny();
    let (lock, night) = (question(&questionnaire, "lock"), question(&questionnaire, "night-keys"));
    let field = place(&questionnaire, "lock");
    let also = |field, here| questionnaire.also_in(field, here).map(|(ix, _)| ix).collect::<Vec<_>>();
    assert_eq!(also(field, lock.0), [night.0]);
    assert_eq!(also(field, night.0), [lock.0]);
    assert_eq!(also(place(&questionnaire, "lock-often"), lock.0), []);
    // It is at home in one question only, and comes before the other's own fields.
    assert_eq!(questionnaire.question_of(field).map(|(ix, _)| ix), Some(lock.0));
    let asked: Vec<&str> = questionnaire.fields_of(night.1).map(|(_, field)| field.id.as_str()).collect();
    assert_eq!(asked, ["lock", "night-note"]);
    assert_eq!(questionnaire.pack_of(night.0).map(|(ix, _)| ix), Some(ROUND));
}

#[test]
fn a_used_field_keeps_its_own_condition() {
    let questionnaire = built(&[(SECOND, "use = \"lock\"", "use = \"lock-reasons\"")]);
    let asks = |answers: &str| {
        let sheet = answered(&questionnaire, answers);
        let flow = Flow::new(&questionnaire, &sheet);
        flow.question(&questionnaire, &sheet, question(&questionnaire, "night-keys").1).asked
    };
    assert_eq!([asks(""), asks("lock=A"), asks("lock=D")], [0, 0, 1]);
}

#[test]
fn going_on_stays_within_a_pack() {
    let questionnaire = tiny();
    let (lock, night) = (question(&questionnaire, "lock").0, question(&questionnaire, "night-keys").0);
    let empty = Sheet::new(&questionnaire);
    let flow = Flow::new(&questionnaire, &empty);
    for ix in [lock, night] {
        assert_eq!((flow.next(&questionnaire, ix), flow.previous(&questionnaire, ix)), (None, None));
    }
    let open = |answers: &str, pack| {
        let sheet = answered(&questionnaire, answers);
        Flow::new(&questionnaire, &sheet).next_open(&questionnaire, &sheet, pack, None)
    };
    assert_eq!([open("", DOORS), open("", ROUND)], [Some(lock), Some(night)]);
    assert_eq!([open("lock=A", DOORS), open("lock=A", ROUND)], [Some(lock), None]);
}
