//! Everything of ours that is stored, as it is stored: to list it, to erase it, and to put it back.

use super::dom::window;
use super::storage::{
    ASSESSMENT, BACKUP, COLLECTION, CONTACTS, LANGUAGE, PREFIX, REFERENCE, StorageError, TRASH, get, keys,
    keys_of, remove, set, tab,
};
use crate::order::insert_where;
use js_sys::Reflect;
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;

/// The key of the contact sheet.
pub(in crate::app) const CONTACT_KEY: &str = CONTACTS;

/// The key of what is remembered about files.
pub(in crate::app) const SAVING_KEY: &str = BACKUP;

/// What is stored under a key.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(in crate::app) enum Stored<'a> {
    /// The assessment with an id.
    Assessment(&'a str),
    /// What could not be read, by its id and time.
    Kept(&'a str),
    /// The assessment deleted last.
    Trash,
    /// The contact sheet.
    Contacts,
    /// Results of many shops.
    Collection,
    /// What many shops scored.
    Reference,
    /// The language.
    Language,
    /// When everything was last saved to a file.
    Backup,
    /// What is being typed in this tab.
    Draft,
    /// Something that this version does not know.
    Other(&'a str),
}

/// What is stored under a key.
pub(in crate::app) fn stored(key: &str) -> Stored<'_> {
    let rest = key.strip_prefix(PREFIX).unwrap_or(key);
    match key {
        TRASH => Stored::Trash,
        CONTACTS => Stored::Contacts,
        COLLECTION => Stored::Collection,
        REFERENCE => Stored::Reference,
        LANGUAGE => Stored::Language,
        BACKUP => Stored::Backup,
        _ if is_draft(key) => Stored::Draft,
        _ => match (key.strip_prefix(ASSESSMENT), rest.strip_prefix("kept:")) {
            (Some(id), _) => Stored::Assessment(id),
            (_, Some(id)) => Stored::Kept(id),
            _ => Stored::Other(rest),
        },
    }
}

/// Whether a key belongs to the storage of the tab.
fn is_draft(key: &str) -> bool {
    key.strip_prefix(PREFIX).is_some_and(|rest| rest.starts_with("draft:"))
}

/// All that is stored under our name, by key, in the order of the keys.
pub(in crate::app) fn all() -> Vec<(String, String)> {
    let of_tab = tab().map(|tab| keys_of(&tab)).unwrap_or_default();
    let both = keys().into_iter().chain(of_tab.into_iter().filter(|key| is_draft(key)));
    let mut keys: Vec<String> = Vec::new();
    for key in both.filter(|key| key.starts_with(PREFIX)) {
        let this = key.clone();
        insert_where(&mut keys, key, |other| *other < this);
    }
    keys.into_iter().filter_map(|key| read(&key).map(|text| (key, text))).collect()
}

/// What is stored under a key.
pub(in crate::app) fn read(key: &str) -> Option<String> {
    if is_draft(key) { tab()?.get_item(key).ok().flatten() } else { get(key) }
}

/// Puts back what was stored under a key; `None` takes it away.
///
/// # Errors
/// When nothing can be kept.
pub(in crate::app) fn put_back(key: &str, text: Option<&str>) -> Result<(), StorageError> {
    if let Some(tab) = tab().filter(|_| is_draft(key)) {
        // That it cannot be kept is no harm: it is still on its page, or was never taken.
        let _ = text.map_or_else(|| tab.remove_item(key), |text| tab.set_item(key, text));
        return Ok(());
    }
    let Some(text) = text else {
        return remove(key);
    };
    set(key, text)
}

/// What the browser says about the whole site: bytes used, bytes allowed. Not every browser says anything.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast to u64 saturates")]
pub(in crate::app) async fn estimate() -> Option<(u64, u64)> {
    let navigator: JsValue = window()?.navigator().into();
    let get = |object: &JsValue, name: &str| Reflect::get(object, &name.into()).ok();
    let manager = get(&navigator, "storage").filter(|manager| !manager.is_undefined())?;
    let estimate: js_sys::Function = get(&manager, "estimate")?.dyn_into().ok()?;
    let promise: js_sys::Promise = estimate.call0(&manager).ok()?.dyn_into().ok()?;
    let estimate = JsFuture::from(promise).await.ok()?;
    Some((get(&estimate, "usage")?.as_f64()? as u64, get(&estimate, "quota")?.as_f64()? as u64))
}
