//! Numbers and dates as a language writes them. Pure: what goes in decides what comes out, on every
//! machine, so that a report can be made again byte for byte.

use chrono::{Datelike, NaiveDate};

/// Digits after the decimal mark, as in the window.
const MOST_DIGITS: usize = 3;
/// A minus that is as wide as a plus.
const MINUS: char = '−';

/// How one language writes numbers and dates.
#[derive(Clone, Copy, Debug)]
pub struct Format {
    /// The language, as documents name it.
    pub language: &'static str,
    decimal: char,
    group: char,
    months: [&'static str; 12],
    weekdays: [&'static str; 7],
}

impl Format {
    /// English as it is written outside America: the day stands before the month.
    pub const ENGLISH: Format = Format {
        language: "en",
        decimal: '.',
        group: ',',
        months: [
            "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
        ],
        weekdays: ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"],
    };

    /// "2.5", "1,250", "−3": at most three digits after the mark. What is no number is a dash.
    pub fn number(&self, value: f64) -> String {
        if !value.is_finite() {
            return "–".to_owned();
        }
        let rounded = format!("{:.MOST_DIGITS$}", value.abs());
        let (whole, digits) = rounded.split_once('.').unwrap_or((&rounded, ""));
        let digits = digits.trim_end_matches('0');
        let mut text = String::new();
        if value < 0.0 && (whole != "0" || !digits.is_empty()) {
            text.push(MINUS);
        }
        self.push_grouped(&mut text, whole);
        if !digits.is_empty() {
            text.push(self.decimal);
            text.push_str(digits);
        }
        text
    }

    fn push_grouped(&self, text: &mut String, whole: &str) {
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                text.push(self.group);
            }
            text.push(digit);
        }
    }

    /// "+3", "−1.5", "0".
    pub fn signed(&self, value: f64) -> String {
        let text = self.number(value);
        if value > 0.0 && text != "0" && value.is_finite() {
            format!("+{text}")
        } else {
            text
        }
    }

    /// "27 Mar".
    pub fn day(&self, date: NaiveDate) -> String {
        format!("{} {}", date.day(), self.months[date.month0() as usize])
    }

    /// "27 Mar 2026".
    pub fn day_of_year(&self, date: NaiveDate) -> String {
        format!("{} {}", self.day(date), date.year())
    }

    /// "Fri 27 Mar 2026".
    pub fn date(&self, date: NaiveDate) -> String {
        let weekday = self.weekdays[date.weekday().num_days_from_monday() as usize];
        format!("{weekday} {}", self.day_of_year(date))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const EN: Format = Format::ENGLISH;

    #[test]
    fn numbers_read_as_in_the_window() {
        let written = [
            (0.0, "0"),
            (-0.0, "0"),
            (-0.0001, "0"),
            (7.0, "7"),
            (2.5, "2.5"),
            (12.345_6, "12.346"),
            (-3.0, "−3"),
            (1_234_567.25, "1,234,567.25"),
            (999.999_9, "1,000"),
            (f64::NAN, "–"),
            (f64::NEG_INFINITY, "–"),
        ];
        for (value, text) in written {
            assert_eq!(EN.number(value), text, "{value}");
        }
    }

    #[test]
    fn a_difference_has_its_sign() {
        let written = [(3.0, "+3"), (-1.5, "−1.5"), (0.0, "0"), (0.000_1, "0")];
        for (value, text) in written {
            assert_eq!(EN.signed(value), text);
        }
    }

    #[test]
    fn the_day_stands_before_the_month() {
        let day = NaiveDate::from_ymd_opt(2026, 3, 27).unwrap();
        assert_eq!(EN.day(day), "27 Mar");
        assert_eq!(EN.date(day), "Fri 27 Mar 2026");
    }
}
