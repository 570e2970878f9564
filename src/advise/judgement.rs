//! What the answers of all packs say about a shop beside its points.

use super::truth::holds;
use crate::answers::Sheet;
use crate::flow::{Flow, Progress};
use crate::model::{Guide, PackIx, Questionnaire};
use crate::score::Tally;

/// Whether a gate is shut.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GateState {
    /// It caps the level.
    Shut,
    /// It may be shut: an answer is missing, or わからない.
    Unknown,
    /// It is not shut.
    Open,
}

/// How large a shop is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Size {
    /// 小規模.
    Small,
    /// 中規模.
    Medium,
    /// 大規模.
    Large,
}

/// What the answers say beside the points.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Judgement {
    /// How large the shop is; `None` until the profile tells.
    pub size: Option<Size>,
    /// One for each gate of the guide.
    pub gates: Vec<GateState>,
    /// What was found, as places in the guide, the most severe first.
    pub findings: Vec<u8>,
    /// The level a shop like this should have, from 1; `None` until the profile tells.
    pub desired: Option<u8>,
    /// What raised it, as places in [`Guide::desired`].
    pub raises: Vec<u8>,
}

/// The pack whose points the level stands on: the full checkup once half of it is answered, or while less than half of
/// the first check is and less of it than of the full checkup; else the first check.
pub fn basis(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow) -> PackIx {
    let named = |id| {
        let pack = questionnaire.pack_named(id)?;
        Some((pack, flow.total(questionnaire, sheet, pack)))
    };
    let half = |progress: Progress| progress.asked > 0 && progress.answered * 2 >= progress.asked;
    match (named("ecom"), named("quick")) {
        (Some((full, of_full)), Some((_, of_first)))
            if half(of_full) || (!half(of_first) && of_full.answered > of_first.answered) =>
        {
            full
        }
        (_, Some((first, _))) => first,
        (Some((full, _)), None) => full,
        (None, None) => PackIx(0),
    }
}

impl Judgement {
    /// Judges a sheet.
    pub fn new(questionnaire: &Questionnaire, guide: &Guide, sheet: &Sheet, flow: &Flow) -> Self {
        let truth = |when: &[_]| holds(questionnaire, sheet, flow, when);
        let gates = (guide.gates.iter())
            .map(|gate| match truth(&gate.when) {
                Some(true) => GateState::Shut,
                Some(false) => GateState::Open,
                None => GateState::Unknown,
            })
            .collect();
        let mut findings = Vec::new();
        for severity in [3, 2, 1] {
            for (place, finding) in (0..).zip(&guide.findings) {
                if finding.severity == severity && truth(&finding.when) == Some(true) {
                    findings.push(place);
                }
            }
        }
        let size = size(guide, truth);
        let raises: Vec<u8> = ((0..).zip(&guide.desired))
            .filter(|(_, raise)| truth(&raise.when) == Some(true))
            .map(|(place, _)| place)
            .collect();
        // One reason is enough; two do not make a small shop need what only large ones can have.
        let raised = raises.iter().filter_map(|place| guide.desired.get(usize::from(*place)));
        let raised = raised.map(|raise| raise.by).max().unwrap_or(0);
        let [small, medium, large] = guide.size.desired;
        let most = u8::try_from(guide.levels.len()).unwrap_or(u8::MAX);
        let desired = size.map(|size| {
            let base = match size {
                Size::Small => small,
                Size::Medium => medium,
                Size::Large => large,
            };
            base.saturating_add(raised).min(most)
        });
        Self { size, gates, findings, desired, raises }
    }

    /// The level from 1: at worst and at best, as far as the answers go. `None` when no rating applies.
    pub fn level(&self, guide: &Guide, tally: Tally) -> Option<(u8, u8)> {
        let (lowest, highest) = tally.lowest().zip(tally.highest())?;
        let of_points = |permille: u16| {
            let reached = guide.levels.iter().filter(|level| level.from <= permille).count();
            u8::try_from(reached).unwrap_or(u8::MAX)
        };
        let cap = |counts: fn(GateState) -> bool| {
            let caps = guide.gates.iter().zip(&self.gates).filter(|(_, state)| counts(**state));
            caps.map(|(gate, _)| gate.cap).min().unwrap_or(u8::MAX)
        };
        let worst = of_points(lowest).min(cap(|state| state != GateState::Open));
        let best = of_points(highest).min(cap(|state| state == GateState::Shut));
        Some((worst, best))
    }

    /// The gates in a state, as places in the guide.
    pub fn gates_that_are(&self, wanted: GateState) -> impl Iterator<Item = u8> {
        (0..).zip(&self.gates).filter(move |(_, state)| **state == wanted).map(|(place, _)| place)
    }
}

fn size(guide: &Guide, truth: impl Fn(&[Vec<crate::model::Test>]) -> Option<bool>) -> Option<Size> {
    let mut points = 0_u8;
    for add in &guide.size.add {
        if truth(&add.when)? {
            points = points.saturating_add(add.by);
        }
    }
    if guide.size.add.is_empty() {
        return None;
    }
    Some(if points >= guide.size.large {
        Size::Large
    } else if points >= guide.size.medium {
        Size::Medium
    } else {
        Size::Small
    })
}
