//! A respondent as one line of JSON, for data bases: answers in short by permanent names, beside what follows from them.
//!
//! ```json
//! {"ec-checkup":"row","format":1,"questionnaire":"ecom","number":"0000002a","date":"2026-10-05","size":"small",
//!  "basis":"ecom","level":2,"packs":{"ecom":44},"chapters":{"management":38},"shut":["admin-open"],"findings":[],
//!  "answers":{"policy":"B","logs":"A C","threats":"A1 B3","audit":"DK","wish":"+","plan":""}}
//! ```

use super::derived::{Derived, points};
use super::respondent::Respondent;
use crate::advise::GateState;
use crate::answers::{Answer, Json};
use crate::model::{Guide, Questionnaire};
use crate::score::Tally;
use std::fmt::Write;

/// What a row calls itself under the name `ec-checkup`.
pub const ROW: &str = "row";
/// The format of rows that this version writes.
pub(super) const ROW_FORMAT: u32 = 1;
/// What stands for free text: what it says is nobody's business.
pub const WRITTEN: &str = "+";

/// Writes a row, without a line feed.
pub fn write_row(
    questionnaire: &Questionnaire,
    guide: &Guide,
    respondent: &Respondent,
    derived: &Derived,
) -> String {
    let mut row = Writer { text: String::with_capacity(6000), first: true };
    row.text.push('{');
    row.part("ec-checkup", Some(ROW));
    row.number("format", Some(ROW_FORMAT));
    row.part("questionnaire", Some(&questionnaire.id));
    let number = (respondent.number > 0).then(|| format!("{:08x}", respondent.number));
    row.part("number", number.as_deref());
    row.part("date", respondent.date().map(|date| date.to_string()).as_deref());
    if respondent.synthetic {
        row.key("synthetic");
        row.text.push_str("true");
    }
    row.part("size", Some(derived.part().name()));
    row.part("basis", questionnaire.pack(derived.basis).map(|pack| pack.id.as_str()));
    row.number("level", derived.counted_level().map(u32::from));
    let reports = || derived.reports.iter();
    let packs = reports().filter_map(|report| Some((&questionnaire.pack(report.pack)?.id, report.total)));
    row.points("packs", &mut packs.map(|(id, tally)| (id.as_str(), tally)));
    let chapters = reports().flat_map(|report| &report.chapters);
    let mut chapters =
        chapters.filter_map(|score| Some((questionnaire.chapter(score.chapter)?.id.as_str(), score.tally)));
    row.points("chapters", &mut chapters);
    let shut = derived.judgement.gates_that_are(GateState::Shut);
    row.list("shut", &mut shut.filter_map(|gate| Some(guide.gates.get(usize::from(gate))?.id.as_str())));
    let found = derived.judgement.findings.iter();
    row.list("findings", &mut found.filter_map(|at| Some(guide.findings.get(usize::from(*at))?.id.as_str())));
    row.key("answers");
    row.open('{');
    let asked = questionnaire.fields().filter(|(ix, _)| derived.flow.asks(*ix));
    for (ix, field) in asked {
        let short = match respondent.sheet.answer(ix) {
            None => String::new(),
            Some(Answer::Text(_)) => WRITTEN.to_owned(),
            Some(answer) => answer.coded(),
        };
        row.part(&field.id, Some(&short));
    }
    row.close('}');
    // Also those that wait for another answer: without it they would be set aside, and their open points gone.
    let back = questionnaire.fields().filter(|(ix, _)| respondent.sheet.is_back(*ix));
    row.list("back", &mut back.map(|(_, field)| field.id.as_str()));
    row.close('}');
    row.text
}

/// Writes JSON from left to right: a tree for a million rows would cost more than all else.
struct Writer {
    text: String,
    first: bool,
}

impl Writer {
    fn next(&mut self) {
        if !std::mem::take(&mut self.first) {
            self.text.push(',');
        }
    }

    fn open(&mut self, bracket: char) {
        self.text.push(bracket);
        self.first = true;
    }

    fn close(&mut self, bracket: char) {
        self.text.push(bracket);
        self.first = false;
    }

    fn quoted(&mut self, text: &str) {
        // Permanent names, letters and dates need no escapes; whatever else comes is written the long way.
        if text.bytes().all(|byte| matches!(byte, b' '..=b'~') && byte != b'"' && byte != b'\\') {
            self.text.push('"');
            self.text.push_str(text);
            self.text.push('"');
        } else {
            self.text.push_str(&Json::from_text(text).write());
        }
    }

    fn key(&mut self, key: &str) {
        self.next();
        self.quoted(key);
        self.text.push(':');
    }

    fn part(&mut self, key: &str, value: Option<&str>) {
        self.key(key);
        match value {
            Some(value) => self.quoted(value),
            None => self.text.push_str("null"),
        }
    }

    fn number(&mut self, key: &str, value: Option<u32>) {
        self.key(key);
        match value {
            // Writing to a String cannot fail.
            Some(value) => drop(write!(self.text, "{value}")),
            None => self.text.push_str("null"),
        }
    }

    fn points(&mut self, key: &str, tallies: &mut dyn Iterator<Item = (&str, Tally)>) {
        self.key(key);
        self.open('{');
        for (id, tally) in tallies {
            self.number(id, points(tally).map(u32::from));
        }
        self.close('}');
    }

    fn list(&mut self, key: &str, items: &mut dyn Iterator<Item = &str>) {
        self.key(key);
        self.open('[');
        for item in items {
            self.next();
            self.quoted(item);
        }
        self.close(']');
    }
}
