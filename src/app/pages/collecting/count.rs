//! Counting what was collected, a little at a time.

use super::desk::{Counted, Work, desk};
use crate::app::browser::{clock, pause};
use crate::app::pages::guide::guide;
use crate::app::session::Session;
use crate::link;
use crate::survey::{Collection, Report, Respondent, Survey};

/// For how many milliseconds the page may stand still.
const BREATH: u64 = 40;

/// One respondent of the collection; `None` when the link is none any more, which a newer version of the page could bring.
pub(super) fn respondent(session: Session, link: &str) -> Option<Respondent> {
    Respondent::from_content(link::open(session.questionnaire, link).ok()?)
}

/// Counts all of it anew, unless that is done.
pub(in crate::app::pages) async fn count(session: Session) {
    let desk = desk(session);
    if desk.counted.peek(Option::is_some) == Some(true)
        || desk.work.peek(|work| *work != Work::Nothing) == Some(true)
    {
        return;
    }
    count_now(session).await;
    desk.work.set(Work::Nothing);
}

/// The same while other work is going on.
pub(super) async fn count_now(session: Session) {
    let desk = desk(session);
    let Some(guide) = guide(session) else { return };
    let questionnaire = session.questionnaire;
    let links: Vec<String> =
        desk.collection.peek(|all: &Collection| all.links().map(str::to_owned).collect()).unwrap_or_default();
    let mut survey = Survey::new(questionnaire, guide);
    let mut since = clock::millis();
    for (done, link) in links.iter().enumerate() {
        if let Some(respondent) = respondent(session, link) {
            survey.add(questionnaire, guide, &respondent);
        }
        if clock::millis() - since > BREATH {
            if !desk.goes_on(done, links.len()) {
                return;
            }
            pause::pause().await;
            since = clock::millis();
        }
    }
    let report = Report::new(questionnaire, guide, &survey);
    desk.counted.set(Some(Counted { report }));
}
