//! Sheets made up at random, the same on every machine.

use super::{flow, is_profile, put, questionnaire};
use ec_checkup::answers::{Answer, Levels, Sheet};
use ec_checkup::model::{Code, Codes, Field, FieldIx, Kind, Offer, PackIx};

/// A small generator of random numbers (splitmix64), so that tests are the same everywhere.
pub(crate) struct Random(pub(crate) u64);

impl Random {
    pub(crate) fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        usize::try_from((z ^ (z >> 31)) % limit as u64).unwrap()
    }

    /// Whether something happens that does so in `percent` of cases, and how many bits it tells that it did or did not.
    pub(crate) fn chance(&mut self, percent: u8) -> (bool, f64) {
        let happens = self.below(100) < usize::from(percent);
        let likely = f64::from(if happens { percent } else { 100 - percent }) / 100.0;
        (happens, -likely.log2())
    }
}

/// How sheets are made up.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Habits {
    /// How many of the asked fields are answered, in percent.
    pub(crate) answered: u8,
    /// How many of these 対象外 or わからない where offered, in percent.
    pub(crate) special: u8,
}

/// Every asked field answered, nothing special: what the limits of the link's length are about.
pub(crate) const COMPLETE: Habits = Habits { answered: 100, special: 0 };

/// A random sheet that follows the conditions, and the information in it in bits, for someone who knows the
/// questionnaire, its conditions and the habits.
pub(crate) fn random_sheet(random: &mut Random, habits: Habits) -> (Sheet, f64) {
    random_sheet_of(random, habits, |_| true)
}

/// The same for some packs: only what stands in these, not what they use.
pub(crate) fn random_sheet_of(
    random: &mut Random,
    habits: Habits,
    of: impl Fn(PackIx) -> bool,
) -> (Sheet, f64) {
    let asked = questionnaire().packs().map(|(pack, _)| pack).filter(|pack| of(*pack));
    let asked: Vec<_> = asked.flat_map(|pack| questionnaire().questions_in(pack)).collect();
    let in_question = |ix: FieldIx| asked.iter().any(|(_, question)| question.fields.contains(&ix.0));
    let mut sheet = Sheet::new(questionnaire());
    let mut bits = 0.0;
    let mut now = flow(&sheet);
    for (ix, field) in questionnaire().fields() {
        // Conditions look back only, so one pass is enough. What has none is decided by the profile alone.
        if !field.condition.is_empty() || ix.0 > 0 && is_profile(FieldIx(ix.0 - 1)) {
            now = flow(&sheet);
        }
        if field.is_text() || !now.asks(ix) || !in_question(ix) {
            continue;
        }
        let (answered, worth) = random.chance(habits.answered);
        bits += worth;
        if answered {
            let (answer, worth) = random_answer(random, field, habits.special);
            bits += worth;
            put(&mut sheet, ix, Some(&answer));
        }
    }
    (sheet, bits)
}

/// Any answer the field can hold (of a matrix: every row but the one for "other"), and its worth in bits.
pub(crate) fn random_answer(random: &mut Random, field: &Field, special: u8) -> (Answer, f64) {
    let mut bits = 0.0;
    for (offer, answer) in [(field.na, Answer::NotApplicable), (field.dk, Answer::Unknown)] {
        if offer != Offer::No {
            let (chosen, worth) = random.chance(special);
            bits += worth;
            if chosen {
                return (answer, bits);
            }
        }
    }
    let (answer, worth) = random_ordinary(random, field);
    (answer, bits + worth)
}

fn random_ordinary(random: &mut Random, field: &Field) -> (Answer, f64) {
    let size = f64::from(field.codes().len());
    match &field.kind {
        Kind::Rating { .. } | Kind::Single { .. } => (Answer::One(pick(random, field.codes())), size.log2()),
        Kind::Multi { none, .. } => {
            let others: Vec<Code> = field.codes().iter().filter(|code| Some(*code) != *none).collect();
            let sets = (1_u32 << others.len()) - 1;
            let all = sets + u32::from(none.is_some());
            let chosen = u32::try_from(random.below(all as usize)).unwrap() + 1;
            let codes = if chosen > sets {
                Codes::EMPTY.with(none.unwrap())
            } else {
                (0..)
                    .zip(&others)
                    .filter(|(bit, _)| chosen & (1 << bit) != 0)
                    .map(|(_, code)| *code)
                    .collect()
            };
            (Answer::Many(codes), f64::from(all).log2())
        }
        Kind::Matrix { rows, other, .. } => {
            let asked = rows.iter().filter(|row| Some(row.code) != *other);
            let levels: Levels = asked.map(|row| (row.code, pick(random, field.levels()))).collect();
            let rows = u32::try_from(levels.len()).unwrap();
            (Answer::Rows(levels), f64::from(field.levels().len()).log2() * f64::from(rows))
        }
        Kind::Text => (Answer::Text(["はい", "a\n\"b\"", "<b>&amp;</b>"][random.below(3)].to_owned()), 0.0),
    }
}

fn pick(random: &mut Random, codes: Codes) -> Code {
    let codes: Vec<Code> = codes.iter().collect();
    codes[random.below(codes.len())]
}
