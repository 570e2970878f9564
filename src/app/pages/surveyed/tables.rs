//! Drawings with the tables behind them.

use super::bars::{plain, stack};
use super::look::Look;
use super::scale::Scale;
use crate::app::parts::{column as heading, figures, number};
use crate::app::ui::{El, details, el, p, span};
use crate::survey::{Column, Table};

/// A table that may be wider than a phone: it moves by itself, with the keyboard too.
pub(super) fn wide(label: &str, table: El) -> El {
    el("div").class("wide").attr("tabindex", "0").attr("role", "group").attr("aria-label", label).child(table)
}

/// A row heading.
pub(super) fn row_heading(text: &str) -> El {
    el("th").attr("scope", "row").text(text)
}

/// Who answered, of those who were asked.
fn base(column: Option<&Column>) -> El {
    let text = column.map(|column| format!("{}/{}", column.base, column.asked));
    number(text.as_deref().unwrap_or("–"))
}

/// Headings of the shown groups, behind those of the table itself.
pub(super) fn group_headings(look: &Look<'_>, first: &str) -> Vec<El> {
    let groups = look.groups.iter().map(|group| heading(&look.group(*group)).class("number"));
    std::iter::once(heading(first)).chain(groups).collect()
}

/// Stacked bars, one for each group that has shares.
pub(super) fn stacks(look: &Look<'_>, scale: &Scale, table: &Table) -> Option<El> {
    let lines = look.groups.iter().filter_map(|group| {
        let column = table.column(*group)?;
        let bar = stack(scale, column)?;
        let line = el("div").class("stack-line").child(span("stack-name", &look.group(*group))).child(bar);
        Some(line.child(span("stack-base", &format!("n={}", column.base))))
    });
    let lines: Vec<El> = lines.collect();
    (!lines.is_empty()).then(|| el("div").class("stacks").attr("aria-hidden", "true").children(lines))
}

/// Answers one below the other, groups side by side. With bars, those of the first group; without, the answers have the
/// colours of the bars above.
pub(super) fn by_answer(look: &Look<'_>, label: &str, scale: &Scale, table: &Table, bars: bool) -> El {
    let words = &look.session.later_words().surveyed;
    let first = table.column(look.first());
    let cells = |cell: &dyn Fn(Option<&Column>) -> El| -> Vec<El> {
        look.groups.iter().map(|group| cell(table.column(*group))).collect()
    };
    let bases = el("tr").class("bases").child(row_heading(words.base_row)).children(cells(&base));
    let rows = scale.answers.iter().enumerate().map(|(place, answer)| {
        let of = |column: &Column| scale.counts(column).get(place).copied();
        let bar = first.filter(|_| bars).and_then(|column| Some(plain(of(column)?, column.base)));
        let name = row_heading("").child(answer.view()).maybe(bar);
        el("tr").child(name).children(cells(&|column| Look::count(column, column.and_then(of))))
    });
    let rows: Vec<El> = std::iter::once(bases).chain(rows).collect();
    let head = group_headings(look, look.telling.words.answer);
    wide(label, figures(label, head, rows).class("figures counts"))
}

/// Rows one below the other, answers side by side: those of the first group with a stacked bar each, those of all shown
/// groups folded away.
pub(super) fn by_row(look: &Look<'_>, label: &str, scale: &Scale, lines: &[(String, &Table)]) -> Vec<El> {
    let words = &look.session.later_words().surveyed;
    let first = look.first();
    let rows = lines.iter().map(|(name, table)| {
        let column = table.column(first);
        let bar = column.and_then(|column| stack(scale, column));
        el("tr").child(row_heading(name).maybe(bar)).children(counts(scale, column))
    });
    let table = figures(label, headings(look, scale, None), rows).class("figures counts rows");
    let tables: Vec<&Table> = lines.iter().map(|(_, table)| *table).collect();
    let mut parts = vec![p(&(words.of_group)(&look.group(first))).class("hint"), wide(label, table)];
    parts.extend(look.remarks(&[first], &tables));
    if look.groups.len() > 1 {
        let folded = details("by-size", words.every_size).child(by_size(look, label, scale, lines));
        parts.push(folded.maybe(look.remarks(&look.groups, &tables)));
    }
    parts
}

fn headings(look: &Look<'_>, scale: &Scale, group: Option<&str>) -> Vec<El> {
    let base = heading(look.session.later_words().surveyed.base_row).class("number");
    let answers = scale.answers.iter().map(|answer| heading("").class("number").child(answer.view()));
    let first = [heading(look.telling.words.row)].into_iter().chain(group.map(heading));
    first.chain([base]).chain(answers).collect()
}

fn counts(scale: &Scale, column: Option<&Column>) -> Vec<El> {
    let counts = column.map(|column| scale.counts(column));
    let count = |place: usize| counts.as_ref().and_then(|counts| counts.get(place).copied());
    let cells = (0..scale.answers.len()).map(|place| Look::count(column, count(place)));
    std::iter::once(base(column)).chain(cells).collect()
}

fn by_size(look: &Look<'_>, label: &str, scale: &Scale, lines: &[(String, &Table)]) -> El {
    let words = look.telling.words;
    let rows = lines.iter().flat_map(|(name, table)| {
        look.groups.iter().map(move |group| {
            let row = el("tr").child(row_heading(name)).child(row_heading(&look.group(*group)));
            row.children(counts(scale, table.column(*group)))
        })
    });
    let label = format!("{label}: {}", words.group);
    wide(&label, figures(&label, headings(look, scale, Some(words.group)), rows).class("figures counts"))
}
