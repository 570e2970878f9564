//! Links of the second version as they were shared: `tests/links/golden2.tsv`. Lines are added with
//! `UPDATE_GOLDEN=1 cargo test --test suite links`, never changed.

use super::golden::{frozen, trouble};
use super::kinds::{forge, open, parts, samples, write};
use crate::support::random::Random;
use crate::support::sent::links;
use crate::support::{none_wrong, notation, questionnaire};
use ec_checkup::answers::Sheet;
use ec_checkup::link::{Content, Head, LinkError};
use std::fmt::Write;

/// What a link means, by slots and permanent names, on one line.
fn meaning(opened: Result<Content, LinkError>) -> String {
    let content = match opened {
        Ok(content) => content,
        Err(error) => return trouble(error).to_owned(),
    };
    let mut said = String::new();
    if let Some(Head { number, day, name }) = content.head() {
        write!(said, "number={number:08x} day={day:?} name={name:?} ").unwrap();
    }
    match &content {
        Content::Summary(summary) => {
            write!(said, "pack={} level={:?} points={:?}", summary.pack, summary.level, summary.points)
                .unwrap();
        }
        Content::Answers(answers) => {
            write!(said, "answers {}", of_sheet(&answers.sheet)).unwrap();
            for (id, note) in &answers.plan {
                let progress = note.progress.name();
                write!(said, " plan:{id}={:?} {:?} {progress} {:?}", note.owner, note.due, note.text)
                    .unwrap();
            }
            write!(said, " homeless={}", answers.homeless).unwrap();
        }
        Content::Request(request) => {
            let fields = request.fields.iter().map(|ix| questionnaire().field(*ix).unwrap());
            let mut names: Vec<String> =
                fields.map(|field| field.slot.map_or(field.id.clone(), |slot| slot.to_string())).collect();
            names.sort();
            write!(
                said,
                "asks {} unknown={} message={:?}",
                names.join(" "),
                request.unknown,
                request.message
            )
            .unwrap();
        }
        Content::Reply(reply) => {
            write!(said, "replies {} homeless={}", of_sheet(&reply.sheet), reply.homeless).unwrap();
        }
        Content::Sealed(sealed) => {
            let bytes = [sealed.salt.as_slice(), &sealed.nonce, &sealed.ciphertext].concat();
            write!(said, "sealed iterations={} {bytes:?}", sealed.iterations).unwrap();
        }
    }
    said
}

/// Answers, texts of "other" and notes, by slot or permanent name.
fn of_sheet(sheet: &Sheet) -> String {
    let mut list: Vec<(Option<u16>, String)> = Vec::new();
    for ((_, field), (_, entry)) in questionnaire().fields().zip(sheet.entries()) {
        let name = field.slot.map_or(field.id.clone(), |slot| slot.to_string());
        let parts = [
            entry.answer.as_ref().map(|answer| format!("{name}:{:?}", notation::write(answer))),
            (!entry.other.is_empty()).then(|| format!("{name}:other={:?}", entry.other)),
            (!entry.note.is_empty()).then(|| format!("{name}:note={:?}", entry.note)),
        ];
        list.extend(parts.into_iter().flatten().map(|part| (field.slot, part)));
    }
    list.sort();
    list.into_iter().map(|(_, part)| part).collect::<Vec<_>>().join(" ")
}

/// Links that must never open.
fn hostile() -> Vec<(String, String)> {
    let all = samples();
    let good = write(&all[3]);
    let (kind, body) = parts(&good);
    let (_, sealed) = parts(&write(&all[6]));
    let named = [
        ("cut", good[..good.len() - 1].to_owned()),
        ("cut-short", good[..7].to_owned()),
        ("only-version", "r2".to_owned()),
        ("one-letter-more", format!("{good}A")),
        ("altered", format!("{}A{}", &good[..40], &good[41..])),
        ("padded", format!("{good}=")),
        ("space", format!("{} {}", &good[..30], &good[30..])),
        ("version-3", good.replacen("r2", "r3", 1)),
        ("version-1", good.replacen("r2", "r1", 1)),
        ("length-too-small", forge(kind, &body).replacen(&good[3..5], "AA", 1)),
        ("no-body", forge(kind, &[])),
        ("body-with-zero", forge(kind, &[&body[..], &[0]].concat())),
        ("body-of-noise", forge(kind, &(0..=255).collect::<Vec<u8>>())),
        ("other-kind", forge(1, &body)),
        ("kind-0", forge(0, &body)),
        ("kind-6", forge(6, &body)),
        ("other-questionnaire", forge(kind, &[&[200], &body[1..]].concat())),
        ("sealed-cut", forge(5, &sealed[..40])),
        ("sealed-scheme-2", forge(5, &[&[2], &sealed[1..]].concat())),
        ("sealed-no-iterations", forge(5, &[&[1, 0, 0, 0, 0], &sealed[5..]].concat())),
        ("sealed-insane-iterations", forge(5, &[&[1, 255, 255, 255, 255], &sealed[5..]].concat())),
    ];
    named.into_iter().map(|(name, link)| (format!("hostile-{name}"), link)).collect()
}

#[test]
fn shared_links_of_the_second_version_open_as_ever() {
    let mut cases: Vec<(String, String)> = samples()
        .iter()
        .enumerate()
        .map(|(number, content)| (format!("sample-{number}"), write(content)))
        .collect();
    for seed in 1..=3 {
        let links = links(&mut Random(seed)).into_iter().skip(1);
        cases.extend(links.map(|(name, link)| (format!("{name}-{seed}"), link)));
    }
    cases.extend(hostile());
    let cases = cases.into_iter().map(|(name, link)| {
        let meaning = meaning(open(&link));
        [name, link, meaning]
    });
    let mut wrong = Vec::new();
    for [name, link, expected] in frozen("tests/links/golden2.tsv", cases) {
        let opened = open(&link);
        let found = meaning(opened.clone());
        if found != expected || found.starts_with("error:") != name.starts_with("hostile-") {
            wrong.push(format!("{name}: {found} instead of {expected}"));
        }
        // As long as the table of slots has not grown, what is in them is written the same way again.
        if let (Ok(content), 2) = (opened, questionnaire().slots.revision())
            && write(&content) != link
        {
            wrong.push(format!("{name}: written as {}", write(&content)));
        }
    }
    none_wrong(&wrong);
}
