//! Links of every kind as shops might send them, and what happens to them on the way.

use super::random::{COMPLETE, Habits, Random, random_sheet};
use super::{compiled, flow, questionnaire};
use ec_checkup::answers::{Document, Sheet};
use ec_checkup::link::{self, Content, Head, Reply, Request, Sealed};
use ec_checkup::model::FieldIx;
use ec_checkup::share::{Disclosure, content};

/// What people note.
pub(crate) const NOTES: [&str; 8] = [
    "前の担当者が設定したままで、詳しい人がいない。",
    "制作会社に確認中。返事は来週の予定。",
    "年内に見直す",
    "カートの管理画面にこの項目が見当たりません。どこで設定しますか？",
    "対象は3台。うち1台は古いOSなので買い替える。",
    "Checked with the vendor on 12 Nov.; patch is due in January.",
    "社長決裁待ち（見積もり：月3,300円）",
    "わからない",
];

/// A document with these answers, and a note beside every so many.
pub(crate) fn noted(sheet: &Sheet, every: usize) -> Document {
    let mut sheet = sheet.clone();
    let asked = flow(&sheet);
    for (ix, _) in questionnaire().fields().filter(|(ix, _)| asked.asks(*ix)) {
        if every > 0 && ix.index() % every == every / 2 {
            sheet.set_note(ix, NOTES[ix.index() / every % NOTES.len()]);
        }
    }
    Document {
        name: "雑貨の青空商店".to_owned(),
        named: 0,
        created: "2026-11-22T07:00:00Z".to_owned(),
        changed: "2026-11-28T08:00:00Z".to_owned(),
        place: None,
        sheet,
        plan: Vec::new(),
        extra: Vec::new(),
    }
}

pub(crate) fn head(random: &mut Random, name: &str) -> Head {
    let number = u32::try_from(random.below(1 << 32)).unwrap();
    Head { number, day: Some(2_523), name: name.to_owned() }
}

/// One link of each kind by its name, of a sheet made up at random.
pub(crate) fn links(random: &mut Random) -> Vec<(&'static str, String)> {
    let habits = [COMPLETE, Habits { answered: 40, special: 10 }, Habits { answered: 3, special: 0 }];
    let habits = habits[random.below(3)];
    let (sheet, _) = random_sheet(random, habits);
    let document = noted(&sheet, 40);
    let name = ["", "青空商店"][random.below(2)];
    let head = head(random, name);
    let of = |disclosure| content(questionnaire(), &compiled().guide, &document, &head, disclosure).0;
    let chapters = &questionnaire().chapters;
    let fields: Vec<FieldIx> = questionnaire().fields_in(&chapters[random.below(chapters.len())]).collect();
    let request = Request::new(questionnaire(), &head, fields, "次の質問にお答えください。").0;
    let reply = Reply::new(questionnaire(), &request, "株式会社 制作", Some(2_530), &document.sheet).0;
    let everything = of(Disclosure::Everything);
    let mut sealed = Sealed::new([0; 16], [0; 12]);
    let noise = |random: &mut Random| random.below(256).to_le_bytes()[0];
    sealed.salt.fill_with(|| noise(random));
    sealed.nonce.fill_with(|| noise(random));
    // As good as what encryption gives.
    sealed.ciphertext = (0..=200 + random.below(100)).map(|_| noise(random)).collect();
    let write = |content: &Content| link::write(questionnaire(), content).unwrap();
    vec![
        ("first version", link::encode(questionnaire(), &sheet, &flow(&sheet))),
        ("level", write(&of(Disclosure::Level))),
        ("scores", write(&of(Disclosure::Scores))),
        ("answers", write(&of(Disclosure::Answers))),
        ("answers with notes", write(&everything)),
        ("request", write(&Content::Request(request))),
        ("reply", write(&Content::Reply(reply))),
        ("sealed", write(&Content::Sealed(sealed))),
    ]
}

const ALPHABET: &[u8] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
/// What mail clients, chats and people put in: padding, escapes, spaces, brackets, letters that look alike.
const STRANGERS: [&str; 14] =
    ["=", "%", " ", "\n", ">", "+", "/", ".", "=\r\n", "Ａ", "ー", "\u{200b}", "…", "—"];

fn letter(random: &mut Random) -> String {
    match random.below(8) {
        0 => STRANGERS[random.below(STRANGERS.len())].to_owned(),
        _ => char::from(ALPHABET[random.below(ALPHABET.len())]).to_string(),
    }
}

/// Damages a link in one place or two.
pub(crate) fn damage(random: &mut Random, link: &str) -> String {
    let mut letters: Vec<String> = link.chars().map(String::from).collect();
    for _ in 0..=random.below(2) {
        if letters.is_empty() {
            break;
        }
        let place = random.below(letters.len());
        let span = place..letters.len().min(place + 1 + random.below(80));
        match random.below(12) {
            0 | 1 => letters[place] = letter(random),
            2 => drop(letters.remove(place)),
            3 => letters.insert(place, letter(random)),
            4 if place > 0 => letters.swap(place, place - 1),
            5 => {
                let other = random.below(letters.len());
                letters.swap(place, other);
            }
            6 => letters.truncate(place.max(1)),
            7 => drop(letters.drain(span)),
            8 => letters[span].rotate_left(1),
            9 => {
                let again = letters[span].to_vec();
                letters.splice(place..place, again);
            }
            10 => letters[span].fill_with(|| letter(random)),
            _ => {
                let flipped = letters[place].chars().map(|letter| {
                    if letter.is_ascii_lowercase() {
                        letter.to_ascii_uppercase()
                    } else {
                        letter.to_ascii_lowercase()
                    }
                });
                letters[place] = flipped.collect();
            }
        }
    }
    letters.concat()
}
