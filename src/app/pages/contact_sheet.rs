//! The contact sheet of the emergency page: filled in beforehand, kept on this device, printed and put beside the telephone.

use super::result::section;
use crate::answers::Json;
use crate::app::browser::storage::{self, StorageError};
use crate::app::browser::{clock, json};
use crate::app::reactive::{Get, GetUntracked, RwSignal, Set};
use crate::app::session::Session;
use crate::app::ui::{El, el, p, text_of};
use crate::model::Emergency;

type Lines = Vec<(String, String)>;

pub(super) fn contact_sheet(session: Session, emergency: &'static Emergency) -> El {
    let words = &session.later_words().emergency;
    let stored = storage::contacts().ok().flatten().and_then(|text| json::parse(&text));
    let stored = if let Some(Json::Object(parts)) = stored { parts } else { Vec::new() };
    let lines: Lines =
        stored.into_iter().filter_map(|(id, text)| Some((id, text.text()?.to_owned()))).collect();
    let lines = RwSignal::new(lines);
    // "" before the first change.
    let saved = RwSignal::new("");
    let rows = emergency.sheet.iter().map(|line| {
        let id = line.id.as_str();
        let input_id = format!("sheet-{id}");
        let hint_id = format!("{input_id}-hint");
        let value = move || {
            let known = |(known, text): &(String, String)| (known == id).then(|| text.clone());
            lines.get().iter().find_map(known).unwrap_or_default()
        };
        let change = move |event: web_sys::Event| {
            let text = text_of(&event);
            let words = &session.words().storage;
            let stored = store_line(id, &text, &lines.get_untracked());
            saved.set(if stored.is_ok() { words.saved } else { words.not_saved });
            let mut all = lines.get_untracked();
            all.retain(|(known, _)| known != id);
            all.push((id.to_owned(), text));
            lines.set(all);
        };
        let input = el("input").attr("type", "text").id(&input_id).attr("aria-describedby", &hint_id);
        el("div")
            .class("sheet-line")
            .child(el("label").attr("for", &input_id).text(session.text(line.label)))
            .child(p(session.text(line.hint)).class("hint").id(&hint_id))
            .child(input.value(value).on("input", change))
    });
    section("sheet", words.sheet)
        .class("sheet")
        .child(p(words.sheet_text))
        .child(
            el("p").class("saved no-print").attr("role", "status").live_text(move || saved.get().to_owned()),
        )
        .child(el("div").class("sheet-lines").children(rows))
}

/// Changes one line of what is stored, so that lines written in another tab, or by a later version, stay.
pub(super) fn store_line(id: &str, text: &str, shown: &Lines) -> Result<(), StorageError> {
    let mut parts = match storage::contacts()?.map(|text| json::parse(&text)) {
        Some(Some(Json::Object(parts))) => parts,
        // What cannot be read is kept elsewhere before this takes its place.
        Some(_) => storage::keep_contacts_aside(&clock::now()).map(|()| as_json(shown))?,
        None => as_json(shown),
    };
    parts.retain(|(known, _)| known != id);
    if !text.is_empty() {
        parts.push((id.to_owned(), Json::Text(text.to_owned())));
    }
    storage::set_contacts(&Json::Object(parts).write())
}

fn as_json(lines: &Lines) -> Vec<(String, Json)> {
    lines
        .iter()
        .filter(|(_, text)| !text.is_empty())
        .map(|(id, text)| (id.clone(), Json::Text(text.clone())))
        .collect()
}
