//! Whatever happens to a link on its way: it opens as it was, or it is refused. It never opens as another.

use super::{decode, encode, forge, parts};
use crate::properties::config;
use crate::support::random::{COMPLETE, Habits, Random, random_sheet};
use crate::support::{questionnaire, sheet};
use ec_checkup::link::{LinkError, looks_like_link};
use ec_checkup::route::Route;
use proptest::prelude::*;

const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// What mail clients, chats and people put in: padding, escapes, spaces, brackets, letters that look alike.
const STRANGERS: [&str; 12] = ["=", "%", " ", "\n", ">", "+", "/", ".", "=\r\n", "Ａ", "ー", "\u{200b}"];

/// Damages a link in one place or two.
fn damage(random: &mut Random, link: &str) -> String {
    let mut letters: Vec<String> = link.chars().map(String::from).collect();
    let letter = |random: &mut Random| match random.below(8) {
        0 => STRANGERS[random.below(STRANGERS.len())].to_owned(),
        _ => char::from(ALPHABET[random.below(ALPHABET.len())]).to_string(),
    };
    for _ in 0..=random.below(2) {
        let place = random.below(letters.len());
        match random.below(8) {
            0 | 1 => letters[place] = letter(random),
            2 => drop(letters.remove(place)),
            3 => letters.insert(place, letter(random)),
            4 if place > 0 => letters.swap(place, place - 1),
            5 => {
                let other = random.below(letters.len());
                letters.swap(place, other);
            }
            6 => letters.truncate(place.max(1)),
            _ => {
                let flipped = letters[place].chars().map(|letter| {
                    if letter.is_ascii_lowercase() {
                        letter.to_ascii_uppercase()
                    } else {
                        letter.to_ascii_lowercase()
                    }
                });
                letters[place] = flipped.collect();
            }
        }
    }
    letters.concat()
}

#[test]
fn a_damaged_link_never_opens_as_another_result() {
    let mut random = Random(7);
    let (mut tried, mut unharmed) = (0, 0);
    for round in 0..40 {
        let habits =
            [COMPLETE, Habits { answered: 20, special: 20 }, Habits { answered: 1, special: 0 }][round % 3];
        let (sheet, _) = random_sheet(&mut random, habits);
        let link = encode(&sheet);
        for _ in 0..500 {
            let damaged = damage(&mut random, &link);
            tried += 1;
            match decode(&damaged) {
                Ok((opened, _)) => {
                    assert_eq!(opened, sheet, "{link} became {damaged}");
                    assert_eq!(damaged, link, "two links for one sheet");
                    unharmed += 1;
                }
                // Its first letters were hit: then it is an unknown address or a link of a later version.
                Err(LinkError::NotALink) => {
                    assert!(!damaged.starts_with('r') || !looks_like_link(&damaged), "{damaged}");
                }
                Err(LinkError::Newer) => assert!(!damaged.starts_with("r1")),
                Err(LinkError::Damaged) => {}
                Err(error) => panic!("{damaged}: {error:?}"),
            }
        }
    }
    assert_eq!(tried, 20_000);
    assert!(unharmed < 600, "{unharmed}: damage() should do damage");
}

#[test]
fn every_cut_is_refused() {
    let (sheet, _) = random_sheet(&mut Random(3), COMPLETE);
    let link = encode(&sheet);
    for end in 2..link.len() {
        assert_eq!(decode(&link[..end]).err(), Some(LinkError::Damaged), "{end}");
    }
}

/// The checksum guards against accidents, not against intent.
#[test]
fn there_is_one_body_for_one_sheet() {
    let (pack, revision, _, body) = parts(&encode(&sheet(&[("mgmt-policy", "B")])));
    let check = |body: &[u8]| {
        assert_eq!(decode(&forge(pack, revision, body)).err(), Some(LinkError::Damaged), "{body:?}");
    };
    assert!(decode(&forge(pack, revision, &body)).is_ok());
    check(&[&body[..], &[0]].concat());
    check(&[&body[..], &[0; 500]].concat());
    check(&[&body[..], &[1]].concat());
    check(&[0]);
    check(&[255; 500]);
}

#[test]
fn what_is_wrong_is_said() {
    let (pack, revision, _, body) = parts(&encode(&sheet(&[("mgmt-policy", "B")])));
    let check = |link: String, error| assert_eq!(decode(&link).err(), Some(error), "{link}");
    check(forge(pack + 1, revision, &body), LinkError::OtherQuestionnaire);
    check(forge(pack + 1, revision + 1, &body), LinkError::OtherQuestionnaire);
    check(forge(pack, revision + 1, &body), LinkError::Newer);
    check(forge(pack, 255, &[]), LinkError::Newer);
    check(forge(pack, 0, &[]), LinkError::Damaged);
    check(forge(pack, revision, &body).replacen("r1", "r2", 1), LinkError::Newer);
    check(forge(pack, revision, &body).replacen("r1", "R1", 1), LinkError::NotALink);
    check(forge(pack, revision, &body) + "==", LinkError::Damaged);
    check(String::new(), LinkError::NotALink);
}

proptest! {
    #![proptest_config(config())]

    #[test]
    fn any_text_is_refused(text in ".*", link in "r[0-9]?[A-Za-z0-9_-]{0,300}") {
        prop_assert!(decode(&text).is_err());
        prop_assert!(decode(&link).is_err());
        prop_assert_eq!(looks_like_link(&link), matches!(Route::parse(&link), Route::Received(_)));
    }

    /// Hostile links: any content under a valid checksum.
    #[test]
    fn any_content_opens_or_is_refused(body in prop::collection::vec(any::<u8>(), 0..300), revision: u8) {
        let link = forge(questionnaire().number, revision, &body);
        if let Ok((opened, homeless)) = decode(&link) {
            let answers = questionnaire().fields().filter_map(|(ix, field)| Some((opened.answer(ix)?, field)));
            let answers: Vec<_> = answers.collect();
            prop_assert!(answers.iter().all(|(answer, field)| answer.fits(field)));
            prop_assert!(answers.len() + homeless <= questionnaire().fields.len());
        }
    }
}
