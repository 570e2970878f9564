//! When a field is asked: the condition of the inventory and the compiled one must agree for every answer to the fields
//! they look at, also while answers are missing.

use super::inventory::{Row, covering, rows};
use crate::support::{flow, named, none_wrong, notation, pack_named, put, questionnaire, sheet};
use ec_checkup::answers::{Answer, Completeness, Sheet};
use ec_checkup::flow::Visibility;
use ec_checkup::model::{Code, Field, Kind, Offer};
use std::collections::BTreeMap;

/// `1.2.5.1 != F`, `1.2.5.5 in A,B,C`.
struct Test {
    gate: &'static str,
    wants: bool,
    letters: Vec<&'static str>,
}

/// 対象外 and わからない are ours; the form has no letter for them. Such an answer leads on to no follow-up, because it says
/// neither what the condition asks for nor its opposite. Except where the condition is "not none" and the follow-up can
/// be answered without knowing which or where: someone who cannot say where the database server stands can still rate it.
const LEADS_ON: [(&str, &str); 7] = [
    ("2.3.1.1", "DK"), // kinds of logs
    ("4.3.1.1", "DK"), // machines with anti-malware software
    ("9.3.1.1", "DK"), // where the mail server stands
    ("9.4.1.1", "DK"), // the transfer server
    ("9.5.1.1", "DK"), // the database server
    ("9.6.1.1", "DK"), // the file server
    ("9.7.1.1", "DK"), // the development server
];

/// What the form's letter stands for where it became a special answer.
fn special(gate: &str, letter: &str) -> Option<Answer> {
    match (gate, letter) {
        ("12.1.5.1", "E") => Some(Answer::Unknown),
        ("11.7.1.1", "G") => Some(Answer::NotApplicable),
        _ => None,
    }
}

fn tests(row: &'static Row) -> Vec<Test> {
    if row.condition.is_empty() {
        return Vec::new();
    }
    let read = |test: &'static str| {
        let [gate, operator @ ("=" | "!=" | "in"), letters] = test.split(' ').collect::<Vec<_>>()[..] else {
            panic!("{}: {test}", row.name)
        };
        // The role of the respondent: no field of the form, one of ours.
        let letters = match letters {
            "mall-tenant" => "B",
            "mall-operator" => "C",
            letters => letters,
        };
        Test { gate, wants: operator != "!=", letters: letters.split(',').collect() }
    };
    row.condition.split(" and ").map(read).collect()
}

fn field_of(gate: &str) -> &'static str {
    if gate == "PROFILE" { "mall-role" } else { covering_row(gate) }
}

fn covering_row(gate: &str) -> &'static str {
    thread_local!(static COVERING: BTreeMap<String, &'static str> = covering());
    COVERING.with(|covering| covering[gate])
}

/// Every answer worth trying: nothing, each code, each code missing, all, half a matrix, and what else is offered.
fn candidates(field: &Field) -> Vec<Option<Answer>> {
    let all = field.codes().to_string();
    let mut short: Vec<String> = match &field.kind {
        Kind::Rating { .. } | Kind::Single { .. } => all.chars().map(String::from).collect(),
        Kind::Multi { none, .. } => {
            let none = none.map(Code::letter);
            let ordinary: String = all.chars().filter(|letter| Some(*letter) != none).collect();
            let without = |letter: char| ordinary.replace(letter, "");
            let single = all.chars().map(String::from);
            single.chain(ordinary.chars().map(without)).chain([ordinary.clone()]).collect()
        }
        Kind::Matrix { .. } => {
            let levels = field.levels();
            levels
                .iter()
                .flat_map(|level| [format!("*{}", level.digit()), format!("A{}", level.digit())])
                .collect()
        }
        Kind::Text => panic!("no condition looks at free text"),
    };
    short.retain(|short| !short.is_empty());
    short.extend((field.na != Offer::No).then(|| "NA".to_owned()));
    short.extend((field.dk != Offer::No).then(|| "DK".to_owned()));
    let mut answers = vec![None];
    answers.extend(short.iter().map(|short| Some(notation::read(field, short).unwrap())));
    answers
}

/// Three-valued truth of a row's condition: `None` while a missing answer decides it.
fn holds(row: &'static Row, sheet: &Sheet) -> Option<bool> {
    let mut all = Some(true);
    for test in tests(row) {
        match holds_test(&test, sheet) {
            Some(false) => return Some(false),
            None => all = None,
            Some(true) => {}
        }
    }
    all
}

fn holds_test(test: &Test, sheet: &Sheet) -> Option<bool> {
    // "A test on a field that was not asked is false."
    if let Some(gate) = rows().iter().find(|row| row.name == test.gate)
        && !holds(gate, sheet)?
    {
        return Some(false);
    }
    let (ix, field) = named(field_of(test.gate));
    let answer = sheet.answer(ix)?;
    if let Some(meant) = test.letters.iter().find_map(|letter| special(test.gate, letter))
        && *answer == meant
    {
        return Some(test.wants);
    }
    match answer {
        Answer::NotApplicable | Answer::Unknown => {
            Some(!test.wants && LEADS_ON.contains(&(test.gate, notation::write(answer).as_str())))
        }
        Answer::Rows(_) if answer.completeness(field) != Completeness::Complete => None,
        _ => {
            let given = notation::write(answer);
            Some(test.letters.iter().any(|letter| given.contains(letter)) == test.wants)
        }
    }
}

fn check(row: &'static Row, wrong: &mut Vec<String>) {
    let (ix, field) = named(covering_row(&row.name));
    if field.condition.is_empty() != row.condition.is_empty() {
        wrong.push(format!("{} {}: only one side has a condition", row.name, field.id));
        return;
    }
    let gates: Vec<&str> = tests(row).iter().map(|test| field_of(test.gate)).collect();
    let mut sheets = vec![sheet(&[])];
    for gate in &gates {
        let (gate, of) = named(gate);
        let with = |before: &Sheet, answer: &Option<Answer>| {
            let mut after = before.clone();
            put(&mut after, gate, answer.as_ref());
            after
        };
        let candidates = candidates(of);
        sheets = sheets
            .iter()
            .flat_map(|before| candidates.iter().map(move |answer| with(before, answer)))
            .collect();
    }
    for sheet in &sheets {
        let expected = match holds(row, sheet) {
            Some(true) => Visibility::Asked,
            Some(false) => Visibility::Hidden,
            None => Visibility::Waiting,
        };
        let found = flow(sheet).field(ix);
        if found != expected {
            let given = gates.iter().map(|gate| {
                let answer = sheet.answer(named(gate).0).map_or("-".to_owned(), notation::write);
                format!("{gate} = {answer}")
            });
            let given = given.collect::<Vec<_>>().join(", ");
            wrong.push(format!("{} {}: {found:?} instead of {expected:?} for {given}", row.name, field.id));
        }
    }
}

#[test]
fn conditions_are_those_of_the_form() {
    let mut wrong = Vec::new();
    for row in rows() {
        check(row, &mut wrong);
    }
    none_wrong(&wrong);
}

#[test]
fn only_fields_of_the_inventory_have_conditions() {
    let own = |(_, question): (_, &ec_checkup::model::Question)| question.fields.clone();
    let fields = questionnaire().questions_in(pack_named("ecom")).flat_map(own);
    let fields = fields.map(|place| &questionnaire().fields[usize::from(place)]);
    let conditional = fields.filter(|field| !field.condition.is_empty()).count();
    assert_eq!(conditional, rows().iter().filter(|row| !row.condition.is_empty()).count());
}
