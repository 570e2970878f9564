//! What the profile sets aside, why, and the way back; and what to ask the provider.

use super::question::bring_back;
use crate::app::parts::{copy_box, question_link};
use crate::app::reactive::{Get, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, button, details, el, h1, h2, items, link, p, span};
use crate::flow::{Flow, Visibility};
use crate::model::{FieldIx, Question, Rule};
use crate::route::Route;
use std::fmt::Write;

pub(super) fn aside(session: Session, id: &str) -> Vec<El> {
    let words = &session.later_words().aside;
    let id = id.to_owned();
    let list = move || {
        let flow = session.flow.get();
        untrack(|| view(session, &id, &flow))
    };
    vec![h1(words.title), p(words.lead).class("lead"), el("div").live(list)]
}

fn view(session: Session, id: &str, flow: &Flow) -> Vec<El> {
    let questionnaire = session.questionnaire;
    let words = &session.later_words().aside;
    // Each by the page it belongs to, not by those that use its fields.
    let with = |holds: &dyn Fn(FieldIx) -> bool| -> Vec<&'static Question> {
        let own = |question: &Question| question.fields.clone().any(|field| holds(FieldIx(field)));
        questionnaire.questions.iter().filter(|question| own(question)).collect()
    };
    let mut parts = Vec::new();
    for (place, rule) in (0..).zip(&questionnaire.rules) {
        let questions = with(&|field| flow.field(field) == Visibility::Aside(place));
        if !questions.is_empty() {
            parts.extend(rule_view(session, id, place, rule, &questions));
        }
    }
    if parts.is_empty() {
        parts.push(p(words.nothing));
    }
    let back = with(&|field| session.with_sheet(|sheet| sheet.is_back(field)) == Some(true));
    let back: Vec<El> =
        back.into_iter().map(|question| line(session, id, question, words.away, false)).collect();
    if !back.is_empty() {
        parts.extend([h2(words.back_title), p(words.back_text), items("ul", "aside-list", back)]);
    }
    parts
}

/// A question, and a button that brings it back or lets it go again.
fn line(session: Session, id: &str, question: &'static Question, label: &str, back: bool) -> El {
    let name = format!("{label}: {}", session.text(question.title));
    let act = button("quiet", label, move |_| bring_back(session, question, back)).attr("aria-label", &name);
    el("span").child(question_link(session, id, question)).text(" ").child(act)
}

fn rule_view(
    session: Session,
    id: &str,
    place: u8,
    rule: &'static Rule,
    questions: &[&'static Question],
) -> Vec<El> {
    let words = &session.later_words().aside;
    let count = u16::try_from(questions.len()).unwrap_or(u16::MAX);
    let title = if rule.ask.is_some() { words.provider } else { words.out };
    let bring_back = session.words().assess.bring_back;
    let lines = questions.iter().map(|question| line(session, id, question, bring_back, true));
    let mut parts = vec![
        h2(session.text(rule.reason)).class("rule").id(&format!("rule-{place}")),
        el("p").child(span("tag", title)).text(" ").text(&(words.count)(count)),
    ];
    if let Some(ask) = rule.ask {
        // Everything that is asked there, as a mail to whoever knows.
        let mut mail = format!("{}\n\n", session.text(ask));
        for (nr, field) in
            (1..).zip(questions.iter().flat_map(|question| session.questionnaire.fields_of(question)))
        {
            // Writing to a String cannot fail.
            let _ = writeln!(mail, "{nr}. {}", session.text(field.1.ask));
        }
        parts.push(copy_box(session, &format!("ask-{place}"), words.mail, &mail));
        let route = Route::Ask(id.to_owned(), Some(format!("rule-{place}")));
        let label = session.later_words().ask.link;
        parts.push(p("").child(link("button", &route.href(), label).id(&format!("ask-link-{place}"))));
    }
    parts.push(details("", words.questions).child(items("ul", "aside-list", lines)));
    parts
}
