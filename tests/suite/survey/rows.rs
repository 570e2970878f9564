//! Rows: what is written can be read, says the same, and has the published form.

use super::{report, sampled, survey};
use crate::exchange::validator::misfit;
use crate::support::random::{Habits, Random, random_sheet};
use crate::support::{compiled, file, named, put, questionnaire, sheet};
use ec_checkup::answers::{Answer, Document, Json, Sheet};
use ec_checkup::flow::Flow;
use ec_checkup::link::{self, Content, Head};
use ec_checkup::share::{self, Disclosure};
use ec_checkup::survey::{
    Derived, Lines, Respondent, RowError, Sent, Survey, Unread, in_json, read_row, row_schema, write_row,
};
use proptest::prelude::*;
use serde_json::Value;

const SCHEMA: &str = "docs/schema/ec-checkup-row.schema.json";

fn row(respondent: &Respondent) -> String {
    let guide = &compiled().guide;
    let derived = Derived::new(questionnaire(), guide, &respondent.sheet);
    write_row(questionnaire(), guide, respondent, &derived)
}

fn read(row: &str) -> Result<(Respondent, usize), RowError> {
    read_row(questionnaire(), &Json::parse(row).unwrap())
}

#[test]
fn the_published_schema_is_that_of_this_questionnaire() {
    let made = format!("{:#}\n", row_schema(questionnaire(), &compiled().guide));
    assert!(file(SCHEMA) == made, "cargo run -- schema --rows > {SCHEMA}");
}

#[test]
fn rows_have_the_published_form() {
    let schema = row_schema(questionnaire(), &compiled().guide);
    for respondent in sampled(4, 30).iter().chain(&[Respondent::default()]) {
        let row: Value = serde_json::from_str(&row(respondent)).unwrap();
        assert_eq!(misfit(&schema, &schema, &row, ""), None, "{row}");
    }
    let mut wrong: Value = serde_json::from_str(&row(&sampled(4, 1)[0])).unwrap();
    for (field, answer) in [("goods-kind", "A,C"), ("overall-areas", "A1B2"), ("shop-kind", "Q")] {
        let good = wrong["answers"][field].take();
        wrong["answers"][field] = answer.into();
        assert_eq!(
            misfit(&schema, &schema, &wrong, ""),
            Some(format!("/answers/{field} ({})", if field == "shop-kind" { "enum" } else { "pattern" }))
        );
        wrong["answers"][field] = good;
    }
}

#[test]
fn letters_that_look_like_words_are_kept_apart() {
    let field = "mgmt-support-tasks";
    let profile = [("mgmt-support", "A")];
    for answer in ["DK", "DK!"] {
        let mut sheet = sheet(&profile);
        let (ix, of) = named(field);
        let ticked = Answer::from_coded(of, if answer == "DK" { "DK" } else { "D K" }).unwrap();
        put(&mut sheet, ix, Some(&ticked));
        let respondent = Respondent { sheet, ..Respondent::default() };
        assert_eq!(read(&row(&respondent)).unwrap().0.sheet.answer(ix), Some(&ticked));
    }
}

#[test]
fn texts_never_reach_a_row() {
    let mut sheet = sheet(&[("shop-kind", "A")]);
    let (ix, _) = named("overall-worries");
    put(&mut sheet, ix, Some(&Answer::Text("the secret of the shop".to_owned())));
    sheet.set_note(named("shop-kind").0, "a secret note");
    sheet.set_other(named("goods-kind").0, "another secret");
    let written = row(&Respondent { sheet, ..Respondent::default() });
    assert!(!written.contains("secret") && written.contains(r#""overall-worries":"+""#), "{written}");
    assert_eq!(read(&written).unwrap().0.sheet.answer(ix), Some(&Answer::Text("+".to_owned())));
}

#[test]
fn what_is_wrong_with_a_row_is_said() {
    let good = row(&sampled(4, 1)[0]);
    let check = |from: &str, to: &str, expected: RowError| {
        let changed = good.replacen(from, to, 1);
        assert_ne!(changed, good, "{from}");
        assert_eq!(read(&changed), Err(expected), "{to}");
    };
    check(r#""ec-checkup":"row""#, r#""ec-checkup":"backup""#, RowError::NotARow);
    check(r#""format":1"#, r#""format":2"#, RowError::Newer);
    check(r#""format":1"#, r#""format":"1""#, RowError::Damaged);
    check(r#""questionnaire":"ecom""#, r#""questionnaire":"other""#, RowError::OtherQuestionnaire);
    check(r#""number":""#, r#""number":"z"#, RowError::Damaged);
    check(r#""date":"2026"#, r#""date":"x026"#, RowError::Damaged);
    check(r#""shop-kind":""#, r#""shop-kind":1,"x":""#, RowError::Damaged);
    let later = good.replacen(r#""shop-kind":""#, r#""from-the-future":"A","shop-kind":"Q"#, 1);
    assert_eq!(read(&later).unwrap().1, 2, "what is not understood is left out and counted");
}

fn opened(link: &str) -> Respondent {
    Respondent::from_content(link::open(questionnaire(), link).unwrap()).unwrap()
}

/// Links to documents and rows of the same shops: all count the same.
#[test]
fn links_rows_and_documents_count_the_same() {
    let shops = sampled(9, 60);
    let mut mail = String::new();
    let mut documents = Vec::new();
    for shop in &shops {
        let date = shop.date().unwrap();
        let document = Document {
            name: "synthetic 1".to_owned(),
            created: format!("2026-10-01T00:00:00Z{}", shop.number),
            changed: format!("{date}T00:00:00Z"),
            sheet: shop.sheet.clone(),
            ..Document::default()
        };
        let head = Head { number: shop.number, day: shop.day, name: document.name.clone() };
        let (content, _) =
            share::content(questionnaire(), &compiled().guide, &document, &head, Disclosure::Everything);
        let link = link::write(questionnaire(), &content).unwrap();
        mail += &["> see https://example.com/#", &link[..30], "\n> ", &link[30..], "\n\n"].concat();
        documents.push(Respondent::from_document(document, None));
    }
    let found = link::find(&mail);
    let mut lines = Lines::new(&mail);
    let [second, third] = [1, 2].map(|place: usize| lines.of(found[place].place.start));
    assert_eq!((found.len(), second, third), (60, 4, 7));
    let linked: Vec<Respondent> = found.into_iter().map(|found| opened(&found.link.unwrap())).collect();
    let rows: Vec<Respondent> = linked.iter().map(|shop| read(&row(shop)).unwrap().0).collect();
    let counted = survey(&shops);
    assert!(survey(&linked) == counted && survey(&rows) == counted && survey(&documents) == counted);
}

#[test]
fn only_answers_make_a_respondent() {
    let document = Document { sheet: sheet(&[("shop-kind", "A")]), ..Document::default() };
    let of = |disclosure| {
        share::content(questionnaire(), &compiled().guide, &document, &Head::default(), disclosure).0
    };
    assert!(Respondent::from_content(of(Disclosure::Answers)).is_some());
    assert!(Respondent::from_content(of(Disclosure::Scores)).is_none());
    let sealed = link::Sealed::new([0; 16], [0; 12]);
    assert!(Respondent::from_content(Content::Sealed(sealed)).is_none());
}

/// Everything a survey is asked about one respondent.
fn alone(respondent: &Respondent) -> Survey {
    survey([respondent])
}

/// A respondent that brought every third of the questions back that are not asked.
fn brought_back(mut sheet: Sheet) -> Respondent {
    let flow = Flow::new(questionnaire(), &sheet);
    let aside = questionnaire().fields().map(|(ix, _)| ix).filter(|ix| !flow.asks(*ix));
    aside.step_by(3).for_each(|ix| sheet.set_back(ix, true));
    stored(sheet)
}

fn stored(sheet: Sheet) -> Respondent {
    let document = Document {
        name: "synthetic 7".to_owned(),
        created: "2026-10-01T00:00:00Z".to_owned(),
        changed: "2026-10-02T00:00:00Z".to_owned(),
        sheet,
        ..Document::default()
    };
    Respondent::from_document(document, None)
}

/// Brought back, and waiting for another answer.
#[test]
fn what_is_brought_back_and_waits_is_in_the_row() {
    let mut random = Random(10_059_992_265_503_814_513);
    let (sheet, _) = random_sheet(&mut random, Habits { answered: 59, special: 20 });
    let respondent = brought_back(sheet);
    let (again, _) = read(&row(&respondent)).unwrap();
    assert!(alone(&again) == alone(&respondent));
}

/// Links cannot say that somebody wants to be asked and has not answered.
#[test]
fn what_is_brought_back_counts_once_it_is_answered() {
    let (ix, _) = named("mgmt-policy");
    let check = |given: &[(&str, &str)]| {
        let mut sheet = sheet(given);
        sheet.set_back(ix, true);
        assert_eq!(stored(sheet).sheet.is_back(ix), given.len() > 1);
    };
    check(&[("shop-kind", "A")]);
    check(&[("shop-kind", "A"), ("mgmt-policy", "B")]);
}

#[test]
fn what_people_send_is_told_apart() {
    fn check(text: &str, expected: impl Fn(&[Result<Sent, Unread>]) -> bool) {
        let found = in_json(questionnaire(), text);
        assert!(expected(&found), "{text}: {found:?}");
    }
    let shop = &sampled(6, 1)[0];
    let document =
        Document { sheet: shop.sheet.clone(), ..Document::default() }.to_json(questionnaire()).write();
    check(&row(shop), |found| matches!(found, [Ok(Sent::Row(one))] if one.number == shop.number));
    check(&document, |found| matches!(found, [Ok(Sent::Stored(one))] if alone(one).respondents() == 1));
    check("{", |found| *found == [Err(Unread::Json)]);
    check(r#"{"ec-checkup":"row"}"#, |found| *found == [Err(Unread::Row(RowError::Damaged))]);
    check(r#"{"answers":7}"#, |found| matches!(found, [Err(Unread::File(_))]));
    check(r#"{"ec-checkup":"reference"}"#, |found| matches!(found, [Err(Unread::File(_))]));
    let backup = format!(
        r#"{{"ec-checkup":"backup","format":1,"assessments":[{{"id":"a1","document":{document}}}],"later":[1]}}"#
    );
    check(&backup, |found| matches!(found, [Ok(Sent::Stored(_)), Err(Unread::Unknown)]));
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, cases: 24, ..ProptestConfig::default() })]

    #[test]
    fn a_row_says_the_same_as_its_sheet(seed in any::<u64>(), answered in 0_u8..=100, back in any::<bool>()) {
        let mut random = Random(seed);
        let (sheet, _) = random_sheet(&mut random, Habits { answered, special: 20 });
        let respondent = if back { brought_back(sheet) } else { stored(sheet) };
        let (again, left_out) = read(&row(&respondent)).unwrap();
        prop_assert_eq!(left_out, 0);
        prop_assert!(alone(&again) == alone(&respondent));
        prop_assert_eq!(row(&again), row(&respondent));
        prop_assert_eq!(report(&alone(&again)).respondents, 1);
    }

    /// What the page collects of a file is what the command line counts of it: words that were written included, and what
    /// they say left out.
    #[test]
    fn a_link_of_a_respondent_counts_as_it_does(seed in any::<u64>(), answered in 0_u8..=100, back in any::<bool>()) {
        let mut random = Random(seed);
        let (mut sheet, _) = random_sheet(&mut random, Habits { answered, special: 20 });
        for (at, (ix, field)) in questionnaire().fields().enumerate() {
            if field.is_text() && (seed >> (at % 64)) & 1 == 1 {
                sheet.set(questionnaire(), ix, Some(Answer::Text("秘密のこと".to_owned())));
            }
            if at % 7 == 0 {
                sheet.set_note(ix, "秘密のメモ");
            }
        }
        let respondent = if back { brought_back(sheet) } else { stored(sheet) };
        let link = respondent.to_link(questionnaire()).unwrap();
        let again = opened(&link);
        prop_assert!(alone(&again) == alone(&respondent));
        let told = format!("{:?}", link::open(questionnaire(), &link));
        prop_assert!(!told.contains("秘密"), "{}", told);
    }
}
