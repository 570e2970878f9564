//! Whether packs go together: fields used by several.

use super::fault::Faults;
use super::source::{SourceCondition, SourceField, SourcePack, SourceQuestion, SourceQuestionnaire};
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(pack: &SourceQuestionnaire, faults: &mut Faults) {
    let profile: BTreeSet<&str> = match pack.packs.first() {
        Some(first) => questions(pack, first).flat_map(|(_, question)| &question.fields).map(id).collect(),
        None => BTreeSet::new(),
    };
    let gates = gates(pack);
    for part in &pack.packs {
        let mut asked: BTreeSet<&str> =
            questions(pack, part).flat_map(|(_, question)| &question.fields).map(id).collect();
        let used = || questions(pack, part).flat_map(|(_, question)| &question.used);
        for (used, at) in used() {
            // Twice in one pack, it would count twice.
            if !asked.insert(used) {
                faults.add(at, format!("`{used}` is asked twice in the pack `{}`", part.id.0));
            }
        }
        for (section, question) in questions(pack, part) {
            if !is_always(section) || !is_always(&question.condition) {
                for (used, at) in &question.used {
                    let reason = format!(
                        "`{used}` keeps its own condition: the one of the section or question around it does not bind it here"
                    );
                    faults.add(at, reason);
                }
            }
        }
        for (used, at) in used() {
            let all = gates.get(used.as_str()).into_iter().flatten();
            for gate in all.filter(|gate| !asked.contains(*gate) && !profile.contains(*gate)) {
                let reason =
                    format!("`{used}` waits for `{gate}`, which the pack `{}` does not ask", part.id.0);
                faults.add(at, reason);
            }
        }
    }
}

fn is_always(condition: &SourceCondition) -> bool {
    condition.when.is_empty() && condition.unless.is_empty()
}

fn id(field: &SourceField) -> &str {
    &field.id.0
}

/// The questions of a pack, each with the condition of its section.
fn questions<'a>(
    pack: &'a SourceQuestionnaire,
    part: &SourcePack,
) -> impl Iterator<Item = (&'a SourceCondition, &'a SourceQuestion)> {
    let chapters = pack.chapters.get(part.chapters.clone()).unwrap_or_default();
    let sections = chapters.iter().flat_map(|chapter| &chapter.sections);
    sections.flat_map(|section| section.questions.iter().map(|question| (&section.condition, question)))
}

/// What each field looks at, by its own condition and those around it.
fn gates(pack: &SourceQuestionnaire) -> BTreeMap<&str, BTreeSet<&str>> {
    let mut gates = BTreeMap::new();
    for (section, question) in pack.packs.iter().flat_map(|part| questions(pack, part)) {
        for field in &question.fields {
            let conditions = [section, &question.condition, &field.condition].into_iter();
            let tests =
                conditions.flat_map(|condition| condition.when.iter().chain(&condition.unless)).flatten();
            let looked_at =
                tests.map(|((name, _), _)| name.split_once('.').map_or(name.as_str(), |(field, _)| field));
            gates.insert(id(field), looked_at.collect());
        }
    }
    gates
}
