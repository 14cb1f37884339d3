//! The numbers of a metric as CSV, oldest first: a table that any program reads (RFC 4180).

use kata_domain::Observation;
use kata_domain::stats::xmr::Limits;

/// The first line.
const HEAD: [&str; 10] = [
    "date",
    "value",
    "unit",
    "measured by",
    "how",
    "note",
    "lower limit",
    "average",
    "upper limit",
    "signal",
];

/// A value with what the chart says of it.
pub struct Line<'a> {
    /// The value.
    pub observation: &'a Observation,
    /// The natural process limits it is held against; none before the baseline, or where there are
    /// none.
    pub limits: Option<&'a Limits>,
    /// The rules that find a signal in it, in words; empty where none does.
    pub signal: String,
}

/// The table. Numbers have a point and all their digits, whatever the language.
pub fn write(lines: &[Line<'_>], unit: &str) -> String {
    let mut out = row(HEAD.map(str::to_owned));
    for line in lines {
        let observation = line.observation;
        let limit = |of: fn(&Limits) -> f64| {
            line.limits
                .map_or_else(String::new, |limits| of(limits).to_string())
        };
        out.push_str(&row([
            observation.observed_on.to_string(),
            observation.value.to_string(),
            cell(unit),
            cell(&observation.measured_by),
            cell(&observation.how),
            cell(&observation.note),
            limit(|limits| limits.lower),
            limit(|limits| limits.centre),
            limit(|limits| limits.upper),
            cell(&line.signal),
        ]));
    }
    out
}

fn row(cells: [String; 10]) -> String {
    cells.join(",") + "\r\n"
}

/// A text as a cell. One that a spreadsheet would take for a formula gets an apostrophe: it was
/// written by anyone who has the file.
fn cell(text: &str) -> String {
    let formula = text.starts_with(['=', '+', '-', '@', '\t', '\r']);
    let text = if formula {
        format!("'{text}")
    } else {
        text.to_owned()
    };
    if text.contains([',', '"', '\n', '\r']) {
        return format!("\"{}\"", text.replace('"', "\"\""));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_hold_any_text_and_no_formula() {
        for (text, written) in [
            ("call log", "call log"),
            ("a, \"b\"\nc", "\"a, \"\"b\"\"\nc\""),
            ("=1+2", "'=1+2"),
            ("@sum, x", "\"'@sum, x\""),
        ] {
            assert_eq!(cell(text), written);
        }
    }

    #[test]
    fn a_number_keeps_its_digits_and_its_sign() {
        let observation = Observation {
            value: -0.1,
            observed_on: "2026-03-09".parse().unwrap(),
            ..Observation::default()
        };
        let line = Line {
            observation: &observation,
            limits: None,
            signal: String::new(),
        };
        let table = write(&[line], "h");
        assert_eq!(table.lines().nth(1), Some("2026-03-09,-0.1,h,,,,,,,"));
    }
}
