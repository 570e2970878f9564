//! A questionnaire grows; links from before stay what they were. Shown on the tiny questionnaire.

use super::golden::frozen;
use crate::support::notation;
use crate::support::tiny::{CHAPTER, Edit, built as later, edited};
use ec_checkup::answers::Sheet;
use ec_checkup::content::author::build;
use ec_checkup::flow::Flow;
use ec_checkup::link::{self, LinkError};
use ec_checkup::model::{Questionnaire, Shape};

/// Options, a row, a level and a field more.
const GROWTH: [Edit<'_>; 5] = [
    (CHAPTER, "B.en = \"Other\"\n", "B.en = \"Other\"\nC.ja = \"毎週\"\nC.en = \"Every week\"\n"),
    (CHAPTER, "option.C.ja", "option.D.ja = \"高い\"\noption.D.en = \"Too costly\"\noption.C.ja"),
    (CHAPTER, "row.B.ja", "row.C.ja = \"窓\"\nrow.C.en = \"Window\"\nrow.B.ja"),
    (CHAPTER, "level.1.ja", "level.3.ja = \"戸がない\"\nlevel.3.en = \"No door\"\nlevel.1.ja"),
    (
        CHAPTER,
        "",
        "\n[[section.question.field]]\nid = \"lock-new\"\nkind = \"single\"\nask.ja = \"新しいかぎですか。\"\nask.en = \"Is the lock new?\"\n\
         option.A.ja = \"はい\"\noption.A.en = \"Yes\"\noption.B.ja = \"いいえ\"\noption.B.en = \"No\"\n",
    ),
];

fn first() -> Questionnaire {
    build(&edited(&[])).unwrap().questionnaire
}

fn sheet(questionnaire: &Questionnaire, answers: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::new(questionnaire);
    for (id, short) in answers {
        let ix = questionnaire.field_named(id).unwrap();
        let answer = notation::read(questionnaire.field(ix).unwrap(), short);
        assert!(answer.is_some() && sheet.set(questionnaire, ix, answer), "{id} = {short}");
    }
    sheet
}

fn encode(questionnaire: &Questionnaire, sheet: &Sheet) -> String {
    link::encode(questionnaire, sheet, &Flow::new(questionnaire, sheet))
}

/// Sheets of the first revision that use every shape to its limits.
const SHEETS: [&[(&str, &str)]; 7] = [
    &[],
    &[("lock", "D"), ("lock-reasons", "C"), ("lock-often", "B"), ("lock-doors", "A2B2")],
    &[("lock", "C"), ("lock-reasons", "AB"), ("lock-often", "A"), ("lock-doors", "A1B2")],
    &[("lock", "A"), ("lock-doors", "B1")],
    &[("lock", "DK"), ("lock-often", "B"), ("lock-doors", "NA")],
    &[("lock-often", "A")],
    &[("lock", "B"), ("lock-often", "B"), ("lock-doors", "A2")],
];

#[test]
fn growth_adds_a_revision() {
    let shapes = |questionnaire: &Questionnaire| {
        let table = &questionnaire.slots;
        table.at(table.revision()).map(|entry| (entry.slot, entry.shape)).collect::<Vec<_>>()
    };
    let later = later(&GROWTH);
    assert_eq!((first().slots.revision(), later.slots.revision()), (1, 2));
    assert_eq!(shapes(&later)[1..].iter().map(|(slot, _)| *slot).collect::<Vec<_>>(), [1, 2, 3, 4]);
    let grown =
        shapes(&later).into_iter().filter(|shape| !shapes(&first()).contains(shape)).map(|(_, shape)| shape);
    let none = notation::read(&first().fields[1], "C").map(|answer| match answer {
        ec_checkup::answers::Answer::Many(codes) => codes.iter().next().unwrap(),
        other => panic!("{other:?}"),
    });
    assert_eq!(
        grown.collect::<Vec<_>>(),
        [Shape::Multi(4, none), Shape::Single(3), Shape::Matrix(3, 3), Shape::Single(2)]
    );
}

#[test]
fn links_of_the_first_revision_open_in_the_second() {
    let (first, later) = (first(), later(&GROWTH));
    for answers in SHEETS {
        let link = encode(&first, &sheet(&first, answers));
        assert_eq!(link::decode(&first, &link), Ok((sheet(&first, answers), 0)));
        assert_eq!(link::decode(&later, &link), Ok((sheet(&later, answers), 0)), "{link}");
        let again = encode(&later, &sheet(&later, answers));
        assert_ne!(again, link, "written with the newest revision");
        assert_eq!(link::decode(&later, &again), Ok((sheet(&later, answers), 0)));
    }
}

#[test]
fn links_of_the_second_revision_are_too_new_for_the_first() {
    let (first, later) = (first(), later(&GROWTH));
    let answers = [
        ("lock", "C"),
        ("lock-reasons", "AD"),
        ("lock-often", "C"),
        ("lock-doors", "A3B1C2"),
        ("lock-new", "B"),
    ];
    let link = encode(&later, &sheet(&later, &answers));
    assert_eq!(link::decode(&later, &link), Ok((sheet(&later, &answers), 0)));
    assert_eq!(link::decode(&first, &link), Err(LinkError::Newer));
}

#[test]
fn answers_to_what_is_gone_are_counted() {
    let first = first();
    let from = "[[section.question.field]]\nid      = \"lock-often\"";
    let whole = &edited(&[]).files[CHAPTER];
    let field = &whole[whole.find(from).unwrap()..];
    let field = &field[..field.find("[[section.question.field]]\nid     = \"lock-doors\"").unwrap()];
    let later = later(&[(CHAPTER, field, "")]);
    let link = encode(&first, &sheet(&first, &[("lock", "A"), ("lock-often", "B")]));
    assert_eq!(link::decode(&later, &link), Ok((sheet(&later, &[("lock", "A")]), 1)));
    assert_eq!(later.slots, first.slots, "the slot stays taken");
}

/// As written by the first version: `tests/links/tiny.tsv`. If this fails, every link ever shared is broken.
#[test]
fn links_are_forever() {
    let (first, later) = (first(), later(&GROWTH));
    let cases = SHEETS.into_iter().enumerate().map(|(place, answers)| {
        let written = answers.iter().map(|(id, short)| format!("{id}={short}"));
        [place.to_string(), encode(&first, &sheet(&first, answers)), written.collect::<Vec<_>>().join(" ")]
    });
    for [name, link, answers] in frozen("tests/links/tiny.tsv", cases) {
        let answers: Vec<(&str, &str)> =
            answers.split_whitespace().filter_map(|pair| pair.split_once('=')).collect();
        assert_eq!(encode(&first, &sheet(&first, &answers)), link, "{name}");
        assert_eq!(link::decode(&later, &link), Ok((sheet(&later, &answers), 0)), "{name}");
    }
}
