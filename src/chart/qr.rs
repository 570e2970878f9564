//! A text as a QR code.

use qrcodegen::{QrCode, QrCodeEcc};
use std::fmt::Write;

/// A QR code as one path of squares.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Qr {
    /// Modules on each side, without the quiet zone of four that belongs around them.
    pub size: i32,
    /// What SVG draws: the dark modules, one unit each.
    pub path: String,
}

/// The most characters that a phone's camera still reads from a screen with ease: a code of about 110 modules.
const LONGEST: usize = 1000;

/// The code for a text; `None` when it is too long for one.
pub fn qr(text: &str) -> Option<Qr> {
    if text.len() > LONGEST {
        return None;
    }
    let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).ok()?;
    let size = code.size();
    let mut path = String::new();
    for y in 0..size {
        let mut x = 0;
        while x < size {
            let length = (x..size).take_while(|x| code.get_module(*x, y)).count();
            let length = i32::try_from(length).unwrap_or(0);
            if length > 0 {
                // Writing to a String cannot fail.
                let _ = write!(path, "M{x},{y}h{length}v1h-{length}z");
            }
            x += length.max(1);
        }
    }
    Some(Qr { size, path })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Whether the path has the module at a place dark.
    fn dark(qr: &Qr, x: i32, y: i32) -> bool {
        qr.path.split('M').skip(1).any(|run| {
            let (place, rest) = run.split_once('h').unwrap();
            let (left, top) = place.split_once(',').unwrap();
            let [left, top] = [left, top].map(|number| number.parse::<i32>().unwrap());
            let length: i32 = rest.split_once('v').unwrap().0.parse().unwrap();
            top == y && (left..left + length).contains(&x)
        })
    }

    #[test]
    fn every_module_is_drawn() {
        let text = "https://example.jp/checkup/#r2AAAA";
        let code = QrCode::encode_binary(text.as_bytes(), QrCodeEcc::Medium).unwrap();
        let drawn = qr(text).unwrap();
        assert_eq!(drawn.size, code.size());
        for y in 0..drawn.size {
            for x in 0..drawn.size {
                assert_eq!(dark(&drawn, x, y), code.get_module(x, y), "{x},{y}");
            }
        }
    }

    #[test]
    fn what_no_camera_would_read_is_no_code() {
        assert!(qr(&"a".repeat(LONGEST)).is_some());
        assert_eq!(qr(&"a".repeat(LONGEST + 1)), None);
    }
}
