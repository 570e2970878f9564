//! A reference as a file.
//!
//! ```json
//! { "ec-checkup": "reference", "format": 1, "questionnaire": "ecom", "title": "…", "n": 300, "date": "2026-11-30",
//!   "scores": [
//!   { "pack": "ecom", "size": "small", "n": 140, "mean": 4410, "deviation": 1320, "fives": [0, 1, …] },
//!   { "chapter": "management", "n": 250, … } ] }
//! ```

use super::derived::Part;
use super::folding::FEWEST_PERCENT;
use super::json::{number, object, or_null};
use super::layout::Subject;
use super::reference::{Reference, ReferenceScores, is_sound, subject_name};
use crate::answers::Json;
use crate::calendar::Date;
use crate::exchange::{REFERENCE, parse};
use crate::model::Questionnaire;

const FORMAT: u32 = 1;
/// How deep such a file is nested.
const DEEP: u8 = 6;
/// How large it may be, in bytes.
const LARGEST: usize = 1_000_000;
/// How long its title may be, in characters.
pub const LONGEST_TITLE: usize = 200;

/// Why a reference cannot be used.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ReferenceError {
    /// Not a file of ours, or broken JSON.
    Foreign,
    /// A file of ours, of another kind.
    OtherKind,
    /// Written by a newer version.
    Newer,
    /// Of another questionnaire.
    OtherQuestionnaire,
    /// Parts are missing or cannot be true.
    Damaged,
    /// A group is so small that single shops could be recognised.
    TooFew,
    /// Larger than any file of this kind.
    TooLarge,
}

impl ReferenceError {
    /// What the command line says.
    pub fn reason(self) -> &'static str {
        match self {
            Self::Foreign => "not a reference, or broken JSON",
            Self::OtherKind => "a file of this program, but not a reference",
            Self::Newer => "a reference written by a newer version",
            Self::OtherQuestionnaire => "a reference of another questionnaire",
            Self::Damaged => "a reference with parts that are missing or cannot be true",
            Self::TooFew => "a reference with a group of fewer than 10 shops",
            Self::TooLarge => "too large for a reference",
        }
    }
}

impl Reference {
    /// Writes the file.
    pub fn write(&self, questionnaire: &Questionnaire) -> String {
        let scores = self.scores.iter().filter_map(|scores| {
            let (kind, id) = subject_name(questionnaire, scores.subject)?;
            let mut parts = vec![(kind.to_owned(), Json::from_text(id))];
            parts.extend(scores.part.map(|part| ("size".to_owned(), Json::from_text(part.name()))));
            let fives = scores.stretches.iter().map(|count| number(*count)).collect();
            let numbers = [
                ("n", number(scores.n)),
                ("mean", number(scores.mean)),
                ("deviation", number(scores.deviation)),
                ("fives", Json::List(fives)),
            ];
            parts.extend(numbers.map(|(key, value)| (key.to_owned(), value)));
            Some(Json::Object(parts))
        });
        let file = object([
            ("ec-checkup", Json::from_text(REFERENCE)),
            ("format", number(FORMAT)),
            ("questionnaire", Json::from_text(&questionnaire.id)),
            ("title", Json::from_text(&self.title)),
            ("n", number(self.n)),
            ("synthetic", number(self.synthetic)),
            ("date", or_null(self.date, |date| Json::from_text(&date.to_string()))),
            ("scores", Json::List(scores.collect())),
        ]);
        file.write()
    }

    /// Reads a file. Scores of packs and chapters that the questionnaire of today does not have are left out.
    ///
    /// # Errors
    /// [`ReferenceError`] says what is wrong with it.
    pub fn read(questionnaire: &Questionnaire, text: &str) -> Result<Self, ReferenceError> {
        if text.len() > LARGEST {
            return Err(ReferenceError::TooLarge);
        }
        let text = text.trim_start_matches('\u{FEFF}');
        let json = parse(text, DEEP).map_err(|_| ReferenceError::Foreign)?;
        match json.get("ec-checkup").and_then(Json::text) {
            Some(REFERENCE) => {}
            Some(_) => return Err(ReferenceError::OtherKind),
            None => return Err(ReferenceError::Foreign),
        }
        match count(json.get("format")) {
            Some(1) => {}
            Some(newer) if newer > FORMAT => return Err(ReferenceError::Newer),
            _ => return Err(ReferenceError::Damaged),
        }
        match json.get("questionnaire").and_then(Json::text) {
            Some(id) if id == questionnaire.id => {}
            Some(_) => return Err(ReferenceError::OtherQuestionnaire),
            None => return Err(ReferenceError::Damaged),
        }
        let title = match json.get("title") {
            None | Some(Json::Null) => "",
            Some(title) => title.text().ok_or(ReferenceError::Damaged)?,
        };
        let title = checked_title(title).ok_or(ReferenceError::Damaged)?;
        let n = count(json.get("n")).ok_or(ReferenceError::Damaged)?;
        let synthetic = json.get("synthetic").map_or(Some(0), |part| count(Some(part)));
        let synthetic = synthetic.filter(|synthetic| *synthetic <= n).ok_or(ReferenceError::Damaged)?;
        let date = match json.get("date") {
            None | Some(Json::Null) => None,
            Some(date) => Some(date.text().and_then(Date::parse).ok_or(ReferenceError::Damaged)?),
        };
        let Some(Json::List(list)) = json.get("scores") else { return Err(ReferenceError::Damaged) };
        let mut scores = Vec::new();
        for item in list {
            scores.extend(read_scores(questionnaire, item, n)?);
        }
        Ok(Self { title, n, synthetic, date, scores })
    }
}

/// A title as it is shown: one line, not too long. `None` for anything else.
pub fn checked_title(title: &str) -> Option<String> {
    let title = title.trim();
    let fits = title.chars().count() <= LONGEST_TITLE && !title.chars().any(char::is_control);
    fits.then(|| title.to_owned())
}

fn count(json: Option<&Json>) -> Option<u32> {
    match json {
        Some(Json::Number(digits)) => digits.parse().ok(),
        _ => None,
    }
}

/// `None` for what the questionnaire of today does not have.
fn read_scores(
    questionnaire: &Questionnaire,
    json: &Json,
    most: u32,
) -> Result<Option<ReferenceScores>, ReferenceError> {
    let id = |kind: &str| json.get(kind).and_then(Json::text);
    let subject = match (id("pack"), id("chapter")) {
        (Some(id), None) => questionnaire.pack_named(id).map(Subject::Pack),
        (None, Some(id)) => questionnaire.chapter_named(id).map(Subject::Chapter),
        _ => return Err(ReferenceError::Damaged),
    };
    let part = match json.get("size") {
        None => None,
        Some(name) => Some(name.text().and_then(Part::from_name).ok_or(ReferenceError::Damaged)?),
    };
    let of = |key: &str| count(json.get(key)).ok_or(ReferenceError::Damaged);
    let Some(Json::List(fives)) = json.get("fives") else { return Err(ReferenceError::Damaged) };
    let stretches = fives.iter().map(|five| count(Some(five))).collect::<Option<Vec<u32>>>();
    let stretches = stretches.ok_or(ReferenceError::Damaged)?;
    let (n, mean, deviation) = (of("n")?, of("mean")?, of("deviation")?);
    let Some(subject) = subject else { return Ok(None) };
    let scores = ReferenceScores { part, subject, n, mean, deviation, stretches };
    if !is_sound(&scores) || n > most {
        return Err(ReferenceError::Damaged);
    }
    if n < FEWEST_PERCENT {
        return Err(ReferenceError::TooFew);
    }
    Ok(Some(scores))
}
