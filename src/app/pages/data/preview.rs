//! What files hold, before anything happens.

use super::desk::{Stage, stage};
use super::incoming::{Shown, take_in};
use crate::app::browser::{clock, dom};
use crate::app::parts::input;
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h3, p, span, texts};
use crate::exchange::{Arrival, Choice, ContactChoice, Standing, count_answers};

pub(super) fn preview(session: Session, shown: &Shown) -> Option<El> {
    if shown.files.is_empty() {
        return None;
    }
    let words = &session.later_words().data.import;
    let files = shown.files.iter().map(|(name, written)| match clock::date(written, session.language()) {
        date if date.is_empty() => name.clone(),
        date => (words.of_file)(name, &date),
    });
    let files: Vec<String> = files.collect();
    let unknown = (!shown.unknown.is_empty()).then(|| p(&(words.unknown)(&shown.unknown.join(", "))));
    let arrivals = shown.arrivals.iter().enumerate();
    let cards: Vec<El> =
        arrivals.map(|(place, (arrival, choice))| card(session, place, arrival, *choice)).collect();
    let contacts = contacts(session, shown);
    let something = !cards.is_empty() || contacts.is_some();
    let close = |_| {
        stage().set(Stage::Nothing);
        dom::focus("#import");
    };
    let actions = el("div").class("actions").maybe(
        something.then(|| button("button button-main", words.take, move |_| take_in(session)).id("take-in")),
    );
    let view = el("div")
        .class("preview")
        .id("preview")
        .child(h3(words.preview).id("preview-title").attr("tabindex", "-1"))
        .child(texts(files.iter().map(String::as_str)))
        .maybe(unknown)
        .child(p(if something { words.preview_text } else { words.empty }))
        .children(cards)
        .maybe(contacts)
        .child(actions.child(button("quiet", words.cancel, close)));
    Some(view)
}

/// One assessment: what it is, how it stands to what is here, and what is done with it.
fn card(session: Session, place: usize, arrival: &Arrival, chosen: Choice) -> El {
    let words = &session.later_words().data.import;
    let name = |id: &str| {
        let name = session.shelf.documents.peek(|documents| {
            documents.iter().find(|(known, _)| known == id).map(|(_, document)| document.name.clone())
        });
        name.flatten().unwrap_or_default()
    };
    let standing = match &arrival.standing {
        Standing::New => words.new.to_owned(),
        Standing::Here(id) => (words.here)(&name(id)),
        Standing::Differs(id) => (words.differs)(&name(id)),
    };
    let answers = u16::try_from(count_answers(&arrival.document)).unwrap_or(u16::MAX);
    let changed = (session.words().home.changed)(&clock::date(&arrival.document.changed, session.language()));
    let facts = (words.facts)(answers, &changed);
    let is_new = arrival.standing == Standing::New;
    let label = |choice: Choice| match choice {
        Choice::Add if is_new => words.add,
        Choice::Add => words.add_copy,
        Choice::Merge => words.merge,
        Choice::Skip => words.skip,
    };
    let choose = move |choice: Choice| {
        stage().change_quietly(|stage| {
            if let Stage::Shown(shown) = stage
                && let Some((_, chosen)) = shown.arrivals.get_mut(place)
            {
                *chosen = choice;
            }
        });
    };
    let choices = arrival.choices().iter().map(|choice| (*choice, label(*choice)));
    el("fieldset")
        .class("arrival")
        .child(el("legend").text(&arrival.document.name))
        .child(p(&facts).class("hint"))
        .child(p(&standing))
        .children(radios(&format!("arrival-{place}"), choices, chosen, choose))
}

/// The lines of the contact sheet.
fn contacts(session: Session, shown: &Shown) -> Option<El> {
    let words = &session.later_words().data.import;
    let lines = &shown.contacts;
    if lines.is_empty() {
        return None;
    }
    let count = |list: usize| u16::try_from(list).unwrap_or(u16::MAX);
    let (fills, conflicts) = (count(lines.fills.len()), count(lines.conflicts.len()));
    let facts = [(fills, words.contacts_fill), (conflicts, words.contacts_conflict)];
    let facts: Vec<String> =
        facts.into_iter().filter(|(count, _)| *count > 0).map(|(count, say)| say(count)).collect();
    let mut choices = vec![(ContactChoice::Fill, words.fill)];
    if conflicts > 0 {
        choices.push((ContactChoice::Replace, words.replace));
    }
    choices.push((ContactChoice::Skip, words.skip));
    let choose = |choice: ContactChoice| {
        stage().change_quietly(|stage| {
            if let Stage::Shown(shown) = stage {
                shown.contact_choice = choice;
            }
        });
    };
    Some(
        el("fieldset")
            .class("arrival")
            .child(el("legend").text(words.contacts))
            .child(texts(facts.iter().map(String::as_str)))
            .children(radios("contacts", choices.into_iter(), shown.contact_choice, choose)),
    )
}

/// One of several.
fn radios<T: Copy + PartialEq + 'static>(
    name: &str,
    choices: impl Iterator<Item = (T, &'static str)>,
    chosen: T,
    choose: impl Fn(T) + Copy + 'static,
) -> Vec<El> {
    let radio = |(nr, (choice, label)): (usize, (T, &'static str))| {
        let radio = input("radio", &format!("{name}-{nr}"), name, &nr.to_string());
        let radio = if choice == chosen { radio.attr("checked", "") } else { radio };
        let radio = radio.on("change", move |_| choose(choice));
        el("label").class("card").child(radio).child(span("card-text", label))
    };
    choices.enumerate().map(radio).collect()
}
