//! What is to be asked: what the provider would know, or chapters.

use super::counted;
use crate::answers::Sheet;
use crate::app::parts::input;
use crate::app::reactive::{GetUntracked, RwSignal, Update, With};
use crate::app::session::Session;
use crate::app::ui::{El, details, el, span};
use crate::asking::{askable, of_provider};
use crate::model::{FieldIx, PackIx};

/// A part that can be ticked.
struct Part {
    /// As in the address.
    name: String,
    text: String,
    /// Where it stands; `None` for what the provider would know.
    pack: Option<PackIx>,
    fields: Vec<FieldIx>,
}

/// What is ticked.
#[derive(Clone, Copy)]
pub(super) struct What {
    session: Session,
    /// Fields by part.
    ticked: RwSignal<Vec<(Vec<FieldIx>, bool)>>,
    open_only: RwSignal<bool>,
}

impl What {
    /// The fields to be asked, as things are ticked now.
    pub(super) fn fields(self, sheet: &Sheet) -> Vec<FieldIx> {
        let fields: Vec<FieldIx> = self.ticked.with(|parts| {
            parts.iter().filter(|(_, on)| *on).flat_map(|(fields, _)| fields.iter().copied()).collect()
        });
        let open_only = self.open_only.with(|on| *on);
        askable(self.session.questionnaire, sheet, &fields, open_only)
    }

    fn is(self, place: usize) -> bool {
        self.ticked.with(|parts| parts.get(place).is_some_and(|(_, on)| *on))
    }

    fn set(self, places: &[usize], on: bool) {
        self.ticked.update(|parts| {
            for place in places {
                if let Some((_, ticked)) = parts.get_mut(*place) {
                    *ticked = on;
                }
            }
        });
    }

    fn card(self, id: &str, text: &str, places: Vec<usize>) -> El {
        let all = places.clone();
        let tick = input("checkbox", id, id, "yes")
            .checked(move || all.iter().all(|place| self.is(*place)))
            .on("change", move |_| {
                let on = crate::app::reactive::untrack(|| places.iter().all(|place| self.is(*place)));
                self.set(&places, !on);
            });
        el("label").class("card").attr("for", id).child(tick).child(span("card-text", text))
    }
}

/// The choice, with a part ticked already.
pub(super) fn what(session: Session, sheet: &Sheet, chosen: Option<&str>) -> (What, El) {
    let words = &session.later_words().ask;
    let parts = parts(session, sheet);
    let state = parts.iter().map(|part| (part.fields.clone(), Some(part.name.as_str()) == chosen));
    let what =
        What { session, ticked: RwSignal::new(state.collect::<Vec<_>>()), open_only: RwSignal::new(true) };
    let card = |(place, part): (usize, &Part)| {
        // As many as would be asked if nothing but this was chosen.
        let count = counted(askable(session.questionnaire, sheet, &part.fields, false).len());
        what.card(&format!("ask-{}", part.name), &(words.part)(&part.text, count), vec![place])
    };
    let of = |pack: Option<PackIx>| parts.iter().enumerate().filter(move |(_, part)| part.pack == pack);
    let packs = session.questionnaire.packs().filter_map(|(ix, pack)| {
        let places: Vec<usize> = of(Some(ix)).map(|(place, _)| place).collect();
        if places.is_empty() {
            return None;
        }
        let has_chosen = of(Some(ix)).any(|(_, part)| Some(part.name.as_str()) == chosen);
        let all = what.card(&format!("ask-all-{}", pack.id), words.all_chapters, places);
        let list = el("div").class("options").child(all).children(of(Some(ix)).map(card));
        let fold = details("", session.text(pack.title)).child(list);
        Some(if has_chosen { fold.attr("open", "") } else { fold })
    });
    let open_only = input("checkbox", "ask-open", "ask-open", "yes")
        .checked(move || what.open_only.with(|on| *on))
        .on("change", move |_| what.open_only.update(|on| *on = !*on));
    let text = span("card-text", "")
        .child(el("strong").text(words.open_only))
        .child(span("card-line hint", words.open_only_text));
    let view = el("fieldset")
        .class("field")
        .id("ask-what")
        .attr("tabindex", "-1")
        .child(el("legend").text(words.what))
        .child(el("div").class("options").children(of(None).map(card)))
        .children(packs)
        .child(el("label").class("card").attr("for", "ask-open").child(open_only).child(text));
    (what, view)
}

/// What there is to ask. The shop itself is what the profile is about, so nobody else is asked that.
fn parts(session: Session, sheet: &Sheet) -> Vec<Part> {
    let questionnaire = session.questionnaire;
    let words = &session.later_words().ask;
    let flow = session.flow.get_untracked();
    let rules = (0..).zip(&questionnaire.rules).filter(|(_, rule)| rule.ask.is_some());
    let mut parts: Vec<Part> = rules
        .map(|(place, rule)| Part {
            name: format!("rule-{place}"),
            text: (words.provider)(session.text(rule.reason)),
            pack: None,
            fields: of_provider(questionnaire, &flow, place),
        })
        .collect();
    for (pack, _) in questionnaire.packs().filter(|(ix, _)| ix.0 > 0) {
        parts.extend(questionnaire.chapters_of(pack).map(|(_, chapter)| Part {
            name: chapter.id.clone(),
            text: format!("{}. {}", chapter.number, session.text(chapter.title)),
            pack: Some(pack),
            fields: questionnaire.fields_in(chapter).collect(),
        }));
    }
    parts.retain(|part| !askable(questionnaire, sheet, &part.fields, false).is_empty());
    parts
}
