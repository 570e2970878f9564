//! Links of the second version: whatever they hold comes back, and nothing else is in them.

use super::contents::{any_content, any_head, any_plan, any_text, any_written_sheet};
use super::{crc32, decode};
use crate::properties::config;
use crate::support::{flow, named, questionnaire, sheet};
use data_encoding::BASE64URL_NOPAD;
use ec_checkup::answers::{Answer, Entry, Sheet};
use ec_checkup::calendar::Date;
use ec_checkup::link::{
    self, Answers, Content, Disclosed, Head, LinkError, MESSAGE, NAME, Points, Reply, Request, Sealed,
    SizeClass, Summary, TEXT,
};
use ec_checkup::model::FieldIx;
use proptest::prelude::*;

pub(super) fn write(content: &Content) -> String {
    link::write(questionnaire(), content).unwrap_or_else(|error| panic!("{error:?}: {content:?}"))
}

pub(super) fn open(link: &str) -> Result<Content, LinkError> {
    link::open(questionnaire(), link)
}

/// A link of the second version with any content and the right checksum. From `docs/link-format.md`, not from the code.
pub(super) fn forge(kind: u8, body: &[u8]) -> String {
    let mut head = vec![kind];
    let mut length = body.len();
    loop {
        let more = length > 0x7F;
        head.push(u8::try_from(length & 0x7F).unwrap() | if more { 0x80 } else { 0 });
        length >>= 7;
        if !more {
            break;
        }
    }
    let checked = [b"r2", head.as_slice(), body].concat();
    let bytes = [head.as_slice(), &crc32(&checked).to_be_bytes(), body].concat();
    format!("r2{}", BASE64URL_NOPAD.encode(&bytes))
}

/// What is within a link of the second version: kind and body.
pub(super) fn parts(link: &str) -> (u8, Vec<u8>) {
    let bytes = BASE64URL_NOPAD.decode(link.strip_prefix("r2").unwrap().as_bytes()).unwrap();
    let size = bytes[1..].iter().position(|byte| byte & 0x80 == 0).unwrap() + 1;
    (bytes[0], bytes[1 + size + 4..].to_vec())
}

fn answers(sheet: &Sheet, words: bool) -> Answers {
    let head = Head { number: 0x1234_5678, day: Some(2_500), name: "青空商店".to_owned() };
    Answers::new(questionnaire(), &head, sheet, &flow(sheet), words, &[]).0
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 100, ..config() })]

    #[test]
    fn every_content_comes_back(content in any_content()) {
        let link = write(&content);
        prop_assert!(link.bytes().all(|byte| byte.is_ascii_alphanumeric() || b"-_".contains(&byte)), "{link}");
        prop_assert_eq!(open(&link), Ok(content));
        let (kind, body) = parts(&link);
        prop_assert_eq!(forge(kind, &body), link);
    }

    #[test]
    fn under_a_passphrase_is_the_same(content in any_content()) {
        let plain = link::plain(questionnaire(), &content).unwrap();
        let opened = link::open_plain(questionnaire(), &plain);
        match content {
            Content::Sealed(_) => prop_assert_eq!(opened, Err(LinkError::Damaged)),
            content => prop_assert_eq!(opened, Ok(content)),
        }
    }

    /// Without words, a link of the second version holds what one of the first does.
    #[test]
    fn answers_are_those_of_the_first_version(sheet in any_written_sheet(), head in any_head(), plan in any_plan()) {
        let flow = flow(&sheet);
        let (answers, _) = Answers::new(questionnaire(), &head, &sheet, &flow, false, &plan);
        let (first, _) = decode(&link::encode(questionnaire(), &sheet, &flow)).unwrap();
        prop_assert_eq!(&answers.sheet, &first);
        prop_assert!(answers.plan.is_empty());
    }

    #[test]
    fn what_was_cut_is_told(text in any_text(), field in 0..u16::try_from(questionnaire().fields.len()).unwrap()) {
        let mut sheet = Sheet::new(questionnaire());
        sheet.set_note(FieldIx(field), &text);
        let head = Head { name: text.clone(), ..Head::default() };
        let (request, cut) = Request::new(questionnaire(), &head, [FieldIx(field)], &text);
        let (reply, more) = Reply::new(questionnaire(), &request, &text, None, &sheet);
        prop_assert_eq!(cut, usize::from(request.message != text) + usize::from(request.head.name != text));
        let note = &reply.sheet.entry(FieldIx(field)).unwrap().note;
        prop_assert_eq!(more, usize::from(*note != text) + usize::from(reply.head.name != text));
        prop_assert!(text.starts_with(note.as_str()) && text.starts_with(&request.message));
        let whole = |limit: usize| text.len() <= limit && !text.contains('\0');
        prop_assert_eq!(whole(TEXT), *note == text);
        prop_assert_eq!(whole(MESSAGE), request.message == text);
        prop_assert_eq!(whole(NAME), request.head.name == text);
    }

    /// Hostile links: any content under a valid checksum.
    #[test]
    fn any_body_opens_or_is_refused(kind in 0..9_u8, body in prop::collection::vec(any::<u8>(), 0..300)) {
        check(kind, &body)?;
    }

    /// The same behind a start that is right, so that it gets further.
    #[test]
    fn any_rest_opens_or_is_refused(
        content in any_content(),
        from in any::<prop::sample::Index>(),
        noise in prop::collection::vec(any::<u8>(), 0..40),
    ) {
        let (kind, mut body) = parts(&write(&content));
        body.truncate(from.index(body.len() + 1));
        body.extend(noise);
        check(kind, &body)?;
    }
}

/// Either refused, or a content that can be written, and then opens as the same.
fn check(kind: u8, body: &[u8]) -> Result<(), TestCaseError> {
    let opened = open(&forge(kind, body));
    let plain = link::open_plain(questionnaire(), &[&[kind], body].concat());
    // Nobody is asked for a passphrase twice.
    let sealed = matches!(opened, Ok(Content::Sealed(_))) || kind == 5;
    prop_assert_eq!(&plain, if sealed { &Err(LinkError::Damaged) } else { &opened });
    if let Ok(mut content) = opened {
        let again = write(&content);
        // What had no place here is not written again.
        match &mut content {
            Content::Answers(answers) => answers.homeless = 0,
            Content::Request(request) => request.unknown = 0,
            Content::Reply(reply) => reply.homeless = 0,
            Content::Summary(_) | Content::Sealed(_) => {}
        }
        prop_assert_eq!(open(&again), Ok(content));
    }
    Ok(())
}

/// Found by fuzzing: words beside "other" that nobody chose. They were shown, and lost when the answers were handed on.
#[test]
fn words_beside_an_answer_that_nobody_gave_have_no_place() {
    const HOSTILE: &str = "AgECJxGBEtrIHjgwaXZlb24BAhIzQkTcafWbQv4-JPgYE07vwbAR9qKn1ldSvUF2YtqYjIENkONlIOmgjOOAAgECEjNCRNxp9Zt\
                           Cguaqov5TJyn937zVg_sEiQnqwuSjhin-PiT4GBNO78GwEfaip9ZXUr2xL6YNtKYJh0F2wk-lYg";
    let bytes = BASE64URL_NOPAD.decode(HOSTILE.as_bytes()).unwrap();
    check(bytes[0], &bytes[1..]).unwrap();
    let Ok(Content::Answers(answers)) = open(&forge(bytes[0], &bytes[1..])) else { panic!("it opens") };
    assert!(answers.homeless > 0);
    let stray = |entry: &Entry| entry.answer.is_none() && !entry.other.is_empty();
    assert!(!answers.sheet.entries().any(|(_, entry)| stray(entry)));
}

#[test]
fn what_is_given_away_can_be_counted_before() {
    let mut own =
        sheet(&[("mgmt-policy", "B"), ("mgmt-head", "D"), ("login-used", "B"), ("login-purposes", "A")]);
    own.set(questionnaire(), named("overall-worries").0, Some(Answer::Text("停電".to_owned())));
    own.set_other(named("mgmt-head").0, "副店長");
    own.set_note(named("mgmt-policy").0, "来年見直す");
    own.set_note(named("mgmt-roles").0, "まだ");
    own.set_note(named("login-purposes").0, "聞かれていない");
    let said = Disclosed { name: true, day: true, answers: 3, ..Disclosed::default() };
    assert_eq!(Content::Answers(answers(&own, false)).disclosed(), said);
    let with_words = Disclosed { texts: 2, notes: 2, ..said };
    assert_eq!(Content::Answers(answers(&own, true)).disclosed(), with_words);
}

#[test]
fn what_was_typed_beside_another_option_stays_at_home() {
    let mut own = sheet(&[("mgmt-head", "A")]);
    own.set_other(named("mgmt-head").0, "秘密");
    assert_eq!(answers(&own, true).sheet, sheet(&[("mgmt-head", "A")]));
}

#[test]
fn notes_beside_what_is_not_asked_stay_at_home() {
    let mut own = sheet(&[("login-used", "B"), ("login-purposes", "A")]);
    own.set_note(named("login-purposes").0, "秘密");
    assert_eq!(answers(&own, true).sheet, sheet(&[("login-used", "B")]));
}

#[test]
fn days_are_those_of_the_calendar() {
    let day = |text: &str| Head::day_of(Date::parse(text).unwrap());
    assert_eq!(day("2020-01-01"), Some(0));
    assert_eq!(day("2019-12-31"), None);
    assert_eq!(day("2026-11-28"), Some(2523));
    assert_eq!(day("2199-06-06"), Some(u16::MAX));
    assert_eq!(day("2199-06-07"), None);
    let head = Head { day: day("2026-11-28"), ..Head::default() };
    assert_eq!(head.date().map(|date| date.to_string()).as_deref(), Some("2026-11-28"));
    assert_eq!(Head::default().date(), None);
}

#[test]
fn too_much_is_not_written() {
    let mut own = sheet(&[]);
    for field in 0..60 {
        own.set_note(FieldIx(field), &"字".repeat(500));
    }
    let content = Content::Answers(answers(&own, true));
    assert_eq!(link::write(questionnaire(), &content), Err(LinkError::TooLong));
    assert_eq!(link::plain(questionnaire(), &content), Err(LinkError::TooLong));
}

/// One content of each kind.
pub(super) fn samples() -> Vec<Content> {
    let head = Head { number: 0xC0FF_EE00, day: Some(2_523), name: "青空商店".to_owned() };
    let mut noted = sheet(&[("mgmt-policy", "B"), ("mgmt-head", "D"), ("quick-tls", "A")]);
    noted.set_other(named("mgmt-head").0, "副店長");
    noted.set_note(named("mgmt-policy").0, "来年の4月に見直す");
    let fields = ["mgmt-policy", "quick-tls", "overall-worries"].map(|id| named(id).0);
    let message = "お手数ですが、ご回答をお願いします。";
    let request = Request::new(questionnaire(), &head, fields, message).0;
    let reply = Reply::new(questionnaire(), &request, "株式会社 制作", Some(2_530), &noted).0;
    let points = Points {
        total: Some((412, 655)),
        answered: 20,
        asked: 24,
        desired: Some(3),
        size: Some(SizeClass::Small),
        gates: vec!["unpatched".to_owned()],
        chapters: vec![("cards".to_owned(), Some((500, 500))), ("doors".to_owned(), Some((300, 800)))],
    };
    let level = Summary { head: head.clone(), pack: "quick".to_owned(), level: Some((2, 3)), points: None };
    vec![
        Content::Summary(level.clone()),
        Content::Summary(Summary { points: Some(points), ..level }),
        Content::Answers(answers(&noted, false)),
        Content::Answers(answers(&noted, true)),
        Content::Request(request),
        Content::Reply(reply),
        Content::Sealed(Sealed { ciphertext: (0..60).collect(), ..Sealed::new([7; 16], [9; 12]) }),
    ]
}
