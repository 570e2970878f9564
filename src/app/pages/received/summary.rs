//! A result without its answers, as the page of the sender worked it out.

use super::origin;
use crate::app::pages::guide::guide;
use crate::app::pages::result::section;
use crate::app::parts::{column, figures, number, range_bar, range_text};
use crate::app::session::Session;
use crate::app::ui::{El, el, h1, p, span, texts};
use crate::link::{Points, SizeClass, Summary};
use crate::model::Guide;

pub(super) fn summary_page(session: Session, summary: &Summary) -> Vec<El> {
    let words = session.later_words();
    let Some(guide) = guide(session) else { return vec![h1(words.arrive.summary_title)] };
    let banner = el("div")
        .class("notice")
        .id("received")
        .child(p(words.receive.banner))
        .children(origin(session, &summary.head))
        .child(p(words.arrive.summary_text));
    let mut page = vec![h1(words.arrive.summary_title), banner, level(session, guide, summary)];
    page.extend(summary.points.iter().flat_map(|points| points_view(session, guide, points)));
    page
}

fn level(session: Session, guide: &Guide, summary: &Summary) -> El {
    let words = &session.later_words().level;
    let view = section("level-title", words.title);
    let Some((worst, best)) = summary.level else { return view.child(p(words.none)) };
    let level = |number: u8| guide.levels.get(usize::from(number.saturating_sub(1)));
    let named = |number: u8| {
        let title = level(number).map_or("", |level| session.text(level.title));
        format!("{number} {title}")
    };
    let text = if worst == best { named(worst) } else { format!("{} – {}", named(worst), named(best)) };
    let pack = session.questionnaire.pack_named(&summary.pack).and_then(|ix| session.questionnaire.pack(ix));
    view.child(
        el("p")
            .class("level-now")
            .child(span("level-label", words.label))
            .text(" ")
            .child(el("strong").text(&text)),
    )
    .maybe(level(worst).map(|level| p(session.text(level.text))))
    .maybe((worst != best).then(|| p(words.range).class("hint")))
    .maybe(pack.map(|pack| p(session.text(pack.title)).class("hint")))
}

fn points_view(session: Session, guide: &Guide, points: &Points) -> Vec<El> {
    let words = session.later_words();
    let size = points.size.map(|size| {
        let [small, medium, large] = words.level.sizes;
        (words.arrive.size)(match size {
            SizeClass::Small => small,
            SizeClass::Medium => medium,
            SizeClass::Large => large,
        })
    });
    let desired = points.desired.map(|level| (words.arrive.desired)(u16::from(level)));
    let known = (words.arrive.answered)(points.answered, points.asked);
    let facts: Vec<String> = [Some(known), size, desired].into_iter().flatten().collect();
    let total = points.total.map(|(lowest, highest)| {
        let text = (words.result.points)(&range_text(lowest, highest));
        let number = el("p").class("score-number").child(span("score-range", &text)).text(" ");
        let number = number.child(span("score-of", words.result.of_100));
        el("div").class("score").child(number).child(range_bar(lowest, highest))
    });
    let gates: Vec<&str> = (points.gates.iter())
        .map(|id| {
            let gate = guide.gates.iter().find(|gate| gate.id == *id);
            gate.map_or(words.arrive.unknown_part, |gate| session.text(gate.title))
        })
        .collect();
    let gates = if gates.is_empty() { p(words.arrive.gates_none) } else { texts(gates) };
    vec![
        section("score-title", words.result.score)
            .maybe(total)
            .child(texts(facts.iter().map(String::as_str))),
        section("gates-title", words.arrive.gates).child(gates),
        section("chapters-title", words.result.by_chapter).child(chapters(session, points)),
    ]
}

/// Chapters that this version does not know keep their points.
fn chapters(session: Session, points: &Points) -> El {
    let words = session.later_words();
    let rows = points.chapters.iter().map(|(id, range)| {
        let known = session.questionnaire.chapters().find(|(_, chapter)| chapter.id == *id);
        let name = known.map_or(words.arrive.unknown_part.to_owned(), |(_, chapter)| {
            format!("{}. {}", chapter.number, session.text(chapter.title))
        });
        let text = range.map(|(lowest, highest)| range_text(lowest, highest));
        el("tr")
            .child(el("th").attr("scope", "row").text(&name))
            .child(el("td").class("bar-cell").maybe(range.map(|(low, high)| range_bar(low, high))))
            .child(number(text.as_deref().unwrap_or(words.result.not_applicable)))
    });
    let head = [column(words.result.chapter), column(words.compare.points).attr("colspan", "2")];
    figures(words.result.by_chapter, head, rows)
}
