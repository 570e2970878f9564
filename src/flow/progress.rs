//! How far something is answered.

/// Counts of fields, free text left out because nobody must fill it in.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Progress {
    /// Fields asked now. Follow-ups that wait for an answer are not among them.
    pub asked: u16,
    /// Of these, wholly answered ones; 対象外 and わからない are answers.
    pub answered: u16,
}

impl Progress {
    /// Fields still to answer.
    pub fn open(self) -> u16 {
        self.asked - self.answered
    }

    /// Whether nothing is open.
    pub fn is_complete(self) -> bool {
        self.open() == 0
    }

    /// 0–100, rounded down so that 100 means finished.
    pub fn percent(self) -> u16 {
        if self.asked == 0 {
            100
        } else {
            u16::try_from(u32::from(self.answered) * 100 / u32::from(self.asked)).unwrap_or(100)
        }
    }
}
