//! Fills in `index.html`: the places `{{style}}`, `{{preload}}`, `{{files}}` and `{{app}}`.

use super::asset::Asset;
use serde_json::{Map, json};

/// What is fetched at once, beside the script: without these nothing can be answered.
const FIRST: [&str; 2] = ["structure", "ja-start"];

pub(super) fn fill(
    template: &str,
    script: &Asset,
    wasm: &Asset,
    style: &Asset,
    content: &[Asset],
) -> Result<String, String> {
    let first = content.iter().filter(|asset| FIRST.contains(&asset.name.as_str()));
    let fetches = [wasm].into_iter().chain(first).map(preload);
    let module = format!(
        r#"<link rel="modulepreload" href="{}" integrity="{}">"#,
        script.file_name(),
        script.integrity()
    );
    let preloads: Vec<String> = [module].into_iter().chain(fetches).collect();
    let describe = |asset: &Asset| json!({ "url": asset.file_name(), "integrity": asset.integrity() });
    let mut files: Map<String, serde_json::Value> =
        content.iter().map(|asset| (asset.name.clone(), describe(asset))).collect();
    files.insert("wasm".to_owned(), describe(wasm));
    let places = [
        (
            "{{style}}",
            format!(
                r#"<link rel="stylesheet" href="{}" integrity="{}">"#,
                style.file_name(),
                style.integrity()
            ),
        ),
        ("{{preload}}", preloads.join("\n")),
        ("{{files}}", format!(r#"<script type="application/json" id="files">{}</script>"#, json!(files))),
        (
            "{{app}}",
            format!(
                r#"<script type="module" src="{}" integrity="{}"></script>"#,
                script.file_name(),
                script.integrity()
            ),
        ),
    ];
    let mut page = template.to_owned();
    for (place, value) in places {
        if page.matches(place).count() != 1 {
            return Err(format!("the page must have the place {place} exactly once"));
        }
        page = page.replace(place, &value);
    }
    match page.find("{{") {
        Some(at) => Err(format!(
            "nothing belongs to the place {}",
            page.get(at..).unwrap_or_default().lines().next().unwrap_or_default()
        )),
        None => Ok(page),
    }
}

fn preload(asset: &Asset) -> String {
    format!(
        r#"<link rel="preload" as="fetch" crossorigin href="{}" integrity="{}">"#,
        asset.file_name(),
        asset.integrity()
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fill_with(template: &str) -> Result<String, String> {
        let asset = |name: &str, extension: &str| Asset::new(name, extension, name.as_bytes().to_vec());
        let content = [asset("structure", "bin"), asset("ja-start", "txt"), asset("ja-help", "txt")];
        fill(template, &asset("app", "js"), &asset("app", "wasm"), &asset("style", "css"), &content)
    }

    #[test]
    fn every_file_is_named_with_its_integrity() {
        let page = fill_with("{{style}}|{{preload}}|{{files}}|{{app}}").unwrap();
        assert_eq!(page.matches("sha384-").count(), 1 + 4 + 4 + 1, "{page}");
        assert!(!page.contains("http") && !page.contains("=\"/"), "addresses are relative: {page}");
    }

    #[test]
    fn a_page_without_a_place_or_with_a_strange_one_is_refused() {
        assert!(fill_with("{{style}}{{preload}}{{files}}").unwrap_err().contains("{{app}}"));
        assert!(fill_with("{{style}}{{preload}}{{files}}{{app}}{{what}}").unwrap_err().contains("{{what}}"));
    }
}
