//! From counts to tables: sums of groups, with what is too small kept back.

use super::association::{Association, FEWEST_PAIRS, gamma};
use super::count::Survey;
use super::cross::{Cross, options};
use super::folding::FEWEST;
use super::layout::{ANSWERED, ASKED, DK, FieldPlace, HEAD, NA, POINTS};
use super::report::Group;
use super::scores::Scores;
use super::table::{Column, Table, guarded, guarded_columns};
use crate::model::{Code, Field, Kind, Questionnaire};

/// Sums up the counts of groups.
pub(super) struct Reader<'a> {
    pub(super) survey: &'a Survey,
    pub(super) groups: &'a [Group],
}

impl Reader<'_> {
    fn sum(&self, group: &Group, place: usize) -> u32 {
        group.parts.iter().map(|part| self.survey.cell(*part, place)).sum()
    }

    /// Counts in a row, of a base that is everybody, or the sum of the counts.
    pub(super) fn plain(&self, from: usize, counts: usize, of_all: bool) -> Table {
        let column = |group: &Group| {
            let counts: Vec<u32> = (from..from + counts).map(|place| self.sum(group, place)).collect();
            let base = if of_all { group.n } else { counts.iter().sum() };
            Column { asked: group.n, base, na: 0, dk: 0, counts }
        };
        let columns = guarded_columns(self.groups.iter().map(column).collect());
        let codes = (0..).map_while(Code::new).take(counts).collect();
        Table { row: None, codes, columns }
    }

    pub(super) fn field(&self, field: &Field, place: FieldPlace) -> Vec<Table> {
        let places = |codes: &[Code], from: usize| -> Vec<usize> {
            codes.iter().map(|code| from + usize::from(code.place())).collect()
        };
        let from = place.from + HEAD;
        let single = |codes: Vec<Code>| {
            let places = places(&codes, from);
            vec![self.table(field, place, None, codes, &places)]
        };
        match &field.kind {
            Kind::Rating { .. } => single(field.codes().iter().collect()),
            Kind::Single { options, .. } | Kind::Multi { options, .. } => {
                single(options.iter().map(|option| option.code).collect())
            }
            Kind::Text => vec![self.table(field, place, None, Vec::new(), &[place.from + ANSWERED])],
            Kind::Matrix { rows, levels, .. } => (rows.iter())
                .map(|row| {
                    let codes: Vec<Code> = levels.iter().map(|level| level.code).collect();
                    let from = from + usize::from(row.code.place()) * place.levels;
                    let places = places(&codes, from);
                    self.table(field, place, Some(row.code), codes, &places)
                })
                .collect(),
        }
    }

    fn table(
        &self,
        field: &Field,
        place: FieldPlace,
        row: Option<Code>,
        codes: Vec<Code>,
        places: &[usize],
    ) -> Table {
        let column = |group: &Group| {
            let of = |what: usize| self.sum(group, place.from + what);
            let counts: Vec<u32> = places.iter().map(|place| self.sum(group, *place)).collect();
            let (asked, na, dk) = (of(ASKED), of(NA), of(DK));
            let base = match row {
                Some(_) => counts.iter().sum::<u32>() + na + dk,
                None if field.is_text() => asked,
                None => of(ANSWERED),
            };
            Column { asked, base, na, dk, counts }
        };
        Table { row, codes, columns: guarded_columns(self.groups.iter().map(column).collect()) }
    }

    pub(super) fn scores(&self, from: usize) -> Vec<Option<Scores>> {
        let scores = |group: &Group| Scores::new((from..from + POINTS).map(|place| self.sum(group, place)));
        guarded(self.groups.iter().map(scores).collect(), |scores| [scores.n()])
    }

    pub(super) fn cross(&self, questionnaire: &Questionnaire) -> Option<Cross> {
        let place = self.survey.layout.cross?;
        let all = self.groups.first()?;
        let [rows, columns] = place.fields.map(|field| options(questionnaire, field));
        let (rows, columns) = (rows?, columns?);
        let count = |row: Code, column: Code| {
            let row = usize::from(row.place()) * place.width;
            self.sum(all, place.from + row + usize::from(column.place()))
        };
        let counts = rows.iter().map(|row| columns.iter().map(|column| count(*row, *column)).collect());
        Cross::new(place.fields, &rows, counts.collect())
    }

    pub(super) fn association(&self, first: usize, second: usize, from: usize) -> Option<Association> {
        let views = &self.survey.layout.views;
        let (first, second) = (*views.get(first)?, *views.get(second)?);
        let all = self.groups.first()?;
        let row = |step: usize| -> Vec<u32> {
            let from = from + step * second.steps;
            (from..from + second.steps).map(|place| self.sum(all, place)).collect()
        };
        let rows: Vec<Vec<u32>> = (0..first.steps).map(row).collect();
        let base: u32 = rows.iter().flatten().sum();
        let gamma = if base < FEWEST_PAIRS { None } else { gamma(&rows) };
        (base >= FEWEST).then_some(Association { first, second, base, gamma })
    }
}
