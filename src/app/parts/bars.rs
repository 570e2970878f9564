//! Scores by viewpoint: a table with a bar in each row.

use super::range::{range_bar, range_text};
use crate::app::session::Session;
use crate::app::ui::{El, el, span};
use crate::score::Report;

pub(in crate::app) fn view_bars(session: Session, report: &Report) -> El {
    let words = &session.later_words().result;
    let rows = report.views.iter().filter_map(|score| {
        let view = session.questionnaire.views.get(usize::from(score.view))?;
        let range = score.tally.lowest().zip(score.tally.highest());
        let text =
            range.map_or(words.not_applicable.to_owned(), |(lowest, highest)| range_text(lowest, highest));
        let name = el("th").attr("scope", "row").text(session.text(view.title));
        let row = el("tr")
            .child(name.child(span("note", session.text(view.text))))
            .child(
                el("td").class("bar-cell").maybe(range.map(|(lowest, highest)| range_bar(lowest, highest))),
            )
            .child(number(&text))
            .child(number(&score.tally.open_ratings.to_string()));
        Some(row)
    });
    let head =
        [column(words.view), column(words.score).attr("colspan", "2"), column(words.open).class("number")];
    figures(words.by_view, head, rows)
}

/// The heading of a column.
pub(in crate::app) fn column(text: &str) -> El {
    el("th").attr("scope", "col").text(text)
}

/// A cell with a number.
pub(in crate::app) fn number(text: &str) -> El {
    el("td").class("number").text(text)
}

/// A table of numbers.
pub(in crate::app) fn figures(
    caption: &str,
    head: impl IntoIterator<Item = El>,
    rows: impl IntoIterator<Item = El>,
) -> El {
    el("table")
        .class("figures")
        .child(el("caption").class("unseen").text(caption))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows))
}
