//! One element type for everything.

use super::live::{Build, follow, place, when};
use crate::app::browser::dom::document;
use crate::app::reactive::on_cleanup;
use send_wrapper::SendWrapper;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use web_sys::{Element, Event, HtmlInputElement, HtmlSelectElement, HtmlTextAreaElement, Node};

/// An element being built.
#[derive(Clone)]
pub(in crate::app) struct El(Element);

/// A new HTML element.
#[inline(never)]
pub(in crate::app) fn el(tag: &str) -> El {
    created(document().and_then(|document| document.create_element(tag).ok()))
}

/// A new SVG element.
#[inline(never)]
pub(in crate::app) fn svg(tag: &str) -> El {
    created(
        document()
            .and_then(|document| document.create_element_ns(Some("http://www.w3.org/2000/svg"), tag).ok()),
    )
}

/// Browsers create elements of every name used here. Were one to refuse, the next call on the missing element would be an
/// error in the console instead of a panic.
fn created(element: Option<Element>) -> El {
    El(element.unwrap_or_else(|| JsValue::NULL.unchecked_into()))
}

impl El {
    /// Sets an attribute.
    #[inline(never)]
    pub(in crate::app) fn attr(self, name: &str, value: &str) -> Self {
        // Fails for impossible names only.
        let _ = self.0.set_attribute(name, value);
        self
    }

    /// Sets the class.
    pub(in crate::app) fn class(self, value: &str) -> Self {
        self.attr("class", value)
    }

    /// Sets the id.
    pub(in crate::app) fn id(self, value: &str) -> Self {
        self.attr("id", value)
    }

    /// Keeps an attribute; `None` takes it away.
    pub(in crate::app) fn live_attr(
        self,
        name: &'static str,
        value: impl Fn() -> Option<&'static str> + 'static,
    ) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || {
            let _ = match value() {
                Some(value) => element.set_attribute(name, value),
                None => element.remove_attribute(name),
            };
        }));
        self
    }

    /// Adds a text.
    #[inline(never)]
    pub(in crate::app) fn text(self, text: &str) -> Self {
        if let Some(document) = document() {
            append(&self.0, &document.create_text_node(text));
        }
        self
    }

    /// Keeps the text: whatever else is inside goes away.
    pub(in crate::app) fn live_text(self, text: impl Fn() -> String + 'static) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || element.set_text_content(Some(&text()))));
        self
    }

    /// Puts an element inside.
    #[inline(never)]
    #[expect(
        clippy::needless_pass_by_value,
        reason = "an element has one place; who puts it there gives it away"
    )]
    pub(in crate::app) fn child(self, child: El) -> Self {
        append(&self.0, &child.0);
        self
    }

    /// Puts an element inside, if there is one.
    pub(in crate::app) fn maybe(self, child: Option<El>) -> Self {
        match child {
            Some(child) => self.child(child),
            None => self,
        }
    }

    /// Puts elements inside.
    pub(in crate::app) fn children(self, children: impl IntoIterator<Item = El>) -> Self {
        children.into_iter().fold(self, Self::child)
    }

    /// Puts inside what is built anew whenever a signal it reads changes. What was there goes away with its listeners.
    pub(in crate::app) fn live(self, build: impl Fn() -> Vec<El> + 'static) -> Self {
        self.place(Box::new(build));
        self
    }

    /// Puts inside what is there only while a condition holds; built when it begins to hold.
    pub(in crate::app) fn when(
        self,
        holds: impl Fn() -> bool + 'static,
        build: impl Fn() -> El + 'static,
    ) -> Self {
        self.place(when(Box::new(holds), Box::new(build)));
        self
    }

    /// Listens to an event for as long as this part of the page exists.
    pub(in crate::app) fn on(self, event: &str, act: impl FnMut(Event) + 'static) -> Self {
        self.listen(event, Box::new(act));
        self
    }

    /// Turns off the input inside: it can be seen, not used.
    pub(in crate::app) fn disable(self, selector: &str) -> Self {
        if let Some(input) = self.0.query_selector(selector).ok().flatten() {
            let _ = input.set_attribute("disabled", "");
        }
        self
    }

    /// Keeps a radio button or checkbox ticked or not.
    pub(in crate::app) fn checked(self, value: impl Fn() -> bool + 'static) -> Self {
        if let Ok(input) = self.0.clone().dyn_into::<HtmlInputElement>() {
            follow(Box::new(move || input.set_checked(value())));
        }
        self
    }

    /// Keeps the text of an input. What is there already is not written again: that would move the caret.
    pub(in crate::app) fn value(self, value: impl Fn() -> String + 'static) -> Self {
        let element = self.0.clone();
        follow(Box::new(move || write_value(&element, &value())));
        self
    }

    pub(super) fn node(&self) -> &Node {
        &self.0
    }

    #[inline(never)]
    fn place(&self, build: Build) {
        place(&self.0, build);
    }

    #[inline(never)]
    fn listen(&self, event: &str, act: Box<dyn FnMut(Event)>) {
        let listener = Closure::wrap(act);
        let _ = self.0.add_event_listener_with_callback(event, listener.as_ref().unchecked_ref());
        let listener = SendWrapper::new(listener);
        on_cleanup(move || drop(listener));
    }
}

#[inline(never)]
fn write_value(element: &Element, value: &str) {
    if let Some(input) = element.dyn_ref::<HtmlInputElement>() {
        if input.value() != value {
            input.set_value(value);
        }
    } else if let Some(area) = element.dyn_ref::<HtmlTextAreaElement>()
        && area.value() != value
    {
        area.set_value(value);
    } else if let Some(select) = element.dyn_ref::<HtmlSelectElement>() {
        select.set_value(value);
    }
}

#[inline(never)]
pub(super) fn append(parent: &Node, node: &Node) {
    // Fails only for a node put into itself.
    let _ = parent.append_child(node);
}

/// The text of the input an event comes from.
pub(in crate::app) fn text_of(event: &Event) -> String {
    let Some(target) = event.target() else { return String::new() };
    match target.dyn_into::<HtmlInputElement>() {
        Ok(input) => input.value(),
        Err(target) => match target.dyn_into::<HtmlTextAreaElement>() {
            Ok(area) => area.value(),
            Err(target) => {
                target.dyn_into::<HtmlSelectElement>().map(|select| select.value()).unwrap_or_default()
            }
        },
    }
}
