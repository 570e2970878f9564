//! Points to consider and lists to refer to: as many as the form has, in the same places.

use crate::support::{pack, pack_named, questionnaire};

/// Points by question: 204 in 46 questions.
const POINTS: &str = "1.1.5:4 1.2.4:3 1.4.1:5 1.4.2:3 1.6.3:11 2.1.1:5 2.1.2:3 2.2.1:4 2.3.1:4 2.3.2:5 3.4.2:4 \
    5.2.1:6 5.3.4:4 5.4.1:5 6.2.1:4 6.3.4:3 7.1.1:6 8.2.1:4 \
    9.1.1:8 9.2.3:9 9.3.2:5 9.4.2:5 9.5.3:3 9.6.2:4 9.8.3:5 9.9.1:6 9.9.2:5 \
    10.1.2:3 10.1.3:3 10.2.4:4 10.3.1:3 10.4.4:4 10.5.2:3 10.5.3:3 10.6.2:3 \
    11.1.1:5 11.1.2:2 11.2.1:4 11.2.2:3 11.3.1:8 11.3.2:3 11.3.3:3 11.5.1:4 11.5.3:5 11.6.1:3 12.1.4:5";

/// Points by chapter.
const CHAPTER_POINTS: [usize; 12] = [7, 0, 0, 0, 0, 0, 0, 3, 0, 0, 5, 0];

/// Lists to refer to, by question; items below items are part of them. 6.1.1 has its examples in one line of the form.
const REFERENCES: &str = "1.2.3:12 1.3.1:4 2.2.1:4 2.3.4:3 5.2.2:4 5.4.1:7 6.1.1:5 6.2.2:5 6.4.1:7 6.5.1:7 9.8.5:3 \
    10.2.2:4 10.4.5:6 11.2.1:4 12.2.1:2";

/// `1.1.5:4 …` of what the questionnaire has.
fn by_question(count: impl Fn(&ec_checkup::model::Question) -> usize) -> String {
    let questions = questionnaire().questions_in(pack_named("ecom"));
    let counted = questions.map(|(_, question)| (question.number, count(question)));
    let list = counted
        .filter(|(_, count)| *count > 0)
        .map(|([chapter, section, number], count)| format!("{chapter}.{section}.{number}:{count}"));
    list.collect::<Vec<_>>().join(" ")
}

#[test]
fn points_to_consider_are_where_the_form_has_them() {
    let counts: Vec<usize> =
        POINTS.split(' ').map(|entry| entry.split_once(':').unwrap().1.parse().unwrap()).collect();
    assert_eq!((counts.len(), counts.iter().sum::<usize>()), (46, 204));
    assert_eq!(by_question(|question| question.points.len()), POINTS);
}

#[test]
fn points_of_whole_chapters_are_where_the_form_has_them() {
    assert_eq!(
        questionnaire()
            .chapters_of(pack_named("ecom"))
            .map(|(_, chapter)| chapter.points.len())
            .collect::<Vec<_>>(),
        CHAPTER_POINTS
    );
}

#[test]
fn lists_to_refer_to_are_where_the_form_has_them() {
    let items = |question: &ec_checkup::model::Question| {
        question.reference.as_ref().map_or(0, |list| list.items.len())
    };
    assert_eq!(by_question(items), REFERENCES);
}

#[test]
fn only_the_zones_have_a_figure() {
    let with_figure: Vec<&str> = pack()
        .fields()
        .filter(|field| field.figure.is_some())
        .map(|field| field.refs[0].0.as_str())
        .collect();
    assert_eq!(with_figure, ["ecom:9.1.3.1"]);
}
