//! Links on the command line: what is written there opens there, and wherever else.

use super::kinds::open;
use crate::support::sent::noted;
use crate::support::{questionnaire, sheet};
use ec_checkup::link::{Content, decode};
use serde_json::Value;
use std::io::Write;
use std::process::{Command, Stdio};

/// Output and errors; whether it succeeded.
fn run(arguments: &[&str], input: &str) -> (String, String, bool) {
    let mut child = Command::new(env!("CARGO_BIN_EXE_ec-checkup"))
        .args(arguments)
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .unwrap();
    child.stdin.take().unwrap().write_all(input.as_bytes()).unwrap();
    let output = child.wait_with_output().unwrap();
    let text = |bytes| String::from_utf8(bytes).unwrap().trim().to_owned();
    (text(output.stdout), text(output.stderr), output.status.success())
}

fn stored() -> String {
    let answers =
        sheet(&[("quick-tls", "A"), ("quick-mfa", "D"), ("quick-updates", "C"), ("shop-kind", "C")]);
    noted(&answers, 30).to_json(questionnaire()).write()
}

fn link(options: &[&str]) -> String {
    let (link, error, good) = run(&[&["link", "-"], options].concat(), &stored());
    assert!(good && error.is_empty(), "{error}");
    link.strip_prefix('#').unwrap().to_owned()
}

fn opened(link: &str, options: &[&str]) -> Value {
    let (json, error, good) = run(&[&["open", "-"], options].concat(), link);
    assert!(good && error.is_empty(), "{error}");
    serde_json::from_str(&json).unwrap()
}

#[test]
fn each_choice_tells_what_it_says() {
    assert!(decode(questionnaire(), &link(&[])).is_ok(), "without a choice, the first version");
    let level = opened(&link(&["--tell", "level"]), &[]);
    assert_eq!(
        (&level["kind"], &level["name"], &level["points"]),
        (&"summary".into(), &"".into(), &Value::Null)
    );
    assert_eq!((&level["date"], level["level"].as_array().map(Vec::len)), (&"2026-11-28".into(), Some(2)));
    let scores = opened(&link(&["--tell", "scores", "--name"]), &[]);
    assert_eq!((&scores["name"], scores["chapters"].is_array()), (&"雑貨の青空商店".into(), true));
    assert_eq!(scores["number"], level["number"], "links of one assessment know each other");
    let answers = opened(&link(&["--tell", "answers"]), &[]);
    assert_eq!(answers["answers"]["quick-mfa"], "D");
    let everything = opened(&link(&["--tell", "everything"]), &[]);
    let notes = everything["answers"].as_object().unwrap().values().filter(|entry| entry["note"].is_string());
    assert!(notes.count() > 3);
}

#[test]
fn a_passphrase_is_read_from_a_file() {
    let folder = std::env::temp_dir().join(format!("ec-checkup-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let [good, wrong, empty] = ["good", "wrong", "empty"].map(|name| folder.join(name).display().to_string());
    std::fs::write(&good, "朝がお 12 ばん\nmore\n").unwrap();
    std::fs::write(&wrong, "something else").unwrap();
    std::fs::write(&empty, "\n").unwrap();
    let sealed = link(&["--tell", "answers", "--passphrase", &good]);
    assert!(matches!(open(&sealed), Ok(Content::Sealed(_))));
    assert_ne!(sealed, link(&["--tell", "answers", "--passphrase", &good]), "salt and nonce are random");
    assert_eq!(opened(&sealed, &[])["kind"], "sealed");
    assert_eq!(opened(&sealed, &["--passphrase", &good])["answers"]["quick-mfa"], "D");
    let refused = |options: &[&str], input: &str| {
        let (output, error, good) = run(options, input);
        assert!(!good && output.is_empty(), "{output}");
        error
    };
    assert!(refused(&["open", "-", "--passphrase", &wrong], &sealed).contains("passphrase is another"));
    assert!(refused(&["open", "-", "--passphrase", &empty], &sealed).contains("no passphrase"));
    assert!(
        refused(&["link", "-", "--tell", "level", "--passphrase", "/nowhere"], &stored()).contains("nowhere")
    );
    std::fs::remove_dir_all(&folder).unwrap();
}

#[test]
fn a_link_is_found_in_a_mail_and_what_is_wrong_is_said() {
    let link = link(&["--tell", "answers"]);
    let mail = format!("> Hello,\n> see https://example.com/%23{}\n> {}\n> Bye", &link[..20], &link[20..]);
    assert_eq!(opened(&mail, &[])["kind"], "answers");
    let (_, error, good) = run(&["open", &format!("#{}", &link[..20])], "");
    assert!(!good && error.contains("cut off"), "{error}");
}
