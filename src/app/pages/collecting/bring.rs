//! Bringing in what people have sent: mails pasted whole, links, files of this page, rows; in any mixture.

use super::count::{BREATH, count_if_wanted};
use super::desk::{Desk, Failure, Locked, Outcome, Work, desk};
use crate::answers::Json;
use crate::app::browser::upload::Chosen;
use crate::app::browser::{clock, pause};
use crate::app::parts::bad_link;
use crate::app::reactive::run;
use crate::app::session::Session;
use crate::exchange::{self, Refusal};
use crate::link::{self, Content};
use crate::survey::{Lines, ROW, Respondent, Sent, Unread, Useless, in_file, in_json, pieces};

/// About how long a piece of text is that is searched at a time.
const PIECE: usize = 64 << 10;
/// How deep a row may be nested.
const DEEP: u8 = 32;
/// How much of what cannot be read is shown.
const SHOWN: usize = 60;

/// Takes in what was pasted.
pub(super) fn paste(session: Session, text: String) {
    begin(session, async move |mut work: Bringing| {
        work.text("", &text).await;
        work
    });
}

/// Takes in files.
pub(super) fn files(session: Session, files: Vec<Chosen>) {
    begin(session, async move |mut work: Bringing| {
        for file in files {
            let name = file.name();
            let words = &session.later_words().data.refusals;
            if file.size() > LARGEST_FILE {
                work.fails(&name, 0, words.too_large, "");
                continue;
            }
            match file.read().await {
                Ok(bytes) => work.file(&name, &bytes).await,
                Err(_) => work.fails(&name, 0, words.unreadable, ""),
            }
            if work.stopped() {
                break;
            }
        }
        work
    });
}

/// A million letters of links are some seven thousand of them.
const LARGEST_FILE: f64 = 50_000_000.0;

fn begin(session: Session, act: impl AsyncFnOnce(Bringing) -> Bringing + 'static) {
    let desk = desk(session);
    if desk.work.peek(|work| *work == Work::Nothing) != Some(true) {
        return;
    }
    desk.work.set(Work::Going { done: 0, all: 1 });
    desk.outcome.set(None);
    run(async move {
        pause::pause(0).await;
        let work = act(Bringing { session, desk, outcome: Outcome::default(), since: clock::millis() }).await;
        work.end().await;
    });
}

/// Takes in what was under a passphrase.
pub(super) async fn unlocked(session: Session, contents: Vec<Content>, still: Vec<Locked>) {
    let desk = desk(session);
    let mut work = Bringing { session, desk, outcome: Outcome::default(), since: clock::millis() };
    for content in contents {
        if let Ok(link) = link::write(session.questionnaire, &content) {
            work.link("", 0, &link, "");
        }
    }
    desk.locked.set(still);
    work.end().await;
}

struct Bringing {
    session: Session,
    desk: Desk,
    outcome: Outcome,
    since: u64,
}

impl Bringing {
    fn fails(&mut self, source: &str, line: usize, why: &'static str, text: &str) {
        let text = text.trim().chars().take(SHOWN).collect();
        self.outcome.failures.push(Failure { source: source.to_owned(), line, why, text });
    }

    fn stopped(&self) -> bool {
        self.outcome.stopped
    }

    /// Lets the page breathe; `false` when somebody wants it to stop.
    async fn breathe(&mut self, done: usize, all: usize) -> bool {
        if clock::millis() - self.since > BREATH {
            self.outcome.stopped = !self.desk.goes_on(done, all);
            pause::pause(0).await;
            self.since = clock::millis();
        }
        !self.outcome.stopped
    }

    fn link(&mut self, source: &str, line: usize, link: &str, text: &str) {
        let words = self.session.later_words();
        match self.desk.offer(self.session, link, &mut self.outcome) {
            Ok(()) => {}
            Err(Useless::Link(error)) => self.fails(source, line, bad_link(&words.receive, error), text),
            Err(Useless::NoAnswers) => self.fails(source, line, words.collect.no_answers, text),
            Err(Useless::Sealed) => self.desk.locked.change_quietly(|all| {
                if !all.iter().any(|known| known.link == link) {
                    all.push(Locked { source: source.to_owned(), line, link: link.to_owned() });
                }
            }),
        }
    }

    async fn text(&mut self, source: &str, text: &str) {
        let words = self.session.later_words();
        let mut lines = Lines::new(text);
        for piece in pieces(text, PIECE) {
            if !self.breathe(piece.start, text.len()).await {
                return;
            }
            let start = piece.start;
            let part = text.get(piece).unwrap_or_default();
            for found in link::find(part) {
                let line = lines.of(start + found.place.start);
                let seen = part.get(found.place.clone()).unwrap_or_default();
                match found.link {
                    Ok(link) => self.link(source, line, &link, seen),
                    Err(error) => self.fails(source, line, bad_link(&words.receive, error), seen),
                }
            }
        }
    }

    async fn file(&mut self, source: &str, bytes: &[u8]) {
        let text = String::from_utf8_lossy(bytes);
        let text = text.trim_start_matches('\u{FEFF}').trim_start();
        if !text.starts_with('{') {
            return self.text(source, text).await;
        }
        // Rows, one a line; or one file of this page.
        let questionnaire = self.session.questionnaire;
        let first = text.lines().next().unwrap_or_default();
        if exchange::parse(first, DEEP).is_ok() && text.len() > first.len() + 2 {
            for (number, line) in text.lines().enumerate() {
                if !self.breathe(number, text.len() / first.len().max(1)).await {
                    return;
                }
                if !line.trim().is_empty() {
                    self.sent(source, number + 1, in_json(questionnaire, line), line);
                }
            }
        } else if is_row(text) {
            self.sent(source, 1, in_json(questionnaire, text), text);
        } else {
            self.sent(source, 0, in_file(questionnaire, bytes), "");
        }
    }

    /// What came of a row or a file.
    fn sent(&mut self, source: &str, line: usize, sent: Vec<Result<Sent, Unread>>, text: &str) {
        for sent in sent {
            match sent {
                Ok(Sent::Row(respondent) | Sent::Stored(respondent)) => {
                    self.respondent(source, line, &respondent);
                }
                Err(reason) => self.unread(source, line, reason, text),
            }
        }
    }

    fn unread(&mut self, source: &str, line: usize, reason: Unread, text: &str) {
        let words = self.session.later_words();
        let why = match reason {
            Unread::Json => words.collect.broken,
            Unread::Row(_) => words.collect.no_row,
            Unread::File(Refusal::Newer) => words.receive.newer,
            Unread::File(Refusal::OtherQuestionnaire) => words.receive.other_questionnaire,
            Unread::File(Refusal::TooLarge) => words.data.refusals.too_large,
            Unread::File(_) | Unread::Unknown => words.collect.no_file,
        };
        // A file of many lines begins like any other.
        let text = if matches!(reason, Unread::Json | Unread::Row(_)) { text } else { "" };
        self.fails(source, line, why, text);
    }

    fn respondent(&mut self, source: &str, line: usize, respondent: &Respondent) {
        match respondent.to_link(self.session.questionnaire) {
            Ok(link) => self.link(source, line, &link, ""),
            Err(error) => {
                let why = bad_link(&self.session.later_words().receive, error);
                self.fails(source, line, why, "");
            }
        }
    }

    /// Stores what came.
    async fn end(self) {
        let Self { session, desk, outcome, .. } = self;
        desk.store();
        if outcome.new + outcome.newer > 0 {
            // Whoever looks at a report sees it grow; who has come to it meanwhile is waiting already.
            if desk.counted.peek(Option::is_some) == Some(true) {
                desk.wanted.set(true);
            }
            desk.counted.set(None);
        }
        desk.outcome.set(Some(outcome));
        desk.collection.change(|_| {});
        desk.locked.change(|_| {});
        count_if_wanted(session).await;
        desk.work.set(Work::Nothing);
    }
}

/// Whether a text is one row, on as many lines as it likes.
fn is_row(text: &str) -> bool {
    exchange::parse(text, DEEP).is_ok_and(|json| json.get("ec-checkup").and_then(Json::text) == Some(ROW))
}
