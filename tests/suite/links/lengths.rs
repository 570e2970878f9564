//! Links stay short.

use super::{decode, encode};
use crate::journeys::{fill, fill_all};
use crate::support::random::{COMPLETE, Habits, Random, random_sheet_of};
use crate::support::{pack_named, packs, sheet};
use ec_checkup::model::PackIx;

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
