//! What every part of the report looks at.

use crate::app::pages::collecting::Counted;
use crate::app::pages::guide::guide;
use crate::app::session::Session;
use crate::app::ui::{El, el, p, span};
use crate::model::TextId;
use crate::survey::{Column, Report, Table, Telling, percent};
use crate::words::survey_words;

/// The report, its words, and the groups that are shown.
pub(super) struct Look<'a> {
    pub(super) session: Session,
    pub(super) report: &'a Report,
    pub(super) telling: Telling<'a>,
    /// Places among the groups of the report; never none.
    pub(super) groups: Vec<usize>,
}

impl Look<'_> {
    /// Looks at the report; `None` while the guide has not arrived.
    pub(super) fn of<R>(
        session: Session,
        counted: &Counted,
        without: &[String],
        look: impl FnOnce(&Look<'_>) -> R,
    ) -> Option<R> {
        let report = &counted.report;
        let all = 0..report.groups.len();
        let is_shown = |place: &usize| {
            let name = report.groups.get(*place).map(crate::survey::Group::name).unwrap_or_default();
            !without.contains(&name)
        };
        let mut groups: Vec<usize> = all.clone().filter(is_shown).collect();
        if groups.is_empty() {
            groups.extend(all);
        }
        let text = |id: TextId| session.text(id);
        let words = survey_words(session.language());
        let questionnaire = session.questionnaire;
        let telling = Telling { questionnaire, guide: guide(session)?, words, text: &text };
        Some(look(&Look { session, report, telling, groups }))
    }

    /// What a group is called.
    pub(super) fn group(&self, place: usize) -> String {
        self.report.groups.get(place).map_or_else(String::new, |group| self.telling.group(group))
    }

    /// The group that drawings are of which show only one.
    pub(super) fn first(&self) -> usize {
        self.groups.first().copied().unwrap_or(0)
    }

    /// A count, and the share it is where there may be one.
    pub(super) fn count(column: Option<&Column>, count: Option<u32>) -> El {
        let cell = el("td").class("number");
        let Some((column, count)) = column.zip(count) else { return cell.text("–") };
        let share = column.share(count).map(|share| span("share", &format!("{}%", percent(share))));
        cell.text(&count.to_string()).text(" ").maybe(share)
    }

    /// Says what is not there in the columns of some groups: what is kept back, and shares where the drawing has none.
    pub(super) fn remarks(&self, groups: &[usize], tables: &[&Table]) -> Option<El> {
        let words = &self.session.later_words().surveyed;
        let mut told = String::new();
        if groups.iter().any(|group| tables.iter().any(|table| table.column(*group).is_none())) {
            told.push_str(words.kept_back);
        }
        let drawn = tables.iter().filter_map(|table| table.column(self.first()));
        if drawn.filter(|column| column.base > 0).any(|column| column.share(0).is_none()) {
            told.push_str(words.counts_only);
        }
        (!told.is_empty()).then(|| p(&told).class("hint remark"))
    }
}
