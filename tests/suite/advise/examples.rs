//! The worked examples of `docs/scoring.md` that are not about points alone.

use super::guide;
use super::world::World;
use crate::support::{file, named, none_wrong, questionnaire, sheet};
use ec_checkup::advise::{
    GateState, Judgement, LineState, Move, Size, Term, View, gaps, line_state, moves, terms, what_if,
};
use ec_checkup::answers::{Answer, Levels};
use ec_checkup::flow::Flow;
use ec_checkup::model::{Code, Guide, PaperLine, Platform, TextId};
use ec_checkup::score::{ChapterScore, Report, Tally};

/// Lets the program work every example of a table out: from the first cells to the others.
fn check(table: &str, given: usize, at_least: usize, work_out: impl Fn(&[String]) -> Vec<String>) {
    let document = file("docs/scoring.md");
    let mark = format!("<!-- examples: {table} -->\n");
    let (_, after) = document.split_once(&mark).unwrap_or_else(|| panic!("docs/scoring.md lacks {mark}"));
    let mut wrong = Vec::new();
    let mut count = 0;
    for row in after.lines().take_while(|line| line.starts_with('|')).skip(2) {
        let inner = row.strip_prefix('|').and_then(|row| row.strip_suffix('|')).unwrap();
        let cells: Vec<String> =
            inner.split('|').map(|cell| cell.trim().trim_matches('`').to_owned()).collect();
        let found = work_out(&cells[..given]);
        if found != cells[given..] {
            wrong.push(format!("{row}: {found:?}"));
        }
        count += 1;
    }
    none_wrong(&wrong);
    assert!(count >= at_least, "only {count} examples");
}

fn texts<const N: usize>(cells: [&str; N]) -> Vec<String> {
    cells.map(str::to_owned).to_vec()
}

fn range(tally: Tally) -> String {
    between(tally.lowest().zip(tally.highest()))
}

fn between<T: PartialEq + ToString>(ends: Option<(T, T)>) -> String {
    match ends {
        Some((low, high)) if low == high => low.to_string(),
        Some((low, high)) => format!("{}–{}", low.to_string(), high.to_string()),
        None => "none".to_owned(),
    }
}

/// Points of one thousand with this range: `450–800`, `667`, `none`.
fn tally(range: &str) -> Tally {
    if range == "none" {
        return Tally::default();
    }
    let (low, high) = range.split_once('–').unwrap_or((range, range));
    let [low, high] = [low, high].map(|end| end.parse::<u32>().unwrap());
    Tally { earned: low, open: high - low, total: 1000, ratings: 2, open_ratings: 1 }
}

#[test]
fn what_is_set_aside() {
    check("aside", 1, 7, |cells| {
        let world = World::of_ratings(&cells[0]);
        let total = world.report(&world.sheet).total;
        [total.earned, total.open, total.total]
            .map(|sum| sum.to_string())
            .into_iter()
            .chain([range(total)])
            .collect()
    });
}

#[test]
fn size_and_desired_level() {
    check("desired", 1, 9, |cells| {
        let answers: Vec<(&str, &str)> =
            cells[0].split_whitespace().map(|word| word.split_once('=').unwrap()).collect();
        let sheet = sheet(&answers);
        let flow = Flow::new(questionnaire(), &sheet);
        let judgement = Judgement::new(questionnaire(), guide(), &sheet, &flow);
        let size = match judgement.size {
            Some(Size::Small) => "small",
            Some(Size::Medium) => "medium",
            Some(Size::Large) => "large",
            None => "not known",
        };
        vec![size.to_owned(), judgement.desired.map_or("not known".to_owned(), |level| level.to_string())]
    });
}

#[test]
fn gates() {
    let place = guide().gates.iter().position(|gate| gate.id == "admin-open").unwrap();
    check("gates", 2, 10, |cells| {
        let answers = ["quick-admin-screen", "quick-mfa"].into_iter().zip(cells.iter().map(String::as_str));
        let sheet = sheet(&answers.filter(|(_, answer)| *answer != "?").collect::<Vec<_>>());
        let flow = Flow::new(questionnaire(), &sheet);
        texts([match Judgement::new(questionnaire(), guide(), &sheet, &flow).gates[place] {
            GateState::Shut => "shut",
            GateState::Unknown => "unknown",
            GateState::Open => "open",
        }])
    });
}

#[test]
fn levels() {
    check("levels", 2, 12, |cells| {
        let named: Vec<&str> = cells[1].split_whitespace().collect();
        let named: Vec<&str> = named.iter().map(|word| word.trim_matches('`')).collect();
        let state = |id: &str| match named.iter().find(|word| word.trim_end_matches('?') == id) {
            Some(word) if word.ends_with('?') => GateState::Unknown,
            Some(_) => GateState::Shut,
            None => GateState::Open,
        };
        let states: Vec<GateState> = guide().gates.iter().map(|gate| state(&gate.id)).collect();
        assert_eq!(
            states.iter().filter(|state| **state != GateState::Open).count(),
            named.len(),
            "{}",
            cells[1]
        );
        let (findings, raises) = (Vec::new(), Vec::new());
        let judgement = Judgement { size: None, gates: states, findings, desired: None, raises };
        vec![between(judgement.level(guide(), tally(&cells[0])))]
    });
}

#[test]
fn findings() {
    check("findings", 1, 2, |cells| {
        let mut world = World::new();
        for word in cells[0].split_whitespace() {
            world.finding(&word[..1], word[1..].parse().unwrap());
        }
        let judgement = Judgement::new(&world.questionnaire, &world.guide, &world.sheet, &world.flow());
        let id = |place: &u8| world.guide.findings[usize::from(*place)].id.clone();
        vec![judgement.findings.iter().map(id).collect::<Vec<_>>().join(", ")]
    });
}

#[test]
fn opinions() {
    let opinion = guide().opinions[0];
    check("opinion", 2, 11, |cells| {
        let level = Code::from_digit(&cells[0]).unwrap();
        let mut sheet = sheet(&[]);
        let rows: Levels = [(opinion.row, level)].into_iter().collect();
        let matrix = questionnaire().field(opinion.field).unwrap();
        assert!(sheet.set(questionnaire(), opinion.field, Some(Answer::Rows(rows))), "{}", matrix.id);
        let flow = Flow::new(questionnaire(), &sheet);
        let chapters = vec![ChapterScore { chapter: opinion.chapter, tally: tally(&cells[1]) }];
        let pack = questionnaire().pack_named("ecom").unwrap();
        let report = Report { chapters, ..Report::new(questionnaire(), pack, &sheet, &flow) };
        let gaps = gaps(guide(), &sheet, &flow, &report);
        assert_eq!(gaps.len(), 1);
        texts([match gaps[0].view {
            View::TooGood => "too good",
            View::Fits => "fits",
            View::TooBad => "too bad",
        }])
    });
}

fn moves_of(world: &World) -> Vec<Move> {
    let flow = world.flow();
    let judgement = Judgement::new(&world.questionnaire, &world.guide, &world.sheet, &flow);
    moves(&world.questionnaire, &world.guide, &world.sheet, &flow, &judgement)
}

#[test]
fn values() {
    check("value", 1, 14, |cells| {
        let mut world = World::new();
        world.advice("a", &cells[0]);
        let Some(found) = moves_of(&world).pop() else { return texts(["not called for", "", "", "", ""]) };
        // The steps in between are not kept: they are worked out here, and their result has to be the program's.
        let advice = &world.guide.advice[0];
        let severities = || world.guide.findings.iter().map(|finding| u32::from(finding.severity));
        let gates = u32::try_from(found.gates.len()).unwrap();
        let benefit = found.gain + 120 * gates + 8 * severities().sum::<u32>();
        let weak = |weight: &str| {
            cells[0]
                .split_whitespace()
                .any(|word| word.starts_with(weight) && matches!(&word[1..], "C" | "D" | "D/5" | "E/5"))
        };
        let of_ratings = (1..=3).filter(|weight| weak(&weight.to_string())).max().unwrap_or(1);
        let risk = of_ratings.max(severities().max().unwrap_or(1)).max(if gates > 0 { 3 } else { 1 });
        let mall = Some(Platform::Mall);
        let effort = u32::from(advice.hours_on(mall)) + 4 * u32::from(advice.cost_on(mall));
        assert_eq!(found.value, benefit * risk * 100 / effort, "{}", cells[0]);
        [found.gain, benefit, risk, effort, found.value].map(|number| number.to_string()).to_vec()
    });
}

#[test]
fn order() {
    check("order", 1, 6, |cells| {
        let mut world = World::new();
        for (place, advice) in ('a'..).zip(cells[0].split(';')) {
            let (id, words) = advice.trim().split_once(':').unwrap();
            assert_eq!(id, place.to_string(), "ids are in order");
            world.advice(id, words);
        }
        let id = |found: &Move| world.guide.advice[usize::from(found.advice)].id.clone();
        vec![moves_of(&world).iter().map(id).collect::<Vec<_>>().join(", ")]
    });
}

#[test]
fn terms_of_the_plan() {
    check("terms", 1, 3, |cells| {
        let mut world = World::new();
        for (place, hours) in ('a'..).zip(cells[0].split_whitespace()) {
            world.advice(&place.to_string(), &format!("1D {hours}h"));
        }
        let in_order = (0..).zip(&world.guide.advice).map(|(place, advice)| Move {
            advice: place,
            gates: Vec::new(),
            findings: Vec::new(),
            fields: Vec::new(),
            gain: 0,
            hours: advice.hours.into(),
            value: 0,
        });
        let terms = terms(&in_order.collect::<Vec<_>>());
        let name = |term: &Term| match term {
            Term::Week => "week",
            Term::Month => "month",
            Term::Quarter => "quarter",
        };
        vec![terms.iter().map(name).collect::<Vec<_>>().join(", ")]
    });
}

#[test]
fn what_would_change() {
    check("what-if", 1, 4, |cells| {
        let mut world = World::new();
        world.advice("a", &cells[0]);
        let after = what_if(&world.questionnaire, &world.sheet, moves_of(&world).iter());
        let score = |sheet| range(world.report(sheet).total);
        vec![score(&world.sheet), world.written(&after), score(&after)]
    });
}

#[test]
fn lines_of_papers() {
    check("papers", 1, 12, |cells| {
        let world = World::of_ratings(&cells[0]);
        let line = PaperLine { title: TextId(0), fields: world.ratings.clone() };
        texts([match line_state(&world.questionnaire, &world.sheet, &world.flow(), &line) {
            LineState::Met => "met",
            LineState::Partly => "partly",
            LineState::Missing => "missing",
            LineState::Unknown => "unknown",
            LineState::NotApplicable => "not applicable",
        }])
    });
}

/// The figures of the text that are not in its tables.
#[test]
fn the_figures_of_the_text_are_those_of_the_content() {
    let Guide { levels, size, gates, desired, .. } = guide();
    assert_eq!(levels.iter().map(|level| level.from).collect::<Vec<_>>(), [0, 300, 500, 700, 900]);
    assert_eq!((size.medium, size.large, size.desired), (1, 4, [2, 3, 4]));
    assert_eq!(size.add.iter().map(|add| add.by).collect::<Vec<_>>(), [1, 2, 3, 1, 1]);
    assert!(desired.len() == 4 && desired.iter().all(|raise| raise.by == 1));
    let cap = |id: &str| gates.iter().find(|gate| gate.id == id).unwrap().cap;
    assert_eq!([cap("card-data"), cap("admin-open")], [1, 2]);
    assert!(matches!(named("overall-areas").1.levels().len(), 4));
    assert_eq!(Term::ALL.map(Term::days), [7, 30, 90]);
}
