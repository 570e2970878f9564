//! What to do in an incident: deadlines, first steps, whom to tell, what not to do, and a contact sheet to fill in beforehand.

use super::contact_sheet::contact_sheet;
use super::guide::guide;
use super::result::section;
use crate::app::browser::{clock, dom};
use crate::app::parts::{folded_sources, steps};
use crate::app::reactive::{Get, RwSignal, Set};
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h1, h3, items, p, span, text_of, texts};
use crate::calendar::Date;
use crate::model::{Contact, Emergency, IncidentKind, Role};

pub(super) fn emergency(session: Session) -> Vec<El> {
    let words = &session.later_words().emergency;
    let mut page = vec![h1(words.title), p(words.lead).class("lead")];
    let Some(guide) = guide(session) else { return page };
    let emergency = &guide.emergency;
    let kind = RwSignal::new(0_usize);
    let day = RwSignal::new(clock::today());
    page.extend([
        el("p").class("no-print").child(button("button", words.print, |_| dom::print()).id("print")),
        clock_view(session, emergency, kind, day),
        never(session, emergency),
        el("div").children(phases(session, emergency)),
        contacts(session, emergency),
        contact_sheet(session, emergency),
    ]);
    page
}

/// What happened, since when it is known, and what follows from both.
fn clock_view(
    session: Session,
    emergency: &'static Emergency,
    kind: RwSignal<usize>,
    day: RwSignal<String>,
) -> El {
    let words = &session.later_words().emergency;
    let options =
        emergency.kinds.iter().enumerate().map(|(place, kind)| {
            el("option").attr("value", &place.to_string()).text(session.text(kind.title))
        });
    let select = el("select")
        .id("kind")
        .children(options)
        .on("change", move |event| kind.set(text_of(&event).parse().unwrap_or(0)));
    let input = el("input")
        .attr("type", "date")
        .id("noticed")
        .value(move || day.get())
        .on("input", move |event| day.set(text_of(&event)));
    let outcome = move || {
        let Some(kind) = emergency.kinds.get(kind.get()) else { return Vec::new() };
        outcome(session, emergency, kind, &day.get())
    };
    section("clock", words.clock)
        .child(p(words.clock_text).class("no-print"))
        .child(
            el("div")
                .class("clock-inputs no-print")
                .child(el("div").child(el("label").attr("for", "kind").text(words.kind)).child(select))
                .child(el("div").child(el("label").attr("for", "noticed").text(words.noticed)).child(input)),
        )
        .child(el("div").class("clock").attr("aria-live", "polite").live(outcome))
}

fn outcome(session: Session, emergency: &'static Emergency, kind: &IncidentKind, day: &str) -> Vec<El> {
    let words = &session.later_words().emergency;
    let mut parts = vec![h3(session.text(kind.title)), p(session.text(kind.text))];
    if kind.report {
        let deadline = &emergency.deadline;
        let noticed = el("p").class("on-paper").child(el("strong").text(words.noticed)).text(" ");
        parts.push(noticed.text(&clock::date(day, session.language())));
        // The day one learns of it counts as the first: the earlier date is the safe one.
        let end = |days: u8| {
            let date = Date::parse(day)?.last_of(days)?;
            Some(clock::date(&date.to_string(), session.language()))
        };
        let last = if kind.malicious { deadline.malicious } else { deadline.last };
        let [from, to] = deadline.early;
        match (end(from), end(to), end(last)) {
            (Some(from), Some(to), Some(last)) => {
                let line = |name: &str, value: &str| {
                    el("div").child(el("dt").text(name)).child(el("dd").child(el("strong").text(value)))
                };
                parts.push(
                    el("dl")
                        .class("deadlines")
                        .child(line(words.early, &(words.between)(&from, &to)))
                        .child(line(words.last, &(words.until)(&last))),
                );
            }
            _ => parts.push(p(words.no_day).class("error")),
        }
        parts.extend(deadline.text.map(|text| p(session.text(text)).class("hint")));
        let write = || texts(emergency.write.iter().map(|text| session.text(*text)));
        parts.push(details("", words.write).child(write()));
        parts.push(el("div").class("on-paper").child(h3(words.write)).child(write()));
    } else {
        parts.push(p(words.no_report));
    }
    parts.extend([h3(words.first), steps(session, kind.first.iter().copied())]);
    let contacts = kind.contacts.iter().filter_map(|place| emergency.contacts.get(usize::from(*place)));
    parts.extend([h3(words.tell), steps(session, contacts.map(|contact| contact.name))]);
    parts.extend(folded_sources(session, &[kind.sources.as_slice(), &emergency.deadline.sources].concat()));
    parts
}

fn never(session: Session, emergency: &Emergency) -> El {
    let words = &session.later_words().emergency;
    let list = emergency
        .never
        .iter()
        .map(|text| el("span").child(span("", "✕ ").attr("aria-hidden", "true")).text(session.text(*text)));
    section("never", words.never).class("never").child(items("ul", "plain", list))
}

fn phases(session: Session, emergency: &Emergency) -> impl Iterator<Item = El> {
    emergency.phases.iter().enumerate().map(move |(place, phase)| {
        section(&format!("phase-{place}"), session.text(phase.title))
            .child(steps(session, phase.steps.iter().copied()))
            .maybe(folded_sources(session, &phase.sources))
    })
}

fn contacts(session: Session, emergency: &Emergency) -> El {
    let words = &session.later_words().emergency;
    let view = section("contacts", words.contacts);
    Role::ALL.iter().zip(words.roles).fold(view, |view, (role, title)| {
        let of_role = emergency.contacts.iter().filter(|contact| contact.role == *role);
        let list = of_role.fold(el("dl").class("glossary"), |list, contact: &Contact| {
            let sources = folded_sources(session, &contact.sources);
            list.child(el("dt").text(session.text(contact.name)))
                .child(el("dd").text(session.text(contact.text)).maybe(sources))
        });
        view.child(h3(title)).child(list)
    })
}
