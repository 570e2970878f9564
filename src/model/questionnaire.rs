//! A questionnaire: packs hold chapters, chapters sections, sections questions, questions fields.
//! All five are flat lists; the outer ones hold ranges of the inner ones. A question can also use fields of another pack.

use super::{Field, FieldIx, Rule, SlotTable, TextId, Tier};
use serde::{Deserialize, Serialize};
use std::ops::Range;

/// The place of a pack.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct PackIx(pub u8);

/// The place of a chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct ChapterIx(pub u16);

/// The place of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct QuestionIx(pub u16);

/// All packs, without their texts. They share one set of answers.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Questionnaire {
    /// Permanent name, e.g. `ecom`.
    pub id: String,
    /// Permanent number, used in links.
    pub number: u8,
    /// Its name.
    pub title: TextId,
    /// How many texts each [`super::Tier`] holds.
    pub tiers: [u16; Tier::COUNT],
    /// Viewpoints, each rating belongs to one.
    pub views: Vec<View>,
    /// In order; the first one asks what kind of shop it is.
    pub packs: Vec<Pack>,
    /// In order.
    pub chapters: Vec<Chapter>,
    /// In order.
    pub sections: Vec<Section>,
    /// In order.
    pub questions: Vec<Question>,
    /// In order.
    pub fields: Vec<Field>,
    /// What the profile sets aside.
    pub rules: Vec<Rule>,
    /// Permanent places in links.
    pub slots: SlotTable,
    /// Glossary, ordered by id.
    pub terms: Vec<Term>,
    /// Sources of facts, in the order of the file.
    pub sources: Vec<Source>,
    /// What is said about the whole, in the order of the file.
    pub about: Vec<Reference>,
}

/// A viewpoint: a cut through all chapters.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct View {
    /// Permanent name. For authors and exports: the page does not load it.
    #[serde(skip)]
    pub id: String,
    /// Its name.
    pub title: TextId,
    /// What it tells.
    pub text: TextId,
}

/// A pack: a questionnaire of its own that shares its answers with the others.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Pack {
    /// Permanent name, also in addresses.
    pub id: String,
    /// Its name.
    pub title: TextId,
    /// What it is and for whom.
    pub text: TextId,
    /// About how many minutes it takes.
    pub minutes: u16,
    /// Its chapters.
    pub chapters: Range<u16>,
}

/// A chapter.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Chapter {
    /// Permanent name.
    pub id: String,
    /// As shown, from 1 in each pack.
    pub number: u8,
    /// Its name.
    pub title: TextId,
    /// Its name beside a chart.
    pub short: TextId,
    /// What it is about.
    pub intro: TextId,
    /// Points to consider for the whole chapter.
    pub points: Vec<TextId>,
    /// Whether its ratings count in the score; a site's opinion of itself does not.
    pub scored: bool,
    /// Its sections.
    pub sections: Range<u16>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section {
    /// Permanent name. For authors and exports: the page does not load it.
    #[serde(skip)]
    pub id: String,
    /// Its name.
    pub title: TextId,
    /// What it is about.
    pub intro: Option<TextId>,
    /// Its questions.
    pub questions: Range<u16>,
}

/// A question: one page of the assessment.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Question {
    /// Permanent name, also in addresses.
    pub id: String,
    /// As shown: chapter, section, question, from 1.
    pub number: [u8; 3],
    /// Its subject.
    pub title: TextId,
    /// A sentence above the fields.
    pub lead: Option<TextId>,
    /// Points to consider.
    pub points: Vec<TextId>,
    /// A list to refer to.
    pub reference: Option<Reference>,
    /// What changed since 2003.
    pub changed: Option<TextId>,
    /// Indices into [`Questionnaire::terms`].
    pub terms: Vec<u16>,
    /// Indices into [`Questionnaire::sources`].
    pub sources: Vec<u16>,
    /// Fields of other packs, asked here as well, before its own.
    pub used: Vec<FieldIx>,
    /// Its own fields.
    pub fields: Range<u16>,
}

impl Question {
    /// Its number as people write it: `2.1.3`.
    pub fn written_number(&self) -> String {
        self.number.map(|part| part.to_string()).join(".")
    }
}

/// A titled list.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Reference {
    /// What the list is.
    pub title: TextId,
    /// Its items.
    pub items: Vec<TextId>,
}

/// A glossary entry.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Term {
    /// Permanent name. For authors and exports: the page does not load it.
    #[serde(skip)]
    pub id: String,
    /// The term.
    pub name: TextId,
    /// What it means.
    pub text: TextId,
}

/// Where a fact comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Source {
    /// Permanent name. For authors and exports: the page does not load it.
    #[serde(skip)]
    pub id: String,
    /// What it is.
    pub title: TextId,
    /// Its date, as far as known: `2025`, `2025-03` or `2025-03-31`.
    pub date: Option<String>,
    /// When we last read it, `YYYY-MM-DD`.
    pub checked: String,
}

fn part<'a, T>(
    list: &'a [T],
    range: &Range<u16>,
) -> impl DoubleEndedIterator<Item = (u16, &'a T)> + Clone + use<'a, T> {
    let slice = list.get(usize::from(range.start)..usize::from(range.end)).unwrap_or_default();
    range.clone().zip(slice)
}

impl Questionnaire {
    /// The field at a place.
    pub fn field(&self, ix: FieldIx) -> Option<&Field> {
        self.fields.get(ix.index())
    }

    /// The field with a permanent name.
    pub fn field_named(&self, id: &str) -> Option<FieldIx> {
        self.fields().find(|(_, field)| field.id == id).map(|(ix, _)| ix)
    }

    /// The same, looked for from a place on: what is stored is in the order of the fields, and a file may hold many.
    pub(crate) fn field_named_from(&self, id: &str, from: FieldIx) -> Option<FieldIx> {
        let later = self.fields().skip(from.index());
        later.chain(self.fields().take(from.index())).find(|(_, field)| field.id == id).map(|(ix, _)| ix)
    }

    /// The question at a place.
    pub fn question(&self, ix: QuestionIx) -> Option<&Question> {
        self.questions.get(usize::from(ix.0))
    }

    /// The question with a permanent name.
    pub fn question_named(&self, id: &str) -> Option<QuestionIx> {
        self.questions().find(|(_, question)| question.id == id).map(|(ix, _)| ix)
    }

    /// The pack at a place.
    pub fn pack(&self, ix: PackIx) -> Option<&Pack> {
        self.packs.get(usize::from(ix.0))
    }

    /// All packs with their places.
    pub fn packs(&self) -> impl Iterator<Item = (PackIx, &Pack)> {
        (0..).map(PackIx).zip(&self.packs)
    }

    /// The pack with a permanent name.
    pub fn pack_named(&self, id: &str) -> Option<PackIx> {
        self.packs().find(|(_, pack)| pack.id == id).map(|(ix, _)| ix)
    }

    /// The pack a question belongs to.
    pub fn pack_of(&self, question: QuestionIx) -> Option<(PackIx, &Pack)> {
        let (chapter, _) = self.chapter_of(question)?;
        self.packs().find(|(_, pack)| pack.chapters.contains(&chapter.0))
    }

    /// The chapters of a pack.
    pub fn chapters_of(&self, pack: PackIx) -> impl Iterator<Item = (ChapterIx, &Chapter)> + Clone {
        let range = self.pack(pack).map_or(0..0, |pack| pack.chapters.clone());
        part(&self.chapters, &range).map(|(ix, chapter)| (ChapterIx(ix), chapter))
    }

    /// The questions of a pack.
    pub fn questions_in(&self, pack: PackIx) -> impl Iterator<Item = (QuestionIx, &Question)> {
        self.chapters_of(pack)
            .flat_map(|(_, chapter)| part(&self.questions, &self.question_range(chapter)))
            .map(|(ix, question)| (QuestionIx(ix), question))
    }

    /// The question a field belongs to.
    pub fn question_of(&self, field: FieldIx) -> Option<(QuestionIx, &Question)> {
        self.questions().find(|(_, question)| question.fields.contains(&field.0))
    }

    /// The chapter at a place.
    pub fn chapter(&self, ix: ChapterIx) -> Option<&Chapter> {
        self.chapters.get(usize::from(ix.0))
    }

    /// The chapter with a permanent name.
    pub fn chapter_named(&self, id: &str) -> Option<ChapterIx> {
        self.chapters().find(|(_, chapter)| chapter.id == id).map(|(ix, _)| ix)
    }

    /// The chapter a question belongs to.
    pub fn chapter_of(&self, question: QuestionIx) -> Option<(ChapterIx, &Chapter)> {
        self.chapters().find(|(_, chapter)| self.question_range(chapter).contains(&question.0))
    }

    /// The section a question belongs to.
    pub fn section_of(&self, question: QuestionIx) -> Option<&Section> {
        self.sections.iter().find(|section| section.questions.contains(&question.0))
    }

    /// All fields with their places.
    pub fn fields(&self) -> impl Iterator<Item = (FieldIx, &Field)> {
        (0..).map(FieldIx).zip(&self.fields)
    }

    /// All questions with their places.
    pub fn questions(&self) -> impl Iterator<Item = (QuestionIx, &Question)> {
        (0..).map(QuestionIx).zip(&self.questions)
    }

    /// All chapters with their places.
    pub fn chapters(&self) -> impl Iterator<Item = (ChapterIx, &Chapter)> {
        (0..).map(ChapterIx).zip(&self.chapters)
    }

    /// The sections of a chapter.
    pub fn sections_of(&self, chapter: &Chapter) -> impl Iterator<Item = &Section> {
        part(&self.sections, &chapter.sections).map(|(_, section)| section)
    }

    /// The questions of a section.
    pub fn questions_of(
        &self,
        section: &Section,
    ) -> impl DoubleEndedIterator<Item = (QuestionIx, &Question)> {
        part(&self.questions, &section.questions).map(|(ix, question)| (QuestionIx(ix), question))
    }

    /// The fields of a question: those it uses, then its own.
    pub fn fields_of<'a>(
        &'a self,
        question: &'a Question,
    ) -> impl Iterator<Item = (FieldIx, &'a Field)> + Clone {
        let used = question.used.iter().filter_map(|ix| Some((*ix, self.field(*ix)?)));
        used.chain(part(&self.fields, &question.fields).map(|(ix, field)| (FieldIx(ix), field)))
    }

    /// The other questions that ask a field: its own, or those that use it.
    pub fn also_in(&self, field: FieldIx, here: QuestionIx) -> impl Iterator<Item = (QuestionIx, &Question)> {
        self.questions().filter(move |(ix, question)| {
            *ix != here && (question.fields.contains(&field.0) || question.used.contains(&field))
        })
    }

    /// The questions of a chapter, as places.
    pub fn question_range(&self, chapter: &Chapter) -> Range<u16> {
        let mut sections = self.sections_of(chapter);
        let first = sections.next();
        let last = sections.last().or(first);
        first.map_or(0, |section| section.questions.start)..last.map_or(0, |section| section.questions.end)
    }

    /// The fields asked in a chapter, those of other packs included.
    pub fn fields_in<'a>(&'a self, chapter: &Chapter) -> impl Iterator<Item = FieldIx> + 'a {
        let questions = self.question_range(chapter);
        part(&self.questions, &questions).flat_map(|(_, question)| self.fields_of(question)).map(|(ix, _)| ix)
    }
}
