//! The rows of the inventory, and which field covers which.

use crate::support::{file, none_wrong, pack, pack_named, questionnaire};
use ec_checkup::content::author::SourceField;
use std::collections::BTreeMap;
use std::sync::LazyLock;

/// One row: one field of the form.
pub(super) struct Row {
    /// `1.2.5.6`.
    pub(super) name: String,
    /// Chapter, section, question, field.
    pub(super) numbers: [u8; 4],
    pub(super) kind: String,
    /// How many choices, and which special ones: `6+other+NA`, `13x4+other`, `5 (A-E all graded …)`.
    pub(super) options: String,
    /// `1.2.5.1 = F and 1.2.5.5 in A,B,C`, or nothing.
    pub(super) condition: String,
}

static ROWS: LazyLock<Vec<Row>> = LazyLock::new(|| {
    let text = file("tests/inventory/ecom.tsv");
    let mut lines = text.lines();
    assert!(
        lines.next().unwrap().starts_with("ref\tchapter\tsection\tquestion\tfield\tkind\toptions\tcondition")
    );
    lines.map(read).collect()
});

fn read(line: &str) -> Row {
    let columns: Vec<&str> = line.split('\t').collect();
    Row {
        name: columns[0].to_owned(),
        numbers: [1, 2, 3, 4].map(|column| columns[column].parse().unwrap()),
        kind: columns[5].to_owned(),
        options: columns[6].to_owned(),
        // What the form printed, where it cannot be meant literally, is a remark.
        condition: columns[7].split('#').next().unwrap().trim().to_owned(),
    }
}

pub(super) fn rows() -> &'static [Row] {
    &ROWS
}

/// The fields of the full checkup, as written.
fn fields() -> impl Iterator<Item = &'static SourceField> {
    let full = pack().packs.iter().find(|pack| pack.id.0 == "ecom").unwrap();
    let chapters = pack().chapters[full.chapters.clone()].iter();
    let questions = chapters.flat_map(|chapter| &chapter.sections).flat_map(|section| &section.questions);
    questions.flat_map(|question| &question.fields)
}

/// The rows of the form that a field covers. Rows of other inventories are the business of `guidance`.
fn covered(field: &'static SourceField) -> impl Iterator<Item = &'static str> {
    field.refs.iter().filter_map(|(name, _)| name.strip_prefix("ecom:"))
}

/// The field that covers each row, by the row's name.
pub(super) fn covering() -> BTreeMap<String, &'static str> {
    let mut covering = BTreeMap::new();
    for field in pack().fields() {
        for row in covered(field) {
            let before = covering.insert(row.to_owned(), field.id.0.as_str());
            assert_eq!(before, None, "{row} is covered twice, again by {}", field.id.0);
        }
    }
    covering
}

/// Our own fields, which the form does not have.
const OWN: [&str; 1] = [
    // The form addressed two questions to tenants and to malls but never asked which one is.
    "mall-role",
];

#[test]
fn there_are_12_chapters_173_questions_and_250_fields() {
    let full = pack_named("ecom");
    let chapters: Vec<u8> = questionnaire().chapters_of(full).map(|(_, chapter)| chapter.number).collect();
    let counts = (chapters.len(), questionnaire().questions_in(full).count(), fields().count() - OWN.len());
    assert_eq!(counts, (12, 173, 250));
    assert_eq!(rows().len(), 250);
    assert_eq!(chapters, (1..=12).collect::<Vec<u8>>());
}

#[test]
fn every_row_is_covered_by_exactly_one_field() {
    let covering = covering();
    let mut wrong: Vec<String> =
        rows().iter().filter(|row| !covering.contains_key(&row.name)).map(|row| row.name.clone()).collect();
    wrong.extend(covering.keys().filter(|name| rows().iter().all(|row| row.name != **name)).cloned());
    for field in fields() {
        let expected = usize::from(!OWN.contains(&field.id.0.as_str()));
        if covered(field).count() != expected {
            wrong.push(format!("{} covers {} rows", field.id.0, covered(field).count()));
        }
    }
    // Whoever needs a question of the form in another pack uses it there.
    assert_eq!(
        covering.len(),
        fields().flat_map(covered).count(),
        "rows are covered outside the full checkup"
    );
    none_wrong(&wrong);
}

#[test]
fn numbers_are_those_of_the_form() {
    let questionnaire = questionnaire();
    let covering = covering();
    let mut wrong = Vec::new();
    for row in rows() {
        let ix = questionnaire.field_named(covering[&row.name]).unwrap();
        let (_, question) = questionnaire.question_of(ix).unwrap();
        let [chapter, section, number] = question.number;
        let printed = (question.fields.clone())
            .filter(|place| !OWN.contains(&questionnaire.fields[usize::from(*place)].id.as_str()));
        let place = printed.take_while(|place| *place <= ix.0).count();
        let numbers = [chapter, section, number, u8::try_from(place).unwrap()];
        if numbers != row.numbers || row.name != row.numbers.map(|part| part.to_string()).join(".") {
            wrong.push(format!("{} stands at {numbers:?}", row.name));
        }
    }
    none_wrong(&wrong);
}
