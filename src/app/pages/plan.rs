//! The whole plan: what to do this week, this month, this quarter; who does it, by when, how far it is.

use super::guide::guide;
use super::moves::{all_moves, effort};
use super::plan_note::{note_inputs, note_on_paper};
use super::result::named;
use crate::advise::{Move, Term, platform, terms};
use crate::answers::Sheet;
use crate::app::browser::dom;
use crate::app::parts::{copy_box, sources_of, steps, terms_of};
use crate::app::reactive::GetUntracked;
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h1, h2, h3, items, link, p, texts};
use crate::model::{Advice, Guide, Platform, Who};
use crate::route::Route;
use std::fmt::Write;

/// What every card needs.
#[derive(Clone, Copy)]
struct Plan {
    session: Session,
    guide: &'static Guide,
    platform: Option<Platform>,
}

pub(super) fn plan(session: Session, id: &str) -> Vec<El> {
    let words = &session.later_words().plan;
    let mut page = vec![h1(words.title)];
    page.extend(session.shelf.with_document(id, |document| named(session, document)));
    page.push(p(words.lead).class("no-print"));
    let Some(guide) = guide(session) else { return page };
    let flow = session.flow.get_untracked();
    let found = session.with_sheet(|sheet| {
        let moves = all_moves(session, sheet, &flow)?;
        Some((moves, platform(session.questionnaire, sheet)))
    });
    let Some((moves, platform)) = found.flatten() else { return page };
    if moves.is_empty() {
        let start =
            link("button button-main", &Route::Packs(id.to_owned()).href(), session.words().assess.to_packs);
        let empty = session.with_sheet(Sheet::is_empty).unwrap_or(true);
        page.extend([p(if empty { words.not_yet } else { words.nothing }), el("p").child(start)]);
        return page;
    }
    let plan = Plan { session, guide, platform };
    let terms = terms(&moves);
    page.push(
        el("p")
            .class("actions no-print")
            .child(button("button", words.print, |_| dom::print()).id("print"))
            .children(super::plan_files::downloads(session, id)),
    );
    page.extend(vendor_text(&plan, &moves));
    for term in Term::ALL {
        let cards: Vec<El> = (moves.iter().zip(&terms))
            .filter(|(_, of)| **of == term)
            .filter_map(|(found, _)| Some(plan.card(found, guide.advice.get(usize::from(found.advice))?)))
            .collect();
        if !cards.is_empty() {
            let title = words.terms.get(term as usize).copied().unwrap_or_default();
            page.extend([h2(title), items("ol", "plan", cards)]);
        }
    }
    page
}

/// The technical part as a text to paste into a mail.
fn vendor_text(plan: &Plan, moves: &[Move]) -> Option<El> {
    let Plan { session, guide, platform } = *plan;
    let words = &session.later_words().plan;
    let theirs = moves.iter().filter_map(|found| guide.advice.get(usize::from(found.advice)));
    let theirs: Vec<&Advice> = theirs.filter(|advice| advice.who_on(platform) != Who::Owner).collect();
    if theirs.is_empty() {
        return None;
    }
    let mut mail = format!("{}\n", words.vendor_hello);
    for (nr, advice) in (1..).zip(&theirs) {
        let ask = advice.vendor.map_or("", |text| session.text(text));
        // Writing to a String cannot fail.
        let _ = write!(mail, "\n{nr}. {}\n{ask}\n", session.text(advice.title));
    }
    let _ = write!(mail, "\n{}\n", words.vendor_end);
    let ask = session
        .open_id()
        .map(|id| p("").child(link("", &Route::Ask(id, None).href(), session.later_words().ask.link)));
    Some(copy_box(session, "vendor-text", words.vendor, &mail).maybe(ask))
}

impl Plan {
    fn card(self, found: &Move, advice: &'static Advice) -> El {
        let Self { session, guide, platform } = self;
        let words = &session.later_words().plan;
        let gates = found.gates.iter().filter_map(|gate| guide.gates.get(usize::from(*gate)));
        let gates = gates.map(|gate| p(&(words.lifts)(session.text(gate.title))).class("lifts"));
        let found_names = found.findings.iter().filter_map(|place| guide.findings.get(usize::from(*place)));
        let mut reasons: Vec<&str> = found_names.map(|finding| session.text(finding.title)).collect();
        for field in &found.fields {
            if let Some((_, question)) = session.questionnaire.question_of(*field) {
                reasons.push(session.text(question.title));
            }
        }
        el("article")
            .class("plan-card")
            .id(&format!("plan-{}", advice.id))
            .child(h3(session.text(advice.title)))
            .child(p(&effort(session, advice, platform)).class("hint"))
            .children(gates)
            .child(p(session.text(advice.why)))
            .child(details("", words.how).child(self.how(advice, &reasons)))
            .child(note_inputs(session, advice))
            .child(self.on_paper(advice))
    }

    /// What is folded on the screen and belongs on paper, and what is noted, as it is when printed.
    fn on_paper(self, advice: &'static Advice) -> El {
        let Self { session, platform, .. } = self;
        let words = &session.later_words().plan;
        let titled = |title: &str, text: &str| el("p").child(el("strong").text(title)).text(" ").text(text);
        let variant =
            advice.variant(platform).map(|variant| titled(words.variant, session.text(variant.text)));
        el("div")
            .class("on-paper")
            .child(steps(session, advice.steps.iter().copied()))
            .maybe(variant)
            .child(titled(words.done, session.text(advice.done)))
            .child(note_on_paper(session, advice))
    }

    /// Steps, how to see that it is done, what differs here, words for the boss, terms and sources.
    fn how(self, advice: &'static Advice, reasons: &[&str]) -> El {
        let Self { session, platform, .. } = self;
        let words = &session.later_words().plan;
        let variant = advice
            .variant(platform)
            .map(|variant| el("div").child(h3(words.variant)).child(p(session.text(variant.text))));
        let vendor = advice.vendor_on(platform).map(|text| {
            copy_box(session, &format!("ask-{}", advice.id), words.vendor_one, session.text(text))
        });
        let titled = |title: &str, list: El| el("div").child(h3(title)).child(list);
        let assess = &session.words().assess;
        let terms = terms_of(session, &advice.terms).map(|list| titled(assess.terms, list));
        let sources = sources_of(session, &advice.sources).map(|list| titled(assess.sources, list));
        el("div")
            .class("help-body")
            .child(steps(session, advice.steps.iter().copied()))
            .maybe(variant)
            .child(h3(words.done))
            .child(p(session.text(advice.done)))
            .child(h3(words.boss))
            .child(p(session.text(advice.boss)))
            .maybe(vendor)
            .child(h3(words.reasons))
            .child(texts(reasons.iter().copied()))
            .maybe(terms)
            .maybe(sources)
    }
}
