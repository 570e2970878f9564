//! What Leptos does not do: focus, title, language of the document.

use crate::model::Lang;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{
    Document, Element, Event, HtmlElement, ScrollBehavior, ScrollIntoViewOptions, ScrollLogicalPosition,
    Window,
};

pub(super) fn window() -> Option<Window> {
    web_sys::window()
}

pub(in crate::app) fn document() -> Option<Document> {
    window()?.document()
}

/// Does something once the page has been drawn.
pub(super) fn after_drawing(act: impl FnOnce() + 'static) {
    if let Some(window) = window() {
        let act: JsValue = Closure::once_into_js(act);
        // Fails for what is not a function only.
        let _ = window.request_animation_frame(act.unchecked_ref());
    }
}

/// Moves the focus to the first element that matches, once the page has been drawn.
pub(in crate::app) fn focus(selector: &'static str) {
    after_drawing(move || focus_now(selector));
}

/// Moves the focus to the first element that matches.
pub(in crate::app) fn focus_now(selector: &str) {
    let element = document().and_then(|document| document.query_selector(selector).ok().flatten());
    focus_element(element);
}

/// Moves the focus to the element with an id.
pub(in crate::app) fn focus_id(id: &str) {
    focus_element(document().and_then(|document| document.get_element_by_id(id)));
}

fn focus_element(element: Option<Element>) {
    if let Some(element) = element.and_then(|element| element.dyn_into::<HtmlElement>().ok()) {
        // Fails only for elements that are gone.
        let _ = element.focus();
    }
}

/// Moves the focus to the element with an id, once the page has been drawn.
pub(in crate::app) fn focus_id_drawn(id: String) {
    after_drawing(move || focus_id(&id));
}

/// Brings the fieldset of a field into view before focus moves there, so that its question can be read.
pub(in crate::app) fn reveal(id: &str) {
    if let Some(element) = document().and_then(|document| document.get_element_by_id(id)) {
        let options = ScrollIntoViewOptions::new();
        options.set_behavior(ScrollBehavior::Auto);
        options.set_block(ScrollLogicalPosition::Start);
        element.scroll_into_view_with_scroll_into_view_options(&options);
    }
}

/// Listens to an event of the window for as long as the page is open.
pub(super) fn listen(event: &str, act: Box<dyn FnMut(Event)>) {
    if let Some(window) = window() {
        let listener = Closure::wrap(act).into_js_value();
        // Fails for what is not a function only.
        let _ = window.add_event_listener_with_callback(event, listener.unchecked_ref());
    }
}

pub(in crate::app) fn scroll_to_top() {
    if let Some(window) = window() {
        window.scroll_to_with_x_and_y(0.0, 0.0);
    }
}

pub(in crate::app) fn set_title(title: &str) {
    if let Some(document) = document() {
        document.set_title(title);
    }
}

pub(in crate::app) fn set_lang(lang: Lang) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute("lang", lang.tag());
    }
}

/// Marks the page for whoever waits for it: `data-ready` once it can be used, `data-loaded` once all its files are in.
pub(in crate::app) fn set_flag(name: &str) {
    if let Some(root) = document().and_then(|document| document.document_element()) {
        let _ = root.set_attribute(name, "yes");
    }
}

/// The languages the browser asks for, best first.
pub(in crate::app) fn languages() -> Vec<String> {
    let Some(window) = window() else { return Vec::new() };
    window.navigator().languages().iter().filter_map(|tag| tag.as_string()).collect()
}

/// Takes the shell away that was readable before the program arrived.
pub(in crate::app) fn remove_shell() {
    if let Some(shell) = document().and_then(|document| document.get_element_by_id("shell")) {
        shell.remove();
    }
}

/// Says in the shell that files are missing.
pub(in crate::app) fn show_load_failure() {
    let Some(document) = document() else { return };
    for (id, hidden) in [("loading", true), ("failed-load", false)] {
        if let Some(element) =
            document.get_element_by_id(id).and_then(|element| element.dyn_into::<HtmlElement>().ok())
        {
            element.set_hidden(hidden);
        }
    }
}

pub(in crate::app) fn print() {
    if let Some(window) = window() {
        let _ = window.print();
    }
}
