//! Chapter by chapter, question by question: drawing, sentences, table.

use super::super::report::FieldReport;
use super::super::table::{Column, Table};
use super::Page;
use crate::model::{Chapter, Field, FieldIx, Kind, Question};

impl Page<'_, '_> {
    /// All packs.
    pub(super) fn fields(&mut self) {
        let questionnaire = self.telling.questionnaire;
        for (ix, pack) in questionnaire.packs() {
            let title = (self.telling.text)(pack.title);
            self.element(&format!("h2 id=\"{}\"", pack.id), title);
            for (_, chapter) in questionnaire.chapters_of(ix) {
                self.chapter(&pack.id, chapter);
            }
        }
    }

    fn chapter(&mut self, pack: &str, chapter: &Chapter) {
        let questionnaire = self.telling.questionnaire;
        let title = (self.telling.text)(chapter.title);
        self.element(&format!("h3 id=\"{pack}-{}\"", chapter.id), &format!("{}. {title}", chapter.number));
        for section in questionnaire.sections_of(chapter) {
            for (_, question) in questionnaire.questions_of(section) {
                self.question(question);
            }
        }
    }

    fn question(&mut self, question: &Question) {
        let questionnaire = self.telling.questionnaire;
        // What a question uses of others stands where it belongs.
        if question.fields.is_empty() {
            return;
        }
        let title = (self.telling.text)(question.title);
        self.element("h4", &format!("{} {title}", question.written_number()));
        for ix in question.fields.clone().map(FieldIx) {
            if let Some((field, report)) = questionnaire.field(ix).zip(self.report.field(ix)) {
                self.field(ix, field, report);
            }
        }
    }

    fn field(&mut self, ix: FieldIx, field: &Field, report: &FieldReport) {
        let ask = (self.telling.text)(field.ask);
        self.raw(&["<figure>"]);
        self.element("figcaption", ask);
        let Some(first) = report.tables.first() else { return self.raw(&["</figure>\n"]) };
        let names = self.telling.names(ix, first);
        let row = |table: &Table| table.row.map_or("", |row| self.telling.row(ix, row)).to_owned();
        let tables: Vec<(String, &Table)> = report.tables.iter().map(|table| (row(table), table)).collect();
        match &field.kind {
            Kind::Rating { .. } => {
                let lines = self.by_group(first);
                self.key(&names, true);
                self.stacks(ask, &lines);
            }
            Kind::Matrix { .. } => {
                let all = |(row, table): &(String, &'_ Table)| Some((row.clone(), table.all()?.clone()));
                let lines: Vec<(String, Column)> = tables.iter().filter_map(all).collect();
                let lines: Vec<(String, &Column)> =
                    lines.iter().map(|(row, column)| (row.clone(), column)).collect();
                self.key(&names, true);
                self.stacks(ask, &lines);
            }
            Kind::Single { .. } | Kind::Multi { .. } => {
                self.letters(&names);
                if let Some(column) = first.all() {
                    let words = self.telling.words;
                    let written = names.iter().map(|(code, name)| format!("{code} {name}"));
                    let special = [(words.na.to_owned(), column.na), (words.dk.to_owned(), column.dk)];
                    let special = special.into_iter().filter(|(_, count)| *count > 0);
                    let lines: Vec<(String, u32)> =
                        written.zip(column.counts.iter().copied()).chain(special).collect();
                    self.bars(ask, &lines, column.base);
                }
            }
            Kind::Text => {}
        }
        for trend in self.report.field_trends(self.telling.questionnaire, ix) {
            let sentence = self.telling.sentence(&trend);
            self.element("p", &sentence);
        }
        self.behind(&tables, &names);
        self.raw(&["</figure>\n"]);
    }

    /// The columns of a table that are told of, with the names of their groups.
    pub(super) fn by_group<'t>(&self, table: &'t Table) -> Vec<(String, &'t Column)> {
        let columns = self.report.groups.iter().zip(&table.columns);
        columns.filter_map(|(group, column)| Some((self.telling.group(group), column.as_ref()?))).collect()
    }
}
