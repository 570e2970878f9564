//! Numbers of texts mostly follow each other. Written as steps from one to the next they take next to no room.

use super::{Field, Kind, Offer, Questionnaire, TextId};

/// Texts needed to answer, and texts of help, are numbered apart, so their steps are counted apart.
#[derive(Clone, Copy)]
enum Row {
    Answer,
    Help,
}

/// Turns numbers into steps.
pub(crate) fn pack(questionnaire: &mut Questionnaire) {
    let mut last = [0_u16; 2];
    each(questionnaire, &mut |row, id| {
        if let Some(last) = last.get_mut(row as usize) {
            let number = id.0;
            id.0 = number.wrapping_sub(*last);
            *last = number.wrapping_add(1);
        }
    });
}

/// Turns steps back into numbers.
pub(crate) fn unpack(questionnaire: &mut Questionnaire) {
    let mut last = [0_u16; 2];
    each(questionnaire, &mut |row, id| {
        if let Some(last) = last.get_mut(row as usize) {
            id.0 = id.0.wrapping_add(*last);
            *last = id.0.wrapping_add(1);
        }
    });
}

type Visit<'a> = &'a mut dyn FnMut(Row, &mut TextId);

/// Every number, in the order in which the author module gives them out.
fn each(questionnaire: &mut Questionnaire, visit: Visit<'_>) {
    let mut answer = |id: &mut TextId| visit(Row::Answer, id);
    answer(&mut questionnaire.title);
    questionnaire.views.iter_mut().for_each(|view| answer(&mut view.title));
    for pack in &mut questionnaire.packs {
        answer(&mut pack.title);
        answer(&mut pack.text);
    }
    for chapter in &mut questionnaire.chapters {
        answer(&mut chapter.title);
        answer(&mut chapter.short);
    }
    questionnaire.chapters.iter_mut().for_each(|chapter| answer(&mut chapter.intro));
    for section in &mut questionnaire.sections {
        answer(&mut section.title);
        section.intro.iter_mut().for_each(&mut answer);
    }
    for question in &mut questionnaire.questions {
        answer(&mut question.title);
        question.lead.iter_mut().for_each(&mut answer);
    }
    questionnaire.fields.iter_mut().for_each(|field| each_of_field(field, &mut answer));
    for rule in &mut questionnaire.rules {
        answer(&mut rule.reason);
        rule.ask.iter_mut().for_each(&mut answer);
    }

    let mut help = |id: &mut TextId| visit(Row::Help, id);
    questionnaire.chapters.iter_mut().flat_map(|chapter| &mut chapter.points).for_each(&mut help);
    for question in &mut questionnaire.questions {
        question.points.iter_mut().chain(&mut question.changed).for_each(&mut help);
        if let Some(list) = &mut question.reference {
            help(&mut list.title);
            list.items.iter_mut().for_each(&mut help);
        }
    }
    for field in &mut questionnaire.fields {
        let texts = &mut field.help;
        texts.why.iter_mut().chain(&mut texts.check).chain(&mut texts.evidence).for_each(&mut help);
    }
    questionnaire.views.iter_mut().for_each(|view| help(&mut view.text));
    for term in &mut questionnaire.terms {
        help(&mut term.name);
        help(&mut term.text);
    }
    questionnaire.sources.iter_mut().for_each(|source| help(&mut source.title));
    for part in &mut questionnaire.about {
        help(&mut part.title);
        part.items.iter_mut().for_each(&mut help);
    }
}

fn each_of_field(field: &mut Field, answer: &mut dyn FnMut(&mut TextId)) {
    answer(&mut field.ask);
    let (first, second) = match &mut field.kind {
        Kind::Rating { steps, .. } => return steps.iter_mut().for_each(answer),
        Kind::Single { options, .. } | Kind::Multi { options, .. } => (options, None),
        Kind::Matrix { rows, levels, .. } => (rows, Some(levels)),
        Kind::Text => return,
    };
    for choice in first.iter_mut().chain(second.into_iter().flatten()) {
        answer(&mut choice.text);
        choice.note.iter_mut().for_each(&mut *answer);
    }
    for offer in [&mut field.na, &mut field.dk] {
        if let Offer::Own(text) = offer {
            answer(text);
        }
    }
}
