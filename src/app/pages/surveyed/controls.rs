//! Choosing what is shown: a chapter, words to look for, sizes.

use super::chapter;
use super::look::Look;
use super::shown::{Part, Shown, shown};
use crate::app::browser::dom;
use crate::app::pages::packs::has_result;
use crate::app::session::Session;
use crate::app::state::State;
use crate::app::ui::{El, button, el, h2, p, text_of};
use crate::model::PackIx;
use crate::survey::Wanted;

/// The value of the overview, and of all chapters: no chapter is called so.
const OVERVIEW: &str = "";
const ALL: &str = "*";

pub(super) fn controls(look: &Look<'_>, pack: PackIx) -> El {
    let session = look.session;
    let words = &session.later_words().surveyed;
    let state = shown(session, pack);
    let status = p("").class("hint").id("survey-count").attr("role", "status");
    let status = status.live_text(move || state.with(|shown| said(session, pack, shown)).unwrap_or_default());
    el("section")
        .class("controls no-print")
        .attr("aria-labelledby", "choose-title")
        .child(h2(words.choose).id("choose-title"))
        .child(
            el("div")
                .class("controls-row")
                .child(chapters(session, pack, state))
                .child(search(session, state)),
        )
        .child(sizes(look, state))
        .child(status)
}

/// How many questions are shown.
fn said(session: Session, pack: PackIx, shown: &Shown) -> String {
    let words = &session.later_words().surveyed;
    let wanted = Wanted::new(&shown.search);
    if wanted.is_empty() {
        let count = match shown.part {
            Part::Overview => return String::new(),
            Part::All => chapter::count(session, pack, None, &wanted),
            Part::Chapter(ix) => chapter::count(session, pack, Some(ix), &wanted),
        };
        return (words.questions)(&count.to_string());
    }
    let count = chapter::count(session, pack, None, &wanted);
    if count > chapter::MOST {
        (words.found_many)(&count.to_string(), &chapter::MOST.to_string())
    } else {
        (words.found)(&count.to_string())
    }
}

fn chapters(session: Session, pack: PackIx, state: State<Shown>) -> El {
    let questionnaire = session.questionnaire;
    let words = &session.later_words().surveyed;
    let option = |value: &str, text: &str| el("option").attr("value", value).text(text);
    let overview = has_result(pack).then(|| option(OVERVIEW, words.overview));
    let chapters = questionnaire.chapters_of(pack).map(|(_, chapter)| {
        option(&chapter.id, &format!("{}. {}", chapter.number, session.text(chapter.title)))
    });
    let several = questionnaire.chapters_of(pack).nth(1).is_some();
    let value = move || {
        let part = state.with(|shown| shown.part).unwrap_or_default();
        match part {
            Part::Overview => OVERVIEW.to_owned(),
            Part::All => ALL.to_owned(),
            Part::Chapter(ix) => {
                questionnaire.chapter(ix).map_or(String::new(), |chapter| chapter.id.clone())
            }
        }
    };
    let choose = move |event: web_sys::Event| {
        let chosen = text_of(&event);
        let part = match chosen.as_str() {
            OVERVIEW => Part::Overview,
            ALL => Part::All,
            id => questionnaire.chapter_named(id).map_or(Part::All, Part::Chapter),
        };
        state.change(|shown| {
            shown.part = part;
            shown.search.clear();
        });
    };
    let select = el("select")
        .id("survey-chapter")
        .maybe(overview)
        .children(chapters)
        .maybe(several.then(|| option(ALL, words.all_chapters)))
        .value(value)
        .on("change", choose);
    el("div").child(el("label").attr("for", "survey-chapter").text(words.show)).child(select)
}

fn search(session: Session, state: State<Shown>) -> El {
    let words = &session.later_words().surveyed;
    let input = el("input")
        .id("survey-search")
        .attr("type", "text")
        .attr("autocomplete", "off")
        .attr("enterkeyhint", "search")
        .attr("aria-describedby", "survey-search-hint")
        .value(move || state.with(|shown| shown.search.clone()).unwrap_or_default())
        .on("input", move |event| state.change(|shown| shown.search = text_of(&event)));
    let clear = move || {
        button("quiet", words.clear, move |_| {
            state.change(|shown| shown.search.clear());
            dom::focus("#survey-search");
        })
        .id("survey-clear")
    };
    let is_searching = move || state.with(|shown| !Wanted::new(&shown.search).is_empty()) == Some(true);
    el("div")
        .child(el("label").attr("for", "survey-search").text(words.search))
        .child(input)
        .child(p(words.search_hint).class("hint").id("survey-search-hint"))
        .when(is_searching, clear)
}

/// A box for each group; without a tick its column is left out.
fn sizes(look: &Look<'_>, state: State<Shown>) -> El {
    let words = &look.session.later_words().surveyed;
    if look.report.groups.len() < 2 {
        return el("div");
    }
    let boxes = look.report.groups.iter().map(|group| {
        let (name, of_box) = (group.name(), group.name());
        let tick = move |_| {
            let name = name.clone();
            state.change(|shown| {
                let before = shown.without.len();
                shown.without.retain(|other| *other != name);
                if shown.without.len() == before {
                    shown.without.push(name);
                }
            });
        };
        let input = el("input")
            .attr("type", "checkbox")
            .id(&format!("size-{}", group.name()))
            .checked(move || state.with(|shown| !shown.without.contains(&of_box)) == Some(true))
            .on("change", tick);
        el("label").child(input).child(el("span").text(&look.telling.group(group)))
    });
    el("fieldset")
        .class("sizes")
        .child(el("legend").text(words.sizes))
        .children(boxes)
        .child(p(words.sizes_hint).class("hint"))
}
