//! Around what a link of version 2 holds: version, kind, length, checksum. Frozen: `docs/link-format.md`.
//!
//! `r2` + base64url(kind, length of the body, CRC-32 of everything else, body), without padding.

use super::LinkError;
use super::envelope::{CRC, version};
use data_encoding::BASE64URL_NOPAD;

/// The longest link, in characters. No browser and no chat bears more, and it bounds the time a hostile one can cost.
pub const LONGEST: usize = 1 << 16;

/// What a link of version 2 begins with.
pub(super) const MARK: &str = "r2";
const CHECKSUM: usize = 4;

/// A link before its meaning.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Frame {
    pub(super) kind: u8,
    pub(super) body: Vec<u8>,
}

impl Frame {
    fn checksum(&self, head: &[u8]) -> [u8; CHECKSUM] {
        let mut digest = CRC.digest();
        digest.update(MARK.as_bytes());
        digest.update(head);
        digest.update(&self.body);
        digest.finalize().to_be_bytes()
    }

    /// The link.
    pub(super) fn write(&self) -> Result<String, LinkError> {
        let mut bytes = vec![self.kind];
        let mut length = self.body.len();
        while length >= 0x80 {
            bytes.push(0x80 | length.to_le_bytes()[0]);
            length >>= 7;
        }
        bytes.push(length.to_le_bytes()[0]);
        bytes.extend(self.checksum(&bytes));
        bytes.extend(&self.body);
        let link = format!("{MARK}{}", BASE64URL_NOPAD.encode(&bytes));
        if link.len() > LONGEST { Err(LinkError::TooLong) } else { Ok(link) }
    }

    /// Reads a link of version 2, nothing around it.
    pub(super) fn read(fragment: &str) -> Result<Self, LinkError> {
        match version(fragment) {
            Some(2) => {}
            Some(newer) if newer > 2 => return Err(LinkError::Newer),
            _ => return Err(LinkError::NotALink),
        }
        if fragment.len() > LONGEST {
            return Err(LinkError::TooLong);
        }
        let payload = fragment.get(MARK.len()..).unwrap_or_default();
        if payload.len() < whole_length(payload)? {
            return Err(LinkError::CutOff);
        }
        let bytes = BASE64URL_NOPAD.decode(payload.as_bytes()).map_err(|_| LinkError::Damaged)?;
        let (kind, rest) = bytes.split_first().ok_or(LinkError::CutOff)?;
        let (length, size) = length(rest).ok_or(LinkError::Damaged)?;
        let (head, rest) = bytes.split_at_checked(1 + size).ok_or(LinkError::Damaged)?;
        let (checksum, body) = rest.split_first_chunk::<CHECKSUM>().ok_or(LinkError::Damaged)?;
        let frame = Self { kind: *kind, body: body.to_vec() };
        let good = body.len() == length && frame.checksum(head) == *checksum;
        if good { Ok(frame) } else { Err(LinkError::Damaged) }
    }
}

/// How many characters a payload has that begins like this.
pub(super) fn whole_length(payload: &str) -> Result<usize, LinkError> {
    // Kind and length take six characters at most.
    let mut bytes = Vec::new();
    for letters in payload.as_bytes().chunks(4).take(2) {
        let mut whole = [b'A'; 4];
        for (place, letter) in whole.iter_mut().zip(letters) {
            *place = *letter;
        }
        let decoded = BASE64URL_NOPAD.decode(&whole).map_err(|_| LinkError::Damaged)?;
        bytes.extend(decoded.into_iter().take(letters.len() * 6 / 8));
    }
    match length(bytes.get(1..).unwrap_or_default()) {
        Some((length, size)) => Ok(((1 + size + CHECKSUM + length) * 8).div_ceil(6)),
        None if bytes.len() < 4 => Err(LinkError::CutOff),
        None => Err(LinkError::Damaged),
    }
}

/// A length, seven bits a byte, the lowest first, in as few bytes as it needs; and how many these are.
fn length(bytes: &[u8]) -> Option<(usize, usize)> {
    let mut length = 0;
    for (place, byte) in bytes.iter().enumerate().take(3) {
        length |= usize::from(byte & 0x7F) << (7 * place);
        if byte & 0x80 == 0 {
            let shortest = place == 0 || *byte > 0;
            return shortest.then_some((length, place + 1));
        }
    }
    None
}
