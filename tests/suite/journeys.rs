//! Journeys through the real questionnaire, written as data in `tests/journeys`: ids and codes only, never words.

use crate::support::{
    file, flow, named, none_wrong, notation, pack_named, packs, put, questionnaire, report, repository,
};
use ec_checkup::answers::Sheet;
use ec_checkup::flow::{Flow, Progress, Visibility};
use ec_checkup::model::{PackIx, QuestionIx};
use ec_checkup::score::{Report, Tally};
use serde::Deserialize;
use std::collections::{BTreeMap, BTreeSet};

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Journey {
    /// What it shows.
    about: String,
    /// Which pack's order, progress and score the steps speak of.
    #[serde(default = "full")]
    pack: String,
    step: Vec<Step>,
}

fn full() -> String {
    "ecom".to_owned()
}

/// What is answered, and what must then be so. Fields and answers as in `support::notation`.
#[derive(Deserialize)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
struct Step {
    /// Answers given; `""` takes one back.
    answers: BTreeMap<String, String>,
    /// Fields brought back although the profile sets them aside.
    back: Vec<String>,
    /// Then everything asked and not yet answered gets the first of these that it can hold (`A 1`: A, rows level 1).
    fill: String,
    asked: Vec<String>,
    waiting: Vec<String>,
    hidden: Vec<String>,
    /// What the profile sets aside.
    aside: Vec<String>,
    /// Answers that are there, counting or not.
    kept: BTreeMap<String, String>,
    /// From question to next question; `-` for the end.
    next: BTreeMap<String, String>,
    /// From question to the next question with something open, `-` for the beginning and for none.
    open: BTreeMap<String, String>,
    /// Answered of asked.
    progress: Option<[u16; 2]>,
    chapters: BTreeMap<String, [u16; 2]>,
    /// Lowest and highest permille; empty when nothing applies.
    range: Option<Vec<u16>>,
    scores: BTreeMap<String, Vec<u16>>,
    /// How many weaknesses are listed, and the first ones.
    weak: Option<usize>,
    weakest: Vec<String>,
}

struct Check<'a> {
    pack: PackIx,
    sheet: &'a Sheet,
    flow: Flow,
    report: Report,
    wrong: Vec<String>,
}

impl Check<'_> {
    fn equal<T: PartialEq + std::fmt::Debug>(&mut self, what: &str, found: &T, expected: &T) {
        if found != expected {
            self.wrong.push(format!("{what}: {found:?} instead of {expected:?}"));
        }
    }

    fn step(&mut self, step: &Step) {
        self.visibility(step);
        self.order(step);
        self.counts(step);
        self.scores(step);
    }

    fn visibility(&mut self, step: &Step) {
        let lists = [
            (&step.asked, Visibility::Asked),
            (&step.waiting, Visibility::Waiting),
            (&step.hidden, Visibility::Hidden),
        ];
        for (ids, expected) in lists {
            for id in ids {
                self.equal(id, &self.flow.field(named(id).0), &expected);
            }
        }
        for id in &step.aside {
            let found = self.flow.field(named(id).0);
            self.equal(id, &matches!(found, Visibility::Aside(_)), &true);
        }
        for (id, short) in &step.kept {
            let kept = self.sheet.answer(named(id).0).map(notation::write);
            self.equal(id, &kept.as_ref(), &Some(short));
        }
    }

    fn order(&mut self, step: &Step) {
        for (from, to) in &step.next {
            let next = self.flow.next(questionnaire(), question(from).unwrap());
            self.equal(&format!("after {from}"), &id_of(next), &to.as_str());
            if let Some(next) = next {
                let back = self.flow.previous(questionnaire(), next);
                let asked =
                    self.flow.questions(questionnaire(), self.pack).any(|ix| Some(ix) == question(from));
                self.equal(&format!("before {to}"), &(!asked || back == question(from)), &true);
            }
        }
        for (from, to) in &step.open {
            let open = self.flow.next_open(questionnaire(), self.sheet, self.pack, question(from));
            self.equal(&format!("open after {from}"), &id_of(open), &to.as_str());
        }
    }

    fn counts(&mut self, step: &Step) {
        if let Some(expected) = step.progress {
            self.equal("progress", &pair(self.flow.total(questionnaire(), self.sheet, self.pack)), &expected);
        }
        for (id, expected) in &step.chapters {
            let chapter = questionnaire().chapter_named(id).unwrap_or_else(|| panic!("no chapter {id}"));
            self.equal(id, &pair(self.flow.chapter(questionnaire(), self.sheet, chapter)), expected);
        }
    }

    fn scores(&mut self, step: &Step) {
        if let Some(expected) = &step.range {
            self.equal("range", &range(self.report.total), expected);
        }
        for (id, expected) in &step.scores {
            let score = self
                .report
                .chapters
                .iter()
                .find(|score| Some(score.chapter) == questionnaire().chapter_named(id));
            self.equal(id, &range(score.unwrap_or_else(|| panic!("{id} has no score")).tally), expected);
        }
        if let Some(expected) = step.weak {
            self.equal("weaknesses", &self.report.weaknesses.len(), &expected);
        }
        let weakest = self.report.weaknesses.iter().take(step.weakest.len());
        let weakest: Vec<String> =
            weakest.map(|weak| questionnaire().field(weak.field).unwrap().id.clone()).collect();
        self.equal("weakest", &weakest, &step.weakest);
    }
}

fn question(id: &str) -> Option<QuestionIx> {
    (id != "-").then(|| questionnaire().question_named(id).unwrap_or_else(|| panic!("no question {id}")))
}

fn id_of(question: Option<QuestionIx>) -> &'static str {
    question.map_or("-", |ix| &questionnaire().question(ix).unwrap().id)
}

fn pair(progress: Progress) -> [u16; 2] {
    [progress.answered, progress.asked]
}

fn range(tally: Tally) -> Vec<u16> {
    tally.lowest().into_iter().chain(tally.highest()).collect()
}

/// Answers whatever a pack asks and is open, follow-ups included, with the first of these codes that it can hold.
pub(crate) fn fill(sheet: &mut Sheet, pack: PackIx, codes: &str) {
    // In the order of fields, which is the order in which they decide about each other.
    let chapters = questionnaire().chapters_of(pack);
    let asked: BTreeSet<_> = chapters.flat_map(|(_, chapter)| questionnaire().fields_in(chapter)).collect();
    for (ix, field) in questionnaire().fields().filter(|(ix, _)| asked.contains(ix)) {
        if !field.is_text() && sheet.answer(ix).is_none() && flow(sheet).asks(ix) {
            let rows = |code: &str| code.parse::<u8>().ok().map(|level| format!("*{level}"));
            let short = |code: &str| rows(code).unwrap_or_else(|| code.to_owned());
            let answer = codes.split(' ').find_map(|code| notation::read(field, &short(code)));
            put(sheet, ix, answer.as_ref());
        }
    }
}

/// The same with all packs, in order.
pub(crate) fn fill_all(sheet: &mut Sheet, codes: &str) {
    packs().for_each(|pack| fill(sheet, pack, codes));
}

fn check(name: &str, wrong: &mut Vec<String>) {
    let journey: Journey = toml::from_str(&file(&format!("tests/journeys/{name}")))
        .unwrap_or_else(|error| panic!("{name}: {error}"));
    assert!(!journey.about.is_empty(), "{name}: what is it about?");
    let pack = pack_named(&journey.pack);
    let mut sheet = Sheet::new(questionnaire());
    for (nr, step) in (1..).zip(&journey.step) {
        for (id, short) in &step.answers {
            let (ix, field) = named(id);
            let answer = notation::read(field, short);
            assert!(answer.is_some() || short.is_empty(), "{name}, step {nr}: {id} cannot be {short}");
            put(&mut sheet, ix, answer.as_ref());
        }
        step.back.iter().for_each(|id| sheet.set_back(named(id).0, true));
        if !step.fill.is_empty() {
            fill(&mut sheet, pack, &step.fill);
        }
        let mut check = Check {
            pack,
            sheet: &sheet,
            flow: flow(&sheet),
            report: report(pack, &sheet),
            wrong: Vec::new(),
        };
        check.step(step);
        wrong.extend(check.wrong.into_iter().map(|reason| format!("{name}, step {nr}: {reason}")));
    }
}

#[test]
fn journeys_lead_where_they_should() {
    let mut wrong = Vec::new();
    let mut count = 0;
    for entry in std::fs::read_dir(repository("tests/journeys")).unwrap() {
        check(entry.unwrap().file_name().to_str().unwrap(), &mut wrong);
        count += 1;
    }
    none_wrong(&wrong);
    assert!(count >= 12, "only {count} journeys");
}
