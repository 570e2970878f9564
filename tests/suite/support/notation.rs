//! Answers in short, for tests: `B`, several options `ACE`, rows with levels `A1B3` (`*2`: every row), `NA`, `DK`, or a text.

use ec_checkup::answers::{Answer, Levels};
use ec_checkup::model::{Code, Codes, Field, Kind, Offer};

/// Reads an answer to a field; `None` when the field cannot hold or does not offer it.
pub(crate) fn read(field: &Field, short: &str) -> Option<Answer> {
    let answer = match (&field.kind, short) {
        (Kind::Text, text) => Answer::Text(text.to_owned()),
        (_, "NA") => Answer::NotApplicable,
        (_, "DK") => Answer::Unknown,
        (Kind::Rating { .. } | Kind::Single { .. }, code) => Answer::One(Code::from_letter(code)?),
        (Kind::Multi { .. }, codes) => Answer::Many(
            codes
                .split("")
                .filter(|code| !code.is_empty())
                .map(Code::from_letter)
                .collect::<Option<Codes>>()?,
        ),
        (Kind::Matrix { .. }, rows) => Answer::Rows(read_rows(field, rows)?),
    };
    let offered = match answer {
        Answer::NotApplicable => field.na != Offer::No,
        Answer::Unknown => field.dk != Offer::No,
        _ => true,
    };
    (offered && answer.fits(field)).then_some(answer)
}

fn read_rows(field: &Field, rows: &str) -> Option<Levels> {
    if let Some(level) = rows.strip_prefix('*') {
        let level = Code::from_digit(level)?;
        return Some(field.codes().iter().map(|row| (row, level)).collect());
    }
    let pairs = rows.as_bytes().chunks(2).map(|pair| std::str::from_utf8(pair).ok()?.split_at_checked(1));
    pairs
        .map(|pair| pair.and_then(|(row, level)| Some((Code::from_letter(row)?, Code::from_digit(level)?))))
        .collect()
}

/// Writes an answer the way [`read`] reads it.
pub(crate) fn write(answer: &Answer) -> String {
    match answer {
        Answer::NotApplicable => "NA".to_owned(),
        Answer::Unknown => "DK".to_owned(),
        Answer::One(code) => code.letter().to_string(),
        Answer::Many(codes) => codes.to_string(),
        Answer::Rows(rows) => rows.iter().flat_map(|(row, level)| [row.letter(), level.digit()]).collect(),
        Answer::Text(text) => text.clone(),
    }
}
