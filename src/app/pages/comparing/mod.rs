//! Two results side by side: two assessments of this device, or one of them and one that was received.

mod answers;
mod view;

pub(super) use view::{Side, compared};

use super::guide::guide;
use crate::app::browser::address;
use crate::app::session::Session;
use crate::app::ui::{El, el, h1, p, text_of};
use crate::compare::{Pair, Texts};
use crate::route::Route;

/// The page for an assessment and another one of this device.
pub(super) fn compare_page(session: Session, id: &str, other: Option<&str>) -> Vec<El> {
    let words = &session.later_words().compare;
    let mut page = vec![h1(words.title), p(words.choose_text).class("lead")];
    let mine = id.to_owned();
    let go = move |other: String| address::go(&Route::Compare(mine.clone(), Some(other)));
    let Some(choice) = choose(session, "compare-with", words.choose, Some(id), other, go) else {
        page.push(p(words.same_place));
        return page;
    };
    page.push(choice.attr("class", "no-print"));
    let document = |id: &str| session.shelf.with_document(id, Clone::clone);
    let Some((this, that)) = document(id).zip(other.filter(|other| *other != id).and_then(document)) else {
        return page;
    };
    let Some(guide) = guide(session) else { return page };
    // From the one that was begun first to the other, whichever of them is open.
    let (here, there) = if that.created <= this.created { (&that, &this) } else { (&this, &that) };
    let sides = Pair { here, there }.map(|document| Side { name: &document.name, sheet: &document.sheet });
    page.extend(compared(session, guide, sides, Texts::Compared, Some(id)));
    page
}

/// A choice among the assessments of this device, but for one; `None` when there is none to choose.
pub(super) fn choose(
    session: Session,
    input: &str,
    label: &str,
    without: Option<&str>,
    chosen: Option<&str>,
    mut act: impl FnMut(String) + 'static,
) -> Option<El> {
    // What answers somebody else's questions is no assessment.
    let own = |id: &str| session.shelf.with_document(id, |document| !document.is_reply()) == Some(true);
    let ids = session.shelf.ids().into_iter();
    let ids: Vec<String> = ids.filter(|id| Some(id.as_str()) != without && own(id)).collect();
    if ids.is_empty() {
        return None;
    }
    let option = |value: &str, text: &str| {
        let option = el("option").attr("value", value).text(text);
        if chosen.unwrap_or_default() == value { option.attr("selected", "") } else { option }
    };
    let none = option("", session.later_words().compare.none);
    let options = ids.iter().map(|id| {
        let name = session.shelf.with_document(id, |document| document.name.clone()).unwrap_or_default();
        option(id, &name)
    });
    let select = el("select").id(input).child(none).children(options).on("change", move |event| {
        let id = text_of(&event);
        if !id.is_empty() {
            act(id);
        }
    });
    Some(el("div").child(el("label").attr("for", input).text(label)).child(select))
}
