//! How long a survey takes for each respondent.
#![allow(
    dead_code,
    missing_docs,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::unwrap_used,
    reason = "a bench may stop, shares what the tests have, and criterion's macros write undocumented functions"
)]

#[path = "../tests/suite/support/mod.rs"]
mod support;

use criterion::{BenchmarkId, Criterion, Throughput, criterion_group, criterion_main};
use ec_checkup::answers::Sheet;
use ec_checkup::flow::Flow;
use ec_checkup::link::{self, Answers, Content, Head};
use ec_checkup::survey::{Derived, Report, Respondent, Sample, Sent, Survey, in_json, write_row};
use std::hint::black_box;
use support::random::{Habits, Random, random_sheet};
use support::{compiled, questionnaire};

fn link_of(sheet: &Sheet) -> String {
    let flow = Flow::new(questionnaire(), sheet);
    let head = Head { number: 7, day: Some(2500), name: String::new() };
    let (answers, _) = Answers::new(questionnaire(), &head, sheet, &flow, false, &[]);
    link::write(questionnaire(), &Content::Answers(answers)).unwrap()
}

fn row(respondent: &Respondent) -> String {
    let guide = &compiled().guide;
    write_row(questionnaire(), guide, respondent, &Derived::new(questionnaire(), guide, &respondent.sheet))
}

fn survey(criterion: &mut Criterion) {
    let guide = &compiled().guide;
    let (sheet, _) = random_sheet(&mut Random(1), Habits { answered: 100, special: 5 });
    let complete = Respondent { sheet, ..Respondent::default() };
    let derived = Derived::new(questionnaire(), guide, &complete.sheet);
    let link = link_of(&complete.sheet);
    let mut survey = Survey::new(questionnaire(), guide);

    criterion.bench_function("survey: all that follows from a complete sheet", |bencher| {
        bencher.iter(|| Derived::new(questionnaire(), guide, black_box(&complete.sheet)));
    });
    criterion.bench_function("survey: count it", |bencher| {
        bencher.iter(|| survey.add_derived(questionnaire(), guide, black_box(&complete), &derived));
    });
    criterion.bench_function("survey: open a link and add it", |bencher| {
        bencher.iter(|| {
            let content = link::open(questionnaire(), black_box(&link)).unwrap();
            survey.add(questionnaire(), guide, &Respondent::from_content(content).unwrap());
        });
    });
    let sample = Sample::new(questionnaire(), 1);
    let mut index = 0;
    criterion.bench_function("survey: make up a respondent", |bencher| {
        bencher.iter(|| {
            index += 1;
            sample.respondent(black_box(index))
        });
    });
    let mut many = Survey::new(questionnaire(), guide);
    for index in 0..500 {
        many.add(questionnaire(), guide, &sample.respondent(index));
    }
    criterion.bench_function("survey: report", |bencher| {
        bencher.iter(|| Report::new(questionnaire(), guide, black_box(&many)));
    });
    // The whole of it grows with the number of rows; docs/survey.md has the same for a whole process, up to a million.
    let rows: Vec<String> = (0..10_000).map(|index| row(&sample.respondent(index))).collect();
    let mut growth = criterion.benchmark_group("survey: read and count rows, report");
    growth.sample_size(10);
    for count in [100, 1_000, 10_000] {
        growth.throughput(Throughput::Elements(count));
        growth.bench_with_input(BenchmarkId::from_parameter(count), &count, |bencher, count| {
            bencher.iter(|| {
                let mut survey = Survey::new(questionnaire(), guide);
                for row in rows.iter().take(usize::try_from(*count).unwrap()) {
                    let Some(Ok(Sent::Row(respondent))) = in_json(questionnaire(), row).pop() else {
                        panic!()
                    };
                    survey.add(questionnaire(), guide, &respondent);
                }
                Report::new(questionnaire(), guide, &survey)
            });
        });
    }
    growth.finish();
    criterion.bench_function("survey: put two together", |bencher| {
        bencher.iter(|| survey.merge(black_box(&many)));
    });
}

criterion_group!(benches, survey);
criterion_main!(benches);
