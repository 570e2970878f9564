//! What a shop thinks of itself, beside what it answered.

use crate::answers::{Answer, Sheet};
use crate::flow::Flow;
use crate::model::{ChapterIx, Guide};
use crate::score::{Permille, Report};

/// How the opinion stands to the score.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum View {
    /// Better than the best the answers allow.
    TooGood,
    /// Within the range.
    Fits,
    /// Worse than the worst the answers allow.
    TooBad,
}

/// One chapter with both.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Gap {
    /// Which.
    pub chapter: ChapterIx,
    /// The level of the shop's own opinion, from 0, the best, to 3.
    pub opinion: u8,
    /// The score of its answers.
    pub score: (Permille, Permille),
    /// How they stand to each other.
    pub view: View,
}

/// A level of opinion stands for a quarter of the scale: 750–1000, 500–749, 250–499, 0–249 permille.
pub fn gaps(guide: &Guide, sheet: &Sheet, flow: &Flow, report: &Report) -> Vec<Gap> {
    let gap = |opinion: &crate::model::Opinion| {
        let level = match sheet.answer(opinion.field) {
            Some(Answer::Rows(rows)) if flow.asks(opinion.field) => rows.get(opinion.row)?,
            _ => return None,
        };
        let tally = report.chapters.iter().find(|score| score.chapter == opinion.chapter)?.tally;
        // Nothing answered yet is nothing to compare with.
        if tally.ratings == tally.open_ratings {
            return None;
        }
        let (lowest, highest) = tally.lowest().zip(tally.highest())?;
        let place = level.place().min(3);
        let from = 250 * u16::from(3 - place);
        let to = if place == 0 { 1000 } else { from + 249 };
        let view = if from > highest {
            View::TooGood
        } else if to < lowest {
            View::TooBad
        } else {
            View::Fits
        };
        Some(Gap { chapter: opinion.chapter, opinion: place, score: (lowest, highest), view })
    };
    guide.opinions.iter().filter_map(gap).collect()
}
