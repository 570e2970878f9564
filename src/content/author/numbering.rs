//! Numbers texts: the same pair of texts gets the same number, in the earliest tier that needs it.

use super::source::{SourceQuestion, SourceQuestionnaire, Text};
use crate::model::{Lang, TextId, Tier};
use std::collections::BTreeMap;
use std::collections::btree_map::Entry;

#[derive(Default)]
pub(super) struct Numbering<'a> {
    tiers: [Vec<&'a Text>; Tier::COUNT],
    known: BTreeMap<(&'a str, &'a str), (Tier, usize)>,
}

impl<'a> Numbering<'a> {
    pub(super) fn new(pack: &'a SourceQuestionnaire) -> Self {
        let mut numbering = Self::default();
        // Tier by tier, so that a text needed early is never numbered late.
        for tier in Tier::ALL {
            numbering.pack(pack, tier);
        }
        numbering
    }

    fn pack(&mut self, pack: &'a SourceQuestionnaire, tier: Tier) {
        if tier == Tier::Start {
            self.note(tier, [&pack.title]);
            self.note(tier, pack.views.iter().map(|(_, title, _)| title));
            self.note(tier, pack.packs.iter().flat_map(|pack| [&pack.title, &pack.text]));
            self.note(tier, pack.chapters.iter().flat_map(|chapter| [&chapter.title, &chapter.short]));
        }
        if tier == Tier::Guide {
            self.note(tier, pack.guide.texts().into_iter().map(|(text, _)| text));
        }
        // What is answered first: the profile, and the first chapter of the pack after it.
        let profile = pack.packs.first().map_or(1, |pack| pack.chapters.end);
        for (place, chapter) in pack.chapters.iter().enumerate() {
            let of_chapter = if place <= profile { Tier::Start } else { Tier::Rest };
            if tier == Tier::Help {
                self.note(tier, &chapter.points);
            } else if tier == of_chapter {
                self.note(tier, [&chapter.intro]);
            } else {
                continue;
            }
            for section in &chapter.sections {
                if tier == of_chapter {
                    self.note(tier, [&section.title]);
                    self.note(tier, &section.intro);
                }
                section.questions.iter().for_each(|question| self.question(question, tier));
            }
        }
        if tier == Tier::Rest {
            self.note(tier, pack.rules.iter().flat_map(|rule| [&rule.reason].into_iter().chain(&rule.ask)));
        }
        if tier == Tier::Help {
            self.note(tier, pack.views.iter().map(|(.., text)| text));
            self.note(tier, pack.terms.iter().flat_map(|(_, name, text)| [name, text]));
            self.note(tier, pack.sources.iter().map(|source| &source.title));
            for (title, texts) in &pack.about {
                self.note(tier, [title]);
                self.note(tier, texts);
            }
        }
    }

    fn question(&mut self, question: &'a SourceQuestion, tier: Tier) {
        if tier == Tier::Help {
            self.note(tier, &question.points);
            self.note(tier, &question.changed);
            if let Some((title, items)) = &question.reference {
                self.note(tier, [title]);
                self.note(tier, items);
            }
            for field in &question.fields {
                self.note(tier, field.why.iter().chain(&field.check).chain(&field.evidence));
            }
            return;
        }
        self.note(tier, [&question.title]);
        self.note(tier, &question.lead);
        for field in &question.fields {
            self.note(tier, [&field.ask]);
            for choice in field.choices.iter().chain(&field.levels) {
                self.note(tier, [&choice.text]);
                self.note(tier, &choice.note);
            }
            self.note(tier, field.na.1.iter().chain(&field.dk.1));
        }
    }

    fn note(&mut self, tier: Tier, texts: impl IntoIterator<Item = &'a Text>) {
        for text in texts {
            if let Entry::Vacant(place) = self.known.entry((&text.ja, &text.en))
                && let Some(list) = self.tiers.get_mut(tier as usize)
            {
                place.insert((tier, list.len()));
                list.push(text);
            }
        }
    }

    /// The number of a text. Every text of the pack was noted; a stranger would get the number of the first text.
    pub(super) fn id(&self, text: &Text) -> TextId {
        let known = self.known.get(&(text.ja.as_str(), text.en.as_str()));
        let (tier, place) = known.copied().unwrap_or((Tier::Start, 0));
        let before: usize = self.tiers.iter().take(tier as usize).map(Vec::len).sum();
        TextId(u16::try_from(before + place).unwrap_or(u16::MAX))
    }

    pub(super) fn ids<'b>(&self, texts: impl IntoIterator<Item = &'b Text>) -> Vec<TextId> {
        texts.into_iter().map(|text| self.id(text)).collect()
    }

    pub(super) fn maybe(&self, text: Option<&Text>) -> Option<TextId> {
        text.map(|text| self.id(text))
    }

    pub(super) fn sizes(&self) -> [u16; Tier::COUNT] {
        self.tiers.each_ref().map(|texts| u16::try_from(texts.len()).unwrap_or(u16::MAX))
    }

    /// The texts of one language and tier, separated by line feeds.
    pub(super) fn raw(&self, lang: Lang, tier: Tier) -> String {
        let texts = self.tiers.get(tier as usize).map_or(&[][..], Vec::as_slice);
        texts.iter().map(|text| text.get(lang)).collect::<Vec<_>>().join("\n")
    }
}
