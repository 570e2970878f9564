//! Another questionnaire, or a reference, for an edition that is finished: an association hands out its own, without the tools
//! of the build.
//! The program stays as it is; only what it loads is exchanged, and everything that vouches for it is renewed.

use super::asset::{Asset, integrity};
use super::files::{REFERENCE, of_questionnaire, reference};
use super::hosted::{LIST, LIST_END, entry};
use super::{SiteError, checked_home, empty, read, single, text, worker, write};
use crate::content::author::{Folder, build};
use crate::content::{decode, decode_guide, encode, encode_guide};
use crate::model::Questionnaire;
use crate::survey::Reference;
use serde_json::{Map, Value, json};
use std::path::Path;

const OTHER_VERSION: &str = "was made by another version of this program";
const NO_EDITION: &str = "is not an edition of this page";
const MISFIT: &str =
    "has a reference that does not fit this questionnaire: give another one, or --no-reference";
const DAMAGED: &str = "has a file that is not what the page says";

/// What is exchanged. What is not named stays as it is.
#[derive(Clone, Copy, Debug, Default)]
pub struct Changes<'a> {
    /// The questionnaire.
    pub questionnaire: Option<&'a Folder>,
    /// Where the page is on the web, for the single file.
    pub home: Option<&'a str>,
    /// The file by which shops are compared.
    pub reference: Beside<'a>,
}

/// What becomes of a file that an edition need not have.
#[derive(Clone, Copy, Debug, Default)]
pub enum Beside<'a> {
    /// It stays, if there is one.
    #[default]
    Keep,
    /// There is none afterwards.
    Nothing,
    /// This one takes its place.
    File(&'a Path),
}

/// The files that are exchanged.
struct Exchanged {
    /// What every edition has.
    content: Vec<Asset>,
    /// The questionnaire, if it is another one.
    questionnaire: Option<Questionnaire>,
}

/// What is done about a reference, once it is known to fit.
enum Step {
    Leave,
    Remove,
    Put(Asset),
}

/// What was made.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Packed {
    /// A folder for a web server.
    Folder,
    /// A single file.
    File,
}

/// Makes changes in a copy of an edition: `from` is the folder or the single file as `make release` left it, `out` is made
/// like it, and emptied if it is there.
///
/// # Errors
/// [`SiteError`] says what is wrong with the changes or the edition. Then nothing has been written.
pub fn pack(from: &Path, out: &Path, changes: &Changes<'_>) -> Result<Packed, SiteError> {
    let mut exchanged = Exchanged { content: Vec::new(), questionnaire: None };
    if let Some(folder) = changes.questionnaire {
        let compiled = build(folder).map_err(SiteError::Content)?;
        exchanged.content = of_questionnaire(&compiled).map_err(SiteError::Encode)?;
        exchanged.questionnaire = Some(compiled.questionnaire);
    }
    let home = changes.home.map(checked_home).transpose()?;
    if from.is_dir() {
        pack_folder(&exchanged, from, out, changes.reference)?;
        Ok(Packed::Folder)
    } else {
        pack_file(&exchanged, from, out, home, changes.reference)?;
        Ok(Packed::File)
    }
}

fn pack_file(
    exchanged: &Exchanged,
    from: &Path,
    out: &Path,
    home: Option<&str>,
    beside: Beside<'_>,
) -> Result<(), SiteError> {
    let fault = |reason| SiteError::Release(from.to_owned(), reason);
    let mut page = text(from)?;
    let own = check_version(from, |name| single::inside(&page, name))?;
    let old = single::inside(&page, REFERENCE);
    let questionnaire = exchanged.questionnaire.as_ref().unwrap_or(&own);
    let step = step(beside, old.as_deref(), questionnaire, from)?;
    for asset in &exchanged.content {
        page = single::exchange(&page, &asset.name, asset).ok_or_else(|| fault(NO_EDITION))?;
    }
    let changed = match (step, old) {
        (Step::Leave, _) | (Step::Remove, None) => Some(page),
        (Step::Remove, Some(_)) => single::remove(&page, REFERENCE),
        (Step::Put(asset), Some(_)) => single::exchange(&page, REFERENCE, &asset),
        (Step::Put(asset), None) => single::add(&page, &asset),
    };
    page = changed.ok_or_else(|| fault(NO_EDITION))?;
    if let Some(home) = home {
        page = single::move_home(&page, home).ok_or_else(|| fault(NO_EDITION))?;
    }
    write(out, page.as_bytes())
}

/// What is to be done about the reference of an edition. One that stays has to fit a new questionnaire as well.
fn step(
    beside: Beside<'_>,
    old: Option<&[u8]>,
    questionnaire: &Questionnaire,
    from: &Path,
) -> Result<Step, SiteError> {
    match (beside, old) {
        (Beside::File(path), _) => reference(path, questionnaire).map(Step::Put),
        (Beside::Nothing, _) => Ok(Step::Remove),
        (Beside::Keep, None) => Ok(Step::Leave),
        (Beside::Keep, Some(old)) => match Reference::read(questionnaire, &String::from_utf8_lossy(old)) {
            Ok(_) => Ok(Step::Leave),
            Err(_) => Err(SiteError::Release(from.to_owned(), MISFIT)),
        },
    }
}

fn pack_folder(exchanged: &Exchanged, from: &Path, out: &Path, beside: Beside<'_>) -> Result<(), SiteError> {
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
    let bytes_of = |name: &str| {
        let file = file_of(&list, name)?;
        files.iter().find(|(other, _)| *other == file).map(|(_, bytes)| bytes.clone())
    };
    let own = check_version(from, bytes_of)?;
    let old = bytes_of(REFERENCE);
    let questionnaire = exchanged.questionnaire.as_ref().unwrap_or(&own);
    let step = step(beside, old.as_deref(), questionnaire, from)?;
    // The list, and what is fetched at once, name the files by name and checksum.
    let (mut before, behind) = (before.to_owned(), behind.to_owned());
    for asset in &exchanged.content {
        let old = file_of(&list, &asset.name).ok_or_else(|| fault(NO_EDITION))?;
        let place = files.iter_mut().find(|(name, _)| *name == old).ok_or_else(|| fault(NO_EDITION))?;
        before = before.replace(&old, &asset.file_name()).replace(&integrity(&place.1), &asset.integrity());
        list.insert(asset.name.clone(), entry(asset));
        *place = (asset.file_name(), asset.bytes.clone());
    }
    if !matches!(step, Step::Leave) {
        let old = file_of(&list, REFERENCE);
        files.retain(|(name, _)| Some(name) != old.as_ref());
        list.remove(REFERENCE);
    }
    if let Step::Put(asset) = step {
        list.insert(asset.name.clone(), entry(&asset));
        files.push((asset.file_name(), asset.bytes));
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

/// The questionnaire of the edition. Its program reads what this one writes: what is in it now comes out as it went in.
fn check_version(from: &Path, file: impl Fn(&str) -> Option<Vec<u8>>) -> Result<Questionnaire, SiteError> {
    let fault = |reason| SiteError::Release(from.to_owned(), reason);
    let structure = file("structure").ok_or_else(|| fault(NO_EDITION))?;
    let guide = file("guide").ok_or_else(|| fault(NO_EDITION))?;
    let questionnaire = decode(&structure).map_err(|_| fault(OTHER_VERSION))?;
    let again = encode(&questionnaire).ok();
    let guide_again = decode_guide(&guide).ok().and_then(|guide| encode_guide(&guide).ok());
    if again != Some(structure) || guide_again != Some(guide) {
        return Err(fault(OTHER_VERSION));
    }
    Ok(questionnaire)
}
