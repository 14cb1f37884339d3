//! The numbers of a metric as CSV, oldest first: a table that any program reads (RFC 4180).

use kata_domain::Observation;

/// The first line.
const HEAD: [&str; 6] = ["date", "value", "unit", "measured by", "how", "note"];

/// The table. Numbers have a point and all their digits, whatever the language.
pub fn write(observations: &[Observation], unit: &str) -> String {
    let mut out = row(HEAD.map(str::to_owned));
    for observation in observations {
        out.push_str(&row([
            observation.observed_on.to_string(),
            observation.value.to_string(),
            cell(unit),
            cell(&observation.measured_by),
            cell(&observation.how),
            cell(&observation.note),
        ]));
    }
    out
}

fn row(cells: [String; 6]) -> String {
    cells.join(",") + "\r\n"
}

/// A text as a cell. One that a spreadsheet would take for a formula gets an apostrophe: it was written by
/// anyone who has the file.
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
        let table = write(&[observation], "h");
        assert_eq!(table.lines().nth(1), Some("2026-03-09,-0.1,h,,,"));
    }
}
