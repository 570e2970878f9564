//! A content under a passphrase, for the command line and for tests. The page leaves this to the browser's cryptography.

use super::{Content, LinkError, Sealed, open_plain, plain, write};
use crate::model::Questionnaire;
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use sha2::Sha256;
use unicode_normalization::UnicodeNormalization;

/// Why a sealed content cannot be had.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SealError {
    /// The passphrase is another one.
    WrongPassphrase,
    /// Something else is wrong.
    Link(LinkError),
}

/// The fragment of a content under a passphrase. Salt and nonce must be random, and never used again.
///
/// # Errors
/// [`LinkError::TooLong`] when a link cannot hold that much.
pub fn seal(
    questionnaire: &Questionnaire,
    content: &Content,
    passphrase: &str,
    empty: &Sealed,
) -> Result<String, LinkError> {
    let plain = plain(questionnaire, content)?;
    let aad = empty.authenticated();
    let sealed = cipher(empty, passphrase).encrypt(nonce(empty), Payload { msg: &plain, aad: &aad });
    // Encryption fails only for what is far too long.
    let ciphertext = sealed.map_err(|_| LinkError::TooLong)?;
    write(questionnaire, &Content::Sealed(Sealed { ciphertext, ..empty.clone() }))
}

/// The content that is under a passphrase.
///
/// # Errors
/// [`SealError`] says whether the passphrase or the content is wrong.
pub fn unseal(
    questionnaire: &Questionnaire,
    sealed: &Sealed,
    passphrase: &str,
) -> Result<Content, SealError> {
    let aad = sealed.authenticated();
    let payload = Payload { msg: &sealed.ciphertext, aad: &aad };
    let plain = cipher(sealed, passphrase).decrypt(nonce(sealed), payload);
    let plain = plain.map_err(|_| SealError::WrongPassphrase)?;
    open_plain(questionnaire, &plain).map_err(SealError::Link)
}

/// The bytes of a passphrase: however it was typed, with wide letters or narrow ones, it is the same.
pub fn passphrase_bytes(passphrase: &str) -> Vec<u8> {
    let normal: String = passphrase.nfkc().collect();
    normal.trim().as_bytes().to_vec()
}

fn cipher(sealed: &Sealed, passphrase: &str) -> Aes256Gcm {
    let mut key = [0; 32];
    let passphrase = passphrase_bytes(passphrase);
    pbkdf2::pbkdf2_hmac::<Sha256>(&passphrase, &sealed.salt, sealed.iterations, &mut key);
    Aes256Gcm::new(&key.into())
}

fn nonce(sealed: &Sealed) -> &Nonce<aes_gcm::aead::consts::U12> {
    Nonce::from_slice(&sealed.nonce)
}
