//! The points of a pack and its chapters.

use super::bars::spread;
use super::look::Look;
use super::part;
use super::tables::{group_headings, row_heading, wide};
use crate::app::parts::{column as heading, figures, number};
use crate::app::ui::{El, details, el, p, span};
use crate::model::{ChapterIx, PackIx};
use crate::survey::{FEWEST_PERCENT, ScoreReport, Scores, Subject, tenths};

pub(super) fn scores(look: &Look<'_>, pack: PackIx) -> El {
    let survey = look.telling.words;
    let words = &look.session.later_words().surveyed;
    let questionnaire = look.session.questionnaire;
    let chapters: Vec<ChapterIx> = questionnaire.chapters_of(pack).map(|(ix, _)| ix).collect();
    let of_pack = |score: &&ScoreReport| match score.subject {
        Subject::Pack(ix) => ix == pack,
        Subject::Chapter(ix) => chapters.contains(&ix),
    };
    let found: Vec<&ScoreReport> = look.report.scores.iter().filter(of_pack).collect();
    let rows = found.iter().map(|score| row(look, score));
    let table = figures(survey.scores, group_headings(look, survey.chapter), rows).class("figures counts");
    let numbers = details("all-scores", words.every_number).child(numbers(look, &found));
    part("scores-title", survey.scores)
        .child(p(survey.scores_text))
        .child(p(&(words.distribution)(&look.group(look.first()))).class("hint"))
        .child(wide(survey.scores, table))
        .child(numbers)
}

/// What a score is of. The number stays with the first word.
pub(super) fn name(look: &Look<'_>, subject: Subject) -> String {
    let questionnaire = look.session.questionnaire;
    match subject {
        Subject::Pack(ix) => {
            questionnaire.pack(ix).map_or("", |pack| look.session.text(pack.title)).to_owned()
        }
        Subject::Chapter(ix) => questionnaire.chapter(ix).map_or_else(String::new, |chapter| {
            format!("{}.\u{a0}{}", chapter.number, look.session.text(chapter.title))
        }),
    }
}

/// Means and deviations are told of enough shops only.
fn enough(scores: Option<&Scores>) -> Option<&Scores> {
    scores.filter(|scores| scores.n() >= FEWEST_PERCENT)
}

fn column(score: &ScoreReport, group: usize) -> Option<&Scores> {
    score.columns.get(group)?.as_ref()
}

/// How the points of the first group are spread; mean and deviation of every group.
fn row(look: &Look<'_>, score: &ScoreReport) -> El {
    let words = &look.session.later_words().surveyed;
    let bars = enough(column(score, look.first())).map(|scores| spread(scores, scores.mean()));
    let cells = look.groups.iter().map(|group| {
        let cell = el("td").class("number");
        let Some(scores) = enough(column(score, *group)) else { return cell.text("–") };
        let deviation = scores.deviation().map(tenths).unwrap_or_default();
        cell.text(&scores.mean().map(tenths).unwrap_or_default())
            .text(" ")
            .child(span("share", &(words.deviation)(&deviation)))
    });
    let name = row_heading(&name(look, score.subject)).maybe(bars);
    let row = el("tr").child(name).children(cells);
    if matches!(score.subject, Subject::Pack(_)) { row.class("whole") } else { row }
}

/// Everything: how many, mean, deviation, quartiles, tens.
fn numbers(look: &Look<'_>, found: &[&ScoreReport]) -> El {
    let survey = look.telling.words;
    let words = &look.session.later_words().surveyed;
    let [first, middle, third] = survey.quartiles;
    let heads = [survey.n, survey.mean, survey.deviation, first, middle, third];
    let tens = (0_u16..10).map(|ten| {
        let to = if ten == 9 { 100 } else { ten * 10 + 9 };
        heading(&(words.points)(ten * 10, to)).class("number")
    });
    let head = [heading(survey.chapter), heading(survey.group)]
        .into_iter()
        .chain(heads.map(|text| heading(text).class("number")))
        .chain(tens);
    let rows = found.iter().flat_map(|score| {
        look.groups.iter().map(|group| {
            let row = el("tr").child(row_heading(&name(look, score.subject)));
            row.child(row_heading(&look.group(*group))).children(values(look, column(score, *group)))
        })
    });
    wide(words.every_number, figures(words.every_number, head, rows).class("figures counts"))
}

fn values(look: &Look<'_>, scores: Option<&Scores>) -> Vec<El> {
    let Some(scores) = scores else {
        return vec![el("td").attr("colspan", "16").text(look.telling.words.kept_back)];
    };
    let known = scores.n() >= FEWEST_PERCENT;
    let quantile = |percent| scores.quantile(percent).map(|points| points.to_string());
    let values =
        [scores.mean().map(tenths), scores.deviation().map(tenths), quantile(25), quantile(50), quantile(75)];
    let told = |value: Option<String>| number(value.filter(|_| known).as_deref().unwrap_or("–"));
    let tens = scores.stretches(10).into_iter().map(|count| number(&count.to_string()));
    std::iter::once(number(&scores.n().to_string())).chain(values.map(told)).chain(tens).collect()
}
