//! The level: which, what it means, what caps it, which a shop like this should have; and what was found beside the points.

use super::guide::Now;
use super::result::section;
use crate::advise::{GateState, View, gaps};
use crate::app::parts::{folded_sources, question_link, range_text};
use crate::app::ui::{El, details, el, h3, items, link, p, span, texts};
use crate::model::{Gate, Test};
use crate::route::Route;

pub(super) fn level_view(now: &Now<'_>) -> El {
    let Now { session, guide, judgement, report, .. } = *now;
    let words = &session.later_words().level;
    let view = section("level-title", words.title);
    let Some((worst, best)) = judgement.level(guide, report.total) else { return view.child(p(words.none)) };
    let named = |level: u8| {
        let title = guide
            .levels
            .get(usize::from(level.saturating_sub(1)))
            .map_or("", |level| session.text(level.title));
        format!("{level} {title}")
    };
    let text = if worst == best { named(worst) } else { format!("{} – {}", named(worst), named(best)) };
    let meaning =
        guide.levels.get(usize::from(worst.saturating_sub(1))).map(|level| p(session.text(level.text)));
    let steps = guide.levels.iter().zip(1..).map(|(level, number): (_, u8)| {
        let class = match number {
            number if number <= worst => "level-step level-certain",
            number if number <= best => "level-step level-possible",
            _ => "level-step",
        };
        let step = el("span").class(class).child(span("level-number", &number.to_string())).text(" ");
        let step = step.child(span("level-name", session.text(level.title)));
        if number == worst { step.attr("aria-current", "true") } else { step }
    });
    let range = (worst != best).then(|| p(words.range).class("hint"));
    view.child(
        el("p")
            .class("level-now")
            .child(span("level-label", words.label))
            .text(" ")
            .child(el("strong").text(&text)),
    )
    .child(items("ol", "level-scale", steps))
    .maybe(meaning)
    .maybe(range)
    .child(desired(now, best))
}

/// What the level stands on: how much is answered, which dangers cap it.
pub(super) fn basis_view(now: &Now<'_>) -> Option<El> {
    let Now { session, guide, sheet, flow, judgement, report, id } = *now;
    let words = &session.later_words().level;
    judgement.level(guide, report.total)?;
    let progress = flow.total(session.questionnaire, sheet, report.pack);
    let unknown = flow.unknown(session.questionnaire, sheet, report.pack);
    let view = section("basis-title", words.basis)
        .child(p(&(words.known)(progress.answered, progress.asked, unknown)).class("hint"))
        .children(gates(now, GateState::Shut, words.shut, words.shut_text))
        .children(gates(now, GateState::Unknown, words.unknown, words.unknown_text))
        .maybe(id.is_some().then(|| details("how", words.how).child(p(words.how_text))));
    Some(view)
}

/// Where a shop like this should be, and why.
fn desired(now: &Now<'_>, best: u8) -> El {
    let Now { session, guide, judgement, id, .. } = *now;
    let words = &session.later_words().level;
    let (Some(size), Some(desired)) = (judgement.size, judgement.desired) else {
        let first = session.questionnaire.questions.first().map(|question| question.id.clone());
        let profile = id
            .zip(first)
            .map(|(id, first)| link("", &Route::Question(id.to_owned(), first).href(), words.to_profile));
        return p(words.no_profile).text(" ").maybe(profile);
    };
    let size = words.sizes.get(size as usize).copied().unwrap_or_default();
    let verdict = if best >= desired { words.reached } else { words.below };
    let reasons = judgement.raises.iter().filter_map(|place| guide.desired.get(usize::from(*place)));
    let reasons: Vec<&str> = reasons.map(|raise| session.text(raise.text)).collect();
    let because = p(&(words.because)(size));
    let (raised, list) =
        if reasons.is_empty() { (None, None) } else { (Some(words.raised), Some(texts(reasons))) };
    let because = raised.into_iter().fold(because, |because, raised| because.text(" ").text(raised));
    el("div")
        .class("desired")
        .child(el("p").child(el("strong").text(&(words.desired)(u16::from(desired)))).text(" ").text(verdict))
        .child(because)
        .maybe(list)
}

fn gates(now: &Now<'_>, state: GateState, title: &str, text: &str) -> Vec<El> {
    let Now { session, guide, judgement, .. } = *now;
    let list: Vec<&Gate> =
        judgement.gates_that_are(state).filter_map(|place| guide.gates.get(usize::from(place))).collect();
    if list.is_empty() {
        return Vec::new();
    }
    let class = if state == GateState::Shut { "gate gate-shut" } else { "gate" };
    let views = list.into_iter().map(|gate| {
        let shut = state == GateState::Shut;
        let text = shut.then(|| p(session.text(gate.text)));
        let sources = shut.then(|| folded_sources(session, &gate.sources)).flatten();
        el("div")
            .class(class)
            .child(el("p").child(el("strong").text(session.text(gate.title))))
            .maybe(text)
            .child(questions(now, &gate.when))
            .maybe(sources)
    });
    vec![h3(title), p(text), items("ul", "gates", views)]
}

/// The questions a condition looks at, to answer them again.
fn questions(now: &Now<'_>, when: &[Vec<Test>]) -> El {
    let Now { session, flow, id, .. } = *now;
    let mut seen = Vec::new();
    let mut titles = Vec::new();
    for test in when.iter().flatten().filter(|test| flow.asks(test.field)) {
        let Some((ix, question)) = session.questionnaire.question_of(test.field) else { continue };
        if !seen.contains(&ix) {
            seen.push(ix);
            titles.push(match id {
                Some(id) => question_link(session, id, question),
                None => span("", session.text(question.title)),
            });
        }
    }
    items("ul", "ways", titles)
}

/// What answers other than ratings give away.
pub(super) fn findings_view(now: &Now<'_>) -> Option<El> {
    let Now { session, guide, judgement, .. } = *now;
    let words = &session.later_words().level;
    let found = judgement.findings.iter().filter_map(|place| guide.findings.get(usize::from(*place)));
    let views: Vec<El> = found
        .map(|finding| {
            el("div")
                .class("finding")
                .child(el("p").child(el("strong").text(session.text(finding.title))))
                .child(p(session.text(finding.text)))
                .child(questions(now, &finding.when))
        })
        .collect();
    (!views.is_empty()).then(|| {
        section("findings-title", words.findings)
            .child(p(words.findings_text))
            .child(items("ul", "gates", views))
    })
}

/// The shop's own opinion beside its score.
pub(super) fn gap_view(now: &Now<'_>) -> Option<El> {
    let Now { session, guide, sheet, flow, report, .. } = *now;
    let words = &session.later_words().level;
    let gaps = gaps(guide, sheet, flow, report);
    if gaps.is_empty() {
        return None;
    }
    let cell = |text: &str| el("td").text(text);
    let rows = gaps.into_iter().filter_map(|gap| {
        let chapter = session.questionnaire.chapter(gap.chapter)?;
        let opinion = words.opinions.get(usize::from(gap.opinion)).copied().unwrap_or_default();
        let (sign, view) = match gap.view {
            View::TooGood => ("▲", words.too_good),
            View::Fits => ("=", words.fits),
            View::TooBad => ("▽", words.too_bad),
        };
        let view = el("td").child(span("", sign).attr("aria-hidden", "true")).text(" ").text(view);
        Some(
            el("tr")
                .child(el("th").attr("scope", "row").text(session.text(chapter.title)))
                .child(cell(opinion))
                .child(cell(&range_text(gap.score.0, gap.score.1)).class("number"))
                .child(view),
        )
    });
    let head = [words.gap_chapter, words.gap_opinion, words.gap_score, words.gap_view];
    let head = head.map(|text| el("th").attr("scope", "col").text(text));
    let table = el("table")
        .class("figures gap-table")
        .child(el("caption").class("unseen").text(words.gap))
        .child(el("thead").child(el("tr").children(head)))
        .child(el("tbody").children(rows));
    Some(section("gap-title", words.gap).child(p(words.gap_text)).child(table))
}
