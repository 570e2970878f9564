//! The report as a table: a line for each count.

use super::cross::Cross;
use super::json::view_name;
use super::layout::Subject;
use super::report::Report;
use super::scores::Scores;
use super::table::Table;
use super::telling::{Telling, percent, tenths};
use crate::export;
use crate::model::{Chapter, FieldIx, PackIx, Question};

/// What stands before the counts of a line.
#[derive(Clone, Default)]
struct Place {
    chapter: String,
    number: String,
    question: String,
    row: String,
    id: String,
}

struct Lines<'t, 'r> {
    telling: Telling<'t>,
    report: &'r Report,
    written: Vec<Vec<String>>,
}

impl Report {
    /// The report as CSV, a line for each count: levels, points, dangers, findings, the shops' own view, then each field.
    pub fn to_csv(&self, telling: &Telling<'_>) -> String {
        let words = telling.words;
        let headings = [
            words.chapter,
            words.number,
            words.question,
            words.row,
            words.group,
            words.asked,
            words.base,
            words.code,
            words.answer,
            words.count,
            words.share,
            words.id,
        ];
        let headings = headings.map(str::to_owned).to_vec();
        let mut lines = Lines { telling: *telling, report: self, written: vec![headings] };
        lines.whole();
        for (pack, _) in telling.questionnaire.packs() {
            lines.pack(pack);
        }
        export::table(lines.written)
    }
}

impl Lines<'_, '_> {
    fn line(&mut self, place: &Place, group: &str, numbers: [String; 6]) {
        let Place { chapter, number, question, row, id } = place.clone();
        let mut line = vec![chapter, number, question, row, group.to_owned()];
        line.extend(numbers);
        line.push(id);
        self.written.push(line);
    }

    /// The counts of a table. Those of special answers come last; what is kept back is no line.
    fn table(&mut self, place: &Place, table: &Table, names: &[(String, String)]) {
        let report = self.report;
        for (group, column) in report.groups.iter().zip(&table.columns) {
            let Some(column) = column else { continue };
            let name = self.telling.group(group);
            let words = self.telling.words;
            let special = [("NA", words.na, column.na), ("DK", words.dk, column.dk)];
            let special = special.into_iter().filter(|(.., count)| *count > 0);
            let special = special.map(|(code, name, count)| ((code.to_owned(), name.to_owned()), count));
            let counted: Vec<_> =
                names.iter().cloned().zip(column.counts.iter().copied()).chain(special).collect();
            for ((code, answer), count) in counted {
                let share = column.share(count).map(percent).unwrap_or_default();
                let numbers = [
                    column.asked.to_string(),
                    column.base.to_string(),
                    code,
                    answer,
                    count.to_string(),
                    share,
                ];
                self.line(place, &name, numbers);
            }
        }
    }

    fn whole(&mut self) {
        let Telling { questionnaire, guide, words, text } = self.telling;
        let report = self.report;
        let levels = (1..).map(|level: u8| (level.to_string(), (words.level)(level)));
        let levels: Vec<_> = levels.take(guide.levels.len()).collect();
        let place = |question: &str, id: &str| Place {
            question: question.to_owned(),
            id: id.to_owned(),
            ..Place::default()
        };
        self.table(&place(words.levels, "levels"), &report.levels, &levels);
        for score in &report.scores {
            let (title, id) = match score.subject {
                Subject::Pack(ix) => match questionnaire.pack(ix) {
                    Some(pack) => (pack.title, &pack.id),
                    None => continue,
                },
                Subject::Chapter(ix) => match questionnaire.chapter(ix) {
                    Some(chapter) => (chapter.title, &chapter.id),
                    None => continue,
                },
            };
            let place = Place { chapter: text(title).to_owned(), ..place(words.scores, id) };
            for (group, scores) in report.groups.iter().zip(&score.columns) {
                let name = self.telling.group(group);
                if let Some(scores) = scores {
                    self.scores(&place, &name, scores);
                }
            }
        }
        let named = |codes: &[&str], names: &[&str]| -> Vec<(String, String)> {
            codes.iter().zip(names).map(|(code, name)| ((*code).to_owned(), (*name).to_owned())).collect()
        };
        let states = named(&["shut", "unknown", "open"], &words.gate_states);
        for (gate, table) in guide.gates.iter().zip(&report.gates) {
            self.table(
                &Place { row: text(gate.title).to_owned(), ..place(words.gates, &gate.id) },
                table,
                &states,
            );
        }
        let found = named(&["found"], &[words.found]);
        for (finding, table) in guide.findings.iter().zip(&report.findings) {
            let place = Place { row: text(finding.title).to_owned(), ..place(words.findings, &finding.id) };
            self.table(&place, table, &found);
        }
        let views = named(&["too-good", "fits", "too-bad"], &words.gap_views);
        for gap in &report.gaps {
            let Some(chapter) = questionnaire.chapter(gap.chapter) else { continue };
            let place = Place { chapter: text(chapter.title).to_owned(), ..place(words.gaps, &chapter.id) };
            self.table(&place, &gap.table, &views);
        }
        for found in &report.associations {
            let names =
                [found.first, found.second].map(|view| view_name(questionnaire, view).unwrap_or_default());
            let gamma = found.gamma.map(super::telling::thousandths).unwrap_or_default();
            let numbers = [
                String::new(),
                found.base.to_string(),
                "gamma".to_owned(),
                names.join(" × "),
                gamma,
                String::new(),
            ];
            self.line(&place(words.associations, &names.join("+")), words.groups[0], numbers);
        }
        if let Some(cross) = &report.cross {
            self.cross(cross);
        }
    }

    /// A line for each pair of answers; what is kept back is no line.
    fn cross(&mut self, cross: &Cross) {
        let Telling { questionnaire, text, words, .. } = self.telling;
        let [rows, columns] = [cross.rows, cross.columns].map(|ix| questionnaire.field(ix));
        let (Some(rows), Some(columns)) = (rows, columns) else { return };
        let options = cross.options(questionnaire);
        for (row, counts) in &cross.counts {
            let place = Place {
                question: format!("{} × {}", text(rows.ask), text(columns.ask)),
                row: self.telling.answer(cross.rows, *row),
                id: format!("{}.{}+{}", rows.id, row.letter(), columns.id),
                ..Place::default()
            };
            for (code, count) in options.iter().zip(counts.iter().flatten()) {
                let Some(count) = count else { continue };
                let answer = self.telling.answer(cross.columns, *code);
                let (letter, answer) = answer.split_once(' ').unwrap_or_default();
                let numbers = [
                    String::new(),
                    cross.base.to_string(),
                    letter.to_owned(),
                    answer.to_owned(),
                    count.to_string(),
                    String::new(),
                ];
                self.line(&place, words.groups[0], numbers);
            }
        }
    }

    fn scores(&mut self, place: &Place, group: &str, scores: &Scores) {
        let words = self.telling.words;
        let known = scores.n() >= super::folding::FEWEST_PERCENT;
        let quantile = |percent| scores.quantile(percent).map(|points| points.to_string());
        let values = [
            ("n", words.n, Some(scores.n().to_string())),
            ("mean", words.mean, scores.mean().filter(|_| known).map(tenths)),
            ("deviation", words.deviation, scores.deviation().filter(|_| known).map(tenths)),
            ("q25", words.quartiles[0], quantile(25).filter(|_| known)),
            ("q50", words.quartiles[1], quantile(50).filter(|_| known)),
            ("q75", words.quartiles[2], quantile(75).filter(|_| known)),
        ];
        for (code, name, value) in values {
            let base = scores.n().to_string();
            let numbers = [
                String::new(),
                base,
                code.to_owned(),
                name.to_owned(),
                value.unwrap_or_default(),
                String::new(),
            ];
            self.line(place, group, numbers);
        }
    }

    fn pack(&mut self, pack: PackIx) {
        let questionnaire = self.telling.questionnaire;
        for (_, chapter) in questionnaire.chapters_of(pack) {
            for section in questionnaire.sections_of(chapter) {
                for (_, question) in questionnaire.questions_of(section) {
                    for field in question.fields.clone() {
                        self.field(chapter, question, FieldIx(field));
                    }
                }
            }
        }
    }

    fn field(&mut self, chapter: &Chapter, question: &Question, ix: FieldIx) {
        let Telling { questionnaire, text, .. } = self.telling;
        let (Some(field), Some(report)) = (questionnaire.field(ix), self.report.field(ix)) else { return };
        for table in &report.tables {
            let place = Place {
                chapter: text(chapter.title).to_owned(),
                number: question.written_number(),
                question: text(field.ask).to_owned(),
                row: table.row.map_or("", |row| self.telling.row(ix, row)).to_owned(),
                id: table
                    .row
                    .map_or_else(|| field.id.clone(), |row| format!("{}.{}", field.id, row.letter())),
            };
            self.table(&place, table, &self.telling.names(ix, table));
        }
    }
}
