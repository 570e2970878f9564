//! Words to the numbers of a report, in either language.

use super::derived::Part;
use super::report::Group;
use super::table::Table;
use super::trends::{Share, Trend};
use crate::model::{Code, FieldIx, Guide, Kind, Questionnaire, TextId};
use crate::words::{self, SurveyWords};

/// What it takes to put words to a report.
#[derive(Clone, Copy)]
pub struct Telling<'a> {
    /// The questionnaire it is of.
    pub questionnaire: &'a Questionnaire,
    /// Its guide.
    pub guide: &'a Guide,
    /// Its words.
    pub words: &'a SurveyWords,
    /// A text of the questionnaire.
    pub text: &'a dyn Fn(TextId) -> &'a str,
}

/// Tenths of a percent as percent: `62.5`.
pub fn percent(permille: u16) -> String {
    format!("{}.{}", permille / 10, permille % 10)
}

/// Hundredths with one decimal, a half upwards: `44.9`.
pub fn tenths(hundredths: u32) -> String {
    let tenths = (hundredths + 5) / 10;
    format!("{}.{}", tenths / 10, tenths % 10)
}

/// Thousandths with three decimals: `-0.333`.
pub fn thousandths(thousandths: i16) -> String {
    let sign = if thousandths < 0 { "-" } else { "" };
    let size = u32::from(thousandths.unsigned_abs());
    format!("{sign}{}.{:03}", size / 1000, size % 1000)
}

impl<'a> Telling<'a> {
    /// What a group is called.
    pub fn group(&self, group: &Group) -> String {
        let [all, large, medium, small, unknown] = self.words.groups;
        if group.is_all() {
            return all.to_owned();
        }
        let name = |part: &Part| match part {
            Part::Large => large,
            Part::Medium => medium,
            Part::Small => small,
            Part::Unknown => unknown,
        };
        // Joining with what is known only now would bring code of the standard library into the page's first file.
        let mut names = String::new();
        for part in &group.parts {
            if !names.is_empty() {
                names.push_str(self.words.and);
            }
            names.push_str(name(part));
        }
        names
    }

    /// An answer with its letter: `A 全部のお店`; a level of a matrix with its digit.
    pub fn answer(&self, field: FieldIx, code: Code) -> String {
        let Some(field) = self.questionnaire.field(field) else { return String::new() };
        let choice = |choices: &[crate::model::Choice]| {
            choices.iter().find(|choice| choice.code == code).map(|choice| choice.text)
        };
        let (letter, text) = match &field.kind {
            Kind::Rating { steps, .. } => (code.letter(), steps.get(usize::from(code.place())).copied()),
            Kind::Single { options, .. } | Kind::Multi { options, .. } => (code.letter(), choice(options)),
            Kind::Matrix { levels, .. } => (code.digit(), choice(levels)),
            Kind::Text => return self.words.written.to_owned(),
        };
        format!("{letter} {}", text.map_or("", self.text))
    }

    /// The codes of a table and what they say.
    pub(super) fn names(&self, field: FieldIx, table: &Table) -> Vec<(String, String)> {
        if table.codes.is_empty() {
            return vec![("+".to_owned(), self.words.written.to_owned())];
        }
        let name = |code: &Code| {
            let answer = self.answer(field, *code);
            let (letter, text) = answer.split_once(' ').unwrap_or_default();
            (letter.to_owned(), text.to_owned())
        };
        table.codes.iter().map(name).collect()
    }

    /// The row of a matrix.
    pub fn row(&self, field: FieldIx, row: Code) -> &'a str {
        let Some(Kind::Matrix { rows, .. }) = self.questionnaire.field(field).map(|field| &field.kind) else {
            return "";
        };
        rows.iter().find(|choice| choice.code == row).map_or("", |choice| (self.text)(choice.text))
    }

    /// A trend as a sentence.
    pub fn sentence(&self, trend: &Trend) -> String {
        let words = self.words;
        let chapter = |ix| self.questionnaire.chapter(ix).map_or("", |chapter| (self.text)(chapter.title));
        match trend {
            Trend::Level(level, share) => {
                with(*share, |part| (words.most_level)(&(words.level)(*level), part))
            }
            Trend::Gate(gate, share) => {
                let gate = self.guide.gates.get(*gate).map_or("", |gate| (self.text)(gate.title));
                with(*share, |part| (words.most_gate)(gate, part))
            }
            Trend::Weakest(ix, mean) => (words.weakest)(chapter(*ix), &tenths(*mean)),
            Trend::Strongest(ix, mean) => (words.strongest)(chapter(*ix), &tenths(*mean)),
            Trend::TooGood(ix, share) => with(*share, |part| (words.too_good)(chapter(*ix), part)),
            Trend::Most(field, code, share) => {
                with(*share, |part| (words.most)(&self.answer(*field, *code), part))
            }
            Trend::Upper(_, share) => with(*share, |part| (words.upper)(part)),
            Trend::MostRow(field, row, level, share) => with(*share, |part| {
                (words.most_row)(self.row(*field, *row), &self.answer(*field, *level), part)
            }),
            Trend::Sizes(field, code, large, small) => {
                let answer = code.map(|code| self.answer(*field, code));
                let points = percent(large.permille.abs_diff(small.permille));
                with(*large, |large| {
                    with(*small, |small| (words.sizes)(answer.as_deref(), large, small, &points))
                })
            }
        }
    }
}

fn with(share: Share, tell: impl Fn(&words::Part<'_>) -> String) -> String {
    let percent = percent(share.permille);
    tell(&words::Part { count: share.count, base: share.base, share: &percent })
}
