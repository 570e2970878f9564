//! From what people send to respondents: links in any text.

use crate::link::{self, Content, LinkError};
use crate::model::Questionnaire;
use std::ops::Range;

/// A link in a text, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Where in the text, in bytes.
    pub place: Range<usize>,
    /// The line it begins in, from 1.
    pub line: usize,
    /// What is in it, or what is wrong with it.
    pub content: Result<Content, LinkError>,
}

/// All links in a text, whatever a mail did to them, opened in order.
pub fn contents(questionnaire: &Questionnaire, text: &str) -> Vec<Arrival> {
    let mut lines = Lines::new(text);
    let open = |found: link::Found| Arrival {
        line: lines.of(found.place.start),
        place: found.place,
        content: found.link.and_then(|fragment| link::open(questionnaire, &fragment)),
    };
    link::find(text).into_iter().map(open).collect()
}

/// Tells the lines of places that come in order, without counting from the beginning each time.
pub struct Lines<'a> {
    text: &'a str,
    at: usize,
    line: usize,
}

impl<'a> Lines<'a> {
    /// At the first line.
    pub fn new(text: &'a str) -> Self {
        Self { text, at: 0, line: 1 }
    }

    /// The line of a place, in bytes, from 1.
    pub fn of(&mut self, place: usize) -> usize {
        // Links in wrapped addresses can stand a little before the last one.
        if place < self.at {
            *self = Self::new(self.text);
        }
        let between = self.text.get(self.at..place).unwrap_or_default();
        self.line += between.matches('\n').count();
        self.at = place.min(self.text.len());
        self.line
    }
}
