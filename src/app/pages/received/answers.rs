//! Answers that came as a link: the result they give, and what can be done with them.

use super::origin;
use crate::advise::basis;
use crate::answers::{Note, Sheet};
use crate::app::browser::address;
use crate::app::pages::comparing::{Side, choose, compared};
use crate::app::pages::guide::guide;
use crate::app::pages::result::{result_view, section};
use crate::app::pages::review::answers;
use crate::app::pages::takeover::takeover;
use crate::app::reactive::{Get, RwSignal, Set, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h1, p, texts};
use crate::compare::{Pair, Texts};
use crate::flow::Flow;
use crate::link::{Answers, Content};
use crate::route::Route;
use std::rc::Rc;

pub(super) fn answers_page(session: Session, received: Answers) -> Vec<El> {
    let words = session.later_words();
    let flow = Flow::new(session.questionnaire, &received.sheet);
    let pack = basis(session.questionnaire, &received.sheet, &flow);
    let list = answers(session, pack, &received.sheet, &flow, None, false);
    let mut page = vec![h1(words.receive.title), banner(session, &received)];
    page.extend(result_view(session, pack, &received.sheet, &flow, None));
    page.push(details("received-answers", words.receive.answers).children(list));
    page.extend(plan(session, &received.plan));
    let told = Content::Answers(received.clone()).disclosed();
    let compare = if told.texts + told.notes > 0 { Texts::Compared } else { Texts::LeftOut };
    let name =
        if received.head.name.is_empty() { words.arrive.received.to_owned() } else { received.head.name };
    let sheet = Rc::new(received.sheet);
    page.extend([comparison(session, name, Rc::clone(&sheet), compare), taking(session, &sheet)]);
    page
}

/// That this is somebody else's, and the way to make it one's own.
fn banner(session: Session, received: &Answers) -> El {
    let words = &session.later_words().receive;
    let (sheet, plan, name) = (received.sheet.clone(), received.plan.clone(), received.head.name.clone());
    let take_over = move |_| {
        let name = if name.is_empty() { words.taken_name.to_owned() } else { name.clone() };
        let id = session.begin(Some(name), sheet.clone());
        if !plan.is_empty() {
            session.shelf.edit(&id, |document| document.plan.clone_from(&plan));
        }
        address::go(&Route::Result(id, None));
    };
    let homeless = u16::try_from(received.homeless).unwrap_or(u16::MAX);
    el("div")
        .class("notice")
        .id("received")
        .child(p(words.banner))
        .children(origin(session, &received.head))
        .maybe((homeless > 0).then(|| p(&(words.homeless)(homeless))))
        .child(el("p").class("no-print").child(button("button", words.take_over, take_over).id("take-over")))
        .child(p(words.take_over_text).class("hint no-print"))
}

/// What was noted about advice.
fn plan(session: Session, plan: &[(String, Note)]) -> Option<El> {
    let words = session.later_words();
    let guide = guide(session).filter(|_| !plan.is_empty())?;
    let lines = plan.iter().map(|(id, note)| {
        let advice = guide.advice.iter().find(|advice| advice.id == *id);
        let title = advice.map_or(words.arrive.unknown_part, |advice| session.text(advice.title));
        let state = words.plan.states.get(note.progress as usize).copied().unwrap_or_default();
        let parts = [state, &note.owner, &note.due, &note.text];
        let parts: Vec<&str> = parts.into_iter().filter(|part| !part.is_empty()).collect();
        format!("{title} / {}", parts.join(" / "))
    });
    let lines: Vec<String> = lines.collect();
    let list = texts(lines.iter().map(String::as_str));
    Some(details("", words.arrive.plan).child(p(words.arrive.plan_taken).class("hint")).child(list))
}

/// Side by side with an assessment of this device.
fn comparison(session: Session, name: String, theirs: Rc<Sheet>, texts: Texts) -> El {
    let words = &session.later_words().arrive;
    let chosen = RwSignal::new(String::new());
    let view = section("compare-title", words.compare).class("no-print");
    let Some(choice) =
        choose(session, "compare-mine", words.compare_with, None, None, move |id| chosen.set(id))
    else {
        return view.child(p(words.none_here));
    };
    let compared = move || {
        let id = chosen.get();
        untrack(|| {
            let mine = session.shelf.with_document(&id, |mine| (mine.name.clone(), mine.sheet.clone()));
            let Some(((mine, sheet), guide)) = mine.zip(guide(session)) else { return Vec::new() };
            let sides = Pair {
                here: Side { name: &mine, sheet: &sheet },
                there: Side { name: &name, sheet: &theirs },
            };
            compared(session, guide, sides, texts, Some(&id))
        })
    };
    view.child(choice).child(el("div").live(compared))
}

/// Chapters into an assessment of this device.
fn taking(session: Session, theirs: &Rc<Sheet>) -> El {
    let words = session.later_words();
    let chosen = RwSignal::new(String::new());
    let view = section("take-title", words.arrive.take).class("no-print");
    let Some(choice) =
        choose(session, "take-into", words.arrive.take_into, None, None, move |id| chosen.set(id))
    else {
        return view.child(p(words.arrive.none_here));
    };
    let theirs = Rc::clone(theirs);
    let taking = move || {
        let id = chosen.get();
        if id.is_empty() {
            return Vec::new();
        }
        untrack(|| vec![takeover(session, &id, Rc::clone(&theirs), None, None)])
    };
    view.child(p(words.takeover.lead)).child(choice).child(el("div").live(taking))
}
