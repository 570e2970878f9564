//! Links under a passphrase: what is sealed here opens in browsers, and the other way round (`tests/browser`).

use super::golden::frozen;
use super::kinds::{forge, open, parts, samples, write};
use crate::support::questionnaire;
use ec_checkup::link::{
    self, Content, ITERATIONS, LinkError, SealError, Sealed, passphrase_bytes, seal, unseal,
};
use ec_checkup::model::Questionnaire;

/// Fewer rounds than links have, so that many can be tried.
fn quick(byte: u8) -> Sealed {
    Sealed { iterations: 100_000, ..Sealed::new([byte; 16], [byte; 12]) }
}

fn sealed(link: &str) -> Sealed {
    match open(link) {
        Ok(Content::Sealed(sealed)) => sealed,
        other => panic!("{other:?}"),
    }
}

fn pack() -> &'static Questionnaire {
    questionnaire()
}

#[test]
fn what_was_sealed_opens_with_the_same_passphrase_only() {
    let all = samples();
    for content in all.iter().filter(|content| !matches!(content, Content::Sealed(_))) {
        let link = seal(pack(), content, "correct horse", &quick(3)).unwrap();
        let opened = sealed(&link);
        assert_eq!(unseal(pack(), &opened, "correct horse").as_ref(), Ok(content));
    }
    let opened = sealed(&seal(pack(), &all[0], "correct horse", &quick(3)).unwrap());
    for wrong in ["Correct horse", "correct  horse", ""] {
        assert_eq!(unseal(pack(), &opened, wrong), Err(SealError::WrongPassphrase), "{wrong}");
    }
}

/// Japanese keyboards write wide letters as easily as narrow ones.
#[test]
fn a_passphrase_is_the_same_however_it_was_typed() {
    for typed in ["ガリレオ 2026", "ｶﾞﾘﾚｵ ２０２６", "カ\u{3099}リレオ　２０２６", " ガリレオ 2026\n"]
    {
        assert_eq!(passphrase_bytes(typed), "ガリレオ 2026".as_bytes(), "{typed}");
    }
    let link = seal(pack(), &samples()[0], "ガリレオ 2026", &quick(4)).unwrap();
    assert_eq!(unseal(pack(), &sealed(&link), "ｶﾞﾘﾚｵ　２０２６").as_ref(), Ok(&samples()[0]));
}

/// Damage is told from a wrong passphrase, unless somebody made the checksum right again.
#[test]
fn nothing_of_a_sealed_link_can_be_changed() {
    let link = seal(pack(), &samples()[3], "pass", &quick(5)).unwrap();
    for place in 2..link.len() {
        let letter = if &link[place..=place] == "A" { "B" } else { "A" };
        let changed = format!("{}{letter}{}", &link[..place], &link[place + 1..]);
        assert!(open(&changed).is_err(), "{place}");
    }
    let (kind, body) = parts(&link);
    for place in [1, 3, 4, 5, 20, 21, 32, 33, body.len() / 2, body.len() - 1] {
        let mut changed = body.clone();
        changed[place] ^= 1;
        match open(&forge(kind, &changed)) {
            Ok(Content::Sealed(sealed)) => {
                assert_eq!(unseal(pack(), &sealed, "pass"), Err(SealError::WrongPassphrase), "{place}");
            }
            other => assert_eq!(other, Err(LinkError::Damaged), "{place}"),
        }
    }
}

#[test]
fn hostile_parameters_are_refused() {
    let (kind, body) = parts(&write(&Content::Sealed(Sealed { ciphertext: vec![1; 20], ..quick(6) })));
    let with = |iterations: u32| {
        let changed = [&body[..1], &iterations.to_be_bytes(), &body[5..]].concat();
        open(&forge(kind, &changed)).map(|_| ())
    };
    assert_eq!(with(100_000), Ok(()));
    assert_eq!(with(ITERATIONS), Ok(()));
    assert_eq!(with(5_000_000), Ok(()));
    for insane in [0, 1, 99_999, 5_000_001, u32::MAX] {
        assert_eq!(with(insane), Err(LinkError::Damaged), "{insane}");
    }
    // Another scheme is one of a later version; a body too short to hold anything is none.
    assert_eq!(open(&forge(kind, &[&[2], &body[1..]].concat())), Err(LinkError::Newer));
    for end in 0..50 {
        assert_eq!(open(&forge(kind, &body[..end])), Err(LinkError::Damaged), "{end}");
    }
}

/// As a decryption gave it: not to be trusted any more than a link.
#[test]
fn nothing_sealed_is_within_what_is_sealed() {
    let within = Content::Sealed(Sealed { ciphertext: vec![1; 20], ..quick(7) });
    let link = seal(pack(), &within, "pass", &quick(8)).unwrap();
    assert_eq!(unseal(pack(), &sealed(&link), "pass"), Err(SealError::Link(LinkError::Damaged)));
    assert_eq!(link::open_plain(pack(), &[]), Err(LinkError::Damaged));
}

/// `tests/links/sealed.tsv`: name, link, passphrase. The browser tests open them with the browser's own cryptography.
#[test]
fn sealed_links_open_as_ever() {
    let passphrases = ["correct horse battery staple", "朝がお 12 ばん", "ｐａｓｓ１２３４５６７８"];
    let all = samples();
    let cases = all.iter().take(6).enumerate().map(|(number, content)| {
        let passphrase = passphrases[number % 3];
        let byte = u8::try_from(number).unwrap();
        let iterations = if number < 2 { ITERATIONS } else { 100_000 };
        let empty = Sealed { iterations, ..Sealed::new([0x10 + byte; 16], [0x20 + byte; 12]) };
        let link = seal(pack(), content, passphrase, &empty).unwrap();
        [number.to_string(), link, passphrase.to_owned()]
    });
    let cases: Vec<[String; 3]> = cases.collect();
    for ([name, link, passphrase], content) in frozen("tests/links/sealed.tsv", cases).iter().zip(&all) {
        assert_eq!(unseal(pack(), &sealed(link), passphrase).as_ref(), Ok(content), "{name}");
    }
}
