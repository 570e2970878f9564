//! The page on a host: it names all its files, with the checksums by which browsers refuse one that was exchanged.

use super::asset::Asset;
use super::files::Files;
use super::page::Places;
use super::policy;
use serde_json::{Map, Value, json};

/// What is fetched at once, beside the script: without these nothing can be answered.
const FIRST: [&str; 2] = ["structure", "ja-start"];

/// Begins the list of files in the page; [`LIST_END`] is behind it.
pub(super) const LIST: &str = r#"<script type="application/json" id="files">"#;
pub(super) const LIST_END: &str = "</script>";

pub(super) fn places(files: &Files) -> Places {
    let first = files.content.iter().filter(|asset| FIRST.contains(&asset.name.as_str()));
    let fetches = [&files.wasm].into_iter().chain(first);
    let fetches =
        fetches.map(|asset| format!(r#"<link rel="preload" as="fetch" {}>"#, checked("href", asset)));
    let module = format!(r#"<link rel="modulepreload" {}>"#, checked("href", &files.script));
    let preloads: Vec<String> = [module].into_iter().chain(fetches).collect();
    let list: Map<String, Value> =
        files.by_name().map(|(name, asset)| (name.to_owned(), entry(asset))).collect();
    Places {
        policy: policy::hosted(),
        linked: linked(&files.linked),
        style: format!(r#"<link rel="stylesheet" {}>"#, checked("href", &files.style)),
        preload: preloads.join("\n"),
        app: format!(r#"<script type="module" {}></script>"#, checked("src", &files.script)),
        files: format!("{LIST}{}{LIST_END}", json!(list)),
    }
}

/// How a file is named in the list.
pub(super) fn entry(asset: &Asset) -> Value {
    json!({ "url": asset.file_name(), "integrity": asset.integrity() })
}

/// The icon of the tab and the manifest. The other icons are named in that.
fn linked(assets: &[Asset]) -> String {
    let links = assets.iter().filter_map(|asset| match asset.plain_name().as_str() {
        "icon.svg" => Some(format!(r#"<link rel="icon" href="{}" type="image/svg+xml">"#, asset.file_name())),
        "manifest.webmanifest" => Some(format!(r#"<link rel="manifest" href="{}">"#, asset.file_name())),
        _ => None,
    });
    links.collect::<Vec<_>>().join("\n")
}

/// A file and its checksum, as attributes.
fn checked(attribute: &str, asset: &Asset) -> String {
    format!(r#"{attribute}="{}" integrity="{}""#, asset.file_name(), asset.integrity())
}

#[cfg(test)]
mod tests {
    use super::super::files::test_files;
    use super::super::page::fill;
    use super::*;

    #[test]
    fn every_file_is_named_with_its_integrity() {
        let template = "{{policy}}|{{linked}}|{{style}}|{{preload}}|{{files}}|{{app}}";
        let page = fill(template, &places(&test_files())).unwrap();
        assert_eq!(page.matches("sha256-").count(), 1 + 4 + 4 + 1, "{page}");
        assert!(!page.contains("http") && !page.contains("=\"/"), "addresses are relative: {page}");
        assert_eq!(page.matches("icon.").count(), 1, "{page}");
    }
}
