//! The answers of a table with their signs and colours. Nobody needs the colours: each has its sign.

use super::look::Look;
use crate::app::ui::{El, el, span};
use crate::model::{FieldIx, Kind};
use crate::survey::{Column, Table};

/// An answer.
#[derive(Clone, Debug)]
pub(super) struct Answer {
    /// A letter, a digit or another sign: what stands in the bars.
    pub(super) sign: String,
    pub(super) name: String,
    /// Its colour.
    pub(super) class: &'static str,
}

impl Answer {
    fn new(sign: &str, name: &str, class: &'static str) -> Self {
        Self { sign: sign.to_owned(), name: name.to_owned(), class }
    }

    /// Sign and name.
    pub(super) fn view(&self) -> El {
        let sign = span(&format!("sign {}", self.class), &self.sign);
        el("span").class("answer").child(sign).text(" ").text(&self.name)
    }
}

/// The answers of a table, in the order of its counts; 対象外 and わからない behind them where somebody answered so.
#[derive(Clone, Debug)]
pub(super) struct Scale {
    pub(super) answers: Vec<Answer>,
    na: bool,
    dk: bool,
}

/// From the best step to the worst.
const STEPS: [&str; 4] = ["tone-best", "tone-fair", "tone-low", "tone-worst"];
/// From the lowest level to the highest.
const LEVELS: [&str; 5] = ["tone-worst", "tone-low", "tone-c", "tone-fair", "tone-best"];
/// Levels of a table, which are neither good nor bad.
const TONES: [&str; 6] = ["tone-best", "tone-fair", "tone-c", "tone-d", "tone-e", "tone-f"];

fn tone(tones: &[&'static str], place: usize) -> &'static str {
    tones.get(place).or(tones.last()).copied().unwrap_or_default()
}

impl Scale {
    /// That of a field.
    pub(super) fn of_field(look: &Look<'_>, ix: FieldIx, kind: &Kind, tables: &[Table]) -> Self {
        let codes = tables.first().map(|table| table.codes.as_slice()).unwrap_or_default();
        let tones: &[&'static str] = match kind {
            Kind::Rating { .. } => &STEPS,
            Kind::Matrix { .. } => &TONES,
            _ => &["tone-none"],
        };
        let answer = |(place, code)| {
            // A letter or digit, a space, and what it says.
            let told = look.telling.answer(ix, code);
            let sign: String = told.chars().take(1).collect();
            let name: String = told.chars().skip(2).collect();
            Answer::new(&sign, &name, tone(tones, place))
        };
        let mut answers: Vec<Answer> = codes.iter().copied().enumerate().map(answer).collect();
        let words = look.telling.words;
        if matches!(kind, Kind::Text) {
            answers.push(Answer::new("+", words.written, "tone-none"));
        }
        let any = |count: fn(&Column) -> u32| {
            let columns = tables.iter().flat_map(|table| table.columns.iter().flatten());
            columns.map(count).any(|count| count > 0)
        };
        let (na, dk) = (any(|column| column.na), any(|column| column.dk));
        answers.extend(na.then(|| Answer::new("–", words.na, "tone-na")));
        answers.extend(dk.then(|| Answer::new("?", words.dk, "tone-dk")));
        Self { answers, na, dk }
    }

    /// Levels from 1.
    pub(super) fn levels(look: &Look<'_>) -> Self {
        let count = look.telling.guide.levels.len();
        let level = |(place, level): (usize, u8)| {
            Answer::new(&level.to_string(), &(look.telling.words.level)(level), tone(&LEVELS, place))
        };
        Self::plain((1..).take(count).enumerate().map(level).collect())
    }

    /// Shut, not known, open.
    pub(super) fn gates(look: &Look<'_>) -> Self {
        let [shut, unknown, open] = look.telling.words.gate_states;
        Self::plain(vec![
            Answer::new("!", shut, "tone-worst"),
            Answer::new("?", unknown, "tone-dk"),
            Answer::new("✓", open, "tone-fair"),
        ])
    }

    /// Too good, fits, too bad.
    pub(super) fn views(look: &Look<'_>) -> Self {
        let [good, fits, bad] = look.telling.words.gap_views;
        Self::plain(vec![
            Answer::new("▲", good, "tone-low"),
            Answer::new("=", fits, "tone-fair"),
            Answer::new("▼", bad, "tone-c"),
        ])
    }

    fn plain(answers: Vec<Answer>) -> Self {
        Self { answers, na: false, dk: false }
    }

    /// The counts of a column, one for each answer.
    pub(super) fn counts(&self, column: &Column) -> Vec<u32> {
        let special = [(self.na, column.na), (self.dk, column.dk)];
        let special = special.into_iter().filter(|(there, _)| *there).map(|(_, count)| count);
        column.counts.iter().copied().chain(special).collect()
    }
}
