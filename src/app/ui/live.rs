//! What changes while a page is shown.

use super::element::{El, append};
use crate::app::browser::dom::document;
use crate::app::reactive::{Get, Memo, Owner, RenderEffect, on_cleanup, untrack};
use send_wrapper::SendWrapper;
use wasm_bindgen::JsCast;
use web_sys::Node;

/// Builds what is inside a live place.
pub(super) type Build = Box<dyn Fn() -> Vec<El>>;

/// Runs something now and again whenever a signal it reads changes, until the surrounding part of the page goes away.
#[inline(never)]
pub(super) fn follow(run: Box<dyn Fn()>) {
    let effect = SendWrapper::new(RenderEffect::new(move |_| run()));
    on_cleanup(move || drop(effect));
}

/// Makes a live place at the end of a parent, between two marks that cannot be seen.
#[inline(never)]
pub(super) fn place(parent: &Node, build: Build) {
    let Some(document) = document() else { return };
    let (start, end): (Node, Node) =
        (document.create_comment("").unchecked_into(), document.create_comment("").unchecked_into());
    append(parent, &start);
    append(parent, &end);
    follow(Box::new(move || {
        // Built first, so that the builder can still see what is there now.
        let built = build();
        let Some(parent) = end.parent_node() else { return };
        while let Some(node) = start.next_sibling().filter(|node| *node != end) {
            if parent.remove_child(&node).is_err() {
                break;
            }
        }
        for element in built {
            // Fails only for a node put into itself.
            let _ = parent.insert_before(element.node(), Some(&end));
        }
    }));
}

/// Builds something while a condition holds, and only when that changes.
#[inline(never)]
pub(super) fn when(holds: Box<dyn Fn() -> bool>, build: Box<dyn Fn() -> El>) -> Build {
    // There is one thread; Leptos asks for more because its signals also serve servers.
    let holds = SendWrapper::new(holds);
    let holds = Memo::new(move |_| holds());
    Box::new(move || {
        let holds = holds.get();
        untrack(|| if holds { vec![build()] } else { Vec::new() })
    })
}

/// Runs something that creates signals and elements, for as long as the page is open, and shows what it gives.
pub(in crate::app) fn mount(parent: &Node, build: impl FnOnce() -> El) {
    let owner = Owner::new();
    owner.with(|| append(parent, build().node()));
    // The page lives until it is closed; so do its signals.
    std::mem::forget(owner);
}
