//! Puts the two editions of the page together: a folder for a web server, and a single file. Native only.
//!
//! In the folder every file has its content in its name and the page names them all, by relative addresses, so it works under
//! any path of any static host. [`pack`] puts another questionnaire into editions that are finished.

mod asset;
mod files;
mod hosted;
mod pack;
mod page;
mod policy;
mod single;
mod worker;

use crate::content::author::{Compiled, Faults, Folder, build};
use crate::survey::ReferenceError;
use asset::Asset;
pub use asset::sha256;
use files::Files;
pub use pack::{Beside, Changes, Packed, pack};
use std::fmt;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// Where the parts are and where the editions go.
#[derive(Clone, Debug)]
pub struct Plan {
    /// Holds `app.js`, `single.js`, `app.wasm`, `later.wasm`, `style.css`, `later-style.css`, `sw.js`,
    /// `counter.wasm` and `thread.js`, as the build left them.
    pub parts: PathBuf,
    /// Holds icons and the manifest.
    pub public: PathBuf,
    /// The page with its places for the names of files.
    pub page: PathBuf,
    /// The folder for a web server: emptied and filled.
    pub out: PathBuf,
    /// The single file.
    pub single: PathBuf,
    /// Where the page is on the web: what links lead to that are made in the single file. Or "".
    pub home: String,
    /// A file by which shops are compared, to be put beside the page.
    pub reference: Option<PathBuf>,
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
    /// The edition to put a questionnaire into is none, is damaged, or was made by another version.
    Release(PathBuf, &'static str),
    /// Not an address that links could lead to.
    Home(String),
    /// Not a reference, or not one for this questionnaire.
    Reference(PathBuf, ReferenceError),
}

impl fmt::Display for SiteError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::File(path, error) => write!(f, "{}: {error}", path.display()),
            Self::Content(faults) => faults.fmt(f),
            Self::Page(reason) => f.write_str(reason),
            Self::Encode(error) => write!(f, "the questionnaire could not be encoded: {error}"),
            Self::Release(path, reason) => write!(f, "{}: {reason}", path.display()),
            Self::Reference(path, error) => write!(f, "{}: {}", path.display(), error.reason()),
            Self::Home(home) => {
                write!(f, "{home}: not an address of a page on the web, from its scheme to the final slash")
            }
        }
    }
}

impl std::error::Error for SiteError {}

/// Puts both editions together.
///
/// # Errors
/// [`SiteError`] says what is missing or wrong; what was there before may then be gone.
pub fn assemble(folder: &Folder, plan: &Plan) -> Result<(), SiteError> {
    let compiled = build(folder).map_err(SiteError::Content)?;
    let home = checked_home(&plan.home)?;
    let files = gather(&compiled, plan)?;
    let template = text(&plan.page)?;
    let page = page::fill(&template, &hosted::places(&files)).map_err(SiteError::Page)?;
    let worker = worker::fill(&text(&plan.parts.join("sw.js"))?, &page, files.all());
    let script = text(&plan.parts.join("single.js"))?;
    let single = single::places(&files, &script, home).and_then(|places| page::fill(&template, &places));
    let single = single.map_err(SiteError::Page)?;

    empty(&plan.out)?;
    for asset in files.all() {
        write(&plan.out.join(asset.file_name()), &asset.bytes)?;
    }
    write(&plan.out.join("index.html"), page.as_bytes())?;
    write(&plan.out.join("sw.js"), worker.as_bytes())?;
    if let Some(folder) = plan.single.parent() {
        fs::create_dir_all(folder).map_err(|error| SiteError::File(folder.to_owned(), error))?;
    }
    write(&plan.single, single.as_bytes())
}

/// All files but the page and the worker.
fn gather(compiled: &Compiled, plan: &Plan) -> Result<Files, SiteError> {
    let part = |name: &str, extension: &str| {
        let path = plan.parts.join(format!("{name}.{extension}"));
        read(&path).map(|bytes| Asset::new(name, extension, bytes))
    };
    let mut content = files::of_questionnaire(compiled).map_err(SiteError::Encode)?;
    content.extend([part("later", "wasm")?, part("later-style", "css")?]);
    let thread = Asset::new(files::THREAD, "js", part("thread", "js")?.bytes);
    content.extend([part(files::COUNTER, "wasm")?, thread]);
    if let Some(path) = &plan.reference {
        content.push(files::reference(path, &compiled.questionnaire)?);
    }
    let mut linked = icons(&plan.public)?;
    linked.push(manifest(&plan.public, &linked)?);
    let (script, wasm, style) = (part("app", "js")?, part("app", "wasm")?, part("style", "css")?);
    Ok(Files { script, wasm, style, content, linked })
}

fn checked_home(home: &str) -> Result<&str, SiteError> {
    if home.is_empty() || single::is_home(home) { Ok(home) } else { Err(SiteError::Home(home.to_owned())) }
}

/// Makes a folder, and empties it if it is there.
fn empty(folder: &Path) -> Result<(), SiteError> {
    let fault = |error| SiteError::File(folder.to_owned(), error);
    if folder.exists() {
        fs::remove_dir_all(folder).map_err(fault)?;
    }
    fs::create_dir_all(folder).map_err(fault)
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
    let filled = page::name(&text(&path)?, icons);
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
