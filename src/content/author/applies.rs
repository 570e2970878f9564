//! `applies.toml`: what the profile sets aside. TOML -> parse -> check -> compile.

use super::check::{Checker, by_name};
use super::compile::Compiler;
use super::limits;
use super::parse::read_alternatives;
use super::reader::Table;
use super::source::{SourceChapter, SourceField, SourceQuestionnaire, SourceRule};
use crate::model::Rule;
use std::collections::BTreeMap;
use std::ops::Range;

pub(super) fn parse(root: &Table<'_>) -> Vec<SourceRule> {
    root.tables("rule").iter().map(read_rule).collect()
}

fn read_rule(table: &Table<'_>) -> SourceRule {
    let rule = SourceRule {
        id: table.required_string("id"),
        part: table.required_string("part"),
        reason: table.required_text("reason"),
        ask: table.text("ask"),
        when: read_alternatives(table, "when"),
        targets: table.strings("targets"),
    };
    table.strings("ref");
    table.done();
    rule
}

/// What a rule can name, `chapter:…` and the like, with the fields in it.
fn targets(chapters: &[SourceChapter]) -> BTreeMap<String, Vec<&SourceField>> {
    let mut targets: BTreeMap<String, Vec<&SourceField>> = BTreeMap::new();
    for chapter in chapters {
        for section in &chapter.sections {
            for question in &section.questions {
                for field in &question.fields {
                    let names = [
                        ("chapter", &chapter.id.0),
                        ("section", &section.id.0),
                        ("question", &question.id.0),
                        ("field", &field.id.0),
                    ];
                    for (kind, id) in names {
                        targets.entry(format!("{kind}:{id}")).or_default().push(field);
                    }
                }
            }
        }
    }
    targets
}

pub(super) fn check(pack: &SourceQuestionnaire, checker: &mut Checker<'_>) {
    let profile = pack.packs.first().map_or(0, |part| part.chapters.end);
    let about_shop = targets(pack.chapters.get(..profile).unwrap_or_default());
    let fields = by_name(about_shop.values().flatten().copied());
    let all = targets(&pack.chapters);
    for rule in &pack.rules {
        let at = &rule.id.1;
        checker.text(&rule.reason, limits::REASON);
        checker.texts(&rule.ask, limits::REASON);
        if rule.ask.is_some() != (rule.part.0 == "provider") {
            checker.faults.add(at, "`ask` belongs to the provider's part, and there it is needed");
        }
        if rule.part.0 != "provider" && rule.part.0 != "out" {
            checker.faults.add(&rule.part.1, format!("`{}` is not a part: provider or out", rule.part.0));
        }
        if rule.when.is_empty() {
            checker.faults.add(at, "a rule needs `when`");
        }
        checker.alternatives(&rule.when, &fields, "a field of the profile");
        if rule.targets.is_empty() {
            checker.faults.add(at, "a rule needs `targets`");
        }
        for (target, at) in &rule.targets {
            if about_shop.contains_key(target) {
                checker.faults.add(at, format!("`{target}` is part of the profile, which is always asked"));
            } else if !all.contains_key(target) {
                checker.faults.add(at, format!("there is no `{target}`"));
            }
        }
    }
}

pub(super) fn compile(pack: &SourceQuestionnaire, compiler: &Compiler<'_>) -> Vec<Rule> {
    let targets = targets(&pack.chapters);
    let compile = |rule: &SourceRule| {
        let named = rule.targets.iter().filter_map(|(target, _)| targets.get(target)).flatten();
        let mut fields: Vec<u16> =
            named.filter_map(|field| compiler.place(&field.id.0).map(|ix| ix.0)).collect();
        fields.sort_unstable();
        fields.dedup();
        Rule {
            id: rule.id.0.clone(),
            reason: compiler.numbering.id(&rule.reason),
            ask: compiler.numbering.maybe(rule.ask.as_ref()),
            when: compiler.tests(&rule.when),
            fields: ranges(fields),
        }
    };
    pack.rules.iter().map(compile).collect()
}

/// Places in order as ranges.
fn ranges(fields: Vec<u16>) -> Vec<Range<u16>> {
    let mut ranges: Vec<Range<u16>> = Vec::new();
    for field in fields {
        match ranges.last_mut() {
            Some(last) if last.end == field => last.end = field + 1,
            _ => ranges.push(field..field + 1),
        }
    }
    ranges
}
