//! A piece of the page's state that lives as long as the page: whoever looks at it runs again when it changes.
//!
//! Leptos' own signals bring 2 KiB of code for every type they hold; here the one trigger type does the telling.

use super::reactive::{ArcTrigger, Notify, Track};
use std::cell::RefCell;

/// A handle to a piece of state; cheap to copy.
pub(super) struct State<T: 'static>(&'static Inner<T>);

struct Inner<T> {
    value: RefCell<T>,
    changed: ArcTrigger,
}

impl<T> Clone for State<T> {
    fn clone(&self) -> Self {
        *self
    }
}

impl<T> Copy for State<T> {}

impl<T> State<T> {
    /// New state. Leaked on purpose: made once, when the page is opened.
    pub(super) fn new(value: T) -> Self {
        Self(Box::leak(Box::new(Inner { value: RefCell::new(value), changed: ArcTrigger::new() })))
    }

    /// Runs the surrounding part of the page again when the state changes.
    pub(super) fn track(self) {
        self.0.changed.track();
    }

    /// Looks at the state. `None` only from within a change of the same state, which nothing does.
    pub(super) fn peek<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        self.0.value.try_borrow().ok().map(|value| look(&value))
    }

    /// Looks at the state, and runs again when it changes.
    pub(super) fn with<R>(self, look: impl FnOnce(&T) -> R) -> Option<R> {
        self.track();
        self.peek(look)
    }

    /// Changes the state and tells nobody.
    pub(super) fn change_quietly(self, change: impl FnOnce(&mut T)) {
        if let Ok(mut value) = self.0.value.try_borrow_mut() {
            change(&mut value);
        }
    }

    /// Changes the state.
    pub(super) fn change(self, change: impl FnOnce(&mut T)) {
        self.change_quietly(change);
        self.0.changed.notify();
    }

    /// Replaces the state.
    pub(super) fn set(self, value: T) {
        self.change(|old| *old = value);
    }
}
