//! Putting a link under a passphrase.

use super::Chosen;
use crate::app::browser::crypto::{self, Parameters};
use crate::app::browser::dom;
use crate::app::reactive::{Get, GetUntracked, RwSignal, Set, run, untrack};
use crate::app::ui::{El, el, p, submit, text_of};
use crate::link::{self, Content, Sealed};
use crate::model::Questionnaire;
use web_sys::Event;

/// The fewest characters of a passphrase: shorter ones are guessed by trying.
const SHORTEST: usize = 12;

/// Where the passphrase is entered.
pub(super) fn form(chosen: Chosen, id: &str) -> El {
    let session = chosen.session;
    let words = &session.later_words().share;
    // "" when there is nothing to say.
    let (trouble, state) = (RwSignal::new(""), RwSignal::new(""));
    let is_trouble = move || !trouble.get().is_empty();
    let id = id.to_owned();
    let act = move |event: Event| {
        event.prevent_default();
        let passphrase = chosen.passphrase.get_untracked();
        if passphrase.trim().chars().count() < SHORTEST {
            trouble.set(words.passphrase_short);
            return dom::focus_id("passphrase");
        }
        trouble.set("");
        let held = untrack(|| chosen.held(&id));
        let plain = held.and_then(|(content, _)| link::plain(session.questionnaire, &content).ok());
        // What is too long for a link says so itself.
        let Some(plain) = plain else { return };
        state.set(words.sealing);
        run(async move {
            match seal(session.questionnaire, &passphrase, &plain).await {
                Some(fragment) => {
                    chosen.sealed.set(fragment);
                    dom::focus("#share-link");
                }
                None => trouble.set(words.seal_failed),
            }
            state.set("");
        });
    };
    let input = el("input")
        .id("passphrase")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .live_attr("aria-invalid", move || is_trouble().then_some("true"))
        .live_attr("aria-describedby", move || {
            Some(if is_trouble() { "passphrase-hint passphrase-error" } else { "passphrase-hint" })
        })
        .value(move || untrack(|| chosen.passphrase.get()))
        .on("input", move |event| {
            // What was sealed with another passphrase is not shown any longer.
            chosen.forget();
            chosen.passphrase.set(text_of(&event));
        });
    el("form")
        .class("seal")
        .attr("novalidate", "")
        .on("submit", act)
        .child(el("label").attr("for", "passphrase").text(words.passphrase))
        .child(p(words.passphrase_hint).class("hint").id("passphrase-hint"))
        .when(is_trouble, move || {
            p("")
                .class("error")
                .id("passphrase-error")
                .attr("role", "alert")
                .live_text(move || trouble.get().to_owned())
        })
        .child(input)
        .child(submit("button", words.seal))
        .child(p("").attr("role", "status").live_text(move || state.get().to_owned()))
        .child(p(words.tell_apart).class("hint"))
}

/// The link under a passphrase; `None` where the browser cannot make one.
async fn seal(questionnaire: &Questionnaire, passphrase: &str, plain: &[u8]) -> Option<String> {
    let mut sealed = Sealed::new(crypto::random()?, crypto::random()?);
    let authenticated = sealed.authenticated();
    let with = Parameters {
        iterations: sealed.iterations,
        salt: &sealed.salt,
        nonce: &sealed.nonce,
        authenticated: &authenticated,
    };
    sealed.ciphertext = crypto::encrypt(passphrase, &with, plain).await.ok()?;
    link::write(questionnaire, &Content::Sealed(sealed)).ok()
}
