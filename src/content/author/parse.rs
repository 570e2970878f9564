//! TOML files to a [`SourceQuestionnaire`]: form only. Whether the pack makes sense is the business of `check`.

use super::fault::{At, Faults};
use super::folder::Folder;
use super::reader::{File, Table};
use super::source::{
    Alternatives, Name, SourceChapter, SourceChoice, SourceCondition, SourceField, SourcePack,
    SourceQuestion, SourceQuestionnaire, SourceSection, SourceSource, Text,
};
use std::cell::RefCell;
use std::collections::BTreeMap;
use toml::de::DeTable;

type Sets = BTreeMap<String, Vec<SourceChoice>>;

pub(super) fn parse(folder: &Folder, faults: &mut Faults) -> SourceQuestionnaire {
    let found = RefCell::new(Faults::default());
    let mut pack = SourceQuestionnaire::default();
    let mut order = Vec::new();
    match folder.files.get("meta.toml") {
        Some(text) => with_file("meta.toml", text, &found, |root| order = read_meta(root, &mut pack)),
        None => found.borrow_mut().add(&At { file: "meta.toml".to_owned(), line: 1 }, "the file is missing"),
    }
    for (id, at) in order {
        let first = pack.chapters.len();
        let meta = format!("{id}/meta.toml");
        let mut read = None;
        let mut chapters = Vec::new();
        for (name, text) in folder.matching(&format!("{id}/"), ".toml") {
            with_file(name, text, &found, |root| {
                if name == meta { read = read_pack(root) } else { chapters.push(read_chapter(root)) }
            });
        }
        chapters.sort_by_key(|chapter| chapter.number);
        pack.chapters.extend(chapters);
        let Some(mut read) = read else {
            found.borrow_mut().add(&at, format!("{meta} is missing, or has no `[pack]`"));
            continue;
        };
        if read.id.0 != id {
            found
                .borrow_mut()
                .add(&read.id.1, format!("the pack in the folder {id} is called `{}`", read.id.0));
        }
        read.chapters = first..pack.chapters.len();
        pack.packs.push(read);
    }
    for (name, text) in folder.matching("applies.toml", "") {
        with_file(name, text, &found, |root| pack.rules = super::applies::parse(root));
    }
    super::guide::parse(folder, &found, &mut pack.guide);
    for (name, text) in folder.matching("terms/", ".toml") {
        with_file(name, text, &found, |root| {
            pack.terms.extend(root.tables("term").iter().map(|term| read_titled(term, "name")));
        });
    }
    for (name, text) in folder.matching("sources", ".toml") {
        with_file(name, text, &found, |root| {
            pack.sources.extend(root.tables("source").iter().map(read_source));
        });
    }
    for (name, text) in folder.matching("about.toml", "") {
        with_file(name, text, &found, |root| {
            pack.about = root.tables("part").iter().map(read_about).collect();
        });
    }
    faults.extend(found.into_inner());
    pack
}

pub(super) fn with_file(name: &str, text: &str, faults: &RefCell<Faults>, read: impl FnOnce(&Table<'_>)) {
    let file = File::new(name, text, faults);
    let (root, errors) = DeTable::parse_recoverable(text);
    if errors.is_empty() {
        let root = file.root(&root);
        read(&root);
        root.done();
    }
    // What stands around a syntax error cannot be judged: a file with one reports only these.
    for error in errors {
        file.fault(&file.at(error.span().map_or(0, |span| span.start)), error.message().to_owned());
    }
}

pub(super) fn small(table: &Table<'_>, key: &str) -> u8 {
    let Some((number, at)) = table.integer(key) else {
        table.fault(format!("`{key}` is missing"));
        return 0;
    };
    u8::try_from(number).unwrap_or_else(|_| {
        table.fault(format!("`{key}` at line {} must be between 0 and 255", at.line));
        0
    })
}

/// Gives the names of the packs, in order.
fn read_meta(root: &Table<'_>, pack: &mut SourceQuestionnaire) -> Vec<Name> {
    let Some(table) = root.table("questionnaire") else {
        root.fault("`[questionnaire]` is missing");
        return Vec::new();
    };
    pack.id = table.required_string("id");
    pack.number = small(&table, "number");
    pack.title = table.required_text("title");
    let order = table.strings("packs");
    table.done();
    pack.views = root.tables("view").iter().map(|view| read_titled(view, "title")).collect();
    order
}

fn read_pack(root: &Table<'_>) -> Option<SourcePack> {
    let table = root.table("pack")?;
    let pack = SourcePack {
        id: table.required_string("id"),
        title: table.required_text("title"),
        text: table.required_text("text"),
        minutes: small(&table, "minutes"),
        chapters: 0..0,
    };
    table.done();
    Some(pack)
}

fn read_titled(table: &Table<'_>, title: &str) -> (Name, Text, Text) {
    let read = (table.required_string("id"), table.required_text(title), table.required_text("text"));
    // Which rows of the inventories this covers is checked by a test.
    table.strings("ref");
    table.done();
    read
}

fn read_about(table: &Table<'_>) -> (Text, Vec<Text>) {
    table.required_string("id");
    let part = (table.required_text("title"), table.texts("texts"));
    table.done();
    part
}

fn read_source(table: &Table<'_>) -> SourceSource {
    let source = SourceSource {
        id: table.required_string("id"),
        title: table.required_text("title"),
        date: table.string("date").map(|(date, _)| date),
        checked: table.required_string("checked").0,
    };
    // Where we read it is for auditors of the content, not for the page.
    table.string("via");
    table.done();
    source
}

fn read_chapter(root: &Table<'_>) -> SourceChapter {
    let mut chapter = SourceChapter { scored: true, ..SourceChapter::default() };
    if let Some(table) = root.table("chapter") {
        chapter.id = table.required_string("id");
        chapter.number = small(&table, "number");
        chapter.title = table.required_text("title");
        chapter.short = table.required_text("short");
        chapter.intro = table.required_text("intro");
        chapter.points = table.texts("points");
        chapter.scored = table.boolean("scored").unwrap_or(true);
        table.strings("ref");
        table.done();
    } else {
        root.fault("`[chapter]` is missing");
    }
    let sets = root.table("set").map_or_else(Sets::new, |table| {
        let sets =
            table.keys().into_iter().map(|name| (name.to_owned(), read_choices(&table, name))).collect();
        table.done();
        sets
    });
    chapter.sections = root.tables("section").iter().map(|section| read_section(section, &sets)).collect();
    chapter
}

fn read_section(table: &Table<'_>, sets: &Sets) -> SourceSection {
    let section = SourceSection {
        id: table.required_string("id"),
        title: table.required_text("title"),
        intro: table.text("intro"),
        condition: read_condition(table),
        questions: table.tables("question").iter().map(|question| read_question(question, sets)).collect(),
    };
    table.done();
    section
}

fn read_question(table: &Table<'_>, sets: &Sets) -> SourceQuestion {
    let reference = table.table("reference").map(|table| {
        let reference = (table.required_text("title"), table.texts("items"));
        table.done();
        reference
    });
    let (mut used, mut fields) = (Vec::new(), Vec::new());
    for field in table.tables("field") {
        match field.string("use") {
            Some(name) => {
                field.done();
                used.push(name);
            }
            None => fields.push(read_field(&field, sets)),
        }
    }
    let question = SourceQuestion {
        id: table.required_string("id"),
        title: table.required_text("title"),
        lead: table.text("lead"),
        points: table.texts("points"),
        reference,
        changed: table.text("changed"),
        terms: table.strings("terms"),
        sources: table.strings("source"),
        condition: read_condition(table),
        used,
        fields,
    };
    table.done();
    question
}

fn read_field(table: &Table<'_>, sets: &Sets) -> SourceField {
    let kind = table.required_string("kind");
    let choices = match kind.0.as_str() {
        "rating" => read_choices(table, "step"),
        "matrix" => read_choices(table, "row"),
        "text" => Vec::new(),
        _ => match table.string("options") {
            Some((name, at)) => sets.get(&name).cloned().unwrap_or_else(|| {
                table.fault(format!(
                    "`options` at line {} names `[set.{name}]`, which is not in this file",
                    at.line
                ));
                Vec::new()
            }),
            None => read_choices(table, "option"),
        },
    };
    let field = SourceField {
        id: table.required_string("id"),
        refs: table.strings("ref"),
        ask: table.required_text("ask"),
        weight: table.integer("weight"),
        view: table.string("view"),
        levels: if kind.0 == "matrix" { read_levels(table, sets) } else { Vec::new() },
        kind,
        choices,
        order: table.strings("order"),
        other: table.string("other"),
        none: table.string("none"),
        figure: table.string("figure"),
        na: table.boolean_or_text("na"),
        dk: table.boolean_or_text("dk"),
        why: table.text("why"),
        check: table.text("check"),
        evidence: table.text("evidence"),
        condition: read_condition(table),
    };
    table.done();
    field
}

fn read_levels(table: &Table<'_>, sets: &Sets) -> Vec<SourceChoice> {
    match table.string("levels") {
        Some((name, at)) => sets.get(&name).cloned().unwrap_or_else(|| {
            table.fault(format!(
                "`levels` at line {} names `[set.{name}]`, which is not in this file",
                at.line
            ));
            Vec::new()
        }),
        None => read_choices(table, "level"),
    }
}

/// `step.A.ja = …`: codes, each with a text and perhaps a note, in the order of their codes.
fn read_choices(table: &Table<'_>, key: &str) -> Vec<SourceChoice> {
    let Some(table) = table.table(key) else {
        table.fault(format!("`{key}` is missing"));
        return Vec::new();
    };
    let mut codes = table.keys();
    codes.sort_unstable();
    let read = |code: &str| {
        let at = table.at_key(code);
        let Some(choice) = table.table(code) else { return SourceChoice::default() };
        let (text, note) = (choice.languages(), choice.text("note"));
        choice.done();
        SourceChoice { code: (code.to_owned(), at), text, note }
    };
    let choices = codes.into_iter().map(read).collect();
    table.done();
    choices
}

fn read_condition(table: &Table<'_>) -> SourceCondition {
    SourceCondition { when: read_alternatives(table, "when"), unless: read_alternatives(table, "unless") }
}

/// `[{ field = ["A"] }]`.
pub(super) fn read_alternatives(table: &Table<'_>, key: &str) -> Alternatives {
    let read_tests = |tests: Table<'_>| {
        let read_test = |name: &str| ((name.to_owned(), tests.at_key(name)), tests.strings(name));
        tests.keys().into_iter().map(read_test).collect()
    };
    table.tables(key).into_iter().map(read_tests).collect()
}
