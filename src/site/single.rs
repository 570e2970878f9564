//! The page as a single file, which opens from a disk or a mail: everything is inside, and it may connect to nothing.

use super::asset::Asset;
use super::files::{COUNTER, Files, THREAD};
use super::page::Places;
use super::policy;
use base64::prelude::{BASE64_STANDARD, Engine};

/// What is in front of each file inside; its name is the id.
const BLOCK: &str = r#"<script type="text/plain" id="file-"#;
const BLOCK_END: &str = "</script>";

/// The file behind all others, as [`Files::by_name`] has them.
const LAST: &str = "wasm";

/// In front of the address in [`home`].
const HOME: &str = r#"<meta name="home" content=""#;

/// `script` starts the program of this edition. `home` is where the page is on the web as well, or "".
///
/// # Errors
/// A script or a style that cannot be inside a page.
pub(super) fn places(files: &Files, script: &str, home: &str) -> Result<Places, String> {
    let style = String::from_utf8_lossy(&files.style.bytes).into_owned();
    for (what, text, end) in [("script", script, "</script"), ("style", &style, "</style")] {
        if text.contains(end) || text.contains("<!--") || text.contains('\r') {
            return Err(format!("the {what} has something in it that cannot be inside a page"));
        }
    }
    // It may start no threads.
    let files_inside = files.by_name().filter(|(name, _)| ![COUNTER, THREAD].contains(name));
    let blocks: Vec<String> = files_inside.map(|(name, asset)| block(name, asset)).collect();
    Ok(Places {
        policy: policy::single(script, &style),
        linked: meta_home(home),
        style: format!("<style>{style}</style>"),
        preload: String::new(),
        app: format!(r#"<script type="module">{script}</script>"#),
        files: blocks.join("\n"),
    })
}

/// A file inside the page. Texts stay readable, unless a browser would read something else in them.
fn block(name: &str, asset: &Asset) -> String {
    let text = str::from_utf8(&asset.bytes).ok().filter(|text| !text.contains(['<', '\r', '\0']));
    match text {
        Some(text) => format!("{BLOCK}{name}\">{text}{BLOCK_END}"),
        None => format!("{BLOCK}{name}\" data-base64>{}{BLOCK_END}", BASE64_STANDARD.encode(&asset.bytes)),
    }
}

/// What is inside a page under a name.
pub(super) fn inside(page: &str, name: &str) -> Option<Vec<u8>> {
    let (_, behind) = page.split_once(&format!("{BLOCK}{name}\""))?;
    let (attributes, behind) = behind.split_once('>')?;
    let (text, _) = behind.split_once(BLOCK_END)?;
    match attributes {
        "" => Some(text.as_bytes().to_vec()),
        " data-base64" => BASE64_STANDARD.decode(text).ok(),
        _ => None,
    }
}

/// The page with another file under a name, which it must have.
pub(super) fn exchange(page: &str, name: &str, asset: &Asset) -> Option<String> {
    let (before, behind) = page.split_once(&format!("{BLOCK}{name}\""))?;
    let (_, behind) = behind.split_once(BLOCK_END)?;
    Some(format!("{before}{}{behind}", block(name, asset)))
}

/// The page with one more file inside, in front of the one that is always last.
pub(super) fn add(page: &str, asset: &Asset) -> Option<String> {
    let (before, behind) = page.split_once(&format!("{BLOCK}{LAST}\""))?;
    Some(format!("{before}{}\n{BLOCK}{LAST}\"{behind}", block(&asset.name, asset)))
}

/// The page without a file, which it must have.
pub(super) fn remove(page: &str, name: &str) -> Option<String> {
    let (before, behind) = page.split_once(&format!("{BLOCK}{name}\""))?;
    let (_, behind) = behind.split_once(BLOCK_END)?;
    Some(format!("{before}{}", behind.strip_prefix('\n')?))
}

/// The page with another address of where it is on the web.
pub(super) fn move_home(page: &str, home: &str) -> Option<String> {
    let (before, behind) = page.split_once(HOME)?;
    let (_, behind) = behind.split_once("\">")?;
    Some(format!("{before}{}{behind}", meta_home(home)))
}

fn meta_home(home: &str) -> String {
    format!("{HOME}{home}\">")
}

/// Whether an address can be in front of the `#` of a link.
pub(super) fn is_home(home: &str) -> bool {
    let rest =
        home.split_once("://").filter(|(scheme, _)| ["http", "https"].contains(scheme)).map(|(_, rest)| rest);
    let plain = |letter: char| letter.is_ascii_alphanumeric() || "-._~:/?&=%+@,".contains(letter);
    rest.is_some_and(|rest| {
        rest.starts_with(|letter: char| letter.is_ascii_alphanumeric()) && rest.chars().all(plain)
    })
}

#[cfg(test)]
mod tests {
    use super::super::files::test_files;
    use super::super::page::fill;
    use super::*;

    const TEMPLATE: &str = "{{policy}}|{{linked}}|{{style}}|{{preload}}|{{files}}|{{app}}";

    fn page(files: &Files) -> String {
        fill(TEMPLATE, &places(files, "run()", "https://example.jp/a/").unwrap()).unwrap()
    }

    #[test]
    fn everything_is_inside_and_nothing_is_named_elsewhere() {
        let mut files = test_files();
        files.content.push(Asset::new("en-help", "txt", b"a < b".to_vec()));
        let page = page(&files);
        for (name, asset) in files.by_name() {
            assert_eq!(inside(&page, name).as_deref(), Some(&*asset.bytes), "{name}");
        }
        assert!(page.contains(">ja-help<") && !page.contains("a < b"), "{page}");
        assert!(
            !page.contains("src=") && !page.contains("href=") && page.contains("connect-src 'none'"),
            "{page}"
        );
        // Checksums of "run()" and "style", by openssl.
        assert!(page.contains("script-src 'sha256-AvyuiL0SD1mVY3NNxR+V2uo+lhk6RMFrytWmRt6CrJQ='"), "{page}");
        assert!(page.contains("style-src 'sha256-y4brLZFNN99oV8PP5IJ7X3cLAahleBIGGLCyFXIWC+g='"), "{page}");
    }

    #[test]
    fn a_file_can_be_exchanged_and_the_home_moved() {
        let page = page(&test_files());
        let new = Asset::new("ja-help", "txt", "新しい".into());
        let changed = exchange(&page, "ja-help", &new).unwrap();
        assert_eq!(inside(&changed, "ja-help").as_deref(), Some("新しい".as_bytes()));
        assert_eq!(changed.replace("新しい", "ja-help"), page);
        assert_eq!(exchange(&page, "ja-hel", &new), None);
        assert_eq!(move_home(&page, "").unwrap(), page.replace("https://example.jp/a/", ""));
    }

    #[test]
    fn a_file_can_be_added_where_the_build_puts_it_and_be_taken_away() {
        let mut files = test_files();
        let without = page(&files);
        let asset = Asset::new("reference", "json", b"{}".to_vec());
        files.content.push(asset.clone());
        let with = page(&files);
        assert_eq!(add(&without, &asset).as_deref(), Some(&*with));
        assert_eq!(remove(&with, "reference").as_deref(), Some(&*without));
        assert_eq!(remove(&without, "reference"), None);
    }

    #[test]
    fn what_would_end_the_script_is_refused() {
        let files = test_files();
        for script in ["a </script> b", "a <!-- b", "a\r\nb"] {
            assert!(places(&files, script, "").is_err(), "{script}");
        }
    }

    #[test]
    fn an_address_is_a_plain_one() {
        for home in ["https://example.jp/", "http://127.0.0.1:8080/a/?b=c"] {
            assert!(is_home(home), "{home}");
        }
        for home in [
            "",
            "example.jp",
            "https://",
            "https://a\"b",
            "https://a#b",
            "https:// a",
            "file:///a",
            "https://a>",
        ] {
            assert!(!is_home(home), "{home}");
        }
    }
}
