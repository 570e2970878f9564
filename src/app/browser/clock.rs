//! Time, chance and dates.

use crate::model::Lang;
use js_sys::{Date, Math};
use wasm_bindgen::JsValue;

/// Now, ISO 8601, UTC.
pub(in crate::app) fn now() -> String {
    Date::new_0().to_iso_string().into()
}

/// Now, in milliseconds since 1970.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast to u64 saturates")]
pub(in crate::app) fn millis() -> u64 {
    Date::now() as u64
}

/// Today where the user is, `YYYY-MM-DD`.
pub(in crate::app) fn today() -> String {
    day(&Date::new_0())
}

fn day(date: &Date) -> String {
    format!("{:04}-{:02}-{:02}", date.get_full_year(), date.get_month() + 1, date.get_date())
}

/// A name nobody else on this device has: time and chance, in letters and digits.
pub(in crate::app) fn new_id() -> String {
    #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "below 2^32")]
    let (time, chance) = (millis(), (Math::random() * 4_294_967_296.0) as u64);
    let mut number = (time << 20) ^ chance;
    let mut id = String::new();
    while number > 0 {
        let digit = u32::try_from(number % 36).unwrap_or(0);
        id.extend(char::from_digit(digit, 36));
        number /= 36;
    }
    id
}

/// The day of a time in milliseconds since 1970, as people write it; "" for 0.
pub(in crate::app) fn date_of(millis: u64, lang: Lang) -> String {
    if millis == 0 { String::new() } else { written(&of_millis(millis), lang) }
}

/// A date as people write it, from ISO 8601; "" when it is none. A day without a time is that day wherever the user is.
pub(in crate::app) fn date(iso: &str, lang: Lang) -> String {
    let midnight = if iso.len() > "2026-11-29".len() { "" } else { "T00:00" };
    written(&Date::new(&JsValue::from_str(&[iso, midnight].concat())), lang)
}

fn written(date: &Date, lang: Lang) -> String {
    if date.get_time().is_nan() {
        return String::new();
    }
    date.to_locale_date_string(lang.tag(), &JsValue::UNDEFINED).into()
}

/// A day as files write it, `YYYY-MM-DD`, where the user is; "" for 0.
pub(in crate::app) fn day_of(millis: u64) -> String {
    if millis == 0 { String::new() } else { day(&of_millis(millis)) }
}

/// Milliseconds since 1970 of ISO 8601; 0 when it is none.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a cast to u64 saturates")]
pub(in crate::app) fn millis_of(iso: &str) -> u64 {
    Date::parse(iso) as u64
}

#[expect(clippy::cast_precision_loss, reason = "exact until the year 287396")]
fn of_millis(millis: u64) -> Date {
    Date::new(&JsValue::from_f64(millis as f64))
}
