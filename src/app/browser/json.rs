//! JSON by the browser's own parser.

use crate::answers::{DEEPEST, Json};
use js_sys::{Array, Object};
use wasm_bindgen::{JsCast, JsValue};

/// Reads a JSON text; `None` when it is none, or nested deeper than any document of ours.
pub(in crate::app) fn parse(text: &str) -> Option<Json> {
    convert(&js_sys::JSON::parse(text).ok()?, DEEPEST)
}

fn convert(value: &JsValue, depth: u8) -> Option<Json> {
    let deeper = depth.checked_sub(1)?;
    Some(if let Some(text) = value.as_string() {
        Json::Text(text)
    } else if let Some(truth) = value.as_bool() {
        Json::Bool(truth)
    } else if value.is_null() {
        Json::Null
    } else if let Some(list) = value.dyn_ref::<Array>() {
        Json::List(list.iter().map(|item| convert(&item, deeper)).collect::<Option<_>>()?)
    } else if let Some(object) = value.dyn_ref::<Object>() {
        let mut parts = Vec::new();
        for entry in Object::entries(object).iter() {
            let entry: Array = entry.unchecked_into();
            parts.push((entry.get(0).as_string()?, convert(&entry.get(1), deeper)?));
        }
        Json::Object(parts)
    } else {
        // What is left is a number; the browser knows how to write it.
        Json::Number(js_sys::JSON::stringify(value).ok()?.into())
    })
}
