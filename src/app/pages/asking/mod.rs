//! Asking somebody else: what has been asked, taking in what came back, and a new request.

mod form;
mod requests;
mod take;
mod what;

use crate::app::reactive::RwSignal;
use crate::app::session::Session;
use crate::app::ui::{El, h1, p};

/// What the parts of the page share.
#[derive(Clone, Copy)]
struct Asking {
    session: Session,
    /// The request whose link is shown.
    shown: RwSignal<Option<u32>>,
}

/// The page of an assessment. `part` is what is chosen already: a chapter by its name, or `rule-N`.
pub(super) fn ask_page(session: Session, id: &str, part: Option<&str>) -> Vec<El> {
    let words = &session.later_words().ask;
    let asking = Asking { session, shown: RwSignal::new(None) };
    vec![
        h1(words.title),
        p(words.lead).class("lead"),
        requests::requests(asking, id),
        form::form(asking, id, part),
    ]
}

fn counted(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
