//! The numbers: the pack as a whole and each chapter, beside those of the other shops.

use super::Shop;
use crate::app::parts::{column, number};
use crate::app::session::Session;
use crate::app::ui::{El, details, el, p, span, svg};
use crate::survey::{Part, Place, Places, Reference, Subject, tenths};

/// In a cell that has nothing in it: that is meant so.
const NOTHING: &str = "–";
const COLUMNS: usize = 5;

pub(super) fn places(session: Session, shop: &Shop, reference: &Reference) -> Vec<El> {
    let words = &session.later_words().standing;
    let places = Places::new(reference, &shop.report, shop.part);
    if places.is_empty() {
        return vec![p(words.other_pack)];
    }
    let size = size_of(session, places.part);
    let others = match size {
        None => words.no_size.to_owned(),
        Some(size) if places.is_own_class() => (words.same_size)(size),
        Some(size) => (words.all_sizes)(size),
    };
    let summary = places.whole.standing.map(|standing| {
        let text = match standing.deviation_score {
            Some(score) => (words.summary)(standing.percent(), &signed_tenths(score)),
            None => (words.summary_same)(standing.percent()),
        };
        p(&text).class("standing-summary").id("standing-summary")
    });
    let head = [words.points, words.mean, words.place, words.score, words.n].map(column);
    let head = head.map(|cell| cell.class("number"));
    let table = el("table")
        .class("figures standing-table")
        .child(el("caption").class("unseen").text(words.title))
        .child(el("thead").child(el("tr").children(head)))
        .children(places.all().map(|place| group(session, &places, place)));
    let mut parts = vec![p(&others)];
    parts.extend(summary);
    parts.extend([
        p(words.what_score).class("hint"),
        legend(session),
        table,
        details("how", words.how).child(p(words.how_points)).child(p(words.how_place)),
    ]);
    parts
}

fn size_of(session: Session, part: Part) -> Option<&'static str> {
    let nth = match part {
        Part::Small => 0,
        Part::Medium => 1,
        Part::Large => 2,
        Part::Unknown => return None,
    };
    session.later_words().level.sizes.get(nth).copied()
}

/// A pack or chapter: its name and a drawing, its numbers below. Side by side they would not fit on a telephone.
fn group(session: Session, places: &Places<'_>, place: &Place<'_>) -> El {
    let words = &session.later_words().standing;
    let name = match place.subject {
        Subject::Pack(_) => words.whole.to_owned(),
        Subject::Chapter(ix) => session.questionnaire.chapter(ix).map_or_else(String::new, |chapter| {
            let number = (session.words().assess.chapter)(u16::from(chapter.number));
            format!("{number} {}", session.text(chapter.title))
        }),
    };
    let note = match (place.scores, place.points) {
        (None, _) => Some(words.no_scores),
        (Some(_), None) => Some(words.no_points),
        (Some(scores), _) if scores.part.is_none() && places.is_own_class() => Some(words.here_all_sizes),
        _ => None,
    };
    let heading = el("th")
        .attr("scope", "rowgroup")
        .attr("colspan", &COLUMNS.to_string())
        .child(span("standing-name", &name))
        .maybe(note.map(|note| span("note", note)))
        .child(strip(place));
    let points = place.points.map(|points| points.to_string());
    let mean = place.scores.map(|scores| tenths(scores.mean));
    let n = place.scores.map(|scores| scores.n.to_string());
    let top = place.standing.map(|standing| (words.top)(standing.percent()));
    let score = place.standing.and_then(|standing| standing.deviation_score).map(signed_tenths);
    let cells = [points, mean, top, score, n].map(|text| number(text.as_deref().unwrap_or(NOTHING)));
    el("tbody").child(el("tr").child(heading)).child(el("tr").children(cells))
}

/// The mean as a line, the shop as a dot, from 0 to 100. The numbers stand below, so it is left out of the accessibility
/// tree.
fn strip(place: &Place<'_>) -> El {
    let scores = place.scores.map(|scores| mean_mark(&format!("{}%", tenths(scores.mean))));
    let own = place.points.map(|points| own_mark(&format!("{points}%")));
    drawing("standing-strip").child(ground()).maybe(scores).maybe(own)
}

fn drawing(class: &str) -> El {
    svg("svg").class(class).attr("aria-hidden", "true")
}

fn ground() -> El {
    svg("rect").class("standing-ground").attr("width", "100%").attr("height", "6").attr("y", "7")
}

fn mean_mark(x: &str) -> El {
    svg("line").class("standing-mean").attr("x1", x).attr("x2", x).attr("y2", "20")
}

fn own_mark(x: &str) -> El {
    svg("circle").class("standing-own").attr("cx", x).attr("cy", "10").attr("r", "6")
}

/// What the marks mean.
fn legend(session: Session) -> El {
    let words = &session.later_words().standing;
    let sign = |mark: El, text: &str| el("span").child(drawing("standing-mark").child(mark)).text(text);
    el("p")
        .class("hint standing-legend")
        .child(sign(own_mark("50%"), words.legend_own))
        .child(sign(mean_mark("50%"), words.legend_mean))
        .child(span("", words.legend_scale))
}

/// Tenths with their point; 偏差値 can be below 0.
fn signed_tenths(tenths: i32) -> String {
    let sign = if tenths < 0 { "-" } else { "" };
    let size = tenths.unsigned_abs();
    format!("{sign}{}.{}", size / 10, size % 10)
}
