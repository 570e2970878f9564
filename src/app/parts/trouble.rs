//! What is wrong, in words and in the form GOV.UK found to work: a summary that takes the focus, with links to the places.

use crate::app::browser::dom;
use crate::app::session::Session;
use crate::app::ui::{El, el, h2, items, link};
use crate::link::LinkError;
use crate::words::ReceiveWords;

pub(in crate::app) fn bad_link(words: &ReceiveWords, error: LinkError) -> &'static str {
    match error {
        LinkError::CutOff => words.cut_off,
        LinkError::Damaged => words.damaged,
        LinkError::Newer => words.newer,
        LinkError::NotALink => words.not_a_link,
        LinkError::OtherQuestionnaire => words.other_questionnaire,
        LinkError::TooLong => words.too_long,
    }
}

/// A list of what is wrong; each text leads to the element with the id beside it.
pub(in crate::app) fn error_summary(
    session: Session,
    troubles: impl IntoIterator<Item = (String, String)>,
) -> El {
    let links = troubles.into_iter().map(|(id, text)| {
        link("", &format!("#{id}"), &text).on("click", move |event| {
            // The address belongs to the router. The heading of the place should be seen before the focus is there.
            event.prevent_default();
            dom::reveal(&id);
            dom::focus_id(&id);
        })
    });
    el("div")
        .class("error-summary")
        .attr("role", "alert")
        .attr("tabindex", "-1")
        .attr("aria-labelledby", "error-title")
        .child(h2(session.words().page.error_summary).id("error-title"))
        .child(items("ul", "", links))
}
