//! A sheet as a link, permanently: a link of any past version opens forever. `docs/link-format.md` is the definition.
//!
//! What does not travel: free text, and answers to fields that are not asked.

mod adaptive;
mod answers;
mod envelope;
mod range_coder;

pub use envelope::LinkError;

use crate::answers::{Answer, Sheet};
use crate::flow::{Flow, Visibility};
use crate::model::{FieldIx, Questionnaire};
use envelope::Envelope;

/// The fragment (without `#`) that carries the asked answers of a sheet.
pub fn encode(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow) -> String {
    encode_where(questionnaire, sheet, |field| flow.asks(field))
}

fn encode_where(questionnaire: &Questionnaire, sheet: &Sheet, chosen: impl Fn(FieldIx) -> bool) -> String {
    let table = &questionnaire.slots;
    let mut by_slot: Vec<Option<&Answer>> = vec![None; table.entries.len()];
    for (ix, field) in questionnaire.fields().filter(|(ix, _)| chosen(*ix)) {
        if let Some(place) = field.slot.and_then(|slot| by_slot.get_mut(usize::from(slot))) {
            *place = sheet.answer(ix);
        }
    }
    let revision = table.revision();
    let body = answers::encode(table, revision, &by_slot);
    Envelope { pack: questionnaire.number, revision, body }.write()
}

/// The sheet of a link. Answers that the questionnaire of today has no field or option for are left out; their number
/// is given beside the sheet.
///
/// # Errors
/// [`LinkError`] says what is wrong with the link.
pub fn decode(questionnaire: &Questionnaire, fragment: &str) -> Result<(Sheet, usize), LinkError> {
    let envelope = Envelope::read(fragment)?;
    if envelope.pack != questionnaire.number {
        return Err(LinkError::OtherQuestionnaire);
    }
    let table = &questionnaire.slots;
    match envelope.revision {
        0 => return Err(LinkError::Damaged),
        newer if newer > table.revision() => return Err(LinkError::Newer),
        _ => {}
    }
    let by_slot = answers::decode(table, envelope.revision, &envelope.body).ok_or(LinkError::Damaged)?;
    let mut sheet = Sheet::new(questionnaire);
    let mut homeless = 0;
    for (slot, answer) in (0_u16..).zip(by_slot).filter(|(_, answer)| answer.is_some()) {
        let field = questionnaire.fields().find(|(_, field)| field.slot == Some(slot));
        if !field.is_some_and(|(ix, _)| sheet.set(questionnaire, ix, answer)) {
            homeless += 1;
        }
    }
    // Whoever made the link was asked: what the profile would set aside here was brought back there. A follow-up comes
    // to light only once what it follows is back, so again until nothing more does.
    loop {
        let flow = Flow::new(questionnaire, &sheet);
        let aside =
            |ix: &FieldIx| matches!(flow.field(*ix), Visibility::Aside(_)) && sheet.answer(*ix).is_some();
        let aside: Vec<FieldIx> = questionnaire.fields().map(|(ix, _)| ix).filter(aside).collect();
        if aside.is_empty() {
            return Ok((sheet, homeless));
        }
        for ix in aside {
            sheet.set_back(ix, true);
        }
    }
}

/// Whether a fragment wants to be a result link of any version, rather than an address within the page.
pub fn looks_like_link(fragment: &str) -> bool {
    envelope::version(fragment).is_some()
}
