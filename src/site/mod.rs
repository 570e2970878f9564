//! Puts the files of the site together: compiled questionnaire, hashed names, integrity, one page that names them all.
//! Native only. Everything in `dist/` has a relative address, so it works under any path of any static host.

mod asset;
mod files;
mod page;
mod worker;

use crate::content::author::{Faults, Folder, build};
use asset::Asset;
use files::Files;
use std::fmt;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Where the parts are and where the site goes.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Holds `app.js`, `app.wasm`, `later.wasm`, `style.css`, `later-style.css` and `sw.js`, as the build left them.
    pub parts: PathBuf,
    /// Holds icons and the manifest.
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
    /// The page or the manifest lacks a place, or has one nothing belongs to.
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
    let mut content = files::of_questionnaire(&compiled).map_err(SiteError::Encode)?;
    content.extend([part("later", "wasm")?, part("later-style", "css")?]);
    let mut linked = icons(&plan.public)?;
    linked.push(manifest(&plan.public, &linked)?);
    let (script, wasm, style) = (part("app", "js")?, part("app", "wasm")?, part("style", "css")?);
    let files = Files { script, wasm, style, content, linked };
    let page = page::fill(&text(&plan.page)?, &files).map_err(SiteError::Page)?;
    let worker = worker::fill(&text(&plan.parts.join("sw.js"))?, &page, files.all());

    if plan.out.exists() {
        fs::remove_dir_all(&plan.out).map_err(|error| SiteError::File(plan.out.clone(), error))?;
    }
    fs::create_dir_all(&plan.out).map_err(|error| SiteError::File(plan.out.clone(), error))?;
    for asset in files.all() {
        write(&plan.out.join(asset.file_name()), &asset.bytes)?;
    }
    write(&plan.out.join("index.html"), page.as_bytes())?;
    write(&plan.out.join("sw.js"), worker.as_bytes())
}

/// The icons, in the order of their names.
fn icons(folder: &Path) -> Result<Vec<Asset>, SiteError> {
    let fault = |error| SiteError::File(folder.to_owned(), error);
    let mut icons = Vec::new();
    for entry in fs::read_dir(folder).map_err(fault)? {
        let path = entry.map_err(fault)?.path();
        let extension = path.extension().unwrap_or_default().to_string_lossy().into_owned();
        if let (Some(name), "svg" | "png") = (path.file_stem(), extension.as_str()) {
            icons.push(Asset::new(&name.to_string_lossy(), &extension, read(&path)?));
        }
    }
    icons.sort_by_key(Asset::plain_name);
    Ok(icons)
}

/// What browsers need to know to install the page; it names the icons.
fn manifest(folder: &Path, icons: &[Asset]) -> Result<Asset, SiteError> {
    let path = folder.join("manifest.webmanifest");
    let filled = page::complete(page::name(&text(&path)?, icons));
    filled
        .map(|manifest| Asset::new("manifest", "webmanifest", manifest.into_bytes()))
        .map_err(|reason| SiteError::Page(format!("{}: {reason}", path.display())))
}

fn read(path: &Path) -> Result<Vec<u8>, SiteError> {
    fs::read(path).map_err(|error| SiteError::File(path.to_owned(), error))
}

fn text(path: &Path) -> Result<String, SiteError> {
    fs::read_to_string(path).map_err(|error| SiteError::File(path.to_owned(), error))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), SiteError> {
    fs::write(path, bytes).map_err(|error| SiteError::File(path.to_owned(), error))
}
