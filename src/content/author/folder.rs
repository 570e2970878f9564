//! The files of a questionnaire folder, from disk or as built into the program.

use include_dir::{Dir, include_dir};
use std::collections::BTreeMap;
use std::path::Path;
use std::{fs, io};

static BUILT_IN: Dir<'_> = include_dir!("$CARGO_MANIFEST_DIR/questionnaire");

/// The text files of a questionnaire folder, by their path in it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Folder {
    /// Path with `/`, and text.
    pub files: BTreeMap<String, String>,
}

impl Folder {
    /// The questionnaire this program was built with.
    pub fn built_in() -> Self {
        fn walk(dir: &Dir<'_>, files: &mut BTreeMap<String, String>) {
            for file in dir.files() {
                if let Some(text) = file.contents_utf8() {
                    files.insert(file.path().to_string_lossy().into_owned(), text.to_owned());
                }
            }
            dir.dirs().for_each(|dir| walk(dir, files));
        }
        let mut files = BTreeMap::new();
        walk(&BUILT_IN, &mut files);
        Self { files }
    }

    /// Reads `.toml` and `.tsv` files of a folder and its subfolders.
    ///
    /// # Errors
    /// When something cannot be read.
    pub fn read(root: &Path) -> io::Result<Self> {
        fn walk(dir: &Path, prefix: &str, files: &mut BTreeMap<String, String>) -> io::Result<()> {
            for entry in fs::read_dir(dir)? {
                let path = entry?.path();
                let name =
                    path.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
                if path.is_dir() {
                    walk(&path, &format!("{prefix}{name}/"), files)?;
                } else if path.extension().is_some_and(|extension| extension == "toml" || extension == "tsv")
                {
                    files.insert(format!("{prefix}{name}"), fs::read_to_string(&path)?);
                }
            }
            Ok(())
        }
        let mut files = BTreeMap::new();
        walk(root, "", &mut files)?;
        Ok(Self { files })
    }

    /// The files whose path begins and ends so, in order.
    pub(super) fn matching<'a>(
        &'a self,
        prefix: &'a str,
        suffix: &'a str,
    ) -> impl Iterator<Item = (&'a str, &'a str)> {
        self.files
            .iter()
            .filter(move |(path, _)| path.starts_with(prefix) && path.ends_with(suffix))
            .map(|(path, text)| (path.as_str(), text.as_str()))
    }
}
