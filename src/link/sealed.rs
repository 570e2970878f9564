//! A link under a passphrase: form and checks. The cryptography itself is the browser's in the page, and `passphrase` in
//! the command line.

use super::LinkError;
use super::frame::{Frame, MARK};
use super::packed::SEALED;

/// How often the passphrase is put through the hash, unless a link says otherwise.
pub const ITERATIONS: u32 = 600_000;
/// What a link may say: less protects too little, more would keep a phone busy for half a minute.
const SANE: std::ops::RangeInclusive<u32> = 100_000..=5_000_000;

/// PBKDF2 with HMAC-SHA-256 for the key, AES-256-GCM for the rest.
const SCHEME: u8 = 1;
/// What AES-GCM adds to tell whether anything was changed.
const TAG: usize = 16;

/// A link under a passphrase.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sealed {
    /// How often the passphrase is put through the hash.
    pub iterations: u32,
    /// Random; makes the same passphrase another key in each link.
    pub salt: [u8; 16],
    /// Random; never twice with the same key.
    pub nonce: [u8; 12],
    /// What was encrypted, with the tag behind it.
    pub ciphertext: Vec<u8>,
}

impl Sealed {
    /// To be filled in: encrypt what [`super::plain`] gives, with [`Sealed::authenticated`] as additional data. A
    /// passphrase is put into form NFKC, and white space is taken off both ends, before it becomes bytes.
    pub fn new(salt: [u8; 16], nonce: [u8; 12]) -> Self {
        Self { iterations: ITERATIONS, salt, nonce, ciphertext: Vec::new() }
    }

    fn parameters(&self) -> Vec<u8> {
        let mut bytes = vec![SCHEME];
        bytes.extend(self.iterations.to_be_bytes());
        bytes.extend(self.salt);
        bytes.extend(self.nonce);
        bytes
    }

    /// Everything before the ciphertext, which is authenticated with it: version, kind and parameters.
    pub fn authenticated(&self) -> Vec<u8> {
        let mut bytes = MARK.as_bytes().to_vec();
        bytes.push(SEALED);
        bytes.extend(self.parameters());
        bytes
    }

    pub(super) fn frame(&self) -> Frame {
        let mut body = self.parameters();
        body.extend(&self.ciphertext);
        Frame { kind: SEALED, body }
    }

    pub(super) fn read(body: &[u8]) -> Result<Self, LinkError> {
        let (scheme, rest) = body.split_first().ok_or(LinkError::Damaged)?;
        if *scheme != SCHEME {
            return Err(LinkError::Newer);
        }
        let (iterations, rest) = rest.split_first_chunk().ok_or(LinkError::Damaged)?;
        let (salt, rest) = rest.split_first_chunk().ok_or(LinkError::Damaged)?;
        let (nonce, ciphertext) = rest.split_first_chunk().ok_or(LinkError::Damaged)?;
        let iterations = u32::from_be_bytes(*iterations);
        if !SANE.contains(&iterations) || ciphertext.len() <= TAG {
            return Err(LinkError::Damaged);
        }
        Ok(Self { iterations, salt: *salt, nonce: *nonce, ciphertext: ciphertext.to_vec() })
    }
}
