//! Links as they were shared: `tests/links/golden.tsv` and the slot tables they were written with. Lines are added with
//! `UPDATE_GOLDEN=1 cargo test --test suite links`, never changed: somebody has these links in a mail.

use super::round_trip::travelling;
use super::{decode, encode, forge, parts};
use crate::journeys::{fill, fill_all};
use crate::support::random::{COMPLETE, Habits, Random, random_sheet};
use crate::support::{file, none_wrong, notation, pack_named, questionnaire, repository, sheet};
use ec_checkup::answers::Sheet;
use ec_checkup::link::{LinkError, decode as decode_for};
use ec_checkup::model::Questionnaire;
use std::fmt::Write;
use std::fs;

fn updating() -> bool {
    std::env::var_os("UPDATE_GOLDEN").is_some()
}

/// The lines of a golden file: name, link, what it means. Cases that it lacks are missing, or appended when updating.
pub(super) fn frozen(path: &str, cases: impl IntoIterator<Item = [String; 3]>) -> Vec<[String; 3]> {
    let mut text = fs::read_to_string(repository(path)).unwrap_or_default();
    let has = |text: &str, name: &str| text.lines().any(|line| line.split('\t').next() == Some(name));
    let missing: Vec<[String; 3]> = cases.into_iter().filter(|[name, ..]| !has(&text, name)).collect();
    if updating() && !missing.is_empty() {
        for line in &missing {
            writeln!(text, "{}", line.join("\t")).unwrap();
        }
        fs::write(repository(path), &text).unwrap();
    } else {
        let names: Vec<&String> = missing.iter().map(|[name, ..]| name).collect();
        assert!(names.is_empty(), "{path} lacks {names:?}: see tests/suite/links/golden.rs");
    }
    let columns = |line: &str| {
        let columns: Vec<String> = line.split('\t').map(str::to_owned).collect();
        columns.try_into().unwrap_or_else(|_| panic!("{path}: {line}"))
    };
    text.lines().map(columns).collect()
}

/// Why a link does not open, in the words of the golden files.
pub(super) fn trouble(error: LinkError) -> &'static str {
    match error {
        LinkError::NotALink => "error:not-a-link",
        LinkError::CutOff => "error:cut-off",
        LinkError::Damaged => "error:damaged",
        LinkError::Newer => "error:newer",
        LinkError::OtherQuestionnaire => "error:other-questionnaire",
        LinkError::TooLong => "error:too-long",
    }
}

/// What a link means, by slots, which are as permanent as links are: `3:B 9:AC 37:A1B2`, or why it does not open.
fn meaning(questionnaire: &Questionnaire, link: &str) -> String {
    match decode_for(questionnaire, link) {
        Ok((sheet, homeless)) => {
            let answers =
                questionnaire.fields().filter_map(|(ix, field)| Some((field.slot?, sheet.answer(ix)?)));
            let mut answers: Vec<(u16, String)> =
                answers.map(|(slot, answer)| (slot, notation::write(answer))).collect();
            answers.sort();
            let mut list: Vec<String> =
                answers.iter().map(|(slot, answer)| format!("{slot}:{answer}")).collect();
            list.extend((homeless > 0).then(|| format!("homeless:{homeless}")));
            if list.is_empty() { "nothing".to_owned() } else { list.join(" ") }
        }
        Err(error) => trouble(error).to_owned(),
    }
}

/// Sheets of every kind. The golden file, not this list, says what their links are.
fn sheets() -> Vec<(String, Sheet)> {
    let some = |name: &str, answers: &[(&str, &str)]| (name.to_owned(), sheet(answers));
    let all = |name: &str, codes: &str| {
        let mut sheet = sheet(&[]);
        fill_all(&mut sheet, codes);
        (name.to_owned(), sheet)
    };
    let random = |name: &str, seed, habits| {
        (format!("random-{name}-{seed}"), random_sheet(&mut Random(seed), habits).0)
    };
    let mut sheets = vec![
        some("empty", &[]),
        all("all-a", "A 1"),
        all("all-b", "B A 2"),
        all("all-d", "D C B A 4"),
        all("all-unknown", "DK A 1"),
        all("all-not-applicable", "NA A 1"),
        some("one-rating", &[("mgmt-policy", "B")]),
        some("rating-of-five-steps", &[("hole-scan", "E")]),
        some("single-last-option", &[("mgmt-budget-share", "G")]),
        some("multi-one", &[("control-data-location", "D")]),
        some("multi-all", &[("access-log-kinds", "ABCDEFGHI")]),
        some("multi-none", &[("access-log-kinds", "J")]),
        some("matrix-first-row", &[("mgmt-impact", "A4")]),
        some("matrix-other-row-only", &[("mgmt-impact", "I1")]),
        some("matrix-every-row", &[("mgmt-impact", "A1B2C3D4E1F2G3H4I1")]),
        some(
            "matrix-gap",
            &[("incident-past-year", "*2"), ("incident-handled", "D"), ("incident-problems", "E1G5K3")],
        ),
        some("not-applicable", &[("incident-past-year", "NA"), ("mgmt-contract", "NA")]),
        some("unknown", &[("hole-scan", "DK"), ("build-db-place", "DK")]),
        some("last-slot", &[("mall-role", "C")]),
        some("chain", &[("login-used", "A"), ("login-methods", "A"), ("login-password-origin", "BC")]),
    ];
    sheets.extend((1..=3).map(|seed| random("complete", seed, COMPLETE)));
    sheets.extend((4..=6).map(|seed| random("half", seed, Habits { answered: 50, special: 10 })));
    sheets.push(random("sparse", 7, Habits { answered: 5, special: 20 }));
    sheets.extend(second_revision());
    sheets
}

/// With the second revision came the packs around the full checkup.
fn second_revision() -> Vec<(String, Sheet)> {
    let some = |name: &str, answers: &[(&str, &str)]| (format!("r2-{name}"), sheet(answers));
    let all = |name: &str, codes: &str| {
        let mut sheet = sheet(&[]);
        fill_all(&mut sheet, codes);
        (format!("r2-{name}"), sheet)
    };
    let one = |pack: &str, codes: &str| {
        let mut sheet = sheet(&[("shop-kind", "C")]);
        fill(&mut sheet, pack_named("profile"), "B A 2");
        fill(&mut sheet, pack_named(pack), codes);
        (format!("r2-{pack}"), sheet)
    };
    // What a tenant of a mall, or of a cart, leaves to the provider, though one of them brought a question back.
    let mut back =
        sheet(&[("shop-kind", "A"), ("quick-tls", "B"), ("quick-updates", "C"), ("quick-mfa", "D")]);
    back.set_back(questionnaire().field_named("quick-tls").unwrap(), true);
    let mut sheets = vec![
        some("empty", &[]),
        some(
            "profile",
            &[("shop-kind", "C"), ("site-platform", "A"), ("site-hosting", "B"), ("held-data", "AB")],
        ),
        some("profile-unknown", &[("shop-kind", "DK")]),
        some("first-slot-of-revision", &[("shop-kind", "D")]),
        some("last-slot", &[("daily-grey-reports", "B")]),
        some("mall-role", &[("mall-role", "C")]),
        one("quick", "A"),
        one("privacy", "C B A 3"),
        one("hosting", "DK B"),
        one("daily", "D C B"),
        all("all-a", "A 1"),
        all("all-d", "D C B A 4"),
        all("all-unknown", "DK A 1"),
        ("r2-brought-back".to_owned(), back),
    ];
    let random = |name: &str, seed, habits| {
        (format!("r2-random-{name}-{seed}"), random_sheet(&mut Random(seed), habits).0)
    };
    sheets.extend((11..=13).map(|seed| random("complete", seed, COMPLETE)));
    sheets.extend((14..=15).map(|seed| random("half", seed, Habits { answered: 50, special: 10 })));
    sheets.push(random("sparse", 16, Habits { answered: 5, special: 20 }));
    sheets
}

/// Links that must never open.
fn hostile() -> Vec<(String, String)> {
    let good = encode(&sheet(&[("mgmt-policy", "B"), ("mgmt-support", "F"), ("login-used", "A")]));
    let (pack, revision, checksum, body) = parts(&good);
    let last = good.chars().last().unwrap();
    let named = [
        ("cut", good[..good.len() - 1].to_owned()),
        ("cut-short", good[..6].to_owned()),
        ("altered", format!("{}{}", &good[..good.len() - 1], if last == 'A' { 'Q' } else { 'A' })),
        (
            "altered-checksum",
            format!("{}{}{}", &good[..5], if &good[5..6] == "A" { "B" } else { "A" }, &good[6..]),
        ),
        ("one-letter-more", format!("{good}A")),
        ("padded", format!("{good}==")),
        ("escaped", good.replacen("r1", "r1%20", 1)),
        ("space", format!("{} {}", &good[..8], &good[8..])),
        ("version-2", good.replacen("r1", "r2", 1)),
        ("version-0", good.replacen("r1", "r0", 1)),
        ("upper-case", good.to_uppercase()),
        ("only-version", "r1".to_owned()),
        ("empty-text", String::new()),
        ("address", "/about".to_owned()),
        ("other-pack", forge(pack + 100, revision, &body)),
        ("pack-exchanged", good.replacen(&good[2..4], &forge(pack + 100, 1, &[])[2..4], 1)),
        ("revision-255", forge(pack, 255, &body)),
        ("revision-0", forge(pack, 0, &[])),
        ("body-with-zero", forge(pack, revision, &[&body[..], &[0]].concat())),
        ("body-too-long", forge(pack, revision, &[&body[..], &checksum].concat())),
        ("body-of-noise", forge(pack, revision, &(0..=255).collect::<Vec<u8>>())),
    ];
    let second = [
        ("r2-cut", good[..good.len() - 1].to_owned()),
        ("r2-body-of-revision-1", forge(pack, 1, &body)),
        ("r2-body-with-zero", forge(pack, revision, &[&body[..], &[0]].concat())),
        ("r2-body-of-noise", forge(pack, revision, &(0..=255).collect::<Vec<u8>>())),
    ];
    named.into_iter().chain(second).map(|(name, link)| (format!("hostile-{name}"), link)).collect()
}

#[test]
fn shared_links_open_as_ever() {
    let links = sheets().into_iter().map(|(name, sheet)| (name, encode(&sheet))).chain(hostile());
    let cases = links.map(|(name, link)| {
        let meaning = meaning(questionnaire(), &link);
        [name, link, meaning]
    });
    let mut wrong = Vec::new();
    for [name, link, expected] in frozen("tests/links/golden.tsv", cases) {
        let found = meaning(questionnaire(), &link);
        if found != expected || found.starts_with("error:") != name.starts_with("hostile-") {
            wrong.push(format!("{name}: {found} instead of {expected}"));
        }
        // As long as nothing was added, what is asked is written the same way again.
        if let Ok((sheet, 0)) = decode(&link)
            && parts(&link).1 == questionnaire().slots.revision()
            && travelling(&sheet) == sheet
            && encode(&sheet) != link
        {
            wrong.push(format!("{name}: written as {}", encode(&sheet)));
        }
    }
    none_wrong(&wrong);
}

#[test]
fn slot_tables_only_grow() {
    let lines = |text: &str| {
        text.lines().filter(|line| !line.starts_with('#')).map(str::to_owned).collect::<Vec<_>>()
    };
    let today = lines(&file("questionnaire/slots.tsv"));
    for revision in 1..=questionnaire().slots.revision() {
        let path = format!("tests/links/slots-{revision}.tsv");
        let of = |line: &&String| line.split('\t').nth(1).unwrap().parse::<u8>().unwrap() <= revision;
        let then: Vec<String> = today.iter().filter(of).cloned().collect();
        if updating() && !repository(&path).exists() {
            fs::write(repository(&path), then.join("\n") + "\n").unwrap();
        }
        let frozen = lines(&file(&path));
        assert_eq!(frozen, then, "{path} is not the table of its revision");
        assert!(today.starts_with(&frozen), "{path} is not how questionnaire/slots.tsv begins");
    }
}
