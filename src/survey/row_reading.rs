//! Reading rows: whatever they claim besides, only their answers count.

use super::respondent::{Respondent, settled};
use super::row::{ROW, ROW_FORMAT, WRITTEN};
use crate::answers::{Answer, Json, Sheet};
use crate::calendar::Date;
use crate::link::Head;
use crate::model::{FieldIx, Questionnaire};

/// Why a row cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum RowError {
    /// Not a row.
    NotARow,
    /// Written by a newer version.
    Newer,
    /// Of another questionnaire.
    OtherQuestionnaire,
    /// Parts are missing or of the wrong kind.
    Damaged,
}

/// Reads a row; and how many answers in it this version has no place for. All that follows from answers is worked out
/// anew: a row cannot claim what its answers do not bear.
///
/// # Errors
/// [`RowError`] says what is wrong with it.
pub fn read_row(questionnaire: &Questionnaire, row: &Json) -> Result<(Respondent, usize), RowError> {
    if row.get("ec-checkup").and_then(Json::text) != Some(ROW) {
        return Err(RowError::NotARow);
    }
    match row.get("format") {
        Some(Json::Number(digits)) => match digits.parse::<u32>() {
            Err(_) | Ok(0) => return Err(RowError::Damaged),
            Ok(format) if format > ROW_FORMAT => return Err(RowError::Newer),
            Ok(_) => {}
        },
        _ => return Err(RowError::Damaged),
    }
    if row.get("questionnaire").and_then(Json::text) != Some(&questionnaire.id) {
        return Err(RowError::OtherQuestionnaire);
    }
    let number = match row.get("number") {
        Some(Json::Text(digits)) => u32::from_str_radix(digits, 16).map_err(|_| RowError::Damaged)?,
        None | Some(Json::Null) => 0,
        Some(_) => return Err(RowError::Damaged),
    };
    let day = match row.get("date") {
        Some(Json::Text(date)) => Date::parse(date).and_then(Head::day_of).ok_or(RowError::Damaged)?.into(),
        None | Some(Json::Null) => None,
        Some(_) => return Err(RowError::Damaged),
    };
    let synthetic = row.get("synthetic") == Some(&Json::Bool(true));
    let Some(Json::Object(answers)) = row.get("answers") else { return Err(RowError::Damaged) };
    let mut sheet = Sheet::new(questionnaire);
    let mut left_out = 0;
    let mut last = FieldIx(0);
    for (id, short) in answers {
        let short = short.text().ok_or(RowError::Damaged)?;
        // They come in the order of the fields.
        let found = questionnaire.field_named_from(id, last);
        let Some((ix, field)) = found.and_then(|ix| Some((ix, questionnaire.field(ix)?))) else {
            left_out += usize::from(!short.is_empty());
            continue;
        };
        last = ix;
        if short.is_empty() {
            continue;
        }
        let text = (field.is_text() && short == WRITTEN).then(|| Answer::Text(WRITTEN.to_owned()));
        match text.or_else(|| Answer::from_coded(field, short)) {
            Some(answer) => drop(sheet.set(questionnaire, ix, Some(answer))),
            None => left_out += 1,
        }
    }
    if let Some(Json::List(back)) = row.get("back") {
        for id in back.iter().filter_map(Json::text) {
            if let Some(ix) = questionnaire.field_named(id) {
                sheet.set_back(ix, true);
            }
        }
    }
    Ok((Respondent { number, day, synthetic, sheet: settled(sheet) }, left_out))
}
