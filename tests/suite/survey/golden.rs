//! The report of a fixed sample, in the parts that say most.

use super::{report, sampled, survey};
use crate::support::{compiled, named, pack_named, questionnaire};
use ec_checkup::model::Lang;
use ec_checkup::survey::{Report, Telling};
use ec_checkup::words::survey_words;
use serde_json::Value;

fn told() -> Report {
    report(&survey(&sampled(2026, 300)))
}

fn with<T>(lang: Lang, use_it: impl FnOnce(&Telling<'_>) -> T) -> T {
    let texts = compiled().texts(lang);
    let text = |id| texts.get(id, questionnaire().tiers);
    let words = survey_words(lang);
    use_it(&Telling { questionnaire: questionnaire(), guide: &compiled().guide, words, text: &text })
}

fn json() -> Value {
    serde_json::from_str(&told().to_json(questionnaire(), &compiled().guide).write()).unwrap()
}

/// A part of the report's JSON, a line for each item of a list or object.
fn lines(value: &Value) -> String {
    let items: Vec<String> = match value {
        Value::Array(items) => items.iter().map(ToString::to_string).collect(),
        Value::Object(parts) => parts.iter().map(|(key, part)| format!("{key}: {part}")).collect(),
        other => vec![other.to_string()],
    };
    items.join("\n")
}

fn of_field(json: &Value, id: &str) -> String {
    let tables = json["fields"].as_array().unwrap().iter().filter(|field| field["field"] == id);
    tables
        .map(|table| format!("{} {}\n{}", id, table["row"], lines(&table["groups"])))
        .collect::<Vec<_>>()
        .join("\n")
}

#[test]
fn numbers() {
    let json = json();
    let mut parts: Vec<String> = ["respondents", "synthetic", "from", "to", "groups", "levels"]
        .iter()
        .map(|key| format!("{key}\n{}", lines(&json[key])))
        .collect();
    parts.push(lines(&json["scores"][6]));
    parts.push(lines(&json["gates"][1]));
    parts.push(lines(&json["gaps"][0]));
    parts.push(lines(&Value::Array(json["associations"].as_array().unwrap()[..4].to_vec())));
    parts.push(format!("cross\n{}", lines(&json["cross"])));
    let fields = ["sales-band", "mgmt-policy", "mgmt-support-tasks", "overall-worries"];
    parts.extend(fields.iter().map(|id| of_field(&json, id)));
    insta::assert_snapshot!(parts.join("\n\n"));
}

#[test]
fn sentences() {
    let told = told();
    let fields = ["sales-band", "mgmt-policy", "mgmt-threat-kinds", "mgmt-support-tasks"];
    let tell = |lang| {
        with(lang, |telling| {
            let whole = told.trends(questionnaire(), pack_named("ecom"));
            let fields = fields.iter().flat_map(|id| told.field_trends(questionnaire(), named(id).0));
            let trends: Vec<_> = whole.into_iter().chain(fields).collect();
            trends.iter().map(|trend| telling.sentence(trend)).collect::<Vec<_>>().join("\n")
        })
    };
    insta::assert_snapshot!([tell(Lang::Ja), tell(Lang::En)].join("\n\n"));
}

#[test]
fn the_keys_are_those_of_the_definition() {
    let json = json();
    let text = crate::support::file("docs/survey.md");
    let keys = json.as_object().unwrap().keys();
    let missing: Vec<_> = keys.filter(|key| !text.contains(&format!("| `{key}` |"))).collect();
    assert!(missing.is_empty(), "docs/survey.md lacks {missing:?}");
}

#[test]
fn a_table_has_a_line_for_each_count() {
    let csv = with(Lang::En, |telling| told().to_csv(telling));
    assert!(csv.starts_with("\u{FEFF}\"Chapter\",\"Number\",\"Question\""));
    let policy = csv.split("\r\n").filter(|line| line.ends_with("\"mgmt-policy\""));
    insta::assert_snapshot!(policy.take(6).collect::<Vec<_>>().join("\n"));
    let cells = |line: &str| line.matches("\",\"").count() + 1;
    assert!(
        csv.split("\r\n")
            .filter(|line| line.starts_with('"'))
            .all(|line| cells(line) == 12 || line.contains("\"\""))
    );
}

#[test]
fn the_page_is_whole_and_needs_nothing() {
    for lang in Lang::ALL {
        let html = with(lang, |telling| told().to_html(telling, lang));
        assert!(html.starts_with("<!doctype html>") && html.ends_with("</html>\n"));
        assert!(
            ["<script", "http:", "https:", "src=", "@import", "url("].iter().all(|word| !html.contains(word))
        );
        for tag in ["figure", "table", "tr", "svg", "details", "ul", "li", "h4", "p", "div", "thead", "tbody"]
        {
            let opened = [">", " "].map(|end| html.matches(&format!("<{tag}{end}")).count());
            assert_eq!(opened[0] + opened[1], html.matches(&format!("</{tag}>")).count(), "{tag}");
        }
        let ids: Vec<&str> =
            html.split("id=\"").skip(1).map(|rest| rest.split('"').next().unwrap()).collect();
        let links = html.split("href=\"#").skip(1).map(|rest| rest.split('"').next().unwrap());
        links.for_each(|link| assert!(ids.contains(&link), "{link}"));
        let mut once = ids.clone();
        once.sort_unstable();
        once.dedup();
        assert_eq!(once.len(), ids.len());
        assert!(html.contains(survey_words(lang).title) && html.contains("mgmt") == lang.tag().is_empty());
        // Behind each drawing there is a table.
        assert!(html.matches("<table>").count() >= html.matches("<svg").count() / 2);
    }
}

#[test]
fn few_shops_have_neither_shares_nor_sentences() {
    let told = report(&survey(&sampled(2026, 9)));
    assert!(told.trends(questionnaire(), pack_named("ecom")).is_empty());
    let fields = questionnaire().fields().flat_map(|(ix, _)| told.field_trends(questionnaire(), ix));
    assert_eq!(fields.count(), 0);
    let html = with(Lang::En, |telling| told.to_html(telling, Lang::En));
    assert!(!html.contains("%)") && html.contains("Not shown: too few shops."));
}
