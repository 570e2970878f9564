//! What several tests need: the real questionnaire, answers in short, sheets made up at random, a tiny questionnaire.

pub(crate) mod notation;
pub(crate) mod random;
pub(crate) mod sent;
pub(crate) mod tiny;

use ec_checkup::answers::{Answer, Sheet};
use ec_checkup::content::author::{Compiled, Folder, SourceQuestionnaire, build, read};
use ec_checkup::flow::Flow;
use ec_checkup::model::{Field, FieldIx, PackIx, Questionnaire};
use ec_checkup::score::Report;
use std::path::PathBuf;
use std::sync::LazyLock;

static COMPILED: LazyLock<Compiled> =
    LazyLock::new(|| build(&Folder::built_in()).unwrap_or_else(|faults| panic!("{faults}")));

static PACK: LazyLock<SourceQuestionnaire> =
    LazyLock::new(|| read(&Folder::built_in()).unwrap_or_else(|faults| panic!("{faults}")));

/// The real questionnaire with its texts.
pub(crate) fn compiled() -> &'static Compiled {
    &COMPILED
}

/// The real questionnaire.
pub(crate) fn questionnaire() -> &'static Questionnaire {
    &COMPILED.questionnaire
}

/// The real questionnaire as its authors wrote it.
pub(crate) fn pack() -> &'static SourceQuestionnaire {
    &PACK
}

/// A field of the real questionnaire by its permanent name.
pub(crate) fn named(id: &str) -> (FieldIx, &'static Field) {
    let ix = questionnaire().field_named(id).unwrap_or_else(|| panic!("no field is called {id}"));
    (ix, questionnaire().field(ix).unwrap())
}

/// The real questionnaire with these answers, in the short notation: `[("login-used", "B")]`.
pub(crate) fn sheet(answers: &[(&str, &str)]) -> Sheet {
    let mut sheet = Sheet::new(questionnaire());
    for (id, short) in answers {
        let (ix, field) = named(id);
        put(&mut sheet, ix, Some(&notation::read(field, short).unwrap_or_else(|| panic!("{id} = {short}"))));
    }
    sheet
}

/// Answers a field, which must be able to hold the answer.
pub(crate) fn put(sheet: &mut Sheet, ix: FieldIx, answer: Option<&Answer>) {
    let field = questionnaire().field(ix).unwrap();
    assert!(sheet.set(questionnaire(), ix, answer.cloned()), "{} cannot be {answer:?}", field.id);
}

/// What is asked.
pub(crate) fn flow(sheet: &Sheet) -> Flow {
    Flow::new(questionnaire(), sheet)
}

/// A pack of the real questionnaire by its permanent name.
pub(crate) fn pack_named(id: &str) -> PackIx {
    questionnaire().pack_named(id).unwrap_or_else(|| panic!("no pack is called {id}"))
}

/// All packs of the real questionnaire.
pub(crate) fn packs() -> impl Iterator<Item = PackIx> {
    questionnaire().packs().map(|(pack, _)| pack)
}

/// Whether a field belongs to the profile, which decides what is set aside.
pub(crate) fn is_profile(ix: FieldIx) -> bool {
    questionnaire().questions_in(PackIx(0)).any(|(_, question)| question.fields.contains(&ix.0))
}

/// What a pack is worth.
pub(crate) fn report(pack: PackIx, sheet: &Sheet) -> Report {
    Report::new(questionnaire(), pack, sheet, &flow(sheet))
}

/// A file or folder of the repository.
pub(crate) fn repository(path: &str) -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR")).join(path)
}

/// The text of a file of the repository.
pub(crate) fn file(path: &str) -> String {
    std::fs::read_to_string(repository(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Whether a sign is as wide as a Japanese letter: brackets, commas, full stops and spaces that do not belong in English.
pub(crate) fn is_wide_sign(letter: char) -> bool {
    matches!(letter, '\u{3000}'..='\u{303F}' | '\u{30FB}' | '\u{FF00}'..='\u{FFEF}')
}

/// Stops with everything that is wrong, not only the first thing.
pub(crate) fn none_wrong(wrong: &[String]) {
    assert!(wrong.is_empty(), "{} wrong:\n{}", wrong.len(), wrong.join("\n"));
}
