//! What the page about data has to remember while one is elsewhere: what a file holds, and the way back.

use super::incoming::Shown;
use super::undo::Undo;
use crate::app::browser::{json, storage};
use crate::app::state::State;
use crate::exchange::Saving;
use std::cell::OnceCell;

/// How far a file has got.
pub(super) enum Stage {
    /// There is none.
    Nothing,
    /// It is being read.
    Reading,
    /// This is in it; nothing has happened yet.
    Shown(Box<Shown>),
}

/// All of it; lives as long as the page is open.
#[derive(Clone, Copy)]
struct Desk {
    stage: State<Stage>,
    undos: State<Vec<Undo>>,
    saving: State<Saving>,
}

thread_local! {
    static DESK: OnceCell<Desk> = const { OnceCell::new() };
}

fn desk() -> Desk {
    let new = || Desk {
        stage: State::new(Stage::Nothing),
        undos: State::new(Vec::new()),
        saving: State::new(stored_saving()),
    };
    DESK.with(|desk| *desk.get_or_init(new))
}

/// How far a file has got.
pub(super) fn stage() -> State<Stage> {
    desk().stage
}

/// The ways back, from what was done last to what was done first.
pub(super) fn undos() -> State<Vec<Undo>> {
    desk().undos
}

/// When everything was last saved to a file.
pub(super) fn saving() -> State<Saving> {
    desk().saving
}

/// Remembers when something was saved, or put off.
pub(super) fn remember_saving(change: impl FnOnce(&mut Saving)) {
    let mut saving = stored_saving();
    change(&mut saving);
    storage::set_saving(&saving.to_json().write());
    desk().saving.set(saving);
}

/// Looks once more at what is stored: it was erased, or put back.
pub(super) fn reread_saving() {
    desk().saving.set(stored_saving());
}

fn stored_saving() -> Saving {
    storage::saving()
        .and_then(|text| json::parse(&text))
        .map(|json| Saving::from_json(&json))
        .unwrap_or_default()
}
