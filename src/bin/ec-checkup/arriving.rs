//! From pieces of the input to respondents, or to what is wrong with them.

use super::input::{Content, Piece};
use super::reason;
use ec_checkup::exchange::Refusal;
use ec_checkup::link::{self, Glance, LinkError, SealError};
use ec_checkup::model::Questionnaire;
use ec_checkup::survey::{Lines, Respondent, RowError, Sent, Unread, in_file, in_json};

/// What was found, and where.
pub(crate) struct Found {
    pub(crate) source: String,
    pub(crate) line: usize,
    pub(crate) content: Result<What, String>,
}

/// What was found.
pub(crate) enum What {
    /// A link with answers that has not been opened yet: what follows the `#`, the number of its assessment, its day.
    Link(String, u32, Option<u16>),
    /// A row.
    Row(Box<Respondent>),
    /// A stored assessment.
    Document(Box<Respondent>),
}

/// What turns pieces into what they hold.
pub(crate) struct Reader<'a> {
    pub(crate) questionnaire: &'a Questionnaire,
    /// For links that are under one.
    pub(crate) passphrase: Option<&'a str>,
}

impl Reader<'_> {
    /// All that a piece holds.
    pub(crate) fn read(&self, piece: Piece) -> Vec<Found> {
        let Piece { source, line, content } = piece;
        match content {
            Content::Failed(error) => vec![Found { source, line, content: Err(error) }],
            Content::Json(text) => all(&source, line, in_json(self.questionnaire, &text)),
            Content::File(bytes) => all(&source, line, in_file(self.questionnaire, &bytes)),
            Content::Text(text) => self.text(&source, line, &text),
        }
    }

    fn text(&self, source: &str, line: usize, text: &str) -> Vec<Found> {
        let mut lines = Lines::new(text);
        let links = link::find(text).into_iter().map(|found| Found {
            source: source.to_owned(),
            line: line + lines.of(found.place.start) - 1,
            content: found.link.map_err(said).and_then(|fragment| self.link(fragment)),
        });
        links.collect()
    }

    fn link(&self, fragment: String) -> Result<What, String> {
        match link::glance(self.questionnaire, &fragment).map_err(said)? {
            Glance::Answers { number, day } => Ok(What::Link(fragment, number, day)),
            Glance::Other => Err("the link holds no answers".to_owned()),
            Glance::Sealed => {
                let passphrase = self.passphrase.ok_or("the link is under a passphrase")?;
                // From here on it is a link like the others.
                self.link(self.unsealed(&fragment, passphrase)?)
            }
        }
    }

    fn unsealed(&self, fragment: &str, passphrase: &str) -> Result<String, String> {
        let link::Content::Sealed(sealed) = link::open(self.questionnaire, fragment).map_err(said)? else {
            return Err(said(LinkError::Damaged));
        };
        let content = link::unseal(self.questionnaire, &sealed, passphrase).map_err(|error| match error {
            SealError::WrongPassphrase => "the passphrase is another one".to_owned(),
            SealError::Link(error) => said(error),
        })?;
        link::write(self.questionnaire, &content).map_err(said)
    }
}

fn all(source: &str, line: usize, sent: Vec<Result<Sent, Unread>>) -> Vec<Found> {
    let found = |sent: Result<Sent, Unread>| Found {
        source: source.to_owned(),
        line,
        content: sent.map(what).map_err(unread),
    };
    sent.into_iter().map(found).collect()
}

fn what(sent: Sent) -> What {
    match sent {
        Sent::Row(respondent) => What::Row(Box::new(respondent)),
        Sent::Stored(respondent) => What::Document(Box::new(respondent)),
    }
}

fn unread(reason: Unread) -> String {
    let reason = match reason {
        Unread::Json => "broken JSON",
        Unread::Row(RowError::NotARow) => "not a row",
        Unread::Row(RowError::Newer) => "the row was written by a newer version",
        Unread::Row(RowError::OtherQuestionnaire) => "the row is of another questionnaire",
        Unread::Row(RowError::Damaged) => "the row is damaged",
        Unread::File(refusal) => return refused(refusal),
        Unread::Unknown => "a part of the file is not known to this version",
    };
    reason.to_owned()
}

fn said(error: LinkError) -> String {
    reason(error).to_owned()
}

fn refused(refusal: Refusal) -> String {
    match refusal {
        Refusal::Empty => "nothing in it".to_owned(),
        Refusal::Foreign | Refusal::OtherKind | Refusal::Reference => {
            "not a file with assessments".to_owned()
        }
        Refusal::Newer => "written by a newer version".to_owned(),
        Refusal::OtherQuestionnaire => "an assessment with another questionnaire".to_owned(),
        Refusal::CutOff => "the file is cut off".to_owned(),
        Refusal::Broken(line, column) => format!("broken JSON at line {line}, column {column} of it"),
        Refusal::Letters(line) => format!("not in UTF-8 from line {line} of it on"),
        Refusal::Damaged => "not a saved assessment, or damaged".to_owned(),
        Refusal::TooDeep => "nested too deep".to_owned(),
        Refusal::TooLarge => "the file is too large".to_owned(),
    }
}

/// Opens a link that was looked at before.
pub(crate) fn opened(questionnaire: &Questionnaire, fragment: &str) -> Result<Respondent, String> {
    let content = link::open(questionnaire, fragment).map_err(said)?;
    Respondent::from_content(content).ok_or_else(|| "the link holds no answers".to_owned())
}
