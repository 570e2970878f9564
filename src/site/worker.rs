//! Writes the list of files into the service worker, `sw.js`: it keeps these and nothing else.

use super::asset::{Asset, fingerprint, integrity};
use serde_json::{Map, Value, json};
use std::collections::BTreeMap;

/// Under which address the worker keeps the page: that of its folder.
pub(super) const PAGE: &str = "./";

const BEFORE: &str = "const FILES=";
const BETWEEN: &str = ",VERSION=\"";
const BEHIND: &str = "\";\n";

/// The worker for a page and the files that belong to it. Whatever changes in one of them changes the worker, and so
/// browsers notice that there is a new version.
pub(super) fn fill<'a>(source: &str, page: &str, assets: impl Iterator<Item = &'a Asset>) -> String {
    with_list(source, page, assets.map(|asset| (asset.file_name(), asset.integrity())))
}

/// The same for files by name and checksum.
pub(super) fn with_list(source: &str, page: &str, files: impl Iterator<Item = (String, String)>) -> String {
    let mut files: Map<String, Value> = files.map(|(name, checksum)| (name, json!(checksum))).collect();
    files.insert(PAGE.to_owned(), json!(integrity(page.as_bytes())));
    let list = Value::Object(files).to_string();
    format!("{BEFORE}{list}{BETWEEN}{}{BEHIND}{source}", fingerprint(list.as_bytes()))
}

/// The files and checksums of a worker, and its source.
pub(super) fn parts(worker: &str) -> Option<(BTreeMap<String, String>, String)> {
    let (list, behind) = worker.strip_prefix(BEFORE)?.split_once(BETWEEN)?;
    let (_, source) = behind.split_once(BEHIND)?;
    Some((serde_json::from_str(list).ok()?, source.to_owned()))
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
        let (files, source) = parts(&worker).unwrap();
        assert_eq!((files.len(), &*source), (3, "rest"));
        assert_eq!(with_list(&source, "page", files.into_iter().filter(|(name, _)| name != PAGE)), worker);
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
