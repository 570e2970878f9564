//! Surveys on the command line: the same numbers as the core's, errors by line, and the run goes on.

use super::{report, sampled, survey};
use crate::support::{compiled, pack_named, questionnaire};
use ec_checkup::survey::{Derived, Reference, standing_to_json};
use serde_json::Value;
use std::io::Write;
use std::path::PathBuf;
use std::process::{Command, Stdio};

/// A folder of this test alone, gone afterwards.
struct Folder(PathBuf);

impl Folder {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ec-checkup-survey-{name}-{}", std::process::id()));
        std::fs::create_dir_all(&path).unwrap();
        Self(path)
    }

    fn file(&self, name: &str, text: &str) -> String {
        std::fs::write(self.0.join(name), text).unwrap();
        self.path(name)
    }

    fn path(&self, name: &str) -> String {
        self.0.join(name).display().to_string()
    }
}

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// Output, errors, and the exit code.
fn run(arguments: &[&str], input: &str) -> (String, String, i32) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ec-checkup"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    let mut stdin = child.stdin.take().unwrap();
    let input = input.to_owned();
    // Whoever has enough does not read on.
    let writer = std::thread::spawn(move || drop(stdin.write_all(input.as_bytes())));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap();
    (text(output.stdout), text(output.stderr), output.status.code().unwrap())
}

fn sample(n: u64, format: &str) -> String {
    let (out, error, code) = run(&["sample", "-n", &n.to_string(), "--seed", "11", "--format", format], "");
    assert_eq!((error.as_str(), code), ("", 0));
    out
}

/// The last line of what is said on standard error.
fn summary(error: &str) -> &str {
    error.lines().last().unwrap_or_default()
}

#[test]
fn every_way_in_gives_the_numbers_of_the_core() {
    let expected = report(&survey(&sampled(11, 25))).to_json(questionnaire(), &compiled().guide).write();
    let folder = Folder::new("ways");
    for format in ["ndjson", "links", "documents"] {
        let text = sample(25, format);
        let (out, error, code) = run(&["survey", "-"], &text);
        assert_eq!((code, error.as_str()), (0, "25 respondents, 0 duplicates left out, 0 unreadable\n"));
        assert!(out.trim_end() == expected, "{format}");
        let (lines, rest) = text.split_at(text.match_indices('\n').nth(15).unwrap().0 + 1);
        let [first, second] = [folder.file("first", lines), folder.file("second", rest)];
        let (out, ..) = run(&["survey", &first, &second], "");
        assert!(out.trim_end() == expected, "{format} in two files");
    }
    let rows = sample(25, "ndjson");
    assert_eq!(run(&["decode"], &sample(25, "links")), (rows.clone(), String::new(), 0));
    let (out, error, _) = run(&["survey", "--format", "ndjson"], &rows);
    assert!(out == rows && summary(&error).starts_with("25 respondents"), "{error}");
}

#[test]
fn what_cannot_be_read_is_named_by_line_and_the_rest_is_reported() {
    let rows = sample(12, "ndjson");
    let links = sample(3, "links");
    let mut lines: Vec<&str> = rows.lines().collect();
    lines.insert(2, r#"{"ec-checkup":"row","format":1"#);
    lines.insert(4, r#"{"ec-checkup":"row","format":9}"#);
    lines.insert(6, "");
    lines.insert(7, "just words");
    let cut = &links.lines().next().unwrap()[..40];
    lines.insert(8, cut);
    let text = lines.join("\n");
    let (out, error, code) = run(&["survey", "-"], &text);
    let complaints: Vec<&str> = error.lines().collect();
    assert_eq!(
        complaints,
        [
            "-:3: broken JSON",
            "-:5: the row was written by a newer version",
            "-:9: the link is cut off",
            "12 respondents, 0 duplicates left out, 3 unreadable"
        ]
    );
    assert_eq!((code, serde_json::from_str::<Value>(&out).unwrap()["respondents"].as_u64()), (1, Some(12)));
    let mail = format!("Hello\n\n{links}\n#{}x\nBye", &cut[1..]);
    let (out, error, code) = run(&["decode", "-"], &mail);
    assert_eq!((out.lines().count(), error.as_str(), code), (3, "-:7: the link is cut off\n", 1));
    let (out, error, code) = run(&["decode", "-"], &rows[700..]);
    assert_eq!((out.lines().count(), error.as_str(), code), (11, "", 0), "half a line is no link");
    let (out, error, code) = run(&["decode", "-"], &format!("{{{}", &rows[700..]));
    assert_eq!((out.lines().count(), error.as_str(), code), (11, "-:1: broken JSON\n", 1));
    assert_eq!(run(&["survey", "/nowhere/at-all"], "").2, 2);
    let (_, error, code) = run(&["survey", "-"], "");
    assert!(code == 2 && error.contains("nothing to report"), "{error}");
    assert_eq!(run(&["decode", "hello"], ""), (String::new(), "no link of this page in it\n".to_owned(), 2));
}

#[test]
fn the_newest_of_several_states_counts() {
    let links = sample(8, "links");
    let folder = Folder::new("newest");
    let first = links.lines().next().unwrap();
    let mail = folder.file("mail", &format!("{links}\nand again {first}\n{links}"));
    let (out, error, code) = run(&["survey", &mail], "");
    assert_eq!((code, summary(&error)), (0, "8 respondents, 9 duplicates left out, 0 unreadable"));
    assert_eq!(out, run(&["survey", "-"], &links).0);
    // Rows are one each, unless said otherwise. A later date wins wherever it stands.
    let rows = sample(8, "ndjson");
    let row = rows.lines().next().unwrap();
    let date = &row[row.find("\"date\":\"").unwrap() + 8..][..10];
    let newer = row.replace(date, "2027-01-01").replace(r#""shop-kind":""#, r#""shop-kind":"D","x":""#);
    let text = format!("{newer}\n{rows}{row}\n");
    let latest = |options: &[&str]| run(&[&["survey", "--format", "ndjson"], options].concat(), &text);
    assert_eq!(latest(&[]).0.lines().count(), 10);
    let (out, error, _) = latest(&["--latest"]);
    assert_eq!(
        (out.lines().count(), summary(&error)),
        (8, "8 respondents, 2 duplicates left out, 0 unreadable")
    );
    assert!(out.lines().next().unwrap().contains("2027-01-01"), "the newest stands where it came");
}

#[test]
fn files_of_the_page_are_read() {
    let folder = Folder::new("files");
    let documents = sample(2, "documents");
    let mut documents = documents.lines();
    let [one, other] = [(); 2].map(|()| documents.next().unwrap());
    let pretty = format!("{:#}", serde_json::from_str::<Value>(one).unwrap());
    let single = folder.file("single.json", &pretty);
    let backup = format!(
        "{{\"ec-checkup\":\"backup\",\n\"format\":1,\n\"written\":\"\",\n\"assessments\":[\n{{\"id\":\"a\",\"document\":{other}}},\n{{\"id\":\"b\",\"document\":{{}}}}]}}"
    );
    let backup = folder.file("backup.json", &backup);
    let (out, error, code) = run(&["survey", "--format", "ndjson", &single, &backup], "");
    assert_eq!((out.lines().count(), code), (2, 1), "{error}");
    assert!(error.contains("backup.json:1: not a saved assessment, or damaged"), "{error}");
    let broken = folder.file("broken.json", &pretty[..pretty.len() / 2]);
    assert!(run(&["survey", &broken], "").1.contains("cut off"));
}

#[test]
fn sealed_links_need_the_passphrase() {
    let folder = Folder::new("sealed");
    let document = folder.file("document", sample(1, "documents").trim());
    let [good, wrong] = [folder.file("good", "朝がお 12 ばん\n"), folder.file("wrong", "something else")];
    let (link, ..) = run(&["link", &document, "--tell", "everything", "--name", "--passphrase", &good], "");
    let (out, error, code) = run(&["decode", link.trim()], "");
    assert_eq!((out.as_str(), error.as_str(), code), ("", "argument:1: the link is under a passphrase\n", 1));
    let (out, error, code) = run(&["decode", link.trim(), "--passphrase", &good], "");
    assert_eq!((out.lines().count(), error.as_str(), code), (1, "", 0));
    assert!(out == run(&["decode", &document], "").0);
    assert!(run(&["decode", link.trim(), "--passphrase", &wrong], "").1.contains("passphrase is another"));
    let (level, ..) = run(&["link", &document, "--tell", "level"], "");
    assert!(run(&["survey", "-"], &level).1.contains("holds no answers"));
}

#[test]
fn a_reference_is_written_beside_the_report() {
    let folder = Folder::new("reference");
    let path = folder.path("reference.json");
    let (out, _, code) = run(&["survey", "--reference", &path, "-"], &sample(25, "ndjson"));
    assert!(code == 0 && out.starts_with(r#"{"ec-checkup":"survey""#));
    let written = std::fs::read_to_string(&path).unwrap();
    let expected = Reference::new(&report(&survey(&sampled(11, 25))));
    assert_eq!(Reference::read(questionnaire(), &written), Ok(expected));
    let (_, error, code) = run(&["survey", "--reference", &path, "-"], &sample(9, "ndjson"));
    assert!(code == 2 && error.contains("too few"), "{error}");
    assert_eq!(run(&["survey", "--reference", &path, "--format", "ndjson"], "").2, 2);
    let title = "　協会の調べ";
    let (.., code) = run(&["survey", "--reference", &path, "--title", title, "-"], &sample(25, "ndjson"));
    let written = std::fs::read_to_string(&path).unwrap();
    let found = Reference::read(questionnaire(), &written).map(|found| found.title);
    assert_eq!((code, found), (0, Ok("協会の調べ".to_owned())));
    assert_eq!(run(&["survey", "--reference", &path, "--title", "two\nlines", "-"], "").2, 2);
    assert_eq!(run(&["survey", "--title", "alone", "-"], "").2, 2);
}

#[test]
fn a_shop_is_told_where_it_stands() {
    let folder = Folder::new("standing");
    let path = folder.path("reference.json");
    run(&["survey", "--reference", &path, "-"], &sample(60, "ndjson"));
    let reference = Reference::read(questionnaire(), &std::fs::read_to_string(&path).unwrap()).unwrap();
    let shops = sample(3, "documents");
    for (line, shop) in shops.lines().zip(sampled(11, 3)) {
        let derived = Derived::new(questionnaire(), &compiled().guide, &shop.sheet);
        let report = derived.reports.iter().find(|report| report.pack == pack_named("ecom")).unwrap();
        let (out, error, code) = run(&["score", "--reference", &path, "-"], line);
        assert_eq!((error.as_str(), code), ("", 0));
        let found: Value = serde_json::from_str(&out).unwrap();
        let expected = standing_to_json(questionnaire(), &reference, report, derived.part());
        assert_eq!(found["standing"], expected);
        assert!(expected["whole"]["others"]["n"].as_u64() >= Some(10), "{expected}");
    }
    let not = folder.file("not.json", "{}");
    let (_, error, code) = run(&["score", "--reference", &not, "-"], shops.lines().next().unwrap());
    assert!(code == 1 && error.contains("not.json: not a reference"), "{error}");
}

#[test]
fn help_has_examples() {
    for command in ["decode", "survey", "sample"] {
        let (out, _, code) = run(&[command, "--help"], "");
        assert!(code == 0 && out.contains("Examples:"), "{out}");
    }
}
