//! What browsers let the page do: nothing but what it needs. `tests/browser/policy.test.mjs` tries to do more.

use super::asset::integrity;

/// For both editions: no frames, forms, fonts, media, objects; no other base of addresses; no text that becomes a script.
const ALWAYS: &str = "form-action 'none'; base-uri 'none'; require-trusted-types-for 'script'";

/// On a host: its own files, threads whose script was one of them, and the one rule by which public/scripts.js names these and
/// the service worker. A thread made like that is under this policy as well.
pub(super) fn hosted() -> String {
    format!(
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self'; connect-src 'self'; \
         manifest-src 'self'; worker-src 'self' blob:; {ALWAYS}; trusted-types ec-checkup"
    )
}

/// As a single file: this script and these styles, no connection at all.
pub(super) fn single(script: &str, style: &str) -> String {
    let [script, style] = [script, style].map(|text| integrity(text.as_bytes()));
    format!(
        "default-src 'none'; script-src '{script}' 'wasm-unsafe-eval'; style-src '{style}'; connect-src 'none'; \
         {ALWAYS}; trusted-types 'none'"
    )
}
