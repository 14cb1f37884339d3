//! A text as a table: what separates its cells, and the cells of each line.

use kata_wire::{CoreError, Separator};

use super::{COLUMN_LIMIT, LINE_LIMIT, TEXT_LIMIT, number};

/// What can stand between cells; those that never stand in a number come first.
const SEPARATORS: [Separator; 4] = [
    Separator::Tab,
    Separator::Semicolon,
    Separator::Bar,
    Separator::Comma,
];

fn byte(separator: Separator) -> u8 {
    match separator {
        Separator::Tab => b'\t',
        Separator::Semicolon => b';',
        Separator::Bar => b'|',
        Separator::Comma => b',',
    }
}

/// One line that says something.
#[derive(Clone, Debug, PartialEq)]
pub struct Line {
    /// Its number in the text, from 1.
    pub number: usize,
    /// Its cells, trimmed.
    pub cells: Vec<String>,
}

/// Lines that the separator is guessed from.
const SAMPLE: usize = 50;

/// A text in the form it is cut in: without a mark of its encoding, line breaks as `\n`.
///
/// # Errors
/// [`CoreError::ImportSize`].
pub fn plain_lines(text: &str) -> Result<String, CoreError> {
    if text.len() > TEXT_LIMIT {
        return Err(CoreError::ImportSize { limit: TEXT_LIMIT });
    }
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    Ok(text.replace("\r\n", "\n").replace('\r', "\n"))
}

/// What most lines have the same number of. A text of which every line is one number is one column,
/// however many decimal commas it has.
pub fn separator(text: &str) -> Separator {
    let lines: Vec<&str> = (text.lines().filter(|line| !line.trim().is_empty()))
        .take(SAMPLE)
        .collect();
    let numbers = lines.iter().filter(|line| number::cut(line).is_some());
    let only_numbers = numbers.count() * 2 > lines.len();
    let candidates = SEPARATORS.into_iter();
    candidates
        .filter(|one| *one != Separator::Comma || !only_numbers)
        .find(|one| cuts_most_alike(&lines, byte(*one)))
        .unwrap_or(Separator::Tab)
}

/// Whether at least three of five lines have the same number of cells, and more than one.
fn cuts_most_alike(lines: &[&str], byte: u8) -> bool {
    let counts: Vec<usize> = lines.iter().map(|line| count(line, byte)).collect();
    counts.iter().any(|wanted| {
        let alike = counts.iter().filter(|count| *count == wanted).count();
        *wanted > 0 && alike * 5 >= counts.len() * 3
    })
}

/// How often a separator stands outside quotes.
fn count(line: &str, byte: u8) -> usize {
    let mut quoted = false;
    line.bytes()
        .filter(|one| {
            quoted ^= *one == b'"';
            *one == byte && !quoted
        })
        .count()
}

/// The lines of a settled text; those without a word are left out.
///
/// # Errors
/// [`CoreError::TooMany`] where it has more lines or columns than are read.
pub fn lines(text: &str, separator: Separator) -> Result<Vec<Line>, CoreError> {
    let too_wide = |line: &str| count(line, byte(separator)) >= COLUMN_LIMIT;
    if text.lines().any(too_wide) {
        return Err(CoreError::TooMany {
            limit: COLUMN_LIMIT,
        });
    }
    let mut reader = csv::ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(byte(separator))
        .from_reader(text.as_bytes());
    let mut found = Vec::new();
    let mut place = Place { byte: 0, line: 1 };
    for record in reader.records() {
        let record = record.map_err(|error| CoreError::Internal {
            detail: error.to_string(),
        })?;
        let byte = record.position().map_or(0, csv::Position::byte);
        let number = place.move_to(text, usize::try_from(byte).unwrap_or(0));
        let cells: Vec<String> = record.iter().map(|cell| cell.trim().to_owned()).collect();
        if cells.iter().any(|cell| !cell.is_empty()) {
            found.push(Line { number, cells });
        }
        if found.len() > LINE_LIMIT {
            return Err(CoreError::TooMany { limit: LINE_LIMIT });
        }
    }
    Ok(found)
}

/// A place in the text; it only moves on.
struct Place {
    byte: usize,
    line: usize,
}

impl Place {
    /// The number of the line that begins at or, after empty lines, behind `byte`.
    fn move_to(&mut self, text: &str, byte: usize) -> usize {
        let bytes = text.as_bytes();
        let mut target = byte.clamp(self.byte, bytes.len());
        target += bytes[target..].iter().take_while(|b| **b == b'\n').count();
        let passed = bytes[self.byte..target].iter().filter(|b| **b == b'\n');
        self.line += passed.count();
        self.byte = target;
        self.line
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn cut(text: &str) -> (Separator, Vec<(usize, Vec<String>)>) {
        let text = plain_lines(text).unwrap();
        let by = separator(&text);
        let lines = lines(&text, by).unwrap().into_iter();
        (by, lines.map(|line| (line.number, line.cells)).collect())
    }

    #[test]
    fn the_separator_is_what_the_lines_have_in_common() {
        for (text, expected) in [
            ("day,hours\n2026-01-05,41\n2026-01-12,42", Separator::Comma),
            (
                "Tag;Stunden\n5.1.2026;41,5\n12.1.2026;42",
                Separator::Semicolon,
            ),
            ("5.1.2026\t41,5\n12.1.2026\t42,0", Separator::Tab),
            ("a|b\n1|2", Separator::Bar),
            ("41,5\n42,0\n43", Separator::Tab),
            ("Hours\n41,5\n42,0", Separator::Tab),
            ("\"a;b\",1\n\"c;d\",2", Separator::Comma),
            ("", Separator::Tab),
        ] {
            assert_eq!(cut(text).0, expected, "{text}");
        }
    }

    #[test]
    fn lines_keep_their_numbers_in_the_text() {
        let text = "\u{feff}day,note\r\n\r\n2026-01-05,\"two\nlines\"\r\n,\r\n\r\n2026-01-12,x\r\n";
        let (_, lines) = cut(text);
        let numbers: Vec<usize> = lines.iter().map(|line| line.0).collect();
        assert_eq!(numbers, [1, 3, 7]);
        assert_eq!(lines[1].1, ["2026-01-05", "two\nlines"]);
    }

    #[test]
    fn what_is_no_table_is_refused() {
        let wide = ",".repeat(COLUMN_LIMIT);
        assert_eq!(
            lines(&wide, Separator::Comma).unwrap_err().code(),
            "too_many"
        );
        let long = "1\n".repeat(LINE_LIMIT + 1);
        assert_eq!(lines(&long, Separator::Tab).unwrap_err().code(), "too_many");
        let heavy = "x".repeat(TEXT_LIMIT + 1);
        assert_eq!(plain_lines(&heavy).unwrap_err().code(), "import_size");
    }

    proptest! {
        #[test]
        fn every_line_comes_from_the_line_it_names(text in "[a1,;|\t\"\n\r é]{0,200}") {
            let text = plain_lines(&text).unwrap();
            let count = text.lines().count();
            let mut before = 0;
            for line in lines(&text, separator(&text)).unwrap() {
                prop_assert!(line.number > before && line.number <= count.max(1));
                before = line.number;
            }
        }
    }
}
