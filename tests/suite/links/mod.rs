//! Links: short, permanent, never a wrong result without a word.

mod brought_back;
mod command_line;
mod contents;
mod damage;
mod golden;
mod golden_second;
mod kinds;
mod lengths;
mod passphrase;
mod repair;
mod replies;
mod revisions;
mod round_trip;

use crate::support::{flow, questionnaire};
use data_encoding::BASE64URL_NOPAD;
use ec_checkup::answers::Sheet;
use ec_checkup::link::{self, LinkError};

fn encode(sheet: &Sheet) -> String {
    link::encode(questionnaire(), sheet, &flow(sheet))
}

fn decode(link: &str) -> Result<(Sheet, usize), LinkError> {
    link::decode(questionnaire(), link)
}

/// A link with any content and the right checksum. Written from `docs/link-format.md`, not from the code.
fn forge(pack: u8, revision: u8, body: &[u8]) -> String {
    let checked: Vec<u8> = [b'r', b'1', pack, revision].into_iter().chain(body.iter().copied()).collect();
    let mut bytes = vec![pack, revision];
    bytes.extend(crc32(&checked).to_be_bytes());
    bytes.extend(body);
    format!("r1{}", BASE64URL_NOPAD.encode(&bytes))
}

fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shift(crc)))
}

/// What is within a link: pack, revision, checksum, body.
fn parts(link: &str) -> (u8, u8, [u8; 4], Vec<u8>) {
    let bytes = BASE64URL_NOPAD.decode(link.strip_prefix("r1").unwrap().as_bytes()).unwrap();
    (bytes[0], bytes[1], bytes[2..6].try_into().unwrap(), bytes[6..].to_vec())
}
