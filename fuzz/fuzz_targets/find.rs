//! Any text is searched for links in time; what is found lies within it, in order, and is found again when alone.
#![no_main]

use ec_checkup::link::{find, first};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let text = String::from_utf8_lossy(bytes);
    let mut from = 0;
    for found in find(&text) {
        assert!(text.get(found.place.clone()).is_some() && !found.place.is_empty());
        assert!(found.place.start >= from, "in order");
        from = found.place.start;
        if let Ok(link) = found.link {
            assert_eq!(first(&link), Ok(link.clone()));
        }
    }
});
