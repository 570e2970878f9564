//! Kinds of fields, and how many choices each has.

use super::inventory::{Row, covering, rows};
use crate::support::{named, none_wrong};
use ec_checkup::model::{Code, Field, Kind, Offer};

/// What a field offers, in words that both the inventory and the questionnaire can be put in.
#[derive(Debug, Default, PartialEq, Eq)]
struct Shape {
    kind: &'static str,
    /// Codes of steps, options or rows.
    codes: String,
    levels: u32,
    other: Option<char>,
    /// Of a multi field: the option that excludes the others.
    none: Option<char>,
    /// 対象外 in place of a letter of the form.
    na: bool,
    /// わからない in place of a letter of the form.
    dk: bool,
}

/// Where "other" is not the last letter: the option for "none" follows it, or two do.
const OTHER: [(&str, char); 10] = [
    ("1.2.1.1", 'D'),
    ("1.2.5.1", 'E'),
    ("2.3.1.1", 'I'),
    ("5.3.2.1", 'C'),
    ("6.3.2.1", 'C'),
    ("7.2.1.1", 'D'),
    ("7.2.1.2", 'D'),
    ("7.2.2.1", 'C'),
    ("7.2.3.1", 'D'),
    ("8.3.1.1", 'D'),
];

/// The letter for "none" or "does not exist", where the inventory flags one (`+NA`).
const NONE: [(&str, char); 24] = [
    ("1.2.1.1", 'E'),
    ("1.2.5.1", 'F'),
    ("2.3.1.1", 'J'),
    ("3.3.2.1", 'A'),
    ("3.4.5.1", 'A'),
    ("4.3.1.1", 'I'),
    ("5.3.2.1", 'D'),
    ("6.3.2.1", 'D'),
    ("7.2.1.1", 'E'),
    ("7.2.1.2", 'E'),
    ("7.2.2.1", 'E'),
    ("7.2.3.1", 'E'),
    ("8.3.1.1", 'E'),
    ("9.2.2.1", 'A'),
    ("9.3.1.1", 'A'),
    ("9.4.1.1", 'A'),
    ("9.5.1.1", 'A'),
    ("9.5.2.1", 'A'),
    ("9.6.1.1", 'A'),
    ("9.7.1.1", 'A'),
    ("10.6.1.1", 'E'),
    // Not options with us: 対象外 of a rating, the last level of a matrix, 対象外 of a matrix.
    ("1.5.1.1", 'E'),
    ("2.3.3.1", '6'),
    ("11.7.1.1", 'G'),
];

fn listed(table: &[(&str, char)], row: &Row) -> Option<char> {
    table.iter().find(|(name, _)| *name == row.name).map(|(_, letter)| *letter)
}

fn letters(count: u8) -> String {
    (0..count).map(|place| char::from(b'A' + place)).collect()
}

/// What the row says, read by the conventions of the inventory.
fn expected(row: &Row) -> Shape {
    let (flags, remark) = row.options.split_once(" (").unwrap_or((&row.options, ""));
    let (count, flags) = flags.split_once('+').unwrap_or((flags, ""));
    let count = if count == "text" { "0" } else { count };
    let (count, levels) = count.split_once('x').unwrap_or((count, "0"));
    let has = |flag: &str| flags.split('+').any(|part| part == flag);
    let mut shape = Shape { levels: levels.parse().unwrap(), ..Shape::default() };
    let count: u8 = count.parse().unwrap();
    shape.codes = letters(count);
    shape.kind =
        ["rating", "single", "multi", "matrix", "text"].into_iter().find(|kind| *kind == row.kind).unwrap();
    match shape.kind {
        "rating" if count == 5 && !remark.contains("all graded") => {
            // Four steps and an ungraded E: "don't know" where flagged so, else a reason why nothing can be rated.
            shape.codes.pop();
            shape.dk = has("DK");
            shape.na = !shape.dk;
        }
        // "None of these happened", G, answers the whole matrix.
        "matrix" => shape.na = has("NA") && listed(&NONE, row) == Some('G'),
        "multi" if has("NA") => shape.none = listed(&NONE, row),
        _ => {}
    }
    if row.name == "11.7.3.1" {
        shape.codes = letters(count + 1).replace('F', ""); // The form skips F.
    }
    if has("other") {
        shape.other = listed(&OTHER, row).or(shape.codes.chars().last());
    }
    shape
}

fn found(row: &Row, field: &Field) -> Shape {
    let letter = |code: &Option<Code>| code.map(Code::letter);
    let (kind, other, none) = match &field.kind {
        Kind::Rating { .. } => ("rating", None, None),
        Kind::Single { other, .. } => ("single", letter(other), None),
        Kind::Multi { other, none, .. } => ("multi", letter(other), letter(none)),
        Kind::Matrix { other, .. } => ("matrix", letter(other), None),
        Kind::Text => ("text", None, None),
    };
    // Beyond the letters of the form, which fields offer 対象外 and わからない is ours to decide.
    let asked_for = expected(row);
    Shape {
        kind,
        codes: field.codes().to_string(),
        levels: field.levels().len(),
        other,
        none,
        na: asked_for.na && field.na != Offer::No,
        dk: asked_for.dk && field.dk != Offer::No,
    }
}

#[test]
fn kinds_and_choices_are_those_of_the_form() {
    let covering = covering();
    let mut wrong = Vec::new();
    for row in rows() {
        let (_, field) = named(covering[&row.name]);
        let (expected, found) = (expected(row), found(row, field));
        if expected != found {
            wrong.push(format!("{} {}: {found:?} instead of {expected:?}", row.name, field.id));
        }
    }
    none_wrong(&wrong);
}

#[test]
fn a_letter_for_none_is_an_option_unless_it_answers_the_whole_field() {
    let covering = covering();
    let flagged: Vec<&str> =
        rows().iter().filter(|row| row.options.contains("+NA")).map(|row| row.name.as_str()).collect();
    let mut listed: Vec<&str> = NONE.iter().map(|(name, _)| *name).collect();
    listed.sort_by_key(|name| rows().iter().position(|row| row.name == *name));
    assert_eq!(listed, flagged);
    for (name, letter) in NONE {
        let (_, field) = named(covering[name]);
        let is_code = field.codes().iter().any(|code| code.letter() == letter);
        let is_level = field.levels().iter().any(|level| level.digit() == letter);
        assert_eq!(is_code || is_level, !["1.5.1.1", "11.7.1.1"].contains(&name), "{name}");
    }
}
