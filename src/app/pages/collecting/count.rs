//! Counting what was collected: many on other threads, few or where there are none a little at a time.

use super::desk::{Counted, Desk, Work, desk};
use crate::app::browser::threads::{self, Counting};
use crate::app::browser::{clock, pause};
use crate::app::pages::guide::guide;
use crate::app::session::Session;
use crate::content::{encode, encode_guide};
use crate::link;
use crate::model::Guide;
use crate::survey::{Collection, Report, Respondent, Survey};

/// For how many milliseconds the page may stand still.
pub(super) const BREATH: u64 = 40;

/// How often threads are asked how far they are, in milliseconds.
const TELL: i32 = 20;

/// Fewer than these are counted before a thread has started.
const MANY: usize = 300;

/// One respondent of the collection; `None` when the link is none any more, which a newer version of the page could bring.
pub(super) fn respondent(session: Session, link: &str) -> Option<Respondent> {
    Respondent::from_content(link::open(session.questionnaire, link).ok()?)
}

/// Counts all of it anew, unless that is done; after other work that is going on.
pub(in crate::app::pages) async fn count(session: Session) {
    let desk = desk(session);
    if desk.counted.peek(Option::is_some) == Some(true) {
        return;
    }
    desk.wanted.set(true);
    if desk.work.peek(|work| *work != Work::Nothing) != Some(true) {
        count_if_wanted(session).await;
        desk.work.set(Work::Nothing);
    }
}

/// Counts, if somebody has been waiting for it.
pub(super) async fn count_if_wanted(session: Session) {
    let desk = desk(session);
    if desk.wanted.peek(|wanted| *wanted) != Some(true) {
        return;
    }
    desk.wanted.set(false);
    desk.work.set(Work::Going { done: 0, all: 1 });
    let Some(guide) = guide(session) else { return };
    let links: Vec<String> =
        desk.collection.peek(|all: &Collection| all.links().map(str::to_owned).collect()).unwrap_or_default();
    let survey = match on_threads(session, desk, guide, &links).await {
        Ok(survey) => survey,
        Err(Elsewhere) => here(session, desk, guide, &links).await,
    };
    if let Some(survey) = survey {
        let report = Report::new(session.questionnaire, guide, &survey);
        desk.counted.set(Some(Counted { report }));
    }
}

/// Not on threads: they have to be counted by the page itself.
struct Elsewhere;

/// Counts on other threads, if that is worth while; `None` when somebody wants it to end.
async fn on_threads(
    session: Session,
    desk: Desk,
    guide: &Guide,
    links: &[String],
) -> Result<Option<Survey>, Elsewhere> {
    if links.len() < MANY {
        return Err(Elsewhere);
    }
    let (Ok(structure), Ok(packed)) = (encode(session.questionnaire), encode_guide(guide)) else {
        return Err(Elsewhere);
    };
    threads::count(&structure, &packed, &links.join("\n"));
    loop {
        pause::pause(TELL).await;
        match threads::counting() {
            Counting::Failed => return Err(Elsewhere),
            Counting::Done(counts) => {
                return put_together(session, guide, &counts).map(Some).ok_or(Elsewhere);
            }
            Counting::Going(done) if desk.goes_on(done, links.len()) => {}
            Counting::Going(_) => {
                threads::stop();
                return Ok(None);
            }
        }
    }
}

fn put_together(session: Session, guide: &Guide, counts: &[Vec<u8>]) -> Option<Survey> {
    let mut all = Survey::new(session.questionnaire, guide);
    for counts in counts {
        all.merge(&Survey::from_bytes(session.questionnaire, guide, counts).ok()?).ok()?;
    }
    Some(all)
}

/// Counts a little at a time; `None` when somebody wants it to end.
async fn here(session: Session, desk: Desk, guide: &Guide, links: &[String]) -> Option<Survey> {
    let mut survey = Survey::new(session.questionnaire, guide);
    let mut since = clock::millis();
    for (done, link) in links.iter().enumerate() {
        if let Some(respondent) = respondent(session, link) {
            survey.add(session.questionnaire, guide, &respondent);
        }
        if clock::millis() - since > BREATH {
            if !desk.goes_on(done, links.len()) {
                return None;
            }
            pause::pause(0).await;
            since = clock::millis();
        }
    }
    Some(survey)
}
