//! Dates, for deadlines and plans: proleptic Gregorian, integers only, no clock and no zone.

use std::fmt;

/// A day from 0001-01-01 to 9999-12-31, as forms and files write it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Date {
    year: u16,
    month: u8,
    day: u8,
}

/// Days of 400 years: the calendar repeats itself after them.
const ERA: i32 = 146_097;

impl Date {
    /// Reads `YYYY-MM-DD`, nothing around it; `None` when there is no such day.
    pub fn parse(text: &str) -> Option<Self> {
        let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *text.as_bytes() else { return None };
        let digits = |digits: &[u8]| {
            digits.iter().try_fold(0, |number: u16, digit| {
                digit.is_ascii_digit().then(|| number * 10 + u16::from(digit - b'0'))
            })
        };
        let year = digits(&[y1, y2, y3, y4])?;
        let [month, day] = [u8::try_from(digits(&[m1, m2])?).ok()?, u8::try_from(digits(&[d1, d2])?).ok()?];
        let exists = year > 0 && (1..=12).contains(&month) && (1..=days_of(year, month)).contains(&day);
        exists.then_some(Self { year, month, day })
    }

    /// So many days later, or earlier; `None` outside the years 1 to 9999.
    pub fn add_days(self, days: i32) -> Option<Self> {
        Self::from_number(self.number().checked_add(days)?)
    }

    /// The last of so many days when this is the first of them: how the law counts from the day one learns of a leak.
    pub fn last_of(self, days: u8) -> Option<Self> {
        self.add_days(i32::from(days) - 1)
    }

    /// Days from this one to another; negative when the other is earlier.
    pub fn days_to(self, other: Self) -> i32 {
        other.number() - self.number()
    }

    /// Days since 0000-03-01. With years that begin in March the leap day is the last of its year, and the lengths of
    /// the months before it follow one rule: 153 days in five months.
    fn number(self) -> i32 {
        let (year, month) = (i32::from(self.year), i32::from(self.month));
        let (year, month) = if month > 2 { (year, month - 3) } else { (year - 1, month + 9) };
        year * 365 + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + i32::from(self.day) - 1
    }

    fn from_number(number: i32) -> Option<Self> {
        let (era, day) = (number.div_euclid(ERA), number.rem_euclid(ERA));
        // What the leap days before this day add is taken away, so that every year has 365 days.
        let year = (day - day / 1460 + day / 36_524 - day / (ERA - 1)) / 365;
        let day = day - (365 * year + year / 4 - year / 100);
        let month = (5 * day + 2) / 153;
        let day = day - (153 * month + 2) / 5 + 1;
        let (year, month) = if month < 10 { (year, month + 3) } else { (year + 1, month - 9) };
        let year = u16::try_from(era * 400 + year).ok().filter(|year| (1..=9999).contains(year))?;
        Some(Self { year, month: u8::try_from(month).ok()?, day: u8::try_from(day).ok()? })
    }
}

fn days_of(year: u16, month: u8) -> u8 {
    match month {
        2 if year.is_multiple_of(4) && (!year.is_multiple_of(100) || year.is_multiple_of(400)) => 29,
        2 => 28,
        4 | 6 | 9 | 11 => 30,
        _ => 31,
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-{:02}-{:02}", self.year, self.month, self.day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn date(text: &str) -> Date {
        Date::parse(text).unwrap_or_else(|| panic!("{text} is no date"))
    }

    #[test]
    fn only_days_that_exist_are_read() {
        for good in ["0001-01-01", "1900-02-28", "2000-02-29", "2024-02-29", "2026-11-30", "9999-12-31"] {
            assert_eq!(date(good).to_string(), good);
        }
        for bad in [
            "",
            "2026",
            "2026-1-1",
            "2026-01-1",
            "26-01-01",
            "2026/01/01",
            "2026-01-01 ",
            " 2026-01-01",
            "2026-01-01T00:00:00Z",
            "+026-01-01",
            "2026--1-01",
            "２０２６-01-01",
            "202é-01-01",
            "0000-01-01",
            "2026-00-10",
            "2026-13-10",
            "2026-01-00",
            "2026-01-32",
            "2026-04-31",
            "2026-06-31",
            "2026-09-31",
            "2026-11-31",
            "2026-02-29",
            "2024-02-30",
            "1900-02-29",
            "2100-02-29",
        ] {
            assert_eq!(Date::parse(bad), None, "{bad}");
        }
    }

    #[test]
    fn days_are_added_across_months_years_and_leap_days() {
        for (from, days, to) in [
            ("2026-11-24", 0, "2026-11-24"),
            ("2026-11-24", 7, "2026-12-01"),
            ("2026-12-31", 1, "2027-01-01"),
            ("2027-01-01", -1, "2026-12-31"),
            ("2024-02-28", 1, "2024-02-29"),
            ("2023-02-28", 1, "2023-03-01"),
            ("2024-03-01", -1, "2024-02-29"),
            ("1900-02-28", 1, "1900-03-01"),
            ("2000-02-28", 1, "2000-02-29"),
            ("1970-01-01", 20_000, "2024-10-04"),
            ("0001-01-01", 3_652_058, "9999-12-31"),
        ] {
            assert_eq!(date(from).add_days(days), Some(date(to)), "{from} + {days}");
            assert_eq!(date(from).days_to(date(to)), days, "{from} to {to}");
        }
        for (from, days) in
            [("9999-12-31", 1), ("0001-01-01", -1), ("2026-11-24", i32::MAX), ("2026-11-24", i32::MIN)]
        {
            assert_eq!(date(from).add_days(days), None, "{from} + {days}");
        }
    }

    /// The commission's own example of counting: who learns of it on day 1 has until day 5.
    #[test]
    fn the_day_one_learns_of_it_is_the_first() {
        let ends =
            [1, 3, 5, 30, 60].map(|days| date("2026-11-24").last_of(days).map(|date| date.to_string()));
        let expected = ["2026-11-24", "2026-11-26", "2026-11-28", "2026-12-23", "2027-01-22"];
        assert_eq!(ends, expected.map(|date| Some(date.to_owned())));
    }

    proptest! {
        #![proptest_config(ProptestConfig { failure_persistence: None, ..ProptestConfig::default() })]

        #[test]
        fn every_day_has_a_number_of_its_own(days in 0..=3_652_058) {
            let first = date("0001-01-01");
            let day = first.add_days(days).unwrap();
            prop_assert_eq!(Date::parse(&day.to_string()), Some(day));
            prop_assert_eq!(first.days_to(day), days);
            // The order of dates is the order of their texts and of their numbers.
            if let Some(next) = day.add_days(1) {
                prop_assert!(day < next && day.to_string() < next.to_string());
                prop_assert!(next.day == 1 || next.day == day.day + 1);
            }
        }

        #[test]
        fn adding_and_taking_away_cancel_out(days in 0..=3_652_058, more in -4_000_000..4_000_000) {
            let day = date("0001-01-01").add_days(days).unwrap();
            if let Some(other) = day.add_days(more) {
                prop_assert_eq!(other.add_days(-more), Some(day));
                prop_assert_eq!(day.days_to(other), more);
            }
        }
    }
}
