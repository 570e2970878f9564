//! Where each count has its place: one flat list of numbers, so that adding a sheet and putting two surveys together
//! are nothing but additions.

use super::cross::CROSSED;
use crate::model::{Chapter, ChapterIx, Code, Codes, FieldIx, Guide, Kind, PackIx, Questionnaire};

/// Points of a score: 0 to 100.
pub(super) const POINTS: usize = 101;
/// Counts of a field before those of its options.
pub(super) const HEAD: usize = 4;
/// Places among these: asked, answered, 対象外, わからない.
pub(super) const ASKED: usize = 0;
pub(super) const ANSWERED: usize = 1;
pub(super) const NA: usize = 2;
pub(super) const DK: usize = 3;

/// What a score is of.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Subject {
    /// All scored chapters of a pack.
    Pack(PackIx),
    /// A scored chapter.
    Chapter(ChapterIx),
}

/// Something a shop says about itself on a scale: a rating that is not scored, or a row of opinions.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct SelfView {
    /// The field.
    pub field: FieldIx,
    /// Its row, in a table.
    pub row: Option<Code>,
    /// How many steps the scale has.
    pub(super) steps: usize,
}

/// Where a field has its counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct FieldPlace {
    /// The first of them.
    pub(super) from: usize,
    /// Levels of a row; 1 for what is no table.
    pub(super) levels: usize,
}

/// Where pairs of answers have their counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct CrossPlace {
    /// The questions.
    pub(super) fields: [FieldIx; 2],
    /// Counts of one answer to the first.
    pub(super) width: usize,
    /// The first of them.
    pub(super) from: usize,
}

/// Where everything has its place.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct Layout {
    pub(super) fields: Vec<FieldPlace>,
    pub(super) subjects: Vec<(Subject, usize)>,
    pub(super) levels: usize,
    pub(super) gates: usize,
    pub(super) findings: usize,
    pub(super) gaps: usize,
    pub(super) views: Vec<SelfView>,
    /// For each pair of self-views, the earlier first.
    pub(super) pairs: Vec<(usize, usize, usize)>,
    /// Answers that are counted in pairs.
    pub(super) cross: Option<CrossPlace>,
    /// How many counts there are. The first is that of the respondents.
    pub(super) cells: usize,
    /// Tells whether counts of another program mean the same.
    pub(super) mark: u64,
}

/// One more than the last place of a set.
fn width(codes: Codes) -> usize {
    codes.iter().last().map_or(0, |code| usize::from(code.place()) + 1)
}

impl Layout {
    pub(super) fn new(questionnaire: &Questionnaire, guide: &Guide) -> Self {
        let mut layout = Self { cells: 1, mark: 0xCBF2_9CE4_8422_2325, ..Self::default() };
        for field in &questionnaire.fields {
            let levels = if matches!(field.kind, Kind::Matrix { .. }) { width(field.levels()) } else { 1 };
            let counts = HEAD + width(field.codes()) * levels;
            let from = layout.place(&field.id, counts);
            layout.fields.push(FieldPlace { from, levels });
        }
        for (pack, content) in questionnaire.packs() {
            let scored = || questionnaire.chapters_of(pack).filter(|(_, chapter)| chapter.scored);
            if scored().next().is_none() {
                continue;
            }
            let from = layout.place(&content.id, POINTS);
            layout.subjects.push((Subject::Pack(pack), from));
            for (ix, chapter) in scored() {
                let from = layout.place(&chapter.id, POINTS);
                layout.subjects.push((Subject::Chapter(ix), from));
            }
        }
        layout.levels = layout.place("levels", guide.levels.len());
        layout.gates = layout.cells;
        for gate in &guide.gates {
            layout.place(&gate.id, 3);
        }
        layout.findings = layout.cells;
        for finding in &guide.findings {
            layout.place(&finding.id, 1);
        }
        layout.gaps = layout.place("gaps", guide.opinions.len() * 3);
        layout.views = self_views(questionnaire, guide);
        for (second, view) in layout.views.clone().into_iter().enumerate() {
            for (first, other) in layout.views.clone().into_iter().enumerate().take(second) {
                let from = layout.place("pair", other.steps * view.steps);
                layout.pairs.push((first, second, from));
            }
        }
        layout.cross = layout.place_cross(questionnaire);
        layout
    }

    fn place_cross(&mut self, questionnaire: &Questionnaire) -> Option<CrossPlace> {
        let [rows, columns] = CROSSED.map(|id| questionnaire.field_named(id));
        let fields = [rows?, columns?];
        let [rows, columns] =
            fields.map(|field| questionnaire.field(field).map_or(0, |field| width(field.codes())));
        Some(CrossPlace { fields, width: columns, from: self.place("cross", rows * columns) })
    }

    /// Sets places aside, and notes what for.
    fn place(&mut self, id: &str, counts: usize) -> usize {
        let step = |mark: u64, byte: u8| (mark ^ u64::from(byte)).wrapping_mul(0x100_0000_01B3);
        self.mark = id.bytes().chain(counts.to_le_bytes()).fold(self.mark, step);
        let from = self.cells;
        self.cells += counts;
        from
    }
}

fn self_views(questionnaire: &Questionnaire, guide: &Guide) -> Vec<SelfView> {
    let unscored = |chapter: &&Chapter| !chapter.scored;
    let chapters = questionnaire.chapters.iter().filter(unscored);
    let ratings = chapters.flat_map(|chapter| questionnaire.fields_in(chapter)).filter_map(|field| {
        let Kind::Rating { steps, .. } = &questionnaire.field(field)?.kind else { return None };
        Some(SelfView { field, row: None, steps: steps.len() })
    });
    let rows = guide.opinions.iter().filter_map(|opinion| {
        let steps = width(questionnaire.field(opinion.field)?.levels());
        Some(SelfView { field: opinion.field, row: Some(opinion.row), steps })
    });
    ratings.chain(rows).collect()
}
