//! Whether a pack makes sense: names unique, conditions looking back, texts within their limits, ratings with their help.

use super::fault::{At, Faults};
use super::limits::{self, Limit};
use super::source::{
    Alternatives, Name, SourceChoice, SourceCondition, SourceField, SourceQuestion, SourceQuestionnaire, Text,
};
use crate::model::Code;
use std::collections::{BTreeMap, BTreeSet};

pub(super) fn check(pack: &SourceQuestionnaire, faults: &mut Faults) {
    let mut checker = Checker {
        faults,
        terms: ids(&pack.terms),
        sources: pack.sources.iter().map(|source| source.id.0.as_str()).collect(),
        views: ids(&pack.views),
        fields: by_name(pack.fields()),
    };
    checker.pack(pack);
    super::applies::check(pack, &mut checker);
    checker.guide(pack);
    checker.names(pack);
    checker.unused_terms(pack);
    super::sharing::check(pack, faults);
}

fn ids<T>(list: &[(Name, T, Text)]) -> BTreeSet<&str> {
    list.iter().map(|(id, ..)| id.0.as_str()).collect()
}

pub(super) struct Checker<'a> {
    pub(super) faults: &'a mut Faults,
    terms: BTreeSet<&'a str>,
    sources: BTreeSet<&'a str>,
    views: BTreeSet<&'a str>,
    fields: BTreeMap<&'a str, &'a SourceField>,
}

/// Fields by their names.
pub(super) fn by_name<'a>(
    fields: impl Iterator<Item = &'a SourceField>,
) -> BTreeMap<&'a str, &'a SourceField> {
    fields.map(|field| (field.id.0.as_str(), field)).collect()
}

impl Checker<'_> {
    fn pack(&mut self, pack: &SourceQuestionnaire) {
        self.text(&pack.title, limits::TITLE);
        for (_, title, text) in &pack.views {
            self.text(title, limits::TITLE);
            self.text(text, limits::INTRO);
        }
        for (_, name, text) in &pack.terms {
            self.text(name, limits::TERM_NAME);
            self.text(text, limits::TERM_TEXT);
        }
        for (title, texts) in &pack.about {
            self.text(title, limits::TITLE);
            self.texts(texts, limits::INTRO);
        }
        for source in &pack.sources {
            self.text(&source.title, limits::SOURCE_TITLE);
        }
        for part in &pack.packs {
            self.text(&part.title, limits::TITLE);
            self.text(&part.text, limits::LEAD);
            let chapters = pack.chapters.get(part.chapters.clone()).unwrap_or_default();
            for (place, chapter) in (1..).zip(chapters).filter(|(place, chapter)| chapter.number != *place) {
                let reason = format!("chapter number {} where {place} is next", chapter.number);
                self.faults.add(&chapter.id.1, reason);
            }
        }
        for chapter in &pack.chapters {
            self.text(&chapter.title, limits::TITLE);
            self.text(&chapter.short, limits::SHORT);
            self.text(&chapter.intro, limits::INTRO);
            self.texts(&chapter.points, limits::POINT);
            for section in &chapter.sections {
                self.text(&section.title, limits::TITLE);
                self.texts(&section.intro, limits::INTRO);
            }
        }
        let mut earlier: BTreeMap<&str, &SourceField> = BTreeMap::new();
        for (_, section, question) in pack.questions() {
            self.condition(&section.condition, &earlier);
            self.question(question);
            self.condition(&question.condition, &earlier);
            for (used, at) in &question.used {
                if !self.fields.contains_key(used.as_str()) {
                    self.faults.add(at, format!("no field is called `{used}`"));
                } else if question.fields.iter().any(|own| own.id.0 == *used) {
                    self.faults.add(at, "a question cannot use its own field");
                }
            }
            for field in &question.fields {
                self.field(field);
                self.condition(&field.condition, &earlier);
                earlier.insert(field.id.0.as_str(), field);
            }
        }
    }

    fn question(&mut self, question: &SourceQuestion) {
        self.text(&question.title, limits::TITLE);
        self.texts(&question.lead, limits::LEAD);
        self.texts(&question.points, limits::POINT);
        self.texts(&question.changed, limits::CHANGED);
        if let Some((title, items)) = &question.reference {
            self.text(title, limits::POINT);
            self.texts(items, limits::POINT);
        }
        self.terms(&question.terms);
        self.sources(&question.sources);
        if question.fields.is_empty() && question.used.is_empty() {
            self.faults.add(&question.id.1, "a question needs at least one field");
        }
    }

    fn field(&mut self, field: &SourceField) {
        self.text(&field.ask, limits::ASK);
        self.texts(&field.why, limits::WHY);
        self.texts(&field.check, limits::CHECK);
        self.texts(&field.evidence, limits::EVIDENCE);
        self.texts(&field.na.1, limits::OPTION);
        self.texts(&field.dk.1, limits::OPTION);
        let at = &field.id.1;
        match field.kind.0.as_str() {
            "rating" => self.rating(field),
            "single" | "multi" => self.choices(&field.choices, limits::OPTION, 2..=26, at),
            "matrix" => {
                self.choices(&field.choices, limits::OPTION, 2..=26, at);
                self.choices(&field.levels, limits::LEVEL, 2..=9, at);
            }
            "text" if field.na.0 || field.dk.0 => {
                self.faults.add(at, "free text offers neither `na` nor `dk`");
            }
            "text" => {}
            other => self.faults.add(&field.kind.1, format!("`{other}` is not a kind of field")),
        }
        let level = Code::from_digit;
        self.codes(&field.choices, Code::from_letter, "a letter A–Z");
        self.codes(&field.levels, level, "a digit 1–9");
        let own: BTreeSet<&str> = field.choices.iter().map(|choice| choice.code.0.as_str()).collect();
        for (code, at) in field.other.iter().chain(&field.none).chain(&field.order) {
            if !own.contains(code.as_str()) {
                self.faults.add(at, format!("there is no `{code}` among the codes of this field"));
            }
        }
        if !field.order.is_empty() && field.order.len() != own.len() {
            self.faults.add(at, "`order` must name every code once");
        }
        self.only(field.weight.is_some() || field.view.is_some(), field, &["rating"], "`weight` and `view`");
        self.only(field.none.is_some(), field, &["multi"], "`none`");
        self.only(field.other.is_some(), field, &["single", "multi", "matrix"], "`other`");
        self.only(field.figure.is_some(), field, &["single"], "`figure`");
        if let Some((figure, at)) = &field.figure
            && figure != "zones"
        {
            self.faults.add(at, format!("no figure is called `{figure}`"));
        }
    }

    fn only(&mut self, present: bool, field: &SourceField, kinds: &[&str], what: &str) {
        if present && !kinds.contains(&field.kind.0.as_str()) {
            self.faults.add(&field.id.1, format!("{what} belong(s) to {} fields", kinds.join(", ")));
        }
    }

    fn rating(&mut self, field: &SourceField) {
        let at = &field.id.1;
        self.choices(&field.choices, limits::STEP, 4..=5, at);
        let steps: String = field.choices.iter().map(|choice| choice.code.0.as_str()).collect();
        if !"ABCDE".starts_with(&steps) {
            self.faults.add(at, "the steps of a rating are A–D, or A–E");
        }
        if !field.weight.as_ref().is_some_and(|(weight, _)| (1..=3).contains(weight)) {
            self.faults.add(at, "a rating needs `weight` 1, 2 or 3");
        }
        match &field.view {
            Some((view, at)) if !self.views.contains(view.as_str()) => {
                self.faults.add(at, format!("no viewpoint `{view}` in meta.toml"));
            }
            Some(_) => {}
            None => self.faults.add(at, "a rating needs a `view`"),
        }
        for (what, text) in [("why", &field.why), ("check", &field.check), ("evidence", &field.evidence)] {
            if text.is_none() {
                self.faults.add(at, format!("a rating needs `{what}`"));
            }
        }
    }

    fn choices(
        &mut self,
        choices: &[SourceChoice],
        limit: Limit,
        count: std::ops::RangeInclusive<usize>,
        at: &At,
    ) {
        if !count.contains(&choices.len()) {
            let reason = format!("{} codes where {} to {} belong", choices.len(), count.start(), count.end());
            self.faults.add(at, reason);
        }
        for choice in choices {
            self.text(&choice.text, limit);
            self.texts(&choice.note, limits::NOTE);
        }
    }

    fn codes(&mut self, choices: &[SourceChoice], read: fn(&str) -> Option<Code>, what: &str) {
        for choice in choices {
            let (code, at) = &choice.code;
            if read(code).is_none() {
                self.faults.add(at, format!("`{code}` must be {what}"));
            }
        }
    }

    fn condition(&mut self, condition: &SourceCondition, earlier: &BTreeMap<&str, &SourceField>) {
        self.alternatives(&condition.when, earlier, "an earlier field");
        self.alternatives(&condition.unless, earlier, "an earlier field");
    }

    pub(super) fn alternatives(
        &mut self,
        list: &Alternatives,
        known: &BTreeMap<&str, &SourceField>,
        what: &str,
    ) {
        for ((name, at), values) in list.iter().flatten() {
            let (field, row) =
                name.split_once('.').map_or((name.as_str(), None), |(field, row)| (field, Some(row)));
            let Some(field) = known.get(field) else {
                self.faults.add(at, format!("`{field}` is not {what}"));
                continue;
            };
            if let Some(row) = row
                && !(field.kind.0 == "matrix" && field.choices.iter().any(|choice| choice.code.0 == row))
            {
                self.faults.add(at, format!("`{}` has no row `{row}`", field.id.0));
            }
            let codes = if field.kind.0 == "matrix" { &field.levels } else { &field.choices };
            for (value, at) in values {
                let known = match value.as_str() {
                    "*" => true,
                    "NA" => field.na.0,
                    "DK" => field.dk.0,
                    code => codes.iter().any(|choice| choice.code.0 == code),
                };
                if !known {
                    self.faults.add(at, format!("`{}` can never be answered `{value}`", field.id.0));
                }
            }
            if values.is_empty() {
                self.faults.add(at, "a test needs at least one value");
            }
        }
    }

    fn guide(&mut self, pack: &SourceQuestionnaire) {
        for (text, limit) in pack.guide.texts() {
            self.text(text, limit);
        }
        let fields = self.fields.clone();
        for when in pack.guide.conditions() {
            self.alternatives(when, &fields, "a field");
        }
        self.sources(pack.guide.source_names());
        self.terms(pack.guide.advice.iter().flat_map(|advice| &advice.terms));
        super::guide::check(pack, &fields, self.faults);
    }

    fn terms<'b>(&mut self, names: impl IntoIterator<Item = &'b Name>) {
        for (term, at) in names.into_iter().filter(|(term, _)| !self.terms.contains(term.as_str())) {
            self.faults.add(at, format!("no glossary entry `{term}` in terms/"));
        }
    }

    fn sources<'b>(&mut self, names: impl IntoIterator<Item = &'b Name>) {
        for (source, at) in names.into_iter().filter(|(source, _)| !self.sources.contains(source.as_str())) {
            self.faults.add(at, format!("no source `{source}` in sources.toml"));
        }
    }

    fn names(&mut self, pack: &SourceQuestionnaire) {
        let questions = pack.questions().map(|(_, _, question)| &question.id);
        self.unique(questions, "question");
        self.unique(pack.fields().map(|field| &field.id), "field");
        self.unique(pack.chapters.iter().map(|chapter| &chapter.id), "chapter");
        self.unique(
            pack.chapters.iter().flat_map(|chapter| &chapter.sections).map(|section| &section.id),
            "section",
        );
        self.unique(pack.terms.iter().map(|(id, ..)| id), "term");
        self.unique(pack.sources.iter().map(|source| &source.id), "source");
        self.unique(pack.packs.iter().map(|part| &part.id), "pack");
        self.unique(pack.rules.iter().map(|rule| &rule.id), "rule");
        self.unique(pack.guide.advice.iter().map(|advice| &advice.id), "advice");
        self.unique(pack.guide.gates.iter().map(|gate| &gate.id), "gate");
        self.unique(pack.guide.findings.iter().map(|finding| &finding.id), "finding");
        self.unique(pack.views.iter().map(|(id, ..)| id), "viewpoint");
    }

    fn unique<'b>(&mut self, names: impl Iterator<Item = &'b Name>, what: &str) {
        let mut seen: BTreeMap<&str, &At> = BTreeMap::new();
        for (id, at) in names {
            let kebab = !id.is_empty()
                && id.bytes().all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'-');
            if !kebab {
                self.faults.add(at, format!("`{id}`: an id is lower-case letters, digits and hyphens"));
            }
            if let Some(first) = seen.insert(id, at) {
                let reason = format!("the {what} id `{id}` is already used at {}:{}", first.file, first.line);
                self.faults.add(at, reason);
            }
        }
    }

    fn unused_terms(&mut self, pack: &SourceQuestionnaire) {
        let used: BTreeSet<&str> = pack
            .questions()
            .flat_map(|(_, _, question)| &question.terms)
            .chain(pack.guide.advice.iter().flat_map(|advice| &advice.terms))
            .map(|(id, _)| id.as_str())
            .collect();
        for (id, at) in pack.terms.iter().map(|(id, ..)| id) {
            if !used.contains(id.as_str()) {
                self.faults.add(at, format!("no question or advice lists the term `{id}`"));
            }
        }
    }

    pub(super) fn texts<'b>(&mut self, texts: impl IntoIterator<Item = &'b Text>, limit: Limit) {
        texts.into_iter().for_each(|text| self.text(text, limit));
    }

    pub(super) fn text(&mut self, text: &Text, limit: Limit) {
        for (value, at, most) in [(&text.ja, &text.at, limit.ja), (&text.en, &text.en_at, limit.en)] {
            let length = value.chars().count();
            if value.trim().is_empty() {
                self.faults.add(at, "the text is empty");
            } else if length > most {
                self.faults.add(at, format!("{length} characters, at most {most}: {value}"));
            }
            if value.trim() != value || value.contains(['\n', '\r', '\t']) {
                self.faults.add(at, "spaces at the ends, tabs and line breaks do not belong in a text");
            }
            if value.contains('<') && value.contains('>') || value.contains("](") || value.contains("**") {
                self.faults.add(at, format!("plain text only, no HTML or Markdown: {value}"));
            }
        }
    }
}
