//! A file with its name made from its content, so that it can be cached forever and cannot be exchanged unseen.

use base64::prelude::{BASE64_STANDARD, Engine};
use sha2::{Digest, Sha256, Sha384};
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

    /// `name.1a2b3c4d5e.ext`.
    pub(super) fn file_name(&self) -> String {
        let hash = Sha256::digest(&self.bytes).iter().take(5).fold(String::new(), |mut hex, byte| {
            let _ = write!(hex, "{byte:02x}");
            hex
        });
        format!("{}.{hash}.{}", self.name, self.extension)
    }

    /// For `integrity` attributes.
    pub(super) fn integrity(&self) -> String {
        format!("sha384-{}", BASE64_STANDARD.encode(Sha384::digest(&self.bytes)))
    }
}
