//! Fills in `index.html`: the places `{{style}}`, `{{preload}}`, `{{files}}` and `{{app}}`, and those named like a linked
//! file (`{{icon.svg}}`), which stand for its name in the site.

use super::asset::Asset;
use super::files::Files;
use serde_json::{Map, Value, json};

/// What is fetched at once, beside the script: without these nothing can be answered.
const FIRST: [&str; 2] = ["structure", "ja-start"];

pub(super) fn fill(template: &str, files: &Files) -> Result<String, String> {
    let style = format!(r#"<link rel="stylesheet" {}>"#, checked("href", &files.style));
    let first = files.content.iter().filter(|asset| FIRST.contains(&asset.name.as_str()));
    let fetches = [&files.wasm].into_iter().chain(first);
    let fetches =
        fetches.map(|asset| format!(r#"<link rel="preload" as="fetch" {}>"#, checked("href", asset)));
    let module = format!(r#"<link rel="modulepreload" {}>"#, checked("href", &files.script));
    let preloads: Vec<String> = [module].into_iter().chain(fetches).collect();
    let describe = |asset: &Asset| json!({ "url": asset.file_name(), "integrity": asset.integrity() });
    let mut list: Map<String, Value> =
        files.content.iter().map(|asset| (asset.name.clone(), describe(asset))).collect();
    list.insert("wasm".to_owned(), describe(&files.wasm));
    let app = format!(r#"<script type="module" {}></script>"#, checked("src", &files.script));
    let places = [
        ("{{style}}", style),
        ("{{preload}}", preloads.join("\n")),
        ("{{files}}", format!(r#"<script type="application/json" id="files">{}</script>"#, json!(list))),
        ("{{app}}", app),
    ];
    let mut page = name(template, &files.linked);
    for (place, value) in places {
        if page.matches(place).count() != 1 {
            return Err(format!("the page must have the place {place} exactly once"));
        }
        page = page.replace(place, &value);
    }
    complete(page)
}

/// A file and its checksum, as attributes.
fn checked(attribute: &str, asset: &Asset) -> String {
    format!(r#"{attribute}="{}" integrity="{}""#, asset.file_name(), asset.integrity())
}

/// Fills in the names of files.
pub(super) fn name(template: &str, assets: &[Asset]) -> String {
    let fill = |text: String, asset: &Asset| {
        text.replace(&format!("{{{{{}}}}}", asset.plain_name()), &asset.file_name())
    };
    assets.iter().fold(template.to_owned(), fill)
}

/// A text in which no place is left over.
pub(super) fn complete(text: String) -> Result<String, String> {
    match text.find("{{") {
        Some(at) => Err(format!(
            "nothing belongs to the place {}",
            text.get(at..).unwrap_or_default().lines().next().unwrap_or_default()
        )),
        None => Ok(text),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill_with(template: &str) -> Result<String, String> {
        let asset = |name: &str, extension: &str| Asset::new(name, extension, name.as_bytes().to_vec());
        fill(
            template,
            &Files {
                script: asset("app", "js"),
                wasm: asset("app", "wasm"),
                style: asset("style", "css"),
                content: vec![asset("structure", "bin"), asset("ja-start", "txt"), asset("ja-help", "txt")],
                linked: vec![asset("icon", "svg")],
            },
        )
    }

    #[test]
    fn every_file_is_named_with_its_integrity() {
        let page = fill_with("{{style}}|{{preload}}|{{files}}|{{app}}").unwrap();
        assert_eq!(page.matches("sha256-").count(), 1 + 4 + 4 + 1, "{page}");
        assert!(!page.contains("http") && !page.contains("=\"/"), "addresses are relative: {page}");
    }

    #[test]
    fn linked_files_are_named_as_often_as_the_page_wants() {
        let page = fill_with("{{icon.svg}} {{icon.svg}} {{style}}{{preload}}{{files}}{{app}}").unwrap();
        let name = Asset::new("icon", "svg", b"icon".to_vec()).file_name();
        assert!(page.starts_with(&format!("{name} {name} ")), "{page}");
    }

    #[test]
    fn a_page_without_a_place_or_with_a_strange_one_is_refused() {
        assert!(fill_with("{{style}}{{preload}}{{files}}").unwrap_err().contains("{{app}}"));
        assert!(fill_with("{{style}}{{preload}}{{files}}{{app}}{{what}}").unwrap_err().contains("{{what}}"));
    }
}
