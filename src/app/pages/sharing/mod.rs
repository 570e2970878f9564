//! Handing a result on as a link: how much it tells is chosen first and shown exactly, then the link is there to be copied.

mod link_box;
mod qr;
mod seal;
mod tells;

pub(in crate::app::pages) use link_box::link_box;

use crate::app::browser::clock;
use crate::app::pages::guide::guide;
use crate::app::parts::input;
use crate::app::reactive::{Get, RwSignal, Set};
use crate::app::session::Session;
use crate::app::ui::{El, el, h2, p, span};
use crate::calendar::Date;
use crate::link::{self, Content, Head};
use crate::share::{Disclosure, content, number};

/// What the user has chosen.
#[derive(Clone, Copy)]
struct Chosen {
    session: Session,
    /// A place in [`Disclosure::ALL`].
    kind: RwSignal<usize>,
    with_name: RwSignal<bool>,
    locked: RwSignal<bool>,
    passphrase: RwSignal<String>,
    /// The link under the passphrase; "" until it is made, and again once anything else is chosen.
    sealed: RwSignal<String>,
}

/// What the link would hold, and how many texts would be cut.
type Held = (Content, usize);

/// The section below a result.
pub(super) fn sharing(session: Session, id: &str) -> El {
    let words = &session.later_words().share;
    let chosen = Chosen {
        session,
        kind: RwSignal::new(2),
        with_name: RwSignal::new(false),
        locked: RwSignal::new(false),
        passphrase: RwSignal::new(String::new()),
        sealed: RwSignal::new(String::new()),
    };
    let name = session.shelf.with_document(id, |document| document.name.clone()).unwrap_or_default();
    let (id, sealed_id) = (id.to_owned(), id.to_owned());
    let told_id = id.clone();
    let told = move || {
        let locked = chosen.locked.get();
        chosen.held(&told_id).map(|held| tells::tells(session, &held, locked)).unwrap_or_default()
    };
    let outcome = move || {
        let (locked, sealed) = (chosen.locked.get(), chosen.sealed.get());
        let Some(held) = chosen.held(&id) else { return Vec::new() };
        let mut parts = Vec::new();
        match link::write(session.questionnaire, &held.0) {
            Err(_) => parts.push(p(words.too_long).class("notice notice-error")),
            Ok(_) if locked && sealed.is_empty() => parts.push(p(words.seal_first).class("hint")),
            Ok(_) if locked => parts.push(link_box(session, words.link, &sealed)),
            Ok(open) => parts.push(link_box(session, words.link, &open)),
        }
        parts
    };
    el("section")
        .class("share no-print")
        .attr("aria-labelledby", "share-title")
        .child(h2(words.title).id("share-title"))
        .child(p(words.text))
        .child(chosen.kinds())
        .child(el("div").class("options").child(chosen.name_box(&name)).child(chosen.lock_box()))
        .child(p(words.warning).class("warning-text"))
        .child(el("div").attr("aria-live", "polite").live(told))
        .when(move || chosen.locked.get(), move || seal::form(chosen, &sealed_id))
        .child(el("div").live(outcome))
}

impl Chosen {
    /// What goes into the link as things are chosen now.
    fn held(self, id: &str) -> Option<Held> {
        let session = self.session;
        let disclosure = *Disclosure::ALL.get(self.kind.get())?;
        let with_name = self.with_name.get();
        let guide = guide(session)?;
        session.shelf.with_document(id, |document| {
            let head = Head {
                number: number(id),
                day: Date::parse(&clock::today()).and_then(Head::day_of),
                name: if with_name { document.name.clone() } else { String::new() },
            };
            content(session.questionnaire, guide, document, &head, disclosure)
        })
    }

    /// Another choice makes another link: one that was sealed before is not shown for it.
    fn forget(self) {
        self.sealed.set(String::new());
    }

    fn kinds(self) -> El {
        let words = &self.session.later_words().share;
        let cards = words.kinds.iter().zip(words.kind_texts).enumerate().map(|(place, (kind, text))| {
            let id = format!("share-{place}");
            let radio = input("radio", &id, "share-kind", &place.to_string())
                .checked(move || self.kind.get() == place)
                .on("change", move |_| {
                    self.forget();
                    self.kind.set(place);
                });
            let text =
                span("card-text", "").child(el("strong").text(kind)).child(span("card-line hint", text));
            el("label").class("card").attr("for", &id).child(radio).child(text)
        });
        el("fieldset")
            .class("field")
            .child(el("legend").text(words.how_much))
            .child(el("div").class("options").children(cards.collect::<Vec<_>>()))
    }

    fn tick(self, id: &str, text: El, signal: RwSignal<bool>) -> El {
        let tick = input("checkbox", id, id, "yes").checked(move || signal.get()).on("change", move |_| {
            self.forget();
            signal.set(!crate::app::reactive::untrack(|| signal.get()));
        });
        el("label").class("card").attr("for", id).child(tick).child(text)
    }

    fn name_box(self, name: &str) -> El {
        let words = &self.session.later_words().share;
        self.tick("share-name", span("card-text", &(words.with_name)(name)), self.with_name)
    }

    fn lock_box(self) -> El {
        let words = &self.session.later_words().share;
        let there = crate::app::browser::crypto::is_there();
        let hint = if there { words.lock_text } else { words.no_crypto };
        let text =
            span("card-text", "").child(el("strong").text(words.lock)).child(span("card-line hint", hint));
        let card = self.tick("share-lock", text, self.locked);
        if there { card } else { card.class("card card-disabled").disable("input") }
    }
}
