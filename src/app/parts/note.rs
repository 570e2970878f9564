//! What whoever answers wants to say beside the answer: one note a question, kept with its first field.

use crate::app::session::Session;
use crate::app::ui::{El, details, el, p, text_of};
use crate::model::{Field, FieldIx};

/// The box for a note, unfolded where there is one. `None` for a question that is nothing but a box for text.
pub(in crate::app) fn note_box(session: Session, fields: &[(FieldIx, &'static Field)]) -> Option<El> {
    let words = &session.words().answer;
    note_box_with(session, fields, words.note, words.note_hint)
}

/// The same under another name, and with other words about who reads it.
pub(in crate::app) fn note_box_with(
    session: Session,
    fields: &[(FieldIx, &'static Field)],
    label: &'static str,
    hint_text: &'static str,
) -> Option<El> {
    let (ix, field) = *fields.iter().find(|(_, field)| !field.is_text())?;
    let read = move || {
        session
            .with_sheet(|sheet| sheet.entry(ix).map(|entry| entry.note.clone()))
            .flatten()
            .unwrap_or_default()
    };
    let id = format!("note-{}", field.id);
    let hint = format!("{id}-hint");
    let area = el("textarea")
        .id(&id)
        .attr("rows", "3")
        .attr("aria-label", label)
        .attr("aria-describedby", &hint)
        .value(read)
        .on("input", move |event| session.edit(|sheet| sheet.set_note(ix, &text_of(&event))));
    let noted = crate::app::reactive::untrack(|| !read().is_empty());
    let fold = details("note-box", label).child(p(hint_text).class("hint").id(&hint)).child(area);
    Some(if noted { fold.attr("open", "") } else { fold })
}
