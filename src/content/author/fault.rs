//! Faults in content, collected so that an author sees all of them at once.

use std::fmt;

/// One fault.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Fault {
    /// The file, as in the folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong and what would be right.
    pub reason: String,
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}: {}", self.file, self.line, self.reason)
    }
}

/// All faults found so far.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Faults {
    list: Vec<Fault>,
}

/// Where something stands: file and line.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct At {
    /// The file, as in the folder.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
}

impl Faults {
    /// Notes a fault. What stands nowhere is missing, which whoever looked for it has told already.
    pub fn add(&mut self, at: &At, reason: impl Into<String>) {
        if at.file.is_empty() {
            return;
        }
        self.list.push(Fault { file: at.file.clone(), line: at.line, reason: reason.into() });
    }

    /// Notes the faults found elsewhere.
    pub fn extend(&mut self, other: Self) {
        self.list.extend(other.list);
    }

    /// The value, if there is no fault.
    ///
    /// # Errors
    /// The faults, ordered by file and line.
    pub fn into_result<T>(mut self, value: T) -> Result<T, Self> {
        if self.list.is_empty() {
            return Ok(value);
        }
        self.list.sort();
        self.list.dedup();
        Err(self)
    }

    /// The faults.
    pub fn iter(&self) -> impl Iterator<Item = &Fault> {
        self.list.iter()
    }
}

impl fmt::Display for Faults {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.list.iter().try_for_each(|fault| writeln!(f, "{fault}"))?;
        write!(f, "{} fault(s)", self.list.len())
    }
}

impl std::error::Error for Faults {}
