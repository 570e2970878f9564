//! What of an assessment goes into a link: the user chooses how much, and nothing more leaves the device.

use crate::advise::{GateState, Judgement, Size, basis};
use crate::answers::Document;
use crate::flow::Flow;
use crate::link::{Answers, Content, Head, Points, SizeClass, Summary};
use crate::model::{Guide, PackIx, Questionnaire};
use crate::score::Report;

/// How much a link tells.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Disclosure {
    /// The level, and nothing else.
    Level,
    /// The level, points by chapter, and the serious dangers.
    Scores,
    /// The answers by choice, and all that follows from them.
    Answers,
    /// Answers in free words, notes and the plan as well.
    Everything,
}

impl Disclosure {
    /// All, from the least.
    pub const ALL: [Self; 4] = [Self::Level, Self::Scores, Self::Answers, Self::Everything];
}

/// What goes into the link; and how many texts had to be shortened for that.
pub fn content(
    questionnaire: &Questionnaire,
    guide: &Guide,
    document: &Document,
    head: &Head,
    disclosure: Disclosure,
) -> (Content, usize) {
    let flow = Flow::new(questionnaire, &document.sheet);
    let words = match disclosure {
        Disclosure::Level | Disclosure::Scores => {
            let points = disclosure == Disclosure::Scores;
            return (Content::Summary(summary(questionnaire, guide, document, &flow, head, points)), 0);
        }
        Disclosure::Answers => false,
        Disclosure::Everything => true,
    };
    let (answers, cut) = Answers::new(questionnaire, head, &document.sheet, &flow, words, &document.plan);
    (Content::Answers(answers), cut)
}

fn summary(
    questionnaire: &Questionnaire,
    guide: &Guide,
    document: &Document,
    flow: &Flow,
    head: &Head,
    with_points: bool,
) -> Summary {
    let pack = basis(questionnaire, &document.sheet, flow);
    let report = Report::new(questionnaire, pack, &document.sheet, flow);
    let judgement = Judgement::new(questionnaire, guide, &document.sheet, flow);
    let points = with_points.then(|| points(questionnaire, guide, document, flow, pack, &report, &judgement));
    Summary {
        head: head.clone(),
        pack: questionnaire.pack(pack).map(|pack| pack.id.clone()).unwrap_or_default(),
        level: judgement.level(guide, report.total),
        points,
    }
}

fn points(
    questionnaire: &Questionnaire,
    guide: &Guide,
    document: &Document,
    flow: &Flow,
    pack: PackIx,
    report: &Report,
    judgement: &Judgement,
) -> Points {
    let progress = flow.total(questionnaire, &document.sheet, pack);
    let gates = judgement.gates_that_are(GateState::Shut);
    let gates = gates.filter_map(|place| Some(guide.gates.get(usize::from(place))?.id.clone())).collect();
    let chapters = report.chapters.iter().filter_map(|score| {
        let chapter = questionnaire.chapter(score.chapter)?;
        Some((chapter.id.clone(), score.tally.lowest().zip(score.tally.highest())))
    });
    Points {
        total: report.range(),
        answered: progress.answered,
        asked: progress.asked,
        desired: judgement.desired,
        size: judgement.size.map(|size| match size {
            Size::Small => SizeClass::Small,
            Size::Medium => SizeClass::Medium,
            Size::Large => SizeClass::Large,
        }),
        gates,
        chapters: chapters.collect(),
    }
}

/// The number by which links of one assessment know each other: FNV-1a of its id, which is random itself. Never 0, which
/// means that it is not known.
pub fn number(id: &str) -> u32 {
    let step = |hash: u32, byte: u8| (hash ^ u32::from(byte)).wrapping_mul(16_777_619);
    id.bytes().fold(2_166_136_261, step).max(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_assessment_keeps_its_number() {
        assert_eq!(number(""), 2_166_136_261);
        assert_eq!(number("a"), 0xE40C_292C);
        assert_eq!(number("foobar"), 0xBF9C_F968);
    }
}
