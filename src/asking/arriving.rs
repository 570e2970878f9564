//! What an answer does where it arrives.

use super::shown;
use crate::answers::{Entry, Sheet};
use crate::flow::{Flow, Visibility};
use crate::link::Reply;
use crate::model::{FieldIx, Questionnaire};

/// An answer beside what was asked.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Arrived {
    /// The answers, to be taken over into the assessment that asked. What the profile sets aside there is brought back where
    /// it was answered: whoever asks wants it to count.
    pub sheet: Sheet,
    /// What is taken over: the fields that were asked for.
    pub fields: Vec<FieldIx>,
    /// How many fields have an answer or a comment.
    pub answered: usize,
    /// How many were asked for, were shown to whoever answered, and have neither. Free text is never missing.
    pub open: usize,
    /// How many were answered that nobody asked for: they are not taken over.
    pub unasked: usize,
}

/// Puts an answer beside the assessment that asked. Without `asked`, everything that was answered counts as asked for.
pub fn arrived(
    questionnaire: &Questionnaire,
    mine: &Sheet,
    reply: &Reply,
    asked: Option<&[FieldIx]>,
) -> Arrived {
    let says = |entry: &Entry| entry.answer.is_some() || !entry.note.is_empty();
    let answered = reply.sheet.entries().filter(|(_, entry)| says(entry)).map(|(ix, _)| ix);
    let answered: Vec<FieldIx> = answered.collect();
    let fields = asked.map_or_else(|| answered.clone(), <[FieldIx]>::to_vec);
    let (known, unasked): (Vec<FieldIx>, Vec<FieldIx>) =
        answered.into_iter().partition(|ix| fields.contains(ix));
    let (mut sheet, mut trial) = (reply.sheet.clone(), mine.clone());
    for ix in &known {
        let answer = reply.sheet.answer(*ix).or_else(|| mine.answer(*ix)).cloned();
        trial.set(questionnaire, *ix, answer);
    }
    loop {
        let flow = Flow::new(questionnaire, &trial);
        let aside = known.iter().filter(|ix| matches!(flow.field(**ix), Visibility::Aside(_)));
        let aside: Vec<FieldIx> = aside.copied().collect();
        if aside.is_empty() {
            break;
        }
        for ix in aside {
            trial.set_back(ix, true);
            sheet.set_back(ix, true);
        }
    }
    let open = shown(questionnaire, &reply.sheet, &fields);
    let open = open.iter().filter(|ix| !known.contains(ix));
    let open = open.filter(|ix| questionnaire.field(**ix).is_some_and(|field| !field.is_text()));
    Arrived { sheet, open: open.count(), answered: known.len(), unasked: unasked.len(), fields }
}
