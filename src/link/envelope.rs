//! Around the packed answers of a link of the first version: version, questionnaire, revision of the slot table, checksum.
//!
//! `r1` + base64url(pack, revision, CRC-32 of everything else, body), without padding. Only characters that no mail
//! client, chat or shell has a meaning for: letters, digits, `-` and `_`.

use super::LinkError;
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};
use data_encoding::BASE64URL_NOPAD;

/// What is inside a link.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Envelope {
    /// Permanent number of the questionnaire.
    pub(super) pack: u8,
    /// Revision of its slot table.
    pub(super) revision: u8,
    /// The packed answers.
    pub(super) body: Vec<u8>,
}

/// The CRC-32 of zip and PNG, without its tables: they would outweigh the links of a lifetime.
pub(super) const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);

const VERSION: u32 = 1;
const CHECKSUM: usize = 4;

/// The version a fragment claims: `r` and a number, then the payload.
pub(super) fn version(fragment: &str) -> Option<u32> {
    let digits = fragment.strip_prefix('r')?.get(..1)?;
    digits.parse().ok().filter(|version| *version > 0)
}

impl Envelope {
    fn checksum(&self) -> [u8; CHECKSUM] {
        let mut digest = CRC.digest();
        digest.update(&[b'r', b'1', self.pack, self.revision]);
        digest.update(&self.body);
        digest.finalize().to_be_bytes()
    }

    pub(super) fn write(&self) -> String {
        let mut bytes = vec![self.pack, self.revision];
        bytes.extend(self.checksum());
        bytes.extend(&self.body);
        format!("r{VERSION}{}", BASE64URL_NOPAD.encode(&bytes))
    }

    pub(super) fn read(fragment: &str) -> Result<Self, LinkError> {
        match version(fragment) {
            None => return Err(LinkError::NotALink),
            Some(newer) if newer > VERSION => return Err(LinkError::Newer),
            Some(_) => {}
        }
        let payload = fragment.get(2..).unwrap_or_default();
        let bytes = BASE64URL_NOPAD.decode(payload.as_bytes()).map_err(|_| LinkError::Damaged)?;
        let (head, rest) = bytes.split_first_chunk::<2>().ok_or(LinkError::Damaged)?;
        let (checksum, body) = rest.split_first_chunk::<CHECKSUM>().ok_or(LinkError::Damaged)?;
        let envelope = Self { pack: head[0], revision: head[1], body: body.to_vec() };
        if envelope.checksum() == *checksum { Ok(envelope) } else { Err(LinkError::Damaged) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_envelope_opens_as_it_was_closed() {
        for body in [vec![], vec![0], vec![255; 100]] {
            let envelope = Envelope { pack: 1, revision: 3, body };
            assert_eq!(Envelope::read(&envelope.write()), Ok(envelope));
        }
    }

    #[test]
    fn what_is_wrong_is_said() {
        let good = Envelope { pack: 1, revision: 1, body: vec![1, 2, 3] }.write();
        let check = |link: &str, error| assert_eq!(Envelope::read(link), Err(error), "{link}");
        check("", LinkError::NotALink);
        check("/about", LinkError::NotALink);
        check("r", LinkError::NotALink);
        check("rÄ", LinkError::NotALink);
        check("r0AQ", LinkError::NotALink);
        check("r1", LinkError::Damaged);
        check("r1AQ", LinkError::Damaged);
        check("r1!!", LinkError::Damaged);
        check(&good[..good.len() - 1], LinkError::Damaged);
        check(&format!("{good}A"), LinkError::Damaged);
        check(&good.replacen("r1", "r2", 1), LinkError::Newer);
    }
}
