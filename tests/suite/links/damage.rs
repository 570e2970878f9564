//! Whatever happens to a link on its way: it opens as it was, or it is refused. It never opens as another.

use super::kinds::open;
use super::{decode, encode, forge, parts};
use crate::properties::config;
use crate::support::random::{COMPLETE, Habits, Random, random_sheet};
use crate::support::sent::{damage, links};
use crate::support::{questionnaire, sheet};
use ec_checkup::link::{LinkError, first, looks_like_link};
use ec_checkup::route::Route;
use proptest::prelude::*;

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

/// `cargo bench --bench damage` tries a million.
#[test]
fn no_damaged_link_of_any_kind_opens_as_another() {
    let mut random = Random(8);
    let (mut tried, mut undone) = (0, 0);
    for _ in 0..6 {
        for (name, link) in links(&mut random) {
            let content = open(&link);
            assert!(content.is_ok(), "{name}: {link}");
            for _ in 0..200 {
                let damaged = damage(&mut random, &link);
                if let Ok(opened) = open(&damaged) {
                    assert_eq!((Ok(opened), &damaged), (content.clone(), &link), "{name}");
                }
                if let Ok(found) = first(&damaged) {
                    assert_eq!(found, link, "{name}: {damaged}");
                    undone += 1;
                }
                tried += 1;
            }
        }
    }
    assert!(undone > tried / 100 && undone < tried / 4, "{undone} of {tried}");
}

/// Every single letter lost or exchanged, and every cut, in a link of each kind.
#[test]
fn no_letter_of_a_link_can_be_missing_or_another() {
    for (name, link) in links(&mut Random(9)) {
        for place in 0..link.len() {
            let (before, behind) = (&link[..place], &link[place + 1..]);
            let letter = if &link[place..=place] == "A" { "B" } else { "A" };
            for damaged in
                [format!("{before}{letter}{behind}"), format!("{before}{behind}"), before.to_owned()]
            {
                let opened = open(&damaged);
                assert!(opened.is_err(), "{name}: {damaged}");
                if damaged.len() > 8 && damaged.starts_with("r2") && place > 8 && damaged.len() < link.len() {
                    assert_eq!(opened, Err(LinkError::CutOff), "{name}: {damaged}");
                }
            }
        }
    }
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
