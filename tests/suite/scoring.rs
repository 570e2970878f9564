//! The worked examples of `docs/scoring.md`: the program must come to what the definition says.

use crate::support::{file, none_wrong, notation, tiny};
use ec_checkup::answers::Sheet;
use ec_checkup::content::author::{build, freeze};
use ec_checkup::flow::Flow;
use ec_checkup::model::{FieldIx, PackIx, Questionnaire};
use ec_checkup::score::{Report, Tally};
use std::fmt::Write;

/// `2B/5:p`, `[2A]`, `(1?)`.
struct Rating {
    /// As written, without brackets and viewpoint.
    short: String,
    weight: u8,
    steps: usize,
    answer: String,
    view: String,
    /// The gate that keeps it waiting or hidden.
    gate: Option<&'static str>,
}

impl Rating {
    fn read(word: &str) -> Self {
        let gate = [('[', "waits"), ('(', "hides")].into_iter().find(|(open, _)| word.starts_with(*open));
        let word = word.trim_matches(['[', ']', '(', ')']);
        let (short, view) = word.split_once(':').unwrap_or((word, "p"));
        let (rating, steps) = short.split_once('/').unwrap_or((short, "4"));
        Self {
            short: short.to_owned(),
            weight: rating[..1].parse().unwrap(),
            steps: steps.parse().unwrap(),
            answer: rating[1..].replace('?', ""),
            view: view.to_owned(),
            gate: gate.map(|(_, gate)| gate),
        }
    }
}

struct Chapter {
    scored: bool,
    ratings: Vec<Rating>,
}

fn chapters(example: &str) -> Vec<Chapter> {
    let read = |part: &str| {
        let (scored, part) = part.trim().strip_prefix('!').map_or((true, part), |part| (false, part));
        Chapter { scored, ratings: part.split_whitespace().map(Rating::read).collect() }
    };
    example.split(';').map(read).collect()
}

/// A questionnaire with just these ratings, and the sheet with their answers.
struct Example {
    chapters: Vec<Chapter>,
    questionnaire: Questionnaire,
    sheet: Sheet,
}

const TEXT: &str = "ja = \"問い\", en = \"text\"";

impl Example {
    fn new(text: &str) -> Self {
        let chapters = chapters(text);
        let mut folder = tiny::edited(&[]);
        folder.files.retain(|path, _| path == tiny::META || path == tiny::PACK);
        let meta = folder.files.get_mut(tiny::META).unwrap();
        *meta = meta.replace("\"care\"", "\"p\"").replace(", \"round\"", "");
        write!(meta, "\n[[view]]\nid = \"q\"\ntitle = {{ {TEXT} }}\ntext = {{ {TEXT} }}\n").unwrap();
        folder.files.insert("doors/00.toml".to_owned(), gates());
        for (place, chapter) in (1..).zip(&chapters) {
            folder.files.insert(format!("doors/{place:02}.toml"), toml(place, chapter));
        }
        let table = freeze(&folder).unwrap_or_else(|faults| panic!("{faults}")).unwrap();
        folder.files.insert(tiny::SLOTS.to_owned(), table);
        let questionnaire = build(&folder).unwrap_or_else(|faults| panic!("{faults}")).questionnaire;
        let mut example = Self { sheet: Sheet::new(&questionnaire), chapters, questionnaire };
        example.put("hides", "B");
        let answers =
            example.chapters.iter().flat_map(|chapter| &chapter.ratings).map(|rating| rating.answer.clone());
        for (ix, answer) in example.ratings().into_iter().zip(answers.collect::<Vec<_>>()) {
            if !answer.is_empty() {
                let id = example.questionnaire.field(ix).unwrap().id.clone();
                example.put(&id, &answer);
            }
        }
        example
    }

    fn put(&mut self, id: &str, short: &str) {
        let ix = self.questionnaire.field_named(id).unwrap();
        let answer = notation::read(self.questionnaire.field(ix).unwrap(), short);
        assert!(answer.is_some() && self.sheet.set(&self.questionnaire, ix, answer), "{id} = {short}");
    }

    /// The fields of the ratings, in order: all but the two gates.
    fn ratings(&self) -> Vec<FieldIx> {
        self.questionnaire.fields().map(|(ix, _)| ix).skip(2).collect()
    }

    fn flow(&self) -> Flow {
        Flow::new(&self.questionnaire, &self.sheet)
    }

    fn report(&self) -> Report {
        Report::new(&self.questionnaire, PackIx(0), &self.sheet, &self.flow())
    }

    /// The number in the document of a chapter, which stand behind the one with the gates.
    fn number(&self, chapter: ec_checkup::model::ChapterIx) -> u8 {
        self.questionnaire.chapter(chapter).unwrap().number - 1
    }
}

/// A chapter, not scored, with the two questions that others wait for or are hidden by.
fn gates() -> String {
    let mut toml = head(1, false);
    for id in ["waits", "hides"] {
        write!(
            toml,
            "[[section.question.field]]\nid = \"{id}\"\nkind = \"single\"\nask = {{ {TEXT} }}\n\
             option.A = {{ {TEXT} }}\noption.B = {{ {TEXT} }}\n"
        )
        .unwrap();
    }
    toml
}

fn head(number: usize, scored: bool) -> String {
    let id = format!("c{number}");
    format!(
        "[chapter]\nid = \"{id}\"\nnumber = {number}\nscored = {scored}\ntitle = {{ {TEXT} }}\nshort = {{ {TEXT} }}\nintro = {{ {TEXT} }}\n\
         [[section]]\nid = \"{id}\"\ntitle = {{ {TEXT} }}\n[[section.question]]\nid = \"{id}\"\ntitle = {{ {TEXT} }}\n"
    )
}

fn toml(place: usize, chapter: &Chapter) -> String {
    let mut toml = head(place + 1, chapter.scored);
    for (nr, rating) in chapter.ratings.iter().enumerate() {
        let Rating { weight, view, steps, gate, .. } = rating;
        write!(toml, "[[section.question.field]]\nid = \"c{place}-r{nr}\"\nkind = \"rating\"\nweight = {weight}\nview = \"{view}\"\n").unwrap();
        write!(toml, "na = true\ndk = true\n").unwrap();
        for key in ["ask", "why", "check", "evidence"] {
            writeln!(toml, "{key} = {{ {TEXT} }}").unwrap();
        }
        for step in "ABCDE".chars().take(*steps) {
            writeln!(toml, "step.{step} = {{ {TEXT} }}").unwrap();
        }
        if let Some(gate) = gate {
            writeln!(toml, "when = [{{ {gate} = [\"A\"] }}]").unwrap();
        }
    }
    toml
}

fn range(tally: Tally) -> String {
    match (tally.lowest(), tally.highest()) {
        (Some(lowest), Some(highest)) if lowest == highest => lowest.to_string(),
        (Some(lowest), Some(highest)) => format!("{lowest}–{highest}"),
        _ => "none".to_owned(),
    }
}

/// Works out every example of a table and compares all columns but the first.
fn check(table: &str, at_least: usize, work_out: impl Fn(&Example) -> Vec<String>) {
    let document = file("docs/scoring.md");
    let mark = format!("<!-- examples: {table} -->\n");
    let (_, after) = document.split_once(&mark).unwrap_or_else(|| panic!("docs/scoring.md lacks {mark}"));
    let rows = after.lines().take_while(|line| line.starts_with('|')).skip(2);
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in rows {
        let mut columns =
            row.trim_matches('|').split('|').map(|cell| cell.trim().trim_matches('`').to_owned());
        let ratings = columns.next().unwrap();
        let expected: Vec<String> = columns.collect();
        let found = work_out(&Example::new(&ratings));
        if found != expected {
            wrong.push(format!("{ratings}: {found:?} instead of {expected:?}"));
        }
        count += 1;
    }
    none_wrong(&wrong);
    assert!(count >= at_least, "only {count} examples");
}

#[test]
fn points() {
    check("points", 20, |example| {
        let total = example.report().total;
        let sums = [total.earned, total.open, total.total].map(|sum| sum.to_string());
        sums.into_iter().chain([range(total)]).collect()
    });
}

#[test]
fn chapters_and_total() {
    check("chapters", 5, |example| {
        let report = example.report();
        let score = |place: usize| {
            let found =
                report.chapters.iter().find(|score| usize::from(example.number(score.chapter)) == place);
            found.map_or("not scored".to_owned(), |score| range(score.tally))
        };
        let chapters: Vec<String> = (1..=example.chapters.len()).map(score).collect();
        vec![chapters.join("; "), range(report.total)]
    });
}

#[test]
fn viewpoints() {
    check("viewpoints", 3, |example| {
        let name = |view: u8| &example.questionnaire.views[usize::from(view)].id;
        let views = example.report().views;
        vec![
            views
                .iter()
                .map(|score| format!("{} {}", name(score.view), range(score.tally)))
                .collect::<Vec<_>>()
                .join("; "),
        ]
    });
}

#[test]
fn ranking() {
    check("ranking", 4, |example| {
        let ranked = example.report().ranked();
        vec![
            ranked
                .iter()
                .map(|score| example.number(score.chapter).to_string())
                .collect::<Vec<_>>()
                .join(", "),
        ]
    });
}

#[test]
fn weaknesses() {
    check("weaknesses", 4, |example| {
        let ratings: Vec<&Rating> = example.chapters.iter().flat_map(|chapter| &chapter.ratings).collect();
        let place = |field: FieldIx| example.ratings().iter().position(|ix| *ix == field).unwrap();
        let listed = example.report().weaknesses;
        vec![
            listed.iter().map(|weak| ratings[place(weak.field)].short.clone()).collect::<Vec<_>>().join(", "),
        ]
    });
}

#[test]
fn progress() {
    check("progress", 5, |example| {
        let fields = example.ratings().into_iter();
        let progress = example.flow().progress(&example.questionnaire, &example.sheet, fields);
        [progress.answered, progress.asked, progress.percent()].map(|count| count.to_string()).to_vec()
    });
}
