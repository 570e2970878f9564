//! A result without its answers: the level, perhaps points. Worked out by the page that wrote the link; whoever opens it
//! cannot work it out again. Chapters, gates and packs go by their permanent names.

use super::adaptive::Adaptive;
use super::coder::Coder;
use super::texts::Texts;
use super::{Disclosed, Head};

/// The highest level there may ever be.
const LEVELS: u8 = 9;
/// Points are told in thousandths.
const FULL: u16 = 1000;

/// A level, perhaps with points.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Summary {
    /// Whose it is, and when it was worked out.
    pub head: Head,
    /// The permanent name of the pack that it stands on.
    pub pack: String,
    /// The level from 1, at worst and at best; `None` when no rating applies.
    pub level: Option<(u8, u8)>,
    /// The points, unless only the level is told.
    pub points: Option<Points>,
}

/// The points behind a level.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Points {
    /// Of the pack, in thousandths: lowest and highest; `None` when no rating applies.
    pub total: Option<(u16, u16)>,
    /// Fields of the pack that are answered.
    pub answered: u16,
    /// Fields of the pack that are asked.
    pub asked: u16,
    /// The level a shop like this should have.
    pub desired: Option<u8>,
    /// How large the shop is.
    pub size: Option<SizeClass>,
    /// Permanent names of the gates that are shut.
    pub gates: Vec<String>,
    /// The scored chapters of the pack by their permanent names, with their points.
    pub chapters: Vec<(String, Option<(u16, u16)>)>,
}

/// How large a shop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SizeClass {
    /// 小規模.
    Small,
    /// 中規模.
    Medium,
    /// 大規模.
    Large,
}

const SIZES: [Option<SizeClass>; 4] =
    [None, Some(SizeClass::Small), Some(SizeClass::Medium), Some(SizeClass::Large)];

impl Summary {
    pub(super) fn disclosed(&self, said: Disclosed) -> Disclosed {
        let points = self.points.as_ref();
        Disclosed {
            level: self.level.is_some(),
            size: points.is_some_and(|points| points.size.is_some() || points.desired.is_some()),
            chapters: points.map_or(0, |points| points.chapters.len()),
            gates: points.map_or(0, |points| points.gates.len()),
            ..said
        }
    }

    pub(super) fn walk(&self, coder: &mut impl Coder, texts: &mut Texts) -> Self {
        let pack = texts.id(coder, &self.pack);
        let level = coder.flag(self.level.is_some()).then(|| {
            let (worst, best) = self.level.unwrap_or((1, 1));
            let worst = below(coder, LEVELS, worst.saturating_sub(1)) + 1;
            (worst, worst + below(coder, LEVELS + 1 - worst, best.saturating_sub(worst)))
        });
        let points = coder.flag(self.points.is_some()).then(|| {
            let known = Points::default();
            self.points.as_ref().unwrap_or(&known).walk(coder, texts)
        });
        Self { head: Head::default(), pack, level, points }
    }
}

impl Points {
    fn walk(&self, coder: &mut impl Coder, texts: &mut Texts) -> Self {
        let mut exact = Adaptive::new([4, 4], 1);
        let total = range(coder, &mut exact, self.total);
        let asked = coder.number(self.asked);
        let answered = coder.uniform(u32::from(asked) + 1, u32::from(self.answered.min(asked)));
        let desired = below(coder, LEVELS + 1, self.desired.unwrap_or(0));
        let size = SIZES.iter().position(|size| *size == self.size).unwrap_or(0);
        let size = coder.uniform(4, u32::try_from(size).unwrap_or(0));
        let mut more = Adaptive::new([1, 2], 1);
        let gates = list(coder, texts, &mut more, &self.gates, |coder, texts, gate: Option<&String>| {
            texts.id(coder, gate.map_or("", String::as_str))
        });
        let mut more = Adaptive::new([1, 8], 1);
        let chapters = list(coder, texts, &mut more, &self.chapters, |coder, texts, chapter| {
            let (id, points) = chapter.map_or(("", None), |(id, points)| (id.as_str(), *points));
            (texts.id(coder, id), range(coder, &mut exact, points))
        });
        let size = usize::try_from(size).ok().and_then(|size| SIZES.get(size)).copied().flatten();
        let answered = u16::try_from(answered).unwrap_or(0);
        let desired = (desired > 0).then_some(desired);
        Self { total, answered, asked, desired, size, gates, chapters }
    }
}

/// One of `size` numbers from 0, `size` > 0.
fn below(coder: &mut impl Coder, size: u8, number: u8) -> u8 {
    let size = u32::from(size);
    u8::try_from(coder.uniform(size, u32::from(number).min(size - 1))).unwrap_or(0)
}

/// Lowest and highest of thousandths.
fn range(coder: &mut impl Coder, exact: &mut Adaptive<2>, known: Option<(u16, u16)>) -> Option<(u16, u16)> {
    if !coder.flag(known.is_some()) {
        return None;
    }
    let (lowest, highest) = known.unwrap_or_default();
    let lowest = lowest.min(FULL);
    let lowest = coder.uniform(u32::from(FULL) + 1, u32::from(lowest));
    let lowest = u16::try_from(lowest).unwrap_or(0);
    let left = FULL.saturating_sub(lowest);
    let more = highest.saturating_sub(lowest).min(left);
    if left == 0 || coder.adaptive(exact, usize::from(more > 0)) == 0 {
        return Some((lowest, lowest));
    }
    let more = coder.uniform(u32::from(left), u32::from(more.saturating_sub(1)));
    Some((lowest, lowest + u16::try_from(more).unwrap_or(0) + 1))
}

/// Items one after the other; before each, and behind the last, whether there is one more.
pub(super) fn list<C: Coder, T, U>(
    coder: &mut C,
    texts: &mut Texts,
    more: &mut Adaptive<2>,
    known: &[T],
    mut item: impl FnMut(&mut C, &mut Texts, Option<&T>) -> U,
) -> Vec<U> {
    let mut found = Vec::new();
    let mut known = known.iter().peekable();
    while !texts.bad && coder.adaptive(more, usize::from(known.peek().is_some())) == 1 {
        found.push(item(coder, texts, known.next()));
    }
    found
}
