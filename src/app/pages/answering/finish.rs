//! Sending the answers back: as a link or as a file, when the one who answers wants it.

use super::Answering;
use crate::answers::Document;
use crate::app::browser::{address, clock, dom, download};
use crate::app::pages::result::section;
use crate::app::pages::sharing::link_box;
use crate::app::parts::copy_box;
use crate::app::reactive::{Get, RwSignal, Set, untrack};
use crate::app::ui::{El, button, el, p};
use crate::asking;
use crate::calendar::Date;
use crate::flow::Progress;
use crate::link::{self, Content, Disclosed, Head, Reply};

/// `counted` says how many of the questions are answered.
pub(super) fn finish(answering: &Answering, counted: impl Fn() -> Progress + 'static) -> El {
    let session = answering.session;
    let words = &session.later_words().answer_ask;
    // The link as it was made; it is not shown any longer once the answers are others.
    let made = RwSignal::new(None::<Option<String>>);
    let making = answering.clone();
    let make = move |_| {
        made.set(untrack(|| making.reply()).map(|reply| fragment(&making, &reply)));
        dom::focus("#share-link, #answer-trouble");
    };
    let saving = answering.clone();
    let save = move |_| {
        if let Some(reply) = untrack(|| saving.reply()) {
            let text = asking::write(session.questionnaire, &reply);
            download::save(&format!("{}.json", words.file_name), "application/json", &text);
        }
    };
    let showing = answering.clone();
    let outcome = move || {
        let Some(link) = made.get() else { return Vec::new() };
        let now = showing.reply().map(|reply| fragment(&showing, &reply));
        untrack(|| match link {
            None => vec![
                p(words.too_long).class("notice notice-error").id("answer-trouble").attr("tabindex", "-1"),
            ],
            Some(_) if now.as_ref() != Some(&link) => vec![p(words.stale).class("notice notice-warning")],
            Some(link) => {
                let mail = format!("{}\n\n{}\n", words.mail_text, address::link(&link));
                vec![
                    p(words.made),
                    link_box(session, words.link, &link),
                    copy_box(session, "answer-mail", words.mail, &mail),
                    p(words.afterwards).class("hint"),
                ]
            }
        })
    };
    let open = move || {
        let Progress { asked, answered, .. } = counted();
        if asked > answered { (words.still_open)(asked - answered, asked) } else { String::new() }
    };
    let saying = answering.clone();
    let says_nothing = move || saying.reply().is_none_or(|reply| says_nothing(&reply));
    let has_something = {
        let says_nothing = says_nothing.clone();
        move || !says_nothing()
    };
    let label = move || (if made.get().is_none() { words.make } else { words.make_again }).to_owned();
    section("answer-finish", words.finish)
        .class("no-print")
        .child(p(words.finish_text))
        .child(p("").class("hint").id("answer-open").live_text(open))
        .when(says_nothing, move || p(words.empty).class("hint"))
        .when(has_something, move || {
            let (make, save) = (make.clone(), save.clone());
            el("p")
                .class("actions")
                .child(button("button button-main", "", make).id("answer-make").live_text(label))
                .child(button("button", words.file, save).id("answer-file"))
        })
        .child(el("div").live(outcome))
}

fn says_nothing(reply: &Reply) -> bool {
    let Disclosed { answers, texts, notes, .. } = Content::Reply(reply.clone()).disclosed();
    answers + texts + notes == 0
}

/// The link; `None` when a link cannot hold that much.
fn fragment(answering: &Answering, reply: &Reply) -> Option<String> {
    link::write(answering.session.questionnaire, &Content::Reply(reply.clone())).ok()
}

impl Answering {
    /// The answers as they would be handed over now: of what was asked, and only what is shown.
    fn reply(&self) -> Option<Reply> {
        let questionnaire = self.session.questionnaire;
        let day = Date::parse(&clock::today()).and_then(Head::day_of);
        let shown = self.shown_now();
        let write = |document: &Document| {
            let by = document.reply_to().map(|reply| reply.by).unwrap_or_default();
            let request = link::Request { fields: shown.clone(), ..(*self.request).clone() };
            Reply::new(questionnaire, &request, by.trim(), day, &document.sheet).0
        };
        self.session.shelf.with_document(&self.id, write)
    }
}
