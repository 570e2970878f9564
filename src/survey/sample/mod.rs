//! Made-up respondents, for trying out and for measuring. Their answers follow conditions and profile as those of people
//! must, and hang together by how mature a shop is; they are no finding about anything, and say that they are made up.

mod answer;
mod random;
mod shop;

use super::respondent::{Respondent, SYNTHETIC};
use crate::answers::{Document, Sheet};
use crate::calendar::Date;
use crate::flow::Flow;
use crate::link::Head;
use crate::model::{Chapter, FieldIx, PackIx, QuestionIx, Questionnaire};
use random::Random;
use shop::Shop;

/// The first day of made-up answers, and how many days they spread over.
const FIRST_DAY: &str = "2026-10-01";
const DAYS: u32 = 61;
/// Conditions follow each other only so often; nothing goes on for ever.
const ROUNDS: usize = 40;

/// Makes up respondents; the same for the same seed and index, whatever was made before.
pub struct Sample<'a> {
    questionnaire: &'a Questionnaire,
    seed: u64,
    /// Of each field: its own chapter, and the packs that ask it.
    fields: Vec<(usize, Vec<PackIx>)>,
}

impl<'a> Sample<'a> {
    /// A source of respondents.
    pub fn new(questionnaire: &'a Questionnaire, seed: u64) -> Self {
        let mut fields = vec![(0, Vec::new()); questionnaire.fields.len()];
        for (pack, _) in questionnaire.packs() {
            for (_, chapter) in questionnaire.chapters_of(pack) {
                for field in questionnaire.fields_in(chapter) {
                    if let Some((_, packs)) = fields.get_mut(field.index()) {
                        packs.push(pack);
                    }
                }
            }
        }
        for (place, (_, chapter)) in questionnaire.chapters().enumerate() {
            let questions = questionnaire.question_range(chapter).map(QuestionIx);
            for question in questions.filter_map(|ix| questionnaire.question(ix)) {
                for ix in question.fields.clone().map(usize::from) {
                    if let Some((own, _)) = fields.get_mut(ix) {
                        *own = place;
                    }
                }
            }
        }
        Self { questionnaire, seed, fields }
    }

    /// The respondent of an index.
    pub fn respondent(&self, index: u64) -> Respondent {
        let shop = Shop::new(self.seed, index);
        let diligence: Vec<u32> =
            self.questionnaire.packs().map(|(ix, pack)| shop.diligence(ix, &pack.id)).collect();
        let mut sheet = Sheet::new(self.questionnaire);
        let mut seen = vec![false; self.questionnaire.fields.len()];
        // The profile first: what it sets aside is not answered.
        let profile =
            |ix: FieldIx| self.fields.get(ix.index()).is_some_and(|(_, packs)| packs.contains(&PackIx(0)));
        for all in [false, true] {
            for _ in 0..ROUNDS {
                let flow = Flow::new(self.questionnaire, &sheet);
                let mut changed = false;
                for (ix, field) in self.questionnaire.fields() {
                    let Some(seen) = seen.get_mut(ix.index()) else { continue };
                    if *seen || !flow.asks(ix) || !(all || profile(ix)) {
                        continue;
                    }
                    *seen = true;
                    changed = true;
                    if let Some(chapter) = self.answers(&shop, &diligence, ix, &field.id) {
                        let given = answer::answer(&shop, &chapter.id, chapter.scored, field);
                        sheet.set(self.questionnaire, ix, given);
                    }
                }
                if !changed {
                    break;
                }
            }
        }
        let day = Random::of(&[self.seed, index, 2]).below(DAYS);
        let first = Date::parse(FIRST_DAY).and_then(Head::day_of).unwrap_or(0);
        Respondent {
            number: self.number(index),
            day: u16::try_from(day).ok().map(|day| first + day),
            synthetic: true,
            sheet,
        }
    }

    /// The chapter of a field that a shop answers.
    fn answers(&self, shop: &Shop, diligence: &[u32], ix: FieldIx, id: &str) -> Option<&Chapter> {
        let (chapter, packs) = self.fields.get(ix.index())?;
        let most = packs.iter().filter_map(|pack| diligence.get(usize::from(pack.0))).max()?;
        let answers = shop.random(&format!("answers {id}")).chance(*most);
        self.questionnaire.chapters.get(*chapter).filter(|_| answers)
    }

    /// A number for every index, different for all of them.
    fn number(&self, index: u64) -> u32 {
        let low = u32::try_from((index + 1) & 0xFFFF_FFFF).unwrap_or(1);
        let odd = u32::try_from(Random::of(&[self.seed]).next() >> 32).unwrap_or(0) | 1;
        // Both steps can be undone, and only 0 becomes 0.
        let spread = low ^ (low >> 16);
        spread.wrapping_mul(odd)
    }

    /// What a made-up assessment is called.
    pub fn name(index: u64) -> String {
        format!("{SYNTHETIC}{}", index + 1)
    }

    /// The respondent of an index as a stored assessment.
    pub fn document(&self, index: u64) -> Document {
        let respondent = self.respondent(index);
        let date = respondent.date().map(|date| date.to_string()).unwrap_or_default();
        Document {
            name: Self::name(index),
            // When it was begun tells it from others.
            created: format!("{FIRST_DAY}T00:00:00.{:09}{index:09}Z", self.seed % 1_000_000_000),
            changed: format!("{date}T12:00:00Z"),
            sheet: respondent.sheet,
            ..Document::default()
        }
    }
}
