//! Puts the files of the site together: compiled questionnaire, hashed names, integrity, one page that names them all.
//! Native only. Everything in `dist/` has a relative address, so it works under any path of any static host.

mod asset;
mod page;

use crate::content::author::{Compiled, Faults, Folder, build};
use crate::content::{encode, encode_guide};
use asset::Asset;
use std::fmt;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Where the parts are and where the site goes.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Holds `app.js`, `app.wasm`, `later.wasm` and `style.css`, as the build left them.
    pub parts: PathBuf,
    /// Copied under the same names, apart from sources of the parts.
    pub public: PathBuf,
    /// The page with its places for the names of files.
    pub page: PathBuf,
    /// Emptied and filled.
    pub out: PathBuf,
}

/// Why a site could not be put together.
#[derive(Debug)]
pub enum SiteError {
    /// A file could not be read or written.
    File(PathBuf, io::Error),
    /// The questionnaire has faults.
    Content(Faults),
    /// The page lacks a place, or has one nothing belongs to.
    Page(String),
    /// The structure could not be encoded.
    Encode(postcard::Error),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Content(faults) => faults.fmt(f),
            Self::Page(reason) => f.write_str(reason),
            Self::Encode(error) => write!(f, "the questionnaire could not be encoded: {error}"),
        }
    }
}

impl std::error::Error for SiteError {}

/// Sources of the parts, which are in `public/` but not part of the site.
const SOURCES: [&str; 3] = ["boot.js", "later.js", "style.css"];

/// Puts a site together.
///
/// # Errors
/// [`SiteError`] says what is missing or wrong; `out` may then be half filled.
pub fn assemble(folder: &Folder, plan: &Plan) -> Result<(), SiteError> {
    let compiled = build(folder).map_err(SiteError::Content)?;
    let part = |name: &str, extension: &str| {
        let path = plan.parts.join(format!("{name}.{extension}"));
        read(&path).map(|bytes| Asset::new(name, extension, bytes))
    };
    let (script, wasm, style) = (part("app", "js")?, part("app", "wasm")?, part("style", "css")?);
    let mut content = texts(&compiled);
    content.push(part("later", "wasm")?);
    content.push(Asset::new("structure", "bin", encode(&compiled.questionnaire).map_err(SiteError::Encode)?));
    content.push(Asset::new("guide", "bin", encode_guide(&compiled.guide).map_err(SiteError::Encode)?));
    let template = read(&plan.page)?;
    let page = page::fill(&String::from_utf8_lossy(&template), &script, &wasm, &style, &content)
        .map_err(SiteError::Page)?;

    if plan.out.exists() {
        fs::remove_dir_all(&plan.out).map_err(|error| SiteError::File(plan.out.clone(), error))?;
    }
    copy(&plan.public, &plan.out)?;
    for asset in [&script, &wasm, &style].into_iter().chain(&content) {
        write(&plan.out.join(asset.file_name()), &asset.bytes)?;
    }
    write(&plan.out.join("index.html"), page.as_bytes())
}

fn texts(compiled: &Compiled) -> Vec<Asset> {
    let asset = |(lang, tier, raw): &(crate::model::Lang, crate::model::Tier, String)| {
        Asset::new(&format!("{}-{}", lang.tag(), tier.name()), "txt", raw.clone().into_bytes())
    };
    compiled.texts.iter().map(asset).collect()
}

fn read(path: &Path) -> Result<Vec<u8>, SiteError> {
    fs::read(path).map_err(|error| SiteError::File(path.to_owned(), error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), SiteError> {
    fs::write(path, bytes).map_err(|error| SiteError::File(path.to_owned(), error))
}

fn copy(from: &Path, to: &Path) -> Result<(), SiteError> {
    let fault = |error| SiteError::File(from.to_owned(), error);
    fs::create_dir_all(to).map_err(|error| SiteError::File(to.to_owned(), error))?;
    for entry in fs::read_dir(from).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let Some(name) = path.file_name() else { continue };
        if path.is_dir() {
            copy(&path, &to.join(name))?;
        } else if !SOURCES.iter().any(|source| name == *source) {
            write(&to.join(name), &read(&path)?)?;
        }
    }
    Ok(())
}
