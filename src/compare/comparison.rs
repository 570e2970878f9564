//! Points, levels and answers of two sheets, side by side.

use super::difference::{Counts, Difference, Trend, difference};
use crate::advise::{GateState, Judgement};
use crate::answers::Sheet;
use crate::flow::Flow;
use crate::model::{ChapterIx, FieldIx, Guide, PackIx, Questionnaire};
use crate::score::{Report, Tally};

/// The same of both sheets.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Pair<T> {
    /// Of the one everything is told from.
    pub here: T,
    /// Of the other one.
    pub there: T,
}

impl<T> Pair<T> {
    /// Something of both.
    pub fn map<U>(self, mut look: impl FnMut(T) -> U) -> Pair<U> {
        Pair { here: look(self.here), there: look(self.there) }
    }

    /// Both, to look at.
    pub fn as_ref(&self) -> Pair<&T> {
        Pair { here: &self.here, there: &self.there }
    }

    /// Both, the other way round.
    #[must_use]
    pub fn swapped(self) -> Self {
        Self { here: self.there, there: self.here }
    }
}

impl Pair<Report> {
    /// The points of the whole.
    pub fn total(&self) -> Pair<Tally> {
        self.as_ref().map(|report| report.total)
    }

    /// The points of every scored chapter, in order.
    pub fn chapters(&self) -> impl Iterator<Item = (ChapterIx, Pair<Tally>)> + '_ {
        let both = self.here.chapters.iter().zip(&self.there.chapters);
        both.map(|(here, there)| (here.chapter, Pair { here: here.tally, there: there.tally }))
    }

    /// The points from every viewpoint, in order.
    pub fn views(&self) -> impl Iterator<Item = (u8, Pair<Tally>)> + '_ {
        let both = self.here.views.iter().zip(&self.there.views);
        both.map(|(here, there)| (here.view, Pair { here: here.tally, there: there.tally }))
    }
}

impl Pair<Tally> {
    /// Whether the points are better there. Only what is settled counts: ranges that meet say neither.
    pub fn trend(self) -> Trend {
        let range = |tally: Tally| tally.lowest().zip(tally.highest());
        Trend::of_ranges(range(self.here), range(self.there))
    }
}

impl Pair<Option<(u8, u8)>> {
    /// Whether the level is better there; see the points.
    pub fn trend(self) -> Trend {
        Trend::of_ranges(self.here, self.there)
    }
}

/// Whether free texts and notes are compared.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Texts {
    /// They are: both sheets can have some.
    Compared,
    /// They are not: one of the sheets came without them, as most links do.
    LeftOut,
}

/// Two sheets of one questionnaire.
#[derive(Clone, Debug)]
pub struct Comparison<'a> {
    questionnaire: &'a Questionnaire,
    sheets: Pair<&'a Sheet>,
    texts: Texts,
    /// What each of them asks.
    pub flows: Pair<Flow>,
}

impl<'a> Comparison<'a> {
    /// Looks at two sheets.
    pub fn new(questionnaire: &'a Questionnaire, sheets: Pair<&'a Sheet>, texts: Texts) -> Self {
        let flows = sheets.map(|sheet| Flow::new(questionnaire, sheet));
        Self { questionnaire, sheets, texts, flows }
    }

    fn sides(&self) -> Pair<(&'a Sheet, &Flow)> {
        Pair { here: (self.sheets.here, &self.flows.here), there: (self.sheets.there, &self.flows.there) }
    }

    /// The points of a pack.
    pub fn reports(&self, pack: PackIx) -> Pair<Report> {
        self.sides().map(|(sheet, flow)| Report::new(self.questionnaire, pack, sheet, flow))
    }

    /// What the answers say beside the points.
    pub fn judgements(&self, guide: &Guide) -> Pair<Judgement> {
        self.sides().map(|(sheet, flow)| Judgement::new(self.questionnaire, guide, sheet, flow))
    }

    /// The levels, at worst and at best, by the points of a pack.
    pub fn levels(&self, guide: &Guide, pack: PackIx) -> Pair<Option<(u8, u8)>> {
        let (judgements, reports) = (self.judgements(guide), self.reports(pack));
        Pair {
            here: judgements.here.level(guide, reports.here.total),
            there: judgements.there.level(guide, reports.there.total),
        }
    }

    /// The gates that are not in the same state, as places in the guide.
    pub fn gates(&self, guide: &Guide) -> Vec<(u8, Pair<GateState>)> {
        let Pair { here, there } = self.judgements(guide);
        let both = here.gates.into_iter().zip(there.gates);
        let both = (0..).zip(both.map(|(here, there)| Pair { here, there }));
        both.filter(|(_, states)| states.here != states.there).collect()
    }

    /// Every field that differs, of a pack or of all, in order.
    pub fn differences(&self, pack: Option<PackIx>) -> Vec<Difference> {
        self.look(pack).into_iter().filter(Difference::is_one).collect()
    }

    /// How many fields differ how, of a pack or of all.
    pub fn counts(&self, pack: Option<PackIx>) -> Counts {
        let mut counts = Counts::default();
        for difference in self.look(pack) {
            counts.add(&difference);
        }
        counts
    }

    /// Every field that counts in either sheet, each once.
    fn look(&self, pack: Option<PackIx>) -> Vec<Difference> {
        let questionnaire = self.questionnaire;
        let mut seen = vec![false; questionnaire.fields.len()];
        let mut looked = Vec::new();
        let mut look = |ix: FieldIx| {
            let new = seen.get_mut(ix.index()).is_some_and(|seen| !std::mem::replace(seen, true));
            if let Some(field) = questionnaire.field(ix).filter(|_| new) {
                let asked = self.flows.as_ref().map(|flow| flow.field(ix));
                let entries = self.sheets.map(|sheet| sheet.entry(ix));
                looked.extend(difference(ix, field, entries, asked, self.texts));
            }
        };
        match pack {
            Some(pack) => {
                let chapters = questionnaire.chapters_of(pack);
                chapters.flat_map(|(_, chapter)| questionnaire.fields_in(chapter)).for_each(&mut look);
            }
            None => questionnaire.fields().for_each(|(ix, _)| look(ix)),
        }
        looked
    }

    /// Whether nothing that counts differs.
    pub fn is_same(&self) -> bool {
        !self.look(None).iter().any(Difference::is_one)
    }
}
