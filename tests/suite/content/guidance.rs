//! Every row of the inventory of guidance has a place: some table of the questionnaire names it in `ref`.

use crate::support::{file, none_wrong, repository};
use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use toml::Value;

/// The rows of an inventory by their first column, and the last one.
fn rows(path: &str) -> BTreeMap<String, String> {
    let text = file(path);
    let mut lines = text.lines();
    assert!(lines.next().is_some_and(|head| head.starts_with("ref\t")), "{path}");
    let row = |line: &str| {
        let mut columns = line.split('\t');
        let name = columns.next().unwrap().to_owned();
        (name, columns.next_back().unwrap_or_default().to_owned())
    };
    lines.map(row).collect()
}

/// Every `ref` of a table and the tables in it.
fn refs(value: &Value, found: &mut Vec<String>) {
    match value {
        Value::Table(table) => {
            for (key, value) in table {
                match value {
                    Value::Array(names) if key == "ref" => {
                        found.extend(names.iter().map(|name| name.as_str().unwrap().to_owned()));
                    }
                    value => refs(value, found),
                }
            }
        }
        Value::Array(list) => list.iter().for_each(|item| refs(item, found)),
        _ => {}
    }
}

/// Every `ref` in the TOML files of a folder, with its file.
fn named(folder: &Path, found: &mut Vec<(String, String)>) {
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            named(&path, found);
        } else if path.extension().is_some_and(|extension| extension == "toml") {
            let text = std::fs::read_to_string(&path).unwrap();
            let table: toml::Table =
                text.parse().unwrap_or_else(|error| panic!("{}: {error}", path.display()));
            let mut names = Vec::new();
            refs(&Value::Table(table), &mut names);
            found.extend(names.into_iter().map(|name| (name, path.display().to_string())));
        }
    }
}

#[test]
fn every_row_of_the_guidance_has_a_place() {
    let guidance = rows("tests/inventory/guidance.tsv");
    let form = rows("tests/inventory/ecom.tsv");
    assert_eq!(guidance.len(), 353);
    let mut found = Vec::new();
    named(&repository("questionnaire"), &mut found);
    let names: BTreeSet<&str> = found.iter().map(|(name, _)| name.as_str()).collect();
    // What is out of date is not repeated, but may be named where it is put right.
    let valid = guidance.iter().filter(|(_, still_valid)| !still_valid.starts_with("obsolete"));
    let missing = valid.filter(|(name, _)| !names.contains(name.as_str()));
    let mut wrong: Vec<String> = missing.map(|(name, _)| format!("{name} has no place")).collect();
    let known = |name: &str| match name.strip_prefix("ecom:") {
        Some(row) => form.contains_key(row),
        None => guidance.contains_key(name),
    };
    let unknown = found.iter().filter(|(name, _)| !known(name));
    wrong.extend(unknown.map(|(name, path)| format!("{path}: no row is called {name}")));
    none_wrong(&wrong);
}
