//! The browser's own cryptography: a text under a passphrase, by PBKDF2 with SHA-256 and AES-256-GCM.
//!
//! The key is made anew each time and never leaves the browser's cryptography.

use super::dom::window;
use js_sys::{Array, JsString, Object, Reflect, Uint8Array};
use wasm_bindgen::{JsCast, JsValue};
use wasm_bindgen_futures::JsFuture;
use web_sys::{Crypto, CryptoKey, SubtleCrypto};

/// How a passphrase becomes a key, and what is authenticated beside the text.
pub(in crate::app) struct Parameters<'a> {
    pub(in crate::app) iterations: u32,
    pub(in crate::app) salt: &'a [u8],
    pub(in crate::app) nonce: &'a [u8],
    pub(in crate::app) authenticated: &'a [u8],
}

fn crypto() -> Option<Crypto> {
    window()?.crypto().ok()
}

/// Missing outside secure contexts (plain http), where web-sys would still hand out an object.
fn subtle() -> Option<SubtleCrypto> {
    let crypto = crypto()?;
    let subtle = Reflect::get(&crypto, &"subtle".into()).ok()?;
    (!subtle.is_undefined() && !subtle.is_null()).then(|| crypto.subtle())
}

/// Whether there is any cryptography here.
pub(in crate::app) fn is_there() -> bool {
    subtle().is_some()
}

/// Random bytes for salts and nonces; `None` where there are none good enough.
pub(in crate::app) fn random<const N: usize>() -> Option<[u8; N]> {
    let mut bytes = [0; N];
    crypto()?.get_random_values_with_u8_array(&mut bytes).ok()?;
    Some(bytes)
}

/// Encrypts.
///
/// # Errors
/// When the browser has no cryptography here.
pub(in crate::app) async fn encrypt(
    passphrase: &str,
    with: &Parameters<'_>,
    plain: &[u8],
) -> Result<Vec<u8>, JsValue> {
    let subtle = subtle().ok_or(JsValue::NULL)?;
    let key = derive(&subtle, passphrase, with).await?;
    let plain = Uint8Array::from(plain);
    bytes(subtle.encrypt_with_object_and_buffer_source(&cipher(with)?, &key, &plain)?).await
}

/// Decrypts.
///
/// # Errors
/// When the passphrase is another one, something was changed, or the browser has no cryptography here.
pub(in crate::app) async fn decrypt(
    passphrase: &str,
    with: &Parameters<'_>,
    sealed: &[u8],
) -> Result<Vec<u8>, JsValue> {
    let subtle = subtle().ok_or(JsValue::NULL)?;
    let key = derive(&subtle, passphrase, with).await?;
    let sealed = Uint8Array::from(sealed);
    bytes(subtle.decrypt_with_object_and_buffer_source(&cipher(with)?, &key, &sealed)?).await
}

async fn derive(
    subtle: &SubtleCrypto,
    passphrase: &str,
    with: &Parameters<'_>,
) -> Result<CryptoKey, JsValue> {
    // Wide letters and narrow ones are the same, whatever keyboard they come from (docs/link-format.md).
    let passphrase = String::from(JsString::from(passphrase).normalize("NFKC"));
    let raw = Uint8Array::from(passphrase.trim().as_bytes());
    let base = subtle.import_key_with_str("raw", &raw, "PBKDF2", false, &Array::of1(&"deriveKey".into()))?;
    let base: CryptoKey = JsFuture::from(base).await?.unchecked_into();
    let by = object(&[
        ("name", "PBKDF2".into()),
        ("hash", "SHA-256".into()),
        ("salt", Uint8Array::from(with.salt).into()),
        ("iterations", with.iterations.into()),
    ])?;
    let kind = object(&[("name", "AES-GCM".into()), ("length", 256.into())])?;
    let uses = Array::of2(&"encrypt".into(), &"decrypt".into());
    let key = subtle.derive_key_with_object_and_object(&by, &base, &kind, false, &uses)?;
    Ok(JsFuture::from(key).await?.unchecked_into())
}

fn cipher(with: &Parameters<'_>) -> Result<Object, JsValue> {
    object(&[
        ("name", "AES-GCM".into()),
        ("iv", Uint8Array::from(with.nonce).into()),
        ("additionalData", Uint8Array::from(with.authenticated).into()),
    ])
}

fn object(parts: &[(&str, JsValue)]) -> Result<Object, JsValue> {
    let object = Object::new();
    for (key, value) in parts {
        Reflect::set(&object, &JsValue::from_str(key), value)?;
    }
    Ok(object)
}

async fn bytes(promise: js_sys::Promise) -> Result<Vec<u8>, JsValue> {
    Ok(Uint8Array::new(&JsFuture::from(promise).await?).to_vec())
}
