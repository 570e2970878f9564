//! What stays on this device: one key an assessment, all under one name, so that other pages of the same host are safe.
//!
//! - `ec-checkup:assessment:ID` a stored document
//! - `ec-checkup:trash` the assessment deleted last, for undo
//! - `ec-checkup:kept:KEY:TIME` what could not be read, untouched
//! - `ec-checkup:language` the chosen language
//! - `ec-checkup:contacts` the contact sheet of the emergency page

use gloo_storage::{LocalStorage, Storage};
use js_sys::Reflect;
use wasm_bindgen::JsCast;
use web_sys::StorageEvent;

const PREFIX: &str = "ec-checkup:";
const ASSESSMENT: &str = "ec-checkup:assessment:";
const TRASH: &str = "ec-checkup:trash";
const LANGUAGE: &str = "ec-checkup:language";
const CONTACTS: &str = "ec-checkup:contacts";

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum StorageError {
    /// The browser allows no storage at all.
    Blocked,
    /// There is no room left.
    Full,
}

/// The storage, or `None` where the browser blocks it. Gloo's own accessor would panic there.
fn storage() -> Option<web_sys::Storage> {
    super::dom::window()?.local_storage().ok().flatten().map(|_| LocalStorage::raw())
}

/// Whether anything can be kept.
///
/// # Errors
/// Why not.
pub(in crate::app) fn check() -> Result<(), StorageError> {
    let probe = format!("{PREFIX}probe");
    set(&probe, "1")?;
    remove(&probe);
    Ok(())
}

fn get(key: &str) -> Option<String> {
    storage()?.get_item(key).ok().flatten()
}

fn set(key: &str, value: &str) -> Result<(), StorageError> {
    let storage = storage().ok_or(StorageError::Blocked)?;
    storage.set_item(key, value).map_err(|error| {
        // Firefox calls it NS_ERROR_DOM_QUOTA_REACHED, the others QuotaExceededError.
        let name =
            Reflect::get(&error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
        if name.to_ascii_lowercase().contains("quota") { StorageError::Full } else { StorageError::Blocked }
    })
}

fn remove(key: &str) {
    if let Some(storage) = storage() {
        // Removing never fails once storage is there.
        let _ = storage.remove_item(key);
    }
}

/// The ids of all stored assessments.
pub(in crate::app) fn assessments() -> Vec<String> {
    let Some(storage) = storage() else { return Vec::new() };
    let keys = (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten());
    keys.filter_map(|key| key.strip_prefix(ASSESSMENT).map(str::to_owned)).collect()
}

/// The stored text of an assessment.
pub(in crate::app) fn read_assessment(id: &str) -> Option<String> {
    get(&format!("{ASSESSMENT}{id}"))
}

/// Stores an assessment.
///
/// # Errors
/// When nothing can be kept; what was stored before is still there.
pub(in crate::app) fn write_assessment(id: &str, text: &str) -> Result<(), StorageError> {
    set(&format!("{ASSESSMENT}{id}"), text)
}

/// Takes an assessment away.
pub(in crate::app) fn remove_assessment(id: &str) {
    remove(&format!("{ASSESSMENT}{id}"));
}

/// Does something with the id of each assessment that another tab stores or deletes.
pub(in crate::app) fn on_change_elsewhere(act: impl Fn(&str) + 'static) {
    super::dom::listen(
        "storage",
        Box::new(move |event| {
            let key = event.dyn_into::<StorageEvent>().ok().and_then(|event| event.key());
            if let Some(id) = key.as_deref().and_then(|key| key.strip_prefix(ASSESSMENT)) {
                act(id);
            }
        }),
    );
}

/// Keeps what could not be read under another name. Only when the copy is safe is the original taken away.
pub(in crate::app) fn keep_aside(id: &str, time: &str) {
    if let Some(text) = read_assessment(id)
        && set(&format!("{PREFIX}kept:{id}:{time}"), &text).is_ok()
    {
        remove_assessment(id);
    }
}

/// The assessment deleted last: id and text.
pub(in crate::app) fn trash() -> Option<(String, String)> {
    let raw = get(TRASH)?;
    let (id, text) = raw.split_once('\n')?;
    Some((id.to_owned(), text.to_owned()))
}

/// Keeps a deleted assessment for undo, instead of the one before.
///
/// # Errors
/// When nothing can be kept.
pub(in crate::app) fn set_trash(id: &str, text: &str) -> Result<(), StorageError> {
    set(TRASH, &format!("{id}\n{text}"))
}

/// Forgets the deleted assessment.
pub(in crate::app) fn empty_trash() {
    remove(TRASH);
}

/// The contact sheet, as it was stored.
pub(in crate::app) fn contacts() -> Option<String> {
    get(CONTACTS)
}

/// Keeps the contact sheet.
///
/// # Errors
/// When nothing can be kept.
pub(in crate::app) fn set_contacts(text: &str) -> Result<(), StorageError> {
    set(CONTACTS, text)
}

/// The chosen language, as a tag.
pub(in crate::app) fn language() -> Option<String> {
    get(LANGUAGE)
}

/// Remembers the chosen language. That it cannot be kept is no harm.
pub(in crate::app) fn set_language(tag: &str) {
    let _ = set(LANGUAGE, tag);
}
