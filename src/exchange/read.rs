//! Reading a file, and saying what is wrong with it.

use super::backup::{FORMAT, KIND};
use super::parse::{Fault, parse};
use crate::answers::{DEEPEST, Json, Restored, Unreadable, restore_json};
use crate::model::Questionnaire;

/// The largest file that is looked at, in bytes. Browsers keep about 5 MB for a page.
pub const LARGEST: u32 = 20_000_000;

/// What a file calls itself by which shops are compared. It is read elsewhere, with the result.
pub const REFERENCE: &str = "reference";

/// How deep a file may be nested at all: more than any document, so that a single one that is too deep can be told.
const DEEP: u8 = 32;

/// Why a file, or an assessment in it, cannot be taken in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// There is nothing in it.
    Empty,
    /// Not a file of this page.
    Foreign,
    /// A file of this page, of a kind that belongs elsewhere.
    OtherKind,
    /// A file by which shops are compared: it belongs to the result.
    Reference,
    /// Written by a newer version.
    Newer,
    /// With another questionnaire.
    OtherQuestionnaire,
    /// It ends in the middle.
    CutOff,
    /// Broken at a line and column, from 1.
    Broken(usize, usize),
    /// Saved by another program in another character set, from this line on.
    Letters(usize),
    /// It can be read, but parts are missing or of the wrong kind.
    Damaged,
    /// Nested deeper than anything this page writes.
    TooDeep,
    /// Larger than what is looked at.
    TooLarge,
}

/// An assessment in a file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Item {
    /// Its id on the device it comes from; none if the file does not tell, or not a sane one.
    pub id: Option<String>,
    /// What it is called there.
    pub name: String,
    /// The document, or why it cannot be read.
    pub content: Result<Restored, Refusal>,
}

/// What was found in a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Incoming {
    /// When the file was written, if it tells.
    pub written: Option<String>,
    /// The assessments.
    pub items: Vec<Item>,
    /// The lines of the contact sheet.
    pub contacts: Vec<(String, String)>,
    /// Names of parts that this version does not know: they stay behind, and that has to be said.
    pub unknown: Vec<String>,
}

/// Reads a file.
///
/// # Errors
/// [`Refusal`] says what is wrong with it.
pub fn read(bytes: &[u8], questionnaire: &Questionnaire) -> Result<Incoming, Refusal> {
    if bytes.len() > usize::try_from(LARGEST).unwrap_or(usize::MAX) {
        return Err(Refusal::TooLarge);
    }
    let text = text_of(bytes)?;
    let json = parse(text, DEEP).map_err(|fault| match fault {
        Fault::CutOff => Refusal::CutOff,
        Fault::Broken(line, column) => Refusal::Broken(line, column),
        Fault::TooDeep => Refusal::TooDeep,
        Fault::TooMany => Refusal::TooLarge,
    })?;
    match json.get("ec-checkup") {
        Some(Json::Text(kind)) if kind == KIND => read_backup(&json, questionnaire),
        Some(Json::Text(kind)) if kind == REFERENCE => Err(Refusal::Reference),
        Some(Json::Text(_)) => Err(Refusal::OtherKind),
        _ if json.get("format").is_some() && json.get("pack").is_some() => {
            let item = read_document(None, &json, questionnaire);
            item.content.as_ref().map(|_| ()).map_err(|refusal| *refusal)?;
            Ok(Incoming { items: vec![item], ..Incoming::default() })
        }
        _ => Err(Refusal::Foreign),
    }
}

/// The text of a file that might be ours: all of them begin with a bracket.
fn text_of(bytes: &[u8]) -> Result<&str, Refusal> {
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace()).ok_or(Refusal::Empty)?;
    if *first != b'{' {
        return Err(Refusal::Foreign);
    }
    std::str::from_utf8(bytes).map_err(|error| {
        let good = bytes.get(..error.valid_up_to()).unwrap_or_default();
        let lines = good.split(|byte| *byte == b'\n').count();
        // A character at the very end of which a part is missing.
        if error.error_len().is_none() { Refusal::CutOff } else { Refusal::Letters(lines) }
    })
}

fn read_backup(json: &Json, questionnaire: &Questionnaire) -> Result<Incoming, Refusal> {
    const KNOWN: [&str; 5] = ["ec-checkup", "format", "written", "assessments", "contacts"];
    match json.get("format") {
        Some(Json::Number(digits)) => match digits.parse::<u32>() {
            Err(_) | Ok(0) => return Err(Refusal::Damaged),
            Ok(format) if format > FORMAT => return Err(Refusal::Newer),
            Ok(_) => {}
        },
        _ => return Err(Refusal::Damaged),
    }
    let mut incoming = Incoming {
        written: json.get("written").and_then(Json::text).map(str::to_owned),
        ..Incoming::default()
    };
    match json.get("assessments") {
        Some(Json::List(list)) => {
            for entry in list {
                let id = entry.get("id").and_then(Json::text);
                incoming.items.push(match entry.get("document") {
                    Some(document) => read_document(id, document, questionnaire),
                    None => Item { id: None, name: String::new(), content: Err(Refusal::Damaged) },
                });
            }
        }
        None => {}
        Some(_) => return Err(Refusal::Damaged),
    }
    match json.get("contacts") {
        Some(Json::Object(lines)) => {
            for (id, line) in lines {
                match line.text() {
                    Some(text) => incoming.contacts.push((id.clone(), text.to_owned())),
                    None => incoming.unknown.push(format!("contacts.{id}")),
                }
            }
        }
        None => {}
        Some(_) => return Err(Refusal::Damaged),
    }
    if let Json::Object(parts) = json {
        let unknown = parts.iter().map(|(name, _)| name).filter(|name| !KNOWN.contains(&name.as_str()));
        incoming.unknown.extend(unknown.cloned());
    }
    Ok(incoming)
}

fn read_document(id: Option<&str>, json: &Json, questionnaire: &Questionnaire) -> Item {
    // Deeper ones could be kept, but not be read again.
    let content = if is_deeper(json, DEEPEST) {
        Err(Refusal::TooDeep)
    } else {
        restore_json(json, questionnaire).map_err(|reason| match reason {
            Unreadable::Damaged => Refusal::Damaged,
            Unreadable::Newer => Refusal::Newer,
            Unreadable::OtherQuestionnaire => Refusal::OtherQuestionnaire,
        })
    };
    let name = json.get("name").and_then(Json::text).unwrap_or_default().to_owned();
    Item { id: id.filter(|id| is_sane(id)).map(str::to_owned), name, content }
}

/// An id becomes part of addresses and of names in storage.
fn is_sane(id: &str) -> bool {
    let fits = |letter: char| letter.is_ascii_alphanumeric() || matches!(letter, '-' | '_');
    (1..=40).contains(&id.len()) && id.chars().all(fits)
}

fn is_deeper(json: &Json, deepest: u8) -> bool {
    let Some(deeper) = deepest.checked_sub(1) else { return true };
    match json {
        Json::List(items) => items.iter().any(|item| is_deeper(item, deeper)),
        Json::Object(parts) => parts.iter().any(|(_, part)| is_deeper(part, deeper)),
        _ => false,
    }
}
