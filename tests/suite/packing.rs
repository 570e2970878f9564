//! Editions of the page: another questionnaire put into a finished one is what the build would have made of it.

use crate::support::{questionnaire, tiny};
use ec_checkup::content::author::Folder;
use ec_checkup::site::{Beside, Changes, Packed, Plan, SiteError, assemble, pack};
use ec_checkup::survey::Reference;
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

/// A folder for one test.
struct Place(PathBuf);

impl Place {
    fn new(name: &str) -> Self {
        let path = std::env::temp_dir().join(format!("ec-checkup-{}-{name}", std::process::id()));
        let _ = fs::remove_dir_all(&path);
        fs::create_dir_all(path.join("parts")).unwrap();
        for part in [
            "app.js",
            "single.js",
            "app.wasm",
            "later.wasm",
            "style.css",
            "later-style.css",
            "sw.js",
            "counter.wasm",
            "thread.js",
        ] {
            fs::write(path.join("parts").join(part), format!("/* {part} */\n\n")).unwrap();
        }
        Self(path)
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.join(name)
    }

    /// Both editions with a questionnaire, as `make site` makes them.
    fn assemble(&self, folder: &Folder, name: &str, home: &str, reference: Option<&Path>) -> Plan {
        let root = Path::new(env!("CARGO_MANIFEST_DIR"));
        let plan = Plan {
            parts: self.path("parts"),
            public: root.join("public"),
            page: root.join("index.html"),
            out: self.path(name),
            single: self.path(&format!("{name}.html")),
            home: home.to_owned(),
            reference: reference.map(Path::to_owned),
        };
        assemble(folder, &plan).unwrap();
        plan
    }
}

impl Drop for Place {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn content(folder: &Path) -> BTreeMap<String, Vec<u8>> {
    let entries = fs::read_dir(folder).unwrap().map(Result::unwrap);
    entries.map(|entry| (entry.file_name().into_string().unwrap(), fs::read(entry.path()).unwrap())).collect()
}

fn with(folder: &Folder) -> Changes<'_> {
    Changes { questionnaire: Some(folder), ..Changes::default() }
}

fn refused(folder: &Folder, from: &Path, out: &Path) -> String {
    let error = pack(from, out, &with(folder)).unwrap_err();
    assert!(matches!(error, SiteError::Release(..)), "{error}");
    error.to_string()
}

#[test]
fn a_packed_edition_is_what_the_build_makes() {
    let place = Place::new("packed");
    let other = tiny::edited(&[]);
    let from = place.assemble(&Folder::built_in(), "from", "", None);
    let expected = place.assemble(&other, "expected", "https://example.jp/a/", None);
    assert_eq!(pack(&from.out, &place.path("out"), &with(&other)).unwrap(), Packed::Folder);
    assert_eq!(content(&place.path("out")), content(&expected.out));
    let home = Some("https://example.jp/a/");
    let changes = Changes { home, ..with(&other) };
    assert_eq!(pack(&from.single, &place.path("out.html"), &changes).unwrap(), Packed::File);
    assert!(fs::read(place.path("out.html")).unwrap() == fs::read(&expected.single).unwrap());
    // And back, over what is there.
    pack(&place.path("out"), &place.path("expected"), &with(&Folder::built_in())).unwrap();
    assert_eq!(content(&place.path("expected")), content(&from.out));
}

#[test]
fn what_is_no_edition_is_damaged_or_of_another_version_is_refused_and_nothing_is_written() {
    let place = Place::new("refused");
    let built_in = Folder::built_in();
    let from = place.assemble(&built_in, "from", "", None);
    let out = place.path("out");
    let whole = content(&from.out);
    let restore = || {
        for (name, bytes) in &whole {
            fs::write(from.out.join(name), bytes).unwrap();
        }
    };
    let named = |start: &str| whole.keys().find(|name| name.starts_with(start)).unwrap();

    for name in [named("ja-help."), named("app."), "index.html"] {
        fs::write(from.out.join(name), [&whole[name][..], b" "].concat()).unwrap();
        assert!(refused(&built_in, &from.out, &out).contains("not what the page says"), "{name}");
        restore();
    }
    fs::write(from.out.join("sw.js"), "something else").unwrap();
    assert!(refused(&built_in, &from.out, &out).contains("not an edition"));
    restore();
    assert!(refused(&built_in, &from.out, &from.out).contains("should go"));
    assert!(refused(&built_in, &from.out, &place.0).contains("should go"));
    assert_eq!(content(&from.out), whole);

    let single = fs::read_to_string(&from.single).unwrap();
    let check = |page: String, reason: &str| {
        let file = place.path("changed.html");
        fs::write(&file, page).unwrap();
        assert!(refused(&built_in, &file, &out).contains(reason), "{reason}");
    };
    check("<!doctype html>".to_owned(), "not an edition");
    check(single.replace("file-en-help", "file-xx-help"), "not an edition");
    let (before, behind) = single.split_once("id=\"file-structure\" data-base64>").unwrap();
    check(format!("{before}id=\"file-structure\" data-base64>AAAA{behind}"), "another version");
    assert!(!out.exists());
    for home in ["example.jp", "https://a\"b", "javascript:1"] {
        let changes = Changes { home: Some(home), ..with(&built_in) };
        assert!(matches!(pack(&from.single, &out, &changes), Err(SiteError::Home(_))), "{home}");
    }
}

/// A reference to the built-in questionnaire; the title makes it another one.
fn reference(place: &Place, title: &str) -> PathBuf {
    let reference =
        Reference { title: title.to_owned(), n: 12, synthetic: 12, date: None, scores: Vec::new() };
    let path = place.path(&format!("{title}.json"));
    fs::write(&path, reference.write(questionnaire())).unwrap();
    path
}

#[test]
fn a_reference_can_be_put_in_exchanged_kept_and_taken_away() {
    let place = Place::new("reference");
    let built_in = Folder::built_in();
    let [first, second] = ["first", "<second>"].map(|title| reference(&place, title));
    let none = place.assemble(&built_in, "none", "", None);
    let one = place.assemble(&built_in, "one", "", Some(&first));
    let other = place.assemble(&built_in, "other", "", Some(&second));
    assert_eq!(content(&one.out).len(), content(&none.out).len() + 1);
    let check = |from: &Plan, changes: Changes<'_>, expected: &Plan| {
        pack(&from.out, &place.path("out"), &changes).unwrap();
        assert_eq!(content(&place.path("out")), content(&expected.out));
        pack(&from.single, &place.path("out.html"), &changes).unwrap();
        assert!(fs::read(place.path("out.html")).unwrap() == fs::read(&expected.single).unwrap());
    };
    let beside = |reference| Changes { reference, ..Changes::default() };
    check(&none, beside(Beside::File(&first)), &one);
    check(&one, beside(Beside::File(&second)), &other);
    check(&other, beside(Beside::File(&first)), &one);
    check(&one, beside(Beside::Keep), &one);
    check(&one, with(&built_in), &one);
    check(&one, beside(Beside::Nothing), &none);
    check(&none, beside(Beside::Nothing), &none);
    check(&none, beside(Beside::Keep), &none);
}

#[test]
fn a_questionnaire_and_a_reference_that_do_not_fit_are_refused() {
    let place = Place::new("misfit");
    let (built_in, tiny) = (Folder::built_in(), tiny::edited(&[]));
    let first = reference(&place, "first");
    let one = place.assemble(&built_in, "one", "", Some(&first));
    let out = place.path("out");
    for from in [&one.out, &one.single] {
        assert!(refused(&tiny, from, &out).contains("--no-reference"));
        let changes = Changes { reference: Beside::Nothing, ..with(&tiny) };
        pack(from, &place.path("without"), &changes).unwrap();
        let changes = Changes { reference: Beside::File(&first), ..with(&tiny) };
        let error = pack(from, &out, &changes).unwrap_err().to_string();
        assert!(error.ends_with("first.json: a reference of another questionnaire"), "{error}");
        let broken = place.path("broken.json");
        fs::write(&broken, "{").unwrap();
        let changes = Changes { reference: Beside::File(&broken), ..Changes::default() };
        assert!(pack(from, &out, &changes).unwrap_err().to_string().contains("broken.json: not a reference"));
        let _ = fs::remove_dir_all(place.path("without"));
        let _ = fs::remove_file(place.path("without"));
    }
    assert!(!out.exists());
}
