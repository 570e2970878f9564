//! Three-valued truth: an answer that is missing decides nothing yet.

/// `None` is "not known yet".
pub type Truth = Option<bool>;

/// Whether all hold. One that does not hold decides, whatever is not known.
pub(crate) fn all(truths: impl Iterator<Item = Truth>) -> Truth {
    let mut so_far = Some(true);
    for truth in truths {
        match truth {
            Some(true) => {}
            Some(false) => return Some(false),
            // Not known, unless a later one is false.
            None => so_far = None,
        }
    }
    so_far
}

/// Whether any holds. One that holds decides, whatever is not known.
pub(crate) fn any(truths: impl Iterator<Item = Truth>) -> Truth {
    all(truths.map(|truth| truth.map(|known| !known))).map(|known| !known)
}
