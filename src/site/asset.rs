//! A file with its name made from its content, so that it can be cached forever and cannot be exchanged unseen.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256};
use std::fmt::Write;

/// One file of the site.
#[derive(Clone, Debug)]
pub(super) struct Asset {
    /// Name without hash and extension.
    pub(super) name: String,
    extension: String,
    /// Its content.
    pub(super) bytes: Vec<u8>,
}

impl Asset {
    pub(super) fn new(name: &str, extension: &str, bytes: Vec<u8>) -> Self {
        Self { name: name.to_owned(), extension: extension.to_owned(), bytes }
    }

    /// `name.ext`: how sources name it.
    pub(super) fn plain_name(&self) -> String {
        format!("{}.{}", self.name, self.extension)
    }

    /// `name.1a2b3c4d5e.ext`: how it is named in the site.
    pub(super) fn file_name(&self) -> String {
        format!("{}.{}.{}", self.name, fingerprint(&self.bytes), self.extension)
    }

    /// For `integrity` attributes.
    pub(super) fn integrity(&self) -> String {
        integrity(&self.bytes)
    }
}

/// Ten hexadecimal digits that change with the content.
pub(super) fn fingerprint(bytes: &[u8]) -> String {
    sha256(bytes).chars().take(10).collect()
}

/// The whole checksum, as `sha256sum` prints it.
pub fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut hex, byte| {
        let _ = write!(hex, "{byte:02x}");
        hex
    })
}

/// A checksum as browsers want it. Longer ones would be no safer here, and the page carries two dozen of them.
pub(super) fn integrity(bytes: &[u8]) -> String {
    format!("sha256-{}", BASE64_STANDARD.encode(Sha256::digest(bytes)))
}
