//! The guide as its authors wrote it.

use super::super::limits::{self, Limit};
use super::super::source::{Alternatives, Name, Text};

/// Everything that follows from answers.
#[derive(Clone, Debug, Default)]
pub(in crate::content::author) struct SourceGuide {
    pub(in crate::content::author) levels: Vec<(u16, Text, Text)>,
    pub(super) size: SourceSize,
    pub(super) desired: Vec<(u8, Alternatives, Text)>,
    pub(in crate::content::author) gates: Vec<SourceGate>,
    pub(super) opinions: Vec<(Name, Name)>,
    pub(in crate::content::author) findings: Vec<SourceGate>,
    pub(in crate::content::author) advice: Vec<SourceAdvice>,
    pub(super) emergency: SourceEmergency,
    pub(super) papers: Vec<SourcePaper>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct SourceSize {
    pub(super) medium: u8,
    pub(super) large: u8,
    pub(super) desired: Vec<i64>,
    pub(super) add: Vec<(u8, Alternatives)>,
}

/// A gate or a finding.
#[derive(Clone, Debug, Default)]
pub(in crate::content::author) struct SourceGate {
    pub(in crate::content::author) id: Name,
    /// The cap of a gate, the severity of a finding.
    pub(super) number: u8,
    pub(super) when: Alternatives,
    pub(super) title: Text,
    pub(super) text: Text,
    pub(super) sources: Vec<Name>,
}

#[derive(Clone, Debug, Default)]
pub(in crate::content::author) struct SourceAdvice {
    pub(in crate::content::author) id: Name,
    pub(super) formerly: Vec<Name>,
    pub(super) title: Text,
    pub(super) why: Text,
    pub(super) boss: Text,
    pub(super) steps: Vec<Text>,
    pub(super) done: Text,
    pub(super) who: Name,
    pub(super) hours: u8,
    pub(super) cost: u8,
    pub(super) vendor: Option<Text>,
    pub(super) variants: Vec<SourceVariant>,
    pub(super) fields: Vec<Name>,
    pub(super) gates: Vec<Name>,
    pub(super) findings: Vec<Name>,
    pub(super) after: Vec<Name>,
    pub(in crate::content::author) terms: Vec<Name>,
    pub(super) sources: Vec<Name>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct SourceVariant {
    pub(super) platform: Name,
    pub(super) text: Text,
    pub(super) who: Option<Name>,
    pub(super) hours: Option<u8>,
    pub(super) cost: Option<u8>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct SourceEmergency {
    pub(super) early: Vec<i64>,
    pub(super) last: u8,
    pub(super) malicious: u8,
    pub(super) text: Option<Text>,
    pub(super) sources: Vec<Name>,
    pub(super) kinds: Vec<SourceKind>,
    /// Title, steps, sources.
    pub(super) phases: Vec<(Text, Vec<Text>, Vec<Name>)>,
    pub(super) write: Vec<Text>,
    pub(super) contacts: Vec<SourceContact>,
    pub(super) never: Vec<Text>,
    /// Name, label, hint.
    pub(super) sheet: Vec<(Name, Text, Text)>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct SourceKind {
    pub(super) id: Name,
    pub(super) report: bool,
    pub(super) malicious: bool,
    pub(super) title: Text,
    pub(super) text: Text,
    pub(super) first: Vec<Text>,
    pub(super) contacts: Vec<Name>,
    pub(super) sources: Vec<Name>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct SourceContact {
    pub(super) id: Name,
    pub(super) role: Name,
    pub(super) name: Text,
    pub(super) text: Text,
    pub(super) sources: Vec<Name>,
}

#[derive(Clone, Debug, Default)]
pub(super) struct SourcePaper {
    pub(super) id: Name,
    pub(super) title: Text,
    pub(super) text: Text,
    pub(super) sources: Vec<Name>,
    /// Topic and fields.
    pub(super) lines: Vec<(Text, Vec<Name>)>,
}

impl SourceGuide {
    /// Every text with how long it may be.
    pub(in crate::content::author) fn texts(&self) -> Vec<(&Text, Limit)> {
        let mut all: Vec<(&Text, Limit)> = Vec::new();
        for (_, title, text) in &self.levels {
            all.extend([(title, limits::LEVEL_TITLE), (text, limits::WHY)]);
        }
        all.extend(self.desired.iter().map(|(.., text)| (text, limits::RAISE)));
        for gate in self.gates.iter().chain(&self.findings) {
            all.extend([(&gate.title, limits::HEADLINE), (&gate.text, limits::CONSEQUENCE)]);
        }
        for advice in &self.advice {
            all.extend([
                (&advice.title, limits::HEADLINE),
                (&advice.why, limits::WHY),
                (&advice.boss, limits::WHY),
                (&advice.done, limits::DONE),
            ]);
            all.extend(advice.steps.iter().map(|text| (text, limits::ADVICE_STEP)));
            all.extend(advice.vendor.iter().map(|text| (text, limits::LETTER)));
            all.extend(advice.variants.iter().map(|variant| (&variant.text, limits::VARIANT)));
        }
        self.emergency.texts(&mut all);
        for paper in &self.papers {
            all.extend([(&paper.title, limits::PAPER_TITLE), (&paper.text, limits::VARIANT)]);
            all.extend(paper.lines.iter().map(|(title, _)| (title, limits::PAPER_LINE)));
        }
        all
    }

    /// Every condition.
    pub(in crate::content::author) fn conditions(&self) -> impl Iterator<Item = &Alternatives> {
        let size = self.size.add.iter().map(|(_, when)| when);
        let desired = self.desired.iter().map(|(_, when, _)| when);
        size.chain(desired).chain(self.gates.iter().chain(&self.findings).map(|gate| &gate.when))
    }

    /// The names of sources, wherever one is given.
    pub(in crate::content::author) fn source_names(&self) -> impl Iterator<Item = &Name> {
        let gates = self.gates.iter().chain(&self.findings).flat_map(|gate| &gate.sources);
        let advice = self.advice.iter().flat_map(|advice| &advice.sources);
        let page = &self.emergency;
        let phases = page.phases.iter().flat_map(|(.., sources)| sources);
        let contacts = page.contacts.iter().flat_map(|contact| &contact.sources);
        let kinds = page.kinds.iter().flat_map(|kind| &kind.sources);
        let papers = self.papers.iter().flat_map(|paper| &paper.sources);
        gates.chain(advice).chain(&page.sources).chain(phases).chain(contacts).chain(kinds).chain(papers)
    }
}

impl SourceEmergency {
    fn texts<'a>(&'a self, all: &mut Vec<(&'a Text, Limit)>) {
        let mut long = |texts: &'a [Text]| all.extend(texts.iter().map(|text| (text, limits::VARIANT)));
        long(&self.write);
        long(&self.never);
        self.kinds.iter().for_each(|kind| long(&kind.first));
        self.phases.iter().for_each(|(_, steps, _)| long(steps));
        all.extend(self.text.iter().map(|text| (text, limits::VARIANT)));
        all.extend(self.phases.iter().map(|(title, ..)| (title, limits::HEADLINE)));
        let kinds = self.kinds.iter().map(|kind| (&kind.title, &kind.text));
        let contacts = self.contacts.iter().map(|contact| (&contact.name, &contact.text));
        let sheet = self.sheet.iter().map(|(_, label, hint)| (label, hint));
        for (title, text) in kinds.chain(contacts).chain(sheet) {
            all.extend([(title, limits::HEADLINE), (text, limits::VARIANT)]);
        }
    }
}
