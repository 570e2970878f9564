//! Results, questions and answers as links, permanently: a link of any past version opens forever.
//! `docs/link-format.md` is the definition.
//!
//! First the content is put together, cut to what travels: [`Answers::new`], [`Request::new`], [`Reply::new`], or a
//! [`Summary`]. What it gives away can be shown: [`Content::disclosed`]. Then it is written: [`write`]. [`open`] reads
//! every version.

mod adaptive;
mod answers;
mod carried;
mod coder;
mod content;
mod envelope;
mod error;
mod find;
mod frame;
mod handing;
#[cfg(feature = "author")]
mod json;
mod limits;
mod packed;
#[cfg(feature = "author")]
mod passphrase;
mod range_coder;
mod reply_file;
mod sealed;
mod summary;
mod texts;

pub use content::{Content, Disclosed, Glance, Head};
pub use error::LinkError;
pub use find::{Found, find, first};
pub use frame::LONGEST;
pub use handing::{Answers, Reply, Request};
#[cfg(feature = "author")]
pub use json::to_json;
pub use limits::{MESSAGE, NAME, TEXT};
#[cfg(feature = "author")]
pub use passphrase::{SealError, passphrase_bytes, seal, unseal};
pub use reply_file::KIND as REPLY_KIND;
pub use sealed::{ITERATIONS, Sealed};
pub use summary::{Points, SizeClass, Summary};

use crate::answers::{Answer, Sheet};
use crate::flow::Flow;
use crate::model::{FieldIx, Questionnaire};
use carried::Carried;
use envelope::Envelope;
use frame::Frame;

/// The fragment (without `#`) of a content.
///
/// # Errors
/// [`LinkError::TooLong`] when a link cannot hold that much.
pub fn write(questionnaire: &Questionnaire, content: &Content) -> Result<String, LinkError> {
    let (kind, body) = packed::write(questionnaire, content)?;
    Frame { kind, body }.write()
}

/// What a fragment (without `#`) of any version holds. Nothing may be around it: [`find`] takes away what is.
///
/// # Errors
/// [`LinkError`] says what is wrong with the link.
pub fn open(questionnaire: &Questionnaire, fragment: &str) -> Result<Content, LinkError> {
    if envelope::version(fragment) == Some(1) {
        let (sheet, homeless) = decode(questionnaire, fragment)?;
        return Ok(Content::Answers(Answers { sheet, homeless, ..Answers::default() }));
    }
    let frame = Frame::read(fragment)?;
    packed::read(questionnaire, frame.kind, &frame.body)
}

/// What a fragment (without `#`) of any version is about: for sorting many before the chosen ones are opened. Its checksum is
/// right then; opening it can still fail.
///
/// # Errors
/// [`LinkError`] says what is wrong with the link.
pub fn glance(questionnaire: &Questionnaire, fragment: &str) -> Result<Glance, LinkError> {
    if envelope::version(fragment) == Some(1) {
        return Envelope::read(fragment).map(|_| Glance::Answers { number: 0, day: None });
    }
    let frame = Frame::read(fragment)?;
    packed::glance(questionnaire, frame.kind, &frame.body)
}

/// What is to be encrypted to put a content under a passphrase.
///
/// # Errors
/// [`LinkError::TooLong`] when a link cannot hold that much.
pub fn plain(questionnaire: &Questionnaire, content: &Content) -> Result<Vec<u8>, LinkError> {
    let (kind, body) = packed::write(questionnaire, content)?;
    Ok([&[kind], body.as_slice()].concat())
}

/// The content that was under a passphrase, from what decryption gave.
///
/// # Errors
/// [`LinkError`] says what is wrong with it.
pub fn open_plain(questionnaire: &Questionnaire, plain: &[u8]) -> Result<Content, LinkError> {
    match plain.split_first() {
        // Nobody is asked for a passphrase twice.
        None | Some((&packed::SEALED, _)) => Err(LinkError::Damaged),
        Some((kind, body)) => packed::read(questionnaire, *kind, body),
    }
}

/// The fragment (without `#`) that carries the asked answers of a sheet, in the first version.
pub fn encode(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow) -> String {
    encode_where(questionnaire, sheet, |field| flow.asks(field))
}

fn encode_where(questionnaire: &Questionnaire, sheet: &Sheet, chosen: impl Fn(FieldIx) -> bool) -> String {
    let table = &questionnaire.slots;
    let mut by_slot: Vec<Option<&Answer>> = vec![None; table.entries.len()];
    for (ix, field) in questionnaire.fields().filter(|(ix, _)| chosen(*ix)) {
        if let Some(place) = field.slot.and_then(|slot| by_slot.get_mut(usize::from(slot))) {
            *place = sheet.answer(ix);
        }
    }
    let revision = table.revision();
    let body = answers::encode(table, revision, &by_slot);
    Envelope { pack: questionnaire.number, revision, body }.write()
}

/// The sheet of a link of the first version. Answers that the questionnaire of today has no field or option for are left
/// out; their number is given beside the sheet.
///
/// # Errors
/// [`LinkError`] says what is wrong with the link.
pub fn decode(questionnaire: &Questionnaire, fragment: &str) -> Result<(Sheet, usize), LinkError> {
    let envelope = Envelope::read(fragment)?;
    if envelope.pack != questionnaire.number {
        return Err(LinkError::OtherQuestionnaire);
    }
    let table = &questionnaire.slots;
    match envelope.revision {
        0 => return Err(LinkError::Damaged),
        newer if newer > table.revision() => return Err(LinkError::Newer),
        _ => {}
    }
    let by_slot = answers::decode(table, envelope.revision, &envelope.body).ok_or(LinkError::Damaged)?;
    let (mut sheet, _, homeless) = Carried::of_answers(by_slot).unpack(questionnaire);
    carried::bring_back(questionnaire, &mut sheet);
    Ok((sheet, homeless))
}

/// Whether a fragment wants to be a link of ours of any version, damaged or not, rather than an address within the page.
pub fn looks_like_link(fragment: &str) -> bool {
    let mut start: Vec<u8> = fragment.bytes().take(40).collect();
    // Percent signs may have been encoded again.
    for _ in 0..3 {
        start = percent_undone(&start);
    }
    let mut start = start.into_iter().skip_while(|byte| !byte.is_ascii_alphanumeric());
    matches!((start.next(), start.next()), (Some(b'r' | b'R'), Some(b'1'..=b'9')))
}

fn percent_undone(bytes: &[u8]) -> Vec<u8> {
    let hex = |byte: &u8| char::from(*byte).to_digit(16).and_then(|digit| u8::try_from(digit).ok());
    let mut undone = Vec::new();
    let mut rest = bytes;
    while let Some((first, behind)) = rest.split_first() {
        let pair = behind.first().and_then(hex).zip(behind.get(1).and_then(hex)).filter(|_| *first == b'%');
        undone.push(pair.map_or(*first, |(high, low)| high << 4 | low));
        rest = behind.get(if pair.is_some() { 2.. } else { 0.. }).unwrap_or_default();
    }
    undone
}
