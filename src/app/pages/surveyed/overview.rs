//! What is said of the whole: what stands out, levels, points, dangers, findings, the shops' own view.

use super::bars::plain;
use super::look::Look;
use super::part;
use super::scale::Scale;
use super::scores::{name, scores};
use super::tables::{by_answer, by_row, group_headings, row_heading, stacks, wide};
use crate::app::parts::{column as heading, figures, number};
use crate::app::ui::{El, details, el, h3, p, texts};
use crate::model::PackIx;
use crate::order::insert_where;
use crate::survey::{Association, SelfView, Subject, Table, thousandths};

/// So many findings, and pairs of self-views, are shown before the rest is folded away.
const FIRST: usize = 10;

pub(super) fn overview(look: &Look<'_>, pack: PackIx) -> Vec<El> {
    let mut parts: Vec<El> = trends(look, pack).into_iter().collect();
    parts.extend([levels(look), scores(look, pack), gates(look), findings(look), gaps(look)]);
    parts.extend(associations(look));
    parts
}

fn trends(look: &Look<'_>, pack: PackIx) -> Option<El> {
    let trends = look.report.trends(look.session.questionnaire, pack);
    let told: Vec<String> = trends.iter().map(|trend| look.telling.sentence(trend)).collect();
    let list = (!told.is_empty()).then(|| texts(told.iter().map(String::as_str)).id("trends"))?;
    Some(part("trends-title", look.telling.words.trends).child(list))
}

fn levels(look: &Look<'_>) -> El {
    let title = look.telling.words.levels;
    let (scale, table) = (Scale::levels(look), &look.report.levels);
    part("levels-title", title)
        .maybe(stacks(look, &scale, table))
        .child(by_answer(look, title, &scale, table, false))
        .maybe(look.remarks(&look.groups, &[table]))
}

/// The first count of all shops: what a table is put in order by.
fn first_count(table: &Table) -> u32 {
    table.all().and_then(|column| column.counts.first().copied()).unwrap_or(0)
}

/// Those of which there are most come first.
fn most_first<'t>(lines: impl Iterator<Item = (String, &'t Table)>) -> Vec<(String, &'t Table)> {
    let mut sorted: Vec<(String, &Table)> = Vec::new();
    for line in lines {
        let count = first_count(line.1);
        insert_where(&mut sorted, line, |other| first_count(other.1) >= count);
    }
    sorted
}

fn gates(look: &Look<'_>) -> El {
    let title = look.telling.words.gates;
    let gates = look.telling.guide.gates.iter().zip(&look.report.gates);
    let lines = most_first(gates.map(|(gate, table)| (look.session.text(gate.title).to_owned(), table)));
    part("gates-title", title).children(by_row(look, title, &Scale::gates(look), &lines))
}

fn findings(look: &Look<'_>) -> El {
    let title = look.telling.words.findings;
    let words = &look.session.later_words().surveyed;
    let findings = look.telling.guide.findings.iter().zip(&look.report.findings);
    let findings = findings.map(|(finding, table)| (look.session.text(finding.title).to_owned(), table));
    let lines = most_first(findings.filter(|(_, table)| first_count(table) > 0));
    let part = part("findings-title", title);
    if lines.is_empty() {
        return part.child(p(words.nothing_found));
    }
    let (first, rest) = lines.split_at(FIRST.min(lines.len()));
    let part = part.child(p(&(words.of_group)(&look.group(look.first()))).class("hint")).child(found(
        look,
        words.most_findings,
        first,
    ));
    if rest.is_empty() {
        return part;
    }
    part.child(details("findings-rest", words.every_finding).child(found(look, words.every_finding, &lines)))
}

/// A count of each table, groups side by side.
fn found(look: &Look<'_>, label: &str, lines: &[(String, &Table)]) -> El {
    let rows = lines.iter().map(|(name, table)| {
        let first = table.column(look.first());
        let bar = first.and_then(|column| Some(plain(*column.counts.first()?, column.base)));
        let cells = look.groups.iter().map(|group| {
            let column = table.column(*group);
            Look::count(column, column.and_then(|column| column.counts.first().copied()))
        });
        el("tr").child(row_heading(name).maybe(bar)).children(cells)
    });
    let head = group_headings(look, look.telling.words.findings);
    wide(label, figures(label, head, rows).class("figures counts"))
}

fn gaps(look: &Look<'_>) -> El {
    let words = look.telling.words;
    let gaps = look.report.gaps.iter();
    let lines: Vec<(String, &Table)> =
        gaps.map(|gap| (name(look, Subject::Chapter(gap.chapter)), &gap.table)).collect();
    part("gaps-title", words.gaps).child(p(words.gaps_text)).children(by_row(
        look,
        words.gaps,
        &Scale::views(look),
        &lines,
    ))
}

/// A self-view as the title of its question, or the row.
fn view(look: &Look<'_>, view: SelfView) -> &'static str {
    let questionnaire = look.session.questionnaire;
    let title = match (view.row, questionnaire.field(view.field).map(|field| &field.kind)) {
        (Some(row), Some(crate::model::Kind::Matrix { rows, .. })) => {
            rows.iter().find(|choice| choice.code == row).map(|choice| choice.text)
        }
        _ => questionnaire.question_of(view.field).map(|(_, question)| question.title),
    };
    title.map_or("", |title| look.session.text(title))
}

fn associations(look: &Look<'_>) -> Option<El> {
    let words = look.telling.words;
    let surveyed = &look.session.later_words().surveyed;
    let all = &look.report.associations;
    if all.is_empty() {
        return None;
    }
    let mut strongest: Vec<&Association> = Vec::new();
    for found in all.iter().filter(|found| found.gamma.is_some()) {
        let gamma = found.gamma.unwrap_or(0).abs();
        insert_where(&mut strongest, found, |other| other.gamma.unwrap_or(0).abs() >= gamma);
        strongest.truncate(FIRST);
    }
    let part = part("associations-title", words.associations).child(p(words.associations_text));
    let shown = (!strongest.is_empty()).then(|| {
        let label = surveyed.strongest_pairs;
        el("div").child(h3(label)).child(pairs(look, label, strongest.into_iter(), true))
    });
    let label = surveyed.every_pair;
    let rest = details("pairs-rest", label).child(pairs(look, label, all.iter(), false));
    Some(part.maybe(shown).child(rest))
}

/// With bars as long as gamma is far from 0.
fn pairs<'t>(look: &Look<'_>, label: &str, list: impl Iterator<Item = &'t Association>, bars: bool) -> El {
    let words = look.telling.words;
    let rows = list.map(|found| {
        let text =
            (look.session.later_words().surveyed.pair)(view(look, found.first), view(look, found.second));
        let bar = found.gamma.filter(|_| bars).map(|gamma| plain(u32::from(gamma.unsigned_abs()), 1000));
        el("tr")
            .child(row_heading(&text).maybe(bar))
            .child(number(&found.base.to_string()))
            .child(number(&found.gamma.map_or_else(|| "–".to_owned(), thousandths)))
    });
    let head = [
        heading(words.associations),
        heading(words.base).class("number"),
        heading(words.gamma).class("number"),
    ];
    wide(label, figures(label, head, rows).class("figures counts"))
}
