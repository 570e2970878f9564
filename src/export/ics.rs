//! The due dates of the plan for calendars: RFC 5545. Events of a whole day and not tasks, which many calendars ignore.

use super::{Headings, PlanLine, numbered};
use crate::calendar::Date;

/// What the calendar is.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Calendar<'a> {
    /// Its name.
    pub name: &'a str,
    /// The id of the assessment: with it an event keeps its identity, and a second import updates the first.
    pub assessment: &'a str,
    /// Now, ISO 8601, UTC: `2026-11-22T07:00:00Z`.
    pub stamp: &'a str,
}

/// An event for each line with a date; lines without one are left out.
pub fn ics(headings: &Headings<'_>, calendar: &Calendar<'_>, lines: &[PlanLine<'_>]) -> String {
    let mut ics = String::new();
    let moment = calendar.stamp.chars().take_while(|letter| !matches!(letter, '.' | 'Z'));
    let mut stamp: String = moment.filter(char::is_ascii_alphanumeric).collect();
    stamp.push('Z');
    put(&mut ics, "BEGIN:VCALENDAR", "");
    put(&mut ics, "VERSION:2.0", "");
    put(&mut ics, "PRODID:-//EC Checkup//EC Checkup//JA", "");
    put(&mut ics, "X-WR-CALNAME:", calendar.name);
    for line in lines.iter().filter(|line| Date::parse(line.due).is_some()) {
        put(&mut ics, "BEGIN:VEVENT", "");
        put(&mut ics, "UID:", &[line.id, ".", calendar.assessment, "@ec-checkup"].concat());
        put(&mut ics, "DTSTAMP:", &stamp);
        // Without an end it lasts that day.
        put(&mut ics, "DTSTART;VALUE=DATE:", &line.due.replace('-', ""));
        put(&mut ics, "TRANSP:TRANSPARENT", "");
        put(&mut ics, "SUMMARY:", line.title);
        put(&mut ics, "DESCRIPTION:", &description(headings, line));
        if !line.finished {
            put(&mut ics, "BEGIN:VALARM", "");
            put(&mut ics, "ACTION:DISPLAY", "");
            put(&mut ics, "DESCRIPTION:", line.title);
            // The day begins at midnight, when nobody reads; fifteen hours before it is nine in the morning.
            put(&mut ics, "TRIGGER:-PT15H", "");
            put(&mut ics, "END:VALARM", "");
        }
        put(&mut ics, "END:VEVENT", "");
    }
    put(&mut ics, "END:VCALENDAR", "");
    ics
}

fn description(headings: &Headings<'_>, line: &PlanLine<'_>) -> String {
    let steps = numbered(&line.steps);
    let mut text = String::new();
    for (heading, between, part) in [
        (headings.progress, ": ", line.progress),
        (headings.owner, ": ", line.owner),
        (headings.who, ": ", line.who),
        (headings.hours, ": ", line.hours),
        (headings.cost, ": ", line.cost),
        (headings.note, ": ", line.note),
        (headings.steps, "\n", &steps),
        (headings.done, ": ", line.done),
    ] {
        if !part.trim().is_empty() {
            text.push_str(if text.is_empty() { "" } else { "\n" });
            text.push_str(heading);
            text.push_str(between);
            text.push_str(part);
        }
    }
    text
}

/// Octets of a line without its end.
const LONGEST: usize = 75;

/// Adds a line: what it is, then a text, escaped. Folded between characters where it gets too long.
fn put(ics: &mut String, name: &str, text: &str) {
    let mut length = 0;
    let mut add = |letter: char| {
        if length + letter.len_utf8() > LONGEST {
            ics.push_str("\r\n ");
            length = 1;
        }
        ics.push(letter);
        length += letter.len_utf8();
    };
    name.chars().for_each(&mut add);
    let mut letters = text.chars().peekable();
    while let Some(letter) = letters.next() {
        match letter {
            '\\' | ';' | ',' => ['\\', letter].into_iter().for_each(&mut add),
            '\r' | '\n' => {
                if letter == '\r' {
                    letters.next_if_eq(&'\n');
                }
                ['\\', 'n'].into_iter().for_each(&mut add);
            }
            letter if letter.is_control() => {}
            letter => add(letter),
        }
    }
    ics.push_str("\r\n");
}

#[cfg(test)]
mod tests {
    use super::super::tests::{HEADINGS, lines};
    use super::*;
    use proptest::prelude::*;

    const CALENDAR: Calendar<'_> =
        Calendar {
            name: "健診の計画, 山田商店", assessment: "k3x9", stamp: "2026-11-24T07:00:00.000Z"
        };

    #[test]
    fn a_line_with_a_date_is_an_event_with_an_alarm_while_something_is_left_to_do() {
        let mut lines = lines();
        lines.push(PlanLine { id: "never", due: "2026-02-30", ..PlanLine::default() });
        lines.push(PlanLine { id: "someday", ..PlanLine::default() });
        let ics = ics(&HEADINGS, &CALENDAR, &lines);
        assert_eq!(ics.matches('\n').count(), ics.matches("\r\n").count());
        insta::assert_snapshot!(ics.replace('\r', "").replace(" \n", "␠\n"), @r##"
        BEGIN:VCALENDAR
        VERSION:2.0
        PRODID:-//EC Checkup//EC Checkup//JA
        X-WR-CALNAME:健診の計画\, 山田商店
        BEGIN:VEVENT
        UID:admin-two-step.k3x9@ec-checkup
        DTSTAMP:20261124T070000Z
        DTSTART;VALUE=DATE:20261201
        TRANSP:TRANSPARENT
        SUMMARY:管理画面に2段階ログインを付ける
        DESCRIPTION:状況: 完了\n担当: 山田\nする人: お店\n時間: 2時
         間\n費用: 0円\n手順\n1. 設定を開く。\n2. 全員分を有効に
         する。\n確認: 全員がコードを求められる。
        END:VEVENT
        BEGIN:VEVENT
        UID:backup.k3x9@ec-checkup
        DTSTAMP:20261124T070000Z
        DTSTART;VALUE=DATE:20261215
        TRANSP:TRANSPARENT
        SUMMARY:バックアップを取る
        DESCRIPTION:状況: 着手\n担当: =HYPERLINK("https://example.com")\nす
         る人: 制作会社\n時間: 4時間\n費用: 1万円未満\nメモ: #␠
         急ぎ\; <b>A&B</b>\, \\ [x](y)\n- *2*\n手順\n1. 1. 契約を見る。\n
         確認: 戻せた。
        BEGIN:VALARM
        ACTION:DISPLAY
        DESCRIPTION:バックアップを取る
        TRIGGER:-PT15H
        END:VALARM
        END:VEVENT
        END:VCALENDAR
        "##);
    }

    /// Unfolds, and takes the lines apart.
    fn read(ics: &str) -> Vec<(String, String)> {
        let unfolded = ics.replace("\r\n ", "");
        let lines = unfolded.strip_suffix("\r\n").unwrap().split("\r\n");
        let unescape = |text: &str| {
            let mut letters = text.chars();
            let mut plain = String::new();
            while let Some(letter) = letters.next() {
                match letter {
                    '\\' => plain.push(
                        letters.next().map(|letter| if letter == 'n' { '\n' } else { letter }).unwrap(),
                    ),
                    letter => plain.push(letter),
                }
            }
            plain
        };
        lines
            .map(|line| line.split_once(':').unwrap())
            .map(|(name, text)| (name.to_owned(), unescape(text)))
            .collect()
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn no_line_is_too_long_and_every_text_can_be_read_back(title in any::<String>(), note in "[あa\\\\;,:\r\n ]{0,80}") {
            let line = PlanLine { id: "x", title: &title, note: &note, due: "2026-12-01", ..PlanLine::default() };
            let ics = ics(&HEADINGS, &CALENDAR, &[line]);
            prop_assert!(ics.split("\r\n").all(|line| line.len() <= LONGEST && !line.contains(['\r', '\n'])));
            let lines = read(&ics);
            let names: Vec<&str> = lines.iter().map(|(name, _)| name.as_str()).collect();
            prop_assert_eq!(names.len(), 18);
            let text = |name: &str| &lines.iter().find(|(found, _)| found == name).unwrap().1;
            let plain = |text: &str| -> String {
                text.replace("\r\n", "\n").replace('\r', "\n").chars().filter(|letter| *letter == '\n' || !letter.is_control()).collect()
            };
            prop_assert_eq!(text("SUMMARY"), &plain(&title));
            prop_assert!(note.trim().is_empty() || text("DESCRIPTION").ends_with(&plain(&note)));
        }
    }
}
