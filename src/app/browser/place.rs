//! Where the reader is on a page: focus, what is unfolded, how far down. Kept while a page is built again.

use super::dom::{after_drawing, document, focus_id, focus_now, window};
use wasm_bindgen::JsCast;
use web_sys::{Element, NodeList};

fn unfolded() -> Option<NodeList> {
    document()?.query_selector_all("#main details").ok()
}

fn elements(list: &NodeList) -> impl Iterator<Item = Element> + '_ {
    (0..list.length()).filter_map(|nth| list.get(nth)?.dyn_into().ok())
}

/// Notes the place now and takes it up again once the page has been built.
pub(in crate::app) fn keep() {
    let Some(window) = window() else { return };
    let top = window.scroll_y().unwrap_or(0.0);
    let focus = document().and_then(|document| document.active_element());
    let (focus, on_heading) = focus.map(|it| (it.id(), it.tag_name() == "H1")).unwrap_or_default();
    let open: Vec<bool> = unfolded()
        .map_or(Vec::new(), |list| elements(&list).map(|details| details.has_attribute("open")).collect());
    after_drawing(move || {
        if let Some(list) = unfolded() {
            for (details, open) in elements(&list).zip(open) {
                if open {
                    // Fails for impossible names only.
                    let _ = details.set_attribute("open", "");
                }
            }
        }
        if !focus.is_empty() {
            focus_id(&focus);
        } else if on_heading {
            focus_now("h1");
        }
        window.scroll_to_with_x_and_y(0.0, top);
    });
}
