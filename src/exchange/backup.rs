//! Writing a file.

use crate::answers::Json;

/// What a file calls itself under the name `ec-checkup`.
pub const KIND: &str = "backup";
/// The format of files that this version writes. Older ones are always read.
pub(super) const FORMAT: u32 = 1;

/// What goes into a file.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Backup {
    /// When it is written: ISO 8601, UTC.
    pub written: String,
    /// Assessments by id, in their stored form: also those that only a newer version can read.
    pub assessments: Vec<(String, Json)>,
    /// The contact sheet of the emergency page, by the id of the line, as it is stored.
    pub contacts: Vec<(String, Json)>,
}

impl Backup {
    /// Writes the file: a line for each assessment, so that a person finds their way.
    pub fn write(&self) -> String {
        let mut text = "{\"ec-checkup\":".to_owned();
        text.push_str(&Json::from_text(KIND).write());
        text.push_str(",\n\"format\":");
        text.push_str(&FORMAT.to_string());
        text.push_str(",\n\"written\":");
        text.push_str(&Json::from_text(&self.written).write());
        text.push_str(",\n\"assessments\":[");
        for (place, (id, document)) in self.assessments.iter().enumerate() {
            text.push_str(if place == 0 { "\n" } else { ",\n" });
            text.push_str("{\"id\":");
            text.push_str(&Json::from_text(id).write());
            text.push_str(",\"document\":");
            text.push_str(&document.write());
            text.push('}');
        }
        text.push(']');
        if !self.contacts.is_empty() {
            text.push_str(",\n\"contacts\":");
            text.push_str(&Json::Object(self.contacts.clone()).write());
        }
        text.push_str("}\n");
        text
    }
}
