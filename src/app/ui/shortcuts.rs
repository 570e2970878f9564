//! The elements used most.

use super::element::{El, el};
use web_sys::Event;

/// A paragraph.
pub(in crate::app) fn p(text: &str) -> El {
    el("p").text(text)
}

/// A piece of text.
pub(in crate::app) fn span(class: &str, text: &str) -> El {
    el("span").class(class).text(text)
}

/// The heading of a page. It takes the focus after a move within the page.
pub(in crate::app) fn h1(text: &str) -> El {
    el("h1").attr("tabindex", "-1").text(text)
}

/// A heading below it.
pub(in crate::app) fn h2(text: &str) -> El {
    el("h2").text(text)
}

/// A heading below that.
pub(in crate::app) fn h3(text: &str) -> El {
    el("h3").text(text)
}

/// A link.
pub(in crate::app) fn link(class: &str, href: &str, text: &str) -> El {
    el("a").class(class).attr("href", href).text(text)
}

/// A button that acts.
pub(in crate::app) fn button(class: &str, text: &str, act: impl FnMut(Event) + 'static) -> El {
    el("button").attr("type", "button").class(class).text(text).on("click", act)
}

/// A button that sends its form.
pub(in crate::app) fn submit(class: &str, text: &str) -> El {
    el("button").attr("type", "submit").class(class).text(text)
}

/// Something folded away.
pub(in crate::app) fn details(class: &str, summary: &str) -> El {
    el("details").class(class).child(el("summary").text(summary))
}

/// A list, `ul` or `ol`, with an item for each.
pub(in crate::app) fn items(tag: &str, class: &str, list: impl IntoIterator<Item = El>) -> El {
    list.into_iter().fold(el(tag).class(class), |list, item| list.child(el("li").child(item)))
}

/// A plain list of texts.
pub(in crate::app) fn texts<'a>(list: impl IntoIterator<Item = &'a str>) -> El {
    list.into_iter().fold(el("ul"), |list, text| list.child(el("li").text(text)))
}
