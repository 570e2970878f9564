//! When to remind somebody of saving to a file.

use crate::answers::{Document, Json};

/// A day, in milliseconds.
const DAY: u64 = 86_400_000;
/// So long a reminder waits: after a file was saved, and after "later".
const WEEK: u64 = 7 * DAY;
/// So many answers are worth a first file.
const WORTH: usize = 20;

/// What is remembered about files. Times are milliseconds since 1970, 0 for never.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Saving {
    /// When everything was last saved to a file.
    pub saved: u64,
    /// When somebody last said "later".
    pub later: u64,
}

impl Saving {
    /// Reads the stored form, `{"saved":1795900000000,"later":1795900000000}`. What is not understood is as never.
    pub fn from_json(json: &Json) -> Self {
        let time = |name| match json.get(name) {
            Some(Json::Number(digits)) => digits.parse().unwrap_or(0),
            _ => 0,
        };
        Self { saved: time("saved"), later: time("later") }
    }

    /// The stored form.
    pub fn to_json(self) -> Json {
        let times = [("saved", self.saved), ("later", self.later)].into_iter().filter(|(_, time)| *time > 0);
        Json::Object(times.map(|(name, time)| (name.to_owned(), Json::Number(time.to_string()))).collect())
    }

    /// Whether it is time to remind: a week after the last file if something has changed since, and once there is
    /// something worth it if there never was one; but not within a week after "later".
    ///
    /// `changed` is when the last change was made, and `answers` how many there are.
    pub fn is_due(self, now: u64, changed: u64, answers: usize) -> bool {
        // What claims to be in the future was written by a clock that was wrong: it counts as never.
        let past = |time: u64| if time > now.saturating_add(DAY) { 0 } else { time };
        let (saved, later) = (past(self.saved), past(self.later));
        let waits = |since: u64| since > 0 && now.saturating_sub(since) < WEEK;
        let worth = if saved > 0 { changed > saved } else { answers > WORTH };
        worth && !waits(saved) && !waits(later)
    }
}

/// How many answers a document holds.
pub fn count_answers(document: &Document) -> usize {
    document.sheet.entries().filter(|(_, entry)| entry.answer.is_some()).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOW: u64 = 1_795_900_000_000;

    fn check(saved: u64, later: u64, changed: u64, answers: usize, expected: bool) {
        let ago = |days: u64| if days == 0 { 0 } else { NOW - days * DAY };
        let saving = Saving { saved: ago(saved), later: ago(later) };
        let due = saving.is_due(NOW, ago(changed), answers);
        assert_eq!(
            due, expected,
            "saved {saved}, later {later}, changed {changed} days ago, {answers} answers"
        );
    }

    #[test]
    fn once_there_is_something_worth_it() {
        check(0, 0, 1, 20, false);
        check(0, 0, 1, 21, true);
        check(0, 6, 1, 21, false);
        check(0, 7, 1, 21, true);
    }

    #[test]
    fn a_week_after_the_last_file_if_something_has_changed() {
        check(6, 0, 1, 100, false);
        check(7, 0, 1, 1, true);
        check(7, 0, 8, 100, false);
        check(30, 3, 1, 100, false);
        check(30, 8, 1, 100, true);
    }

    #[test]
    fn a_clock_that_was_wrong_does_no_harm() {
        let saving = Saving { saved: NOW + 400 * DAY, later: NOW + 400 * DAY };
        assert!(saving.is_due(NOW, NOW, 21));
        // A little ahead, as clocks are.
        assert!(!Saving { saved: NOW + 1_000, later: 0 }.is_due(NOW, NOW + 2_000, 21));
    }

    #[test]
    fn it_is_stored_as_json() {
        for saving in [Saving::default(), Saving { saved: 1, later: 0 }, Saving { saved: NOW, later: NOW }] {
            assert_eq!(Saving::from_json(&saving.to_json()), saving);
        }
        assert_eq!(Saving::from_json(&Json::Null), Saving::default());
        let odd = Json::Object(vec![("saved".to_owned(), Json::Text("x".to_owned()))]);
        assert_eq!(Saving::from_json(&odd), Saving::default());
    }
}
