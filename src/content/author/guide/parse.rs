//! TOML to a [`SourceGuide`]: form only.

use super::super::fault::{At, Faults};
use super::super::folder::Folder;
use super::super::parse::{read_alternatives, small, with_file};
use super::super::reader::Table;
use super::super::source::Text;
use super::source::{
    SourceAdvice, SourceContact, SourceGate, SourceGuide, SourceKind, SourcePaper, SourceVariant,
};
use std::cell::RefCell;

pub(in crate::content::author) fn parse(folder: &Folder, faults: &RefCell<Faults>, guide: &mut SourceGuide) {
    let file = |name: &str, read: &mut dyn FnMut(&Table<'_>)| {
        for (name, text) in folder.matching(name, ".toml") {
            with_file(name, text, faults, |root| read(root));
        }
    };
    file("level.toml", &mut |root| read_levels(root, guide));
    file("findings.toml", &mut |root| {
        guide.findings = root.tables("finding").iter().map(|table| read_gate(table, "severity")).collect();
    });
    file("advice/", &mut |root| guide.advice.extend(root.tables("advice").iter().map(read_advice)));
    file("emergency.toml", &mut |root| read_emergency(root, guide));
    file("papers.toml", &mut |root| guide.papers = root.tables("paper").iter().map(read_paper).collect());
    guide.advice.sort_by(|a, b| a.id.0.cmp(&b.id.0));
}

/// Reads a table; the rows of the inventories it covers are checked by a test.
fn finish(table: &Table<'_>) {
    table.strings("ref");
    table.done();
}

fn read_levels(root: &Table<'_>, guide: &mut SourceGuide) {
    for table in root.tables("level") {
        let from = table.integer("from").and_then(|(from, _)| u16::try_from(from).ok());
        if from.is_none() {
            table.fault("`from` is missing: permille of the points");
        }
        let level = (from.unwrap_or(0), table.required_text("title"), table.required_text("text"));
        finish(&table);
        guide.levels.push(level);
    }
    if let Some(table) = root.table("size") {
        guide.size.medium = small(&table, "medium");
        guide.size.large = small(&table, "large");
        guide.size.desired = table.integers("desired");
        for add in table.tables("add") {
            guide.size.add.push((small(&add, "by"), read_alternatives(&add, "when")));
            finish(&add);
        }
        finish(&table);
    } else {
        root.fault("`[size]` is missing");
    }
    for table in root.tables("desired") {
        table.required_string("id");
        let raise = (small(&table, "by"), read_alternatives(&table, "when"), table.required_text("text"));
        finish(&table);
        guide.desired.push(raise);
    }
    guide.gates = root.tables("gate").iter().map(|table| read_gate(table, "cap")).collect();
    for table in root.tables("opinion") {
        guide.opinions.push((table.required_string("field"), table.required_string("chapter")));
        finish(&table);
    }
}

fn read_gate(table: &Table<'_>, number: &str) -> SourceGate {
    let gate = SourceGate {
        id: table.required_string("id"),
        number: small(table, number),
        when: read_alternatives(table, "when"),
        title: table.required_text("title"),
        text: table.required_text("text"),
        sources: table.strings("source"),
    };
    finish(table);
    gate
}

fn read_advice(table: &Table<'_>) -> SourceAdvice {
    let variants = table.table("variant").map_or_else(Vec::new, |variants| {
        let read = |key: &&str| Some(read_variant(key, variants.at_key(key), &variants.table(key)?));
        let read = variants.keys().iter().filter_map(read).collect();
        variants.done();
        read
    });
    let advice = SourceAdvice {
        id: table.required_string("id"),
        formerly: table.strings("formerly"),
        title: table.required_text("title"),
        why: table.required_text("why"),
        boss: table.required_text("boss"),
        steps: table.texts_with_refs("steps"),
        done: table.required_text("done"),
        who: table.required_string("who"),
        hours: small(table, "hours"),
        cost: small(table, "cost"),
        vendor: table.text("vendor"),
        variants,
        fields: table.strings("fields"),
        gates: table.strings("gates"),
        findings: table.strings("findings"),
        after: table.strings("after"),
        terms: table.strings("terms"),
        sources: table.strings("source"),
    };
    finish(table);
    advice
}

fn read_variant(key: &str, at: At, table: &Table<'_>) -> SourceVariant {
    let number = |key: &str| table.keys().contains(&key).then(|| small(table, key));
    let variant = SourceVariant {
        platform: (key.to_owned(), at),
        text: table.languages(),
        who: table.string("who"),
        hours: number("hours"),
        cost: number("cost"),
    };
    table.done();
    variant
}

fn read_emergency(root: &Table<'_>, guide: &mut SourceGuide) {
    let page = &mut guide.emergency;
    if let Some(table) = root.table("deadline") {
        page.early = table.integers("early");
        page.last = small(&table, "final");
        page.malicious = small(&table, "malicious");
        page.text = Some(table.required_text("text"));
        page.sources = table.strings("source");
        finish(&table);
    } else {
        root.fault("`[deadline]` is missing");
    }
    let read_kind = |table: &Table<'_>| {
        let kind = SourceKind {
            id: table.required_string("id"),
            report: table.boolean("report").unwrap_or(false),
            malicious: table.boolean("malicious").unwrap_or(false),
            title: table.required_text("title"),
            text: table.required_text("text"),
            first: table.texts_with_refs("first"),
            contacts: table.strings("contacts"),
            sources: table.strings("source"),
        };
        finish(table);
        kind
    };
    page.kinds = root.tables("kind").iter().map(read_kind).collect();
    let read_phase = |table: &Table<'_>| {
        table.required_string("id");
        let phase = (table.required_text("title"), table.texts_with_refs("steps"), table.strings("source"));
        finish(table);
        phase
    };
    page.phases = root.tables("phase").iter().map(read_phase).collect();
    page.write = root.texts_with_refs("write");
    let read_contact = |table: &Table<'_>| {
        let contact = SourceContact {
            id: table.required_string("id"),
            role: table.required_string("role"),
            name: table.required_text("name"),
            text: table.required_text("text"),
            sources: table.strings("source"),
        };
        finish(table);
        contact
    };
    page.contacts = root.tables("contact").iter().map(read_contact).collect();
    page.never = root.texts_with_refs("never");
    let read_line = |table: &Table<'_>| {
        let line = (table.required_string("id"), table.required_text("label"), table.required_text("hint"));
        finish(table);
        line
    };
    page.sheet = root.tables("sheet").iter().map(read_line).collect();
}

fn read_paper(table: &Table<'_>) -> SourcePaper {
    let read_line = |line: &Table<'_>| -> (Text, Vec<_>) {
        line.required_string("id");
        let read = (line.required_text("title"), line.strings("fields"));
        finish(line);
        read
    };
    let paper = SourcePaper {
        id: table.required_string("id"),
        title: table.required_text("title"),
        text: table.required_text("text"),
        sources: table.strings("source"),
        lines: table.tables("line").iter().map(read_line).collect(),
    };
    finish(table);
    paper
}
