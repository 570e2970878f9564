//! What is shown of the report. Kept while the language changes, and as far as possible from pack to pack.

use crate::app::pages::packs::has_result;
use crate::app::session::Session;
use crate::app::state::State;
use crate::model::{ChapterIx, PackIx};
use std::cell::OnceCell;

/// Which part of a pack.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(super) enum Part {
    /// Levels, points, dangers, the shops' own view.
    #[default]
    Overview,
    /// The questions of a chapter.
    Chapter(ChapterIx),
    /// Those of all chapters.
    All,
}

/// What somebody has chosen.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Shown {
    pack: Option<PackIx>,
    pub(super) part: Part,
    /// What is looked for.
    pub(super) search: String,
    /// Names of groups that are left out.
    pub(super) without: Vec<String>,
}

thread_local! {
    static SHOWN: OnceCell<State<Shown>> = const { OnceCell::new() };
}

/// What is shown of a pack.
pub(super) fn shown(session: Session, pack: PackIx) -> State<Shown> {
    let state = SHOWN.with(|shown| *shown.get_or_init(|| State::new(Shown::default())));
    state.change_quietly(|shown| {
        if shown.pack != Some(pack) {
            // A pack without points has nothing to sum up.
            let first = session.questionnaire.chapters_of(pack).next().filter(|_| !has_result(pack));
            shown.part = first.map_or(Part::Overview, |(ix, _)| Part::Chapter(ix));
            shown.search = String::new();
            shown.pack = Some(pack);
        }
    });
    state
}
