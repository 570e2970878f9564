//! The whole result of one sheet.

use super::{Permille, Tally};
use crate::answers::{Answer, Sheet};
use crate::flow::{Flow, Visibility};
use crate::model::{ChapterIx, Code, FieldIx, Kind, PackIx, Questionnaire};
use crate::order::insert_where;

/// The result of one sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// Of which pack.
    pub pack: PackIx,
    /// All scored chapters together.
    pub total: Tally,
    /// Every scored chapter, in order.
    pub chapters: Vec<ChapterScore>,
    /// Every viewpoint, in the order of the questionnaire.
    pub views: Vec<ViewScore>,
    /// Ratings answered with the lower half of the steps: the worst first, then the heavier, then in order.
    pub weaknesses: Vec<Weakness>,
}

/// The result of one chapter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ChapterScore {
    /// Which.
    pub chapter: ChapterIx,
    /// Its points.
    pub tally: Tally,
}

/// The result from one viewpoint.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ViewScore {
    /// Index into [`Questionnaire::views`].
    pub view: u8,
    /// Its points.
    pub tally: Tally,
}

/// A rating with a low answer.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Weakness {
    /// Which field.
    pub field: FieldIx,
    /// The step chosen.
    pub step: Code,
    /// The field's weight, 1–3.
    pub weight: u8,
    /// What the step earns, of 12.
    pub earned: u32,
}

impl Report {
    /// Scores the ratings of a pack, those it uses included.
    pub fn new(questionnaire: &Questionnaire, pack: PackIx, sheet: &Sheet, flow: &Flow) -> Self {
        let mut total = Tally::default();
        let mut views = vec![Tally::default(); questionnaire.views.len()];
        let mut chapters = Vec::new();
        let mut weaknesses = Vec::new();
        for (ix, chapter) in questionnaire.chapters_of(pack).filter(|(_, chapter)| chapter.scored) {
            let mut tally = Tally::default();
            for field in questionnaire.fields_in(chapter) {
                let Some((view, rating, weakness)) = rate(questionnaire, sheet, flow, field) else {
                    continue;
                };
                tally.add(rating);
                if let Some(tally) = views.get_mut(usize::from(view)) {
                    tally.add(rating);
                }
                if let Some(weakness) = weakness {
                    insert_where(&mut weaknesses, weakness, |other| rank(*other) < rank(weakness));
                }
            }
            total.add(tally);
            chapters.push(ChapterScore { chapter: ix, tally });
        }
        let views = (0..).zip(views).map(|(view, tally)| ViewScore { view, tally }).collect();
        Self { pack, total, chapters, views, weaknesses }
    }

    /// Chapters from strongest to weakest: by the certain part of the score, then by the possible part, then in order.
    /// Chapters where nothing applies or nothing is answered yet are left out.
    pub fn ranked(&self) -> Vec<ChapterScore> {
        let key = |score: &ChapterScore| (score.tally.lowest(), score.tally.highest());
        let mut ranked = Vec::new();
        for score in self.chapters.iter().filter(|score| score.tally.ratings > score.tally.open_ratings) {
            insert_where(&mut ranked, *score, |other| key(other) >= key(score));
        }
        ranked
    }

    /// The range of the whole; `None` when nothing applies.
    pub fn range(&self) -> Option<(Permille, Permille)> {
        self.total.lowest().zip(self.total.highest())
    }
}

/// The order of weaknesses: the worst first, then the heavier, then as they come.
fn rank(weakness: Weakness) -> (u32, u8, FieldIx) {
    (weakness.earned, 3 - weakness.weight.min(3), weakness.field)
}

/// The weakness a rating shows, if it is asked and its answer is in the lower half of the steps.
pub fn weakness(questionnaire: &Questionnaire, sheet: &Sheet, flow: &Flow, ix: FieldIx) -> Option<Weakness> {
    rate(questionnaire, sheet, flow, ix)?.2
}

/// The points of one field: its viewpoint, its tally, and the weakness it shows. `None` when it does not count.
fn rate(
    questionnaire: &Questionnaire,
    sheet: &Sheet,
    flow: &Flow,
    ix: FieldIx,
) -> Option<(u8, Tally, Option<Weakness>)> {
    let field = questionnaire.field(ix)?;
    let Kind::Rating { steps, weight, view } = &field.kind else { return None };
    let steps = u8::try_from(steps.len()).ok()?;
    let mut tally = Tally::default();
    let answer = match flow.field(ix) {
        Visibility::Hidden | Visibility::Aside(_) => return None,
        Visibility::Waiting => None,
        Visibility::Asked => sheet.answer(ix),
    };
    match answer {
        Some(Answer::NotApplicable) => None,
        Some(Answer::One(step)) => {
            tally.add_step(*weight, step.place(), steps);
            let low = u16::from(step.place()) * 2 >= u16::from(steps);
            let earned = tally.earned.checked_div(u32::from(*weight)).unwrap_or(0);
            let weakness = low.then_some(Weakness { field: ix, step: *step, weight: *weight, earned });
            Some((*view, tally, weakness))
        }
        _ => {
            tally.add_open(*weight);
            Some((*view, tally, None))
        }
    }
}
