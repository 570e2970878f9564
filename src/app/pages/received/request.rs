//! Questions that came as a link: who asks, what happens with the answers, and the way to answer.

use crate::answers::{Document, ReplyTo, Sheet};
use crate::app::browser::{address, clock};
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h1, link, p, texts};
use crate::link::Request;
use crate::route::Route;

/// `fragment` is the link itself, which is kept with the answers.
pub(super) fn request_page(session: Session, request: &Request, fragment: &str) -> Vec<El> {
    let words = &session.later_words().answer_ask;
    let from = &request.head.name;
    let from = if from.is_empty() { words.from_somebody.to_owned() } else { (words.from)(from) };
    let date = request.head.date().map(|date| clock::date(&date.to_string(), session.language()));
    let counted = |count: usize| u16::try_from(count).unwrap_or(u16::MAX);
    let own = asker(session, request.head.number).map(|id| {
        el("div").class("notice notice-warning").child(p(words.own)).child(p("").child(link(
            "",
            &Route::Ask(id, None).href(),
            session.later_words().ask.to_requests,
        )))
    });
    let unknown = (request.unknown > 0).then(|| {
        p(&(words.unknown)(counted(request.unknown))).class("notice notice-warning").id("request-unknown")
    });
    let notice = el("div")
        .class("notice")
        .id("request")
        .child(el("p").child(el("strong").text(&from)))
        .maybe(date.map(|date| p(&(words.on)(&date)).class("hint")))
        .maybe((!request.fields.is_empty()).then(|| p(&(words.count)(counted(request.fields.len())))));
    let mut page = vec![h1(words.arrived_title), notice];
    page.extend(own);
    page.extend(message(session, &request.message));
    page.push(texts(words.how));
    page.extend(unknown);
    if request.fields.is_empty() {
        page.push(p(words.none).class("notice notice-error"));
        return page;
    }
    let (id, there) = place(session, request.head.number);
    if there.as_ref().is_some_and(|reply| reply.link != fragment) {
        page.push(p(words.changed).class("hint").id("request-changed"));
    }
    let label = if there.is_some() { words.resume } else { words.start };
    let (request, fragment) = (request.clone(), fragment.to_owned());
    let begin = move |_| {
        begin(session, &id, &request, &fragment);
        address::go(&Route::Answer(id.clone()));
    };
    page.push(el("p").class("actions").child(button("button button-main", label, begin).id("answer-start")));
    page
}

/// What the asker says, as text.
pub(in crate::app::pages) fn message(session: Session, message: &str) -> Option<El> {
    let words = &session.later_words().answer_ask;
    (!message.trim().is_empty()).then(|| {
        el("figure")
            .class("message")
            .child(el("figcaption").text(words.message))
            .child(el("blockquote").text(message.trim()))
    })
}

/// The assessment of this device that made the request, if it was made here.
pub(super) fn asker(session: Session, number: u32) -> Option<String> {
    let has = |document: &Document| number > 0 && document.asked(number).is_some();
    let find = |documents: &Vec<(String, Document)>| {
        documents.iter().find(|(_, document)| has(document)).map(|(id, _)| id.clone())
    };
    session.shelf.documents.peek(find).flatten()
}

/// Where the answers to a request are kept: always at the same place, so that they are gone on with. And what is there.
fn place(session: Session, number: u32) -> (String, Option<ReplyTo>) {
    let id = format!("reply-{number}");
    let find = |documents: &Vec<(String, Document)>| {
        documents.iter().find(|(known, _)| *known == id).map(|(_, document)| document.reply_to())
    };
    match session.shelf.documents.peek(find).flatten() {
        // Something else is there, and stays.
        Some(None) => (clock::new_id(), None),
        Some(there) => (id, there),
        None => (id, None),
    }
}

/// Begins the answers, or goes on with them under the link as it is now.
fn begin(session: Session, id: &str, request: &Request, fragment: &str) {
    let words = &session.later_words().answer_ask;
    let to_link = |document: &mut Document| {
        document.change_reply_to(clock::millis(), |reply| fragment.clone_into(&mut reply.link));
    };
    if session.shelf.has(id) {
        return session.shelf.edit(id, to_link);
    }
    let from = &request.head.name;
    let name = if from.is_empty() { words.nameless.to_owned() } else { (words.name)(from) };
    let now = clock::now();
    let sheet = Sheet::new(session.questionnaire);
    let mut document = Document { name, created: now.clone(), changed: now, sheet, ..Document::default() };
    to_link(&mut document);
    session.shelf.put(id, document);
}
