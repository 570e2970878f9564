//! The report as JSON, with permanent names: `docs/survey.md` lists the keys.

use super::cross::Cross;
use super::folding::FEWEST_PERCENT;
use super::layout::SelfView;
use super::reference::subject_name;
use super::report::{Group, Report, ScoreReport};
use super::scores::Scores;
use super::table::{Column, Table};
use crate::answers::Json;
use crate::model::{Code, Guide, Kind, Questionnaire};

/// What a report calls itself under the name `ec-checkup`.
const KIND: &str = "survey";
const FORMAT: u32 = 1;

pub(super) fn object<const N: usize>(parts: [(&str, Json); N]) -> Json {
    Json::Object(parts.into_iter().map(|(key, value)| (key.to_owned(), value)).collect())
}

pub(super) fn number(number: impl Into<i64>) -> Json {
    let number: i64 = number.into();
    // None of ours is longer; and the page has this way of writing numbers already.
    let size = u32::try_from(number.unsigned_abs()).unwrap_or(u32::MAX);
    Json::Number(if number < 0 { format!("-{size}") } else { size.to_string() })
}

pub(super) fn or_null<T>(value: Option<T>, write: impl Fn(T) -> Json) -> Json {
    value.map_or(Json::Null, write)
}

/// The permanent name of a kind of field.
pub(super) fn kind_name(kind: &Kind) -> &'static str {
    match kind {
        Kind::Rating { .. } => "rating",
        Kind::Single { .. } => "single",
        Kind::Multi { .. } => "multi",
        Kind::Matrix { .. } => "matrix",
        Kind::Text => "text",
    }
}

/// Counts by name, and what shares they are. A list of names without an item leaves them out.
fn column(column: &Column, names: &[String]) -> Json {
    let special = [("NA", column.na), ("DK", column.dk)];
    let special = special.into_iter().filter(|(_, count)| *count > 0);
    let named: Vec<(String, u32)> = (names.iter().cloned().zip(column.counts.iter().copied()))
        .chain(special.map(|(name, count)| (name.to_owned(), count)))
        .collect();
    let by_name = |value: &dyn Fn(u32) -> Json| {
        Json::Object(named.iter().map(|(name, count)| (name.clone(), value(*count))).collect())
    };
    let shares = if column.base < FEWEST_PERCENT {
        Json::Null
    } else {
        by_name(&|count| or_null(column.share(count), number))
    };
    object([
        ("asked", number(column.asked)),
        ("base", number(column.base)),
        ("counts", by_name(&number)),
        ("permille", shares),
    ])
}

fn by_group<T>(groups: &[Group], columns: &[Option<T>], write: impl Fn(&T) -> Json) -> Json {
    let columns = groups.iter().zip(columns);
    Json::Object(columns.map(|(group, column)| (group.name(), or_null(column.as_ref(), &write))).collect())
}

fn table(groups: &[Group], table: &Table, names: &[String]) -> Json {
    by_group(groups, &table.columns, |counts| column(counts, names))
}

fn scores(scores: &Scores) -> Json {
    let n = scores.n();
    let known = n >= FEWEST_PERCENT;
    let hundredths = |value: Option<u32>| or_null(value.filter(|_| known), number);
    let quantile = |percent| or_null(scores.quantile(percent).filter(|_| known), number);
    object([
        ("n", number(n)),
        ("mean", hundredths(scores.mean())),
        ("deviation", hundredths(scores.deviation())),
        ("quartiles", Json::List([25, 50, 75].map(quantile).to_vec())),
        ("tens", Json::List(scores.stretches(10).into_iter().map(number).collect())),
    ])
}

fn score_report(questionnaire: &Questionnaire, groups: &[Group], report: &ScoreReport) -> Option<Json> {
    let (kind, id) = subject_name(questionnaire, report.subject)?;
    Some(object([(kind, Json::from_text(id)), ("groups", by_group(groups, &report.columns, scores))]))
}

fn cross_json(questionnaire: &Questionnaire, cross: &Cross) -> Json {
    let name = |field| Json::from_text(questionnaire.field(field).map_or("", |field| field.id.as_str()));
    let letter = |code: Code| code.letter().to_string();
    let columns = cross.options(questionnaire);
    let row = |counts: &Vec<Option<u32>>| {
        let counts = columns.iter().zip(counts);
        Json::Object(counts.map(|(code, count)| (letter(*code), or_null(*count, number))).collect())
    };
    let counts = cross.counts.iter().map(|(code, counts)| (letter(*code), or_null(counts.as_ref(), row)));
    object([
        ("rows", name(cross.rows)),
        ("columns", name(cross.columns)),
        ("base", number(cross.base)),
        ("counts", Json::Object(counts.collect())),
    ])
}

/// The permanent name of a self-view: that of its field, with the letter of its row.
pub(super) fn view_name(questionnaire: &Questionnaire, view: SelfView) -> Option<String> {
    let field = &questionnaire.field(view.field)?.id;
    Some(view.row.map_or_else(|| field.clone(), |row| format!("{field}.{}", row.letter())))
}

fn names(list: &[&str]) -> Vec<String> {
    list.iter().map(|name| (*name).to_owned()).collect()
}

impl Report {
    /// Everything the report says.
    pub fn to_json(&self, questionnaire: &Questionnaire, guide: &Guide) -> Json {
        let groups = &self.groups;
        let one = |key: &str, id: &str, counts: &Table, words: &[&str]| {
            object([(key, Json::from_text(id)), ("groups", table(groups, counts, &names(words)))])
        };
        let states = ["shut", "unknown", "open"];
        let gates = guide.gates.iter().zip(&self.gates);
        let findings = guide.findings.iter().zip(&self.findings);
        let views = ["too-good", "fits", "too-bad"];
        let gaps = self.gaps.iter().filter_map(|gap| {
            let chapter = questionnaire.chapter(gap.chapter)?;
            Some(one("chapter", &chapter.id, &gap.table, &views))
        });
        let associations = self.associations.iter().filter_map(|found| {
            Some(object([
                ("first", Json::from_text(&view_name(questionnaire, found.first)?)),
                ("second", Json::from_text(&view_name(questionnaire, found.second)?)),
                ("base", number(found.base)),
                ("gamma", or_null(found.gamma, number)),
            ]))
        });
        let levels: Vec<String> = (1..=guide.levels.len()).map(|level| level.to_string()).collect();
        let (from, to) = self.days.unzip();
        let date =
            |date: Option<_>| or_null(date, |date: crate::calendar::Date| Json::from_text(&date.to_string()));
        let list_of_groups = groups
            .iter()
            .map(|group| object([("group", Json::from_text(&group.name())), ("n", number(group.n))]));
        let scores = self.scores.iter().filter_map(|report| score_report(questionnaire, groups, report));
        object([
            ("ec-checkup", Json::from_text(KIND)),
            ("format", number(FORMAT)),
            ("questionnaire", Json::from_text(&questionnaire.id)),
            ("respondents", number(self.respondents)),
            ("synthetic", number(self.synthetic)),
            ("from", date(from)),
            ("to", date(to)),
            ("groups", Json::List(list_of_groups.collect())),
            ("levels", table(groups, &self.levels, &levels)),
            ("scores", Json::List(scores.collect())),
            (
                "gates",
                Json::List(gates.map(|(gate, counts)| one("gate", &gate.id, counts, &states)).collect()),
            ),
            (
                "findings",
                Json::List(
                    findings.map(|(found, counts)| one("finding", &found.id, counts, &["found"])).collect(),
                ),
            ),
            ("gaps", Json::List(gaps.collect())),
            ("associations", Json::List(associations.collect())),
            ("cross", or_null(self.cross.as_ref(), |cross| cross_json(questionnaire, cross))),
            ("fields", Json::List(self.fields_json(questionnaire))),
        ])
    }

    fn fields_json(&self, questionnaire: &Questionnaire) -> Vec<Json> {
        let mut fields = Vec::new();
        for report in &self.fields {
            let Some(field) = questionnaire.field(report.field) else { continue };
            for counts in &report.tables {
                let names = match &field.kind {
                    Kind::Text => names(&["written"]),
                    Kind::Matrix { .. } => {
                        counts.codes.iter().map(|level| level.digit().to_string()).collect()
                    }
                    _ => counts.codes.iter().map(|code| code.letter().to_string()).collect(),
                };
                let mut parts = vec![
                    ("field".to_owned(), Json::from_text(&field.id)),
                    ("kind".to_owned(), Json::from_text(kind_name(&field.kind))),
                ];
                let letter = |row: Code| Json::Text(row.letter().to_string());
                parts.extend(counts.row.map(|row| ("row".to_owned(), letter(row))));
                parts.push(("groups".to_owned(), table(&self.groups, counts, &names)));
                fields.push(Json::Object(parts));
            }
        }
        fields
    }
}
