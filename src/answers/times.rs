//! When what was changed. Answers know their own times, so that the work of two tabs, or of two people, can be put together.

use super::{Document, Json, Note, Sheet};
use crate::model::{FieldIx, Questionnaire};

/// The last millisecond of the year 9999: what claims to be later is no time.
pub const LATEST: u64 = 253_402_300_799_999;

/// A time as it is stored.
pub(super) fn time_of(json: &Json) -> Option<u64> {
    match json {
        Json::Number(digits) => digits.parse().ok().filter(|time| (1..=LATEST).contains(time)),
        _ => None,
    }
}

/// Takes the times of a stored document into its sheet; gives what is not understood.
pub(super) fn read(times: Option<&Json>, questionnaire: &Questionnaire, sheet: &mut Sheet) -> Option<Json> {
    let Json::Object(times) = times? else { return times.cloned() };
    let mut strays = Vec::new();
    let mut last = FieldIx(0);
    for (id, value) in times {
        let field = questionnaire.field_named_from(id, last);
        last = field.unwrap_or(last);
        match field.zip(time_of(value)).and_then(|(ix, time)| Some((sheet.entry_mut(ix)?, time))) {
            Some((entry, time)) => entry.at = time,
            None => strays.push((id.clone(), value.clone())),
        }
    }
    (!strays.is_empty()).then_some(Json::Object(strays))
}

impl Document {
    /// Notes when that was changed which is not as it was before. A clock that went backwards does no harm: what was
    /// changed is always later than what was there.
    ///
    /// `now` is the time as ISO 8601 in UTC, `millis` the same in milliseconds since 1970.
    pub fn stamp(&mut self, before: &Self, now: &str, millis: u64) {
        let after = |earlier: u64| millis.max(earlier.saturating_add(1)).min(LATEST);
        for (entry, (_, earlier)) in self.sheet.entries_mut().zip(before.sheet.entries()) {
            if !entry.same(earlier) {
                entry.at = after(earlier.at);
            }
        }
        for (id, note) in &mut self.plan {
            let earlier = before.note(id);
            if earlier.is_none_or(|earlier| !note.same(earlier)) {
                note.at = after(earlier.map_or(0, |earlier| earlier.at));
            }
        }
        for (id, earlier) in &before.plan {
            if self.note(id).is_none() {
                self.plan.push((id.clone(), Note { at: after(earlier.at), ..Note::default() }));
            }
        }
        if self.name != before.name {
            self.named = after(before.named);
        }
        if *self.changed < *now {
            now.clone_into(&mut self.changed);
        }
    }
}
