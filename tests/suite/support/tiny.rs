//! The tiny questionnaire of `tests/tiny`, and how tests edit it in memory.

use super::{notation, repository};
use ec_checkup::answers::Sheet;
use ec_checkup::content::author::{Folder, build, freeze};
use ec_checkup::model::{FieldIx, Questionnaire};

pub(crate) const META: &str = "meta.toml";
pub(crate) const PACK: &str = "doors/meta.toml";
pub(crate) const CHAPTER: &str = "doors/01-doors.toml";
pub(crate) const SECOND: &str = "round/01-night.toml";
pub(crate) const SLOTS: &str = "slots.tsv";
pub(crate) const SOURCES: &str = "sources.toml";
pub(crate) const TERMS: &str = "terms/terms.toml";
pub(crate) const RULES: &str = "applies.toml";
pub(crate) const LEVEL: &str = "level.toml";
pub(crate) const FINDINGS: &str = "findings.toml";
pub(crate) const ADVICE: &str = "advice/locks.toml";
pub(crate) const EMERGENCY: &str = "emergency.toml";
pub(crate) const PAPERS: &str = "papers.toml";

/// A change to one file: what stands there exactly once, and what to write instead.
pub(crate) type Edit<'a> = (&'a str, &'a str, &'a str);

/// The folder with changes made to it. An empty "what stands there" appends, to a new file if need be.
pub(crate) fn edited(edits: &[Edit<'_>]) -> Folder {
    let mut folder = Folder::read(&repository("tests/tiny")).unwrap();
    for (file, from, to) in edits {
        let text = folder.files.entry((*file).to_owned()).or_default();
        if from.is_empty() {
            text.push_str(to);
        } else {
            assert_eq!(text.matches(from).count(), 1, "{file}: {from}");
            *text = text.replacen(from, to, 1);
        }
    }
    folder
}

/// A profile before the other packs, which asks on what the shop stands.
pub(crate) const PROFILE: [Edit<'_>; 3] = [
    (META, "packs    = [", "packs    = [\"shop\", "),
    (
        "shop/meta.toml",
        "",
        "[pack]\nid = \"shop\"\ntitle.ja = \"お店\"\ntitle.en = \"Shop\"\ntext.ja = \"お店のこと\"\ntext.en = \"About it\"\nminutes = 1\n",
    ),
    (
        "shop/01-shop.toml",
        "",
        "[chapter]\nid = \"shop\"\nnumber = 1\nscored = false\ntitle.ja = \"お店\"\ntitle.en = \"Shop\"\nshort.ja = \"お店\"\n\
         short.en = \"Shop\"\nintro.ja = \"お店\"\nintro.en = \"Shop\"\n[[section]]\nid = \"shop\"\ntitle.ja = \"お店\"\ntitle.en = \"Shop\"\n\
         [[section.question]]\nid = \"shop\"\ntitle.ja = \"お店\"\ntitle.en = \"Shop\"\n[[section.question.field]]\nid = \"shop-kind\"\n\
         kind = \"single\"\ndk = true\nask.ja = \"どこですか。\"\nask.en = \"Where is it?\"\noption.A.ja = \"店\"\noption.A.en = \"House\"\n\
         option.B.ja = \"市場\"\noption.B.en = \"Market\"\noption.C.ja = \"道\"\noption.C.en = \"Street\"\n",
    ),
];

/// The questionnaire after edits, its slot table frozen anew.
pub(crate) fn built(edits: &[Edit<'_>]) -> Questionnaire {
    let mut folder = edited(edits);
    if let Some(table) = freeze(&folder).unwrap_or_else(|faults| panic!("{faults}")) {
        assert!(table.starts_with(&folder.files[SLOTS]), "lines are only appended");
        folder.files.insert(SLOTS.to_owned(), table);
    }
    build(&folder).unwrap_or_else(|faults| panic!("{faults}")).questionnaire
}

/// The place of a field of such a questionnaire.
pub(crate) fn place(questionnaire: &Questionnaire, id: &str) -> FieldIx {
    questionnaire.field_named(id).unwrap_or_else(|| panic!("no field is called {id}"))
}

/// Answers in short, `lock=A lock-often=B`; `lock!` brings the field back.
pub(crate) fn answered(questionnaire: &Questionnaire, answers: &str) -> Sheet {
    let mut sheet = Sheet::new(questionnaire);
    for word in answers.split_whitespace() {
        if let Some(id) = word.strip_suffix('!') {
            sheet.set_back(place(questionnaire, id), true);
            continue;
        }
        let (id, short) = word.split_once('=').unwrap_or_else(|| panic!("{word}"));
        let ix = place(questionnaire, id);
        let answer = notation::read(questionnaire.field(ix).unwrap(), short);
        assert!(answer.is_some() && sheet.set(questionnaire, ix, answer), "{word}");
    }
    sheet
}
