//! The levels of a matrix, by row.

use crate::model::Code;

/// Which row has which level, in the order of the rows.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Levels(Vec<(Code, Code)>);

impl Levels {
    /// The level of a row.
    pub fn get(&self, row: Code) -> Option<Code> {
        self.iter().find(|(known, _)| *known == row).map(|(_, level)| level)
    }

    /// Gives a row a level.
    pub fn insert(&mut self, row: Code, level: Code) {
        self.remove(row);
        let place = self.iter().take_while(|(known, _)| *known < row).count();
        self.0.insert(place, (row, level));
    }

    /// Takes a row's level away.
    pub fn remove(&mut self, row: Code) {
        self.0.retain(|(known, _)| *known != row);
    }

    /// Rows and their levels.
    pub fn iter(&self) -> impl Iterator<Item = (Code, Code)> {
        self.0.iter().copied()
    }

    /// Whether no row has a level.
    pub fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// How many rows have a level.
    pub fn len(&self) -> usize {
        self.0.len()
    }
}

impl FromIterator<(Code, Code)> for Levels {
    fn from_iter<I: IntoIterator<Item = (Code, Code)>>(rows: I) -> Self {
        let mut levels = Self::default();
        for (row, level) in rows {
            levels.insert(row, level);
        }
        levels
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn rows_are_kept_in_order_with_their_last_level() {
        let [a, b, c] = [0, 1, 2].map(|place| Code::new(place).unwrap());
        let mut levels: Levels = [(c, a), (a, b), (c, c)].into_iter().collect();
        assert_eq!(levels.iter().collect::<Vec<_>>(), [(a, b), (c, c)]);
        levels.remove(a);
        assert_eq!((levels.get(a), levels.get(c), levels.len()), (None, Some(c), 1));
    }
}
