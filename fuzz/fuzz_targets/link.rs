//! Hostile links: any content under a right checksum. What opens can be written, and then opens as the same.
#![no_main]

use ec_checkup::content::author::{Folder, build};
use ec_checkup::link::{Content, decode, open, open_plain, write};
use ec_checkup::model::Questionnaire;
use libfuzzer_sys::fuzz_target;
use std::sync::LazyLock;

static QUESTIONNAIRE: LazyLock<Questionnaire> =
    LazyLock::new(|| build(&Folder::built_in()).unwrap_or_else(|faults| panic!("{faults}")).questionnaire);

fuzz_target!(|bytes: &[u8]| {
    let questionnaire = &*QUESTIONNAIRE;
    // As a link in letters, of either version.
    if let Ok(text) = std::str::from_utf8(bytes) {
        let _ = open(questionnaire, text);
    }
    // As what is in a link of the first version.
    if let Some((revision, body)) = bytes.split_first() {
        let _ = decode(questionnaire, &first_version(questionnaire.number, *revision, body));
    }
    // As what is in a link of the second one.
    let Ok(mut content) = open_plain(questionnaire, bytes) else { return };
    let link = write(questionnaire, &content).expect("what was opened can be written");
    match &mut content {
        Content::Answers(answers) => answers.homeless = 0,
        Content::Request(request) => request.unknown = 0,
        Content::Reply(reply) => reply.homeless = 0,
        Content::Summary(_) | Content::Sealed(_) => {}
    }
    assert_eq!(open(questionnaire, &link), Ok(content));
});

fn first_version(pack: u8, revision: u8, body: &[u8]) -> String {
    let checked = [&[b'r', b'1', pack, revision], body].concat();
    let bytes = [&[pack, revision], &crc32(&checked).to_be_bytes()[..], body].concat();
    format!("r1{}", base64url(&bytes))
}

fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shift(crc)))
}

fn base64url(bytes: &[u8]) -> String {
    const LETTERS: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    let groups = bytes.chunks(3).flat_map(|group| {
        let bits = group.iter().enumerate().fold(0, |bits, (place, byte)| bits | usize::from(*byte) << (16 - 8 * place));
        (0..=group.len()).map(move |letter| char::from(LETTERS[bits >> (18 - 6 * letter) & 63]))
    });
    groups.collect()
}
