//! Why a file cannot be taken in, in words.

use super::incoming::Trouble;
use crate::exchange::Refusal;
use crate::words::RefusalWords;

pub(super) fn trouble_text(words: &RefusalWords, trouble: Trouble) -> String {
    let refusal = match trouble {
        Trouble::Unreadable => return words.unreadable.to_owned(),
        Trouble::Refused(refusal) => refusal,
    };
    let text = match refusal {
        Refusal::Broken(line, column) => return (words.broken)(&line.to_string(), &column.to_string()),
        Refusal::Letters(line) => return (words.letters)(&line.to_string()),
        Refusal::Empty => words.empty,
        Refusal::Foreign => words.foreign,
        Refusal::OtherKind => words.other_kind,
        Refusal::Reference => words.reference,
        Refusal::Newer => words.newer,
        Refusal::OtherQuestionnaire => words.other_questionnaire,
        Refusal::CutOff => words.cut_off,
        Refusal::Damaged => words.damaged,
        Refusal::TooDeep => words.too_deep,
        Refusal::TooLarge => words.too_large,
    };
    text.to_owned()
}
