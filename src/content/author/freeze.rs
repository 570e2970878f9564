//! Gives new fields, and fields with new options, their permanent place: appends to `slots.tsv`.

use super::compile::{compile, shape};
use super::fault::{At, Faults};
use super::folder::Folder;
use super::slots::{self, SlotLine};
use crate::model::{Field, Hint, Questionnaire, SlotEntry, Test};
use std::fmt::Write;

const HEAD: &str = "# The frozen table of permanent places in links: slot, revision, field, shape, hint (see docs/link-format.md).\n\
                    # Lines are appended by `ec-checkup freeze` and never edited: old links depend on them.\n";

/// The slot table with lines for whatever has no place yet; `None` when everything has one.
///
/// # Errors
/// Faults of the content other than missing slots.
pub fn freeze(folder: &Folder) -> Result<Option<String>, Faults> {
    let mut faults = Faults::default();
    let pack = super::parse::parse(folder, &mut faults);
    super::check::check(&pack, &mut faults);
    let old = slots::read(folder, &mut faults);
    // Compiled for its conditions and shapes only; that slots are missing is why we are here.
    let questionnaire = compile(&pack, &old, &mut Faults::default()).questionnaire;
    let (old, questionnaire) = faults.into_result((old, questionnaire))?;
    let revision = old.iter().map(|line| line.entry.since).max().unwrap_or(0) + 1;
    let mut all = old.clone();
    for field in &questionnaire.fields {
        let Some(shape) = shape(&field.kind) else { continue };
        let known = all.iter().rfind(|line| line.field == field.id);
        if known.is_some_and(|line| line.entry.shape == shape) {
            continue;
        }
        let next = all.iter().map(|line| line.entry.slot + 1).max().unwrap_or(0);
        let slot = known.map_or(next, |line| line.entry.slot);
        let hint = known.map_or_else(|| hint(&questionnaire, &all, field, slot), |line| line.entry.hint);
        let entry = SlotEntry { slot, since: revision, shape, hint };
        all.push(SlotLine { entry, field: field.id.clone(), at: At::default() });
    }
    let added = all.get(old.len()..).unwrap_or_default();
    if added.is_empty() {
        return Ok(None);
    }
    let mut table = folder.files.get(slots::FILE).cloned().unwrap_or_else(|| HEAD.to_owned());
    for line in added {
        let _ = writeln!(table, "{}", slots::write(line));
    }
    Ok(Some(table))
}

/// A guess for the coder: of the tests that must hold (or must not), the one on the latest field. Earlier ones decide
/// that field already.
fn hint(questionnaire: &Questionnaire, lines: &[SlotLine], field: &Field, slot: u16) -> Option<Hint> {
    let needed = |inverted: bool| {
        move |alternatives: &[Vec<Test>]| match alternatives {
            [tests] => tests.iter().max_by_key(|test| test.field).map(|test| (test.clone(), inverted)),
            _ => None,
        }
    };
    let when = field.condition.when.iter().filter_map(|level| needed(false)(level));
    let unless = needed(true)(&field.condition.unless);
    let (test, inverted) = when.chain(unless).max_by_key(|(test, _)| test.field)?;
    let gate = questionnaire.field(test.field)?;
    let gate = lines.iter().find(|line| line.field == gate.id)?.entry.slot;
    // Special answers are no codes: a test for them alone tells the coder nothing.
    let codes = test.accepts.codes;
    (gate < slot && (inverted || !codes.is_empty())).then_some(Hint { slot: gate, codes, inverted })
}
