//! A link as a QR code, to be read from the screen by a phone.

use crate::app::session::Session;
use crate::app::ui::{El, el, p, svg};
use crate::chart::qr;

/// Modules of white around the code, without which cameras do not find it.
const QUIET: i32 = 4;

pub(super) fn qr_code(session: Session, url: &str) -> El {
    let words = &session.later_words().share;
    let Some(code) = qr(url) else { return p(words.qr_too_long) };
    let side = code.size + 2 * QUIET;
    let ground =
        svg("rect").class("qr-ground").attr("x", &format!("-{QUIET}")).attr("y", &format!("-{QUIET}"));
    let ground = ground.attr("width", &side.to_string()).attr("height", &side.to_string());
    let image = svg("svg")
        .class("qr-code")
        .attr("viewBox", &format!("-{QUIET} -{QUIET} {side} {side}"))
        .attr("role", "img")
        .attr("aria-label", words.qr_label)
        .attr("shape-rendering", "crispEdges")
        .child(ground)
        .child(svg("path").class("qr-dark").attr("d", &code.path));
    el("div").child(image).child(p(words.qr_text))
}
