//! Another questionnaire for an edition that is finished: an association hands out its own, without the tools of the build.
//! The program stays as it is; only what it loads is exchanged, and everything that vouches for it is renewed.

use super::asset::{Asset, integrity};
use super::files::of_questionnaire;
use super::hosted::{LIST, LIST_END, entry};
use super::{SiteError, checked_home, empty, read, single, text, worker, write};
use crate::content::author::{Folder, build};
use crate::content::{decode, decode_guide, encode, encode_guide};
use serde_json::{Map, Value, json};
use std::path::Path;

const OTHER_VERSION: &str = "was made by another version of this program";
const NO_EDITION: &str = "is not an edition of this page";
const DAMAGED: &str = "has a file that is not what the page says";

/// What was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// A folder for a web server.
    Folder,
    /// A single file.
    File,
}

/// Puts a questionnaire into a copy of an edition: `from` is the folder or the single file as `make release` left it, `out`
/// is made like it, and emptied if it is there. `home` is where the page is on the web, for the single file; `None` leaves it.
///
/// # Errors
/// [`SiteError`] says what is wrong with the questionnaire or the edition. Then nothing has been written.
pub fn pack(folder: &Folder, from: &Path, out: &Path, home: Option<&str>) -> Result<Packed, SiteError> {
    let compiled = build(folder).map_err(SiteError::Content)?;
    let home = home.map(checked_home).transpose()?;
    let content = of_questionnaire(&compiled).map_err(SiteError::Encode)?;
    if from.is_dir() {
        pack_folder(&content, from, out)?;
        Ok(Packed::Folder)
    } else {
        pack_file(&content, from, out, home)?;
        Ok(Packed::File)
    }
}

fn pack_file(content: &[Asset], from: &Path, out: &Path, home: Option<&str>) -> Result<(), SiteError> {
    let fault = |reason| SiteError::Release(from.to_owned(), reason);
    let mut page = text(from)?;
    check_version(from, |name| single::inside(&page, name))?;
    for asset in content {
        page = single::exchange(&page, &asset.name, asset).ok_or_else(|| fault(NO_EDITION))?;
    }
    if let Some(home) = home {
        page = single::move_home(&page, home).ok_or_else(|| fault(NO_EDITION))?;
    }
    write(out, page.as_bytes())
}

fn pack_folder(content: &[Asset], from: &Path, out: &Path) -> Result<(), SiteError> {
    let fault = |reason| SiteError::Release(from.to_owned(), reason);
    let mut page = text(&from.join("index.html"))?;
    let (before, behind) = page.split_once(LIST).ok_or_else(|| fault(NO_EDITION))?;
    let (list, behind) = behind.split_once(LIST_END).ok_or_else(|| fault(NO_EDITION))?;
    let mut list: Map<String, Value> = serde_json::from_str(list).map_err(|_| fault(NO_EDITION))?;
    let (kept, source) = worker::parts(&text(&from.join("sw.js"))?).ok_or_else(|| fault(NO_EDITION))?;
    if kept.get(worker::PAGE) != Some(&integrity(page.as_bytes())) {
        return Err(fault(DAMAGED));
    }
    // Every file of the edition, as its worker lists them, is what it is said to be.
    let mut files = Vec::new();
    for (name, checksum) in kept.iter().filter(|(name, _)| *name != worker::PAGE) {
        let bytes = read(&from.join(name))?;
        if integrity(&bytes) != *checksum {
            return Err(SiteError::Release(from.join(name), DAMAGED));
        }
        files.push((name.clone(), bytes));
    }
    let file_of = |list: &Map<String, Value>, name: &str| {
        list.get(name).and_then(|entry| entry.get("url")).and_then(Value::as_str).map(str::to_owned)
    };
    check_version(from, |name| {
        let file = file_of(&list, name)?;
        files.iter().find(|(other, _)| *other == file).map(|(_, bytes)| bytes.clone())
    })?;
    // The list, and what is fetched at once, name the files by name and checksum.
    let (mut before, behind) = (before.to_owned(), behind.to_owned());
    for asset in content {
        let old = file_of(&list, &asset.name).ok_or_else(|| fault(NO_EDITION))?;
        let place = files.iter_mut().find(|(name, _)| *name == old).ok_or_else(|| fault(NO_EDITION))?;
        before = before.replace(&old, &asset.file_name()).replace(&integrity(&place.1), &asset.integrity());
        list.insert(asset.name.clone(), entry(asset));
        *place = (asset.file_name(), asset.bytes.clone());
    }
    page = format!("{before}{LIST}{}{LIST_END}{behind}", json!(list));
    let checksums = files.iter().map(|(name, bytes)| (name.clone(), integrity(bytes)));
    let worker = worker::with_list(&source, &page, checksums);

    if is_within(out, from) {
        return Err(fault("is where the new one should go"));
    }
    empty(out)?;
    for (name, bytes) in &files {
        write(&out.join(name), bytes)?;
    }
    write(&out.join("index.html"), page.as_bytes())?;
    write(&out.join("sw.js"), worker.as_bytes())
}

/// Whether emptying the first folder would take something of the second.
fn is_within(out: &Path, from: &Path) -> bool {
    let paths = out.canonicalize().ok().zip(from.canonicalize().ok());
    paths.is_some_and(|(out, from)| from.starts_with(&out) || out.starts_with(&from))
}

/// The program of the edition reads what this one writes: what is in it now comes out as it went in.
fn check_version(from: &Path, file: impl Fn(&str) -> Option<Vec<u8>>) -> Result<(), SiteError> {
    let fault = |reason| SiteError::Release(from.to_owned(), reason);
    let structure = file("structure").ok_or_else(|| fault(NO_EDITION))?;
    let guide = file("guide").ok_or_else(|| fault(NO_EDITION))?;
    let again = decode(&structure).ok().and_then(|questionnaire| encode(&questionnaire).ok());
    let guide_again = decode_guide(&guide).ok().and_then(|guide| encode_guide(&guide).ok());
    if again != Some(structure) || guide_again != Some(guide) {
        return Err(fault(OTHER_VERSION));
    }
    Ok(())
}
