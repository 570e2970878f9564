//! The five ways to divide a network, drawn. The option's own text says the same in words, so the drawing is left out of
//! the accessibility tree.

use crate::app::session::Session;
use crate::app::ui::{El, svg};
use crate::model::Code;

/// A zone: which name it has, and which boxes are in it.
struct Zone {
    name: usize,
    boxes: &'static [usize],
}

/// Places of the names in `zone_names`.
const OUTER: usize = 1;
const DMZ: usize = 2;
const INNER: usize = 3;
/// Places of the names in `zone_parts`.
const PUBLIC: usize = 0;
const BUSINESS: usize = 1;
const FIREWALL: usize = 2;
const BUSINESS_A: usize = 3;
const BUSINESS_B: usize = 4;

/// The zones of each pattern, from the internet inwards, as chapter 9 describes them.
fn pattern(code: Code) -> &'static [Zone] {
    match code.letter() {
        'A' => &[Zone { name: OUTER, boxes: &[PUBLIC, BUSINESS] }],
        'B' => &[Zone { name: OUTER, boxes: &[PUBLIC] }, Zone { name: INNER, boxes: &[BUSINESS] }],
        'C' => &[Zone { name: DMZ, boxes: &[PUBLIC] }, Zone { name: INNER, boxes: &[BUSINESS] }],
        'D' => &[
            Zone { name: OUTER, boxes: &[PUBLIC] },
            Zone { name: DMZ, boxes: &[PUBLIC] },
            Zone { name: INNER, boxes: &[BUSINESS] },
        ],
        'E' => {
            &[Zone { name: DMZ, boxes: &[PUBLIC] }, Zone { name: INNER, boxes: &[BUSINESS_A, BUSINESS_B] }]
        }
        _ => &[],
    }
}

const WIDTH: u16 = 300;
const BOX: u16 = 26;

/// A drawing of the pattern that an option stands for.
pub(super) fn zones(session: Session, code: Code) -> El {
    let words = &session.words().answer;
    let name = |place: usize| words.zone_names.get(place).copied().unwrap_or_default();
    let part = |place: usize| words.zone_parts.get(place).copied().unwrap_or_default();
    let mut drawn = vec![rect("zone-net", 2, 2, WIDTH - 4, 24), text("zone-text", WIDTH / 2, 14, name(0))];
    let mut top = 32;
    for zone in pattern(code) {
        // A firewall stands before every zone that is not simply out on the internet.
        if zone.name != OUTER {
            drawn.push(rect("zone-wall", 2, top, WIDTH - 4, 22));
            drawn.push(text("zone-text", WIDTH / 2, top + 11, part(FIREWALL)));
            top += 26;
        }
        drawn.push(rect("zone", 2, top, WIDTH - 4, 36 + BOX));
        drawn.push(text("zone-name", 10, top + 14, name(zone.name)));
        let count = u16::try_from(zone.boxes.len()).unwrap_or(1).max(1);
        let width = (WIDTH - 20) / count - 6;
        for (nth, label) in (0..).zip(zone.boxes) {
            let left = 12 + nth * (width + 6);
            drawn.push(rect("zone-box", left, top + 28, width, BOX));
            drawn.push(text("zone-text", left + width / 2, top + 28 + BOX / 2, part(*label)));
        }
        top += 42 + BOX;
    }
    let drawing = svg("svg").class("zones").attr("aria-hidden", "true").children(drawn);
    drawing.attr("viewBox", &format!("0 0 {WIDTH} {top}"))
}

fn rect(class: &str, x: u16, y: u16, width: u16, height: u16) -> El {
    let places = [("x", x), ("y", y), ("width", width), ("height", height), ("rx", 4)];
    places
        .into_iter()
        .fold(svg("rect").class(class), |rect, (name, value)| rect.attr(name, &value.to_string()))
}

/// The class says whether it begins or is centred at the place.
fn text(class: &str, x: u16, y: u16, words: &str) -> El {
    let text = svg("text").class(class).attr("x", &x.to_string()).attr("y", &y.to_string());
    let anchor = if class == "zone-name" { "start" } else { "middle" };
    text.attr("text-anchor", anchor).attr("dominant-baseline", "central").text(words)
}
