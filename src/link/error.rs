//! Why a link cannot be opened.

/// Why a link cannot be opened, or not be written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LinkError {
    /// Not a link of ours at all.
    NotALink,
    /// Characters are missing: cut off, as a rule. Links of the first version do not tell; they are [`LinkError::Damaged`].
    CutOff,
    /// Altered or mistyped.
    Damaged,
    /// Written by a newer version of the page.
    Newer,
    /// Of another questionnaire.
    OtherQuestionnaire,
    /// Longer than any link may be: see [`super::LONGEST`].
    TooLong,
}
