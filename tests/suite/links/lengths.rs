//! Links stay short.

use super::{decode, encode};
use crate::journeys::{fill, fill_all};
use crate::support::random::{COMPLETE, Habits, Random, random_sheet_of};
use crate::support::sent::{NOTES, head, links, noted};
use crate::support::{compiled, pack_named, packs, questionnaire, sheet};
use ec_checkup::link::{self, Content, Reply, Request};
use ec_checkup::model::{FieldIx, PackIx};
use ec_checkup::share::{Disclosure, content};

fn all(_: PackIx) -> bool {
    true
}

fn full(pack: PackIx) -> bool {
    pack == pack_named("ecom")
}

/// Mean and longest length of random links, and the mean of the least that any format would need, in characters.
fn measure(sheets: u32, habits: Habits, of: fn(PackIx) -> bool) -> (f64, usize, f64) {
    let mut random = Random(99);
    let (mut total, mut longest, mut bound) = (0, 0, 0.0);
    for _ in 0..sheets {
        let (sheet, bits) = random_sheet_of(&mut random, habits, of);
        let link = encode(&sheet);
        assert_eq!(decode(&link), Ok((sheet, 0)));
        total += u32::try_from(link.len()).unwrap();
        longest = longest.max(link.len());
        bound += bits / 6.0;
    }
    let measured = (f64::from(total) / f64::from(sheets), longest, bound / f64::from(sheets));
    println!(
        "{habits:?}, {} packs: mean {:.1}, longest {}, bound {:.1}",
        packs().filter(|pack| of(*pack)).count(),
        measured.0,
        measured.1,
        measured.2
    );
    measured
}

#[test]
fn an_empty_sheet_is_tiny() {
    let link = encode(&sheet(&[]));
    println!("empty: {}", link.len());
    assert!(link.len() <= 20, "{link}");
}

/// The rest of the packs, of which nothing is answered, costs a few characters.
#[test]
fn a_complete_full_checkup_is_near_the_bound() {
    let (mean, longest, bound) = measure(1000, COMPLETE, full);
    assert!(mean <= 1.18 * bound, "{mean} is {} times {bound}", mean / bound);
    assert!(longest <= 170, "{longest}");
}

/// The bound knows the profile's rules, the format knows nothing of them: what is aside it writes as not answered.
#[test]
fn a_complete_sheet_of_all_packs_is_not_far_from_the_bound() {
    let (mean, longest, bound) = measure(200, COMPLETE, all);
    assert!(mean <= 1.27 * bound, "{mean} is {} times {bound}", mean / bound);
    assert!(longest <= 215, "{longest}");
}

#[test]
fn special_answers_and_gaps_are_cheap() {
    let (mean, longest, bound) = measure(200, Habits { answered: 100, special: 10 }, full);
    assert!(mean <= 1.25 * bound && longest <= 170, "{mean}, {longest}");
    let (mean, longest, bound) = measure(200, Habits { answered: 50, special: 5 }, full);
    assert!(mean <= 1.35 * bound && longest <= 170, "{mean}, {longest}");
    let (mean, ..) = measure(200, Habits { answered: 10, special: 5 }, full);
    assert!(mean <= 40.0, "{mean}");
    let (mean, longest, bound) = measure(200, Habits { answered: 50, special: 5 }, all);
    assert!(mean <= 1.35 * bound && longest <= 215, "{mean}, {longest}");
}

#[test]
fn plain_sheets_are_short() {
    for codes in ["A 1", "B A 2", "C A 3", "D C B A 4", "DK A 1", "NA A 1"] {
        let (mut one, mut every) = (sheet(&[]), sheet(&[]));
        fill(&mut one, pack_named("ecom"), codes);
        fill_all(&mut every, codes);
        let (one, every) = (encode(&one), encode(&every));
        println!("all {codes}: {}, in all packs {}", one.len(), every.len());
        assert!(one.len() <= 95, "{codes}: {one}");
        assert!(every.len() <= 120, "{codes}: {every}");
    }
}

/// Mean and longest of some lengths, printed for `docs/link-format.md`.
fn told(name: &str, lengths: &[usize]) -> (usize, usize) {
    let (mean, longest) = (lengths.iter().sum::<usize>() / lengths.len(), *lengths.iter().max().unwrap());
    println!("{name}: mean {mean}, longest {longest} of {}", lengths.len());
    (mean, longest)
}

/// The second version adds number and day, and no more than that.
#[test]
fn the_second_version_is_hardly_longer() {
    let mut random = Random(98);
    for (name, of, most) in [("full checkup", full as fn(PackIx) -> bool, 160), ("all packs", all, 205)] {
        let mut lengths: [Vec<usize>; 6] = <[Vec<usize>; 6]>::default();
        for _ in 0..40 {
            let (sheet, _) = random_sheet_of(&mut random, COMPLETE, of);
            for (lengths, (every, disclosure)) in lengths.iter_mut().zip([
                (0, Disclosure::Level),
                (0, Disclosure::Scores),
                (0, Disclosure::Answers),
                (100, Disclosure::Everything),
                (25, Disclosure::Everything),
            ]) {
                let document = noted(&sheet, every);
                let head = head(&mut random, "");
                let (content, cut) =
                    content(questionnaire(), &compiled().guide, &document, &head, disclosure);
                assert_eq!(cut, 0);
                lengths.push(link::write(questionnaire(), &content).unwrap().len());
            }
            lengths[5].push(encode(&sheet).len());
        }
        println!("{name}");
        let names =
            ["level", "scores", "answers", "four notes or so", "fifteen notes or so", "first version"];
        let told: Vec<_> = names.iter().zip(&lengths).map(|(name, lengths)| told(name, lengths)).collect();
        assert!(told[0].1 <= 32 && told[1].1 <= 110, "a level is short");
        assert!(told[2].1 <= most && told[2].0 <= told[5].0 + 14, "answers");
    }
}

#[test]
fn a_name_costs_little() {
    let of = |name: &str| {
        let head = head(&mut Random(1), name);
        let (content, _) =
            content(questionnaire(), &compiled().guide, &noted(&sheet(&[]), 0), &head, Disclosure::Level);
        link::write(questionnaire(), &content).unwrap().len()
    };
    for name in ["青空商店", "株式会社やまもと雑貨店", "Blue Sky Goods"] {
        println!("{name}: {} characters more", of(name) - of(""));
        assert!(of(name) - of("") <= 6 + 2 * name.chars().count(), "{name}");
    }
}

/// Japanese notes cost less than half of what they would as base64.
#[test]
fn notes_are_packed() {
    let mut own = sheet(&[]);
    let (mut chars, mut bytes) = (0, 0);
    for (ix, note) in (0..).map(FieldIx).zip(NOTES) {
        own.set_note(ix, note);
        chars += note.chars().count();
        bytes += note.len();
    }
    let length = |sheet| {
        let head = head(&mut Random(1), "");
        let (content, _) =
            content(questionnaire(), &compiled().guide, &noted(sheet, 0), &head, Disclosure::Everything);
        link::write(questionnaire(), &content).unwrap().len()
    };
    let cost = length(&own) - length(&sheet(&[]));
    println!("{chars} characters ({bytes} bytes) of notes: {cost} characters of link");
    assert!(cost * 10 <= bytes * 7, "{cost}");
}

#[test]
fn questions_and_replies_are_short() {
    let mut random = Random(97);
    let message =
        "いつもお世話になっております。サイトの安全について、次の質問にお答えください。期限は12月15日です。";
    let pack = pack_named("ecom");
    let mut lengths = [vec![], vec![], vec![], vec![]];
    for (_, chapter) in questionnaire().chapters_of(pack) {
        let (sheet, _) = random_sheet_of(&mut random, COMPLETE, full);
        let fields: Vec<FieldIx> = questionnaire().fields_in(chapter).collect();
        let head = head(&mut random, "青空商店");
        let ask = |message| Request::new(questionnaire(), &head, fields.iter().copied(), message).0;
        let reply = |every| {
            Reply::new(questionnaire(), &ask(""), "株式会社 制作", Some(2_530), &noted(&sheet, every).sheet).0
        };
        let contents = [
            Content::Request(ask("")),
            Content::Request(ask(message)),
            Content::Reply(reply(0)),
            Content::Reply(reply(5)),
        ];
        for (lengths, content) in lengths.iter_mut().zip(contents) {
            lengths.push(link::write(questionnaire(), &content).unwrap().len());
        }
    }
    let names = ["request", "request with a message", "reply", "reply, a comment beside every fifth"];
    let told: Vec<_> = names.iter().zip(&lengths).map(|(name, lengths)| told(name, lengths)).collect();
    assert!(told[0].1 <= 80 && told[2].0 <= 90, "{told:?}");
    // Scattered ones, as to a provider.
    let some = (0..12).map(|place| FieldIx(20 + 27 * place));
    let request = Request::new(questionnaire(), &head(&mut random, ""), some, "").0;
    let length = link::write(questionnaire(), &Content::Request(request)).unwrap().len();
    println!("twelve scattered questions: {length}");
    assert!(length <= 60, "{length}");
}

/// A passphrase costs salt, nonce, tag and iterations.
#[test]
fn a_passphrase_costs_sixty_characters() {
    let (_, plain) = links(&mut Random(3)).into_iter().nth(3).unwrap();
    let content = link::open(questionnaire(), &plain).unwrap();
    let bytes = link::plain(questionnaire(), &content).unwrap().len();
    let sealed = link::Sealed { ciphertext: vec![0; bytes + 16], ..link::Sealed::new([0; 16], [0; 12]) };
    let length = link::write(questionnaire(), &Content::Sealed(sealed)).unwrap().len();
    println!("{} characters, {length} under a passphrase", plain.len());
    assert!(length - plain.len() <= 70);
}
