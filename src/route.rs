//! Addresses within the page: everything is after the `#`, so any static host will do.

use crate::link;

/// Where in the page the user is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`: the list of assessments.
    Home,
    /// `#/a/ID`: an assessment's packs.
    Packs(String),
    /// `#/a/ID/p/PACK`: the chapters of a pack.
    Chapters(String, String),
    /// `#/a/ID/q/QUESTION`: one question.
    Question(String, String),
    /// `#/a/ID/review/PACK`: all answers of a pack; without one, of the pack the level stands on.
    Review(String, Option<String>),
    /// `#/a/ID/result/PACK`: the result of a pack; without one, of the pack the level stands on.
    Result(String, Option<String>),
    /// `#/a/ID/plan`: what to do, by when.
    Plan(String),
    /// `#/a/ID/compare/OTHER`: two assessments side by side; without another one, the choice of one.
    Compare(String, Option<String>),
    /// `#/a/ID/aside`: what the profile sets aside.
    Aside(String),
    /// `#/a/ID/papers`: drafts of other papers.
    Papers(String),
    /// `#/a/ID/ask`: questions to somebody else; with a part, that part is chosen already.
    Ask(String, Option<String>),
    /// `#/a/ID/answer`: somebody else's questions.
    Answer(String),
    /// `#/emergency`: what to do in an incident.
    Emergency,
    /// `#/open`: the box to paste a link into.
    Open,
    /// `#/about`: what this is and where the data is.
    About,
    /// `#/data`: saving to a file, taking in, what is stored, erasing.
    Data,
    /// `#/survey/PACK`: what many sheets say of a pack; without one, where the sheets are collected.
    Survey(Option<String>),
    /// `#r1…`: a result that came as a link, of any version.
    Received(String),
    /// Anything else: shown as such, never guessed.
    Unknown(String),
}

impl Route {
    /// Reads what follows the `#`.
    pub fn parse(fragment: &str) -> Self {
        if link::looks_like_link(fragment) {
            return Self::Received(fragment.to_owned());
        }
        let parts: Vec<&str> = fragment.split('/').collect();
        match parts.as_slice() {
            [""] | ["", ""] => Self::Home,
            ["", "open"] => Self::Open,
            ["", "about"] => Self::About,
            ["", "data"] => Self::Data,
            ["", "emergency"] => Self::Emergency,
            ["", "survey"] => Self::Survey(None),
            ["", "survey", pack] => Self::Survey(Some((*pack).to_owned())),
            ["", "a", id] if !id.is_empty() => Self::Packs((*id).to_owned()),
            ["", "a", id, "p", pack] => Self::Chapters((*id).to_owned(), (*pack).to_owned()),
            ["", "a", id, "review"] => Self::Review((*id).to_owned(), None),
            ["", "a", id, "review", pack] => Self::Review((*id).to_owned(), Some((*pack).to_owned())),
            ["", "a", id, "result"] => Self::Result((*id).to_owned(), None),
            ["", "a", id, "result", pack] => Self::Result((*id).to_owned(), Some((*pack).to_owned())),
            ["", "a", id, "plan"] => Self::Plan((*id).to_owned()),
            ["", "a", id, "compare"] => Self::Compare((*id).to_owned(), None),
            ["", "a", id, "compare", other] => Self::Compare((*id).to_owned(), Some((*other).to_owned())),
            ["", "a", id, "aside"] => Self::Aside((*id).to_owned()),
            ["", "a", id, "ask"] => Self::Ask((*id).to_owned(), None),
            ["", "a", id, "ask", part] => Self::Ask((*id).to_owned(), Some((*part).to_owned())),
            ["", "a", id, "answer"] => Self::Answer((*id).to_owned()),
            ["", "a", id, "papers"] => Self::Papers((*id).to_owned()),
            ["", "a", id, "q", question] => Self::Question((*id).to_owned(), (*question).to_owned()),
            _ => Self::Unknown(fragment.to_owned()),
        }
    }

    /// The assessment a route is about.
    pub fn assessment(&self) -> Option<&str> {
        match self {
            Self::Packs(id)
            | Self::Chapters(id, _)
            | Self::Question(id, _)
            | Self::Review(id, _)
            | Self::Result(id, _)
            | Self::Plan(id)
            | Self::Compare(id, _)
            | Self::Aside(id)
            | Self::Ask(id, _)
            | Self::Answer(id)
            | Self::Papers(id) => Some(id),
            Self::Home
            | Self::Open
            | Self::About
            | Self::Data
            | Self::Emergency
            | Self::Survey(_)
            | Self::Received(_)
            | Self::Unknown(_) => None,
        }
    }

    /// The address, with its `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Packs(id) => format!("#/a/{id}"),
            Self::Chapters(id, pack) => format!("#/a/{id}/p/{pack}"),
            Self::Question(id, question) => format!("#/a/{id}/q/{question}"),
            Self::Review(id, None) => format!("#/a/{id}/review"),
            Self::Review(id, Some(pack)) => format!("#/a/{id}/review/{pack}"),
            Self::Result(id, None) => format!("#/a/{id}/result"),
            Self::Result(id, Some(pack)) => format!("#/a/{id}/result/{pack}"),
            Self::Plan(id) => format!("#/a/{id}/plan"),
            Self::Compare(id, None) => format!("#/a/{id}/compare"),
            Self::Compare(id, Some(other)) => format!("#/a/{id}/compare/{other}"),
            Self::Aside(id) => format!("#/a/{id}/aside"),
            Self::Ask(id, None) => format!("#/a/{id}/ask"),
            Self::Ask(id, Some(part)) => format!("#/a/{id}/ask/{part}"),
            Self::Answer(id) => format!("#/a/{id}/answer"),
            Self::Papers(id) => format!("#/a/{id}/papers"),
            Self::Survey(None) => "#/survey".to_owned(),
            Self::Survey(Some(pack)) => format!("#/survey/{pack}"),
            Self::Emergency => "#/emergency".to_owned(),
            Self::Open => "#/open".to_owned(),
            Self::About => "#/about".to_owned(),
            Self::Data => "#/data".to_owned(),
            Self::Received(fragment) | Self::Unknown(fragment) => format!("#{fragment}"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_route_reads_what_it_writes() {
        let id = || "x1".to_owned();
        let routes = [
            Route::Home,
            Route::Packs(id()),
            Route::Chapters(id(), "quick".to_owned()),
            Route::Question(id(), "fix-speed".to_owned()),
            Route::Review(id(), None),
            Route::Review(id(), Some("ecom".to_owned())),
            Route::Result(id(), None),
            Route::Result(id(), Some("quick".to_owned())),
            Route::Plan(id()),
            Route::Compare(id(), None),
            Route::Compare(id(), Some("x2".to_owned())),
            Route::Aside(id()),
            Route::Ask(id(), None),
            Route::Ask(id(), Some("rule-2".to_owned())),
            Route::Answer(id()),
            Route::Papers(id()),
            Route::Survey(None),
            Route::Survey(Some("ecom".to_owned())),
            Route::Emergency,
            Route::Open,
            Route::About,
            Route::Data,
            Route::Received("r1AQE".to_owned()),
            Route::Received("r9newer".to_owned()),
            Route::Received("r2AQE&utm_source=mail".to_owned()),
            Route::Received("%72%31AQE".to_owned()),
            Route::Received("%2523r1AQE".to_owned()),
            Route::Received("/r1AQE".to_owned()),
            Route::Unknown("/nowhere/else".to_owned()),
        ];
        for route in routes {
            let href = route.href();
            assert_eq!(Route::parse(href.strip_prefix('#').unwrap()), route);
        }
        assert_eq!(Route::parse(""), Route::Home);
        assert_eq!(Route::parse("/a/"), Route::Unknown("/a/".to_owned()));
    }
}
