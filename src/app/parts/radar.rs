//! Scores by chapter: a radar chart for those who look, a table for those who read.

use super::bars::{column, figures, number};
use super::range::points;
use crate::app::session::Session;
use crate::app::ui::{El, el, svg};
use crate::chart::{Radar, Side};
use crate::model::ChapterIx;
use crate::score::{ChapterScore, Permille};

pub(super) const RADIUS: i32 = 130;
/// Where labels stand, beyond the outer ring.
const LABEL: Permille = 1130;

pub(in crate::app) fn chapter_radar(session: Session, chapters: &[ChapterScore]) -> El {
    el("div").class("radar-and-table").child(drawing(session, chapters)).child(table(session, chapters))
}

fn drawing(session: Session, chapters: &[ChapterScore]) -> El {
    let radar = Radar::new(chapters.len(), RADIUS);
    let polygon = |class, points: String| svg("polygon").class(class).attr("points", &points);
    let lowest = radar.polygon(chapters.iter().map(|score| score.tally.lowest().unwrap_or(0)));
    let highest = radar.polygon(chapters.iter().map(|score| score.tally.highest().unwrap_or(0)));
    svg("svg")
        .class("radar")
        .attr("viewBox", "-250 -165 500 330")
        .attr("role", "img")
        .attr("aria-label", session.later_words().result.radar_label)
        .children(rings(radar))
        .children(axes(radar, chapters.len()))
        .children([polygon("radar-possible", highest), polygon("radar-certain", lowest)])
        .children(labels(session, radar, chapters.iter().map(|score| score.chapter)))
}

/// The grid.
pub(super) fn rings(radar: Radar) -> impl Iterator<Item = El> {
    let ring = move |height| svg("polygon").class("radar-ring").attr("points", &radar.ring(height));
    [250, 500, 750, 1000].into_iter().map(ring)
}

/// A line from the middle for each chapter.
pub(super) fn axes(radar: Radar, count: usize) -> impl Iterator<Item = El> {
    (0..count).map(move |axis| {
        let [x, y] = radar.at(axis, 1000).written();
        svg("line").class("radar-ring").attr("x2", &x).attr("y2", &y)
    })
}

/// The names of the chapters around it.
pub(super) fn labels(
    session: Session,
    radar: Radar,
    chapters: impl Iterator<Item = ChapterIx>,
) -> impl Iterator<Item = El> {
    chapters.enumerate().filter_map(move |(axis, ix)| {
        let point = radar.at(axis, LABEL);
        let [x, y] = point.written();
        let anchor = match point.side() {
            Side::Left => "end",
            Side::Middle => "middle",
            Side::Right => "start",
        };
        let chapter = session.questionnaire.chapter(ix)?;
        // On a phone only the numbers have room; the table names them.
        let number = svg("tspan").class("radar-number").text(&format!("{} ", chapter.number));
        let name = svg("tspan").class("radar-name").text(session.text(chapter.short));
        let text = svg("text").class("radar-label").attr("x", &x).attr("y", &y).attr("text-anchor", anchor);
        Some(text.attr("dominant-baseline", "middle").child(number).child(name))
    })
}

fn table(session: Session, chapters: &[ChapterScore]) -> El {
    let words = &session.later_words().result;
    let cell = |value: Option<Permille>| {
        number(&value.map_or(words.not_applicable.to_owned(), |value| points(value).to_string()))
    };
    let rows = chapters.iter().filter_map(|score| {
        let chapter = session.questionnaire.chapter(score.chapter)?;
        // The number stays with the first word.
        let name = format!("{}.\u{a0}{}", chapter.number, session.text(chapter.title));
        let row = el("tr")
            .child(el("th").attr("scope", "row").text(&name))
            .child(cell(score.tally.lowest()))
            .child(cell(score.tally.highest()))
            .child(number(&score.tally.open_ratings.to_string()));
        Some(row)
    });
    let heading = |text| column(text).class("number");
    let head = [column(words.chapter), heading(words.lowest), heading(words.highest), heading(words.open)];
    figures(words.by_chapter, head, rows)
}
