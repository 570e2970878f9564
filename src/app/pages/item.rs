//! One assessment in the list.

use crate::answers::Document;
use crate::app::browser::{clock, dom, storage};
use crate::app::parts::progress_bar;
use crate::app::reactive::{Get, RwSignal, Set, Update, WithUntracked};
use crate::app::session::Session;
use crate::app::ui::{El, button, el, h3, link, p, submit, text_of};
use crate::flow::Flow;
use crate::model::{PackIx, QuestionIx};
use crate::route::Route;

pub(super) fn item(session: Session, id: String) -> El {
    let document = session.shelf.with_document(&id, Clone::clone);
    document.map_or_else(|| el("div"), |document| article(session, id, &document))
}

fn article(session: Session, id: String, document: &Document) -> El {
    let shelf = session.shelf;
    let words = &session.words().home;
    let flow = Flow::new(session.questionnaire, &document.sheet);
    let place = document.place.as_deref().and_then(|place| session.questionnaire.question_named(place));
    // An answer to somebody's questions is one page, and has neither score nor copies.
    let own = !document.is_reply();
    let progress = own.then(|| {
        let progress = flow.total(session.questionnaire, &document.sheet, pack_of(session, place));
        progress_bar(session, progress, session.words().assess.whole_progress)
    });
    let date = clock::date(&document.changed, session.language());
    let resume =
        if own { resume_at(session, &id, place, document, &flow) } else { Route::Answer(id.clone()) };
    let result = own.then(|| link("button", &Route::Result(id.clone(), None).href(), words.result));
    // A name that was being typed when the page was loaded again.
    let renaming = RwSignal::new(storage::draft(&draft_of(&id)).is_some());
    let rename = button("quiet", words.rename, move |_| renaming.update(|on| *on = !*on))
        .live_attr("aria-expanded", move || Some(if renaming.get() { "true" } else { "false" }));
    let copy = document.clone();
    let duplicate = move |_| {
        session.begin(Some((words.copy_name)(&copy.name)), copy.sheet.clone());
    };
    let deleted = id.clone();
    let delete = move |_| {
        shelf.delete(&deleted);
        dom::focus("#undo button");
    };
    let actions = el("div")
        .class("actions")
        .attr("role", "group")
        .attr("aria-label", &(words.actions_for)(&document.name))
        .child(link("button button-main", &resume.href(), words.resume))
        .maybe(result)
        .child(rename)
        .maybe(own.then(|| button("quiet", words.duplicate, duplicate)))
        .child(button("quiet", words.delete, delete));
    let name = document.name.clone();
    el("article")
        .class("item")
        .child(h3(&name))
        .maybe(progress)
        .child(p(&(words.changed)(&date)).class("hint"))
        .child(actions)
        .when(move || renaming.get(), move || rename_form(session, &id, &name, renaming))
}

/// The pack that is being answered: that of the question looked at last, but not the profile, which is only the way in.
fn pack_of(session: Session, place: Option<QuestionIx>) -> PackIx {
    let pack = place.and_then(|ix| session.questionnaire.pack_of(ix)).map(|(ix, _)| ix);
    pack.filter(|ix| ix.0 > 0).unwrap_or(PackIx(1))
}

/// Where answering goes on: where one was, or the first open question, or the list of packs.
fn resume_at(
    session: Session,
    id: &str,
    place: Option<QuestionIx>,
    document: &Document,
    flow: &Flow,
) -> Route {
    let questionnaire = session.questionnaire;
    let question = place.or_else(|| flow.next_open(questionnaire, &document.sheet, PackIx(0), None));
    let name = question.and_then(|ix| questionnaire.question(ix)).map(|question| question.id.clone());
    name.map_or_else(|| Route::Packs(id.to_owned()), |name| Route::Question(id.to_owned(), name))
}

fn draft_of(id: &str) -> String {
    format!("name-{id}")
}

fn rename_form(session: Session, id: &str, old: &str, renaming: RwSignal<bool>) -> El {
    let shelf = session.shelf;
    let words = &session.words().home;
    let draft = draft_of(id);
    let name = RwSignal::new(storage::draft(&draft).unwrap_or_else(|| old.to_owned()));
    let (typed, saved, dropped) = (draft.clone(), draft.clone(), draft);
    let missing = RwSignal::new(false);
    let input_id = format!("name-{id}");
    let label = el("label").attr("for", &input_id).text(words.new_name);
    let input = el("input")
        .attr("type", "text")
        .id(&input_id)
        .attr("maxlength", "60")
        .attr("autocomplete", "off")
        .live_attr("aria-invalid", move || missing.get().then_some("true"))
        .live_attr("aria-describedby", move || missing.get().then_some("name-error"))
        .value(move || name.get())
        .on("input", move |event| {
            name.set(text_of(&event));
            storage::set_draft(&typed, &text_of(&event));
        });
    let id = id.to_owned();
    let save = move |event: web_sys::Event| {
        event.prevent_default();
        let new = name.with_untracked(|name| name.trim().to_owned());
        missing.set(new.is_empty());
        if new.is_empty() {
            dom::focus_id(&input_id);
        } else {
            storage::set_draft(&saved, "");
            shelf.edit(&id, |document| document.name = new);
            dom::focus("h1");
        }
    };
    dom::focus(".rename input");
    el("form")
        .class("rename")
        .attr("novalidate", "")
        .on("submit", save)
        .child(label)
        .when(
            move || missing.get(),
            move || p(words.name_needed).class("error").id("name-error").attr("role", "alert"),
        )
        .child(input)
        .child(submit("button", words.save_name))
        .child(button("quiet", words.cancel, move |_| {
            storage::set_draft(&dropped, "");
            renaming.set(false);
        }))
}
