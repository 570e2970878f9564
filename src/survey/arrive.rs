//! From what people send to respondents: links in any text.

use crate::link::{self, Content, LinkError};
use crate::model::Questionnaire;
use std::ops::Range;

/// A link in a text, opened.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Arrival {
    /// Where in the text, in bytes.
    pub place: Range<usize>,
    /// What is in it, or what is wrong with it.
    pub content: Result<Content, LinkError>,
}

/// All links in a text, whatever a mail did to them, opened in order.
pub fn contents(questionnaire: &Questionnaire, text: &str) -> Vec<Arrival> {
    let open = |found: link::Found| Arrival {
        place: found.place,
        content: found.link.and_then(|fragment| link::open(questionnaire, &fragment)),
    };
    link::find(text).into_iter().map(open).collect()
}

/// The line a place in a text is in, from 1.
pub fn line_of(text: &str, place: usize) -> usize {
    text.bytes().take(place).filter(|byte| *byte == b'\n').count() + 1
}
