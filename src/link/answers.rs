//! The answers of a sheet, slot by slot, through models that learn as they go.
//!
//! Nothing here knows conditions or texts. The frozen hint of a slot says when an answer is likely to be there; a wrong
//! guess costs a few bits, never an answer. Frozen: `docs/link-format.md` defines every number below.

use super::adaptive::Adaptive;
use super::coder::{Checked, Coder};
use super::range_coder::Encoder;
use crate::answers::{Answer, Levels};
use crate::model::{Code, Codes, Hint, Shape, SlotEntry, SlotTable};

/// What is known before and learned while a sheet is packed or unpacked.
struct Models {
    /// Whether there is an answer; by what the hint says and whether the last slot with the same hint was answered.
    present: [[Adaptive<2>; 2]; 2],
    last: [usize; 2],
    /// An ordinary answer, 対象外, or わからない.
    special: Adaptive<3>,
    /// Steps of four-step ratings; other alphabets are too rare to learn anything.
    step: Adaptive<4>,
    /// Whether the option that excludes the others is ticked.
    none: Adaptive<2>,
    /// Whether an option is ticked.
    ticked: Adaptive<2>,
    /// Whether a row has a level: any row but the last, and the last, which often is the row for "other".
    row: [Adaptive<2>; 2],
}

impl Models {
    fn new() -> Self {
        let likely = || Adaptive::new([1, 8], 2);
        let unlikely = || Adaptive::new([8, 1], 2);
        Self {
            present: [[unlikely(), unlikely()], [unlikely(), likely()]],
            last: [0, 1],
            special: Adaptive::new([32, 1, 1], 3),
            step: Adaptive::new([3, 3, 3, 3], 1),
            none: Adaptive::new([12, 2], 1),
            ticked: Adaptive::new([4, 4], 1),
            row: [Adaptive::new([1, 32], 2), Adaptive::new([2, 2], 1)],
        }
    }
}

/// The answers, slot by slot: those known are packed, or others unpacked.
pub(super) fn walk(
    coder: &mut impl Coder,
    table: &SlotTable,
    revision: u8,
    known: &[Option<&Answer>],
) -> Vec<Option<Answer>> {
    let mut models = Models::new();
    let mut walked: Vec<Option<Answer>> = Vec::new();
    for entry in table.at(revision) {
        let answer = known.get(usize::from(entry.slot)).copied().flatten();
        let answer = answer.filter(|answer| fits(answer, entry.shape));
        walked.push(models.walk(coder, entry, answer, &walked));
    }
    walked
}

pub(super) fn encode(table: &SlotTable, revision: u8, answers: &[Option<&Answer>]) -> Vec<u8> {
    let mut encoder = Encoder::new();
    walk(&mut encoder, table, revision, answers);
    encoder.finish()
}

/// `None` when the bytes are not exactly what the encoder writes for some sheet.
pub(super) fn decode(table: &SlotTable, revision: u8, bytes: &[u8]) -> Option<Vec<Option<Answer>>> {
    let mut coder = Checked::new(bytes);
    let walked = walk(&mut coder, table, revision, &[]);
    coder.whole().then_some(walked)
}

impl Models {
    fn walk(
        &mut self,
        coder: &mut impl Coder,
        entry: &SlotEntry,
        answer: Option<&Answer>,
        earlier: &[Option<Answer>],
    ) -> Option<Answer> {
        let expected = usize::from(entry.hint.is_none_or(|hint| expects(hint, earlier)));
        let last = self.last.get(expected).copied().unwrap_or(0);
        let model = self.present.get_mut(expected)?.get_mut(last)?;
        let present = coder.adaptive(model, usize::from(answer.is_some()));
        if let Some(last) = self.last.get_mut(expected) {
            *last = present;
        }
        if present == 0 {
            return None;
        }
        let special = match answer {
            Some(Answer::NotApplicable) => 1,
            Some(Answer::Unknown) => 2,
            _ => 0,
        };
        match coder.adaptive(&mut self.special, special) {
            1 => Some(Answer::NotApplicable),
            2 => Some(Answer::Unknown),
            _ => self.ordinary(coder, entry.shape, answer),
        }
    }

    fn ordinary(&mut self, coder: &mut impl Coder, shape: Shape, answer: Option<&Answer>) -> Option<Answer> {
        let place = match answer {
            Some(Answer::One(code)) => code.place(),
            _ => 0,
        };
        match shape {
            Shape::Rating(4) => {
                let place = coder.adaptive(&mut self.step, usize::from(place));
                Code::new(u8::try_from(place).ok()?).map(Answer::One)
            }
            Shape::Rating(size) | Shape::Single(size) => one_of(coder, size, place).map(Answer::One),
            Shape::Multi(size, none) => {
                let known = if let Some(Answer::Many(codes)) = answer { *codes } else { Codes::EMPTY };
                if let Some(none) = none
                    && coder.adaptive(&mut self.none, usize::from(known.contains(none))) == 1
                {
                    return Some(Answer::Many(Codes::EMPTY.with(none)));
                }
                let mut ticked = Codes::EMPTY;
                let mut left = (0..size).filter_map(Code::new).filter(|code| Some(*code) != none).peekable();
                while let Some(code) = left.next() {
                    // Nothing ticked so far: the last one must be, or there would be no answer.
                    let forced = left.peek().is_none() && ticked.is_empty();
                    if forced || coder.adaptive(&mut self.ticked, usize::from(known.contains(code))) == 1 {
                        ticked = ticked.with(code);
                    }
                }
                Some(Answer::Many(ticked))
            }
            Shape::Matrix(size, levels) => {
                let known = if let Some(Answer::Rows(rows)) = answer { Some(rows) } else { None };
                let mut rows = Levels::default();
                for row in (0..size).filter_map(Code::new) {
                    let level = known.and_then(|rows| rows.get(row));
                    let last = row.place() + 1 == size;
                    let model = self.row.get_mut(usize::from(last))?;
                    if last && rows.is_empty() || coder.adaptive(model, usize::from(level.is_some())) == 1 {
                        rows.insert(row, one_of(coder, levels, level.map_or(0, Code::place))?);
                    }
                }
                Some(Answer::Rows(rows))
            }
        }
    }
}

/// One of several codes, all equally likely.
fn one_of(coder: &mut impl Coder, size: u8, place: u8) -> Option<Code> {
    Code::new(u8::try_from(coder.uniform(u32::from(size), u32::from(place))).ok()?)
}

fn expects(hint: Hint, earlier: &[Option<Answer>]) -> bool {
    let Some(answer) = earlier.get(usize::from(hint.slot)).and_then(Option::as_ref) else { return false };
    let found = match answer {
        Answer::One(code) => hint.codes.contains(*code),
        Answer::Many(codes) => hint.codes.meets(*codes),
        Answer::Rows(rows) => rows.iter().any(|(_, level)| hint.codes.contains(level)),
        Answer::NotApplicable | Answer::Unknown | Answer::Text(_) => false,
    };
    found != hint.inverted
}

/// Whether a slot of this shape can hold the answer.
pub(super) fn fits(answer: &Answer, shape: Shape) -> bool {
    let below = |code: Code, size: u8| code.place() < size;
    match (answer, shape) {
        (Answer::NotApplicable | Answer::Unknown, _) => true,
        (Answer::One(code), Shape::Rating(size) | Shape::Single(size)) => below(*code, size),
        (Answer::Many(codes), Shape::Multi(size, none)) => {
            let alone = none.is_none_or(|none| !codes.contains(none) || codes.len() == 1);
            !codes.is_empty() && alone && codes.iter().all(|code| below(code, size))
        }
        (Answer::Rows(rows), Shape::Matrix(size, levels)) => {
            !rows.is_empty() && rows.iter().all(|(row, level)| below(row, size) && below(level, levels))
        }
        _ => false,
    }
}
