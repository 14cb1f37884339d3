//! Calendar dates as they stand in a cell.

use chrono::NaiveDate;

/// Reads `YYYY-MM-DD` and nothing else. A screen reads hundreds of dates; chrono's own reading
/// takes many forms, and several times as long.
pub fn parse(text: &str) -> Option<NaiveDate> {
    let bytes: &[u8; 10] = text.as_bytes().try_into().ok()?;
    let [year @ .., b'-', m1, m2, b'-', d1, d2] = bytes else {
        return None;
    };
    let year = i32::try_from(number(year)?).ok()?;
    NaiveDate::from_ymd_opt(year, number(&[*m1, *m2])?, number(&[*d1, *d2])?)
}

fn number(digits: &[u8]) -> Option<u32> {
    digits.iter().try_fold(0, |number, digit| {
        let digit = digit.is_ascii_digit().then(|| u32::from(digit - b'0'))?;
        Some(number * 10 + digit)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_day_is_read_as_it_is_written() {
        let first = NaiveDate::from_ymd_opt(1900, 1, 1).unwrap();
        for day in first.iter_days().take(110_000) {
            assert_eq!(parse(&day.to_string()), Some(day));
        }
    }

    #[test]
    fn nothing_else_is_a_date() {
        for text in [
            "",
            "2026-3-9",
            "2026-02-29",
            "2026-13-01",
            "2026-00-10",
            "+026-01-01",
            "2026/01/01",
            "2026-01-01 ",
            "2026-01-0é",
        ] {
            assert_eq!(parse(text), None, "{text}");
        }
    }
}
