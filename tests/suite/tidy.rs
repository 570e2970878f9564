//! Rules of the repository that the compiler does not know.

use crate::support::{file, is_wide_sign, none_wrong, repository};
use std::fs;
use std::path::Path;

/// What each module may import of ours: what `src/lib.rs` calls "those to their left". `app` and `bin` may import all.
const IMPORTS: &[(&str, &[&str])] = &[
    ("order", &[]),
    ("calendar", &[]),
    ("model", &[]),
    ("content", &["model"]),
    ("answers", &["model", "order"]),
    ("exchange", &["answers", "model"]),
    ("flow", &["answers", "model"]),
    ("score", &["answers", "flow", "model", "order"]),
    ("advise", &["answers", "flow", "model", "order", "score"]),
    ("compare", &["advise", "answers", "flow", "model", "score"]),
    ("link", &["answers", "calendar", "flow", "model", "order"]),
    ("asking", &["answers", "calendar", "flow", "link", "model"]),
    ("share", &["advise", "answers", "flow", "link", "model", "score"]),
    ("chart", &["score"]),
    ("route", &["link"]),
    ("export", &["calendar"]),
    ("words", &["model"]),
    (
        "survey",
        &[
            "advise", "answers", "calendar", "chart", "exchange", "export", "flow", "link", "model", "score",
            "share", "words",
        ],
    ),
    ("site", &["content", "model", "survey"]),
];

/// Crates that only the page and its threads may use.
const PAGE_CRATES: [&str; 9] = [
    "any_spawner",
    "gloo",
    "js_sys",
    "leptos",
    "send_wrapper",
    "wasm_bindgen",
    "web_sys",
    "wasm_bindgen_futures",
    "wasm_split_helpers",
];

/// What reaches out of the page, or into its document. Types of events and elements are not among it.
const BROWSER: [&str; 10] = [
    "js_sys",
    "wasm_bindgen_futures",
    "web_sys::window",
    "web_sys::Storage",
    "web_sys::Request",
    "web_sys::Response",
    "window()",
    "document()",
    "local_storage",
    "query_selector",
];

/// Files, clocks and the environment of native builds.
const OUTSIDE: [&str; 6] = ["std::fs", "std::env", "std::net", "std::process", "std::time", "include_dir"];

/// What can stop the program, or bring markup from texts into the page.
const FORBIDDEN: [&str; 12] = [
    ".unwrap()",
    ".expect(",
    "panic!(",
    "todo!(",
    "unimplemented!(",
    "unreachable!(",
    "assert!(",
    "dbg!(",
    "inner_html",
    "insert_adjacent_html",
    "unsafe {",
    "eval(",
];

const LONGEST: usize = 400;

/// Every file below a folder (or the file itself), with its text, by its path in the repository.
fn files(path: &str, extensions: &[&str]) -> Vec<(String, String)> {
    fn walk(path: &Path, found: &mut Vec<std::path::PathBuf>) {
        if path.is_dir() {
            for entry in fs::read_dir(path).unwrap() {
                walk(&entry.unwrap().path(), found);
            }
        } else {
            found.push(path.to_owned());
        }
    }
    let mut found = Vec::new();
    walk(&repository(path), &mut found);
    found.sort();
    let wanted =
        |path: &Path| path.extension().is_some_and(|end| extensions.iter().any(|wanted| end == *wanted));
    let relative = |path: &Path| path.strip_prefix(repository("")).unwrap().to_str().unwrap().to_owned();
    let read = |path: &std::path::PathBuf| (relative(path), fs::read_to_string(path).unwrap());
    found.iter().filter(|path| wanted(path)).map(read).collect()
}

/// A file without the tests at its end.
fn without_tests(text: &str) -> &str {
    let tests = ["\n#[cfg(test)]\nmod ", "\n#[cfg(all(test"].iter().filter_map(|mark| text.find(mark)).min();
    &text[..tests.unwrap_or(text.len())]
}

/// Our Rust with neither comments nor the tests at the end of a file, line by line.
fn code() -> Vec<(String, Vec<String>)> {
    let strip = |text: &str| {
        let lines = without_tests(text).lines();
        lines.map(|line| line.split("//").next().unwrap().to_owned()).collect()
    };
    files("src", &["rs"]).into_iter().map(|(path, text)| (path, strip(&text))).collect()
}

/// Lines with any of these words, in files the rule is about.
fn check(words: &[&str], concerns: impl Fn(&str) -> bool) {
    let mut wrong = Vec::new();
    let code = code();
    assert!(code.len() > 50, "where is the code?");
    for (path, lines) in code.iter().filter(|(path, _)| concerns(path)) {
        for (number, line) in (1..).zip(lines) {
            wrong.extend(
                words
                    .iter()
                    .filter(|word| line.contains(*word))
                    .map(|word| format!("{path}:{number}: {word}")),
            );
        }
    }
    none_wrong(&wrong);
}

fn is_in(path: &str, folders: &[&str]) -> bool {
    folders.iter().any(|folder| path.starts_with(folder))
}

fn module(path: &str) -> &str {
    path.split('/').nth(1).unwrap().trim_end_matches(".rs")
}

#[test]
fn modules_import_inwards_only() {
    let mut wrong = Vec::new();
    for (path, lines) in code() {
        let Some((_, allowed)) = IMPORTS.iter().find(|(name, _)| *name == module(&path)) else {
            let above = ["app", "bin", "counter", "lib", "main"];
            assert!(above.contains(&module(&path)), "{path}: which modules may import which? See IMPORTS");
            continue;
        };
        for (number, line) in (1..).zip(&lines) {
            for import in line.split("crate::").skip(1) {
                let end = import.find(|letter: char| !letter.is_alphanumeric() && letter != '_');
                let imported = &import[..end.unwrap_or(import.len())];
                if imported != module(&path) && !allowed.contains(&imported) {
                    wrong.push(format!("{path}:{number}: {} may not import {imported}", module(&path)));
                }
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn every_module_may_import_only_what_is_listed_before_it() {
    for (place, (name, imports)) in IMPORTS.iter().enumerate() {
        let before = |import: &&&str| !IMPORTS[..place].iter().any(|(earlier, _)| earlier == *import);
        assert_eq!(imports.iter().find(before), None, "{name}");
    }
}

#[test]
fn only_the_page_knows_the_browser() {
    check(&PAGE_CRATES, |path| !is_in(path, &["src/app/", "src/counter.rs", "src/main.rs"]));
}

#[test]
fn only_two_folders_of_the_page_touch_the_browser() {
    // `src/app/mod.rs` looks up the place where the page goes.
    let may = ["src/app/browser/", "src/app/ui/", "src/app/mod.rs"];
    check(&BROWSER, |path| is_in(path, &["src/app/"]) && !is_in(path, &may));
}

#[test]
fn only_the_command_line_and_the_authors_part_touch_the_machine() {
    check(&OUTSIDE, |path| !is_in(path, &["src/bin/", "src/site/", "src/content/author/folder.rs"]));
}

#[test]
fn nothing_stops_the_program() {
    check(&FORBIDDEN, |_| true);
}

/// How words are joined differs by language: `src/words` says it. What the page writes by itself is read in both.
#[test]
fn the_page_itself_writes_no_japanese() {
    let mut wrong = Vec::new();
    for (path, lines) in code().iter().filter(|(path, _)| is_in(path, &["src/app/", "src/export/"])) {
        // The wide forms of signs that spreadsheets take for formulas.
        let lines = (1..).zip(lines).filter(|(_, line)| !line.contains("starts_with"));
        let japanese = |letter| is_wide_sign(letter) || matches!(letter, '\u{3040}'..='\u{9FFF}');
        let lines = lines.filter(|(_, line)| line.contains(japanese));
        wrong.extend(lines.map(|(number, line)| format!("{path}:{number}: {line}")));
    }
    none_wrong(&wrong);
}

#[test]
fn files_are_short() {
    let long =
        files("src", &["rs", "css", "js"]).into_iter().filter(|(_, text)| text.lines().count() > LONGEST);
    none_wrong(
        &long.map(|(path, text)| format!("{path}: {} lines", text.lines().count())).collect::<Vec<_>>(),
    );
}

/// A line without addresses that are names only: nobody ever fetches them.
fn without_names(line: &str) -> String {
    line.replace("http://www.w3.org/2000/svg", "").replace("https://json-schema.org/draft/2020-12/schema", "")
}

#[test]
fn nothing_is_fetched_from_elsewhere() {
    let sources = ["src", "public", "index.html"]
        .map(|path| files(path, &["rs", "css", "js", "svg", "html", "json", "webmanifest"]));
    assert!(sources.iter().all(|files| !files.is_empty()));
    let mut wrong = Vec::new();
    for (path, text) in sources.into_iter().flatten() {
        // Tests may hold addresses that people write into notes; comments fetch nothing.
        for (number, line) in (1..).zip(without_tests(&text).lines()) {
            let comment = line.trim_start().starts_with("//");
            let line = if comment { String::new() } else { without_names(line) };
            if ["http://", "https://", "url(//", "src=\"//", "href=\"//"]
                .iter()
                .any(|address| line.contains(address))
            {
                wrong.push(format!("{path}:{number}: {line}"));
            }
        }
    }
    none_wrong(&wrong);
}

#[test]
fn the_readme_says_how_to_begin() {
    for path in ["README.md", "README.ja.md"] {
        let text = file(path);
        assert!(["make serve", "make test"].iter().all(|command| text.contains(command)), "{path}");
    }
    let targets = file("Makefile");
    assert!(["\nserve:", "\ntest:"].iter().all(|target| targets.contains(target)));
}

#[test]
fn no_test_file_is_forgotten() {
    let files = files("tests/suite", &["rs"]);
    assert!(files.len() > 20);
    let mut wrong = Vec::new();
    for (path, _) in files.iter().filter(|(path, _)| path != "tests/suite/main.rs") {
        let path = Path::new(path.strip_suffix("/mod.rs").unwrap_or(path));
        let folder = path.parent().unwrap().to_str().unwrap();
        let name = path.file_stem().unwrap().to_str().unwrap();
        let parents = [format!("{folder}/main.rs"), format!("{folder}/mod.rs")];
        let declares = |text: &str| {
            text.lines().any(|line| line.trim_start_matches("pub(crate) ") == format!("mod {name};"))
        };
        if !files.iter().any(|(parent, text)| parents.contains(parent) && declares(text)) {
            wrong.push(format!("{} is not part of the suite", path.display()));
        }
    }
    none_wrong(&wrong);
}
