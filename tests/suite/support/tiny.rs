//! The tiny questionnaire of `tests/tiny`, and how tests edit it in memory.

use super::repository;
use ec_checkup::content::author::Folder;

pub(crate) const CHAPTER: &str = "ecom/01-doors.toml";
pub(crate) const META: &str = "ecom/meta.toml";
pub(crate) const SLOTS: &str = "ecom/slots.tsv";
pub(crate) const SOURCES: &str = "sources.toml";
pub(crate) const TERMS: &str = "terms/terms.toml";

/// A change to one file: what stands there exactly once, and what to write instead.
pub(crate) type Edit<'a> = (&'a str, &'a str, &'a str);

/// The folder with changes made to it. An empty "what stands there" appends.
pub(crate) fn edited(edits: &[Edit<'_>]) -> Folder {
    let mut folder = Folder::read(&repository("tests/tiny")).unwrap();
    for (file, from, to) in edits {
        let text = folder.files.get_mut(*file).unwrap();
        if from.is_empty() {
            text.push_str(to);
        } else {
            assert_eq!(text.matches(from).count(), 1, "{file}: {from}");
            *text = text.replacen(from, to, 1);
        }
    }
    folder
}
