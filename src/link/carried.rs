//! The answers of a sheet as they travel: those that are asked, and with them, if that is chosen, texts and notes.

use super::adaptive::Adaptive;
use super::coder::Coder;
use super::limits::{ID, TEXT, shorten};
use super::summary::list;
use super::texts::Texts;
use super::{Disclosed, answers};
use crate::answers::{Answer, Entry, Note, Progress, Sheet};
use crate::flow::{Flow, Visibility};
use crate::model::{FieldIx, Questionnaire, Shape, SlotTable};
use crate::order::insert_where;

/// What is said in words about fields without a slot: their permanent name, the answer, the note.
type Named = (String, String, String);

/// What travels, by slots and permanent names: all that packing and unpacking know.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Carried {
    answers: Vec<Option<Answer>>,
    /// By slot: the text of "other", then the note; empty when there are none at all.
    words: Vec<[String; 2]>,
    named: Vec<Named>,
    plan: Vec<(String, Note)>,
}

/// How much a sheet says, added to what is said already.
pub(super) fn disclosed(sheet: &Sheet, said: Disclosed) -> Disclosed {
    sheet.entries().fold(said, |said, (_, entry)| Disclosed {
        answers: said.answers
            + usize::from(entry.answer.as_ref().is_some_and(|answer| !matches!(answer, Answer::Text(_)))),
        texts: said.texts
            + usize::from(matches!(entry.answer, Some(Answer::Text(_))))
            + usize::from(!entry.other.is_empty()),
        notes: said.notes + usize::from(!entry.note.is_empty()),
        ..said
    })
}

/// What of a sheet travels: only the chosen fields, texts and notes only if they are wanted, all texts short enough. And
/// how many had to be shortened for that.
pub(super) fn travelling(
    questionnaire: &Questionnaire,
    sheet: &Sheet,
    with_words: bool,
    chosen: impl Fn(FieldIx) -> bool,
) -> (Sheet, usize) {
    let mut travels = Sheet::new(questionnaire);
    let mut cut = 0;
    let mut short = |text: &str, wanted: bool| {
        if wanted { shorten(text, TEXT, &mut cut) } else { String::new() }
    };
    for ((ix, field), (_, entry)) in questionnaire.fields().zip(sheet.entries()) {
        if !chosen(ix) {
            continue;
        }
        let answer = match &entry.answer {
            Some(Answer::Text(text)) => {
                Some(short(text, with_words)).filter(|text| !text.is_empty()).map(Answer::Text)
            }
            answer => answer.clone(),
        };
        // What was typed beside "other" stays at home while something else is chosen.
        let other = answer.as_ref().zip(field.other()).is_some_and(|(answer, other)| answer.names(other));
        let entry = Entry {
            answer,
            other: short(&entry.other, with_words && other),
            note: short(&entry.note, with_words),
            ..Entry::default()
        };
        travels.restore(questionnaire, ix, entry);
    }
    (travels, cut)
}

/// Whoever made the link was asked: what the profile would set aside here was brought back there. A follow-up comes to
/// light only once what it follows is back, so again until nothing more does.
pub(super) fn bring_back(questionnaire: &Questionnaire, sheet: &mut Sheet) {
    let says = |entry: &Entry| entry.answer.is_some() || !entry.note.is_empty();
    // As a rule, nothing that a rule covers is answered, and that is told sooner than all that is asked.
    let covered = Flow::covered(questionnaire, sheet);
    if !sheet.entries().zip(covered).any(|((_, entry), rule)| rule.is_some() && says(entry)) {
        return;
    }
    loop {
        let flow = Flow::new(questionnaire, sheet);
        let aside = sheet.entries().filter(|(_, entry)| says(entry)).map(|(ix, _)| ix);
        let aside = aside.filter(|ix| matches!(flow.field(*ix), Visibility::Aside(_)));
        let aside: Vec<FieldIx> = aside.collect();
        if aside.is_empty() {
            return;
        }
        for ix in aside {
            sheet.set_back(ix, true);
        }
    }
}

impl Carried {
    /// By the slots of today.
    pub(super) fn of(questionnaire: &Questionnaire, sheet: &Sheet, plan: &[(String, Note)]) -> Self {
        let slots = questionnaire.slots.entries.last().map_or(0, |entry| usize::from(entry.slot) + 1);
        let mut carried = Self {
            answers: vec![None; slots],
            words: vec![<[String; 2]>::default(); slots],
            ..Self::default()
        };
        for ((_, field), (_, entry)) in questionnaire.fields().zip(sheet.entries()) {
            let slot = field.slot.map(usize::from);
            let place = slot.and_then(|slot| carried.answers.get_mut(slot));
            let words = slot.and_then(|slot| carried.words.get_mut(slot));
            if let (Some(place), Some(words)) = (place, words) {
                entry.answer.clone_into(place);
                *words = [entry.other.clone(), entry.note.clone()];
            } else {
                let text = if let Some(Answer::Text(text)) = &entry.answer { text.as_str() } else { "" };
                if !text.is_empty() || !entry.note.is_empty() {
                    let named = (field.id.clone(), text.to_owned(), entry.note.clone());
                    insert_where(&mut carried.named, named, |(id, ..)| *id < field.id);
                }
            }
        }
        for (id, note) in plan.iter().filter(|(_, note)| !note.is_empty()) {
            insert_where(&mut carried.plan, (id.clone(), note.clone()), |(other, _)| other < id);
        }
        carried
    }

    /// Answers alone, by their slots.
    pub(super) fn of_answers(answers: Vec<Option<Answer>>) -> Self {
        Self { answers, ..Self::default() }
    }

    /// Whether there is anything but answers by choice.
    fn says_words(&self) -> bool {
        let has_words = self.words.iter().flatten().any(|text| !text.is_empty());
        has_words || !self.named.is_empty() || !self.plan.is_empty()
    }

    /// Whether each answer has a place in the slots of a revision.
    pub(super) fn fits(&self, table: &SlotTable, revision: u8) -> bool {
        let none = <[String; 2]>::default();
        let mut rest = self.answers.iter().zip(self.words.iter().chain(std::iter::repeat(&none)));
        let says = |(answer, words): (&Option<Answer>, &[String; 2])| {
            answer.is_some() || words.iter().any(|text| !text.is_empty())
        };
        let known = table.at(revision).zip(rest.by_ref());
        known.into_iter().all(|(entry, (answer, _))| {
            answer.as_ref().is_none_or(|answer| answers::fits(answer, entry.shape))
        }) && !rest.any(says)
    }

    /// To the fields of today; what was noted about advice; and how much has no place.
    pub(super) fn unpack(self, questionnaire: &Questionnaire) -> (Sheet, Vec<(String, Note)>, usize) {
        let Self { mut answers, mut words, named, plan } = self;
        let mut sheet = Sheet::new(questionnaire);
        let mut homeless = 0;
        let slots =
            questionnaire.fields().filter_map(|(ix, field)| Some((ix, field, usize::from(field.slot?))));
        for (ix, field, slot) in slots {
            let answer = answers.get_mut(slot).and_then(Option::take);
            let [other, note] = words.get_mut(slot).map(std::mem::take).unwrap_or_default();
            if answer.is_none() && other.is_empty() && note.is_empty() {
                continue;
            }
            // What no page writes: words beside "other" that nobody chose.
            let chosen =
                answer.as_ref().zip(field.other()).is_some_and(|(answer, other)| answer.names(other));
            let fits = sheet.set(questionnaire, ix, answer);
            if !fits || !chosen && !other.is_empty() {
                homeless += 1;
            }
            if fits && chosen {
                sheet.set_other(ix, &other);
            }
            sheet.set_note(ix, &note);
        }
        // What is left has no field today.
        let left = (0..answers.len()).filter(|slot| {
            let words = words.get(*slot).into_iter().flatten();
            answers.get(*slot).is_some_and(Option::is_some) || !words.into_iter().all(String::is_empty)
        });
        homeless += left.count();
        for (id, text, note) in named {
            let Some(ix) = questionnaire.field_named(&id) else {
                homeless += 1;
                continue;
            };
            if !sheet.set(questionnaire, ix, (!text.is_empty()).then_some(Answer::Text(text))) {
                homeless += 1;
            }
            sheet.set_note(ix, &note);
        }
        (sheet, plan, homeless)
    }

    pub(super) fn walk(
        &self,
        coder: &mut impl Coder,
        texts: &mut Texts,
        table: &SlotTable,
        revision: u8,
    ) -> Self {
        let known: Vec<Option<&Answer>> = self.answers.iter().map(Option::as_ref).collect();
        let answers = answers::walk(coder, table, revision, &known);
        if !coder.flag(self.says_words()) {
            return Self { answers, ..Self::default() };
        }
        let words = self.walk_words(coder, texts, table, revision, &answers);
        let mut more = Adaptive::new([4, 1], 1);
        let named = list(coder, texts, &mut more, &self.named, |coder, texts, named| {
            let (id, text, note) = named.map_or(("", "", ""), |(id, text, note)| (id, text, note));
            let id = texts.id(coder, id);
            let text = optional(coder, texts, text, TEXT);
            let note = optional(coder, texts, note, TEXT);
            texts.bad |= text.is_empty() && note.is_empty();
            (id, text, note)
        });
        let mut more = Adaptive::new([4, 1], 1);
        let plan = list(coder, texts, &mut more, &self.plan, walk_note);
        let ordered = named.is_sorted_by(|(one, ..), (next, ..)| one < next)
            && plan.is_sorted_by(|(one, _), (next, _)| one < next);
        let carried = Self { answers, words, named, plan };
        texts.bad |= !ordered || !carried.says_words();
        carried
    }

    /// The texts of "other" and the notes.
    fn walk_words(
        &self,
        coder: &mut impl Coder,
        texts: &mut Texts,
        table: &SlotTable,
        revision: u8,
        answers: &[Option<Answer>],
    ) -> Vec<[String; 2]> {
        let mut has_other = Adaptive::new([4, 1], 1);
        // Whether the field is answered.
        let mut has_note = [Adaptive::new([32, 1], 2), Adaptive::new([8, 1], 2)];
        let mut walked = Vec::new();
        let none = <[String; 2]>::default();
        for (entry, answer) in table.at(revision).zip(answers) {
            let [other, note] = self.words.get(usize::from(entry.slot)).unwrap_or(&none);
            let may_be_other = matches!(answer, Some(Answer::One(_) | Answer::Many(_) | Answer::Rows(_)))
                && !matches!(entry.shape, Shape::Rating(_));
            let mut text = |model: &mut Adaptive<2>, text: &str| {
                if texts.bad || coder.adaptive(model, usize::from(!text.is_empty())) == 0 {
                    return String::new();
                }
                let text = texts.walk(coder, text, TEXT);
                texts.bad |= text.is_empty();
                text
            };
            let other = if may_be_other { text(&mut has_other, other) } else { String::new() };
            let note = match (&mut has_note, answer) {
                ([model, _], None) | ([_, model], Some(_)) => text(model, note),
            };
            walked.push([other, note]);
        }
        walked
    }
}

/// A text that may be empty.
fn optional(coder: &mut impl Coder, texts: &mut Texts, text: &str, limit: usize) -> String {
    if !coder.flag(!text.is_empty()) {
        return String::new();
    }
    let text = texts.walk(coder, text, limit);
    texts.bad |= text.is_empty();
    text
}

/// What is noted about an advice.
fn walk_note(coder: &mut impl Coder, texts: &mut Texts, known: Option<&(String, Note)>) -> (String, Note) {
    let (id, known) = known.cloned().unwrap_or_default();
    let id = texts.id(coder, &id);
    let place = Progress::ALL.iter().position(|progress| *progress == known.progress).unwrap_or(0);
    let place = coder.uniform(4, u32::try_from(place).unwrap_or(0));
    let note = Note {
        progress: usize::try_from(place)
            .ok()
            .and_then(|place| Progress::ALL.get(place))
            .copied()
            .unwrap_or_default(),
        owner: optional(coder, texts, &known.owner, TEXT),
        due: optional(coder, texts, &known.due, ID),
        text: optional(coder, texts, &known.text, TEXT),
        ..Note::default()
    };
    texts.bad |= note.is_empty();
    (id, note)
}

/// What was noted about advice as it travels, and how many texts had to be shortened for that.
pub(super) fn travelling_plan(plan: &[(String, Note)]) -> (Vec<(String, Note)>, usize) {
    let mut cut = 0;
    let mut travels: Vec<(String, Note)> = Vec::new();
    for (id, note) in plan {
        let note = Note {
            owner: shorten(&note.owner, TEXT, &mut cut),
            due: shorten(&note.due, ID, &mut cut),
            text: shorten(&note.text, TEXT, &mut cut),
            progress: note.progress,
            ..Note::default()
        };
        if !note.is_empty() {
            insert_where(&mut travels, (id.clone(), note), |(other, _)| other < id);
        }
    }
    (travels, cut)
}
