//! Pieces of the page: escaped text, bars, tables. Every bar has a table behind it.

use super::super::table::{Column, Table};
use super::super::telling::percent;
use super::Page;
use crate::chart::{bar, stacked};

/// Width of the bars, and of the labels before them, in the units of the drawing.
const BARS: u32 = 700;
const LABELS: u32 = 200;
const LINE: u32 = 26;

/// A text that cannot become markup.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            letter => safe.push(letter),
        }
    }
    safe
}

/// The colour of a count. There are more options than colours; the table says which is which.
fn colour(place: usize) -> String {
    format!("k{}", place % 9)
}

/// Shortened for a label in a drawing.
fn label(text: &str) -> String {
    let mut letters = text.chars();
    let start: String = letters.by_ref().take(16).collect();
    if letters.next().is_none() { start } else { format!("{start}…") }
}

impl Page<'_, '_> {
    /// Adds markup.
    pub(super) fn raw(&mut self, parts: &[&str]) {
        for part in parts {
            self.out.push_str(part);
        }
    }

    /// An element with a text.
    pub(super) fn element(&mut self, tag: &str, text: &str) {
        let name = tag.split(' ').next().unwrap_or(tag);
        self.raw(&["<", tag, ">", &escaped(text), "</", name, ">\n"]);
    }

    /// A key to the colours.
    pub(super) fn key(&mut self, names: &[(String, String)], special: bool) {
        self.raw(&["<ul class=\"key\">"]);
        for (place, (code, name)) in names.iter().enumerate() {
            let text = escaped(&format!("{code} {name}"));
            self.raw(&["<li><i class=\"", &colour(place), "\"></i>", text.trim(), "</li>"]);
        }
        if special {
            let words = self.telling.words;
            for (class, name) in [("na", words.na), ("dk", words.dk)] {
                self.raw(&["<li><i class=\"", class, "\"></i>", &escaped(name), "</li>"]);
            }
        }
        self.raw(&["</ul>\n"]);
    }

    /// What letters stand for, where no colour goes with them.
    pub(super) fn letters(&mut self, names: &[(String, String)]) {
        self.raw(&["<ul class=\"key\">"]);
        for (code, name) in names {
            self.element("li", &format!("{code} {name}"));
        }
        self.raw(&["</ul>\n"]);
    }

    /// Stacked bars, a line each. Nothing is drawn on a base that is too small for shares.
    pub(super) fn stacks(&mut self, title: &str, lines: &[(String, &Column)]) {
        let lines: Vec<_> = lines.iter().filter(|(_, column)| column.share(0).is_some()).collect();
        if lines.is_empty() {
            return;
        }
        self.open_drawing(title, lines.len());
        for (y, (name, column)) in (0..).step_by(26).zip(lines) {
            self.line_label(name, y);
            let mut counts = column.counts.clone();
            let special = counts.len();
            counts.extend([column.na, column.dk]);
            for (place, stretch) in stacked(&counts, column.base, BARS).iter().enumerate() {
                if stretch.length > 0 {
                    let class = match place.checked_sub(special) {
                        None => colour(place),
                        Some(0) => "na".to_owned(),
                        Some(_) => "dk".to_owned(),
                    };
                    self.rectangle(&class, LABELS + stretch.from, y, stretch.length);
                }
            }
            self.line_end(&format!("n={}", column.base), y);
        }
        self.raw(&["</svg>\n"]);
    }

    /// Bars, a line each.
    pub(super) fn bars(&mut self, title: &str, lines: &[(String, u32)], base: u32) {
        self.open_drawing(title, lines.len());
        for (y, (name, count)) in (0..).step_by(26).zip(lines) {
            self.line_label(name, y);
            self.rectangle("bg", LABELS, y, BARS);
            self.rectangle("k0", LABELS, y, bar(*count, base, BARS).length);
            self.line_end(&count.to_string(), y);
        }
        self.raw(&["</svg>\n"]);
    }

    fn open_drawing(&mut self, title: &str, lines: usize) {
        let height = u32::try_from(lines).unwrap_or(1) * LINE;
        let size = format!("0 0 {} {height}", LABELS + BARS + 100);
        self.raw(&["<svg role=\"img\" viewBox=\"", &size, "\" aria-label=\"", &escaped(title), "\">"]);
    }

    fn line_label(&mut self, name: &str, y: u32) {
        let y = (y + 18).to_string();
        self.raw(&["<text x=\"0\" y=\"", &y, "\">", &escaped(&label(name)), "</text>"]);
    }

    fn line_end(&mut self, text: &str, y: u32) {
        let (x, y) = ((LABELS + BARS + 8).to_string(), (y + 18).to_string());
        self.raw(&["<text x=\"", &x, "\" y=\"", &y, "\">", &escaped(text), "</text>"]);
    }

    fn rectangle(&mut self, class: &str, x: u32, y: u32, width: u32) {
        let [x, y, width] = [x, y + 3, width].map(|number| number.to_string());
        let parts = ["<rect class=\"", class, "\" x=\"", &x, "\" y=\"", &y, "\" width=\"", &width];
        self.raw(&parts);
        self.raw(&["\" height=\"20\"/>"]);
    }

    /// The table behind a drawing: a line for each table and group, what is kept back included.
    pub(super) fn behind(&mut self, tables: &[(String, &Table)], names: &[(String, String)]) {
        let words = self.telling.words;
        self.raw(&[
            "<details><summary>",
            &escaped(words.count),
            "</summary><div class=\"wide\"><table><thead><tr>",
        ]);
        let rows = tables.iter().any(|(row, _)| !row.is_empty());
        let heads = [words.group, words.asked, words.base];
        for head in rows.then_some(words.row).into_iter().chain(heads) {
            self.element("th scope=\"col\"", head);
        }
        let special = [("NA", words.na), ("DK", words.dk)];
        let special = special.map(|(code, name)| (code.to_owned(), name.to_owned()));
        for (code, name) in names.iter().chain(&special) {
            // What letters and digits stand for is said above the drawing.
            let heading = if code.len() == 1 && code != "+" { code } else { name };
            self.element("th scope=\"col\"", heading);
        }
        self.raw(&["</tr></thead><tbody>\n"]);
        for (row, table) in tables {
            self.lines_of(rows.then_some(row), table, names.len() + special.len());
        }
        self.raw(&["</tbody></table></div></details>\n"]);
    }

    fn lines_of(&mut self, row: Option<&String>, table: &Table, counts: usize) {
        let report = self.report;
        for (group, column) in report.groups.iter().zip(&table.columns) {
            self.raw(&["<tr>"]);
            if let Some(row) = row {
                self.element("th scope=\"row\"", row);
            }
            let name = self.telling.group(group);
            self.element("th scope=\"row\"", &name);
            match column {
                None => {
                    let text = escaped(self.telling.words.kept_back);
                    self.raw(&["<td colspan=\"", &(counts + 2).to_string(), "\">", &text, "</td>"]);
                }
                Some(column) => {
                    self.element("td class=\"n\"", &column.asked.to_string());
                    self.element("td class=\"n\"", &column.base.to_string());
                    for count in column.counts.iter().chain([&column.na, &column.dk]) {
                        let share = column.share(*count).map(|share| format!(" ({}%)", percent(share)));
                        self.element("td class=\"n\"", &format!("{count}{}", share.unwrap_or_default()));
                    }
                }
            }
            self.raw(&["</tr>\n"]);
        }
    }
}
