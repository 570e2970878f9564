//! Whether the mouse button or a key is down. Browsers make a click of "down" and "up" on one element: what is built again
//! in between has lost it.

use super::dom::{after_drawing, listen};
use std::cell::Cell;

/// For how many frames a release is waited for, about four seconds: it may have gone to another window.
const PATIENCE: u8 = 240;

thread_local! {
    static DOWN: Cell<bool> = const { Cell::new(false) };
}

/// Watches buttons and keys for as long as the page is open.
pub(in crate::app) fn watch() {
    for (event, down) in [("mousedown", true), ("keydown", true), ("mouseup", false), ("keyup", false)] {
        listen(event, Box::new(move |_| DOWN.set(down)));
    }
}

/// Does something once nothing is down: at once, or with the frame after the release, when its click has been dealt with.
pub(in crate::app) fn when_released(act: impl FnOnce() + 'static) {
    wait(PATIENCE, Box::new(act));
}

fn wait(frames: u8, act: Box<dyn FnOnce()>) {
    if DOWN.get() && frames > 0 {
        after_drawing(move || wait(frames - 1, act));
    } else {
        act();
    }
}
