//! The files of a site, apart from the page and the worker, which name all others.

use super::asset::Asset;
use super::{SiteError, text};
use crate::content::author::Compiled;
use crate::content::{encode, encode_guide};
use crate::model::Questionnaire;
use crate::survey::Reference;
use std::path::Path;

/// What a site is made of.
#[derive(Clone, Debug)]
pub(super) struct Files {
    /// Starts the program.
    pub(super) script: Asset,
    /// The program.
    pub(super) wasm: Asset,
    /// The style sheet.
    pub(super) style: Asset,
    /// What the program asks for by name: its second part, the questionnaire, the texts, perhaps a reference.
    pub(super) content: Vec<Asset>,
    /// Icons, and the manifest that names them: what the page links to.
    pub(super) linked: Vec<Asset>,
}

impl Files {
    /// All of them.
    pub(super) fn all(&self) -> impl Iterator<Item = &Asset> {
        [&self.script, &self.wasm, &self.style].into_iter().chain(&self.content).chain(&self.linked)
    }

    /// What the script asks for, by the names it uses (public/files.js).
    pub(super) fn by_name(&self) -> impl Iterator<Item = (&str, &Asset)> {
        let content = self.content.iter().map(|asset| (asset.name.as_str(), asset));
        content.chain([("wasm", &self.wasm)])
    }
}

/// A questionnaire and its texts as the files that the program asks for.
pub(super) fn of_questionnaire(compiled: &Compiled) -> Result<Vec<Asset>, postcard::Error> {
    let mut files: Vec<Asset> = (compiled.texts.iter())
        .map(|(lang, tier, raw)| {
            Asset::new(&format!("{}-{}", lang.tag(), tier.name()), "txt", raw.clone().into_bytes())
        })
        .collect();
    files.push(Asset::new("structure", "bin", encode(&compiled.questionnaire)?));
    files.push(Asset::new("guide", "bin", encode_guide(&compiled.guide)?));
    Ok(files)
}

/// The program that counts surveys on other threads, and the script of such a thread.
pub(super) const COUNTER: &str = "counter";
/// See [`COUNTER`].
pub(super) const THREAD: &str = "thread";

/// The name of the file by which shops are compared, in editions that have one.
pub(super) const REFERENCE: &str = "reference";

/// Such a file, if it fits the questionnaire. It stays as it is, so that whoever made it can compare checksums. Hosts keep and
/// compress texts like the others here; settings for JSON they would need besides.
pub(super) fn reference(path: &Path, questionnaire: &Questionnaire) -> Result<Asset, SiteError> {
    let text = text(path)?;
    match Reference::read(questionnaire, &text) {
        Ok(_) => Ok(Asset::new(REFERENCE, "txt", text.into_bytes())),
        Err(error) => Err(SiteError::Reference(path.to_owned(), error)),
    }
}

#[cfg(test)]
pub(super) fn test_files() -> Files {
    let asset = |name: &str, extension: &str| Asset::new(name, extension, name.as_bytes().to_vec());
    Files {
        script: asset("app", "js"),
        wasm: asset("app", "wasm"),
        style: asset("style", "css"),
        content: vec![asset("structure", "bin"), asset("ja-start", "txt"), asset("ja-help", "txt")],
        linked: vec![asset("icon", "svg")],
    }
}
