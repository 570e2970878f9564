//! A link under a passphrase: asks for it, and shows what was under it.

use super::opened;
use crate::app::browser::crypto::{self, Parameters};
use crate::app::browser::dom;
use crate::app::reactive::{Get, GetUntracked, RwSignal, Set, run, untrack};
use crate::app::session::Session;
use crate::app::ui::{El, el, h1, p, submit, text_of};
use crate::link::{self, Content, Sealed};
use web_sys::Event;

pub(super) fn sealed_page(session: Session, sealed: Sealed) -> Vec<El> {
    let content = RwSignal::new(None::<Content>);
    let view = move || match content.get() {
        Some(content) => untrack(|| {
            // What was under a passphrase is written anew without one: only this device keeps it.
            let plain = link::write(session.questionnaire, &content).unwrap_or_default();
            let (title, page) = opened(session, content, &plain);
            dom::set_title(&(session.words().page.title)(title));
            dom::focus("h1");
            page
        }),
        None => form(session, sealed.clone(), content),
    };
    vec![el("div").live(view)]
}

fn form(session: Session, sealed: Sealed, content: RwSignal<Option<Content>>) -> Vec<El> {
    let words = &session.later_words().arrive;
    if !crypto::is_there() {
        return vec![h1(words.sealed_title), p(words.no_crypto).class("notice notice-error")];
    }
    let passphrase = RwSignal::new(String::new());
    // "" when there is nothing to say.
    let (trouble, state) = (RwSignal::new(""), RwSignal::new(""));
    let open = move |event: Event| {
        event.prevent_default();
        let entered = passphrase.get_untracked();
        trouble.set("");
        if entered.trim().is_empty() {
            trouble.set(words.empty);
            return dom::focus_id("passphrase");
        }
        state.set(words.opening);
        let sealed = sealed.clone();
        run(async move {
            let found = unseal(session, &sealed, &entered).await;
            state.set("");
            if found.is_some() {
                content.set(found);
            } else {
                trouble.set(words.wrong);
                dom::focus_id("passphrase");
            }
        });
    };
    let state = p("").attr("role", "status").live_text(move || state.get().to_owned());
    let form = passphrase_form(session, passphrase, trouble, "button button-main", open).child(state);
    vec![h1(words.sealed_title), p(words.sealed_text), form]
}

/// Asks for the passphrase of what is sealed. `trouble` says what is wrong with it, "" when nothing is.
pub(in crate::app::pages) fn passphrase_form(
    session: Session,
    passphrase: RwSignal<String>,
    trouble: RwSignal<&'static str>,
    button: &str,
    open: impl FnMut(Event) + 'static,
) -> El {
    let is_trouble = move || !trouble.get().is_empty();
    let input = el("input")
        .id("passphrase")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("autocapitalize", "off")
        .attr("spellcheck", "false")
        .live_attr("aria-invalid", move || is_trouble().then_some("true"))
        .live_attr("aria-describedby", move || is_trouble().then_some("passphrase-error"))
        .value(move || passphrase.get())
        .on("input", move |event| passphrase.set(text_of(&event)));
    el("form")
        .class("seal")
        .attr("novalidate", "")
        .on("submit", open)
        .child(el("label").attr("for", "passphrase").text(session.later_words().share.passphrase))
        .when(is_trouble, move || {
            let said = p("").class("error").id("passphrase-error").attr("role", "alert");
            said.live_text(move || trouble.get().to_owned())
        })
        .child(input)
        .child(submit(button, session.later_words().arrive.open))
}

/// What was under the passphrase; `None` when it is another one. The link itself is whole: its checksum was right.
pub(in crate::app::pages) async fn unseal(
    session: Session,
    sealed: &Sealed,
    passphrase: &str,
) -> Option<Content> {
    let authenticated = sealed.authenticated();
    let with = Parameters {
        iterations: sealed.iterations,
        salt: &sealed.salt,
        nonce: &sealed.nonce,
        authenticated: &authenticated,
    };
    let plain = crypto::decrypt(passphrase, &with, &sealed.ciphertext).await.ok()?;
    link::open_plain(session.questionnaire, &plain).ok()
}
