//! Links under a passphrase: one passphrase opens all that were made with it.

use super::bring;
use super::desk::{Desk, Locked, Work};
use crate::app::browser::crypto;
use crate::app::pages::received::{passphrase_form, unseal};
use crate::app::pages::result::section;
use crate::app::reactive::{GetUntracked, RwSignal, Set, run};
use crate::app::session::Session;
use crate::app::ui::{El, p};
use crate::link::{self, Content};

pub(super) fn locked(session: Session, desk: Desk) -> Vec<El> {
    let count = desk.locked.with(Vec::len).unwrap_or(0);
    if count == 0 {
        return Vec::new();
    }
    let words = &session.later_words().collect;
    let section =
        section("lock-title", words.locked_title).child(p(&(words.locked)(&count.to_string())).id("locked"));
    if !crypto::is_there() {
        return vec![section.child(p(session.later_words().arrive.no_crypto).class("notice notice-error"))];
    }
    let passphrase = RwSignal::new(String::new());
    let trouble = RwSignal::new("");
    let open = move |event: web_sys::Event| {
        event.prevent_default();
        let entered = passphrase.get_untracked();
        if entered.trim().is_empty() || desk.work.peek(|work| *work != Work::Nothing) == Some(true) {
            return;
        }
        trouble.set("");
        run(async move {
            if unlock(session, desk, &entered).await == 0 {
                trouble.set(session.later_words().arrive.wrong);
            }
        });
    };
    vec![section.child(passphrase_form(session, passphrase, trouble, "button", open))]
}

/// Opens what this passphrase opens; how many that were.
async fn unlock(session: Session, desk: Desk, passphrase: &str) -> usize {
    let all: Vec<Locked> = desk.locked.peek(Clone::clone).unwrap_or_default();
    let (mut contents, mut still) = (Vec::new(), Vec::new());
    for (done, locked) in all.iter().enumerate() {
        if !desk.goes_on(done, all.len()) {
            still.extend(all.iter().skip(done).cloned());
            break;
        }
        let Ok(Content::Sealed(sealed)) = link::open(session.questionnaire, &locked.link) else { continue };
        match unseal(session, &sealed, passphrase).await {
            Some(content) => contents.push(content),
            None => still.push(locked.clone()),
        }
    }
    let opened = contents.len();
    if opened == 0 {
        desk.work.set(Work::Nothing);
    } else {
        bring::unlocked(session, contents, still).await;
    }
    opened
}
