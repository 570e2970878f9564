//! From `questionnaire/*.toml` to what the page loads.
//!
//! `author` (native builds only): TOML -> parse -> check -> compile. [`decode`] and [`encode`]: the compact form in between.
//! The browser never parses TOML.

#[cfg(feature = "author")]
pub mod author;

use crate::model::{Guide, Questionnaire, packing};

/// The structure of a questionnaire in the compact form that the page loads.
///
/// # Errors
/// When serialization fails, which no questionnaire that passed the check causes.
pub fn encode(questionnaire: &Questionnaire) -> Result<Vec<u8>, postcard::Error> {
    let mut packed = questionnaire.clone();
    packing::pack(&mut packed);
    postcard::to_allocvec(&packed)
}

/// The guide in the compact form that the page loads.
///
/// # Errors
/// When serialization fails, which no guide that passed the check causes.
pub fn encode_guide(guide: &Guide) -> Result<Vec<u8>, postcard::Error> {
    postcard::to_allocvec(guide)
}

/// Reads the compact form of the guide.
///
/// # Errors
/// When the bytes are not of this version of the program.
pub fn decode_guide(bytes: &[u8]) -> Result<Guide, postcard::Error> {
    postcard::from_bytes(bytes)
}

/// Reads the compact form.
///
/// # Errors
/// When the bytes are not of this version of the program.
pub fn decode(bytes: &[u8]) -> Result<Questionnaire, postcard::Error> {
    let mut questionnaire = postcard::from_bytes(bytes)?;
    packing::unpack(&mut questionnaire);
    Ok(questionnaire)
}
