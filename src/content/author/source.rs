//! A questionnaire as its author wrote it: both languages, names instead of numbers, and where each thing stands.

use super::fault::At;
use super::guide::SourceGuide;
use crate::model::Lang;
use std::ops::Range;

/// A text in both languages.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Text {
    /// Japanese.
    pub ja: String,
    /// English.
    pub en: String,
    /// Where the Japanese stands.
    pub at: At,
    /// Where the English stands.
    pub en_at: At,
}

impl Text {
    /// The text in a language.
    pub fn get(&self, lang: Lang) -> &str {
        match lang {
            Lang::Ja => &self.ja,
            Lang::En => &self.en,
        }
    }
}

/// A name (id, code) and where it stands.
pub(super) type Name = (String, At);

/// All packs and what belongs to them.
#[derive(Clone, Debug, Default)]
pub struct SourceQuestionnaire {
    /// Permanent name.
    pub id: Name,
    /// Permanent number.
    pub number: u8,
    /// Its name.
    pub title: Text,
    /// Viewpoints: name, title, text.
    pub views: Vec<(Name, Text, Text)>,
    /// In order.
    pub packs: Vec<SourcePack>,
    /// Those of all packs, in order.
    pub chapters: Vec<SourceChapter>,
    /// What the profile sets aside.
    pub(super) rules: Vec<SourceRule>,
    /// What follows from answers.
    pub(super) guide: SourceGuide,
    /// Glossary: name, term, meaning.
    pub terms: Vec<(Name, Text, Text)>,
    /// Sources of facts.
    pub sources: Vec<SourceSource>,
    /// What is said about the whole: titles and texts.
    pub about: Vec<(Text, Vec<Text>)>,
}

/// A pack.
#[derive(Clone, Debug, Default)]
pub struct SourcePack {
    /// Permanent name.
    pub id: Name,
    /// Its name.
    pub title: Text,
    /// What it is and for whom.
    pub text: Text,
    /// About how many minutes it takes.
    pub minutes: u8,
    /// Its chapters, as places in [`SourceQuestionnaire::chapters`].
    pub chapters: Range<usize>,
}

/// A rule of `applies.toml`.
#[derive(Clone, Debug, Default)]
pub(super) struct SourceRule {
    pub(super) id: Name,
    /// `provider` or `out`.
    pub(super) part: Name,
    pub(super) reason: Text,
    pub(super) ask: Option<Text>,
    pub(super) when: Alternatives,
    /// `chapter:…`, `section:…`, `question:…`, `field:…`.
    pub(super) targets: Vec<Name>,
}

/// A source of facts.
#[derive(Clone, Debug, Default)]
pub struct SourceSource {
    /// Permanent name.
    pub id: Name,
    /// What it is.
    pub title: Text,
    /// Its date, if known.
    pub date: Option<String>,
    /// When it was last read.
    pub checked: String,
}

/// A chapter.
#[derive(Clone, Debug, Default)]
pub struct SourceChapter {
    /// Permanent name.
    pub id: Name,
    /// As shown.
    pub number: u8,
    /// Its name.
    pub title: Text,
    /// Its name beside a chart.
    pub short: Text,
    /// What it is about.
    pub intro: Text,
    /// Points to consider.
    pub points: Vec<Text>,
    /// Whether it counts in the score.
    pub scored: bool,
    /// In order.
    pub sections: Vec<SourceSection>,
}

/// A section.
#[derive(Clone, Debug, Default)]
pub struct SourceSection {
    /// Permanent name.
    pub id: Name,
    /// Its name.
    pub title: Text,
    /// What it is about.
    pub intro: Option<Text>,
    /// When it is asked.
    pub condition: SourceCondition,
    /// In order.
    pub questions: Vec<SourceQuestion>,
}

/// A question.
#[derive(Clone, Debug, Default)]
pub struct SourceQuestion {
    /// Permanent name.
    pub id: Name,
    /// Its subject.
    pub title: Text,
    /// A sentence above the fields.
    pub lead: Option<Text>,
    /// Points to consider.
    pub points: Vec<Text>,
    /// Title and items of a list to refer to.
    pub reference: Option<(Text, Vec<Text>)>,
    /// What changed since 2003.
    pub changed: Option<Text>,
    /// Names of glossary entries.
    pub terms: Vec<Name>,
    /// Names of sources.
    pub sources: Vec<Name>,
    /// When it is asked.
    pub condition: SourceCondition,
    /// Names of fields of other packs, asked here as well.
    pub used: Vec<Name>,
    /// In order.
    pub fields: Vec<SourceField>,
}

/// Alternatives of tests, as written: `[{ field = ["A"] }]`.
pub(super) type Alternatives = Vec<Vec<(Name, Vec<Name>)>>;

/// A condition as written.
#[derive(Clone, Debug, Default)]
pub struct SourceCondition {
    /// Any of these.
    pub when: Alternatives,
    /// None of these.
    pub unless: Alternatives,
}

/// A field.
#[derive(Clone, Debug, Default)]
pub struct SourceField {
    /// Permanent name.
    pub id: Name,
    /// Inventory rows it covers.
    pub refs: Vec<Name>,
    /// `rating`, `single`, `multi`, `matrix` or `text`.
    pub kind: Name,
    /// The question.
    pub ask: Text,
    /// Of a rating: 1–3.
    pub weight: Option<(i64, At)>,
    /// Of a rating: name of a viewpoint.
    pub view: Option<Name>,
    /// Steps of a rating, or options, or rows: code, text, note.
    pub choices: Vec<SourceChoice>,
    /// Levels of a matrix.
    pub levels: Vec<SourceChoice>,
    /// Codes in order of display, when it is not the order of the alphabet.
    pub order: Vec<Name>,
    /// The code that takes free text.
    pub other: Option<Name>,
    /// The code that excludes the others.
    pub none: Option<Name>,
    /// `zones`, or nothing.
    pub figure: Option<Name>,
    /// 対象外: offered, and in whose words.
    pub na: (bool, Option<Text>),
    /// わからない: offered, and in whose words.
    pub dk: (bool, Option<Text>),
    /// Why it matters.
    pub why: Option<Text>,
    /// How to check.
    pub check: Option<Text>,
    /// What would show it.
    pub evidence: Option<Text>,
    /// When it is asked.
    pub condition: SourceCondition,
}

/// A step, option, row or level.
#[derive(Clone, Debug, Default)]
pub struct SourceChoice {
    /// Its code.
    pub code: Name,
    /// What it says.
    pub text: Text,
    /// A second line.
    pub note: Option<Text>,
}

impl SourceQuestionnaire {
    /// Every question, with its section and chapter.
    pub fn questions(&self) -> impl Iterator<Item = (&SourceChapter, &SourceSection, &SourceQuestion)> {
        self.chapters.iter().flat_map(|chapter| {
            chapter.sections.iter().flat_map(move |section| {
                section.questions.iter().map(move |question| (chapter, section, question))
            })
        })
    }

    /// Every field.
    pub fn fields(&self) -> impl Iterator<Item = &SourceField> {
        self.questions().flat_map(|(_, _, question)| &question.fields)
    }
}
