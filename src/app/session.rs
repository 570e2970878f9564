//! The state of the page: the documents, the language, the address. Everything else is derived from them.

use super::browser::{address, clock, dom, files, pressed, storage};
use super::pages;
use super::shelf::Shelf;
use super::state::State;
use super::ui::El;
use crate::answers::{Document, Sheet};
use crate::app::reactive::{Memo, RwSignal, Set, run};
use crate::flow::Flow;
use crate::model::{Lang, Questionnaire, TextId, Texts, Tier};
use crate::route::Route;
use crate::words::{LaterWords, Words, later_words, words};
use send_wrapper::SendWrapper;

/// What the home page says about saving to a file: nothing, or a reminder.
type Reminder = fn(Session) -> Vec<El>;

/// Handles to the state; cheap to copy, given to every part of the page.
#[derive(Clone, Copy)]
pub(super) struct Session {
    /// The questionnaire; never changes.
    pub(super) questionnaire: &'static Questionnaire,
    /// The language of the page.
    pub(super) lang: State<Lang>,
    /// Texts by language, as far as loaded.
    texts: State<[Texts; 2]>,
    /// Whether the pages of the second file are here.
    pages: State<bool>,
    /// Whether the page shown waits for a text, or for the second file.
    waiting: State<bool>,
    /// The guide in its compact form, for the pages that need it.
    guide: State<Option<&'static [u8]>>,
    /// Whether a file of texts could not be loaded.
    pub(super) load_failed: RwSignal<bool>,
    /// Whether a newer version of the page waits.
    pub(super) newer: RwSignal<bool>,
    /// Where the user is.
    pub(super) route: State<Route>,
    /// All assessments.
    pub(super) shelf: Shelf,
    /// What the open assessment asks.
    pub(super) flow: Memo<Flow>,
    /// What the home page says about saving to a file; comes with the second file.
    pub(super) reminder: State<Option<Reminder>>,
}

impl Session {
    pub(super) fn new(questionnaire: &'static Questionnaire, lang: Lang) -> Self {
        let route = State::new(address::current());
        let shelf = Shelf::new(questionnaire);
        // There is one thread; Leptos asks for more because its signals also serve servers.
        let state = SendWrapper::new((route, shelf));
        let flow = Memo::new(move |_| {
            let (route, shelf) = *state;
            let flow = |document: &Document| Flow::new(questionnaire, &document.sheet);
            let open = route.with(|route| route.assessment().and_then(|id| shelf.with_document(id, flow)));
            open.flatten().unwrap_or_else(|| Flow::new(questionnaire, &Sheet::new(questionnaire)))
        });
        Self {
            questionnaire,
            lang: State::new(lang),
            texts: State::new(<[Texts; 2]>::default()),
            pages: State::new(false),
            guide: State::new(None),
            waiting: State::new(false),
            load_failed: RwSignal::new(false),
            newer: RwSignal::new(false),
            route,
            shelf,
            flow,
            reminder: State::new(None),
        }
    }

    /// The current language.
    pub(super) fn language(self) -> Lang {
        self.lang.peek(|lang| *lang).unwrap_or(Lang::Ja)
    }

    /// The words of the page in the current language.
    pub(super) fn words(self) -> &'static Words {
        words(self.language())
    }

    /// The words of the pages that arrive later; for those pages only.
    pub(super) fn later_words(self) -> &'static LaterWords {
        later_words(self.language())
    }

    /// A text of the questionnaire in the current language; "" while it has not arrived.
    pub(super) fn text(self, id: TextId) -> &'static str {
        let lang = self.language();
        let text = |texts: &[Texts; 2]| {
            texts.get(lang as usize).map(|texts| texts.get(id, self.questionnaire.tiers))
        };
        let found = self.texts.peek(text).flatten().unwrap_or_default();
        if found.is_empty() {
            self.waiting.change_quietly(|waiting| *waiting = true);
        }
        found
    }

    /// Whether the pages of the second file are here. Asked by whoever wants one: it is told, and they are fetched.
    pub(super) fn has_pages(self) -> bool {
        let here = self.pages.peek(|here| *here) == Some(true);
        if !here {
            self.waiting.change_quietly(|waiting| *waiting = true);
            run(self.load_pages());
        }
        here
    }

    /// The guide in its compact form; `None` while it has not arrived. Only the pages of the second file read it.
    pub(super) fn guide(self) -> Option<&'static [u8]> {
        let guide = self.guide.peek(|guide| *guide).flatten();
        if guide.is_none() {
            self.waiting.change_quietly(|waiting| *waiting = true);
        }
        guide
    }

    /// Loads the guide, once.
    async fn load_guide(self) {
        if self.guide.peek(Option::is_some) == Some(true) {
            return;
        }
        match files::read("guide").await {
            Ok(bytes) => {
                // One guide for as long as the page is open.
                self.guide.change_quietly(|guide| *guide = Some(Vec::leak(bytes)));
                self.arrived();
            }
            Err(_) => self.load_failed.set(true),
        }
    }

    /// Makes the page run again when the language changes or what it waits for may have arrived.
    pub(super) fn track_texts(self) {
        self.lang.track();
        self.texts.track();
        self.waiting.change_quietly(|waiting| *waiting = false);
    }

    /// Loads a tier of texts, once.
    async fn load(self, lang: Lang, tier: Tier) {
        let known = self.texts.peek(|texts| texts.get(lang as usize).is_some_and(|texts| texts.has(tier)));
        if known == Some(true) {
            return;
        }
        match files::read(&files::texts(lang, tier)).await {
            Ok(bytes) => self.take_texts(lang, tier, bytes),
            Err(_) => self.load_failed.set(true),
        }
    }

    /// Loads the second file, once.
    async fn load_pages(self) {
        match pages::fetch_later().await {
            Ok(()) if self.pages.peek(|here| *here) == Some(false) => {
                self.pages.change_quietly(|here| *here = true);
                pages::install_later(self);
                self.arrived();
            }
            Ok(()) => {}
            Err(_) => self.load_failed.set(true),
        }
    }

    /// Takes in a tier of texts. The page is built again only if it waits for one.
    pub(super) fn take_texts(self, lang: Lang, tier: Tier, bytes: Vec<u8>) {
        // Their checksum was right, so they are what the build wrote: UTF-8.
        let raw = String::from_utf8(bytes).unwrap_or_default();
        let add = |texts: &mut [Texts; 2]| {
            if let Some(texts) = texts.get_mut(lang as usize) {
                texts.add(tier, raw);
            }
        };
        self.texts.change_quietly(add);
        if lang == self.language() {
            self.arrived();
        }
    }

    /// Has the page built again if it waits for what has just arrived. Not while the mouse is down: its click would be lost.
    fn arrived(self) {
        pressed::when_released(move || {
            if self.waiting.peek(|waiting| *waiting) == Some(true) {
                self.texts.change(|_| {});
            }
        });
    }

    /// Loads what is still missing: first what this language needs, then the other pages, then the other language.
    pub(super) async fn load_rest(self) {
        self.load_failed.set(false);
        let lang = self.language();
        // In the order in which a first visitor needs them: questions, the result, help.
        for tier in [Tier::Start, Tier::Rest] {
            self.load(lang, tier).await;
        }
        self.load_pages().await;
        self.load_guide().await;
        for tier in [Tier::Guide, Tier::Help] {
            self.load(lang, tier).await;
        }
        for tier in Tier::ALL {
            self.load(lang.other(), tier).await;
        }
        dom::set_flag("data-loaded");
    }

    /// Changes the language and remembers it.
    pub(super) fn set_lang(self, lang: Lang) {
        storage::set_language(lang.tag());
        dom::set_lang(lang);
        self.lang.set(lang);
    }

    /// The id of the open assessment.
    pub(super) fn open_id(self) -> Option<String> {
        self.route.peek(|route| route.assessment().map(str::to_owned)).flatten()
    }

    /// Looks at the open assessment; runs again when it changes.
    pub(super) fn with_document<T>(self, look: impl FnOnce(&Document) -> T) -> Option<T> {
        let id = self.open_id()?;
        self.shelf.with_document(&id, look)
    }

    /// Looks at the answers of the open assessment; runs again when they change.
    pub(super) fn with_sheet<T>(self, look: impl FnOnce(&Sheet) -> T) -> Option<T> {
        self.with_document(|document| look(&document.sheet))
    }

    /// Changes the open assessment and saves it.
    pub(super) fn edit_document(self, change: impl FnOnce(&mut Document)) {
        if let Some(id) = self.open_id() {
            self.shelf.edit(&id, change);
        }
    }

    /// Changes the answers of the open assessment and saves them.
    pub(super) fn edit(self, change: impl FnOnce(&mut Sheet)) {
        self.edit_document(|document| change(&mut document.sheet));
    }

    /// Begins an assessment with a sheet and gives its id.
    pub(super) fn begin(self, name: Option<String>, sheet: Sheet) -> String {
        let now = clock::now();
        let name =
            name.unwrap_or_else(|| (self.words().home.default_name)(&clock::date(&now, self.language())));
        let id = clock::new_id();
        self.shelf.put(
            &id,
            Document {
                name,
                named: 0,
                created: now.clone(),
                changed: now,
                place: None,
                sheet,
                plan: Vec::new(),
                extra: Vec::new(),
            },
        );
        id
    }
}
