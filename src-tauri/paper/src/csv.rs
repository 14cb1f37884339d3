//! The numbers of a metric as CSV, oldest first: a table that any program reads (RFC 4180).

use csv::{Terminator, WriterBuilder};
use kata_domain::Observation;
use kata_domain::stats::xmr::Limits;
use kata_wire::CoreError;

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
///
/// # Errors
/// None that are known: it is written into memory.
pub fn write(lines: &[Line<'_>], unit: &str) -> Result<Vec<u8>, CoreError> {
    let mut table = WriterBuilder::new()
        .terminator(Terminator::CRLF)
        .from_writer(Vec::new());
    let internal = |error: &dyn std::fmt::Display| CoreError::Internal {
        detail: error.to_string(),
    };
    table.write_record(HEAD).map_err(|error| internal(&error))?;
    for line in lines {
        table
            .write_record(cells(line, unit))
            .map_err(|error| internal(&error))?;
    }
    table.into_inner().map_err(|error| internal(&error))
}

fn cells(line: &Line<'_>, unit: &str) -> [String; 10] {
    let observation = line.observation;
    let limit = |of: fn(&Limits) -> f64| {
        line.limits
            .map_or_else(String::new, |limits| of(limits).to_string())
    };
    [
        observation.observed_on.to_string(),
        observation.value.to_string(),
        inert(unit),
        inert(&observation.measured_by),
        inert(&observation.how),
        inert(&observation.note),
        limit(|limits| limits.lower),
        limit(|limits| limits.centre),
        limit(|limits| limits.upper),
        inert(&line.signal),
    ]
}

/// A text as a cell. One that a spreadsheet would take for a formula gets an apostrophe: it was
/// written by anyone who has the file.
fn inert(text: &str) -> String {
    match text.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        true => format!("'{text}"),
        false => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn row(note: &str, value: f64) -> String {
        let observation = Observation {
            value,
            note: note.to_owned(),
            observed_on: "2026-03-09".parse().unwrap(),
            ..Observation::default()
        };
        let line = Line {
            observation: &observation,
            limits: None,
            signal: String::new(),
        };
        let table = String::from_utf8(write(&[line], "h").unwrap()).unwrap();
        let (_, row) = table.split_once("\r\n").unwrap();
        row.strip_suffix("\r\n").unwrap().to_owned()
    }

    #[test]
    fn cells_hold_any_text_and_no_formula() {
        for (text, written) in [
            ("call log", "call log"),
            ("a, \"b\"\nc", "\"a, \"\"b\"\"\nc\""),
            ("=1+2", "'=1+2"),
            ("@sum, x", "\"'@sum, x\""),
        ] {
            assert_eq!(row(text, 1.0), format!("2026-03-09,1,h,,,{written},,,,"));
        }
    }

    #[test]
    fn a_number_keeps_its_digits_and_its_sign() {
        assert_eq!(row("", -0.1), "2026-03-09,-0.1,h,,,,,,,");
    }
}
