//! Links stay short.

use super::{decode, encode};
use crate::journeys::fill_all;
use crate::support::random::{COMPLETE, Habits, Random, random_sheet};
use crate::support::sheet;

/// Mean and longest length of random links, and the mean of the least that any format would need, in characters.
fn measure(sheets: u32, habits: Habits) -> (f64, usize, f64) {
    let mut random = Random(99);
    let (mut total, mut longest, mut bound) = (0, 0, 0.0);
    for _ in 0..sheets {
        let (sheet, bits) = random_sheet(&mut random, habits);
        let link = encode(&sheet);
        assert_eq!(decode(&link), Ok((sheet, 0)));
        total += u32::try_from(link.len()).unwrap();
        longest = longest.max(link.len());
        bound += bits / 6.0;
    }
    let measured = (f64::from(total) / f64::from(sheets), longest, bound / f64::from(sheets));
    println!("{habits:?}: mean {:.1}, longest {}, bound {:.1}", measured.0, measured.1, measured.2);
    measured
}

#[test]
fn an_empty_sheet_is_tiny() {
    let link = encode(&sheet(&[]));
    println!("empty: {}", link.len());
    assert!(link.len() <= 20, "{link}");
}

#[test]
fn a_complete_random_sheet_is_near_the_bound() {
    let (mean, longest, bound) = measure(1000, COMPLETE);
    assert!(mean <= 1.15 * bound, "{mean} is {} times {bound}", mean / bound);
    assert!(longest <= 170, "{longest}");
}

#[test]
fn special_answers_and_gaps_are_cheap() {
    let (mean, longest, bound) = measure(200, Habits { answered: 100, special: 10 });
    assert!(mean <= 1.25 * bound && longest <= 170, "{mean}, {longest}");
    let (mean, longest, bound) = measure(200, Habits { answered: 50, special: 5 });
    assert!(mean <= 1.35 * bound && longest <= 170, "{mean}, {longest}");
    let (mean, ..) = measure(200, Habits { answered: 10, special: 5 });
    assert!(mean <= 40.0, "{mean}");
}

#[test]
fn plain_sheets_are_short() {
    for codes in ["A 1", "B A 2", "C A 3", "D C B A 4", "DK A 1", "NA A 1"] {
        let mut sheet = sheet(&[]);
        fill_all(&mut sheet, codes);
        let link = encode(&sheet);
        println!("all {codes}: {}", link.len());
        assert!(link.len() <= 90, "{codes}: {link}");
    }
}
