//! One number as people and programs write it: signs, thousands, a decimal comma or point, a unit.

use kata_wire::Decimal;

/// What a number says about its own decimals.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Vote {
    /// Only this reading makes sense.
    For(Decimal),
    /// `1,234`: a thousand or a bit more than one.
    Either,
    /// No sign is in it.
    Silent,
}

/// A number cut into what is counted and what it is counted in.
#[derive(Clone, Debug, PartialEq)]
pub struct Parts {
    /// Sign, digits, their separators, exponent.
    body: String,
    /// The unit as it was written; empty where there is none.
    pub unit: String,
}

const CURRENCIES: [char; 4] = ['€', '$', '£', '¥'];

/// Cuts a cell; none where it is no number with or without a unit.
pub fn cut(cell: &str) -> Option<Parts> {
    let text = cell.trim();
    let (sign, text) = signed(text);
    let (currency, text) = match text.chars().next() {
        Some(first) if CURRENCIES.contains(&first) => {
            (first.to_string(), text[first.len_utf8()..].trim_start())
        }
        _ => (String::new(), text),
    };
    let end = body_end(text)?;
    let unit = text[end..].trim();
    let none_of_it_counts = unit.chars().any(|c| c.is_ascii_digit());
    if none_of_it_counts || unit.chars().count() > 20 || !(unit.is_empty() || currency.is_empty()) {
        return None;
    }
    Some(Parts {
        body: format!("{sign}{}", &text[..end]),
        unit: format!("{currency}{unit}"),
    })
}

fn signed(text: &str) -> (&'static str, &str) {
    match text.strip_prefix(['-', '\u{2212}']) {
        Some(rest) => ("-", rest.trim_start()),
        None => ("", text.strip_prefix('+').unwrap_or(text)),
    }
}

/// Where the digits with their separators and exponent end; none where there is no digit.
fn body_end(text: &str) -> Option<usize> {
    let mut end = 0;
    let mut digits = false;
    let mut chars = text.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let digit_follows = chars.peek().is_some_and(|(_, next)| next.is_ascii_digit());
        if c.is_ascii_digit() {
            digits = true;
        } else if !(separates(c) && digit_follows) {
            break;
        }
        end = at + c.len_utf8();
    }
    digits.then(|| end + exponent(&text[end..]))
}

fn separates(c: char) -> bool {
    matches!(c, '.' | ',') || groups(c)
}

/// What stands between thousands and is never a decimal sign.
fn groups(c: char) -> bool {
    matches!(
        c,
        ' ' | '\u{a0}' | '\u{202f}' | '\u{2009}' | '\'' | '\u{2019}'
    )
}

/// The length of `e5`, `E-3` at the beginning of a text; 0 where there is none.
fn exponent(text: &str) -> usize {
    let Some(rest) = text.strip_prefix(['e', 'E']) else {
        return 0;
    };
    let sign = usize::from(rest.starts_with(['+', '-']));
    let digits = rest[sign..].bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 { 0 } else { 1 + sign + digits }
}

/// A number that is typed by itself, where no column says how it is meant: a comma before three
/// digits may be either, and is refused; a point is a decimal point, as scripts write it.
pub fn typed(text: &str, unit: &str) -> Option<f64> {
    let parts = cut(text)?;
    let own_unit = parts.unit.is_empty() || parts.unit.to_lowercase() == unit.to_lowercase();
    let decimal = match parts.vote() {
        Vote::For(decimal) => decimal,
        Vote::Either if parts.body.contains(',') => return None,
        Vote::Either | Vote::Silent => Decimal::Point,
    };
    own_unit.then(|| parts.value(decimal)).flatten()
}

impl Parts {
    /// What the number says about its decimals.
    pub fn vote(&self) -> Vote {
        let body = self.body.trim_start_matches('-');
        let (points, commas) = (body.matches('.').count(), body.matches(',').count());
        match (points, commas) {
            (0, 0) => Vote::Silent,
            (0, 1) => alone(body, ',', Decimal::Comma),
            (1, 0) => alone(body, '.', Decimal::Point),
            (0, _) => Vote::For(Decimal::Point),
            (_, 0) => Vote::For(Decimal::Comma),
            _ if body.rfind(',') > body.rfind('.') => Vote::For(Decimal::Comma),
            _ => Vote::For(Decimal::Point),
        }
    }

    /// The value; none where the digits do not make a number in this reading.
    pub fn value(&self, decimal: Decimal) -> Option<f64> {
        let (point, thousand) = match decimal {
            Decimal::Point => ('.', ','),
            Decimal::Comma => (',', '.'),
        };
        let (mantissa, exponent) = match self.body.split_once(['e', 'E']) {
            Some((mantissa, exponent)) => (mantissa, exponent),
            None => (self.body.as_str(), "0"),
        };
        let (sign, mantissa) = signed(mantissa);
        let (whole, fraction) = mantissa.split_once(point).unwrap_or((mantissa, "0"));
        if !fraction.bytes().all(|byte| byte.is_ascii_digit()) {
            return None;
        }
        let whole = ungrouped(whole, thousand)?;
        let plain = format!("{sign}{whole}.{fraction}e{exponent}");
        plain.parse().ok().filter(|value: &f64| value.is_finite())
    }
}

/// A single sign before exactly three digits may be either.
fn alone(body: &str, sign: char, decimal: Decimal) -> Vote {
    let (before, after) = body.split_once(sign).unwrap_or_default();
    let grouped = after.len() == 3
        && (1..=3).contains(&before.len())
        && !before.starts_with('0')
        && after.bytes().all(|byte| byte.is_ascii_digit());
    if grouped {
        Vote::Either
    } else {
        Vote::For(decimal)
    }
}

/// Digits without what stands between thousands; none where the groups are not of three.
fn ungrouped(whole: &str, thousand: char) -> Option<String> {
    let mut parts = whole.split(|c| c == thousand || groups(c));
    let first = parts.next()?;
    let mut digits = first.to_owned();
    for group in parts {
        if group.len() != 3 || first.is_empty() || first.len() > 3 {
            return None;
        }
        digits.push_str(group);
    }
    if digits.is_empty() {
        digits.push('0');
    }
    digits.bytes().all(|b| b.is_ascii_digit()).then_some(digits)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read(text: &str, decimal: Decimal) -> Option<(f64, String)> {
        let parts = cut(text)?;
        Some((parts.value(decimal)?, parts.unit))
    }

    #[test]
    fn numbers_are_read_with_their_units() {
        for (text, decimal, value, unit) in [
            ("41", Decimal::Point, 41.0, ""),
            (" 12.5 h", Decimal::Point, 12.5, "h"),
            ("40%", Decimal::Point, 40.0, "%"),
            ("40,5 %", Decimal::Comma, 40.5, "%"),
            ("-3", Decimal::Point, -3.0, ""),
            ("\u{2212}0,5", Decimal::Comma, -0.5, ""),
            ("+7", Decimal::Point, 7.0, ""),
            (".5", Decimal::Point, 0.5, ""),
            ("1,234,567.5", Decimal::Point, 1_234_567.5, ""),
            ("1.234.567,5", Decimal::Comma, 1_234_567.5, ""),
            ("12 345", Decimal::Comma, 12_345.0, ""),
            ("12\u{202f}345,25 €", Decimal::Comma, 12_345.25, "€"),
            ("12'345.5", Decimal::Point, 12_345.5, ""),
            ("€ 12", Decimal::Point, 12.0, "€"),
            ("1.5E-3", Decimal::Point, 0.0015, ""),
            ("3 Arbeitstage", Decimal::Point, 3.0, "Arbeitstage"),
        ] {
            assert_eq!(
                read(text, decimal),
                Some((value, unit.to_owned())),
                "{text}"
            );
        }
    }

    #[test]
    fn what_is_no_number_is_none() {
        for text in [
            "",
            "h",
            "n/a",
            "12-14",
            "3 of 10",
            "2026-01-05",
            "12:30",
            "12.03.2026",
            "1,23,4",
            "12 34",
            "--1",
            "1e999",
            "€ 3 kg",
            "~5",
        ] {
            assert_eq!(read(text, Decimal::Point), None, "{text}");
        }
    }

    #[test]
    fn a_number_says_what_it_knows_about_its_decimals() {
        let vote = |text| cut(text).map(|parts| parts.vote());
        assert_eq!(vote("41"), Some(Vote::Silent));
        assert_eq!(vote("1,234"), Some(Vote::Either));
        assert_eq!(vote("0,234"), Some(Vote::For(Decimal::Comma)));
        assert_eq!(vote("1,2345"), Some(Vote::For(Decimal::Comma)));
        assert_eq!(vote("1,234,567"), Some(Vote::For(Decimal::Point)));
        assert_eq!(vote("1.234,5"), Some(Vote::For(Decimal::Comma)));
        assert_eq!(vote("12.5"), Some(Vote::For(Decimal::Point)));
    }

    #[test]
    fn a_number_typed_by_itself_is_read_as_a_script_means_it() {
        for (text, value) in [
            ("41.5", Some(41.5)),
            ("41,5", Some(41.5)),
            ("12.345", Some(12.345)),
            ("12,345", None),
            ("1,234.5", Some(1234.5)),
            ("12 h", Some(12.0)),
            ("12 min", None),
            ("soon", None),
        ] {
            assert_eq!(typed(text, "H"), value, "{text}");
        }
    }

    proptest! {
        #[test]
        fn any_text_is_read_without_harm(text in ".{0,40}") {
            if let Some(parts) = cut(&text) {
                for decimal in [Decimal::Point, Decimal::Comma] {
                    prop_assert!(parts.value(decimal).is_none_or(f64::is_finite));
                }
                parts.vote();
            }
        }

        #[test]
        fn a_number_reads_back_as_it_was_written(value in -1e12..1e12f64) {
            let point = value.to_string();
            prop_assert_eq!(read(&point, Decimal::Point).map(|it| it.0), Some(value));
            prop_assert_eq!(read(&point.replace('.', ","), Decimal::Comma).map(|it| it.0), Some(value));
        }
    }
}
