//! A plausible answer to one field.

use super::random::Random;
use super::shop::Shop;
use crate::answers::{Answer, Levels};
use crate::model::{Code, Codes, Field, Kind, Offer};

/// What free text says.
const TEXT: &str = "synthetic";

/// The answer of a shop; `None` when it leaves the field out.
pub(super) fn answer(shop: &Shop, chapter: &str, scored: bool, field: &Field) -> Option<Answer> {
    let mut random = shop.random(&field.id);
    if let Some(weights) = shop.profile(&field.id) {
        return code(random.weighted(weights)).map(Answer::One);
    }
    let standing = if scored { shop.standing(chapter, &field.id) } else { shop.opinion(chapter, &field.id) };
    if field.na != Offer::No && random.chance(35) {
        return Some(Answer::NotApplicable);
    }
    // Who is further on knows more.
    if field.dk != Offer::No && random.chance(u32::try_from((1000 - standing) / 10).unwrap_or(0)) {
        return Some(Answer::Unknown);
    }
    Some(match &field.kind {
        Kind::Rating { steps, .. } => Answer::One(code(step(&mut random, standing, steps.len()))?),
        Kind::Single { options, .. } => {
            let place = step(&mut random, standing, options.len());
            Answer::One(options.get(place)?.code)
        }
        Kind::Multi { none, .. } => Answer::Many(several(&mut random, standing, field.codes(), *none)?),
        Kind::Matrix { rows, levels, other } => {
            let mut answered = Levels::default();
            for row in rows.iter().filter(|row| Some(row.code) != *other) {
                let thing = format!("{}.{}", field.id, row.code.letter());
                let standing =
                    if scored { shop.standing(chapter, &thing) } else { shop.opinion(chapter, &thing) };
                let level = levels.get(step(&mut random, standing, levels.len()))?;
                answered.insert(row.code, level.code);
            }
            Answer::Rows(answered)
        }
        Kind::Text if random.chance(60) => Answer::Text(TEXT.to_owned()),
        Kind::Text => return None,
    })
}

fn code(place: usize) -> Option<Code> {
    Code::new(u8::try_from(place).ok()?)
}

/// A place among steps from best to worst, near where the shop stands.
fn step(random: &mut Random, standing: i32, steps: usize) -> usize {
    let last = i32::try_from(steps).unwrap_or(1) - 1;
    let worse = (1000 - standing + random.around(220)).clamp(0, 1000);
    usize::try_from((worse * last + 500) / 1000).unwrap_or(0)
}

fn several(random: &mut Random, standing: i32, codes: Codes, none: Option<Code>) -> Option<Codes> {
    let lacking = u32::try_from(1000 - standing).unwrap_or(0) / 4;
    if let Some(none) = none.filter(|_| random.chance(lacking)) {
        return Some(Codes::EMPTY.with(none));
    }
    let others: Vec<Code> = codes.iter().filter(|code| Some(*code) != none).collect();
    let mut ticked = Codes::EMPTY;
    for (place, code) in (0_u32..).zip(&others) {
        // What stands first is ticked most.
        let likely = 150 + u32::try_from(standing).unwrap_or(0) / 2;
        if random.chance(likely.saturating_sub(place * 20)) {
            ticked = ticked.with(*code);
        }
    }
    if ticked.is_empty() { others.first().map(|first| ticked.with(*first)) } else { Some(ticked) }
}
