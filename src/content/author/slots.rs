//! `slots.tsv`: the frozen table of permanent places in links.
//!
//! A line: slot, revision, field id, shape, hint, separated by tabs. Shapes: `rating:4`, `single:5`, `multi:6`, `multi:6!F` (F excludes
//! the others), `matrix:13x4`.
//! Hints: `-`, or an earlier slot and codes, `8=AB` (levels as the letters of their places) or `8!F` for "not".

use super::fault::{At, Faults};
use super::folder::Folder;
use crate::model::{Code, Codes, Hint, Shape, SlotEntry};

/// A line of the table.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct SlotLine {
    pub(super) entry: SlotEntry,
    pub(super) field: String,
    pub(super) at: At,
}

/// Its path in the folder.
pub(super) const FILE: &str = "slots.tsv";

pub(super) fn read(folder: &Folder, faults: &mut Faults) -> Vec<SlotLine> {
    let mut lines: Vec<SlotLine> = Vec::new();
    for (number, text) in (1..).zip(folder.files.get(FILE).map_or("", String::as_str).lines()) {
        if text.is_empty() || text.starts_with('#') {
            continue;
        }
        let at = At { file: FILE.to_owned(), line: number };
        let Some(line) = read_line(text, at.clone()) else {
            faults.add(&at, "not a line of the slot table: slot, revision, field, shape, hint");
            continue;
        };
        if let Some(reason) = misplaced(&lines, &line) {
            faults.add(&at, reason);
        }
        lines.push(line);
    }
    lines.sort_by_key(|line| (line.entry.slot, line.entry.since));
    lines
}

/// The table only grows: new slots follow the last one, a slot's later shapes keep its kind and get no smaller.
fn misplaced(before: &[SlotLine], line: &SlotLine) -> Option<String> {
    let newest = before.iter().map(|line| line.entry.since).max().unwrap_or(1);
    if line.entry.since < newest {
        return Some(format!(
            "revision {} after revision {newest}: lines are only appended",
            line.entry.since
        ));
    }
    match before.iter().rfind(|earlier| earlier.entry.slot == line.entry.slot) {
        Some(earlier) if earlier.field != line.field => {
            Some(format!("the slot belongs to `{}` forever", earlier.field))
        }
        Some(earlier) if earlier.entry.since == line.entry.since => {
            Some("the same slot twice in one revision".into())
        }
        Some(earlier) if !grows(earlier.entry.shape, line.entry.shape) => {
            Some("a slot keeps its kind and never gets smaller".into())
        }
        Some(_) => None,
        None => {
            let next = before.iter().map(|line| line.entry.slot + 1).max().unwrap_or(0);
            (line.entry.slot != next).then(|| format!("the next free slot is {next}"))
        }
    }
}

fn grows(from: Shape, to: Shape) -> bool {
    match (from, to) {
        (Shape::Rating(a), Shape::Rating(b))
        | (Shape::Single(a), Shape::Single(b))
        | (Shape::Multi(a, _), Shape::Multi(b, _)) => a <= b,
        (Shape::Matrix(a, x), Shape::Matrix(b, y)) => a <= b && x <= y,
        _ => false,
    }
}

fn read_line(text: &str, at: At) -> Option<SlotLine> {
    let mut columns = text.split('\t');
    let slot = columns.next()?.parse().ok()?;
    let since = columns.next()?.parse().ok().filter(|since| *since > 0)?;
    let field = columns.next()?.to_owned();
    let shape = read_shape(columns.next()?)?;
    let hint = match columns.next()? {
        "-" => None,
        hint => Some(read_hint(hint).filter(|hint| hint.slot < slot)?),
    };
    columns.next().is_none().then_some(SlotLine { entry: SlotEntry { slot, since, shape, hint }, field, at })
}

fn read_shape(text: &str) -> Option<Shape> {
    let (kind, size) = text.split_once(':')?;
    let within = |text: &str| text.parse().ok().filter(|size| (1..=Code::MAX).contains(size));
    match kind {
        "rating" => Some(Shape::Rating(within(size)?)),
        "single" => Some(Shape::Single(within(size)?)),
        "multi" => match size.split_once('!') {
            Some((size, none)) => {
                let size = within(size)?;
                Some(Shape::Multi(size, Some(Code::from_letter(none).filter(|none| none.place() < size)?)))
            }
            None => Some(Shape::Multi(within(size)?, None)),
        },
        "matrix" => {
            let (rows, levels) = size.split_once('x')?;
            Some(Shape::Matrix(within(rows)?, within(levels)?))
        }
        _ => None,
    }
}

fn read_hint(text: &str) -> Option<Hint> {
    let inverted = text.contains('!');
    let (slot, letters) = text.split_once(['=', '!'])?;
    let codes = letters.chars().map(|letter| Code::from_letter(letter.encode_utf8(&mut [0; 4])));
    Some(Hint { slot: slot.parse().ok()?, codes: codes.collect::<Option<Codes>>()?, inverted })
}

pub(super) fn write(line: &SlotLine) -> String {
    let SlotEntry { slot, since, shape, hint } = &line.entry;
    let shape = match shape {
        Shape::Rating(steps) => format!("rating:{steps}"),
        Shape::Single(options) => format!("single:{options}"),
        Shape::Multi(options, None) => format!("multi:{options}"),
        Shape::Multi(options, Some(none)) => format!("multi:{options}!{}", none.letter()),
        Shape::Matrix(rows, levels) => format!("matrix:{rows}x{levels}"),
    };
    let hint = hint.map_or("-".to_owned(), |hint| {
        format!("{}{}{}", hint.slot, if hint.inverted { '!' } else { '=' }, hint.codes)
    });
    format!("{slot}\t{since}\t{}\t{shape}\t{hint}", line.field)
}
