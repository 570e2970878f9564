//! A checked [`SourceQuestionnaire`] to what the page loads: a language-free structure and, for each language, tiers of texts.

use super::fault::Faults;
use super::numbering::Numbering;
use super::slots::SlotLine;
use super::source::{
    Alternatives, Name, SourceChapter, SourceChoice, SourceCondition, SourceField, SourcePack,
    SourceQuestion, SourceQuestionnaire, Text,
};
use crate::model::{
    Accepts, Chapter, Choice, Code, Codes, Condition, Field, FieldIx, Guide, Help, Kind, Lang, Offer, Pack,
    Question, Questionnaire, Reference, Section, Shape, SlotTable, Source, Term, Test, Texts, Tier, View,
};
use std::collections::BTreeMap;
use std::ops::Range;

/// A questionnaire with the texts of both languages.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Compiled {
    /// The structure.
    pub questionnaire: Questionnaire,
    /// What follows from answers.
    pub guide: Guide,
    /// Language, tier, and the texts separated by line feeds.
    pub texts: Vec<(Lang, Tier, String)>,
}

impl Compiled {
    /// All texts of a language.
    pub fn texts(&self, lang: Lang) -> Texts {
        let mut texts = Texts::default();
        for (_, tier, raw) in self.texts.iter().filter(|(of, ..)| *of == lang) {
            texts.add(*tier, raw.clone());
        }
        texts
    }
}

pub(super) fn compile(pack: &SourceQuestionnaire, slots: &[SlotLine], faults: &mut Faults) -> Compiled {
    let numbering = Numbering::new(pack);
    let mut terms: Vec<Term> = (pack.terms.iter())
        .map(|(id, name, text)| Term { id: id.0.clone(), name: numbering.id(name), text: numbering.id(text) })
        .collect();
    terms.sort_by(|a, b| a.id.cmp(&b.id));
    let sources: Vec<Source> = (pack.sources.iter())
        .map(|source| Source {
            id: source.id.0.clone(),
            title: numbering.id(&source.title),
            date: source.date.clone(),
            checked: source.checked.clone(),
        })
        .collect();
    let mut compiler = Compiler {
        numbering: &numbering,
        pack,
        places: (0..)
            .map(FieldIx)
            .zip(pack.fields())
            .map(|(ix, field)| (field.id.0.as_str(), (ix, field)))
            .collect(),
        terms: (0..).zip(&terms).map(|(ix, term)| (term.id.as_str(), ix)).collect(),
        sources: (0..).zip(&sources).map(|(ix, source)| (source.id.as_str(), ix)).collect(),
        slots,
        faults,
        sections: Vec::new(),
        questions: Vec::new(),
        fields: Vec::new(),
    };
    let chapters = pack.chapters.iter().map(|chapter| compiler.chapter(chapter)).collect();
    let guide = super::guide::compile(pack, &compiler);
    let rules = super::applies::compile(pack, &compiler);
    let Compiler { sections, questions, fields, .. } = compiler;
    let compile_pack = |pack: &SourcePack| Pack {
        id: pack.id.0.clone(),
        title: numbering.id(&pack.title),
        text: numbering.id(&pack.text),
        minutes: u16::from(pack.minutes),
        chapters: range(pack.chapters.start, pack.chapters.end),
    };
    let view = |(id, title, text): &(Name, Text, Text)| View {
        id: id.0.clone(),
        title: numbering.id(title),
        text: numbering.id(text),
    };
    let questionnaire = Questionnaire {
        id: pack.id.0.clone(),
        number: pack.number,
        title: numbering.id(&pack.title),
        tiers: numbering.sizes(),
        views: pack.views.iter().map(view).collect(),
        packs: pack.packs.iter().map(compile_pack).collect(),
        chapters,
        sections,
        questions,
        fields,
        rules,
        slots: SlotTable { entries: slots.iter().map(|line| line.entry.clone()).collect() },
        terms,
        sources,
        about: (pack.about.iter())
            .map(|(title, texts)| Reference { title: numbering.id(title), items: numbering.ids(texts) })
            .collect(),
    };
    let tiers = |lang| Tier::ALL.map(|tier| (lang, tier, numbering.raw(lang, tier)));
    Compiled { questionnaire, guide, texts: Lang::ALL.into_iter().flat_map(tiers).collect() }
}

pub(super) struct Compiler<'a> {
    pub(super) numbering: &'a Numbering<'a>,
    pack: &'a SourceQuestionnaire,
    places: BTreeMap<&'a str, (FieldIx, &'a SourceField)>,
    terms: BTreeMap<&'a str, u16>,
    sources: BTreeMap<&'a str, u16>,
    slots: &'a [SlotLine],
    faults: &'a mut Faults,
    sections: Vec<Section>,
    questions: Vec<Question>,
    fields: Vec<Field>,
}

fn range(start: usize, end: usize) -> Range<u16> {
    u16::try_from(start).unwrap_or(u16::MAX)..u16::try_from(end).unwrap_or(u16::MAX)
}

fn nth(place: usize) -> u8 {
    u8::try_from(place + 1).unwrap_or(u8::MAX)
}

impl Compiler<'_> {
    fn chapter(&mut self, chapter: &SourceChapter) -> Chapter {
        let start = self.sections.len();
        for (place, section) in chapter.sections.iter().enumerate() {
            let first = self.questions.len();
            for (nr, question) in section.questions.iter().enumerate() {
                let number = [chapter.number, nth(place), nth(nr)];
                let compiled = self.question(question, number, &section.condition);
                self.questions.push(compiled);
            }
            self.sections.push(Section {
                id: section.id.0.clone(),
                title: self.numbering.id(&section.title),
                intro: self.numbering.maybe(section.intro.as_ref()),
                questions: range(first, self.questions.len()),
            });
        }
        Chapter {
            id: chapter.id.0.clone(),
            number: chapter.number,
            title: self.numbering.id(&chapter.title),
            short: self.numbering.id(&chapter.short),
            intro: self.numbering.id(&chapter.intro),
            points: self.numbering.ids(&chapter.points),
            scored: chapter.scored,
            sections: range(start, self.sections.len()),
        }
    }

    fn question(
        &mut self,
        question: &SourceQuestion,
        number: [u8; 3],
        section: &SourceCondition,
    ) -> Question {
        let first = self.fields.len();
        for field in &question.fields {
            let condition = self.condition([section, &question.condition, &field.condition]);
            let compiled = self.field(field, condition);
            self.fields.push(compiled);
        }
        let numbering = self.numbering;
        Question {
            id: question.id.0.clone(),
            number,
            title: numbering.id(&question.title),
            lead: numbering.maybe(question.lead.as_ref()),
            points: numbering.ids(&question.points),
            reference: (question.reference.as_ref())
                .map(|(title, items)| Reference { title: numbering.id(title), items: numbering.ids(items) }),
            changed: numbering.maybe(question.changed.as_ref()),
            terms: self.terms(&question.terms),
            sources: self.sources(&question.sources),
            used: question.used.iter().filter_map(|(id, _)| self.place(id)).collect(),
            fields: range(first, self.fields.len()),
        }
    }

    /// The place of a field.
    pub(super) fn place(&self, id: &str) -> Option<FieldIx> {
        self.places.get(id).map(|(ix, _)| *ix)
    }

    /// The places of sources.
    pub(super) fn sources(&self, names: &[Name]) -> Vec<u16> {
        names.iter().filter_map(|(id, _)| self.sources.get(id.as_str()).copied()).collect()
    }

    /// The places of glossary entries.
    pub(super) fn terms(&self, names: &[Name]) -> Vec<u16> {
        names.iter().filter_map(|(id, _)| self.terms.get(id.as_str()).copied()).collect()
    }

    fn field(&mut self, field: &SourceField, condition: Condition) -> Field {
        let kind = self.kind(field);
        Field {
            id: field.id.0.clone(),
            slot: self.slot(field, &kind),
            ask: self.numbering.id(&field.ask),
            na: self.offer(&field.na),
            dk: self.offer(&field.dk),
            condition,
            help: Help {
                why: self.numbering.maybe(field.why.as_ref()),
                check: self.numbering.maybe(field.check.as_ref()),
                evidence: self.numbering.maybe(field.evidence.as_ref()),
            },
            kind,
        }
    }

    fn kind(&self, field: &SourceField) -> Kind {
        let code = |name: &Option<Name>| name.as_ref().and_then(|(code, _)| Code::from_letter(code));
        let options = self.choices(&field.choices, &field.order, Code::from_letter);
        match field.kind.0.as_str() {
            "rating" => {
                let view = |(name, _): &Name| self.pack.views.iter().position(|(id, ..)| id.0 == *name);
                Kind::Rating {
                    steps: options.iter().map(|choice| choice.text).collect(),
                    weight: field
                        .weight
                        .as_ref()
                        .and_then(|(weight, _)| u8::try_from(*weight).ok())
                        .unwrap_or(1),
                    view: field
                        .view
                        .as_ref()
                        .and_then(view)
                        .and_then(|view| u8::try_from(view).ok())
                        .unwrap_or(0),
                }
            }
            "single" => Kind::Single { options, other: code(&field.other), zones: field.figure.is_some() },
            "multi" => Kind::Multi { options, other: code(&field.other), none: code(&field.none) },
            "matrix" => Kind::Matrix {
                rows: options,
                levels: self.choices(&field.levels, &[], Code::from_digit),
                other: code(&field.other),
            },
            _ => Kind::Text,
        }
    }

    fn choices(
        &self,
        choices: &[SourceChoice],
        order: &[Name],
        read: fn(&str) -> Option<Code>,
    ) -> Vec<Choice> {
        let compile = |choice: &SourceChoice| {
            let (text, note) = (self.numbering.id(&choice.text), self.numbering.maybe(choice.note.as_ref()));
            Some(Choice { code: read(&choice.code.0)?, text, note })
        };
        let mut compiled: Vec<Choice> = choices.iter().filter_map(compile).collect();
        if !order.is_empty() {
            compiled.sort_by_key(|choice| order.iter().position(|(code, _)| read(code) == Some(choice.code)));
        }
        compiled
    }

    fn offer(&self, offer: &(bool, Option<Text>)) -> Offer {
        match offer {
            (false, _) => Offer::No,
            (true, None) => Offer::Shared,
            (true, Some(text)) => Offer::Own(self.numbering.id(text)),
        }
    }

    fn condition(&self, levels: [&SourceCondition; 3]) -> Condition {
        let when = levels.iter().filter(|level| !level.when.is_empty()).map(|level| self.tests(&level.when));
        let unless = levels.iter().flat_map(|level| self.tests(&level.unless));
        Condition { when: when.collect(), unless: unless.collect() }
    }

    pub(super) fn tests(&self, alternatives: &Alternatives) -> Vec<Vec<Test>> {
        let test = |((name, _), values): &(Name, Vec<Name>)| {
            let (field, row) =
                name.split_once('.').map_or((name.as_str(), None), |(field, row)| (field, Some(row)));
            let (ix, field) = self.places.get(field)?;
            let read = if field.kind.0 == "matrix" { Code::from_digit } else { Code::from_letter };
            let has = |special: &str| values.iter().any(|(value, _)| value == special);
            let codes = values.iter().filter_map(|(value, _)| read(value)).collect::<Codes>();
            let accepts = Accepts { codes, na: has("NA"), dk: has("DK"), any: has("*") };
            Some(Test { field: *ix, row: row.and_then(Code::from_letter), accepts })
        };
        alternatives.iter().map(|tests| tests.iter().filter_map(test).collect()).collect()
    }

    /// The slot of a field, which must be in the frozen table in the shape the field has today.
    fn slot(&mut self, field: &SourceField, kind: &Kind) -> Option<u16> {
        let shape = shape(kind)?;
        let at = &field.id.1;
        let Some(line) = self.slots.iter().rfind(|line| line.field == field.id.0) else {
            self.faults.add(at, format!("`{}` has no slot yet: run `ec-checkup freeze`", field.id.0));
            return None;
        };
        if line.entry.shape != shape {
            let reason = format!(
                "`{}` is {shape:?}, its slot {:?}: run `ec-checkup freeze`",
                field.id.0, line.entry.shape
            );
            self.faults.add(at, reason);
        }
        Some(line.entry.slot)
    }
}

/// The shape of a field's slot; `None` for free text. Codes may have gaps, so the highest one counts.
pub(super) fn shape(kind: &Kind) -> Option<Shape> {
    let size = |choices: &[Choice]| choices.iter().map(|choice| choice.code.place() + 1).max().unwrap_or(0);
    match kind {
        Kind::Rating { steps, .. } => Some(Shape::Rating(u8::try_from(steps.len()).ok()?)),
        Kind::Single { options, .. } => Some(Shape::Single(size(options))),
        Kind::Multi { options, none, .. } => Some(Shape::Multi(size(options), *none)),
        Kind::Matrix { rows, levels, .. } => Some(Shape::Matrix(size(rows), size(levels))),
        Kind::Text => None,
    }
}
