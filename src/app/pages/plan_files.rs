//! The plan as files to take along.

use super::guide::guide;
use super::moves::all_moves;
use crate::advise::{platform, terms};
use crate::answers::Progress;
use crate::app::browser::{clock, download};
use crate::app::session::Session;
use crate::app::ui::{El, button};
use crate::export::{Calendar, Headings, PlanLine, csv, ics, markdown};
use crate::flow::Flow;

/// A button for each kind of file. What is written is what is noted when the button is pressed.
pub(super) fn downloads(session: Session, id: &str) -> [El; 3] {
    let words = &session.later_words().plan;
    let file = |label: &str, name: &'static str, kind: &'static str, extension: &'static str| {
        let id = id.to_owned();
        button("button", label, move |_| {
            let text = with_lines(session, &id, |headings, calendar, lines| match extension {
                "csv" => csv(headings, lines),
                "md" => markdown(headings, lines),
                _ => ics(headings, calendar, lines),
            });
            if let Some(text) = text {
                download::save(&format!("{}.{extension}", words.file), kind, &text);
            }
        })
        .id(name)
    };
    [
        file(words.csv, "save-csv", "text/csv;charset=utf-8", "csv"),
        file(words.markdown, "save-markdown", "text/markdown;charset=utf-8", "md"),
        file(words.ics, "save-ics", "text/calendar;charset=utf-8", "ics"),
    ]
}

/// The lines of the plan as they are now.
fn with_lines(
    session: Session,
    id: &str,
    write: impl FnOnce(&Headings<'_>, &Calendar<'_>, &[PlanLine<'_>]) -> String,
) -> Option<String> {
    let words = &session.later_words().plan;
    let guide = guide(session)?;
    session.shelf.with_document(id, |document| {
        let flow = Flow::new(session.questionnaire, &document.sheet);
        let moves = all_moves(session, &document.sheet, &flow)?;
        let platform = platform(session.questionnaire, &document.sheet);
        let terms = terms(&moves);
        let found = moves.iter().zip(&terms).filter_map(|(found, term)| {
            let advice = guide.advice.get(usize::from(found.advice))?;
            Some((advice, words.terms.get(*term as usize).copied().unwrap_or_default()))
        });
        let found: Vec<_> = found
            .map(|(advice, term)| {
                let note = document.note_of(&advice.id, &advice.formerly).unwrap_or_default();
                (advice, term, (words.hours)(u16::from(advice.hours_on(platform))), note)
            })
            .collect();
        let lines: Vec<PlanLine<'_>> = (found.iter())
            .map(|(advice, term, hours, note)| PlanLine {
                id: &advice.id,
                title: session.text(advice.title),
                term,
                who: words.who.get(advice.who_on(platform) as usize).copied().unwrap_or_default(),
                hours,
                cost: words.costs.get(usize::from(advice.cost_on(platform))).copied().unwrap_or_default(),
                owner: &note.owner,
                due: &note.due,
                progress: words.states.get(note.progress as usize).copied().unwrap_or_default(),
                finished: matches!(note.progress, Progress::Done | Progress::Skipped),
                note: &note.text,
                why: session.text(advice.why),
                steps: advice.steps.iter().map(|step| session.text(*step)).collect(),
                done: session.text(advice.done),
            })
            .collect();
        let [term, title, who, hours, cost, owner, due, progress, note, why, done] = words.columns;
        let headings = Headings {
            plan: &document.name,
            id: "id",
            title,
            term,
            who,
            hours,
            cost,
            owner,
            due,
            progress,
            note,
            why,
            steps: words.how,
            done,
        };
        let calendar = Calendar { name: &document.name, assessment: id, stamp: &clock::now() };
        Some(write(&headings, &calendar, &lines))
    })?
}
