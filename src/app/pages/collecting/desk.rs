//! What has been collected, and what follows from it; lives as long as the page is open, and is stored.

use crate::app::browser::storage::{self, StorageError};
use crate::app::session::Session;
use crate::app::state::State;
use crate::survey::{Collection, Offered, Report, Useless};
use std::cell::OnceCell;

/// Long work that is going on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Work {
    /// None.
    Nothing,
    /// So much of so much is done.
    Going { done: usize, all: usize },
    /// Somebody has said that it should stop.
    Stopping,
}

/// What the collected sheets say.
pub(in crate::app::pages) struct Counted {
    /// What may be told of them.
    pub(in crate::app::pages) report: Report,
}

/// A link under a passphrase that nobody has said yet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Locked {
    pub(super) source: String,
    pub(super) line: usize,
    pub(super) link: String,
}

/// Where something could not be read.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Failure {
    /// The file; "" for what was pasted.
    pub(super) source: String,
    /// From 1; 0 for the whole.
    pub(super) line: usize,
    /// In the language of that moment.
    pub(super) why: &'static str,
    /// How it begins.
    pub(super) text: String,
}

/// What came of the last time something was brought here.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Outcome {
    pub(super) new: usize,
    pub(super) newer: usize,
    pub(super) known: usize,
    /// It was stopped before the end.
    pub(super) stopped: bool,
    pub(super) failures: Vec<Failure>,
}

#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) collection: State<Collection>,
    pub(super) locked: State<Vec<Locked>>,
    pub(super) work: State<Work>,
    pub(super) outcome: State<Option<Outcome>>,
    pub(super) counted: State<Option<Counted>>,
    /// Whether somebody waits for the counts while other work is going on.
    pub(super) wanted: State<bool>,
    /// What was taken away last.
    pub(super) before: State<Option<Collection>>,
    /// Why it is in memory only.
    pub(super) unsaved: State<Option<StorageError>>,
}

thread_local! {
    static DESK: OnceCell<Desk> = const { OnceCell::new() };
}

/// The desk, with what is stored on it.
pub(super) fn desk(session: Session) -> Desk {
    DESK.with(|desk| *desk.get_or_init(|| new_desk(session)))
}

/// What is stored: the collection, and what waits for its passphrase.
fn stored(session: Session) -> (Collection, Vec<Locked>) {
    let mut collection = Collection::default();
    let mut locked = Vec::new();
    for (line, link) in (1..).zip(storage::collection().lines()) {
        if collection.offer(session.questionnaire, link) == Err(Useless::Sealed) {
            locked.push(Locked { source: String::new(), line, link: link.to_owned() });
        }
    }
    (collection, locked)
}

fn new_desk(session: Session) -> Desk {
    let (collection, locked) = stored(session);
    Desk {
        collection: State::new(collection),
        locked: State::new(locked),
        work: State::new(Work::Nothing),
        outcome: State::new(None),
        counted: State::new(None),
        wanted: State::new(false),
        before: State::new(None),
        unsaved: State::new(None),
    }
}

/// Looks once more at what is stored: it was erased, or put back.
pub(in crate::app::pages) fn reread(session: Session) {
    let desk = desk(session);
    let (collection, locked) = stored(session);
    desk.counted.set(None);
    desk.outcome.set(None);
    desk.before.set(None);
    desk.unsaved.set(None);
    desk.locked.set(locked);
    desk.collection.set(collection);
}

impl Desk {
    /// Stores all of it; says so where that is not possible.
    pub(super) fn store(self) {
        let mut text = self.collection.peek(Collection::write).unwrap_or_default();
        self.locked.peek(|locked| {
            for Locked { link, .. } in locked {
                text.push('\n');
                text.push_str(link);
            }
        });
        self.unsaved.set(storage::set_collection(text.trim()).err());
    }

    /// Offers a link, and notes what became of it.
    pub(super) fn offer(self, session: Session, link: &str, outcome: &mut Outcome) -> Result<(), Useless> {
        let mut offered = Err(Useless::NoAnswers);
        self.collection.change_quietly(|collection| {
            offered = collection.offer(session.questionnaire, link);
        });
        match offered? {
            Offered::New => outcome.new += 1,
            Offered::Newer => outcome.newer += 1,
            Offered::Known => outcome.known += 1,
        }
        Ok(())
    }

    /// Whether something is going on.
    pub(super) fn is_busy(self) -> bool {
        self.work.with(|work| *work != Work::Nothing) == Some(true)
    }

    /// Whether long work may go on.
    pub(super) fn goes_on(self, done: usize, all: usize) -> bool {
        if self.work.peek(|work| *work == Work::Stopping) == Some(true) {
            return false;
        }
        self.work.set(Work::Going { done, all });
        true
    }
}
