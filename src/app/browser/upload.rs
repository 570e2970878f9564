//! Files that somebody chooses or drops on the page. Only what is in them comes in, and only into this page.

use super::dom::window;
use js_sys::Uint8Array;
use wasm_bindgen::closure::Closure;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{DragEvent, Event, File, FileList, HtmlInputElement};

/// A file, not read yet.
#[derive(Clone)]
pub(in crate::app) struct Chosen(File);

impl Chosen {
    /// Its name.
    pub(in crate::app) fn name(&self) -> String {
        self.0.name()
    }

    /// Its size in bytes.
    pub(in crate::app) fn size(&self) -> f64 {
        self.0.size()
    }

    /// What is in it.
    ///
    /// # Errors
    /// When the browser cannot read it: folders look like files until then.
    pub(in crate::app) async fn read(&self) -> Result<Vec<u8>, JsValue> {
        let buffer = JsFuture::from(self.0.array_buffer()).await?;
        Ok(Uint8Array::new(&buffer).to_vec())
    }
}

/// The largest text that is read, in bytes. An answer to everything takes a tenth.
const LARGEST_TEXT: f64 = 1_000_000.0;

/// Why a file was not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Refused {
    /// Larger than any file of ours.
    Large,
    /// The browser could not read it.
    Unreadable,
}

/// The text of the file that was chosen; `None` when none was.
pub(in crate::app) fn first(event: &Event) -> Option<impl Future<Output = Result<String, Refused>> + use<>> {
    let file = of_input(event).into_iter().next()?;
    Some(async move {
        if file.size() > LARGEST_TEXT {
            return Err(Refused::Large);
        }
        let bytes = file.read().await.map_err(|_| Refused::Unreadable)?;
        String::from_utf8(bytes).map_err(|_| Refused::Unreadable)
    })
}

fn files(list: Option<FileList>) -> Vec<Chosen> {
    let list = list.into_iter().flat_map(|list| (0..list.length()).filter_map(move |nr| list.get(nr)));
    list.map(Chosen).collect()
}

/// The files of the input an event comes from. The input is emptied, so that the next choice counts even if it is the
/// same file.
pub(in crate::app) fn of_input(event: &Event) -> Vec<Chosen> {
    let input = event.target().and_then(|target| target.dyn_into::<HtmlInputElement>().ok());
    let Some(input) = input else { return Vec::new() };
    let files = files(input.files());
    input.set_value("");
    files
}

/// Something about files that are dragged over the page.
pub(in crate::app) enum Drag {
    /// They are over the page.
    Over,
    /// They have left it.
    Gone,
    /// They have been dropped.
    Dropped(Vec<Chosen>),
}

/// Listens to files dragged over the page until it is dropped itself.
pub(in crate::app) struct DropListener(Vec<(&'static str, Listener)>);

type Listener = Closure<dyn FnMut(DragEvent)>;

/// Takes files wherever on the page they are dropped. Without this the browser would leave the page and show the file.
pub(in crate::app) fn on_drag(act: impl Fn(Drag) + Clone + 'static) -> DropListener {
    let listeners = ["dragenter", "dragover", "dragleave", "drop"].map(|name| {
        let act = act.clone();
        let listen = move |event: DragEvent| {
            let carries = |it: &web_sys::DataTransfer| it.types().iter().any(|kind| kind == "Files");
            let Some(transfer) = event.data_transfer().filter(carries) else { return };
            event.prevent_default();
            match name {
                "drop" => act(Drag::Dropped(files(transfer.files()))),
                // Out of the window, not only from one element to the next.
                "dragleave" if event.related_target().is_none() => act(Drag::Gone),
                "dragleave" => {}
                _ => act(Drag::Over),
            }
        };
        let listener = Listener::wrap(Box::new(listen));
        if let Some(window) = window() {
            // Fails for what is not a function only.
            let _ = window.add_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
        (name, listener)
    });
    DropListener(listeners.into())
}

impl Drop for DropListener {
    fn drop(&mut self) {
        let Some(window) = window() else { return };
        for (name, listener) in &self.0 {
            let _ = window.remove_event_listener_with_callback(name, listener.as_ref().unchecked_ref());
        }
    }
}
