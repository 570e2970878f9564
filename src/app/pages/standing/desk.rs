//! The files by which shops are compared: the shop's own, and the one that came with the page. Lives as long as the page is
//! open; the own one is stored.

use crate::app::browser::files;
use crate::app::browser::storage::{self, StorageError};
use crate::app::browser::upload::Refused;
use crate::app::reactive::run;
use crate::app::session::Session;
use crate::app::state::State;
use crate::survey::{Reference, ReferenceError};
use std::cell::OnceCell;

/// The name of the file in the page.
const HOSTED: &str = "reference";

/// What the shop has loaded.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Own {
    /// Nothing.
    Nothing,
    /// This; perhaps it could not be kept.
    Here(Reference, Option<StorageError>),
    /// What is stored cannot be read any more. It stays until it is removed or replaced.
    Unreadable(ReferenceError),
}

/// What came with the page.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) enum Hosted {
    /// Nothing, or it is not here yet.
    Nothing,
    /// It is there, and could not be fetched or read.
    Failed,
    /// This.
    Here(Reference),
}

/// What has just happened.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum News {
    Nothing,
    Loaded,
    Removed,
    /// The file is not one that can be used.
    Wrong(ReferenceError),
    /// The file was not even read.
    Refused(Refused),
}

#[derive(Clone, Copy)]
pub(super) struct Desk {
    pub(super) own: State<Own>,
    pub(super) hosted: State<Hosted>,
    pub(super) news: State<News>,
}

thread_local! {
    static DESK: OnceCell<Desk> = const { OnceCell::new() };
}

/// The desk, with what is stored on it.
pub(super) fn desk(session: Session) -> Desk {
    let new = || Desk {
        own: State::new(stored(session)),
        hosted: State::new(Hosted::Nothing),
        news: State::new(News::Nothing),
    };
    DESK.with(|desk| *desk.get_or_init(new))
}

fn stored(session: Session) -> Own {
    let Some(text) = storage::reference() else { return Own::Nothing };
    match Reference::read(session.questionnaire, &text) {
        Ok(reference) => Own::Here(reference, None),
        Err(error) => Own::Unreadable(error),
    }
}

/// Looks once more at what is stored: it was erased, or put back.
pub(in crate::app::pages) fn reread(session: Session) {
    desk(session).own.set(stored(session));
}

/// Fetches the file that belongs to the page, if one does.
pub(in crate::app::pages) fn begin(session: Session) {
    if !files::has_file(HOSTED) {
        return;
    }
    let desk = desk(session);
    run(async move {
        let bytes = files::read(HOSTED).await.ok();
        let read = |text: String| Reference::read(session.questionnaire, &text).ok();
        let reference = bytes.and_then(|bytes| String::from_utf8(bytes).ok()).and_then(read);
        desk.hosted.set(reference.map_or(Hosted::Failed, Hosted::Here));
    });
}

impl Desk {
    /// Takes in what somebody chose. Only a file that can be used takes the place of the one before.
    pub(super) fn take(self, session: Session, text: Result<String, Refused>) {
        let text = match text {
            Ok(text) => text,
            Err(refused) => return self.news.set(News::Refused(refused)),
        };
        match Reference::read(session.questionnaire, &text) {
            Ok(reference) => {
                let unsaved = storage::set_reference(Some(&text)).err();
                self.news.set(News::Loaded);
                self.own.set(Own::Here(reference, unsaved));
            }
            Err(error) => self.news.set(News::Wrong(error)),
        }
    }

    /// Takes the own file away.
    pub(super) fn remove(self) {
        // Taking away fails only where nothing can be stored: then nothing is.
        let _ = storage::set_reference(None);
        self.news.set(News::Removed);
        self.own.set(Own::Nothing);
    }

    /// Looks at the file that counts, and whether it is the shop's own; runs again when that changes.
    pub(super) fn with_reference<T>(self, look: impl FnOnce(Option<(&Reference, bool)>) -> T) -> Option<T> {
        self.hosted.track();
        self.own
            .with(|own| match own {
                Own::Here(reference, _) => Some(look(Some((reference, true)))),
                Own::Nothing | Own::Unreadable(_) => self.hosted.peek(|hosted| match hosted {
                    Hosted::Here(reference) => look(Some((reference, false))),
                    Hosted::Nothing | Hosted::Failed => look(None),
                }),
            })
            .flatten()
    }
}
