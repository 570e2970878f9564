//! One answer to one field.

use super::Levels;
use crate::model::{Accepts, Code, Codes, Field, Kind};

/// One answer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Answer {
    /// 対象外: does not apply to this shop.
    NotApplicable,
    /// わからない: not known to whoever answered.
    Unknown,
    /// A step or an option.
    One(Code),
    /// The ticked options; never empty.
    Many(Codes),
    /// Level by row; never empty.
    Rows(Levels),
    /// Free text; never empty.
    Text(String),
}

/// How far a field is answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Completeness {
    /// Not at all.
    Empty,
    /// Some rows of a matrix.
    Partial,
    /// Wholly.
    Complete,
}

impl Answer {
    /// Whether the field can hold this answer today.
    pub fn fits(&self, field: &Field) -> bool {
        let within = |codes: Codes, code: &Code| codes.contains(*code);
        match (self, &field.kind) {
            (Self::NotApplicable | Self::Unknown, Kind::Text) => false,
            (Self::NotApplicable | Self::Unknown, _) => true,
            (Self::One(code), Kind::Rating { .. } | Kind::Single { .. }) => within(field.codes(), code),
            (Self::Many(codes), Kind::Multi { none, .. }) => {
                let alone = none.is_none_or(|none| !codes.contains(none) || codes.len() == 1);
                !codes.is_empty() && alone && codes.iter().all(|code| within(field.codes(), &code))
            }
            (Self::Rows(rows), Kind::Matrix { .. }) => {
                let (codes, levels) = (field.codes(), field.levels());
                !rows.is_empty()
                    && rows.iter().all(|(row, level)| within(codes, &row) && within(levels, &level))
            }
            (Self::Text(text), Kind::Text) => !text.is_empty(),
            _ => false,
        }
    }

    /// How far the field is answered by this. A matrix row for "other" may stay empty.
    pub fn completeness(&self, field: &Field) -> Completeness {
        let (Self::Rows(rows), Kind::Matrix { rows: asked, other, .. }) = (self, &field.kind) else {
            return Completeness::Complete;
        };
        let mut needed = asked.iter().filter(|row| Some(row.code) != *other);
        if needed.all(|row| rows.get(row.code).is_some()) {
            Completeness::Complete
        } else {
            Completeness::Partial
        }
    }

    /// The answer in short: letters of options, rows and levels as `A1 B3`; nothing for free text.
    pub fn short(&self) -> String {
        match self {
            Self::NotApplicable => "NA".to_owned(),
            Self::Unknown => "DK".to_owned(),
            Self::One(code) => code.letter().to_string(),
            Self::Many(codes) => codes.to_string(),
            Self::Rows(rows) => {
                let row = |(row, level): (Code, Code)| format!("{}{}", row.letter(), level.digit());
                rows.iter().map(row).collect::<Vec<_>>().join(" ")
            }
            Self::Text(_) => String::new(),
        }
    }

    /// The answer in short, for programs: as [`Answer::short`], but with a space between options, so that D and K ticked
    /// together are not taken for わからない. Nothing for free text.
    pub fn coded(&self) -> String {
        match self {
            Self::Many(codes) => {
                codes.iter().map(|code| code.letter().to_string()).collect::<Vec<_>>().join(" ")
            }
            other => other.short(),
        }
    }

    /// Reads what [`Answer::coded`] wrote; `None` when the field cannot hold it.
    pub fn from_coded(field: &Field, coded: &str) -> Option<Self> {
        let parts = || coded.split(' ');
        let answer = match (&field.kind, coded) {
            (Kind::Text, _) => None,
            (_, "NA") => Some(Self::NotApplicable),
            (_, "DK") => Some(Self::Unknown),
            (Kind::Rating { .. } | Kind::Single { .. }, letter) => Code::from_letter(letter).map(Self::One),
            (Kind::Multi { .. }, _) => {
                parts().map(Code::from_letter).collect::<Option<Codes>>().map(Self::Many)
            }
            (Kind::Matrix { .. }, _) => {
                let row = |row: &str| {
                    let (row, level) = row.split_at_checked(1)?;
                    Code::from_letter(row).zip(Code::from_digit(level))
                };
                parts().map(row).collect::<Option<Levels>>().map(Self::Rows)
            }
        };
        answer.filter(|answer| answer.fits(field))
    }

    /// Whether an option is chosen, or a row has a level.
    pub fn names(&self, code: Code) -> bool {
        match self {
            Self::One(one) => *one == code,
            Self::Many(many) => many.contains(code),
            Self::Rows(rows) => rows.get(code).is_some(),
            Self::NotApplicable | Self::Unknown | Self::Text(_) => false,
        }
    }

    /// Whether a test on this answer holds; `row` narrows a matrix to one row.
    pub fn matches(&self, accepts: Accepts, row: Option<Code>) -> bool {
        accepts.any
            || match self {
                Self::NotApplicable => accepts.na,
                Self::Unknown => accepts.dk,
                Self::One(code) => accepts.codes.contains(*code),
                Self::Many(codes) => accepts.codes.meets(*codes),
                Self::Rows(rows) => rows
                    .iter()
                    .any(|(code, level)| row.is_none_or(|row| row == code) && accepts.codes.contains(level)),
                Self::Text(_) => false,
            }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_answer_in_short() {
        let [a, b, c] = [0, 1, 2].map(|place| Code::new(place).unwrap());
        for (answer, short) in [
            (Answer::NotApplicable, "NA"),
            (Answer::Unknown, "DK"),
            (Answer::One(b), "B"),
            (Answer::Many([c, a].into_iter().collect()), "AC"),
            (Answer::Rows([(a, b), (c, a)].into_iter().collect()), "A2 C1"),
            (Answer::Text("A".to_owned()), ""),
        ] {
            assert_eq!(answer.short(), short);
        }
    }
}
