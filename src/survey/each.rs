//! Counting one sheet.

use super::derived::{Derived, points};
use super::layout::{ANSWERED, ASKED, DK, FieldPlace, HEAD, Layout, NA, Subject};
use crate::advise::{GateState, View, gaps};
use crate::answers::{Answer, Sheet};
use crate::model::{Code, Guide, Questionnaire};

fn bump(cells: &mut [u32], place: usize) {
    if let Some(cell) = cells.get_mut(place) {
        *cell = cell.saturating_add(1);
    }
}

/// Counts all that is counted of a sheet.
pub(super) fn count(
    cells: &mut [u32],
    layout: &Layout,
    (questionnaire, guide): (&Questionnaire, &Guide),
    sheet: &Sheet,
    derived: &Derived,
) {
    bump(cells, 0);
    for ((ix, _), place) in questionnaire.fields().zip(&layout.fields) {
        // What is not asked counts nowhere, whatever is kept there.
        if derived.flow.asks(ix) {
            bump(cells, place.from + ASKED);
            if let Some(answer) = sheet.answer(ix) {
                count_answer(cells, *place, answer);
            }
        }
    }
    for (subject, from) in &layout.subjects {
        if let Some(points) = points_of(derived, *subject) {
            bump(cells, from + usize::from(points));
        }
    }
    if let Some(level) = derived.counted_level().filter(|level| *level > 0) {
        bump(cells, layout.levels + usize::from(level) - 1);
    }
    for (gate, state) in derived.judgement.gates.iter().enumerate() {
        let state = match state {
            GateState::Shut => 0,
            GateState::Unknown => 1,
            GateState::Open => 2,
        };
        bump(cells, layout.gates + gate * 3 + state);
    }
    for finding in &derived.judgement.findings {
        bump(cells, layout.findings + usize::from(*finding));
    }
    count_gaps(cells, layout, guide, sheet, derived);
    count_pairs(cells, layout, sheet, derived);
    count_cross(cells, layout, sheet, derived);
}

fn count_cross(cells: &mut [u32], layout: &Layout, sheet: &Sheet, derived: &Derived) {
    let Some(cross) = layout.cross else { return };
    let chosen = |field| match sheet.answer(field) {
        Some(Answer::One(code)) if derived.flow.asks(field) => Some(usize::from(code.place())),
        _ => None,
    };
    if let [Some(row), Some(column)] = cross.fields.map(chosen) {
        bump(cells, cross.from + row * cross.width + column);
    }
}

fn count_answer(cells: &mut [u32], place: FieldPlace, answer: &Answer) {
    let option = |code: Code| place.from + HEAD + usize::from(code.place());
    bump(cells, place.from + ANSWERED);
    match answer {
        Answer::NotApplicable => bump(cells, place.from + NA),
        Answer::Unknown => bump(cells, place.from + DK),
        Answer::One(code) => bump(cells, option(*code)),
        Answer::Many(codes) => codes.iter().for_each(|code| bump(cells, option(code))),
        Answer::Rows(rows) => {
            for (row, level) in rows.iter() {
                let row = place.from + HEAD + usize::from(row.place()) * place.levels;
                bump(cells, row + usize::from(level.place()));
            }
        }
        // That something was written is all that is ever told of it.
        Answer::Text(_) => {}
    }
}

fn points_of(derived: &Derived, subject: Subject) -> Option<u8> {
    match subject {
        Subject::Pack(pack) => points(derived.reports.iter().find(|report| report.pack == pack)?.total),
        Subject::Chapter(chapter) => {
            let mut chapters = derived.reports.iter().flat_map(|report| &report.chapters);
            points(chapters.find(|score| score.chapter == chapter)?.tally)
        }
    }
}

fn count_gaps(cells: &mut [u32], layout: &Layout, guide: &Guide, sheet: &Sheet, derived: &Derived) {
    for report in &derived.reports {
        for gap in gaps(guide, sheet, &derived.flow, report) {
            let view = match gap.view {
                View::TooGood => 0,
                View::Fits => 1,
                View::TooBad => 2,
            };
            let place = guide.opinions.iter().position(|opinion| opinion.chapter == gap.chapter);
            if let Some(place) = place {
                bump(cells, layout.gaps + place * 3 + view);
            }
        }
    }
}

fn count_pairs(cells: &mut [u32], layout: &Layout, sheet: &Sheet, derived: &Derived) {
    let steps: Vec<Option<usize>> = (layout.views.iter())
        .map(|view| {
            let code = match (sheet.answer(view.field)?, view.row) {
                (Answer::One(code), None) => *code,
                (Answer::Rows(rows), Some(row)) => rows.get(row)?,
                _ => return None,
            };
            derived.flow.asks(view.field).then_some(usize::from(code.place()))
        })
        .collect();
    let step = |view: usize| steps.get(view).copied().flatten();
    for (first, second, from) in &layout.pairs {
        let width = layout.views.get(*second).map_or(0, |view| view.steps);
        if let Some((one, other)) = step(*first).zip(step(*second)) {
            bump(cells, from + one * width + other);
        }
    }
}
