//! The report: what the counts say, as far as it may be told.

use super::association::Association;
use super::count::Survey;
use super::cross::Cross;
use super::derived::Part;
use super::folding::{FEWEST, kept_back};
use super::layout::Subject;
use super::reading::Reader;
use super::respondent::date_of;
use super::scores::Scores;
use super::table::Table;
use crate::calendar::Date;
use crate::model::{ChapterIx, FieldIx, Guide, Questionnaire};

/// A group of respondents: all of them, or one size class, or several that are too small to stand alone.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// What it is made of; all parts for all respondents.
    pub parts: Vec<Part>,
    /// How many respondents.
    pub n: u32,
}

impl Group {
    /// Whether it is all respondents.
    pub fn is_all(&self) -> bool {
        self.parts.len() == Part::ALL.len()
    }

    /// Its permanent name: `all`, `large`, `medium+small`.
    pub fn name(&self) -> String {
        if self.is_all() {
            return "all".to_owned();
        }
        self.parts.iter().map(|part| part.name()).collect::<Vec<_>>().join("+")
    }
}

/// The scores of a pack or chapter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ScoreReport {
    /// What they are of.
    pub subject: Subject,
    /// By group; `None` is kept back.
    pub columns: Vec<Option<Scores>>,
}

/// The answers to a field: one table, or one for each row of a field that is a table itself.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldReport {
    /// Which.
    pub field: FieldIx,
    /// In the order they are shown.
    pub tables: Vec<Table>,
}

/// The shops' own opinion of a chapter beside its score: too good, fits, too bad.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct GapReport {
    /// Which.
    pub chapter: ChapterIx,
    /// The counts.
    pub table: Table,
}

/// What many sheets say.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Report {
    /// How many respondents.
    pub respondents: u32,
    /// Of these, made-up ones.
    pub synthetic: u32,
    /// The first and the last day of the answers, as far as they are known.
    pub days: Option<(Date, Date)>,
    /// All respondents first, then the groups that can be told apart.
    pub groups: Vec<Group>,
    /// Levels from 1.
    pub levels: Table,
    /// Packs, each followed by its chapters.
    pub scores: Vec<ScoreReport>,
    /// For each gate of the guide: shut, not known, open.
    pub gates: Vec<Table>,
    /// For each finding of the guide: found.
    pub findings: Vec<Table>,
    /// For each opinion of the guide.
    pub gaps: Vec<GapReport>,
    /// Each field in order.
    pub fields: Vec<FieldReport>,
    /// All pairs of self-views that enough shops gave.
    pub associations: Vec<Association>,
    /// System staff against servers, when enough shops told both.
    pub cross: Option<Cross>,
}

/// All respondents, then a partition of them in which no group is too small.
fn groups(survey: &Survey) -> Vec<Group> {
    let sizes = Part::ALL.map(|part| survey.cell(part, 0));
    let kept = kept_back(&sizes, FEWEST);
    let all = Group { parts: Part::ALL.to_vec(), n: sizes.iter().sum() };
    let with = |wanted: bool| {
        let parts = Part::ALL.into_iter().zip(sizes).zip(&kept);
        parts.filter(move |((_, n), kept)| *n > 0 && **kept == wanted).map(|(part, _)| part)
    };
    let mut groups: Vec<Group> = with(false).map(|(part, n)| Group { parts: vec![part], n }).collect();
    let folded: Vec<Part> = with(true).map(|(part, _)| part).collect();
    if !folded.is_empty() {
        groups.push(Group { n: with(true).map(|(_, n)| n).sum(), parts: folded });
    }
    // One group that holds everybody says nothing that is not said of all.
    if groups.len() < 2 {
        groups.clear();
    }
    groups.insert(0, all);
    groups
}

impl Report {
    /// What the counts say. Questionnaire and guide must be those the survey was made with.
    pub fn new(questionnaire: &Questionnaire, guide: &Guide, survey: &Survey) -> Self {
        let groups = groups(survey);
        let layout = &survey.layout;
        let reader = Reader { survey, groups: &groups };
        let subjects = layout.subjects.iter();
        let scores = subjects
            .map(|(subject, from)| ScoreReport { subject: *subject, columns: reader.scores(*from) })
            .collect();
        let fields = (questionnaire.fields().zip(&layout.fields))
            .map(|((ix, field), place)| FieldReport { field: ix, tables: reader.field(field, *place) })
            .collect();
        let gap = |(place, opinion): (usize, &crate::model::Opinion)| GapReport {
            chapter: opinion.chapter,
            table: reader.plain(layout.gaps + place * 3, 3, false),
        };
        let pairs = layout.pairs.iter();
        let associations = pairs.filter_map(|(one, other, from)| reader.association(*one, *other, *from));
        Self {
            respondents: survey.respondents(),
            synthetic: survey.state.synthetic,
            // Of so few, not even when.
            days: survey
                .state
                .days
                .filter(|_| survey.respondents() >= FEWEST)
                .and_then(|(first, last)| date_of(first).zip(date_of(last))),
            levels: reader.plain(layout.levels, guide.levels.len(), false),
            scores,
            gates: (0..guide.gates.len())
                .map(|gate| reader.plain(layout.gates + gate * 3, 3, true))
                .collect(),
            findings: (0..guide.findings.len())
                .map(|finding| reader.plain(layout.findings + finding, 1, true))
                .collect(),
            gaps: guide.opinions.iter().enumerate().map(gap).collect(),
            fields,
            associations: associations.collect(),
            cross: reader.cross(questionnaire),
            groups,
        }
    }

    /// What was reported of a field.
    pub fn field(&self, field: FieldIx) -> Option<&FieldReport> {
        self.fields.get(field.index())
    }

    /// The scores of a pack or chapter.
    pub fn score(&self, subject: Subject) -> Option<&ScoreReport> {
        self.scores.iter().find(|report| report.subject == subject)
    }
}
