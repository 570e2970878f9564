//! What mailers, chats, forms and people do to a link, and that it is undone.

use super::contents::any_content;
use super::kinds::{open, write};
use super::{encode, kinds};
use crate::properties::config;
use crate::support::random::{COMPLETE, Random, random_sheet};
use crate::support::{questionnaire, sheet};
use data_encoding::BASE64;
use ec_checkup::link::{self, Answers, Content, Head, LinkError, Sealed, find, first};
use proptest::prelude::*;
use std::fmt::Write;
use std::time::{Duration, Instant};

/// The page's address with a link.
fn address(link: &str) -> String {
    format!("https://example.com/checkup/#{link}")
}

fn percent(text: &str, keep: impl Fn(u8) -> bool) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        if keep(byte) {
            out.push(char::from(byte));
        } else {
            write!(out, "%{byte:02X}").unwrap();
        }
        out
    })
}

/// As JavaScript's `encodeURIComponent` does.
fn component(text: &str) -> String {
    percent(text, |byte| byte.is_ascii_alphanumeric() || b"-_.!~*'()".contains(&byte))
}

/// Lines of so many characters, each with something before it and something behind.
fn wrapped(text: &str, width: usize, before: &str, behind: &str) -> String {
    let chars: Vec<char> = text.chars().collect();
    let lines = chars.chunks(width).map(|line| format!("{before}{}", line.iter().collect::<String>()));
    lines.collect::<Vec<_>>().join(behind)
}

fn each(text: &str, change: impl Fn(char) -> String) -> String {
    text.chars().map(change).collect()
}

fn wide(char: char) -> String {
    let wide = u32::from(char) + 0xFEE0;
    if char.is_ascii_graphic() { char::from_u32(wide).unwrap().to_string() } else { char.to_string() }
}

/// As Proofpoint writes addresses since version 2: `-` for `%`, `_` for `/`.
fn proofpoint(address: &str) -> String {
    let keep = |byte: u8| byte.is_ascii_alphanumeric() || b"./:".contains(&byte);
    let encoded = percent(address, keep).replace("://", "-3A//").replace('%', "-").replace('/', "_");
    format!("https://urldefense.proofpoint.com/v2/url?u={encoded}&d=DwMFaQ&c=x&r=y&m=z&s=w&e=")
}

type Damage = fn(&str) -> String;

/// Each kind of damage by its name.
const DAMAGES: [(&str, Damage); 62] = [
    ("none", |link| link.to_owned()),
    ("address", address),
    ("mark alone", |link| format!("#{link}")),
    ("slash before it", |link| format!("https://example.com/#/{link}")),
    ("encoded mark", |link| address(link).replace('#', "%23")),
    ("encoded mark, small letters", |link| {
        component(&address(link)).to_lowercase().replace(&link.to_lowercase(), link)
    }),
    ("encoded twice", |link| address(link).replace('#', "%2523")),
    ("encoded thrice", |link| address(link).replace('#', "%252523")),
    ("all of it encoded", |link| address(&percent(link, |_| false))),
    ("all of it encoded twice", |link| component(&percent(&address(link), |_| false))),
    ("hyphens encoded", |link| address(&link.replace('-', "%2D").replace('_', "%5f"))),
    ("campaign behind it", |link| format!("{}&utm_source=mail&utm_medium=r2AAAA", address(link))),
    ("question behind it", |link| format!("{}?fbclid=IwAR0r1abc", address(link))),
    ("question before it", |link| format!("https://example.com/?fbclid=IwAR0-r1abc_r2#{link}")),
    ("encoded question behind it", |link| format!("{}%3Futm_source%3Dx", address(link))),
    ("mark behind it", |link| format!("{}#top", address(link))),
    ("text mark behind it", |link| format!("{}:~:text=r1", address(link))),
    ("quote marks", |link| format!("\"{}\"", address(link))),
    ("curly quote marks", |link| format!("“{}”", address(link))),
    ("single quote marks", |link| format!("'{}'", address(link))),
    ("angle brackets", |link| format!("<{}>", address(link))),
    ("url label", |link| format!("<URL:{}>", address(link))),
    ("round brackets", |link| format!("(see {})", address(link))),
    ("Japanese brackets", |link| format!("結果は「{}」です。", address(link))),
    ("other Japanese brackets", |link| format!("【{}】（確認用）", address(link))),
    ("Japanese sentence", |link| format!("{}。よろしくお願いします。", address(link))),
    ("Japanese behind it", |link| format!("{}です", address(link))),
    ("full stop", |link| format!("See {}.", address(link))),
    ("words behind it", |link| format!("See {} and tell me", address(link))),
    ("Markdown", |link| format!("[result]({})", address(link))),
    ("Markdown with escapes", |link| address(&link.replace('-', "\\-").replace('_', "\\_"))),
    ("Markdown emphasis", |link| format!("**{}**", address(link))),
    ("underlined", |link| format!("_{link}_")),
    ("table of Markdown", |link| format!("| shop | {} |", address(link))),
    ("Slack", |link| format!("<{}|our result>", address(link))),
    ("entities", |link| address(&each(link, |char| format!("&#{};", u32::from(char))))),
    ("entity for the mark", |link| format!("https://example.com/?a=1&amp;b=2&#35;{link}&amp;c=3")),
    ("entities of entities", |link| {
        format!("https://example.com/&amp;#x23;{}", link.replace('_', "&amp;lowbar;"))
    }),
    ("HTML", |link| format!("<a href=\"{}\">open</a>", address(link))),
    ("places to break in HTML", |link| address(&wrapped(link, 10, "", "<wbr>"))),
    ("breaks of HTML", |link| address(&wrapped(link, 30, "", "<br />\n"))),
    ("zero width", |link| address(&wrapped(link, 3, "\u{200b}", "\u{feff}"))),
    ("soft hyphens", |link| address(&wrapped(link, 8, "", "\u{ad}"))),
    ("marks of direction", |link| format!("\u{202a}{}\u{202c}", address(link))),
    ("wide letters", |link| each(&address(link), wide)),
    ("some wide letters", |link| {
        address(&each(link, |char| if char.is_ascii_digit() { wide(char) } else { char.into() }))
    }),
    ("hyphens that do not break", |link| address(&link.replace('-', "\u{2011}"))),
    ("minus signs", |link| address(&link.replace('-', "−"))),
    ("long vowel marks", |link| address(&link.replace('-', "ー"))),
    ("dashes", |link| address(&link.replace("--", "—"))),
    ("short dashes", |link| address(&link.replace("--", "–"))),
    ("a dash a hyphen", |link| address(&link.replace('-', "–"))),
    ("lines", |link| wrapped(&address(link), 40, "", "\r\n")),
    ("quoted lines", |link| wrapped(&address(link), 60, "> ", "\n")),
    ("twice quoted lines", |link| wrapped(&address(link), 50, "> > ", "\r\n")),
    ("indented lines", |link| wrapped(&address(link), 47, "    ", "\n")),
    ("wide quote marks", |link| wrapped(&address(link), 47, "＞", "\n")),
    ("spaces", |link| address(&wrapped(link, 5, "", " "))),
    ("wide spaces", |link| address(&wrapped(link, 17, "", "\u{3000}"))),
    ("quoted-printable", |link| wrapped(&address(link).replace('=', "=3D"), 75, "", "=\r\n")),
    ("quoted-printable of all", |link| {
        wrapped(&each(&address(link), |char| format!("={:02X}", u32::from(char))), 75, "", "=\n")
    }),
    ("JSON", |link| {
        format!("{{\"text\":\"{}\\nBye\"}}", address(link).replace('-', "\\u002d").replace('#', "\\u0023"))
    }),
];

/// Addresses within addresses.
const WRAPPERS: [(&str, Damage); 12] = [
    ("Outlook", |link| {
        let host = "https://nam02.safelinks.protection.outlook.com/";
        format!("{host}?url={}&data=05%7C01%7Ca&sdata=r1abc%3D&reserved=0", component(&address(link)))
    }),
    ("Outlook in HTML", |link| {
        format!("https://x.safelinks.protection.outlook.com/?url={}&amp;data=05", component(&address(link)))
    }),
    ("Google", |link| {
        format!(
            "https://www.google.com/url?q={}&sa=D&source=gmail&ust=1&usg=AOv",
            address(link).replace('#', "%23")
        )
    }),
    ("Facebook", |link| format!("https://l.facebook.com/l.php?u={}&h=AT0", component(&address(link)))),
    ("Barracuda", |link| {
        let encoded = component(&address(link)).replace("%3A", "%3a").replace("%2F", "%2f");
        format!("https://linkprotect.cudasvc.com/url?a={encoded}&c=E,1,r1abc,&typo=1")
    }),
    ("Cisco", |link| format!("https://secure-web.cisco.com/1r2ab_c/{}", component(&address(link)))),
    ("mail in a link", |link| format!("mailto:?subject=r&body={}%0D%0A%0D%0ABye", component(&address(link)))),
    ("Proofpoint 2", |link| proofpoint(&address(link))),
    ("Proofpoint 2 in quoted-printable", |link| {
        wrapped(&proofpoint(&address(link)).replace('=', "=3D"), 75, "", "=\r\n")
    }),
    ("Proofpoint 3", |link| {
        format!("https://urldefense.com/v3/__{}__;Iw!!AbC-r1x!r2yz$ ", address(link).replace('#', "*"))
    }),
    ("Sophos", |link| {
        let packed = BASE64.encode(address(link).as_bytes());
        format!("https://eu1.sophos.com/?d=example.com&u={packed}&i=abc")
    }),
    ("Sophos, encoded", |link| {
        let packed = component(&BASE64.encode(address(link).as_bytes()));
        format!("https://eu1.sophos.com/?u={packed}&d=example.com")
    }),
];

/// Links of every kind, some with all that is hard about letters in them.
fn links() -> Vec<String> {
    let (full, _) = random_sheet(&mut Random(5), COMPLETE);
    let head = Head { number: 77, day: Some(2000), name: "青空商店".to_owned() };
    let mut noted = full.clone();
    noted.set_note(ec_checkup::model::FieldIx(3), "制作会社に確認する。Ask them -- by Friday.");
    let answers = Answers::new(questionnaire(), &head, &noted, &crate::support::flow(&noted), true, &[]).0;
    // Hyphens and underlines in a row.
    let hyphens = Sealed { ciphertext: vec![0xFB; 40], ..Sealed::new([0xFB; 16], [0xEF; 12]) };
    let underlines = Sealed { ciphertext: vec![0xFF; 40], ..Sealed::new([0xFF; 16], [0xFF; 12]) };
    let mut links = vec![
        encode(&sheet(&[])),
        encode(&sheet(&[("mgmt-policy", "B")])),
        encode(&full),
        write(&Content::Answers(answers)),
        write(&Content::Sealed(hyphens)),
        write(&Content::Sealed(underlines)),
    ];
    links.extend(kinds::samples().iter().map(write));
    links
}

fn check(name: &str, text: &str, link: &str) {
    assert_eq!(first(text), Ok(link.to_owned()), "{name}: {text}");
    let whole: Vec<_> = find(text).into_iter().filter_map(|found| found.link.ok()).collect();
    assert_eq!(whole, [link.to_owned()], "{name}: {text}");
}

#[test]
fn what_can_be_undone_is_undone() {
    for link in links() {
        for (name, damage) in DAMAGES.iter().chain(&WRAPPERS) {
            check(name, &damage(&link), &link);
        }
    }
}

/// A line ends where it is full, whatever stands there.
#[test]
fn a_link_may_be_broken_at_any_letter() {
    for link in links() {
        let places = 1..link.len().min(90);
        for (place, end) in places.flat_map(|place| [(place, "\n"), (place, "\r\n> "), (place, "\n>> ")]) {
            let (before, behind) = link.split_at(place);
            let text = format!("> {}{end}{behind}\n\nよろしく", address(before));
            check("broken", &text, &link);
        }
    }
    // A mark and a letter alone are no link.
    assert!(find("#r\n2 shops, #r\n\n and #r").iter().all(|found| found.link.is_err()));
}

/// A mailer does one thing, the next one another.
#[test]
fn two_damages_are_undone_as_well() {
    let around =
        ["quoted lines", "quoted-printable", "zero width", "angle brackets", "lines", "Japanese sentence"];
    for link in links().into_iter().step_by(2) {
        for (name, wrapper) in &WRAPPERS {
            for (outer, damage) in DAMAGES.iter().filter(|(name, _)| around.contains(name)) {
                // What is put around an address here would put an address around it.
                let text = damage(&wrapper(&link)).replacen("https://example.com/checkup/#https", "https", 1);
                let expected = first(&text);
                assert_eq!(expected, Ok(link.clone()), "{name}, {outer}: {text}");
            }
        }
    }
}

#[test]
fn an_address_that_arrived_damaged_is_repaired() {
    for link in links() {
        let arrived = [
            link.clone(),
            percent(&link, |_| false),
            format!("%23{link}"),
            format!("{link}&utm_source=mail"),
            format!("{link}?fbclid=x"),
            format!("/{link}"),
            format!("{link}%E3%80%82"),
            format!("{link}%20and"),
            format!("{link}%E2%80%8B"),
        ];
        for fragment in arrived {
            assert!(link::looks_like_link(&fragment), "{fragment}");
            check("address", &fragment, &link);
        }
    }
}

#[test]
fn all_links_of_a_mail_are_found_where_they_are() {
    let links = links();
    let mut mail = "Re: #r2d2, see http://localhost/#r2 or r1.\n".to_owned();
    let mut expected = Vec::new();
    for (number, link) in links.iter().enumerate() {
        let (name, damage) = DAMAGES[number * 5 % DAMAGES.len()];
        writeln!(mail, "{number}. {name}:").unwrap();
        expected.push(mail.len());
        writeln!(mail, "{}\n", damage(link)).unwrap();
    }
    let found: Vec<_> = find(&mail).into_iter().filter(|found| found.link.is_ok()).collect();
    assert_eq!(found.len(), links.len());
    for ((found, link), from) in found.into_iter().zip(links).zip(expected) {
        assert_eq!(found.link, Ok(link));
        assert!(found.place.start >= from && found.place.end <= mail.len() && !found.place.is_empty());
        assert!(mail.is_char_boundary(found.place.start) && mail.is_char_boundary(found.place.end));
    }
}

/// A cut link takes none of the next lines, and is told.
#[test]
fn whole_links_behind_a_damaged_one_are_found() {
    let links = links();
    for mark in ["", "#", "https://example.com/#"] {
        for link in &links {
            let cut = &link[..link.len() - 3];
            let text = format!("{mark}{cut}\n{mark}{}\n{mark}{}", links[0], links[1]);
            let found: Vec<_> = find(&text).into_iter().map(|found| found.link).collect();
            assert_eq!(found.len(), 3, "{text}");
            assert!(found[0].is_err());
            assert_eq!(found[1..], [Ok(links[0].clone()), Ok(links[1].clone())], "{text}");
        }
    }
}

#[test]
fn what_is_wrong_is_said() {
    let links = links();
    let (old, new) = (&links[2], &links[3]);
    let check = |text: &str, error| assert_eq!(first(text), Err(error), "{text}");
    check("", LinkError::NotALink);
    check("Good morning. We use r2 units of #5.", LinkError::NotALink);
    check("https://example.com/", LinkError::NotALink);
    check("https://example.com/#/about", LinkError::NotALink);
    check(&address(&new[..new.len() - 1]), LinkError::CutOff);
    check(&address(&new[..new.len() / 2]), LinkError::CutOff);
    check(
        &format!("{}… and so on, if you please, and so on and on and on", address(&new[..20])),
        LinkError::CutOff,
    );
    check(&format!("{}\nBest regards,\nTaro Yamada", address(&new[..new.len() - 9])), LinkError::CutOff);
    check(&address("r2"), LinkError::NotALink);
    check(&address("r2A"), LinkError::CutOff);
    check(&address(&old[..old.len() - 1]), LinkError::Damaged);
    check(&address(&old.to_uppercase()), LinkError::Damaged);
    let changed = |link: &str, place: usize| {
        let letter = if &link[place..=place] == "A" { "B" } else { "A" };
        format!("{}{letter}{}", &link[..place], &link[place + 1..])
    };
    check(&address(&changed(new, 30)), LinkError::Damaged);
    check(&address(&changed(old, 30)), LinkError::Damaged);
    check(&address(&new.replacen("r2", "r3", 1)), LinkError::Newer);
    check(&format!("{} or {}", address(&changed(old, 30)), address("r9abcdef")), LinkError::Damaged);
    // Three bytes of length say more than any link may have.
    check(&address(&format!("r2Av__fw{}", "A".repeat(70_000))), LinkError::TooLong);
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, ..config() })]

    #[test]
    fn any_link_is_repaired(content in any_content(), which in any::<prop::sample::Index>()) {
        let link = write(&content);
        let (name, damage) = which.get(&[&DAMAGES[..], &WRAPPERS[..]].concat()).to_owned();
        let text = damage(&link);
        prop_assert_eq!(first(&text), Ok(link.clone()), "{}: {}", name, text);
        prop_assert_eq!(open(&link), Ok(content));
    }

    #[test]
    fn any_text_is_searched(text in ".*", signs in "([#%=&;<>\\\\ra1-9\u{200b}０-９ｒ -]|%23|r2|r1|&#|=\r\n|aHR0c|-23){0,80}") {
        for text in [text, signs] {
            for found in find(&text) {
                prop_assert!(text.get(found.place).is_some());
                prop_assert!(found.link.is_err(), "{}", text);
            }
        }
    }
}

/// Searching takes so long as the text is long: a link in each of a hundred thousand places, or what wants to be one.
fn search(text: &str) -> usize {
    let began = Instant::now();
    let whole = find(text).into_iter().filter(|found| found.link.is_ok()).count();
    let took = began.elapsed();
    let start: String = text.chars().take(30).collect();
    assert!(took < Duration::from_secs(30), "{start:?}: {took:?}");
    whole
}

#[test]
fn five_megabytes_of_mail_are_searched() {
    let link = &links()[3];
    let mail = format!("> お世話になっております。\n> {}\n\n", wrapped(&address(link), 70, "> ", "\n"));
    let count = (5 << 20) / mail.len() + 1;
    assert_eq!(search(&mail.repeat(count)), count);
}

#[test]
fn hostile_texts_are_searched_as_quickly() {
    let shapes = [
        "#r1",
        "#r2Av__",
        "r1 ",
        "r2Av__fw ",
        "-r2Av__",
        "_r1_",
        "*r2",
        "-23r2AQE",
        "%23r2",
        "%25",
        "%2525252525",
        "%\n",
        "=\n",
        "=E3",
        "&amp;",
        "&",
        "&#35;r2",
        "<",
        "<br>",
        "\\u0023",
        "aHR0c",
        "aHR0cHM6Ly8 ",
        "\u{200b}",
        "r",
        " ",
        "\n>",
        "—",
        "あ",
    ];
    for shape in shapes {
        for start in ["", "#r1AQGrxzl7 ", "#r2Av__fw", "r2Av__fw "] {
            let whole = search(&format!("{start}{}", shape.repeat((1 << 18) / shape.len())));
            assert_eq!(whole, usize::from(start.starts_with("#r1")), "{start}{shape}");
        }
    }
}
