//! Leptos' signals, and running things later. The rest of Leptos stays out: its server functions alone export 15 KiB of
//! code that no page calls and no tool can take away.

pub(super) use reactive_graph::computed::Memo;
pub(super) use reactive_graph::effect::RenderEffect;
pub(super) use reactive_graph::graph::untrack;
pub(super) use reactive_graph::owner::{Owner, on_cleanup};
pub(super) use reactive_graph::signal::{ArcTrigger, RwSignal};
pub(super) use reactive_graph::traits::{Get, GetUntracked, Notify, Set, Track, Update, With, WithUntracked};

use std::pin::Pin;

/// Makes ready for [`run`] and for effects; once, before either.
pub(super) fn prepare() {
    // Fails only when it was done before.
    let _ = any_spawner::Executor::init_wasm_bindgen();
}

/// Runs something that waits, beside everything else.
pub(super) fn run(task: impl Future<Output = ()> + 'static) {
    let task: Pin<Box<dyn Future<Output = ()>>> = Box::pin(task);
    any_spawner::Executor::spawn_local(task);
}
