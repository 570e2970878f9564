//! What is said of the whole: sizes, levels, points, dangers, findings, the shops' own view.

use super::super::folding::FEWEST_PERCENT;
use super::super::layout::{SelfView, Subject};
use super::super::report::ScoreReport;
use super::super::scores::Scores;
use super::super::table::Table;
use super::super::telling::{Telling, tenths, thousandths};
use super::Page;
use super::draw::escaped;
use crate::model::PackIx;

impl Page<'_, '_> {
    pub(super) fn whole(&mut self) {
        let words = self.telling.words;
        self.element("h2 id=\"sizes\"", words.by_size);
        let lines: Vec<(String, u32)> =
            self.report.groups.iter().map(|group| (self.telling.group(group), group.n)).collect();
        self.bars(words.by_size, &lines, self.report.respondents);
        self.element("h2 id=\"trends\"", words.trends);
        // The full checkup is what the survey of 2003 asked.
        let pack = self.telling.questionnaire.pack_named("ecom").unwrap_or(PackIx(0));
        self.raw(&["<ul>"]);
        for trend in self.report.trends(self.telling.questionnaire, pack) {
            let sentence = self.telling.sentence(&trend);
            self.element("li", &sentence);
        }
        self.raw(&["</ul>\n"]);
        self.element("h2 id=\"levels\"", words.levels);
        let count = u8::try_from(self.telling.guide.levels.len()).unwrap_or(0);
        let names: Vec<_> = (1..=count).map(|level| (String::new(), (words.level)(level))).collect();
        self.stacked(words.levels, &self.report.levels, &names);
        self.scores();
        self.dangers();
        self.views();
        self.cross();
    }

    /// A key, stacked bars by group, and the table behind them.
    fn stacked(&mut self, title: &str, table: &Table, names: &[(String, String)]) {
        let lines = self.by_group(table);
        self.raw(&["<figure>"]);
        self.key(names, false);
        self.stacks(title, &lines);
        self.behind(&[(String::new(), table)], names);
        self.raw(&["</figure>\n"]);
    }

    fn scores(&mut self) {
        let words = self.telling.words;
        self.element("h2 id=\"scores\"", words.scores);
        self.element("p", words.scores_text);
        let report = self.report;
        let lines: Vec<(String, u32)> = report
            .scores
            .iter()
            .filter_map(|score| {
                let scores = score.columns.first()?.as_ref().filter(|scores| scores.n() >= FEWEST_PERCENT)?;
                Some((self.subject(score.subject), (scores.mean()? + 50) / 100))
            })
            .collect();
        self.raw(&["<figure>"]);
        self.bars(words.mean, &lines, 100);
        self.raw(&["<div class=\"wide\"><table><thead><tr>"]);
        let heads = [words.chapter, words.group, words.n, words.mean, words.deviation];
        for head in heads.into_iter().chain(words.quartiles) {
            self.element("th scope=\"col\"", head);
        }
        self.raw(&["</tr></thead><tbody>\n"]);
        report.scores.iter().for_each(|score| self.score(score));
        self.raw(&["</tbody></table></div></figure>\n"]);
    }

    fn subject(&self, subject: Subject) -> String {
        let Page { telling, .. } = self;
        let title = match subject {
            Subject::Pack(ix) => telling.questionnaire.pack(ix).map(|pack| pack.title),
            Subject::Chapter(ix) => telling.questionnaire.chapter(ix).map(|chapter| chapter.title),
        };
        title.map_or("", telling.text).to_owned()
    }

    fn score(&mut self, score: &ScoreReport) {
        let (report, name) = (self.report, self.subject(score.subject));
        for (group, scores) in report.groups.iter().zip(&score.columns) {
            self.raw(&["<tr>"]);
            self.element("th scope=\"row\"", &name);
            let group = self.telling.group(group);
            self.element("th scope=\"row\"", &group);
            match scores {
                None => {
                    let text = escaped(self.telling.words.kept_back);
                    self.raw(&["<td colspan=\"6\">", &text, "</td>"]);
                }
                Some(scores) => self.numbers(scores),
            }
            self.raw(&["</tr>\n"]);
        }
    }

    fn numbers(&mut self, scores: &Scores) {
        let known = scores.n() >= FEWEST_PERCENT;
        let quartiles = [25, 50, 75].map(|percent| scores.quantile(percent).map(|points| points.to_string()));
        let [first, middle, third] = quartiles;
        let values = [scores.mean().map(tenths), scores.deviation().map(tenths), first, middle, third];
        self.element("td class=\"n\"", &scores.n().to_string());
        for value in values {
            self.element("td class=\"n\"", &value.filter(|_| known).unwrap_or_default());
        }
    }

    fn dangers(&mut self) {
        let (words, report, guide) = (self.telling.words, self.report, self.telling.guide);
        let text = self.telling.text;
        self.element("h2 id=\"gates\"", words.gates);
        let names = words.gate_states.map(|state| (String::new(), state.to_owned()));
        for (gate, table) in guide.gates.iter().zip(&report.gates) {
            self.element("h4", text(gate.title));
            self.stacked(text(gate.title), table, &names);
        }
        self.element("h2 id=\"findings\"", words.findings);
        let found = guide.findings.iter().zip(&report.findings);
        let tables: Vec<(String, &Table)> =
            found.map(|(finding, table)| (text(finding.title).to_owned(), table)).collect();
        let count =
            |(name, table): &(String, &Table)| Some((name.clone(), table.all()?.counts.first().copied()?));
        let lines: Vec<(String, u32)> = tables.iter().filter_map(count).collect();
        self.raw(&["<figure>"]);
        self.bars(words.findings, &lines, report.respondents);
        self.behind(&tables, &[(String::new(), words.found.to_owned())]);
        self.raw(&["</figure>\n"]);
    }

    fn views(&mut self) {
        let (words, report) = (self.telling.words, self.report);
        self.element("h2 id=\"gaps\"", words.gaps);
        self.element("p", words.gaps_text);
        let names = words.gap_views.map(|view| (String::new(), view.to_owned()));
        for gap in &report.gaps {
            let chapter = self.subject(Subject::Chapter(gap.chapter));
            self.element("h4", &chapter);
            self.stacked(&chapter, &gap.table, &names);
        }
        self.element("h2 id=\"associations\"", words.associations);
        self.element("p", words.associations_text);
        self.raw(&["<div class=\"wide\"><table><thead><tr>"]);
        for head in ["", "", words.base, words.gamma] {
            self.element("th scope=\"col\"", head);
        }
        self.raw(&["</tr></thead><tbody>\n"]);
        for found in &report.associations {
            let names = [found.first, found.second].map(|view| self.view(view));
            self.raw(&["<tr>"]);
            for name in &names {
                self.element("th scope=\"row\"", name);
            }
            self.element("td class=\"n\"", &found.base.to_string());
            self.element("td class=\"n\"", &found.gamma.map_or_else(|| "–".to_owned(), thousandths));
            self.raw(&["</tr>\n"]);
        }
        self.raw(&["</tbody></table></div>\n"]);
    }

    /// Two answers at a time.
    fn cross(&mut self) {
        let Telling { questionnaire, text, words, .. } = self.telling;
        let Some(cross) = &self.report.cross else { return };
        let ask = |ix| questionnaire.field(ix).map_or("", |field| text(field.ask));
        let options = cross.options(questionnaire);
        let title = questionnaire.question_of(cross.rows).map_or("", |(_, question)| text(question.title));
        self.element("h2 id=\"cross\"", title);
        self.raw(&["<div class=\"wide\"><table><thead><tr>"]);
        self.element("th scope=\"col\" rowspan=\"2\"", ask(cross.rows));
        self.element(&format!("th scope=\"colgroup\" colspan=\"{}\"", options.len()), ask(cross.columns));
        self.raw(&["</tr><tr>"]);
        for code in &options {
            self.element("th scope=\"col\"", &self.telling.answer(cross.columns, *code));
        }
        self.raw(&["</tr></thead><tbody>\n"]);
        for (code, counts) in &cross.counts {
            self.raw(&["<tr>"]);
            self.element("th scope=\"row\"", &self.telling.answer(cross.rows, *code));
            for at in 0..options.len() {
                let count = counts.as_ref().and_then(|counts| counts.get(at).copied().flatten());
                self.element(
                    "td class=\"n\"",
                    &count.map_or_else(|| "–".to_owned(), |count| count.to_string()),
                );
            }
            self.raw(&["</tr>\n"]);
        }
        self.raw(&["</tbody></table></div>\n"]);
        self.element("p", &format!("{}: {}", words.base, cross.base));
        if cross.keeps_back() {
            self.element("p", &format!("–: {}", words.kept_back));
        }
    }

    /// A self-view as the title of its question, or the row.
    fn view(&self, view: SelfView) -> String {
        if let Some(row) = view.row {
            return self.telling.row(view.field, row).to_owned();
        }
        let question = self.telling.questionnaire.question_of(view.field);
        question.map_or("", |(_, question)| (self.telling.text)(question.title)).to_owned()
    }
}
