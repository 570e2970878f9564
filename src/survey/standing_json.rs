//! Where a shop stands as JSON, for the command line and for comparing it with the page.

use super::derived::Part;
use super::reference::{Reference, subject_name};
use super::standing::{Place, Places};
use crate::model::Questionnaire;
use crate::score::Report;
use serde_json::{Map, Value, json};

fn place(place: &Place<'_>) -> Value {
    let scores = place.scores.map(|scores| {
        let group = scores.part.map_or("all", Part::name);
        json!({ "group": group, "n": scores.n, "mean": scores.mean, "deviation": scores.deviation })
    });
    let standing = place.standing.map(|standing| {
        json!({
            "percentile": standing.percentile, "percent": standing.percent(),
            "deviation_score": standing.deviation_score,
        })
    });
    json!({ "points": place.points, "others": scores, "standing": standing })
}

/// Where a shop of a size class stands, with permanent names. Percentile and 偏差値 are in tenths, mean and deviation in
/// hundredths.
pub fn standing_to_json(
    questionnaire: &Questionnaire,
    reference: &Reference,
    report: &Report,
    part: Part,
) -> Value {
    let places = Places::new(reference, report, part);
    let chapters = places.chapters.iter().filter_map(|chapter| {
        let (_, id) = subject_name(questionnaire, chapter.subject)?;
        Some((id.to_owned(), place(chapter)))
    });
    json!({
        "title": reference.title, "n": reference.n, "synthetic": reference.synthetic,
        "date": reference.date.map(|date| date.to_string()), "size": part.name(),
        "whole": place(&places.whole), "chapters": chapters.collect::<Map<_, _>>(),
    })
}
