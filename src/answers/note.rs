//! What a shop notes about an advice: who does it, by when, how far it is.

use super::Json;
use super::times::time_of;

/// How far an advice is followed.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Progress {
    /// Not begun.
    #[default]
    Open,
    /// Begun.
    Doing,
    /// Done.
    Done,
    /// Put off, or decided against.
    Skipped,
}

impl Progress {
    /// All, in order.
    pub const ALL: [Self; 4] = [Self::Open, Self::Doing, Self::Done, Self::Skipped];

    /// Its permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Doing => "doing",
            Self::Done => "done",
            Self::Skipped => "skipped",
        }
    }

    /// Reads its permanent name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|progress| progress.name() == name)
    }
}

/// What is noted about an advice.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Note {
    /// Who does it.
    pub owner: String,
    /// By when: `YYYY-MM-DD`, or nothing.
    pub due: String,
    /// How far it is.
    pub progress: Progress,
    /// Anything else.
    pub text: String,
    /// When any of this was last changed: milliseconds since 1970, 0 when that is not known.
    pub at: u64,
    /// Parts that a later version put there: kept as they came.
    pub extra: Vec<(String, Json)>,
}

/// Whether a text is among those joined by slashes, itself perhaps of several. Without a search for a text in a text: the
/// one of the standard library would weigh on the first file of the page.
fn has_part(known: &str, more: &str) -> bool {
    let parts = |text: &str| text.split('/').map(|part| part.trim().to_owned()).collect::<Vec<_>>();
    let more = parts(more);
    parts(known).windows(more.len()).any(|part| part == more)
}

impl Note {
    /// Whether nothing is noted; at most, when that came to be so.
    pub fn is_empty(&self) -> bool {
        self.same(&Self::default())
    }

    /// Whether both say the same, whenever that was.
    pub fn same(&self, other: &Self) -> bool {
        let Self { owner, due, progress, text, at: _, extra } = self;
        *owner == other.owner
            && *due == other.due
            && *progress == other.progress
            && *text == other.text
            && *extra == other.extra
    }

    /// Notes about what is one advice now: every word is kept, the earliest date holds, and where they differ it is under way.
    pub(super) fn together<'a>(notes: impl Iterator<Item = &'a Self>) -> Option<Self> {
        let join = |known: &mut String, more: &str| {
            if !more.is_empty() && !has_part(known, more) {
                let between = if known.is_empty() { "" } else { " / " };
                known.push_str(between);
                known.push_str(more);
            }
        };
        let both = |mut known: Self, more: Self| {
            join(&mut known.owner, &more.owner);
            join(&mut known.text, &more.text);
            if known.due.is_empty() || !more.due.is_empty() && more.due < known.due {
                known.due = more.due;
            }
            if known.progress != more.progress {
                known.progress = Progress::Doing;
            }
            known.at = known.at.max(more.at);
            let later =
                more.extra.into_iter().filter(|(key, _)| !known.extra.iter().any(|(same, _)| same == key));
            known.extra.extend(later.collect::<Vec<_>>());
            known
        };
        notes.filter(|note| !note.is_empty()).cloned().reduce(both)
    }

    pub(super) fn to_json(&self) -> Json {
        let texts = [("owner", &self.owner), ("due", &self.due), ("note", &self.text)];
        let mut parts: Vec<(String, Json)> = (texts.into_iter())
            .filter(|(_, text)| !text.is_empty())
            .map(|(key, text)| (key.to_owned(), Json::from_text(text)))
            .collect();
        if self.progress != Progress::Open {
            parts.push(("state".to_owned(), Json::from_text(self.progress.name())));
        }
        if self.at > 0 {
            parts.push(("at".to_owned(), Json::Number(self.at.to_string())));
        }
        // What was written since goes before what a later version had put there: no key stands twice.
        let later = self.extra.iter().filter(|(key, _)| !parts.iter().any(|(known, _)| known == key));
        let later: Vec<(String, Json)> = later.cloned().collect();
        parts.extend(later);
        Json::Object(parts)
    }

    /// Reads the stored form; what it does not understand it keeps.
    pub(super) fn from_json(json: &Json) -> Option<Self> {
        let Json::Object(parts) = json else { return None };
        let mut note = Self::default();
        for (key, value) in parts {
            match (key.as_str(), value.text()) {
                ("owner", Some(text)) => text.clone_into(&mut note.owner),
                ("due", Some(text)) => text.clone_into(&mut note.due),
                ("note", Some(text)) => text.clone_into(&mut note.text),
                ("state", Some(text)) if Progress::from_name(text).is_some() => {
                    note.progress = Progress::from_name(text).unwrap_or_default();
                }
                ("at", None) if time_of(value).is_some() => note.at = time_of(value).unwrap_or_default(),
                _ => note.extra.push((key.clone(), value.clone())),
            }
        }
        Some(note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn note(owner: &str, due: &str, progress: Progress, text: &str) -> Note {
        let (owner, due, text) = (owner.to_owned(), due.to_owned(), text.to_owned());
        Note { owner, due, progress, text, ..Note::default() }
    }

    #[test]
    fn notes_put_together_lose_no_word() {
        let together = |notes: &[Note]| Note::together(notes.iter());
        assert_eq!(together(&[]), None);
        assert_eq!(together(&[Note::default(), Note { at: 7, ..Note::default() }]), None, "nothing is noted");
        let one = note("佐藤", "2026-12-01", Progress::Done, "電話した");
        assert_eq!(together(std::slice::from_ref(&one)), Some(one.clone()));
        let other = note("鈴木", "2026-11-30", Progress::Open, "見積もり待ち");
        let both = note("佐藤 / 鈴木", "2026-11-30", Progress::Doing, "電話した / 見積もり待ち");
        assert_eq!(together(&[one.clone(), other]), Some(both));
        let same = note("佐藤", "", Progress::Done, "");
        assert_eq!(together(&[one.clone(), same]), Some(one));
    }
}
