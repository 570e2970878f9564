//! What two results have to say together.

use super::answers::differences;
use crate::advise::{GateState, basis};
use crate::answers::Sheet;
use crate::app::pages::result::section;
use crate::app::parts::{pair_radar, range_text, trend};
use crate::app::session::Session;
use crate::app::ui::{El, el, p, span, texts};
use crate::compare::{Comparison, Counts, Pair, Texts, Trend};
use crate::model::Guide;

/// One of the two.
#[derive(Clone, Copy)]
pub(in crate::app::pages) struct Side<'a> {
    /// What it is called here.
    pub(in crate::app::pages) name: &'a str,
    pub(in crate::app::pages) sheet: &'a Sheet,
}

/// Everything that differs. Questions lead to the assessment with the id, if there is one.
pub(in crate::app::pages) fn compared(
    session: Session,
    guide: &Guide,
    sides: Pair<Side<'_>>,
    compare: Texts,
    id: Option<&str>,
) -> Vec<El> {
    let words = &session.later_words().compare;
    let names = sides.map(|side| side.name);
    let sheets = sides.map(|side| side.sheet);
    let comparison = Comparison::new(session.questionnaire, sheets, compare);
    let pack = basis(session.questionnaire, sheets.there, &comparison.flows.there);
    let reports = comparison.reports(pack);
    let chapters: Vec<_> = reports.chapters().collect();
    let left_out = (compare == Texts::LeftOut).then(|| p(words.texts_left_out).class("hint"));
    let levels = comparison.levels(guide, pack);
    let total = reports.total();
    let range = total.map(|tally| tally.lowest().zip(tally.highest()));
    let level = levels.map(|level| level.map(|(worst, best)| span_of(worst.into(), best.into())));
    let points = range.map(|range| range.map(|(lowest, highest)| range_text(lowest, highest)));
    let head = el("dl")
        .class("two-sides")
        .child(headline(session, words.level, names, &level, levels.trend()))
        .child(headline(session, words.points, names, &points, total.trend()));
    let counts = texts(counted(session, names, comparison.counts(None)).iter().map(String::as_str));
    let answers = section("answers-title", words.answers).child(counts).maybe(left_out);
    vec![
        p(&(words.lead)(names.here, names.there)).class("compare-lead"),
        head,
        section("compared-chapters", words.by_chapter)
            .child(p(words.by_chapter_text))
            .child(pair_radar(session, names, &chapters)),
        gates(session, guide, names, &comparison.gates(guide)),
        answers.children(differences(session, names, sheets, &comparison.differences(None), id)),
    ]
}

fn span_of(worst: u16, best: u16) -> String {
    if worst == best { worst.to_string() } else { format!("{worst}–{best}") }
}

/// A number of both, and what stands between them.
fn headline(
    session: Session,
    title: &str,
    names: Pair<&str>,
    values: &Pair<Option<String>>,
    of_both: Trend,
) -> El {
    let none = session.later_words().compare.no_level;
    let value = |name: &str, value: &Option<String>| {
        let text = value.as_deref().unwrap_or(none);
        el("dd").child(span("side-name", name)).text(" ").child(el("strong").text(text))
    };
    el("div")
        .child(el("dt").text(title))
        .child(value(names.here, &values.here))
        .child(value(names.there, &values.there))
        .child(el("dd").child(trend(session, of_both, values.here == values.there)))
}

fn gates(session: Session, guide: &Guide, names: Pair<&str>, changed: &[(u8, Pair<GateState>)]) -> El {
    let words = &session.later_words().compare;
    if changed.is_empty() {
        return el("div");
    }
    let [open, unknown, shut] = words.gate_states;
    let state = |state: GateState| match state {
        GateState::Open => open,
        GateState::Unknown => unknown,
        GateState::Shut => shut,
    };
    let lines = changed.iter().filter_map(|(place, states)| {
        let gate = guide.gates.get(usize::from(*place))?;
        let better = match (states.here, states.there) {
            (_, GateState::Unknown) | (GateState::Unknown, GateState::Open) => Trend::Neither,
            (_, GateState::Open) => Trend::Better,
            (_, GateState::Shut) => Trend::Worse,
        };
        let side = |name: &str, text: &str| el("dd").child(span("side-name", name)).text(" ").text(text);
        let line = el("div")
            .child(el("dt").text(session.text(gate.title)))
            .child(side(names.here, state(states.here)))
            .child(side(names.there, state(states.there)))
            .child(el("dd").child(trend(session, better, false)));
        Some(line)
    });
    section("compared-gates", words.gates).child(el("dl").class("two-sides").children(lines))
}

/// How many answers differ in which way; what there is none of is left out.
fn counted(session: Session, names: Pair<&str>, counts: Counts) -> Vec<String> {
    let words = &session.later_words().compare;
    let mut lines = Vec::new();
    for (count, text) in [
        (counts.better, words.better),
        (counts.worse, words.worse),
        (counts.changed, words.changed),
        (counts.words, words.words),
    ] {
        if count > 0 {
            lines.push(text(count));
        }
    }
    for (count, name) in [(counts.only_here, names.here), (counts.only_there, names.there)] {
        if count > 0 {
            lines.push((words.only)(name, count));
        }
    }
    lines.push((words.same)(counts.same));
    lines
}
