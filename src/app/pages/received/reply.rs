//! An answer that came back: to which request it belongs, and taking it over into the assessment that asked.

use super::request::asker;
use crate::answers::{AskState, Asked, Document, Sheet};
use crate::app::browser::{clock, dom};
use crate::app::pages::comparing::choose;
use crate::app::pages::review::answer;
use crate::app::pages::takeover::{Beside, takeover};
use crate::app::reactive::{Get, RwSignal, Set, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h1, h3, link, p, texts};
use crate::asking::{Arrived, arrived};
use crate::link::Reply;
use crate::model::{FieldIx, QuestionIx};
use crate::route::Route;
use std::rc::Rc;

pub(super) fn reply_page(session: Session, reply: &Reply) -> Vec<El> {
    let words = &session.later_words().ask;
    let mut page = vec![h1(words.reply_title)];
    page.extend(reply_view(session, reply, None));
    page
}

/// An answer, and what can be done with it. `here` is the assessment whose requests are shown around it.
pub(in crate::app::pages) fn reply_view(session: Session, reply: &Reply, here: Option<&str>) -> Vec<El> {
    let number = reply.head.number;
    let known = asker(session, number).and_then(|id| {
        let look = |document: &Document| (document.name.clone(), document.asked(number));
        let (name, asked) = session.shelf.with_document(&id, look)?;
        Some((id, name, asked?))
    });
    match known {
        Some((id, name, asked)) => to_request(session, reply, &id, &name, &asked, here),
        None => to_nothing(session, reply),
    }
}

fn who(session: Session, reply: &Reply) -> El {
    let words = &session.later_words().ask;
    let name = &reply.head.name;
    let name = if name.is_empty() { words.reply_somebody.to_owned() } else { (words.reply_from)(name) };
    el("p").child(el("strong").text(&name))
}

fn to_request(
    session: Session,
    reply: &Reply,
    id: &str,
    name: &str,
    asked: &Asked,
    here: Option<&str>,
) -> Vec<El> {
    let words = &session.later_words().ask;
    let date = |iso: &str| clock::date(iso, session.language());
    let fields = asked.fields.iter().filter_map(|field| session.questionnaire.field_named(field));
    let fields: Vec<FieldIx> = fields.collect();
    let mine = session.shelf.with_document(id, |document| document.sheet.clone()).unwrap_or_default();
    let arrived = arrived(session.questionnaire, &mine, reply, Some(&fields));
    let again = (!asked.answered.is_empty()).then(|| p(&(words.reply_again)(&date(&asked.answered))));
    let withdrawn = (asked.state == AskState::Closed).then(|| p(words.reply_withdrawn));
    let to_list = (here != Some(id))
        .then(|| p("").child(link("", &Route::Ask(id.to_owned(), None).href(), words.to_requests)));
    let notice = el("div")
        .class("notice")
        .id("reply")
        .child(who(session, reply))
        .child(p(&(words.reply_to)(name, &date(&asked.made))))
        .child(p(words.reply_safe))
        .child(facts(session, reply, &arrived))
        .maybe(again)
        .maybe(withdrawn)
        .maybe(to_list);
    let number = reply.head.number;
    let before = asked.clone();
    let beside: Beside = Rc::new(move |document, comes| {
        document.change_asked(number, clock::millis(), |asked| {
            let (state, day) = if comes {
                (AskState::Answered, clock::today())
            } else {
                (before.state, before.answered.clone())
            };
            asked.state = state;
            asked.answered = day;
        });
    });
    let Arrived { sheet, fields, .. } = arrived;
    let marked = mark(session, id, number);
    let taking = takeover(session, id, Rc::new(sheet), Some(Rc::from(fields)), Some(beside));
    vec![notice, taking, marked, list(session, &reply.sheet, false)]
}

/// Where nothing is to be taken over, the request can be marked all the same.
fn mark(session: Session, id: &str, number: u32) -> El {
    let words = &session.later_words().ask;
    let id = id.to_owned();
    let shown = id.clone();
    let is_open = move || {
        let open = |document: &Document| {
            document.asked(number).is_some_and(|asked| asked.state != AskState::Answered)
        };
        session.shelf.with_document(&shown, open) == Some(true)
    };
    let said = RwSignal::new("");
    el("div")
        .when(is_open, move || {
            let id = id.clone();
            let act = button("button", words.done, move |_| {
                session.shelf.edit(&id, |document| {
                    document.change_asked(number, clock::millis(), |asked| {
                        asked.state = AskState::Answered;
                        asked.answered = clock::today();
                    });
                });
                said.set(words.reply_marked);
                dom::focus("#reply-marked");
            });
            el("p").child(act.id("reply-mark"))
        })
        .child(
            p("")
                .id("reply-marked")
                .attr("tabindex", "-1")
                .attr("role", "status")
                .live_text(move || said.get().to_owned()),
        )
}

/// The request is not on this device.
fn to_nothing(session: Session, reply: &Reply) -> Vec<El> {
    let words = &session.later_words().ask;
    let all = arrived(session.questionnaire, &Sheet::new(session.questionnaire), reply, None);
    let notice = el("div")
        .class("notice notice-warning")
        .id("reply")
        .child(who(session, reply))
        .child(p(words.reply_unknown))
        .child(p(words.reply_safe))
        .child(facts(session, reply, &all));
    let mut page = vec![notice];
    let chosen = RwSignal::new(String::new());
    let choice = choose(session, "reply-into", words.reply_into, None, None, move |id| chosen.set(id));
    if let Some(choice) = choice {
        let reply = reply.clone();
        let taking = move || {
            let id = chosen.get();
            untrack(|| {
                let mine = session.shelf.with_document(&id, |document| document.sheet.clone());
                let Some(mine) = mine else { return Vec::new() };
                let Arrived { sheet, fields, .. } = arrived(session.questionnaire, &mine, &reply, None);
                vec![takeover(session, &id, Rc::new(sheet), Some(Rc::from(fields)), None)]
            })
        };
        page.push(el("div").class("no-print").child(choice).child(el("div").live(taking)));
    }
    page.push(list(session, &reply.sheet, true));
    page
}

fn facts(session: Session, reply: &Reply, arrived: &Arrived) -> El {
    let words = &session.later_words().ask;
    let counts = [
        (words.reply_answered, arrived.answered, true),
        (words.reply_open, arrived.open, false),
        (words.reply_unasked, arrived.unasked, false),
        (words.reply_homeless, reply.homeless, false),
    ];
    let lines = counts.into_iter().filter(|(_, count, always)| *always || *count > 0);
    let lines: Vec<String> =
        lines.map(|(text, count, _)| text(u16::try_from(count).unwrap_or(u16::MAX))).collect();
    texts(lines.iter().map(String::as_str)).id("reply-facts")
}

/// Everything that was answered, to be read.
fn list(session: Session, sheet: &Sheet, open: bool) -> El {
    let words = &session.later_words().ask;
    let fold = details("reply-answers", words.reply_answers);
    let mut last: Option<QuestionIx> = None;
    let mut parts = Vec::new();
    for ((ix, field), (_, entry)) in session.questionnaire.fields().zip(sheet.entries()) {
        if entry.answer.is_none() && entry.note.is_empty() {
            continue;
        }
        let question = session.questionnaire.question_of(ix);
        if let Some((place, question)) = question.filter(|(place, _)| last.replace(*place) != Some(*place)) {
            last = Some(place);
            parts.push(h3(session.text(question.title)));
        }
        parts.push(el("dl").children(answer(session, field, Some(entry))));
    }
    let fold = fold.children(parts);
    if open { fold.attr("open", "") } else { fold }
}
