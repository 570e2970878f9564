//! Answer codes: the permanent letters and digits of options, steps, rows and levels.

use serde::{Deserialize, Serialize};
use std::fmt;

/// The permanent code of one option, step, row or level: its place in the alphabet, 0–25.
/// Options, steps and rows are written `A`…`Z`, levels `1`…`9`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
pub struct Code(u8);

impl Code {
    /// The largest number of codes one list may have.
    pub const MAX: u8 = 26;

    /// The code at a place in the alphabet; `None` from [`Code::MAX`] on.
    pub fn new(place: u8) -> Option<Self> {
        (place < Self::MAX).then_some(Self(place))
    }

    /// Reads `A`…`Z`.
    pub fn from_letter(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [letter @ b'A'..=b'Z'] => Some(Self(letter - b'A')),
            _ => None,
        }
    }

    /// Reads `1`…`9`.
    pub fn from_digit(text: &str) -> Option<Self> {
        match text.as_bytes() {
            [digit @ b'1'..=b'9'] => Some(Self(digit - b'1')),
            _ => None,
        }
    }

    /// Place in the alphabet, from 0.
    pub fn place(self) -> u8 {
        self.0
    }

    /// `A`…`Z`.
    pub fn letter(self) -> char {
        char::from(b'A' + self.0)
    }

    /// `1`…`9`. Lists of levels are at most nine long, which the content check enforces.
    pub fn digit(self) -> char {
        char::from(b'1' + self.0)
    }
}

/// A set of [`Code`]s.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub struct Codes(u32);

impl Codes {
    /// The set without a member.
    pub const EMPTY: Self = Self(0);

    /// Whether the set holds the code.
    pub fn contains(self, code: Code) -> bool {
        self.0 & (1 << code.0) != 0
    }

    /// The set with the code in it.
    #[must_use]
    pub fn with(self, code: Code) -> Self {
        Self(self.0 | (1 << code.0))
    }

    /// The set without the code.
    #[must_use]
    pub fn without(self, code: Code) -> Self {
        Self(self.0 & !(1 << code.0))
    }

    /// Whether the set has no member.
    pub fn is_empty(self) -> bool {
        self.0 == 0
    }

    /// How many members the set has.
    pub fn len(self) -> u32 {
        self.0.count_ones()
    }

    /// Whether both sets hold a common code.
    pub fn meets(self, other: Self) -> bool {
        self.0 & other.0 != 0
    }

    /// The members in order.
    pub fn iter(self) -> impl Iterator<Item = Code> {
        (0..Code::MAX).map(Code).filter(move |code| self.contains(*code))
    }
}

impl FromIterator<Code> for Codes {
    fn from_iter<I: IntoIterator<Item = Code>>(codes: I) -> Self {
        codes.into_iter().fold(Self::EMPTY, Self::with)
    }
}

impl fmt::Display for Codes {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.iter().try_for_each(|code| write!(f, "{}", code.letter()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_read_what_they_write() {
        for place in 0..Code::MAX {
            let code = Code::new(place).unwrap();
            assert_eq!(Code::from_letter(&code.letter().to_string()), Some(code));
        }
        for place in 0..9 {
            let code = Code::new(place).unwrap();
            assert_eq!(Code::from_digit(&code.digit().to_string()), Some(code));
        }
        assert_eq!(Code::new(26), None);
        for bad in ["", "a", "AA", "é", "0"] {
            assert_eq!(Code::from_letter(bad), None, "{bad}");
            assert_eq!(Code::from_digit(bad), None, "{bad}");
        }
    }

    #[test]
    fn a_set_holds_what_was_put_in() {
        let [a, c] = ["A", "C"].map(|letter| Code::from_letter(letter).unwrap());
        let set = Codes::EMPTY.with(c).with(a).with(a);
        assert_eq!((set.to_string().as_str(), set.len()), ("AC", 2));
        assert!(set.meets(Codes::EMPTY.with(c)));
        assert!(!set.without(c).meets(Codes::EMPTY.with(c)));
    }
}
