//! How long the core takes: everything here should stay far below what a person notices on an old phone.
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

use criterion::{Criterion, criterion_group, criterion_main};
use ec_checkup::advise::{Judgement, moves, terms};
use ec_checkup::answers::{Document, restore};
use ec_checkup::compare::{Comparison, Decisions, Pair, Takeover, Texts};
use ec_checkup::exchange::{Backup, read};
use ec_checkup::flow::Flow;
use ec_checkup::link;
use ec_checkup::score::Report;
use std::hint::black_box;
use support::random::{Habits, Random, random_sheet};
use support::{compiled, pack_named, questionnaire};

fn core(criterion: &mut Criterion) {
    let (sheet, _) = random_sheet(&mut Random(1), Habits { answered: 100, special: 5 });
    let flow = Flow::new(questionnaire(), &sheet);
    let pack = pack_named("ecom");
    let link = link::encode(questionnaire(), &sheet, &flow);
    let document = Document {
        named: 0,
        name: "店".to_owned(),
        created: "2026-11-22T07:00:00Z".to_owned(),
        changed: "2026-11-22T08:00:00Z".to_owned(),
        place: None,
        sheet: sheet.clone(),
        plan: Vec::new(),
        extra: Vec::new(),
    };
    let stored = document.to_json(questionnaire()).write();

    criterion.bench_function("score of a complete sheet", |bencher| {
        bencher.iter(|| {
            let flow = Flow::new(questionnaire(), black_box(&sheet));
            Report::new(questionnaire(), pack, &sheet, &flow)
        });
    });
    criterion.bench_function("link: encode", |bencher| {
        bencher.iter(|| link::encode(questionnaire(), black_box(&sheet), &flow));
    });
    criterion.bench_function("link: decode", |bencher| {
        bencher.iter(|| link::decode(questionnaire(), black_box(&link)));
    });
    criterion.bench_function("restore", |bencher| {
        bencher.iter(|| restore(black_box(&stored), questionnaire()));
    });

    // About 5 MB, which is all that a browser keeps for a page.
    let assessments = (0..).map(|nr: u32| (nr.to_string(), document.to_json(questionnaire())));
    let full = 5_000_000 / stored.len();
    let backup = Backup { assessments: assessments.take(full).collect(), ..Backup::default() }.write();
    criterion.bench_function("read a file of 5 MB", |bencher| {
        bencher.iter(|| read(black_box(backup.as_bytes()), questionnaire()));
    });
    let (other, _) = random_sheet(&mut Random(2), Habits { answered: 100, special: 5 });
    criterion.bench_function("compare two sheets", |bencher| {
        let sheets = Pair { here: &sheet, there: &other };
        bencher.iter(|| {
            let comparison = Comparison::new(questionnaire(), black_box(sheets), Texts::Compared);
            (comparison.reports(pack), comparison.differences(Some(pack)), comparison.counts(None))
        });
    });
    criterion.bench_function("plan and carry out a takeover", |bencher| {
        let all = || questionnaire().fields().map(|(ix, _)| ix);
        bencher.iter(|| {
            let plan = Takeover::of_fields(questionnaire(), black_box(&sheet), &other, all());
            plan.apply(questionnaire(), &sheet, &Decisions::default())
        });
    });
}

/// What is worked out anew after a click once results are on the screen.
fn advise(criterion: &mut Criterion) {
    let guide = &compiled().guide;
    let (sheet, _) = random_sheet(&mut Random(1), Habits { answered: 100, special: 5 });
    let flow = Flow::new(questionnaire(), &sheet);
    let judgement = Judgement::new(questionnaire(), guide, &sheet, &flow);
    let found = moves(questionnaire(), guide, &sheet, &flow, &judgement);
    assert!(found.len() > 20, "a sheet that needs advice");

    criterion.bench_function("advise: flow, reports of all packs, judgement, moves, terms", |bencher| {
        bencher.iter(|| {
            let sheet = black_box(&sheet);
            let flow = Flow::new(questionnaire(), sheet);
            let reports: Vec<Report> = (questionnaire().packs())
                .map(|(pack, _)| Report::new(questionnaire(), pack, sheet, &flow))
                .collect();
            let judgement = Judgement::new(questionnaire(), guide, sheet, &flow);
            let moves = moves(questionnaire(), guide, sheet, &flow, &judgement);
            let terms = terms(&moves);
            (reports, judgement, moves, terms)
        });
    });
    criterion.bench_function("advise: flow", |bencher| {
        bencher.iter(|| Flow::new(questionnaire(), black_box(&sheet)));
    });
    criterion.bench_function("advise: judgement", |bencher| {
        bencher.iter(|| Judgement::new(questionnaire(), guide, black_box(&sheet), &flow));
    });
    criterion.bench_function("advise: moves", |bencher| {
        bencher.iter(|| moves(questionnaire(), guide, black_box(&sheet), &flow, &judgement));
    });
}

criterion_group!(benches, core, advise);
criterion_main!(benches);
