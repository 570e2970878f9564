//! Writes the list of files into the service worker, `sw.js`: it keeps these and nothing else.

use super::asset::{Asset, fingerprint, integrity};
use serde_json::{Map, Value, json};

/// Under which address the worker keeps the page: that of its folder.
const PAGE: &str = "./";

/// The worker for a page and the files that belong to it. Whatever changes in one of them changes the worker, and so
/// browsers notice that there is a new version.
pub(super) fn fill<'a>(source: &str, page: &str, assets: impl Iterator<Item = &'a Asset>) -> String {
    let mut files: Map<String, Value> =
        assets.map(|asset| (asset.file_name(), json!(asset.integrity()))).collect();
    files.insert(PAGE.to_owned(), json!(integrity(page.as_bytes())));
    let list = Value::Object(files).to_string();
    format!("const FILES={list},VERSION=\"{}\";\n{source}", fingerprint(list.as_bytes()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_and_the_page_are_listed_once_with_their_checksums() {
        let assets = [Asset::new("a", "js", vec![1]), Asset::new("b", "txt", vec![2])];
        let worker = fill("rest", "page", assets.iter());
        assert!(
            worker.starts_with("const FILES={\"./\":\"sha256-") && worker.ends_with("\nrest"),
            "{worker}"
        );
        assert_eq!(worker.matches("sha256-").count(), 3);
        for asset in &assets {
            assert!(worker.contains(&asset.file_name()) && worker.contains(&asset.integrity()));
        }
    }

    #[test]
    fn every_change_makes_another_version() {
        let version = |page: &str, byte: u8| {
            let worker = fill("", page, [Asset::new("a", "js", vec![byte])].iter());
            worker.split("VERSION=").nth(1).unwrap().to_owned()
        };
        assert_eq!(version("page", 1), version("page", 1));
        assert_ne!(version("page", 1), version("page", 2));
        assert_ne!(version("page", 1), version("other", 1));
    }
}
