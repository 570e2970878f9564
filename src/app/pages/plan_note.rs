//! What a shop notes about an advice: who does it, by when, how far it is. Kept on this device.

use crate::answers::{Note, Progress};
use crate::app::browser::clock;
use crate::app::parts::question_link;
use crate::app::session::Session;
use crate::app::ui::{El, el, p, text_of};
use crate::model::Advice;

/// The boxes to note it in.
pub(super) fn note_inputs(session: Session, advice: &'static Advice) -> El {
    let words = &session.later_words().plan;
    let id = advice.id.as_str();
    let read = move |pick: fn(&Note) -> String| move || read_note(session, advice, pick);
    let label = |name: &str, text: &str| el("label").attr("for", &format!("{name}-{id}")).text(text);
    let states = Progress::ALL.iter().zip(words.states).map(|(state, text)| {
        let option = el("option").attr("value", state.name()).text(text);
        let now = read_note(session, advice, |note| note.progress.name().to_owned());
        if now == state.name() { option.attr("selected", "") } else { option }
    });
    let state = el("select").id(&format!("state-{id}")).children(states).on("change", move |event| {
        let state = Progress::from_name(&text_of(&event)).unwrap_or_default();
        write_note(session, advice, move |note| note.progress = state);
    });
    let input = |name: &str, kind: &str| {
        el("input").attr("type", kind).id(&format!("{name}-{id}")).attr("autocomplete", "off")
    };
    let owner = input("owner", "text")
        .value(read(|note| note.owner.clone()))
        .on("input", move |event| write_note(session, advice, |note| note.owner = text_of(&event)));
    let due = input("due", "date")
        .value(read(|note| note.due.clone()))
        .on("input", move |event| write_note(session, advice, |note| note.due = text_of(&event)));
    let text = input("note", "text")
        .value(read(|note| note.text.clone()))
        .on("input", move |event| write_note(session, advice, |note| note.text = text_of(&event)));
    let cell = |label: El, input: El| el("div").child(label).child(input);
    let done = move || read_note(session, advice, |note| note.progress.name().to_owned()) == "done";
    let question = advice.fields.first().and_then(|ix| session.questionnaire.question_of(*ix));
    let again = move || {
        let way = session.open_id().zip(question);
        let way = way.map(|(id, (_, question))| question_link(session, &id, question));
        p(words.answer_again).class("hint").maybe(way)
    };
    el("div")
        .class("plan-note no-print")
        .attr("role", "group")
        .attr("aria-label", &(words.note_for)(session.text(advice.title)))
        .child(cell(label("state", words.state), state))
        .child(cell(label("owner", words.owner), owner))
        .child(cell(label("due", words.due), due))
        .child(cell(label("note", words.note), text))
        .child(el("div").class("plan-again").when(done, again))
}

/// The same as words, with room to write where nothing is noted yet.
pub(super) fn note_on_paper(session: Session, advice: &'static Advice) -> El {
    let words = &session.later_words().plan;
    let line = move |title: &str, pick: fn(Session, &Note) -> String| {
        let text = move || read_note(session, advice, |note| pick(session, note));
        el("div").child(el("dt").text(title)).child(el("dd").live_text(text))
    };
    el("dl")
        .class("noted")
        .child(line(words.state, |session, note| {
            let states = session.later_words().plan.states;
            states.get(note.progress as usize).copied().unwrap_or_default().to_owned()
        }))
        .child(line(words.owner, |_, note| note.owner.clone()))
        .child(line(words.due, |session, note| match note.due.as_str() {
            "" => String::new(),
            due => clock::date(due, session.language()),
        }))
        .child(line(words.note, |_, note| note.text.clone()))
}

fn read_note(session: Session, advice: &Advice, pick: impl FnOnce(&Note) -> String) -> String {
    let note = session.with_document(|document| document.note_of(&advice.id, &advice.formerly)).flatten();
    pick(&note.unwrap_or_default())
}

fn write_note(session: Session, advice: &Advice, change: impl FnOnce(&mut Note)) {
    session.edit_document(|document| {
        document.take_over_notes(&advice.id, &advice.formerly);
        document.change_note(&advice.id, change);
    });
}
