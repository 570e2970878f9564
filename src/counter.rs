//! Counts the links of a survey on another thread of the browser: a program of its own, as quick as the compiler can make it,
//! where the page is as small as it can. `public/counter.js` is the thread, `public/counting.js` hands out the work.

use ec_checkup::content::{decode, decode_guide};
use ec_checkup::link;
use ec_checkup::model::{Guide, Questionnaire};
use ec_checkup::survey::{Respondent, Survey};
use wasm_bindgen::prelude::wasm_bindgen;

/// The counts so far, and what they are made with.
#[wasm_bindgen]
pub struct Counter {
    questionnaire: Questionnaire,
    guide: Guide,
    survey: Survey,
}

#[wasm_bindgen]
impl Counter {
    /// Nothing counted yet; `undefined` when structure or guide are not of this version.
    pub fn begin(structure: &[u8], guide: &[u8]) -> Option<Self> {
        let questionnaire = decode(structure).ok()?;
        let guide = decode_guide(guide).ok()?;
        let survey = Survey::new(&questionnaire, &guide);
        Some(Self { questionnaire, guide, survey })
    }

    /// Counts links, one a line. What is none any more is passed over, as the page does when it counts by itself.
    pub fn add(&mut self, links: &str) {
        for link in links.lines() {
            let content = link::open(&self.questionnaire, link).ok();
            if let Some(respondent) = content.and_then(Respondent::from_content) {
                self.survey.add(&self.questionnaire, &self.guide, &respondent);
            }
        }
    }

    /// The counts, for [`Survey::from_bytes`].
    pub fn counts(&self) -> Vec<u8> {
        self.survey.to_bytes()
    }
}

fn main() {}
