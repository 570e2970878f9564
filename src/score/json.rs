//! A report as JSON, for the command line and for comparing it with the page.

use super::{Report, Tally};
use crate::answers::Sheet;
use crate::flow::Flow;
use crate::model::Questionnaire;
use serde_json::{Value, json};

fn tally(tally: Tally) -> Value {
    json!({
        "lowest": tally.lowest(), "highest": tally.highest(),
        "earned": tally.earned, "open": tally.open, "total": tally.total,
        "ratings": tally.ratings, "open_ratings": tally.open_ratings,
    })
}

/// Everything a report says, with permanent names. Scores are permille; points are twelfths of a rating of weight 1.
pub fn to_json(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow, report: &Report) -> Value {
    let progress = flow.total(questionnaire, sheet, report.pack);
    let chapters = report
        .chapters
        .iter()
        .filter_map(|score| Some((questionnaire.chapter(score.chapter)?.id.clone(), tally(score.tally))));
    let views = report.views.iter().filter_map(|score| {
        Some((questionnaire.views.get(usize::from(score.view))?.id.clone(), tally(score.tally)))
    });
    let weaknesses = report.weaknesses.iter().filter_map(|weakness| {
        let step = weakness.step.letter().to_string();
        Some(json!({ "field": questionnaire.field(weakness.field)?.id, "step": step, "weight": weakness.weight }))
    });
    let unknown = flow.unknown(questionnaire, sheet, report.pack);
    json!({
        "pack": questionnaire.pack(report.pack).map(|pack| pack.id.as_str()),
        "asked": progress.asked, "answered": progress.answered, "unknown": unknown,
        "total": tally(report.total),
        "chapters": chapters.collect::<serde_json::Map<_, _>>(),
        "views": views.collect::<serde_json::Map<_, _>>(),
        "weaknesses": weaknesses.collect::<Vec<_>>(),
    })
}
