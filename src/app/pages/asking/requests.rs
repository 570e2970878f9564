//! What has been asked already, and how far that is.

use super::{Asking, counted, take};
use crate::answers::{AskState, Asked, Document};
use crate::app::browser::{address, clock, dom};
use crate::app::pages::result::section;
use crate::app::pages::sharing::link_box;
use crate::app::parts::copy_box;
use crate::app::reactive::{Get, Set, untrack};
use crate::app::ui::{El, button, el, items, p, span};
use crate::asking::request;
use crate::link::{self, Content};
use crate::order::insert_where;

pub(super) fn requests(asking: Asking, id: &str) -> El {
    let session = asking.session;
    let words = &session.later_words().ask;
    let id = id.to_owned();
    let any = move || !list(asking).is_empty();
    el("div").class("no-print").when(any, move || {
        let (listed, taken) = (id.clone(), id.clone());
        let view = move || {
            let list = list(asking);
            let views = list.iter().map(|(number, asked)| item(asking, &listed, *number, asked));
            vec![items("ul", "shelf", views)]
        };
        el("div").child(section("ask-requests", words.requests).live(view)).child(take::take(asking, &taken))
    })
}

/// Every request, the latest first.
fn list(asking: Asking) -> Vec<(u32, Asked)> {
    let all = asking.session.with_document(Document::requests).unwrap_or_default();
    let mut list: Vec<(u32, Asked)> = Vec::new();
    for (number, asked) in all {
        let when = (asked.made.clone(), asked.at);
        insert_where(&mut list, (number, asked), |(_, other)| (&other.made, other.at) > (&when.0, when.1));
    }
    list
}

fn item(asking: Asking, id: &str, number: u32, asked: &Asked) -> El {
    let Asking { session, shown } = asking;
    let words = &session.later_words().ask;
    let name = if asked.to.is_empty() { words.somebody.to_owned() } else { (words.request_to)(&asked.to) };
    let date = |iso: &str| clock::date(iso, session.language());
    let state = words.states.get(asked.state as usize).copied().unwrap_or_default();
    let mut facts = vec![(words.made)(&date(&asked.made)), (words.questions)(counted(asked.fields.len()))];
    if !asked.answered.is_empty() {
        facts.push((words.answered_on)(&date(&asked.answered)));
    }
    let heading = format!("request-{number}-title");
    let is_shown = move || shown.get() == Some(number);
    let show = button("button", words.show, move |_| {
        let on = untrack(is_shown);
        shown.set((!on).then_some(number));
    })
    .live_attr("aria-expanded", move || Some(if is_shown() { "true" } else { "false" }))
    .live_text(move || (if is_shown() { words.hide } else { words.show }).to_owned());
    let to_state = |state: AskState, label: &str| {
        let (id, heading) = (id.to_owned(), heading.clone());
        button("quiet", label, move |_| {
            session.shelf.edit(&id, |document| {
                document.change_asked(number, clock::millis(), |asked| asked.state = state);
            });
            // The button is built anew with the list.
            dom::focus_id_drawn(heading.clone());
        })
    };
    let mut actions = vec![show];
    if asked.state == AskState::Open {
        actions.push(to_state(AskState::Answered, words.done));
        actions.push(to_state(AskState::Closed, words.withdraw));
    } else {
        actions.push(to_state(AskState::Open, words.reopen));
    }
    let actions =
        el("div").class("actions").attr("role", "group").attr("aria-label", &name).children(actions);
    let asked = asked.clone();
    el("article")
        .class("item request")
        .id(&format!("request-{number}"))
        .child(el("h3").id(&heading).attr("tabindex", "-1").text(&name))
        .child(el("p").child(span("tag", state)).text(" ").text(&facts.join(" / ")))
        .child(actions)
        .when(is_shown, move || link_of(asking, number, &asked))
}

/// The link, and a text with it.
fn link_of(asking: Asking, number: u32, asked: &Asked) -> El {
    let session = asking.session;
    let words = &session.later_words().ask;
    let (request, cut) = request(session.questionnaire, number, asked);
    let unknown = asked.fields.len().saturating_sub(request.fields.len());
    let view = el("div")
        .maybe((unknown > 0).then(|| p(&(words.unknown_here)(counted(unknown))).class("hint")))
        .maybe((cut > 0).then(|| p(&(words.cut)(counted(cut))).class("notice notice-warning")));
    let Ok(fragment) = link::write(session.questionnaire, &Content::Request(request)) else {
        return view.child(p(words.too_long).class("notice notice-error"));
    };
    let how = if address::home().is_some() { words.mail_end } else { words.mail_end_loose };
    let mail = format!("{}\n\n{}\n\n{how}\n", asked.message, address::link(&fragment));
    view.child(link_box(session, words.link_label, &fragment)).child(copy_box(
        session,
        "request-mail",
        words.mail,
        mail.trim(),
    ))
}
