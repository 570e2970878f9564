//! How long each kind of text may be, in characters. The same table is in `questionnaire/README.md`.

/// The longest Japanese and English text of a kind.
#[derive(Clone, Copy)]
pub(super) struct Limit {
    pub(super) ja: usize,
    pub(super) en: usize,
}

const fn limit(ja: usize, en: usize) -> Limit {
    Limit { ja, en }
}

pub(super) const TITLE: Limit = limit(22, 50);
pub(super) const SHORT: Limit = limit(8, 14);
pub(super) const ASK: Limit = limit(70, 170);
pub(super) const STEP: Limit = limit(100, 240);
pub(super) const OPTION: Limit = limit(60, 140);
pub(super) const NOTE: Limit = limit(120, 280);
pub(super) const LEVEL: Limit = limit(16, 30);
pub(super) const LEAD: Limit = limit(120, 280);
pub(super) const WHY: Limit = limit(130, 300);
pub(super) const CHECK: Limit = limit(150, 340);
pub(super) const EVIDENCE: Limit = limit(60, 150);
pub(super) const CHANGED: Limit = limit(170, 400);
pub(super) const POINT: Limit = limit(90, 220);
pub(super) const INTRO: Limit = limit(200, 460);
pub(super) const TERM_NAME: Limit = limit(40, 70);
pub(super) const TERM_TEXT: Limit = limit(110, 260);
pub(super) const SOURCE_TITLE: Limit = limit(60, 120);
pub(super) const REASON: Limit = limit(110, 260);
pub(super) const LEVEL_TITLE: Limit = limit(16, 32);
pub(super) const HEADLINE: Limit = limit(34, 80);
pub(super) const CONSEQUENCE: Limit = limit(150, 340);
pub(super) const RAISE: Limit = limit(80, 190);
pub(super) const ADVICE_STEP: Limit = limit(120, 280);
pub(super) const DONE: Limit = limit(100, 240);
pub(super) const LETTER: Limit = limit(220, 500);
pub(super) const VARIANT: Limit = limit(160, 360);
pub(super) const PAPER_TITLE: Limit = limit(40, 90);
pub(super) const PAPER_LINE: Limit = limit(70, 170);
