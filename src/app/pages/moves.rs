//! The next three moves, and what they would change.

use super::guide::{Now, guide};
use super::result::section;
use crate::advise::{Judgement, Move, moves, platform, what_if};
use crate::answers::Sheet;
use crate::app::parts::input;
use crate::app::parts::range_text;
use crate::app::reactive::{Get, RwSignal, Update};
use crate::app::session::Session;
use crate::app::ui::{El, el, items, link, p, span};
use crate::flow::Flow;
use crate::model::{Advice, Guide, Platform};
use crate::route::Route;
use crate::score::Report;

pub(super) fn moves_view(now: &Now<'_>) -> El {
    let Now { session, guide, sheet, flow, judgement, report, id } = *now;
    let words = &session.later_words().plan;
    let view = section("moves-title", words.next_three);
    let mut first = moves(session.questionnaire, guide, sheet, flow, judgement);
    let more = first.len();
    first.truncate(3);
    if first.is_empty() {
        let text =
            if report.total.ratings == report.total.open_ratings { words.not_yet } else { words.nothing };
        return view.child(p(text));
    }
    // Which of the three are ticked.
    let ticked = RwSignal::new([false; 3]);
    let cards = first.iter().enumerate().filter_map(|(place, found)| {
        let advice = guide.advice.get(usize::from(found.advice))?;
        Some(card(now, place, found, advice, ticked))
    });
    let plan = id.map(|id| {
        let label = (words.to_plan)(u16::try_from(more).unwrap_or(u16::MAX));
        el("p").class("no-print").child(link(
            "button button-main",
            &Route::Plan(id.to_owned()).href(),
            &label,
        ))
    });
    let view = view.child(p(words.next_three_text).class("no-print")).child(items("ol", "moves", cards));
    let (pack, sheet) = (report.pack, sheet.clone());
    let before = figures(guide, report, judgement);
    let outcome = move || {
        let ticked = ticked.get();
        let chosen = first.iter().zip(ticked).filter(|(_, on)| *on).map(|(found, _)| found);
        let after = what_if(session.questionnaire, &sheet, chosen);
        let flow = Flow::new(session.questionnaire, &after);
        let report = Report::new(session.questionnaire, pack, &after, &flow);
        let judgement = Judgement::new(session.questionnaire, guide, &after, &flow);
        let after = figures(guide, &report, &judgement);
        outcome(session, before.as_ref(), after.as_ref()).unwrap_or_default()
    };
    // On paper there is nothing to tick.
    let class = move || Some(if ticked.get() == [false; 3] { "what-if no-print" } else { "what-if" });
    view.child(el("p").live_attr("class", class).attr("role", "status").live_text(outcome)).maybe(plan)
}

fn card(
    now: &Now<'_>,
    place: usize,
    found: &Move,
    advice: &'static Advice,
    ticked: RwSignal<[bool; 3]>,
) -> El {
    let Now { session, guide, sheet, .. } = *now;
    let words = &session.later_words().plan;
    let platform = platform(session.questionnaire, sheet);
    let input_id = format!("move-{place}");
    let tick = input("checkbox", &input_id, "move", &advice.id).on("change", move |_| {
        ticked.update(|ticked| {
            if let Some(on) = ticked.get_mut(place) {
                *on = !*on;
            }
        });
    });
    let gates = found.gates.iter().filter_map(|gate| guide.gates.get(usize::from(*gate)));
    let gates = gates.map(|gate| p(&(words.lifts)(session.text(gate.title))).class("lifts"));
    el("div")
        .class("move")
        .child(
            el("label")
                .class("card move-title")
                .attr("for", &input_id)
                .child(tick)
                .child(span("card-text", session.text(advice.title))),
        )
        .child(p(session.text(advice.why)))
        .children(gates)
        .child(p(&effort(session, advice, platform)).class("hint"))
}

/// Who does it, how long it takes, what it costs.
pub(super) fn effort(session: Session, advice: &Advice, platform: Option<Platform>) -> String {
    let words = &session.later_words().plan;
    let who = words.who.get(advice.who_on(platform) as usize).copied().unwrap_or_default();
    let cost = words.costs.get(usize::from(advice.cost_on(platform))).copied().unwrap_or_default();
    (words.effort)(who, &(words.hours)(u16::from(advice.hours_on(platform))), cost)
}

/// Points and level, as they are written.
fn figures(guide: &Guide, report: &Report, judgement: &Judgement) -> Option<(String, String)> {
    let (lowest, highest) = report.range()?;
    let level = match judgement.level(guide, report.total)? {
        (worst, best) if worst == best => worst.to_string(),
        (worst, best) => format!("{worst}–{best}"),
    };
    Some((range_text(lowest, highest), level))
}

/// Points and level before and after.
fn outcome(
    session: Session,
    before: Option<&(String, String)>,
    after: Option<&(String, String)>,
) -> Option<String> {
    let words = &session.later_words().plan;
    let (before, after) = before.zip(after)?;
    if before == after {
        return Some(words.tick.to_owned());
    }
    Some((words.outcome)(&format!("{} → {}", before.0, after.0), &format!("{} → {}", before.1, after.1)))
}

/// Every move of an assessment.
pub(super) fn all_moves(session: Session, sheet: &Sheet, flow: &Flow) -> Option<Vec<Move>> {
    let guide = guide(session)?;
    let judgement = Judgement::new(session.questionnaire, guide, sheet, flow);
    Some(moves(session.questionnaire, guide, sheet, flow, &judgement))
}
