//! Taking in an answer that came as a link or as a file.

use super::Asking;
use crate::answers::Unreadable;
use crate::app::browser::upload::{self, Refused};
use crate::app::browser::{dom, json};
use crate::app::pages::received::reply_view;
use crate::app::pages::result::section;
use crate::app::parts::bad_link;
use crate::app::reactive::{Get, GetUntracked, RwSignal, Set, run, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, el, p, submit, text_of};
use crate::asking;
use crate::link::{self, Content, Reply};
use web_sys::Event;

pub(super) fn take(asking: Asking, id: &str) -> El {
    let session = asking.session;
    let words = &session.later_words().ask;
    let pasted = RwSignal::new(String::new());
    // What is wrong; "" when there is nothing to say.
    let trouble = RwSignal::new("");
    let reply = RwSignal::new(None::<Reply>);
    let is_trouble = move || !trouble.get().is_empty();
    let found = move |found: Result<Reply, &'static str>| {
        trouble.set(found.as_ref().err().copied().unwrap_or_default());
        let arrived = found.is_ok();
        reply.set(found.ok());
        if arrived {
            dom::focus("#reply-title");
        }
    };
    let open = move |event: Event| {
        event.prevent_default();
        let result = by_link(session, pasted.get_untracked().trim());
        let failed = result.is_err();
        found(result);
        if failed {
            dom::focus_id("take-link");
        }
    };
    let choose = move |event: Event| {
        let Some(text) = upload::first(&event) else { return };
        run(async move {
            let text = text.await.map_err(|refused| refusal(session, refused));
            found(text.and_then(|text| by_file(session, &text)));
        });
    };
    let area = el("textarea")
        .id("take-link")
        .attr("rows", "3")
        .attr("spellcheck", "false")
        .attr("autocapitalize", "off")
        .attr("autocomplete", "off")
        .live_attr("aria-invalid", move || is_trouble().then_some("true"))
        .live_attr("aria-describedby", move || is_trouble().then_some("take-error"))
        .value(move || pasted.get())
        .on("input", move |event| pasted.set(text_of(&event)));
    let file = el("input")
        .attr("type", "file")
        .id("take-file")
        .attr("accept", ".json,application/json")
        .on("change", choose);
    let id = id.to_owned();
    let view = move || {
        let Some(reply) = reply.get() else { return Vec::new() };
        let heading = el("h3").id("reply-title").attr("tabindex", "-1").text(words.reply_title);
        let mut parts = vec![heading];
        parts.extend(untrack(|| reply_view(session, &reply, Some(&id))));
        parts
    };
    section("take-title", words.take)
        .child(p(words.take_text))
        .child(
            el("form")
                .attr("novalidate", "")
                .on("submit", open)
                .child(el("label").attr("for", "take-link").text(words.take_label))
                .when(is_trouble, move || {
                    let said = p("").class("error").id("take-error").attr("role", "alert");
                    said.live_text(move || trouble.get().to_owned())
                })
                .child(area)
                .child(el("p").child(submit("button", words.take_open).id("take-open")))
                .child(el("label").attr("for", "take-file").text(words.take_file))
                .child(file),
        )
        .child(el("div").live(view))
}

/// The answer in what was pasted: a whole mail, perhaps, that quotes the link with the questions as well.
fn by_link(session: Session, pasted: &str) -> Result<Reply, &'static str> {
    let words = session.later_words();
    if pasted.is_empty() {
        return Err(words.receive.empty);
    }
    let mut wrong = None;
    for found in link::find(pasted) {
        match found.link.and_then(|fragment| link::open(session.questionnaire, &fragment)) {
            Ok(Content::Reply(reply)) => return Ok(reply),
            Ok(_) => wrong = wrong.or(Some(words.ask.no_reply)),
            Err(error) => wrong = wrong.or(Some(bad_link(&words.receive, error))),
        }
    }
    Err(wrong.unwrap_or(words.receive.not_a_link))
}

fn by_file(session: Session, text: &str) -> Result<Reply, &'static str> {
    let words = &session.later_words().ask;
    let json = json::parse(text).ok_or(words.no_file)?;
    asking::read(session.questionnaire, &json).ok_or(words.no_file)?.map_err(|error| match error {
        Unreadable::Damaged => words.damaged_file,
        Unreadable::Newer => words.newer_file,
        Unreadable::OtherQuestionnaire => session.later_words().receive.other_questionnaire,
    })
}

fn refusal(session: Session, refused: Refused) -> &'static str {
    let words = &session.later_words().ask;
    match refused {
        Refused::Large => words.large_file,
        Refused::Unreadable => words.damaged_file,
    }
}
