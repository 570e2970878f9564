//! What the profile sets aside, why, and the way back; and what to ask the provider.

use super::question::bring_back;
use crate::app::parts::copy_box;
use crate::app::reactive::{Get, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h1, h2, items, link, p, span};
use crate::flow::{Flow, Visibility};
use crate::model::{Question, Rule};
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
    let mut parts = Vec::new();
    for (place, rule) in (0..).zip(&questionnaire.rules) {
        let questions: Vec<&Question> = (questionnaire.questions())
            .filter(|(_, question)| {
                question
                    .fields
                    .clone()
                    .any(|field| flow.field(crate::model::FieldIx(field)) == Visibility::Aside(place))
            })
            .map(|(_, question)| question)
            .collect();
        if !questions.is_empty() {
            parts.extend(rule_view(session, id, place, rule, &questions));
        }
    }
    if parts.is_empty() {
        parts.push(p(words.nothing));
    }
    let back: Vec<El> = (questionnaire.questions())
        .filter(|(_, question)| {
            let is_back = |sheet: &crate::answers::Sheet| {
                question.fields.clone().any(|field| sheet.is_back(crate::model::FieldIx(field)))
            };
            session.with_sheet(is_back).unwrap_or(false)
        })
        .filter_map(|(ix, _)| {
            let question = questionnaire.question(ix)?;
            let away = button("quiet", words.away, move |_| bring_back(session, question, false))
                .attr("aria-label", &format!("{}: {}", words.away, session.text(question.title)));
            Some(line(session, id, question).text(" ").child(away))
        })
        .collect();
    if !back.is_empty() {
        parts.extend([h2(words.back_title), p(words.back_text), items("ul", "aside-list", back)]);
    }
    parts
}

fn line(session: Session, id: &str, question: &Question) -> El {
    let href = Route::Question(id.to_owned(), question.id.clone()).href();
    el("span").child(link("", &href, session.text(question.title)))
}

fn rule_view(session: Session, id: &str, place: u8, rule: &'static Rule, questions: &[&Question]) -> Vec<El> {
    let words = &session.later_words().aside;
    let count = u16::try_from(questions.len()).unwrap_or(u16::MAX);
    let title = if rule.ask.is_some() { words.provider } else { words.out };
    let all: Vec<&'static Question> =
        questions.iter().filter_map(|question| find(session, &question.id)).collect();
    let lines = all.iter().map(|question| {
        let question: &'static Question = question;
        let back =
            button("quiet", session.words().assess.bring_back, move |_| bring_back(session, question, true))
                .attr(
                    "aria-label",
                    &format!("{}: {}", session.words().assess.bring_back, session.text(question.title)),
                );
        line(session, id, question).text(" ").child(back)
    });
    let mut parts = vec![
        h2(session.text(rule.reason)).id(&format!("rule-{place}")),
        el("p").child(span("tag", title)).text(" ").text(&(words.count)(count)),
    ];
    if let Some(ask) = rule.ask {
        // Everything that is asked there, as a mail to whoever knows.
        let mut mail = format!("{}\n\n", session.text(ask));
        for (nr, field) in
            (1..).zip(all.iter().flat_map(|question| session.questionnaire.fields_of(question)))
        {
            // Writing to a String cannot fail.
            let _ = writeln!(mail, "{nr}. {}", session.text(field.1.ask));
        }
        parts.push(copy_box(session, &format!("ask-{place}"), words.mail, &mail));
    }
    parts.push(crate::app::ui::details("", words.questions).child(items("ul", "aside-list", lines)));
    parts
}

fn find(session: Session, id: &str) -> Option<&'static Question> {
    session.questionnaire.question_named(id).and_then(|ix| session.questionnaire.question(ix))
}
