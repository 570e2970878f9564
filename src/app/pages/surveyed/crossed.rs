//! Two answers at a time: system staff against servers.

use super::bars::plain;
use super::look::Look;
use super::tables::{row_heading, wide};
use crate::app::parts::number;
use crate::app::ui::{El, el, p};
use crate::model::{FieldIx, Question};

/// Below the question that asks the first of both.
pub(super) fn cross(look: &Look<'_>, question: &Question) -> Option<El> {
    let questionnaire = look.session.questionnaire;
    let cross = look.report.cross.as_ref().filter(|cross| question.fields.contains(&cross.rows.0))?;
    let ask = |ix: FieldIx| questionnaire.field(ix).map_or("", |field| look.session.text(field.ask));
    let title = format!("{} × {}", ask(cross.rows), ask(cross.columns));
    let options = cross.options(questionnaire);
    let heading = |scope: &str, text: &str| el("th").attr("scope", scope).text(text);
    let both = heading("colgroup", ask(cross.columns)).attr("colspan", &options.len().to_string());
    let answer = |code| heading("col", &look.telling.answer(cross.columns, code)).class("number");
    let head = el("thead")
        .child(el("tr").child(heading("col", ask(cross.rows)).attr("rowspan", "2")).child(both))
        .child(el("tr").children(options.iter().map(|code| answer(*code))));
    let rows = cross.counts.iter().map(|(code, counts)| {
        let count = |at: usize| counts.as_ref().and_then(|counts| counts.get(at).copied().flatten());
        let cells = (0..options.len()).map(|at| match count(at) {
            Some(count) => number(&count.to_string()).child(plain(count, cross.base)),
            None => number("–"),
        });
        el("tr").child(row_heading(&look.telling.answer(cross.rows, *code))).children(cells)
    });
    let caption = el("caption").class("unseen").text(&title);
    let table = el("table").class("figures counts").child(caption).child(head);
    let words = look.telling.words;
    let base = p(&format!("{}: {}", words.base, cross.base)).class("hint base");
    let kept_back = cross.keeps_back().then(|| p(&format!("–: {}", words.kept_back)).class("hint remark"));
    let table = wide(&title, table.child(el("tbody").children(rows)));
    let parts = [p(&title).class("ask"), base, table];
    Some(el("div").class("survey-field survey-cross").children(parts).maybe(kept_back))
}
