//! The size class against table 2-1 of the survey of 2003, which sorts 37 sites "by sales, corrected by servers and staff".

use super::guide;
use crate::support::{file, questionnaire, sheet};
use ec_checkup::advise::{Judgement, Size};
use ec_checkup::flow::Flow;

fn size(sales: &str, servers: &str, staff: &str) -> Size {
    let band = match sales {
        "0～100万円未満／年" => "A",
        "100万円～500万円未満／年" => "B",
        "500万円～1000万円未満／年" => "C",
        "1000万円～5000万円未満／年" => "D",
        "5000万円～1億円未満／年" => "E",
        "1億円／年以上" => "F",
        _ => panic!("{sales}"),
    };
    let servers = match servers.parse().unwrap() {
        0 => "A",
        1..=2 => "B",
        3_u8.. => "C",
    };
    // Two and a half people, as one site has, are more than two: "3 or more" of the answers offered.
    let staff = match staff.parse::<f32>().unwrap() {
        0.0 => "A",
        ..=2.0 => "B",
        _ => "C",
    };
    let sheet = sheet(&[("sales-band", band), ("server-count", servers), ("system-people", staff)]);
    let flow = Flow::new(questionnaire(), &sheet);
    Judgement::new(questionnaire(), guide(), &sheet, &flow).size.unwrap()
}

#[test]
fn the_rule_agrees_with_the_published_table() {
    let table = file("tests/inventory/sizes.tsv");
    let rows: Vec<[&str; 4]> =
        table.lines().skip(1).map(|line| line.split('\t').collect::<Vec<_>>().try_into().unwrap()).collect();
    assert_eq!(rows.len(), 37);
    let differ = |[class, sales, servers, staff]: &&[&str; 4]| {
        let expected = match *class {
            "大規模" => Size::Large,
            "中規模" => Size::Medium,
            "小規模" => Size::Small,
            _ => panic!("{class}"),
        };
        size(sales, servers, staff) != expected
    };
    let differing: Vec<&[&str; 4]> = rows.iter().filter(differ).collect();
    assert!(differing.len() <= 4, "{differing:#?}");
}
