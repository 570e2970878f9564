//! From content to the body of a link and back.

use super::carried::{Carried, bring_back};
use super::coder::{Checked, Coder};
use super::handing::Asked;
use super::limits::NAME;
use super::range_coder::{Decoder, Encoder};
use super::texts::Texts;
use super::{Answers, Content, Glance, Head, LinkError, Reply, Sealed, Summary};
use crate::model::{Questionnaire, SlotTable};

const SUMMARY: u8 = 1;
const ANSWERS: u8 = 2;
const REQUEST: u8 = 3;
const REPLY: u8 = 4;
pub(super) const SEALED: u8 = 5;

/// What every body but a sealed one begins with.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
struct Start {
    pack: u8,
    revision: u8,
    head: Head,
}

/// The rest, in the terms of slots and permanent names.
#[derive(Clone, Debug, PartialEq, Eq)]
enum Rest {
    Summary(Summary),
    Answers(Carried),
    Request(Asked),
    Reply(Carried),
}

impl Start {
    fn walk(&self, coder: &mut impl Coder, texts: &mut Texts) -> Self {
        let Self { pack, revision, head } = self.walk_unnamed(coder);
        let named = coder.flag(!self.head.name.is_empty());
        let name = if named { texts.walk(coder, &self.head.name, NAME) } else { String::new() };
        texts.bad |= named && name.is_empty();
        Self { pack, revision, head: Head { name, ..head } }
    }

    /// All that comes before the name, which takes the better part of the time.
    fn walk_unnamed(&self, coder: &mut impl Coder) -> Self {
        let (pack, revision) = (coder.byte(self.pack), coder.byte(self.revision));
        let high = u32::from(coder.pair((self.head.number >> 16).try_into().unwrap_or(0)));
        let low = u32::from(coder.pair((self.head.number & 0xFFFF).try_into().unwrap_or(0)));
        let day = coder.flag(self.head.day.is_some());
        let day = day.then(|| coder.pair(self.head.day.unwrap_or(0)));
        Self { pack, revision, head: Head { number: high << 16 | low, day, name: String::new() } }
    }
}

impl Rest {
    fn kind(&self) -> u8 {
        match self {
            Self::Summary(_) => SUMMARY,
            Self::Answers(_) => ANSWERS,
            Self::Request(_) => REQUEST,
            Self::Reply(_) => REPLY,
        }
    }

    fn of_kind(kind: u8) -> Option<Self> {
        match kind {
            SUMMARY => Some(Self::Summary(Summary::default())),
            ANSWERS => Some(Self::Answers(Carried::default())),
            REQUEST => Some(Self::Request(Asked::default())),
            REPLY => Some(Self::Reply(Carried::default())),
            _ => None,
        }
    }

    fn walk(&self, coder: &mut impl Coder, texts: &mut Texts, table: &SlotTable, revision: u8) -> Self {
        match self {
            Self::Summary(summary) => Self::Summary(summary.walk(coder, texts)),
            Self::Answers(carried) => Self::Answers(carried.walk(coder, texts, table, revision)),
            Self::Request(asked) => Self::Request(asked.walk(coder, texts)),
            Self::Reply(carried) => Self::Reply(carried.walk(coder, texts, table, revision)),
        }
    }
}

/// `None` when there is too much text.
fn pack(table: &SlotTable, start: &Start, rest: &Rest) -> Option<Vec<u8>> {
    let (mut encoder, mut texts) = (Encoder::new(), Texts::new());
    start.walk(&mut encoder, &mut texts);
    rest.walk(&mut encoder, &mut texts, table, start.revision);
    (!texts.bad).then(|| encoder.finish())
}

/// Kind and body of a content that is not sealed.
pub(super) fn write(questionnaire: &Questionnaire, content: &Content) -> Result<(u8, Vec<u8>), LinkError> {
    let table = &questionnaire.slots;
    let newest = table.revision();
    let (head, revision, rest) = match content {
        Content::Summary(summary) => (&summary.head, newest, Rest::Summary(summary.clone())),
        Content::Answers(answers) => {
            let carried = Carried::of(questionnaire, &answers.sheet, &answers.plan);
            (&answers.head, newest, Rest::Answers(carried))
        }
        Content::Request(request) => {
            (&request.head, request.revision, Rest::Request(Asked::of(questionnaire, request)))
        }
        Content::Reply(reply) => {
            let carried = Carried::of(questionnaire, &reply.sheet, &[]);
            // Whoever asked can read it, if they can have asked it.
            let theirs = reply.revision.min(newest);
            let fits = theirs > 0 && carried.fits(table, theirs);
            (&reply.head, if fits { theirs } else { newest }, Rest::Reply(carried))
        }
        Content::Sealed(sealed) => return Ok((SEALED, sealed.frame().body)),
    };
    let start = Start { pack: questionnaire.number, revision, head: head.clone() };
    let body = pack(table, &start, &rest).ok_or(LinkError::TooLong)?;
    Ok((rest.kind(), body))
}

/// What a body is about, without unpacking what follows its head.
pub(super) fn glance(questionnaire: &Questionnaire, kind: u8, body: &[u8]) -> Result<Glance, LinkError> {
    match kind {
        SEALED => return Ok(Glance::Sealed),
        ANSWERS => {}
        _ => return Rest::of_kind(kind).map(|_| Glance::Other).ok_or(LinkError::Newer),
    }
    let Start { pack, head, .. } = Start::default().walk_unnamed(&mut Decoder::new(body));
    if pack == questionnaire.number {
        Ok(Glance::Answers { number: head.number, day: head.day })
    } else {
        Err(LinkError::OtherQuestionnaire)
    }
}

/// What a body means.
pub(super) fn read(questionnaire: &Questionnaire, kind: u8, body: &[u8]) -> Result<Content, LinkError> {
    if kind == SEALED {
        return Sealed::read(body).map(Content::Sealed);
    }
    let empty = Rest::of_kind(kind).ok_or(LinkError::Newer)?;
    let (mut coder, mut texts) = (Checked::new(body), Texts::new());
    let start = Start::default().walk(&mut coder, &mut texts);
    if start.pack != questionnaire.number {
        return Err(LinkError::OtherQuestionnaire);
    }
    let table = &questionnaire.slots;
    match (kind, start.revision) {
        (_, 0) => return Err(LinkError::Damaged),
        // Answers need the shapes of their slots; all else goes by names and numbers that stay.
        (ANSWERS | REPLY, newer) if newer > table.revision() => return Err(LinkError::Newer),
        _ => {}
    }
    let rest = empty.walk(&mut coder, &mut texts, table, start.revision);
    if texts.bad || !coder.whole() {
        return Err(LinkError::Damaged);
    }
    let Start { head, revision, .. } = start;
    Ok(match rest {
        Rest::Summary(summary) => Content::Summary(Summary { head, ..summary }),
        Rest::Answers(carried) => {
            let (mut sheet, plan, homeless) = carried.unpack(questionnaire);
            bring_back(questionnaire, &mut sheet);
            Content::Answers(Answers { head, sheet, plan, homeless })
        }
        Rest::Request(asked) => Content::Request(asked.request(questionnaire, head, revision)),
        Rest::Reply(carried) => {
            // A reply has no plan.
            let (sheet, plan, homeless) = carried.unpack(questionnaire);
            if !plan.is_empty() {
                return Err(LinkError::Damaged);
            }
            Content::Reply(Reply { head, sheet, homeless, revision })
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Code, Shape, SlotEntry};
    use proptest::prelude::*;

    /// Slots of every shape.
    fn table() -> SlotTable {
        let none = Code::new(2);
        let shapes = [Shape::Rating(4), Shape::Rating(5), Shape::Single(3), Shape::Multi(4, none)];
        let shapes = shapes.into_iter().chain([Shape::Multi(3, None), Shape::Matrix(3, 4)]).cycle().take(24);
        let entry = |(slot, shape)| SlotEntry { slot, since: 1, shape, hint: None };
        SlotTable { entries: (0..).zip(shapes).map(entry).collect() }
    }

    /// What a body says, whether or not that is how it is written.
    fn unpack(coder: &mut impl Coder, kind: u8) -> Option<(Start, Rest)> {
        let mut texts = Texts::new();
        let start = Start::default().walk(coder, &mut texts);
        let rest = Rest::of_kind(kind)?.walk(coder, &mut texts, &table(), start.revision);
        (!texts.bad && start.revision > 0).then_some((start, rest))
    }

    proptest! {
        #![proptest_config(ProptestConfig { cases: 1000, failure_persistence: None, ..ProptestConfig::default() })]

        /// Checking on the way is as strict as packing again what was unpacked.
        #[test]
        fn what_passes_the_check_is_what_would_be_written(
            kind in SUMMARY..=REPLY,
            noise in prop::collection::vec(any::<u8>(), 0..40),
            place in any::<prop::sample::Index>(),
            change in any::<u8>(),
        ) {
            // Any bytes say something; what that is written as is a good body, and a changed byte of it an odd one.
            let good = unpack(&mut Decoder::new(&noise), kind).and_then(|(start, rest)| pack(&table(), &start, &rest));
            let mut odd = good.clone().unwrap_or_default();
            if let Some(byte) = odd.get_mut(place.index(good.as_ref().map_or(1, |good| good.len().max(1)))) {
                *byte ^= change;
            }
            for (body, is_good) in [(Some(&noise), false), (good.as_ref(), true), (Some(&odd), false)] {
                let Some(body) = body else { continue };
                let mut coder = Checked::new(body);
                let found = unpack(&mut coder, kind);
                let passes = found.is_some() && coder.whole();
                let again = found.and_then(|(start, rest)| pack(&table(), &start, &rest));
                prop_assert_eq!(passes, again.as_ref() == Some(body));
                prop_assert!(passes || !is_good);
            }
        }
    }
}
