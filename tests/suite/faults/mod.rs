//! The content check tells authors everything that is wrong, with file and line, in one go.

mod guide;
mod packs;

use crate::support::tiny::{CHAPTER, Edit, META, SLOTS, SOURCES, TERMS, edited};
use ec_checkup::content::author::{Fault, Folder, build};

fn faults(folder: &Folder) -> Vec<Fault> {
    build(folder).map_or_else(|faults| faults.iter().cloned().collect(), |_| Vec::new())
}

/// After an edit, the line of `place` has a fault that says `reason`.
fn check(edit: Edit<'_>, place: (&str, &str), reason: &str) {
    check_all(&[edit], &[(place.0, place.1, reason)]);
}

/// After an edit of the chapter, the edited line has a fault that says `reason`.
fn check_chapter(from: &str, to: &str, reason: &str) {
    check((CHAPTER, from, to), (CHAPTER, to.trim_start()), reason);
}

fn check_all(edits: &[Edit<'_>], expected: &[(&str, &str, &str)]) {
    let folder = edited(edits);
    let found = faults(&folder);
    for (file, place, reason) in expected {
        let text = &folder.files[*file];
        let before = text.find(place).unwrap_or_else(|| panic!("no {place} in {file}"));
        let line = text[..before].matches('\n').count() + 1;
        let told = found
            .iter()
            .any(|fault| fault.file == *file && fault.line == line && fault.reason.contains(reason));
        assert!(told, "expected {file}:{line}: {reason}\nfound {found:#?}");
    }
}

#[test]
fn the_tiny_questionnaire_has_no_fault() {
    assert_eq!(faults(&edited(&[])), []);
}

#[test]
fn form() {
    check_chapter("why.en =", "wy.en =", "`wy` is not a key that belongs here");
    check_chapter("weight = 2", "weight = \"2\"", "`weight` must be a whole number, not string");
    check_chapter("na     = true", "na     = 1", "`na` must be true or false, not integer");
    check_chapter(
        "terms    = [\"key\"]",
        "terms    = \"key\"",
        "`terms` must be a list of texts, not string",
    );
    check_chapter("title.en = \"Locks\"", "title.en = 3", "`en` must be a text, not integer");
    check_chapter("kind   = \"matrix\"", "kind   = \"matrix", "invalid basic string");
    check(
        (CHAPTER, "number   = 1", "number   = 1\nnumber   = 2"),
        (CHAPTER, "number   = 2"),
        "duplicate key",
    );
    let options = "options = \"often\"";
    let field = "[[section.question.field]]\nid      = \"lock-often\"";
    check(
        (CHAPTER, options, "options = \"rarely\""),
        (CHAPTER, field),
        "`[set.rarely]`, which is not in this file",
    );
    check((CHAPTER, options, ""), (CHAPTER, field), "`option` is missing");
    check((CHAPTER, "number   = 1", "number   = 300"), (CHAPTER, "[chapter]"), "must be between 0 and 255");
    let questionnaire = "`[questionnaire]` is missing";
    check((META, "[questionnaire]", "[questionaire]"), (META, "# A questionnaire"), questionnaire);
}

#[test]
fn a_missing_file() {
    let mut folder = edited(&[]);
    folder.files.remove(META);
    let told: Vec<String> = faults(&folder).iter().map(ToString::to_string).collect();
    assert!(told.contains(&"meta.toml:1: the file is missing".to_owned()), "{told:#?}");
}

#[test]
fn both_languages() {
    let missing = |text: &str, beside: &str, key: &str| {
        check((CHAPTER, text, ""), (CHAPTER, beside), &format!("`{key}` is missing"));
    };
    missing("title.en = \"Looking after keys\"\n", "title.ja = \"かぎの管理\"", "en");
    missing("step.C.ja = \"気づいたときに数える。\"\n", "step.C.en", "ja");
    missing("option.B.en = \"No need\"\n", "option.B.ja", "en");
    missing("level.2.ja = \"開けておく\"\n", "level.2.en", "ja");
    missing("B.en = \"Other\"\n", "B.ja = \"その他\"", "en");
    missing("evidence.en = \"A dated note\"\n", "evidence.ja", "en");
    check((TERMS, "text.ja = \"戸を開けるもの。\"\n", ""), (TERMS, "text.en"), "`ja` is missing");
    check((SOURCES, "title.en = \"The book of keys\"\n", ""), (SOURCES, "title.ja"), "`en` is missing");
    check((META, "text.en  = \"Whether it is kept up.\"\n", ""), (META, "text.ja"), "`en` is missing");
}

#[test]
fn what_is_missing_is_told_once() {
    let found = faults(&edited(&[(CHAPTER, "title.en = \"Looking after keys\"\n", "")]));
    assert_eq!(found.len(), 1, "{found:#?}");
    let found =
        faults(&edited(&[(CHAPTER, "kind   = \"text\"\n", ""), (CHAPTER, "id     = \"lock-note\"\n", "")]));
    assert!(found.iter().all(|fault| fault.line > 0 && fault.reason.ends_with("is missing")), "{found:#?}");
}

#[test]
fn texts() {
    let check = |text: &str, reason: &str| {
        check_chapter("check.en = \"Open the box and count.\"", &format!("check.en = \"{text}\""), reason);
    };
    check("", "the text is empty");
    check("Open it. ", "spaces at the ends");
    check("Open\\nit", "line breaks do not belong");
    check("Open <b>it</b>", "plain text only");
    check("Open [it](x)", "plain text only");
    check("Open **it**", "plain text only");
    check(&"x".repeat(341), "341 characters, at most 340");
    check_chapter("short.en = \"Doors\"", "short.en = \"fifteen letters\"", "15 characters, at most 14");
    check_chapter("short.ja = \"戸じまり\"", "short.ja = \"お店の戸じまりの話\"", "9 characters, at most 8");
}

#[test]
fn names() {
    check_chapter(
        "id     = \"lock-doors\"",
        "id     = \"lock-often\"",
        "the field id `lock-often` is already used at",
    );
    check_chapter(
        "id     = \"lock-note\"",
        "id     = \"Lock_Note\"",
        "lower-case letters, digits and hyphens",
    );
    check((CHAPTER, "[\"key\"]", "[\"key\", \"kay\"]"), (CHAPTER, "\"kay\""), "no glossary entry `kay`");
    check_chapter("source   = [\"book\"]", "source   = [\"bock\"]", "no source `bock`");
    check_chapter("view   = \"care\"", "view   = \"cure\"", "no viewpoint `cure`");
    let extra = "\n[[term]]\nid = \"safe\"\nname.ja = \"金庫\"\nname.en = \"Safe\"\ntext.ja = \"箱\"\ntext.en = \"A box\"\n";
    check((TERMS, "", extra), (TERMS, "id = \"safe\""), "no question or advice lists the term `safe`");
    let again = extra.replace("safe", "key");
    check(
        (TERMS, "", &again),
        (TERMS, "id = \"key\""),
        "the term id `key` is already used at terms/terms.toml:2",
    );
    check(
        (CHAPTER, "number   = 1", "number   = 2"),
        (CHAPTER, "id       = \"doors\""),
        "number 2 where 1 is next",
    );
}

#[test]
fn conditions() {
    let when = "when   = [{ lock = [\"C\", \"D\"] }]";
    let check = |condition: &str, reason: &str| check_chapter(when, condition, reason);
    check("when   = [{ lokc = [\"C\"] }]", "`lokc` is not an earlier field");
    check("when   = [{ lock-often = [\"A\"] }]", "`lock-often` is not an earlier field");
    check("when   = [{ lock-reasons = [\"A\"] }]", "`lock-reasons` is not an earlier field");
    check("unless = [{ lokc = [\"C\"] }]", "`lokc` is not an earlier field");
    check("when   = [{ lock = [\"C\", \"E\"] }]", "`lock` can never be answered `E`");
    check("when   = [{ lock = [\"NA\"] }]", "`lock` can never be answered `NA`");
    check("when   = [{ lock = [] }]", "a test needs at least one value");
    check("when   = [{ \"lock.A\" = [\"A\"] }]", "`lock` has no row `A`");
    check("when   = { lock = [\"A\"] }", "`when` must be a list, not table");
    let row = "when   = [{ \"lock-doors.A\" = [\"2\"] }]";
    check_chapter(row, "when   = [{ \"lock-doors.C\" = [\"2\"] }]", "`lock-doors` has no row `C`");
    check_chapter(row, "when   = [{ \"lock-doors.A\" = [\"A\"] }]", "can never be answered `A`");
}

#[test]
fn kinds() {
    check_chapter("kind   = \"text\"", "kind   = \"essay\"", "`essay` is not a kind of field");
    let check_lock = |from: &str, to: &str, reason: &str| {
        check((CHAPTER, from, to), (CHAPTER, "id     = \"lock\"\nref"), reason);
    };
    check_lock("weight = 2\n", "", "a rating needs `weight` 1, 2 or 3");
    check_lock("weight = 2\n", "weight = 4\n", "a rating needs `weight` 1, 2 or 3");
    check_lock("view   = \"care\"\n", "", "a rating needs a `view`");
    check_lock(
        "why.ja = \"なくしたかぎは、だれかが持っています。\"\nwhy.en = \"Somebody has the key you lost.\"\n",
        "",
        "a rating needs `why`",
    );
    check_lock(
        "check.ja = \"かぎ箱を開けて数えます。\"\ncheck.en = \"Open the box and count.\"\n",
        "",
        "a rating needs `check`",
    );
    check_lock(
        "evidence.ja = \"数えた日の記録\"\nevidence.en = \"A dated note\"\n",
        "",
        "a rating needs `evidence`",
    );
    check_lock(
        "step.D.ja = \"数えたことがない。\"\nstep.D.en = \"We never counted.\"\n",
        "",
        "3 codes where 4 to 5 belong",
    );
    check_chapter("none   = \"C\"", "none   = \"D\"", "there is no `D` among the codes");
    check_chapter("other   = \"B\"", "other   = \"Z\"", "there is no `Z` among the codes");
    check_chapter("other   = \"B\"", "order   = [\"A\", \"C\"]", "there is no `C` among the codes");
    check(
        (CHAPTER, "other   = \"B\"", "order   = [\"A\"]"),
        (CHAPTER, "id      = \"lock-often\""),
        "`order` must name every code once",
    );
    check(
        (CHAPTER, "kind   = \"text\"", "kind   = \"text\"\ndk     = true"),
        (CHAPTER, "id     = \"lock-note\""),
        "free text offers neither",
    );
    check(
        (CHAPTER, "none   = \"C\"", "weight = 1"),
        (CHAPTER, "id     = \"lock-reasons\""),
        "`weight` and `view` belong(s) to rating",
    );
    check(
        (CHAPTER, "other   = \"B\"", "none    = \"B\""),
        (CHAPTER, "id      = \"lock-often\""),
        "`none` belong(s) to multi",
    );
    check(
        (CHAPTER, "na     = true", "figure = \"zones\""),
        (CHAPTER, "id     = \"lock-doors\""),
        "`figure` belong(s) to single",
    );
    check_chapter("other   = \"B\"", "figure  = \"pie\"", "no figure is called `pie`");
}

#[test]
fn the_slot_table_is_complete() {
    let field = |id: &str| format!("id     = \"{id}\"");
    check(
        (SLOTS, "3\t1\tlock-doors\tmatrix:2x2\t-\n", ""),
        (CHAPTER, &field("lock-doors")),
        "no slot yet: run `ec-checkup freeze`",
    );
    let option = "option.C.en = \"No reason\"";
    let more = format!("{option}\noption.D.ja = \"ほか\"\noption.D.en = \"Others\"");
    check((CHAPTER, option, &more), (CHAPTER, &field("lock-reasons")), "its slot Multi(3");
    check(
        (CHAPTER, "kind   = \"multi\"", "kind   = \"single\""),
        (CHAPTER, &field("lock-reasons")),
        "its slot Multi(3",
    );
}

#[test]
fn the_slot_table_only_grows() {
    let check = |from: &str, to: &str, reason: &str| check((SLOTS, from, to), (SLOTS, to), reason);
    check("2\t1\tlock-often\tsingle:2\t-", "2\t1\tlock-often\tsingle:2", "not a line of the slot table");
    check("2\t1\tlock-often\tsingle:2\t-", "2\t1\tlock-often\tcouple:2\t-", "not a line of the slot table");
    check(
        "1\t1\tlock-reasons\tmulti:3!C\t0=CD",
        "1\t1\tlock-reasons\tmulti:3!C\t2=A",
        "not a line of the slot table",
    );
    check("2\t1\tlock-often\tsingle:2\t-", "4\t1\tlock-often\tsingle:2\t-", "the next free slot is 2");
    check("", "2\t2\tlock-doors\tsingle:3\t-\n", "the slot belongs to `lock-often` forever");
    check("", "2\t2\tlock-often\tsingle:1\t-\n", "a slot keeps its kind and never gets smaller");
    check("", "2\t2\tlock-often\tmulti:2\t-\n", "a slot keeps its kind and never gets smaller");
    check("", "3\t2\tlock-doors\tmatrix:3x1\t-\n", "a slot keeps its kind and never gets smaller");
    check("", "3\t1\tlock-doors\tmatrix:3x2\t-\n", "the same slot twice in one revision");
    check("", "5\t2\tlock-more\tsingle:2\t-\n", "the next free slot is 4");
    check_all(
        &[(SLOTS, "", "3\t3\tlock-doors\tmatrix:3x2\t-\n2\t2\tlock-often\tsingle:3\t-\n")],
        &[(SLOTS, "2\t2\tlock-often", "revision 2 after revision 3: lines are only appended")],
    );
    check_all(
        &[(
            SLOTS,
            "1\t1\tlock-reasons\tmulti:3!C\t0=CD\n2\t1\tlock-often\tsingle:2\t-\n",
            "2\t1\tlock-often\tsingle:2\t-\n1\t1\tlock-reasons\tmulti:3!C\t0=CD\n",
        )],
        &[(SLOTS, "2\t1\tlock-often", "the next free slot is 1")],
    );
}

#[test]
fn all_faults_are_told_at_once_in_the_order_of_files_and_lines() {
    let edits = [
        (META, "id       = \"care\"", "id       = \"Care\""),
        (CHAPTER, "title.en = \"Looking after keys\"\n", ""),
        (CHAPTER, "weight = 2", "weight = 5"),
        (CHAPTER, "when   = [{ lock = [\"C\", \"D\"] }]", "when   = [{ door = [\"C\"] }]"),
        (SLOTS, "single:2", "single:3"),
        (TERMS, "text.en = \"Opens doors.\"", "text.en = \"<i>Opens</i> doors.\""),
    ];
    check_all(
        &edits,
        &[
            (META, "id       = \"Care\"", "lower-case"),
            (CHAPTER, "title.ja = \"かぎの管理\"", "`en` is missing"),
            (CHAPTER, "id     = \"lock\"\nref", "`weight`"),
            (CHAPTER, "when   = [{ door", "`door` is not an earlier field"),
            (CHAPTER, "id      = \"lock-often\"", "its slot Single(3)"),
            (TERMS, "text.en", "plain text only"),
        ],
    );
    let found = faults(&edited(&edits));
    assert!(found.is_sorted_by_key(|fault| (fault.file.clone(), fault.line)), "{found:#?}");
}

#[test]
fn a_syntax_error_does_not_hide_the_faults_of_other_files() {
    check_all(
        &[(CHAPTER, "[chapter]", "[chapter"), (TERMS, "text.en = \"Opens doors.\"\n", "")],
        &[(CHAPTER, "[chapter", ""), (TERMS, "text.ja", "`en` is missing")],
    );
}
