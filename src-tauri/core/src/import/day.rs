//! One day as people and programs write it: a date, a timestamp, an ISO week, a month.

use chrono::{Datelike, NaiveDate, NaiveDateTime, NaiveTime, Weekday};
use kata_wire::DateOrder;

/// A day, and the moment in it where one is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Moment {
    /// The day as it is written, in whatever zone. Of a week its Monday, of a month its first day.
    pub on: NaiveDate,
    /// UTC milliseconds.
    pub at: Option<i64>,
    /// The time has no zone: the reader's was taken.
    pub assumed: bool,
}

impl Moment {
    /// A day without a time.
    pub fn of_day(on: NaiveDate) -> Moment {
        Moment {
            on,
            at: None,
            assumed: false,
        }
    }
}

/// Reads a cell; none where it is no day. A time without a zone is one of the reader's,
/// `utc_offset` minutes ahead of UTC.
pub fn read(cell: &str, order: DateOrder, utc_offset: i32) -> Option<Moment> {
    let text = cell.trim();
    // Longer than any day is written, and cheap to refuse.
    if text.len() > 48 {
        return None;
    }
    let (date, time) = apart(text);
    let on = week(date).or_else(|| calendar(date, order))?;
    if !(1900..=2200).contains(&on.year()) {
        return None;
    }
    if time.is_empty() {
        return Some(Moment::of_day(on));
    }
    let (time, zone) = zoned(time)?;
    let ahead = i64::from(zone.unwrap_or(utc_offset));
    Some(Moment {
        on,
        at: Some(as_utc(on, time)? - ahead * 60_000),
        assumed: zone.is_none(),
    })
}

/// What a day that is written either way says about the order of its numbers: none where any order
/// does.
pub fn order_of(cell: &str) -> Option<DateOrder> {
    let (date, _) = apart(cell.trim());
    let (a, b, _, mark) = triple(date)?;
    match (mark, a, b) {
        ('.', ..) => Some(DateOrder::DayFirst),
        (_, 13..=31, _) => Some(DateOrder::DayFirst),
        (_, _, 13..=31) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// Whether the order of its numbers matters for a day.
pub fn goes_either_way(cell: &str) -> bool {
    let (date, _) = apart(cell.trim());
    triple(date).is_some_and(|(a, b, _, _)| a != b) && order_of(cell).is_none()
}

/// Date and time of day.
fn apart(text: &str) -> (&str, &str) {
    match text.split_once([' ', 'T']) {
        Some((date, time)) => (date.trim_end_matches(','), time.trim()),
        None => (text, ""),
    }
}

/// `2026-W07`, `2026W07`, `2026-W07-3`.
fn week(text: &str) -> Option<NaiveDate> {
    let (year, rest) = text.split_once(['W', 'w'])?;
    let year = digits(year.strip_suffix('-').unwrap_or(year), 4)?;
    let (week, day) = match rest.split_once('-') {
        Some((week, day)) => (week, digits(day, 1)?),
        None => (rest, 1),
    };
    let day = Weekday::try_from(u8::try_from(day.checked_sub(1)?).ok()?).ok()?;
    NaiveDate::from_isoywd_opt(i32::try_from(year).ok()?, digits(week, 2)?, day)
}

fn calendar(text: &str, order: DateOrder) -> Option<NaiveDate> {
    if let Some((year, rest)) = text.split_once(['-', '/', '.'])
        && let Some(year) = digits(year, 4)
    {
        let year = i32::try_from(year).ok()?;
        return match rest.split_once(['-', '/', '.']) {
            Some((month, day)) => NaiveDate::from_ymd_opt(year, number(month)?, number(day)?),
            None => NaiveDate::from_ymd_opt(year, digits(rest, 2)?, 1),
        };
    }
    let (a, b, year, mark) = triple(text)?;
    let day_first = mark == '.' || order == DateOrder::DayFirst;
    let (day, month) = if day_first { (a, b) } else { (b, a) };
    NaiveDate::from_ymd_opt(year, month, day)
}

/// The three numbers of `3.4.2026` or `3/4/26`, and what stands between them.
fn triple(text: &str) -> Option<(u32, u32, i32, char)> {
    let mark = text.chars().find(|c| !c.is_ascii_digit())?;
    if !matches!(mark, '.' | '/' | '-') {
        return None;
    }
    let mut parts = text.split(mark);
    let (a, b, year) = (parts.next()?, parts.next()?, parts.next()?);
    if parts.next().is_some() {
        return None;
    }
    let year = match year.len() {
        2 => 2000 + digits(year, 2)?,
        _ => digits(year, 4)?,
    };
    Some((number(a)?, number(b)?, i32::try_from(year).ok()?, mark))
}

/// A number of one or two digits.
fn number(text: &str) -> Option<u32> {
    digits(text, text.len()).filter(|_| matches!(text.len(), 1 | 2))
}

/// A number of exactly so many digits.
fn digits(text: &str, count: usize) -> Option<u32> {
    let only_digits = text.len() == count && text.bytes().all(|byte| byte.is_ascii_digit());
    only_digits.then(|| text.parse().ok()).flatten()
}

/// The moment of a time of day in UTC.
fn as_utc(on: NaiveDate, time: &str) -> Option<i64> {
    let (time, half) = match time.to_ascii_uppercase() {
        text if text.ends_with("AM") || text.ends_with("PM") => {
            let (time, half) = text.split_at(text.len() - 2);
            (time.trim().to_owned(), Some(half == "PM"))
        }
        text => (text, None),
    };
    let time = clock(&time, half)?;
    Some(NaiveDateTime::new(on, time).and_utc().timestamp_millis())
}

/// A time without its zone, and the minutes that the zone is ahead of UTC; none where there is no
/// zone.
fn zoned(text: &str) -> Option<(&str, Option<i32>)> {
    if let Some(time) = text.strip_suffix(['Z', 'z']) {
        return Some((time, Some(0)));
    }
    if let Some(time) = text.strip_suffix("UTC") {
        return Some((time.trim_end(), Some(0)));
    }
    let Some(at) = text.rfind(['+', '-']) else {
        return Some((text, None));
    };
    let zone = text[at + 1..].replace(':', "");
    let minutes = match zone.len() {
        2 => digits(&zone, 2)? * 60,
        _ => digits(zone.get(..2)?, 2)? * 60 + digits(zone.get(2..)?, 2)?,
    };
    let minutes = i32::try_from(minutes).ok()?;
    let ahead = text.as_bytes()[at] == b'+';
    Some((
        text[..at].trim_end(),
        Some(if ahead { minutes } else { -minutes }),
    ))
}

/// `14:05`, `14:05:30`, `14:05:30.250`, and the same by the twelve hours of a dial.
fn clock(text: &str, afternoon: Option<bool>) -> Option<NaiveTime> {
    let (text, fraction) = text.split_once(['.', ',']).unwrap_or((text, "0"));
    let mut parts = text.split(':');
    let (hour, minute) = (number(parts.next()?)?, digits(parts.next()?, 2)?);
    let second = parts.next().map_or(Some(0), |text| digits(text, 2))?;
    if parts.next().is_some() || !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
        return None;
    }
    let hour = match afternoon {
        None => hour,
        Some(_) if !(1..=12).contains(&hour) => return None,
        Some(afternoon) => hour % 12 + if afternoon { 12 } else { 0 },
    };
    let milli = format!("{fraction:0<3}").get(..3)?.parse().ok()?;
    NaiveTime::from_hms_milli_opt(hour, minute, second, milli)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn day(text: &str, order: DateOrder) -> Option<String> {
        read(text, order, 0).map(|moment| moment.on.to_string())
    }

    #[test]
    fn days_are_read_in_the_ways_they_are_written() {
        for (text, expected) in [
            ("2026-03-09", "2026-03-09"),
            ("2026/3/9", "2026-03-09"),
            ("9.3.2026", "2026-03-09"),
            ("09.03.26", "2026-03-09"),
            ("9/3/2026", "2026-03-09"),
            ("2026-W07", "2026-02-09"),
            ("2026w07", "2026-02-09"),
            ("2026-W07-5", "2026-02-13"),
            ("2020-W53", "2020-12-28"),
            ("2026-02", "2026-02-01"),
            ("9.3.2026, 14:05", "2026-03-09"),
        ] {
            assert_eq!(
                day(text, DateOrder::DayFirst).as_deref(),
                Some(expected),
                "{text}"
            );
        }
        assert_eq!(
            day("3/9/2026", DateOrder::MonthFirst).as_deref(),
            Some("2026-03-09")
        );
        assert_eq!(
            day("9.3.2026", DateOrder::MonthFirst).as_deref(),
            Some("2026-03-09")
        );
    }

    #[test]
    fn what_is_no_day_is_none() {
        for text in [
            "",
            "41",
            "2026",
            "2026-13-01",
            "31.2.2026",
            "2025-W53",
            "2026-W00",
            "2026-W07-8",
            "1/2/3/4",
            "1-2",
            "12.5",
            "1899-12-31",
            "2201-01-01",
            "2026-03-09 25:00",
            "2026-03-09 late",
            "monday",
            "1.2.345",
        ] {
            assert_eq!(day(text, DateOrder::DayFirst), None, "{text}");
        }
    }

    #[test]
    fn a_time_of_day_is_a_moment() {
        let at = |text| read(text, DateOrder::DayFirst, 0).and_then(|moment| moment.at);
        let two = at("2026-03-09T14:00:00Z");
        assert!(two.is_some());
        for same in [
            "2026-03-09 14:00",
            "9.3.2026 14:00:00.000",
            "2026-03-09T15:00:00+01:00",
            "2026-03-09 09:00:00 -0500",
            "9/3/2026 2:00 PM",
            "2026-03-09 14:00:00 UTC",
        ] {
            assert_eq!(at(same), two, "{same}");
        }
        assert_eq!(at("9/3/2026 12:00 AM"), at("2026-03-09 00:00"));
        assert_eq!(at("9/3/2026 13:00 PM"), None);
        assert_eq!(at("2026-03-09"), None);
    }

    #[test]
    fn a_time_without_a_zone_is_the_readers() {
        let read = |text| read(text, DateOrder::DayFirst, 120).unwrap();
        let local = read("2026-03-09 14:00");
        assert_eq!(local.at, read("2026-03-09T12:00:00Z").at);
        assert!(local.assumed);
        assert!(!read("2026-03-09 14:00 UTC").assumed);
        assert!(!read("2026-03-09").assumed);
    }

    #[test]
    fn a_day_says_in_which_order_its_numbers_stand() {
        assert_eq!(order_of("13/2/2026"), Some(DateOrder::DayFirst));
        assert_eq!(order_of("2/13/2026"), Some(DateOrder::MonthFirst));
        assert_eq!(order_of("1.2.2026"), Some(DateOrder::DayFirst));
        assert!(goes_either_way("1/2/2026 10:00"));
        for text in ["1/1/2026", "2026-01-02", "1.2.2026", "2/13/2026", "41"] {
            assert!(!goes_either_way(text), "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in "[-0-9TWZ:./ +,APMé]{0,30}") {
            for order in [DateOrder::DayFirst, DateOrder::MonthFirst] {
                read(&text, order, 60);
            }
            order_of(&text);
            goes_either_way(&text);
        }
    }
}
