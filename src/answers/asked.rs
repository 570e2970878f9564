//! Questions handed to somebody else: what this assessment has asked, and what this document is an answer to.

use super::times::{LATEST, time_of};
use super::{Document, Json};

/// Where a document keeps what was asked of others.
pub(super) const ASKED: &str = "asked";
/// Where a document keeps whose questions it answers.
pub(super) const REPLY_TO: &str = "reply_to";

/// How far a request is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum AskState {
    /// No answer has been taken in yet.
    #[default]
    Open,
    /// An answer has come.
    Answered,
    /// Withdrawn: no answer is waited for.
    Closed,
}

impl AskState {
    /// All, in order.
    pub const ALL: [Self; 3] = [Self::Open, Self::Answered, Self::Closed];

    /// Its permanent name.
    pub fn name(self) -> &'static str {
        match self {
            Self::Open => "open",
            Self::Answered => "answered",
            Self::Closed => "closed",
        }
    }

    /// Reads its permanent name.
    pub fn from_name(name: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|state| state.name() == name)
    }
}

/// A request as whoever asks keeps it: all that its link is made of, and what has become of it.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Asked {
    /// Who is asked.
    pub to: String,
    /// Who asks, as the link tells it.
    pub from: String,
    /// The fields, by their permanent names.
    pub fields: Vec<String>,
    /// What the asker says.
    pub message: String,
    /// When it was made: `YYYY-MM-DD`.
    pub made: String,
    /// How far it is.
    pub state: AskState,
    /// When an answer was taken in last: `YYYY-MM-DD`, or nothing.
    pub answered: String,
    /// When any of this was last changed: milliseconds since 1970, 0 when that is not known.
    pub at: u64,
    /// Parts that a later version put there: kept as they came.
    pub extra: Vec<(String, Json)>,
}

impl Asked {
    /// Reads the stored form; what it does not understand it keeps.
    pub(super) fn from_json(number: &str, json: &Json) -> Option<Self> {
        // 0 stands for a number that is not known.
        let is_number = number.parse::<u32>().is_ok_and(|value| value > 0 && value.to_string() == number);
        let Json::Object(parts) = json else { return None };
        let mut asked = Self::default();
        for (key, value) in parts {
            match (key.as_str(), value) {
                ("to", Json::Text(text)) => text.clone_into(&mut asked.to),
                ("from", Json::Text(text)) => text.clone_into(&mut asked.from),
                ("message", Json::Text(text)) => text.clone_into(&mut asked.message),
                ("made", Json::Text(text)) => text.clone_into(&mut asked.made),
                ("answered", Json::Text(text)) => text.clone_into(&mut asked.answered),
                ("state", Json::Text(text)) if AskState::from_name(text).is_some() => {
                    asked.state = AskState::from_name(text).unwrap_or_default();
                }
                ("fields", Json::List(list)) if list.iter().all(|id| id.text().is_some()) => {
                    asked.fields = list.iter().filter_map(Json::text).map(str::to_owned).collect();
                }
                ("at", value) if time_of(value).is_some() => asked.at = time_of(value).unwrap_or_default(),
                _ => asked.extra.push((key.clone(), value.clone())),
            }
        }
        is_number.then_some(asked)
    }
}

impl Asked {
    fn to_json(&self) -> Json {
        let texts = [
            ("to", &self.to),
            ("from", &self.from),
            ("message", &self.message),
            ("made", &self.made),
            ("answered", &self.answered),
        ];
        let mut parts = texts_of(&texts);
        if !self.fields.is_empty() {
            let fields = self.fields.iter().map(|id| Json::from_text(id)).collect();
            parts.push(("fields".to_owned(), Json::List(fields)));
        }
        if self.state != AskState::Open {
            parts.push(("state".to_owned(), Json::from_text(self.state.name())));
        }
        complete(parts, self.at, &self.extra)
    }
}

/// That a document is an answer to somebody's questions.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ReplyTo {
    /// The link with the questions: what follows the `#`.
    pub link: String,
    /// Who answers, as the answer will tell it.
    pub by: String,
    /// When any of this was last changed: milliseconds since 1970, 0 when that is not known.
    pub at: u64,
    /// Parts that a later version put there: kept as they came.
    pub extra: Vec<(String, Json)>,
}

impl ReplyTo {
    /// Reads the stored form; without a link it is none.
    pub(super) fn from_json(json: &Json) -> Option<Self> {
        let Json::Object(parts) = json else { return None };
        let mut reply = Self::default();
        for (key, value) in parts {
            match (key.as_str(), value) {
                ("link", Json::Text(text)) => text.clone_into(&mut reply.link),
                ("by", Json::Text(text)) => text.clone_into(&mut reply.by),
                ("at", value) if time_of(value).is_some() => reply.at = time_of(value).unwrap_or_default(),
                _ => reply.extra.push((key.clone(), value.clone())),
            }
        }
        (!reply.link.is_empty()).then_some(reply)
    }
}

impl ReplyTo {
    fn to_json(&self) -> Json {
        complete(texts_of(&[("link", &self.link), ("by", &self.by)]), self.at, &self.extra)
    }
}

/// Texts that say something, by their keys.
fn texts_of(texts: &[(&str, &String)]) -> Vec<(String, Json)> {
    let says = texts.iter().filter(|(_, text)| !text.is_empty());
    says.map(|(key, text)| ((*key).to_owned(), Json::from_text(text))).collect()
}

/// The whole stored form. What was written since goes before what a later version had put there: no key stands twice.
fn complete(mut parts: Vec<(String, Json)>, at: u64, extra: &[(String, Json)]) -> Json {
    if at > 0 {
        parts.push(("at".to_owned(), Json::Number(at.to_string())));
    }
    let later = extra.iter().filter(|(key, _)| !parts.iter().any(|(known, _)| known == key));
    let later: Vec<(String, Json)> = later.cloned().collect();
    parts.extend(later);
    Json::Object(parts)
}

/// Of two states of a request, or of what is answered, the later one ranks higher.
pub(super) fn rank(json: &Json) -> (u64, String) {
    (json.get("at").and_then(time_of).unwrap_or_default(), json.write())
}

/// A change is always later than what was there, whatever the clock says.
fn later(millis: u64, earlier: u64) -> u64 {
    millis.max(earlier.saturating_add(1)).min(LATEST)
}

/// Both are among the parts that most of the page passes on as they came: only the pages that need them look into them, so
/// that the first page does not carry the code for it.
impl Document {
    /// What was asked of others, by the number of the request.
    pub fn requests(&self) -> Vec<(u32, Asked)> {
        let Some(Json::Object(requests)) = self.part(ASKED) else { return Vec::new() };
        let known = requests.iter().filter_map(|(number, json)| {
            Some((number.parse::<u32>().ok()?, Asked::from_json(number, json)?))
        });
        known.collect()
    }

    /// What was asked under a number.
    pub fn asked(&self, number: u32) -> Option<Asked> {
        let number = number.to_string();
        Asked::from_json(&number, self.part(ASKED)?.get(&number)?)
    }

    /// Changes what was asked under a number, or begins it. `millis` is the time in milliseconds since 1970.
    pub fn change_asked(&mut self, number: u32, millis: u64, change: impl FnOnce(&mut Asked)) {
        let before = self.asked(number).unwrap_or_default();
        let mut asked = before.clone();
        change(&mut asked);
        if asked == before {
            return;
        }
        asked.at = later(millis, before.at);
        let mut requests = match self.part(ASKED) {
            Some(Json::Object(requests)) => requests.clone(),
            _ => Vec::new(),
        };
        put(&mut requests, &number.to_string(), asked.to_json());
        put(&mut self.extra, ASKED, Json::Object(requests));
    }

    /// Whether this is an answer to somebody's questions.
    pub fn is_reply(&self) -> bool {
        self.part(REPLY_TO).is_some()
    }

    /// The questions that this document answers, if it is such an answer.
    pub fn reply_to(&self) -> Option<ReplyTo> {
        ReplyTo::from_json(self.part(REPLY_TO)?)
    }

    /// Changes which questions this document answers, or who does. `millis` is the time in milliseconds since 1970.
    pub fn change_reply_to(&mut self, millis: u64, change: impl FnOnce(&mut ReplyTo)) {
        let before = self.reply_to().unwrap_or_default();
        let mut reply = before.clone();
        change(&mut reply);
        if reply != before {
            reply.at = later(millis, before.at);
            put(&mut self.extra, REPLY_TO, reply.to_json());
        }
    }

    fn part(&self, key: &str) -> Option<&Json> {
        self.extra.iter().find(|(known, _)| known == key).map(|(_, value)| value)
    }
}

fn put(parts: &mut Vec<(String, Json)>, key: &str, value: Json) {
    match parts.iter_mut().find(|(known, _)| known == key) {
        Some((_, known)) => *known = value,
        None => parts.push((key.to_owned(), value)),
    }
}
