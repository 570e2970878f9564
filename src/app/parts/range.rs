//! A score as a range: in words and as a bar.

use crate::app::session::Session;
use crate::app::ui::{El, el, p, span, svg};
use crate::score::{Permille, Tally};

/// Permille as points of 100, rounded half up.
pub(in crate::app) fn points(permille: Permille) -> u16 {
    (permille + 5) / 10
}

/// `41–58`, or `58` once nothing is open.
pub(in crate::app) fn range_text(lowest: Permille, highest: Permille) -> String {
    match (points(lowest), points(highest)) {
        (low, high) if low == high => low.to_string(),
        (low, high) => format!("{low}–{high}"),
    }
}

/// The headline of a result.
pub(in crate::app) fn score_range(session: Session, tally: Tally) -> El {
    let words = &session.later_words().result;
    let Some((lowest, highest)) = tally.lowest().zip(tally.highest()) else {
        return p(words.no_rating);
    };
    let explanation = if tally.open_ratings == 0 {
        words.exact_text.to_owned()
    } else {
        (words.range_text)(tally.open_ratings)
    };
    let number = el("p")
        .class("score-number")
        .child(span("score-range", &(words.points)(&range_text(lowest, highest))))
        .text(" ")
        .child(span("score-of", words.of_100));
    el("div")
        .class("score")
        .child(number)
        .child(range_bar(lowest, highest))
        .child(p(&(words.open_questions)(tally.open_ratings)).class("score-open"))
        .child(p(&explanation))
}

/// A bar: full up to the lowest, light up to the highest. The numbers stand beside it, so it is left out of the
/// accessibility tree.
pub(in crate::app) fn range_bar(lowest: Permille, highest: Permille) -> El {
    let bar = |class, width: Permille| {
        svg("rect").class(class).attr("width", &width.to_string()).attr("height", "40")
    };
    svg("svg")
        .class("range-bar")
        .attr("viewBox", "0 0 1000 40")
        .attr("preserveAspectRatio", "none")
        .attr("aria-hidden", "true")
        .children([bar("bar-ground", 1000), bar("bar-possible", highest), bar("bar-certain", lowest)])
}
