//! Contents of every kind, made up at random.

use crate::properties::any_sheet;
use crate::support::{flow, questionnaire};
use ec_checkup::answers::{Answer, Note, Progress, Sheet};
use ec_checkup::link::{Answers, Content, Head, Points, Reply, Request, Sealed, SizeClass, Summary};
use ec_checkup::model::FieldIx;
use proptest::prelude::*;

/// What people write, and what nobody writes.
pub(super) fn any_text() -> impl Strategy<Value = String> {
    let written = [
        "担当者に確認中です。来週返事が来ます。",
        "制作会社の佐藤さんが設定した。記録は残っていない\n次の更新で直す",
        "We do not know who has the password; to be asked.",
        "東京都千代田区 株式会社 青空",
        "=1+1",
        "<b>&amp;\"quoted\"</b>\u{200b}",
        "👩‍💻🔒",
        " ",
        "\n\n",
    ];
    prop_oneof![
        16 => prop::sample::select(written.to_vec()).prop_map(str::to_owned),
        4 => ".{0,20}",
        4 => "[ぁ-ん一-龥]{0,30}",
        4 => prop::collection::vec(any::<char>(), 0..20).prop_map(|chars| chars.into_iter().collect()),
        1 => "[a-z]{1490,1510}",
    ]
}

pub(super) fn any_head() -> impl Strategy<Value = Head> {
    let name = prop_oneof![Just(String::new()), any_text()];
    (any::<u32>(), any::<Option<u16>>(), name).prop_map(|(number, day, name)| Head { number, day, name })
}

/// A sheet with notes, texts of "other" and answers in free words.
pub(super) fn any_written_sheet() -> impl Strategy<Value = Sheet> {
    let fields = u16::try_from(questionnaire().fields.len()).unwrap();
    let words = prop::collection::vec((0..fields, any_text()), 0..6);
    let free = prop::collection::vec(prop_oneof![2 => Just(String::new()), 1 => any_text()], 9);
    (any_sheet(), words, free).prop_map(|(mut sheet, words, free)| {
        for (field, text) in words {
            sheet.set_note(FieldIx(field), &text);
        }
        let texts = questionnaire().fields().filter(|(_, field)| field.is_text());
        for ((ix, _), text) in texts.zip(free) {
            sheet.set(questionnaire(), ix, (!text.is_empty()).then_some(Answer::Text(text)));
        }
        sheet
    })
}

pub(super) fn any_plan() -> impl Strategy<Value = Vec<(String, Note)>> {
    let note = (any_text(), "|2026-12-[0-3][0-9]", 0..4_usize, any_text()).prop_map(
        |(owner, due, progress, text)| Note {
            owner,
            due,
            progress: Progress::ALL[progress],
            text,
            ..Note::default()
        },
    );
    prop::collection::btree_map("[a-z]{1,3}(-[a-z]{2,5}){0,3}", note, 0..3)
        .prop_map(|plan| plan.into_iter().collect())
}

fn any_range(highest: u16) -> impl Strategy<Value = Option<(u16, u16)>> {
    prop::option::of(
        (0..=highest).prop_flat_map(move |low| (Just(low), prop_oneof![Just(low), low..=highest])),
    )
}

pub(super) fn any_summary() -> impl Strategy<Value = Summary> {
    let id = || "[a-z]{1,12}(-[a-z]{1,12}){0,2}";
    let size = prop::sample::select(
        [None, Some(SizeClass::Small), Some(SizeClass::Medium), Some(SizeClass::Large)].to_vec(),
    );
    let asked = any::<u16>().prop_flat_map(|asked| (Just(asked), 0..=asked));
    let points = (
        any_range(1000),
        asked,
        prop::option::of(1..=9_u8),
        size,
        prop::collection::vec(id(), 0..6),
        prop::collection::vec((id(), any_range(1000)), 0..14),
    );
    let points = points.prop_map(|(total, (asked, answered), desired, size, gates, chapters)| Points {
        total,
        answered,
        asked,
        desired,
        size,
        gates,
        chapters,
    });
    let level = prop::option::of((1..=9_u8).prop_flat_map(|worst| (Just(worst), worst..=9)));
    (any_head(), id(), level, prop::option::of(points)).prop_map(|(head, pack, level, points)| {
        let (answers, _) = Answers::new(
            questionnaire(),
            &head,
            &Sheet::new(questionnaire()),
            &flow(&Sheet::new(questionnaire())),
            false,
            &[],
        );
        Summary { head: answers.head, pack, level, points }
    })
}

pub(super) fn any_answers() -> impl Strategy<Value = Answers> {
    (any_head(), any_written_sheet(), any_plan(), any::<bool>()).prop_map(|(head, sheet, plan, words)| {
        Answers::new(questionnaire(), &head, &sheet, &flow(&sheet), words, &plan).0
    })
}

pub(super) fn any_request() -> impl Strategy<Value = Request> {
    let count = u16::try_from(questionnaire().fields.len()).unwrap();
    let some =
        prop::collection::vec(0..count, 0..20).prop_map(|fields| fields.into_iter().map(FieldIx).collect());
    let chapter = prop::sample::select(questionnaire().chapters.clone());
    let chapter = chapter.prop_map(|chapter| questionnaire().fields_in(&chapter).collect());
    let fields = prop_oneof![some, chapter, Just((0..count).map(FieldIx).collect::<Vec<_>>())];
    let message = prop_oneof![9 => any_text(), 1 => "[お願い]{1990,2010}"];
    (any_head(), fields, message)
        .prop_map(|(head, fields, message)| Request::new(questionnaire(), &head, fields, &message).0)
}

pub(super) fn any_reply() -> impl Strategy<Value = Reply> {
    (any_request(), any_text(), any::<Option<u16>>(), any_written_sheet())
        .prop_map(|(request, name, day, sheet)| Reply::new(questionnaire(), &request, &name, day, &sheet).0)
}

pub(super) fn any_sealed() -> impl Strategy<Value = Sealed> {
    let bytes = prop::collection::vec(any::<u8>(), 17..300);
    (any::<[u8; 16]>(), any::<[u8; 12]>(), 100_000..=5_000_000_u32, bytes).prop_map(
        |(salt, nonce, iterations, ciphertext)| Sealed { iterations, ciphertext, ..Sealed::new(salt, nonce) },
    )
}

/// Any content as it travels.
pub(super) fn any_content() -> impl Strategy<Value = Content> {
    prop_oneof![
        any_summary().prop_map(Content::Summary),
        any_answers().prop_map(Content::Answers),
        any_request().prop_map(Content::Request),
        any_reply().prop_map(Content::Reply),
        any_sealed().prop_map(Content::Sealed),
    ]
}
