//! A million damaged links of every kind: how many open as something that they were not?
//!
//! `cargo bench --bench damage`; a number behind `--` is how many are tried instead.
#![allow(
    dead_code,
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a measurement may stop, and shares what the tests have"
)]

#[path = "../tests/suite/support/mod.rs"]
mod support;

use data_encoding::BASE64URL_NOPAD;
use ec_checkup::link::{first, open};
use std::collections::BTreeMap;
use support::questionnaire;
use support::random::Random;
use support::sent::{damage, links};

#[derive(Default)]
struct Counts {
    tried: u64,
    /// Undone: the link came out as it was written.
    repaired: u64,
    refused: u64,
    /// Opened as something else.
    wrong: u64,
    /// Refused by the checksum alone; and of these, where half of it agreed by chance.
    by_checksum: u64,
    half: u64,
}

fn main() {
    let count = std::env::args().find_map(|argument| argument.parse().ok()).unwrap_or(1_000_000_u64);
    let mut random = Random(2_026);
    let mut counts: BTreeMap<&str, Counts> = BTreeMap::new();
    let mut tried = 0;
    while tried < count {
        for (name, link) in links(&mut random) {
            let counts = counts.entry(name).or_default();
            for _ in 0..250 {
                let damaged = damage(&mut random, &link);
                if damaged == link {
                    continue;
                }
                tried += 1;
                counts.tried += 1;
                match first(&damaged) {
                    Ok(found) if found == link => counts.repaired += 1,
                    Ok(found) => match open(questionnaire(), &found) {
                        Ok(_) => {
                            println!("{name}: {link} became {found}");
                            counts.wrong += 1;
                        }
                        Err(_) => counts.refused += 1,
                    },
                    Err(_) => counts.refused += 1,
                }
                // Where the checksum itself was hit, it is not what decides by chance.
                let original = checksums(&link).map(|(told, _)| told);
                if let Some((told, sum)) = checksums(&damaged).filter(|(told, _)| Some(*told) == original) {
                    counts.by_checksum += u64::from(told != sum);
                    counts.half += u64::from(told != sum && told & 0xFFFF == sum & 0xFFFF);
                }
            }
        }
    }
    let (mut by_checksum, mut half, mut wrong) = (0, 0, 0);
    for (name, counts) in &counts {
        let Counts { tried, repaired, refused, .. } = counts;
        println!("{name}: {tried} damaged, {repaired} undone, {refused} refused, {} wrong", counts.wrong);
        by_checksum += counts.by_checksum;
        half += counts.half;
        wrong += counts.wrong;
    }
    println!("{tried} damaged links, {wrong} opened as something else");
    println!(
        "{by_checksum} could be told by the checksum only; half of it agreed in {half}, by chance it would in {}",
        by_checksum >> 16
    );
}

/// The checksum that a link tells and the one that it has, if nothing else is wrong with it.
fn checksums(link: &str) -> Option<(u32, u32)> {
    let bytes = BASE64URL_NOPAD.decode(link.get(2..)?.as_bytes()).ok()?;
    let (head, told, body) = match link.get(..2)? {
        "r1" => (bytes.get(..2)?, bytes.get(2..6)?, bytes.get(6..)?),
        "r2" => {
            let size = 2 + bytes.get(1..)?.iter().position(|byte| byte & 0x80 == 0)?;
            let length =
                bytes[1..size].iter().rev().fold(0, |length, byte| length << 7 | usize::from(byte & 0x7F));
            let body = bytes.get(size + 4..)?;
            (&bytes[..size], &bytes[size..size + 4], (body.len() == length).then_some(body)?)
        }
        _ => return None,
    };
    let checked = [&link.as_bytes()[..2], head, body].concat();
    Some((u32::from_be_bytes(told.try_into().ok()?), crc32(&checked)))
}

fn crc32(bytes: &[u8]) -> u32 {
    let shift = |crc: u32| if crc & 1 == 1 { crc >> 1 ^ 0xEDB8_8320 } else { crc >> 1 };
    !bytes.iter().fold(!0, |crc, byte| (0..8).fold(crc ^ u32::from(*byte), |crc, _| shift(crc)))
}
