//! The guide, and what the parts of a result look at.

use crate::advise::Judgement;
use crate::answers::Sheet;
use crate::app::session::Session;
use crate::content::decode_guide;
use crate::flow::Flow;
use crate::model::Guide;
use crate::score::Report;
use std::cell::Cell;

thread_local! {
    static GUIDE: Cell<Option<&'static Guide>> = const { Cell::new(None) };
}

/// The guide; `None` while it has not arrived. Whoever asks is told when it has.
pub(super) fn guide(session: Session) -> Option<&'static Guide> {
    GUIDE.with(|known| {
        if known.get().is_none() {
            // Its checksum was right, so it is what the build wrote. One for as long as the page is open.
            let guide = session.guide().and_then(|bytes| decode_guide(bytes).ok());
            known.set(guide.map(|guide| &*Box::leak(Box::new(guide))));
        }
        known.get()
    })
}

/// An assessment, or a received one, as it is now.
#[derive(Clone, Copy)]
pub(super) struct Now<'a> {
    pub(super) session: Session,
    pub(super) guide: &'static Guide,
    pub(super) sheet: &'a Sheet,
    pub(super) flow: &'a Flow,
    pub(super) judgement: &'a Judgement,
    pub(super) report: &'a Report,
    /// The assessment; a received one has none, and nothing in it can be followed or changed.
    pub(super) id: Option<&'a str>,
}
