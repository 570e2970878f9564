//! Texts by number: one table a language, arriving in tiers so that the first question need not wait for the last help text.

use serde::{Deserialize, Serialize};

/// A language the page speaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Lang {
    /// Japanese, the first language of the page.
    Ja,
    /// English.
    En,
}

impl Lang {
    /// Both languages, the first one first.
    pub const ALL: [Self; 2] = [Self::Ja, Self::En];

    /// The BCP 47 tag, as used in `lang` attributes, file names and TOML keys.
    pub fn tag(self) -> &'static str {
        match self {
            Self::Ja => "ja",
            Self::En => "en",
        }
    }

    /// Reads a tag such as `ja` or `en-GB`.
    pub fn from_tag(tag: &str) -> Option<Self> {
        match tag.split('-').next() {
            Some("ja") => Some(Self::Ja),
            Some("en") => Some(Self::En),
            _ => None,
        }
    }

    /// The other language.
    #[must_use]
    pub fn other(self) -> Self {
        match self {
            Self::Ja => Self::En,
            Self::En => Self::Ja,
        }
    }
}

/// When a text is needed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Tier {
    /// Before the first question can be answered: titles, the profile, and the first chapter after it.
    Start,
    /// To answer the rest.
    Rest,
    /// Levels, findings, advice, the emergency page, papers.
    Guide,
    /// Help: why, how to check, evidence, points, references, terms.
    Help,
}

impl Tier {
    /// How many there are.
    pub const COUNT: usize = 4;

    /// All tiers in the order they are loaded.
    pub const ALL: [Self; Self::COUNT] = [Self::Start, Self::Rest, Self::Guide, Self::Help];

    /// Name in file names.
    pub fn name(self) -> &'static str {
        match self {
            Self::Start => "start",
            Self::Rest => "rest",
            Self::Guide => "guide",
            Self::Help => "help",
        }
    }
}

/// The number of a text; the same in every language. Numbers are in tier order.
/// Not permanent: a release has its own numbering.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct TextId(pub u16);

/// The texts of one language, as far as they have arrived.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Texts {
    tiers: [Option<Vec<&'static str>>; Tier::COUNT],
}

impl Texts {
    /// Takes in one tier: texts separated by line feeds (no text holds one). They are kept for as long as the program runs.
    pub fn add(&mut self, tier: Tier, raw: String) {
        if let Some(place) = self.tiers.get_mut(tier as usize) {
            *place = Some(String::leak(raw).split('\n').collect());
        }
    }

    /// Whether a tier has arrived.
    pub fn has(&self, tier: Tier) -> bool {
        self.tiers.get(tier as usize).is_some_and(Option::is_some)
    }

    /// The text, or "" while its tier has not arrived. `sizes` is [`crate::model::Questionnaire::tiers`].
    pub fn get(&self, id: TextId, sizes: [u16; Tier::COUNT]) -> &'static str {
        let mut index = id.0;
        for (texts, size) in self.tiers.iter().zip(sizes) {
            if index < size {
                let text = texts.as_ref().and_then(|texts| texts.get(usize::from(index)));
                return text.copied().unwrap_or_default();
            }
            index -= size;
        }
        ""
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_text_is_found_in_its_tier_once_it_is_there() {
        let mut texts = Texts::default();
        let sizes = [1, 2, 0, 1];
        texts.add(Tier::Rest, "b\nc".to_owned());
        let found: Vec<&str> = (0..5).map(|id| texts.get(TextId(id), sizes)).collect();
        assert_eq!(found, ["", "b", "c", "", ""]);
        texts.add(Tier::Start, "a".to_owned());
        assert_eq!(texts.get(TextId(0), sizes), "a");
        assert!(texts.has(Tier::Start) && !texts.has(Tier::Help));
    }
}
