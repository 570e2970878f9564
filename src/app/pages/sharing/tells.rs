//! What a link tells whoever has it, before it is copied.

use super::Held;
use crate::app::session::Session;
use crate::app::ui::{El, el, h3, p, texts};

pub(super) fn tells(session: Session, held: &Held, locked: bool) -> Vec<El> {
    let words = &session.later_words().share;
    let (content, cut) = held;
    let said = content.disclosed();
    let mut lines: Vec<String> = Vec::new();
    let mut plain = |on: bool, text: &str| {
        if on {
            lines.push(text.to_owned());
        }
    };
    plain(said.name, words.name);
    plain(said.level, words.level);
    plain(said.size, words.size);
    for (count, text) in [
        (said.chapters, words.chapters),
        (said.gates, words.gates),
        (said.answers, words.answers),
        (said.texts, words.texts),
        (said.notes, words.notes),
        (said.plan, words.plan),
    ] {
        if count > 0 {
            lines.push(text(counted(count)));
        }
    }
    if said.day {
        lines.push(words.day.to_owned());
    }
    let list = texts(lines.iter().map(String::as_str)).id("share-tells");
    let sealed = locked.then(|| p(words.sealed_tells));
    let mut parts = vec![
        h3(words.discloses),
        el("div").class("tells").maybe(sealed).child(list).child(p(words.nothing_else).class("hint")),
    ];
    if *cut > 0 {
        parts.push(p(&(words.cut)(counted(*cut))).class("notice notice-warning"));
    }
    parts
}

fn counted(count: usize) -> u16 {
    u16::try_from(count).unwrap_or(u16::MAX)
}
