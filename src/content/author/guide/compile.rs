//! A checked guide to what the page loads.

use super::super::compile::Compiler;
use super::super::source::{Name, SourceQuestionnaire, Text};
use super::check::{PLATFORMS, ROLES, WHO};
use super::source::{SourceAdvice, SourceEmergency, SourceGate, SourceGuide};
use crate::model::{
    Advice, ChapterIx, Code, Contact, Deadline, Emergency, FieldIx, Finding, Gate, Guide, IncidentKind,
    Level, Opinion, Paper, PaperLine, Phase, Platform, Raise, Role, SheetLine, SizePoints, SizeRule, Variant,
    Who,
};

/// The place of a name in a list, as the number type of that list.
fn position<T, N: TryFrom<usize>>(list: &[T], id: impl Fn(&T) -> &Name, wanted: &str) -> Option<N> {
    list.iter().position(|item| id(item).0 == wanted).and_then(|place| N::try_from(place).ok())
}

/// One of a few words.
fn word<T: Copy>(words: &[&str], meanings: &[T], word: &str) -> Option<T> {
    words.iter().zip(meanings).find(|(known, _)| **known == word).map(|(_, meaning)| *meaning)
}

pub(in crate::content::author) fn compile(pack: &SourceQuestionnaire, compiler: &Compiler<'_>) -> Guide {
    let guide = &pack.guide;
    let id = |text: &Text| compiler.numbering.id(text);
    let fields =
        |names: &[Name]| -> Vec<FieldIx> { names.iter().filter_map(|(id, _)| compiler.place(id)).collect() };
    let gate = |gate: &SourceGate| Gate {
        id: gate.id.0.clone(),
        cap: gate.number,
        when: compiler.tests(&gate.when),
        title: id(&gate.title),
        text: id(&gate.text),
        sources: compiler.sources(&gate.sources),
    };
    let finding = |finding: &SourceGate| Finding {
        id: finding.id.0.clone(),
        severity: finding.number,
        when: compiler.tests(&finding.when),
        title: id(&finding.title),
        text: id(&finding.text),
        sources: compiler.sources(&finding.sources),
    };
    let opinion = |(field, chapter): &(Name, Name)| {
        let (field, row) = field.0.split_once('.')?;
        let chapter = position(&pack.chapters, |known| &known.id, &chapter.0).map(ChapterIx)?;
        Some(Opinion { field: compiler.place(field)?, row: Code::from_letter(row)?, chapter })
    };
    let mut desired = guide.size.desired.iter().map(|level| u8::try_from(*level).unwrap_or(0));
    let mut next = || desired.next().unwrap_or(0);
    Guide {
        levels: (guide.levels.iter())
            .map(|(from, title, text)| Level { from: *from, title: id(title), text: id(text) })
            .collect(),
        size: SizeRule {
            medium: guide.size.medium,
            large: guide.size.large,
            desired: [next(), next(), next()],
            add: (guide.size.add.iter())
                .map(|(by, when)| SizePoints { by: *by, when: compiler.tests(when) })
                .collect(),
        },
        desired: (guide.desired.iter())
            .map(|(by, when, text)| Raise { by: *by, when: compiler.tests(when), text: id(text) })
            .collect(),
        gates: guide.gates.iter().map(gate).collect(),
        opinions: guide.opinions.iter().filter_map(opinion).collect(),
        findings: guide.findings.iter().map(finding).collect(),
        advice: guide.advice.iter().map(|advice| compile_advice(guide, advice, compiler)).collect(),
        emergency: compile_emergency(&guide.emergency, compiler),
        papers: (guide.papers.iter())
            .map(|paper| Paper {
                id: paper.id.0.clone(),
                title: id(&paper.title),
                text: id(&paper.text),
                lines: (paper.lines.iter())
                    .map(|(title, names)| PaperLine { title: id(title), fields: fields(names) })
                    .collect(),
                sources: compiler.sources(&paper.sources),
            })
            .collect(),
    }
}

fn compile_advice(guide: &SourceGuide, advice: &SourceAdvice, compiler: &Compiler<'_>) -> Advice {
    const MEANINGS: [Platform; 5] =
        [Platform::Mall, Platform::Saas, Platform::EcCube, Platform::WooCommerce, Platform::Own];
    let numbering = compiler.numbering;
    let who = |name: &Name| word(&WHO, &[Who::Owner, Who::Vendor, Who::Host], &name.0);
    Advice {
        id: advice.id.0.clone(),
        formerly: advice.formerly.iter().map(|(id, _)| id.clone()).collect(),
        title: numbering.id(&advice.title),
        why: numbering.id(&advice.why),
        boss: numbering.id(&advice.boss),
        steps: numbering.ids(&advice.steps),
        done: numbering.id(&advice.done),
        who: who(&advice.who).unwrap_or(Who::Owner),
        hours: advice.hours,
        cost: advice.cost,
        vendor: numbering.maybe(advice.vendor.as_ref()),
        variants: (PLATFORMS.iter().zip(MEANINGS))
            .filter_map(|(key, platform)| {
                let variant = advice.variants.iter().find(|variant| variant.platform.0 == *key)?;
                let (text, who) = (numbering.id(&variant.text), variant.who.as_ref().and_then(who));
                Some(Variant { platform, text, who, hours: variant.hours, cost: variant.cost })
            })
            .collect(),
        fields: advice.fields.iter().filter_map(|(id, _)| compiler.place(id)).collect(),
        gates: places(&advice.gates, |id| position(&guide.gates, |gate| &gate.id, id)),
        findings: places(&advice.findings, |id| position(&guide.findings, |finding| &finding.id, id)),
        after: places(&advice.after, |id| position(&guide.advice, |other| &other.id, id)),
        terms: compiler.terms(&advice.terms),
        sources: compiler.sources(&advice.sources),
    }
}

fn places<N>(names: &[Name], place: impl Fn(&str) -> Option<N>) -> Vec<N> {
    names.iter().filter_map(|(id, _)| place(id)).collect()
}

fn compile_emergency(page: &SourceEmergency, compiler: &Compiler<'_>) -> Emergency {
    let numbering = compiler.numbering;
    let day = |days: &i64| u8::try_from(*days).unwrap_or(0);
    let early = page.early.iter().map(day).collect::<Vec<_>>();
    Emergency {
        deadline: Deadline {
            early: early.try_into().unwrap_or_default(),
            last: page.last,
            malicious: page.malicious,
            text: numbering.maybe(page.text.as_ref()),
            sources: compiler.sources(&page.sources),
        },
        kinds: (page.kinds.iter())
            .map(|kind| IncidentKind {
                id: kind.id.0.clone(),
                title: numbering.id(&kind.title),
                text: numbering.id(&kind.text),
                report: kind.report,
                malicious: kind.malicious,
                first: numbering.ids(&kind.first),
                contacts: places(&kind.contacts, |id| position(&page.contacts, |contact| &contact.id, id)),
                sources: compiler.sources(&kind.sources),
            })
            .collect(),
        phases: (page.phases.iter())
            .map(|(title, steps, sources)| Phase {
                title: numbering.id(title),
                steps: numbering.ids(steps),
                sources: compiler.sources(sources),
            })
            .collect(),
        write: numbering.ids(&page.write),
        contacts: (page.contacts.iter())
            .map(|contact| Contact {
                role: word(&ROLES, &Role::ALL, &contact.role.0).unwrap_or(Role::Help),
                name: numbering.id(&contact.name),
                text: numbering.id(&contact.text),
                sources: compiler.sources(&contact.sources),
            })
            .collect(),
        never: numbering.ids(&page.never),
        sheet: (page.sheet.iter())
            .map(|(id, label, hint)| SheetLine {
                id: id.0.clone(),
                label: numbering.id(label),
                hint: numbering.id(hint),
            })
            .collect(),
    }
}
