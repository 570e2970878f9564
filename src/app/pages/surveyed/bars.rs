//! Bars. All that is in them stands in the table beside them, so they are left out of the accessibility tree.

use super::scale::Scale;
use crate::app::ui::{El, svg};
use crate::chart::{bar, stacked};
use crate::survey::{Column, Scores, percent};

/// A line, in thousandths.
const WIDE: u32 = 1000;
/// From this length on there is room for a sign, on a phone too.
const ROOM: u32 = 60;

/// A place along the line, as SVG takes it whatever the width.
fn along(thousandths: u32) -> String {
    format!("{}%", percent(u16::try_from(thousandths).unwrap_or(1000)))
}

fn drawing(class: &str) -> El {
    svg("svg").class(class).attr("aria-hidden", "true")
}

fn rectangle(class: &str, from: u32, length: u32) -> El {
    svg("rect").class(class).attr("x", &along(from)).attr("width", &along(length)).attr("height", "100%")
}

/// Answers one behind the other; nothing on a base that is too small for shares.
pub(super) fn stack(scale: &Scale, column: &Column) -> Option<El> {
    column.share(0)?;
    let stretches = stacked(&scale.counts(column), column.base, WIDE);
    let parts = scale.answers.iter().zip(stretches).filter(|(_, stretch)| stretch.length > 0);
    let parts = parts.map(|(answer, stretch)| {
        let group = svg("g").class(answer.class).child(rectangle("slice", stretch.from, stretch.length));
        if stretch.length < ROOM {
            return group;
        }
        let sign = svg("text").class("slice-sign").attr("x", &along(stretch.from + stretch.length / 2));
        group.child(
            sign.attr("y", "50%").attr("dy", "0.36em").attr("text-anchor", "middle").text(&answer.sign),
        )
    });
    Some(drawing("stack").children(parts))
}

/// One count from the beginning of the line.
pub(super) fn plain(count: u32, base: u32) -> El {
    let length = bar(count, base, WIDE).length;
    drawing("plain-bar").child(rectangle("plain-ground", 0, WIDE)).child(rectangle("plain-part", 0, length))
}

/// How points are spread: a bar for each stretch of ten, and a line at the mean.
pub(super) fn spread(scores: &Scores, mean: Option<u32>) -> El {
    let tens = scores.stretches(10);
    let most = tens.iter().copied().max().unwrap_or(0);
    let drawing = drawing("spread").attr("viewBox", "0 0 1000 100").attr("preserveAspectRatio", "none");
    let bars = (0_u32..).step_by(100).zip(tens).map(|(from, count)| {
        let height = bar(count, most, 96).length;
        svg("rect")
            .class("plain-part")
            .attr("x", &(from + 6).to_string())
            .attr("y", &(98 - height).to_string())
            .attr("width", "88")
            .attr("height", &height.to_string())
    });
    let ground = svg("line").class("spread-ground").attr("x2", "1000").attr("y1", "99").attr("y2", "99");
    // From hundredths of a point to thousandths of the line.
    let line = mean.map(|mean| {
        let x = (mean / 10).to_string();
        svg("line").class("spread-mean").attr("x1", &x).attr("x2", &x).attr("y2", "100")
    });
    drawing.children(bars).child(ground).maybe(line)
}
