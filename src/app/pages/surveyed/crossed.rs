//! Two answers at a time: system staff against servers.

use super::bars::plain;
use super::look::Look;
use super::part;
use super::tables::{row_heading, wide};
use crate::app::parts::number;
use crate::app::ui::{El, el, p};
use crate::model::{FieldIx, PackIx};

/// For the pack that asks it.
pub(super) fn cross(look: &Look<'_>, pack: PackIx) -> Option<El> {
    let questionnaire = look.session.questionnaire;
    let cross = look.report.cross.as_ref()?;
    let (ix, question) = questionnaire.question_of(cross.rows)?;
    if questionnaire.pack_of(ix).map(|(ix, _)| ix) != Some(pack) {
        return None;
    }
    let title = look.session.text(question.title);
    let ask = |ix: FieldIx| questionnaire.field(ix).map_or("", |field| look.session.text(field.ask));
    let options = cross.options(questionnaire);
    let heading = |scope: &str, text: &str| el("th").attr("scope", scope).text(text);
    let head = el("thead")
        .child(
            el("tr")
                .child(heading("col", ask(cross.rows)).attr("rowspan", "2"))
                .child(heading("colgroup", ask(cross.columns)).attr("colspan", &options.len().to_string())),
        )
        .child(
            el("tr").children(
                options
                    .iter()
                    .map(|code| heading("col", &look.telling.answer(cross.columns, *code)).class("number")),
            ),
        );
    let rows = cross.counts.iter().map(|(code, counts)| {
        let cells = (0..options.len()).map(|at| {
            match counts.as_ref().and_then(|counts| counts.get(at).copied().flatten()) {
                Some(count) => number(&count.to_string()).child(plain(count, cross.base)),
                None => number("–"),
            }
        });
        el("tr").child(row_heading(&look.telling.answer(cross.rows, *code))).children(cells)
    });
    let table =
        el("table").class("figures counts").child(el("caption").class("unseen").text(title)).child(head);
    let words = look.telling.words;
    let base = p(&format!("{}: {}", words.base, cross.base)).class("hint");
    let kept_back = cross.keeps_back().then(|| p(&format!("–: {}", words.kept_back)).class("hint remark"));
    let shown =
        part("cross-title", title).child(base).child(wide(title, table.child(el("tbody").children(rows))));
    Some(shown.maybe(kept_back))
}
