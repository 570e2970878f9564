//! What goes from one to another: answers, questions, and answers to them.

use super::Head;
use super::adaptive::Adaptive;
use super::carried::{bring_back, travelling, travelling_plan};
use super::coder::Coder;
use super::limits::{MESSAGE, NAME, shorten};
use super::summary::list;
use super::texts::Texts;
use crate::answers::{Note, Sheet};
use crate::flow::Flow;
use crate::model::{FieldIx, Questionnaire};
use crate::order::insert_where;

/// Slots from here on cannot be asked for: it bounds the time that a hostile link can cost.
const SLOTS: u16 = 1 << 14;

/// The answers of an assessment.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Answers {
    /// Whose they are, and when the link was written.
    pub head: Head,
    /// The answers. What the profile would set aside is brought back.
    pub sheet: Sheet,
    /// What was noted about advice, by its permanent name.
    pub plan: Vec<(String, Note)>,
    /// How much of the link the questionnaire of today has no place for.
    pub homeless: usize,
}

/// Questions to somebody else.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Request {
    /// The number of the request, who asks, and when.
    pub head: Head,
    /// The fields to be answered, in the order of the questionnaire.
    pub fields: Vec<FieldIx>,
    /// How many more the questionnaire of today does not know.
    pub unknown: usize,
    /// What the asker says.
    pub message: String,
    /// The revision of the slot table of whoever asks: the reply is written so that they can read it.
    pub revision: u8,
}

/// What somebody answered to a request.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Reply {
    /// The number of the request, who answered, and when.
    pub head: Head,
    /// The answers, with a note beside each that has a comment. Nothing is brought back: that is up to whoever asked.
    pub sheet: Sheet,
    /// How much of the reply the questionnaire of today has no place for.
    pub homeless: usize,
    /// The revision of the slot table of whoever asked.
    pub revision: u8,
}

impl Answers {
    /// What travels of an assessment: answers to what is asked; with `words`, also answers in free words, notes, and
    /// `plan`, what is noted about advice. And how many texts had to be shortened for that.
    pub fn new(
        questionnaire: &Questionnaire,
        head: &Head,
        sheet: &Sheet,
        flow: &Flow,
        words: bool,
        plan: &[(String, Note)],
    ) -> (Self, usize) {
        let (head, cut) = head.travelling();
        let (mut sheet, more) = travelling(questionnaire, sheet, words, |field| flow.asks(field));
        bring_back(questionnaire, &mut sheet);
        let (plan, last) = travelling_plan(if words { plan } else { &[] });
        (Self { head, sheet, plan, homeless: 0 }, cut + more + last)
    }
}

impl Request {
    /// Asks for some fields. And how many texts had to be shortened for that.
    pub fn new(
        questionnaire: &Questionnaire,
        head: &Head,
        fields: impl IntoIterator<Item = FieldIx>,
        message: &str,
    ) -> (Self, usize) {
        let (head, mut cut) = head.travelling();
        let message = shorten(message, MESSAGE, &mut cut);
        let mut chosen: Vec<FieldIx> = Vec::new();
        for field in fields.into_iter().filter(|ix| questionnaire.field(*ix).is_some()) {
            if !chosen.contains(&field) {
                insert_where(&mut chosen, field, |other| *other < field);
            }
        }
        let revision = questionnaire.slots.revision();
        (Self { head, fields: chosen, unknown: 0, message, revision }, cut)
    }
}

impl Reply {
    /// Answers a request: of the sheet what was asked for. And how many texts had to be shortened for that.
    pub fn new(
        questionnaire: &Questionnaire,
        request: &Request,
        name: &str,
        day: Option<u16>,
        sheet: &Sheet,
    ) -> (Self, usize) {
        let head = Head { number: request.head.number, day, name: name.to_owned() };
        let (head, cut) = head.travelling();
        let (sheet, more) = travelling(questionnaire, sheet, true, |field| request.fields.contains(&field));
        (Self { head, sheet, homeless: 0, revision: request.revision }, cut + more)
    }
}

impl Head {
    fn travelling(&self) -> (Self, usize) {
        let mut cut = 0;
        let name = shorten(&self.name, NAME, &mut cut);
        (Self { number: self.number, day: self.day, name }, cut)
    }
}

/// Questions by slots and permanent names.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Asked {
    /// Whether each slot is asked for; the last one is.
    slots: Vec<bool>,
    /// Fields without a slot.
    named: Vec<String>,
    message: String,
}

impl Asked {
    pub(super) fn of(questionnaire: &Questionnaire, request: &Request) -> Self {
        let mut asked = Self { message: request.message.clone(), ..Self::default() };
        for field in request.fields.iter().filter_map(|ix| questionnaire.field(*ix)) {
            match field.slot.filter(|slot| *slot < SLOTS) {
                Some(slot) => {
                    let slot = usize::from(slot);
                    asked.slots.resize(asked.slots.len().max(slot + 1), false);
                    if let Some(place) = asked.slots.get_mut(slot) {
                        *place = true;
                    }
                }
                None => insert_where(&mut asked.named, field.id.clone(), |other| *other < field.id),
            }
        }
        asked
    }

    pub(super) fn request(self, questionnaire: &Questionnaire, head: Head, revision: u8) -> Request {
        let mut fields = Vec::new();
        let slots = self.slots.iter().filter(|asked| **asked).count();
        for (ix, field) in questionnaire.fields() {
            let by_slot = field.slot.and_then(|slot| self.slots.get(usize::from(slot))).copied();
            if by_slot == Some(true) || self.named.contains(&field.id) {
                fields.push(ix);
            }
        }
        let unknown = (slots + self.named.len()).saturating_sub(fields.len());
        Request { head, fields, unknown, message: self.message, revision }
    }

    pub(super) fn walk(&self, coder: &mut impl Coder, texts: &mut Texts) -> Self {
        // Neighbours are asked together: by what the one before is.
        let mut models = [Adaptive::new([16, 1], 2), Adaptive::new([1, 4], 2)];
        let count = coder.number(u16::try_from(self.slots.len()).unwrap_or(SLOTS));
        texts.bad |= count > SLOTS;
        let mut slots: Vec<bool> = Vec::new();
        for place in 1..=count.min(SLOTS) {
            let known = self.slots.get(slots.len()).is_some_and(|asked| *asked);
            let [apart, together] = &mut models;
            let model = if slots.last() == Some(&true) { together } else { apart };
            let last = place == count;
            slots.push(last || coder.adaptive(model, usize::from(known)) == 1);
        }
        let mut more = Adaptive::new([4, 1], 1);
        let named = list(coder, texts, &mut more, &self.named, |coder, texts, id| {
            texts.id(coder, id.map_or("", String::as_str))
        });
        texts.bad |= !named.is_sorted_by(|one, next| one < next);
        let has_message = coder.flag(!self.message.is_empty());
        let message = if has_message { texts.walk(coder, &self.message, MESSAGE) } else { String::new() };
        texts.bad |= has_message && message.is_empty();
        Self { slots, named, message }
    }
}
