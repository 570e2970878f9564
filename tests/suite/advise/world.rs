//! Worlds of a few ratings, gates, findings and advice, made from the words of the examples.

use crate::support::{notation, questionnaire};
use ec_checkup::answers::{Answer, Sheet};
use ec_checkup::flow::Flow;
use ec_checkup::model::{
    Accepts, Advice, Code, Condition, FieldIx, Finding, Gate, Guide, Kind, Offer, Platform, Questionnaire,
    Rule, Test, TextId, Variant, Who,
};
use ec_checkup::score::Report;

/// The real questionnaire with no ratings but those of an example, their answers, and a guide about nothing else.
pub(super) struct World {
    pub(super) questionnaire: Questionnaire,
    pub(super) guide: Guide,
    pub(super) sheet: Sheet,
    pub(super) ratings: Vec<FieldIx>,
    /// How their steps are written: `/5`, or nothing.
    steps: Vec<String>,
    pool: Vec<FieldIx>,
}

/// The full checkup, whose unconditional ratings become those of the examples.
const PACK: &str = "ecom";

impl World {
    pub(super) fn new() -> Self {
        let mut questionnaire = questionnaire().clone();
        let pack = questionnaire.pack_named(PACK).unwrap();
        let scored = questionnaire.chapters_of(pack).filter(|(_, chapter)| chapter.scored);
        let ratings = scored.flat_map(|(_, chapter)| questionnaire.question_range(chapter));
        let own = ratings.flat_map(|question| questionnaire.questions[usize::from(question)].fields.clone());
        let own: Vec<u16> = own.collect();
        let pool = own.into_iter().rev().map(FieldIx).filter(|ix| {
            let field = questionnaire.field(*ix).unwrap();
            matches!(field.kind, Kind::Rating { .. }) && field.condition.is_empty()
        });
        let pool: Vec<FieldIx> = pool.collect();
        for field in questionnaire.fields.iter_mut().filter(|field| matches!(field.kind, Kind::Rating { .. }))
        {
            field.kind = Kind::Text;
        }
        let profile = Test {
            field: questionnaire.field_named("shop-kind").unwrap(),
            row: None,
            accepts: Accepts { any: true, ..Accepts::default() },
        };
        let rule = Rule {
            id: String::new(),
            reason: TextId(0),
            ask: None,
            when: vec![vec![profile]],
            fields: Vec::new(),
        };
        questionnaire.rules = vec![rule];
        let mut sheet = Sheet::new(&questionnaire);
        let shop = questionnaire.field_named("shop-kind").unwrap();
        assert!(sheet.set(&questionnaire, shop, Code::new(0).map(Answer::One)));
        let (ratings, steps) = (Vec::new(), Vec::new());
        Self { questionnaire, guide: Guide::default(), sheet, ratings, steps, pool }
    }

    pub(super) fn of_ratings(words: &str) -> Self {
        let mut world = Self::new();
        for word in words.split_whitespace() {
            world.rating(word);
        }
        world
    }

    /// Adds a rating: `3D`, `2C/5`, `1?`, `{2DK}`, `{2A}!`.
    fn rating(&mut self, word: &str) -> FieldIx {
        let (aside, back) = (word.starts_with('{'), word.ends_with('!'));
        let word = word.trim_matches(['{', '}', '!']);
        let (short, steps) = word.split_once('/').unwrap_or((word, "4"));
        let (weight, answer) = short.split_at(1);
        let ix = self.pool.pop().expect("too many ratings");
        let field = &mut self.questionnaire.fields[ix.index()];
        let texts = vec![TextId(0); steps.parse().unwrap()];
        field.kind = Kind::Rating { steps: texts, weight: weight.parse().unwrap(), view: 0 };
        (field.na, field.dk, field.condition) = (Offer::Shared, Offer::Shared, Condition::default());
        if answer != "?" {
            let answer = notation::read(field, answer);
            assert!(answer.is_some() && self.sheet.set(&self.questionnaire, ix, answer), "{word}");
        }
        if aside {
            self.questionnaire.rules[0].fields.push(ix.0..ix.0 + 1);
            self.sheet.set_back(ix, back);
        }
        self.ratings.push(ix);
        self.steps.push(word.find('/').map_or(String::new(), |place| word[place..].to_owned()));
        ix
    }

    /// Adds an advice: ratings, `gate`, `finding2`, `8h`, `cost1`, `after:a`; `mall:2h` and `saas:cost0` on a platform. The
    /// shop stands in a mall.
    pub(super) fn advice(&mut self, id: &str, words: &str) {
        let mut advice = empty(id);
        for word in words.split_whitespace() {
            let on = [("mall:", Platform::Mall), ("saas:", Platform::Saas)];
            if let Some((short, platform)) =
                on.into_iter().find_map(|(name, platform)| Some((word.strip_prefix(name)?, platform)))
            {
                let (hours, cost) = (short.strip_suffix('h'), short.strip_prefix("cost"));
                let [hours, cost] = [hours, cost].map(|text| text.map(|text| text.parse().unwrap()));
                advice.variants.push(Variant { platform, text: TextId(0), who: None, hours, cost });
            } else if let Some(hours) = word.strip_suffix('h') {
                advice.hours = hours.parse().unwrap();
            } else if let Some(cost) = word.strip_prefix("cost") {
                advice.cost = cost.parse().unwrap();
            } else if let Some(after) = word.strip_prefix("after:") {
                // The ids of the examples are a, b, c …, in order.
                advice.after.push(u16::from(after.as_bytes()[0] - b'a'));
            } else if let Some(severity) = word.strip_prefix("finding") {
                advice.findings.push(self.guide.findings.len().try_into().unwrap());
                self.finding(word, severity.parse().unwrap());
            } else if word == "gate" {
                advice.gates.push(self.guide.gates.len().try_into().unwrap());
                let (id, when) = (String::new(), vec![Vec::new()]);
                let gate = Gate { id, cap: 1, when, title: TextId(0), text: TextId(0), sources: Vec::new() };
                self.guide.gates.push(gate);
            } else {
                advice.fields.push(self.rating(word));
            }
        }
        self.guide.advice.push(advice);
    }

    /// Adds a finding that is always found: all of no tests hold.
    pub(super) fn finding(&mut self, id: &str, severity: u8) {
        let (id, when) = (id.to_owned(), vec![Vec::new()]);
        let (title, text) = (TextId(0), TextId(0));
        self.guide.findings.push(Finding { id, severity, when, title, text, sources: Vec::new() });
    }

    pub(super) fn flow(&self) -> Flow {
        Flow::new(&self.questionnaire, &self.sheet)
    }

    pub(super) fn report(&self, sheet: &Sheet) -> Report {
        let pack = self.questionnaire.pack_named(PACK).unwrap();
        Report::new(&self.questionnaire, pack, sheet, &Flow::new(&self.questionnaire, sheet))
    }

    /// The ratings as the examples write them.
    pub(super) fn written(&self, sheet: &Sheet) -> String {
        let one = |(ix, steps): (&FieldIx, &String)| {
            let Kind::Rating { weight, .. } = &self.questionnaire.field(*ix).unwrap().kind else {
                panic!("{ix:?}")
            };
            let answer = sheet.answer(*ix).map_or("?".to_owned(), notation::write);
            format!("{weight}{answer}{steps}")
        };
        self.ratings.iter().zip(&self.steps).map(one).collect::<Vec<_>>().join(" ")
    }
}

fn empty(id: &str) -> Advice {
    let none = TextId(0);
    Advice {
        id: id.to_owned(),
        formerly: Vec::new(),
        title: none,
        why: none,
        boss: none,
        steps: Vec::new(),
        done: none,
        who: Who::Owner,
        hours: 1,
        cost: 0,
        vendor: None,
        variants: Vec::new(),
        fields: Vec::new(),
        gates: Vec::new(),
        findings: Vec::new(),
        after: Vec::new(),
        terms: Vec::new(),
        sources: Vec::new(),
    }
}
