//! The points of two results by chapter: one radar chart for both, and a table.

use super::bars::{column, figures, number};
use super::radar::{axes, labels, rings};
use super::range::range_text;
use crate::app::session::Session;
use crate::app::ui::{El, el, span, svg};
use crate::chart::Radar;
use crate::compare::{Pair, Trend};
use crate::model::ChapterIx;
use crate::score::Tally;

/// What stands between two results: for the eye a sign, in words for all.
pub(in crate::app) fn trend(session: Session, trend: Trend, equal: bool) -> El {
    let words = &session.later_words().compare;
    let [better, worse, neither] = words.trends;
    let (class, sign, text) = match trend {
        _ if equal => ("trend", "=", words.equal),
        Trend::Better => ("trend trend-better", "▲", better),
        Trend::Worse => ("trend trend-worse", "▼", worse),
        Trend::Neither => ("trend", "…", neither),
    };
    el("span").class(class).child(span("", sign).attr("aria-hidden", "true")).text(" ").text(text)
}

pub(in crate::app) fn pair_radar(
    session: Session,
    names: Pair<&str>,
    chapters: &[(ChapterIx, Pair<Tally>)],
) -> El {
    el("div")
        .class("radar-and-table")
        .child(drawing(session, names, chapters))
        .child(table(session, names, chapters))
}

fn drawing(session: Session, names: Pair<&str>, chapters: &[(ChapterIx, Pair<Tally>)]) -> El {
    let radar = Radar::new(chapters.len(), super::radar::RADIUS);
    let certain = |pick: fn(&Pair<Tally>) -> Tally| {
        radar.polygon(chapters.iter().map(|(_, pair)| pick(pair).lowest().unwrap_or(0)))
    };
    let polygon = |class, points: String| svg("polygon").class(class).attr("points", &points);
    let key = |class, name: &str| {
        let sample = svg("svg").class("key-sample").attr("viewBox", "0 0 40 20").attr("aria-hidden", "true");
        let sample = sample.child(polygon(class, "2,2 38,2 38,18 2,18".to_owned()));
        el("li").child(sample).text(" ").text(name)
    };
    let chart = svg("svg")
        .class("radar")
        .attr("viewBox", "-250 -165 500 330")
        .attr("role", "img")
        .attr("aria-label", session.later_words().compare.radar_label)
        .children(rings(radar))
        .children(axes(radar, chapters.len()))
        .children([
            polygon("radar-there", certain(|pair| pair.there)),
            polygon("radar-here", certain(|pair| pair.here)),
        ])
        .children(labels(session, radar, chapters.iter().map(|(chapter, _)| *chapter)));
    let keys = el("ul").class("chart-keys").attr("aria-hidden", "true");
    let keys = keys.child(key("radar-here", names.here)).child(key("radar-there", names.there));
    el("div").child(chart).child(keys)
}

fn table(session: Session, names: Pair<&str>, chapters: &[(ChapterIx, Pair<Tally>)]) -> El {
    let words = &session.later_words().result;
    let range = |tally: Tally| tally.lowest().zip(tally.highest());
    let cell = |tally: Tally| {
        let text = range(tally).map(|(lowest, highest)| range_text(lowest, highest));
        number(text.as_deref().unwrap_or(words.not_applicable))
    };
    let rows = chapters.iter().filter_map(|(ix, pair)| {
        let chapter = session.questionnaire.chapter(*ix)?;
        let name = format!("{}. {}", chapter.number, session.text(chapter.short));
        let both = pair.map(range);
        let row = el("tr")
            .child(el("th").attr("scope", "row").text(&name))
            .child(cell(pair.here))
            .child(cell(pair.there))
            .child(el("td").child(trend(session, pair.trend(), both.here == both.there)));
        Some(row)
    });
    let heading = |text| column(text).class("number");
    let head = [column(words.chapter), heading(names.here), heading(names.there), column("")];
    figures(words.by_chapter, head, rows)
}
