//! Who answered, and how far the numbers can be trusted.

use super::bars::plain;
use super::look::Look;
use super::tables::row_heading;
use crate::app::pages::result::section;
use crate::app::parts::{column as heading, figures, number};
use crate::app::ui::{El, details, el, p, texts};
use crate::survey::{FEWEST, FEWEST_PERCENT, percent};

pub(super) fn head(look: &Look<'_>) -> Vec<El> {
    let words = &look.session.later_words().surveyed;
    let survey = look.telling.words;
    let report = look.report;
    let part = section("who-title", words.who);
    let part = part.child(p(&(survey.respondents)(report.respondents)).class("collected").id("respondents"));
    let told = report.respondents >= FEWEST;
    // Of a few shops even the days say something.
    let days = report.days.filter(|_| told);
    let days = days.map(|(from, to)| p(&(survey.period)(&from.to_string(), &to.to_string())).id("period"));
    let synthetic = (report.synthetic > 0).then(|| {
        let marked = el("strong").text(words.made_up);
        el("div")
            .class("notice notice-error")
            .id("made-up")
            .child(el("p").child(marked))
            .child(p(&(survey.synthetic)(report.synthetic)))
    });
    let part = part.maybe(days).maybe(synthetic);
    if !told {
        return vec![part];
    }
    let rules = details("rules", survey.rules).child(texts(survey.rules_text.iter().copied()));
    vec![part.child(sizes(look)).child(p(words.rule).id("rule")).child(rules)]
}

fn sizes(look: &Look<'_>) -> El {
    let survey = look.telling.words;
    let all = look.report.respondents;
    let rows = look.report.groups.iter().map(|group| {
        let share = (u64::from(group.n) * 2000 + u64::from(all)).checked_div(u64::from(all) * 2);
        let share = share.filter(|_| all >= FEWEST_PERCENT).and_then(|share| u16::try_from(share).ok());
        el("tr")
            .child(row_heading(&look.telling.group(group)))
            .child(el("td").class("bar-cell").child(plain(group.n, all)))
            .child(number(&group.n.to_string()))
            .child(number(&share.map_or_else(|| "–".to_owned(), percent)))
    });
    let head = [
        heading(survey.group).attr("colspan", "2"),
        heading(survey.n).class("number"),
        heading(survey.share).class("number"),
    ];
    figures(survey.by_size, head, rows).id("sizes")
}
