//! Addresses within the page: everything is after the `#`, so any static host will do.

use crate::link;

/// Where in the page the user is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Route {
    /// `#/`: the list of assessments.
    Home,
    /// `#/a/ID`: an assessment's chapters.
    Chapters(String),
    /// `#/a/ID/q/QUESTION`: one question.
    Question(String, String),
    /// `#/a/ID/review`: all answers.
    Review(String),
    /// `#/a/ID/result`: the result.
    Result(String),
    /// `#/open`: the box to paste a link into.
    Open,
    /// `#/about`: what this is and where the data is.
    About,
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
            ["", "a", id] if !id.is_empty() => Self::Chapters((*id).to_owned()),
            ["", "a", id, "review"] => Self::Review((*id).to_owned()),
            ["", "a", id, "result"] => Self::Result((*id).to_owned()),
            ["", "a", id, "q", question] => Self::Question((*id).to_owned(), (*question).to_owned()),
            _ => Self::Unknown(fragment.to_owned()),
        }
    }

    /// The assessment a route is about.
    pub fn assessment(&self) -> Option<&str> {
        match self {
            Self::Chapters(id) | Self::Question(id, _) | Self::Review(id) | Self::Result(id) => Some(id),
            Self::Home | Self::Open | Self::About | Self::Received(_) | Self::Unknown(_) => None,
        }
    }

    /// The address, with its `#`.
    pub fn href(&self) -> String {
        match self {
            Self::Home => "#/".to_owned(),
            Self::Chapters(id) => format!("#/a/{id}"),
            Self::Question(id, question) => format!("#/a/{id}/q/{question}"),
            Self::Review(id) => format!("#/a/{id}/review"),
            Self::Result(id) => format!("#/a/{id}/result"),
            Self::Open => "#/open".to_owned(),
            Self::About => "#/about".to_owned(),
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
            Route::Chapters(id()),
            Route::Question(id(), "fix-speed".to_owned()),
            Route::Review(id()),
            Route::Result(id()),
            Route::Open,
            Route::About,
            Route::Received("r1AQE".to_owned()),
            Route::Received("r9newer".to_owned()),
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
