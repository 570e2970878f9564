//! A plan must not say the same twice in other words. That no answer leads to two pieces of advice, the content check sees to;
//! here: that no two of them sound alike, whatever leads to them.

use super::guide;
use crate::support::{compiled, none_wrong, questionnaire};
use ec_checkup::model::{Advice, Lang, TextId};
use std::collections::{BTreeMap, BTreeSet};

/// How much two titles may have in common, of 100: of pairs of letters in Japanese, of words in English.
const TITLES: [(Lang, f64); 2] = [(Lang::Ja, 50.0), (Lang::En, 60.0)];

/// How much title, reason, steps and end may have in common, of 100, the rare parts counting more. Ten pairs that said the
/// same were put together when this was set; they had 11 to 15.
const WHOLE: f64 = 10.5;

/// What every second advice has in common says nothing about it.
const SMALL: [&str; 27] = [
    "a", "an", "and", "at", "by", "each", "everyone", "for", "from", "in", "is", "it", "its", "of", "on",
    "one", "page", "put", "that", "the", "them", "to", "what", "who", "with", "write", "your",
];

/// Runs of so many letters.
fn runs(text: &str, length: usize) -> BTreeSet<String> {
    let letters: Vec<char> = text.chars().filter(|letter| letter.is_alphanumeric()).collect();
    letters.windows(length).map(|run| run.iter().collect()).collect()
}

fn words(text: &str) -> BTreeSet<String> {
    let words = text.split(|letter: char| !letter.is_alphanumeric()).map(str::to_lowercase);
    words.filter(|word| !word.is_empty() && !SMALL.contains(&word.as_str())).collect()
}

/// Every pair with what it has in common beyond a limit.
fn alike(parts: &[BTreeSet<String>], most: f64, weight: impl Fn(&str) -> f64) -> Vec<(usize, usize, f64)> {
    let sum = |part: &mut dyn Iterator<Item = &String>| part.map(|run| weight(run)).sum::<f64>();
    let sizes: Vec<f64> = parts.iter().map(|part| sum(&mut part.iter())).collect();
    let mut found = Vec::new();
    for (one, part) in parts.iter().enumerate() {
        for (other, second) in parts.iter().enumerate().skip(one + 1) {
            let common = 100.0 * sum(&mut part.intersection(second)) / (sizes[one] * sizes[other]).sqrt();
            if common >= most {
                found.push((one, other, common));
            }
        }
    }
    found
}

fn check(parts: &[BTreeSet<String>], most: f64, weight: impl Fn(&str) -> f64, what: &str) {
    let id = |place: usize| &guide().advice[place].id;
    let found = alike(parts, most, weight);
    let told = found
        .iter()
        .map(|(one, other, common)| format!("{what}: {} and {}: {common:.1}", id(*one), id(*other)));
    none_wrong(&told.collect::<Vec<_>>());
}

fn text(lang: Lang, id: TextId) -> &'static str {
    compiled().texts(lang).get(id, questionnaire().tiers)
}

#[test]
fn no_two_titles_are_alike() {
    for (lang, most) in TITLES {
        let parts = |advice: &Advice| match lang {
            Lang::Ja => runs(text(lang, advice.title), 2),
            Lang::En => words(text(lang, advice.title)),
        };
        let titles: Vec<BTreeSet<String>> = guide().advice.iter().map(parts).collect();
        check(&titles, most, |_| 1.0, lang.tag());
    }
}

#[test]
fn no_two_pieces_of_advice_say_the_same() {
    let whole = |advice: &Advice| {
        let parts =
            [advice.title, advice.why].into_iter().chain(advice.steps.iter().copied()).chain([advice.done]);
        parts.flat_map(|part| runs(text(Lang::Ja, part), 3)).collect::<BTreeSet<String>>()
    };
    let parts: Vec<BTreeSet<String>> = guide().advice.iter().map(whole).collect();
    let mut spread: BTreeMap<&str, f64> = BTreeMap::new();
    for run in parts.iter().flatten() {
        *spread.entry(run).or_default() += 1.0;
    }
    #[expect(clippy::cast_precision_loss, reason = "a small number")]
    let all = parts.len() as f64;
    check(&parts, WHOLE, |run| (all / spread[run]).ln().powi(2), "ja");
}

#[test]
fn what_says_the_same_would_be_found() {
    let copy = |text: &str| runs(text, 3);
    let parts = [
        copy("店主が、ログの保存期間を1年に延ばし、別の場所に写します。"),
        copy("担当者が、ログの保存期間を1年に延ばし、別の場所へ毎月写します。"),
        copy("全員が、管理画面に2段階ログインを付けます。"),
    ];
    let found: Vec<(usize, usize)> =
        alike(&parts, WHOLE, |_| 1.0).into_iter().map(|(one, other, _)| (one, other)).collect();
    assert_eq!(found, [(0, 1)]);
    let titles = ["Put every page on https", "Put every form on https"].map(words);
    assert_eq!(alike(&titles, 60.0, |_| 1.0).len(), 1);
}
