//! What stays on this device: one key an assessment, all under one name, so that other pages of the same host are safe.
//!
//! - `ec-checkup:assessment:ID` a stored document
//! - `ec-checkup:trash` the assessment deleted last, for undo
//! - `ec-checkup:kept:KEY:TIME` what could not be read, untouched
//! - `ec-checkup:language` the chosen language
//! - `ec-checkup:contacts` the contact sheet of the emergency page
//! - `ec-checkup:collection` results of many shops, one link a line
//! - `ec-checkup:reference` what many shops scored, as the file that somebody loaded
//! - `ec-checkup:backup` when everything was last saved to a file, and when somebody said "later" to that
//!
//! In the storage of the tab, which goes when it is closed:
//! - `ec-checkup:draft:PLACE` what was typed there and not yet taken

use gloo_storage::{LocalStorage, SessionStorage, Storage};
use js_sys::{Array, Function, Reflect};
use wasm_bindgen::{JsCast, JsValue};
use web_sys::StorageEvent;

pub(super) const PREFIX: &str = "ec-checkup:";
pub(super) const ASSESSMENT: &str = "ec-checkup:assessment:";
pub(super) const TRASH: &str = "ec-checkup:trash";
pub(super) const LANGUAGE: &str = "ec-checkup:language";
pub(super) const CONTACTS: &str = "ec-checkup:contacts";
pub(super) const COLLECTION: &str = "ec-checkup:collection";
pub(super) const REFERENCE: &str = "ec-checkup:reference";
pub(super) const BACKUP: &str = "ec-checkup:backup";

/// Why something could not be kept.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum StorageError {
    /// The browser allows no storage at all.
    Blocked,
    /// There is no room left.
    Full,
    /// What is stored there must not be written over: it is of a newer version, or of another questionnaire.
    Refused,
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
    remove(&probe)
}

pub(super) fn get(key: &str) -> Option<String> {
    try_get(key).ok().flatten()
}

fn try_get(key: &str) -> Result<Option<String>, StorageError> {
    storage().and_then(|storage| storage.get_item(key).ok()).ok_or(StorageError::Blocked)
}

pub(super) fn set(key: &str, value: &str) -> Result<(), StorageError> {
    let storage = storage().ok_or(StorageError::Blocked)?;
    storage.set_item(key, value).map_err(|error| reason(&error))
}

/// What the browser means by refusing to write.
fn reason(error: &JsValue) -> StorageError {
    // Firefox calls it NS_ERROR_DOM_QUOTA_REACHED, the others QuotaExceededError.
    let name = Reflect::get(error, &"name".into()).ok().and_then(|name| name.as_string()).unwrap_or_default();
    let full = ["QuotaExceededError", "NS_ERROR_DOM_QUOTA_REACHED"].contains(&name.as_str());
    if full { StorageError::Full } else { StorageError::Blocked }
}

pub(super) fn remove(key: &str) -> Result<(), StorageError> {
    storage().and_then(|storage| storage.remove_item(key).ok()).ok_or(StorageError::Blocked)
}

/// The ids of all stored assessments.
pub(in crate::app) fn assessments() -> Vec<String> {
    keys().iter().filter_map(|key| key.strip_prefix(ASSESSMENT).map(str::to_owned)).collect()
}

pub(super) fn keys() -> Vec<String> {
    storage().map(|storage| keys_of(&storage)).unwrap_or_default()
}

pub(super) fn keys_of(storage: &web_sys::Storage) -> Vec<String> {
    (0..storage.length().unwrap_or(0)).filter_map(|index| storage.key(index).ok().flatten()).collect()
}

/// Whether nothing at all of ours is stored.
pub(in crate::app) fn is_empty() -> bool {
    !keys().iter().any(|key| key.starts_with(PREFIX))
}

/// The stored text of an assessment; `None` when there is none.
///
/// # Errors
/// When the storage cannot be read.
pub(in crate::app) fn read_assessment(id: &str) -> Result<Option<String>, StorageError> {
    try_get(&format!("{ASSESSMENT}{id}"))
}

/// Stores an assessment.
///
/// # Errors
/// When nothing can be kept; what was stored before is still there.
pub(in crate::app) fn write_assessment(id: &str, text: &str) -> Result<(), StorageError> {
    set(&format!("{ASSESSMENT}{id}"), text)
}

/// Takes an assessment away.
///
/// # Errors
/// When it is still there.
pub(in crate::app) fn remove_assessment(id: &str) -> Result<(), StorageError> {
    remove(&format!("{ASSESSMENT}{id}"))
}

/// What another tab has done.
pub(in crate::app) enum Elsewhere<'a> {
    /// Stored or deleted the assessment with this id.
    Assessment(&'a str),
    /// Put an assessment into the trash, or emptied it.
    Trash,
    /// Emptied the storage, all of it.
    Everything,
}

/// Does something whenever another tab changes what is stored.
pub(in crate::app) fn on_change_elsewhere(act: impl Fn(Elsewhere<'_>) + 'static) {
    super::dom::listen(
        "storage",
        Box::new(move |event| {
            let Ok(event) = event.dyn_into::<StorageEvent>() else { return };
            match event.key().as_deref() {
                None => act(Elsewhere::Everything),
                Some(TRASH) => act(Elsewhere::Trash),
                Some(key) => {
                    if let Some(id) = key.strip_prefix(ASSESSMENT) {
                        act(Elsewhere::Assessment(id));
                    }
                }
            }
        }),
    );
}

/// Keeps an assessment that could not be read under another name. Only when the copy is safe is the original taken away.
///
/// # Errors
/// When there is no room for a copy; the original is untouched.
pub(in crate::app) fn keep_aside(id: &str, time: &str) -> Result<(), StorageError> {
    keep(&format!("{ASSESSMENT}{id}"), id, time)?;
    remove_assessment(id)
}

/// Copies what could not be read, to the letter: damage may be no text to Rust, so it stays with the browser.
fn keep(key: &str, name: &str, time: &str) -> Result<(), StorageError> {
    let mut copy = format!("{PREFIX}kept:{name}:{time}");
    // A clock that stands still, or goes backwards.
    while try_get(&copy)?.is_some() {
        copy.push('+');
    }
    let storage = storage().ok_or(StorageError::Blocked)?;
    let call = |method: &str, args: Array| {
        let method: Function = Reflect::get(&storage, &method.into())?.unchecked_into();
        Reflect::apply(&method, &storage, &args)
    };
    let text = call("getItem", Array::of1(&key.into())).map_err(|error| reason(&error))?;
    call("setItem", Array::of2(&copy.into(), &text)).map_err(|error| reason(&error)).map(|_| ())
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

/// Forgets the deleted assessment. That it is still there is no harm: it is offered once more.
pub(in crate::app) fn empty_trash() {
    let _ = remove(TRASH);
}

/// The contact sheet, as it was stored.
///
/// # Errors
/// When the storage cannot be read.
pub(in crate::app) fn contacts() -> Result<Option<String>, StorageError> {
    try_get(CONTACTS)
}

/// Keeps the contact sheet.
///
/// # Errors
/// When nothing can be kept.
pub(in crate::app) fn set_contacts(text: &str) -> Result<(), StorageError> {
    set(CONTACTS, text)
}

/// Keeps a contact sheet that could not be read, before another one takes its place.
///
/// # Errors
/// When there is no room for it: then it must stay where it is.
pub(in crate::app) fn keep_contacts_aside(time: &str) -> Result<(), StorageError> {
    keep(CONTACTS, "contacts", time)
}

pub(super) fn tab() -> Option<web_sys::Storage> {
    super::dom::window()?.session_storage().ok().flatten().map(|_| SessionStorage::raw())
}

/// What was typed in a place before the page was loaded again, and not yet taken.
pub(in crate::app) fn draft(place: &str) -> Option<String> {
    tab()?.get_item(&format!("{PREFIX}draft:{place}")).ok().flatten()
}

/// Keeps what is being typed; "" forgets it. That it cannot be kept is no harm: it is still on the page.
pub(in crate::app) fn set_draft(place: &str, text: &str) {
    let key = format!("{PREFIX}draft:{place}");
    if let Some(tab) = tab() {
        let _ = if text.is_empty() { tab.remove_item(&key) } else { tab.set_item(&key, text) };
    }
}

/// The chosen language, as a tag.
pub(in crate::app) fn language() -> Option<String> {
    get(LANGUAGE)
}

/// Remembers the chosen language. That it cannot be kept is no harm.
pub(in crate::app) fn set_language(tag: &str) {
    let _ = set(LANGUAGE, tag);
}

/// What is remembered about files, as it was stored.
pub(in crate::app) fn saving() -> Option<String> {
    get(BACKUP)
}

/// Remembers it. That it cannot be kept is no harm.
pub(in crate::app) fn set_saving(text: &str) {
    let _ = set(BACKUP, text);
}

/// The links that were collected, one a line.
pub(in crate::app) fn collection() -> String {
    get(COLLECTION).unwrap_or_default()
}

/// Stores the links that were collected; none at all leave nothing.
///
/// # Errors
/// When they cannot be kept; what was stored before is still there.
pub(in crate::app) fn set_collection(text: &str) -> Result<(), StorageError> {
    if text.is_empty() { remove(COLLECTION) } else { set(COLLECTION, text) }
}

/// The file by which shops are compared, as it was loaded.
pub(in crate::app) fn reference() -> Option<String> {
    get(REFERENCE)
}

/// Stores it; `None` takes it away.
///
/// # Errors
/// When it cannot be kept; what was stored before is still there.
pub(in crate::app) fn set_reference(text: Option<&str>) -> Result<(), StorageError> {
    text.map_or_else(|| remove(REFERENCE), |text| set(REFERENCE, text))
}
