//! The whole plan: what to do this week, this month, this quarter; who does it, by when, how far it is.

use super::guide::guide;
use super::moves::{all_moves, effort};
use crate::advise::{Move, Term, platform, terms};
use crate::answers::{Note, Progress};
use crate::app::browser::dom;
use crate::app::parts::{copy_box, question_link, sources_of, steps, terms_of};
use crate::app::reactive::GetUntracked;
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h1, h2, h3, items, link, p, text_of, texts};
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
    let mut page = vec![h1(words.title), p(words.lead).class("lead")];
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
        page.extend([p(words.nothing), p(words.not_yet), el("p").child(start)]);
        return page;
    }
    let plan = Plan { session, guide, platform };
    let terms = terms(guide, &moves);
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
    let Plan { session, guide, .. } = *plan;
    let words = &session.later_words().plan;
    let theirs = moves.iter().filter_map(|found| guide.advice.get(usize::from(found.advice)));
    let theirs: Vec<&Advice> = theirs.filter(|advice| advice.who != Who::Owner).collect();
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
    Some(copy_box(session, "vendor-text", words.vendor, &mail))
}

impl Plan {
    fn card(self, found: &Move, advice: &'static Advice) -> El {
        let Self { session, guide, .. } = self;
        let words = &session.later_words().plan;
        let id = &advice.id;
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
            .id(&format!("plan-{id}"))
            .child(h3(session.text(advice.title)))
            .child(p(&effort(session, advice)).class("hint"))
            .children(gates)
            .child(p(session.text(advice.why)))
            .child(details("", words.how).child(self.how(advice, &reasons)))
            .child(self.note(advice))
    }

    /// Steps, how to see that it is done, what differs here, words for the boss, terms and sources.
    fn how(self, advice: &'static Advice, reasons: &[&str]) -> El {
        let Self { session, platform, .. } = self;
        let words = &session.later_words().plan;
        let variant = advice.variants.iter().find(|(of, _)| Some(*of) == platform).map(|(_, text)| *text);
        let variant = variant.map(|text| el("div").child(h3(words.variant)).child(p(session.text(text))));
        let vendor = advice.vendor.map(|text| {
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

    /// Who does it, by when, how far it is: kept on this device.
    fn note(self, advice: &'static Advice) -> El {
        let Self { session, .. } = self;
        let words = &session.later_words().plan;
        let id = advice.id.as_str();
        let read = move |pick: fn(&Note) -> String| move || read_note(session, id, pick);
        let label = |name: &str, text: &str| el("label").attr("for", &format!("{name}-{id}")).text(text);
        let states = Progress::ALL.iter().zip(words.states).map(|(state, text)| {
            let option = el("option").attr("value", state.name()).text(text);
            let now = read_note(session, id, |note| note.progress.name().to_owned());
            if now == state.name() { option.attr("selected", "") } else { option }
        });
        let state = el("select").id(&format!("state-{id}")).children(states).on("change", move |event| {
            let state = Progress::from_name(&text_of(&event)).unwrap_or_default();
            write_note(session, id, move |note| note.progress = state);
        });
        let input = |name: &str, kind: &str| {
            el("input").attr("type", kind).id(&format!("{name}-{id}")).attr("autocomplete", "off")
        };
        let owner = input("owner", "text")
            .value(read(|note| note.owner.clone()))
            .on("input", move |event| write_note(session, id, |note| note.owner = text_of(&event)));
        let due = input("due", "date")
            .value(read(|note| note.due.clone()))
            .on("input", move |event| write_note(session, id, |note| note.due = text_of(&event)));
        let text = input("note", "text")
            .value(read(|note| note.text.clone()))
            .on("input", move |event| write_note(session, id, |note| note.text = text_of(&event)));
        let cell = |label: El, input: El| el("div").child(label).child(input);
        let done = move || read_note(session, id, |note| note.progress.name().to_owned()) == "done";
        let question = advice.fields.first().and_then(|ix| session.questionnaire.question_of(*ix));
        let again = move || {
            let way = session.open_id().zip(question);
            let way = way.map(|(id, (_, question))| question_link(session, &id, question));
            p(words.answer_again).class("hint").maybe(way)
        };
        el("div")
            .class("plan-note")
            .attr("role", "group")
            .attr("aria-label", &(words.note_for)(session.text(advice.title)))
            .child(cell(label("state", words.state), state))
            .child(cell(label("owner", words.owner), owner))
            .child(cell(label("due", words.due), due))
            .child(cell(label("note", words.note), text))
            .child(el("div").class("plan-again").when(done, again))
    }
}

fn read_note(session: Session, advice: &str, pick: impl FnOnce(&Note) -> String) -> String {
    session.with_document(|document| document.note(advice).map(pick)).flatten().unwrap_or_default()
}

fn write_note(session: Session, advice: &str, change: impl FnOnce(&mut Note)) {
    session.edit_document(|document| document.change_note(advice, change));
}
