//! Whether the guide makes sense: names that exist, every weak answer with its advice, no advice in a circle.

use super::super::fault::{At, Faults};
use super::super::source::{Name, SourceField, SourceQuestionnaire};
use super::source::{SourceAdvice, SourceGuide};
use std::collections::{BTreeMap, BTreeSet};

/// What an advice says about who does it, and on what.
pub(super) const WHO: [&str; 3] = ["owner", "vendor", "host"];
pub(super) const PLATFORMS: [&str; 5] = ["mall", "saas", "eccube", "woocommerce", "own"];
pub(super) const ROLES: [&str; 4] = ["duty", "help", "business", "customer"];

pub(in crate::content::author) fn check(
    pack: &SourceQuestionnaire,
    fields: &BTreeMap<&str, &SourceField>,
    faults: &mut Faults,
) {
    let guide = &pack.guide;
    let ratings: BTreeMap<&str, &SourceField> = fields
        .iter()
        .filter(|(_, field)| field.kind.0 == "rating")
        .map(|(id, field)| (*id, *field))
        .collect();
    levels(guide, faults);
    opinions(pack, fields, faults);
    known(guide, &ratings, faults);
    // A guide without any advice is being written; from the first one on it has to be whole.
    if !guide.advice.is_empty() {
        whole(guide, &ratings, faults);
    }
    names(guide, faults);
    for advice in &guide.advice {
        one(advice, faults);
        if let Some(way) = circle(guide, advice) {
            faults.add(&advice.id.1, format!("`after` goes round in a circle: {way}"));
        }
    }
    emergency(guide, faults);
}

fn levels(guide: &SourceGuide, faults: &mut Faults) {
    let ends: Vec<u16> = guide.levels.iter().map(|(from, ..)| *from).collect();
    let rising = ends.windows(2).all(|pair| matches!(pair, [low, high] if low < high));
    if let Some((_, title, _)) = guide.levels.first()
        && (ends.first() != Some(&0) || !rising || ends.last().is_some_and(|last| *last > 1000))
    {
        faults.add(&title.at, "levels begin at 0 and rise, up to 1000");
    }
    let most = u8::try_from(guide.levels.len()).unwrap_or(u8::MAX);
    for gate in &guide.gates {
        if !(1..=most).contains(&gate.number) {
            faults.add(&gate.id.1, format!("`cap` is one of the {most} levels"));
        }
    }
    for finding in guide.findings.iter().filter(|finding| !(1..=3).contains(&finding.number)) {
        faults.add(&finding.id.1, "`severity` is 1, 2 or 3");
    }
    for gate in guide.gates.iter().chain(&guide.findings).filter(|gate| gate.when.is_empty()) {
        faults.add(&gate.id.1, "`when` is missing");
    }
}

fn opinions(pack: &SourceQuestionnaire, fields: &BTreeMap<&str, &SourceField>, faults: &mut Faults) {
    for ((field, at), (chapter, chapter_at)) in &pack.guide.opinions {
        let row = field.split_once('.').and_then(|(field, row)| {
            let field =
                fields.get(field).filter(|field| field.kind.0 == "matrix" && field.levels.len() == 4)?;
            field.choices.iter().find(|choice| choice.code.0 == row)
        });
        if row.is_none() {
            faults.add(at, format!("`{field}` is not the row of a matrix with four levels"));
        }
        if !pack.chapters.iter().any(|known| known.id.0 == *chapter) {
            faults.add(chapter_at, format!("no chapter is called `{chapter}`"));
        }
    }
}

fn known(guide: &SourceGuide, ratings: &BTreeMap<&str, &SourceField>, faults: &mut Faults) {
    let mut missing = |names: &[Name], exists: &dyn Fn(&str) -> bool, what: &str| {
        for (id, at) in names.iter().filter(|(id, _)| !exists(id)) {
            faults.add(at, format!("no {what} is called `{id}`"));
        }
    };
    let rating = |id: &str| ratings.contains_key(id);
    for advice in &guide.advice {
        missing(&advice.fields, &rating, "rating");
        missing(&advice.gates, &|id| guide.gates.iter().any(|gate| gate.id.0 == id), "gate");
        missing(&advice.findings, &|id| guide.findings.iter().any(|finding| finding.id.0 == id), "finding");
        missing(&advice.after, &|id| guide.advice.iter().any(|other| other.id.0 == id), "advice");
    }
    for paper in &guide.papers {
        paper.lines.iter().for_each(|(_, fields)| missing(fields, &rating, "rating"));
    }
}

/// A name that an advice had before belongs to no other.
fn names(guide: &SourceGuide, faults: &mut Faults) {
    let mut seen: BTreeSet<&str> = guide.advice.iter().map(|advice| advice.id.0.as_str()).collect();
    for (id, at) in guide.advice.iter().flat_map(|advice| &advice.formerly) {
        if !seen.insert(id) {
            faults.add(at, format!("`{id}` is the name of an advice, or stands in another `formerly`"));
        }
    }
}

/// Every rating and finding leads to one advice and every gate to at least one. Were there two, the plan would give the same
/// answer as the reason for both, and they would say the same in other words.
fn whole(guide: &SourceGuide, ratings: &BTreeMap<&str, &SourceField>, faults: &mut Faults) {
    let mut named = |pick: fn(&SourceAdvice) -> &Vec<Name>, once: bool| -> BTreeSet<&str> {
        let mut seen: BTreeMap<&str, &str> = BTreeMap::new();
        for advice in &guide.advice {
            for (id, at) in pick(advice) {
                if let Some(first) = seen.insert(id, &advice.id.0).filter(|_| once) {
                    faults.add(at, format!("`{id}` leads to the advice `{first}` already"));
                }
            }
        }
        seen.into_keys().collect()
    };
    let fields = named(|advice| &advice.fields, true);
    let gates = named(|advice| &advice.gates, false);
    let findings = named(|advice| &advice.findings, true);
    for (id, rating) in ratings.iter().filter(|(id, _)| !fields.contains(*id)) {
        faults.add(&rating.id.1, format!("no advice mends `{id}`"));
    }
    for gate in guide.gates.iter().filter(|gate| !gates.contains(gate.id.0.as_str())) {
        faults.add(&gate.id.1, format!("no advice lifts the gate `{}`", gate.id.0));
    }
    for finding in guide.findings.iter().filter(|finding| !findings.contains(finding.id.0.as_str())) {
        faults.add(&finding.id.1, format!("no advice settles the finding `{}`", finding.id.0));
    }
}

fn one(advice: &SourceAdvice, faults: &mut Faults) {
    let at = &advice.id.1;
    if advice.fields.is_empty() && advice.gates.is_empty() && advice.findings.is_empty() {
        faults.add(at, "nothing leads to this advice: `fields`, `gates` or `findings`");
    }
    if !(3..=6).contains(&advice.steps.len()) {
        faults.add(at, "an advice has 3 to 6 steps");
    }
    let who = || advice.variants.iter().filter_map(|variant| variant.who.as_ref()).chain([&advice.who]);
    for (who, at) in who().filter(|(who, _)| !WHO.contains(&who.as_str())) {
        faults.add(at, format!("`{who}` is none of {}", WHO.join(", ")));
    }
    for (who, at) in advice.variants.iter().filter_map(|variant| variant.who.as_ref()) {
        if *who == advice.who.0 {
            faults.add(at, format!("`{who}` does it everywhere, so a variant need not say so"));
        }
    }
    if advice.vendor.is_none() && who().any(|(who, _)| who != "owner") {
        faults.add(at, "`vendor` is missing: the sentences to send to who does it");
    }
    let mut effort = |hours: u8, cost: u8, at: &At| {
        if !(1..=80).contains(&hours) {
            faults.add(at, "`hours` is 1 to 80");
        }
        if cost > 3 {
            faults.add(at, "`cost` is 0 to 3");
        }
    };
    effort(advice.hours, advice.cost, at);
    for variant in &advice.variants {
        effort(variant.hours.unwrap_or(1), variant.cost.unwrap_or(0), &variant.platform.1);
    }
    let platforms = advice.variants.iter().map(|variant| &variant.platform);
    for (key, at) in platforms.filter(|(key, _)| !PLATFORMS.contains(&key.as_str())) {
        faults.add(at, format!("`{key}` is none of {}", PLATFORMS.join(", ")));
    }
}

/// The way from an advice by `after` back to itself.
fn circle(guide: &SourceGuide, from: &SourceAdvice) -> Option<String> {
    let mut open: Vec<&str> = from.after.iter().map(|(id, _)| id.as_str()).collect();
    let mut seen: BTreeSet<&str> = BTreeSet::new();
    while let Some(id) = open.pop() {
        if id == from.id.0 {
            return Some(seen.into_iter().chain([id]).collect::<Vec<_>>().join(" -> "));
        }
        if seen.insert(id)
            && let Some(advice) = guide.advice.iter().find(|advice| advice.id.0 == id)
        {
            open.extend(advice.after.iter().map(|(id, _)| id.as_str()));
        }
    }
    None
}

fn emergency(guide: &SourceGuide, faults: &mut Faults) {
    let page = &guide.emergency;
    for (id, at) in page.kinds.iter().flat_map(|kind| &kind.contacts) {
        if !page.contacts.iter().any(|contact| contact.id.0 == *id) {
            faults.add(at, format!("no contact is called `{id}`"));
        }
    }
    for contact in page.contacts.iter().filter(|contact| !ROLES.contains(&contact.role.0.as_str())) {
        faults.add(&contact.role.1, format!("`{}` is none of {}", contact.role.0, ROLES.join(", ")));
    }
    if let Some(text) = &page.text
        && (page.early.len() != 2 || page.early.iter().any(|days| !(1..=60).contains(days)))
    {
        faults.add(&text.at, "`early` is two numbers of days");
    }
}
