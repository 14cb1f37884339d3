//! How a text is meant: its separator, its head, which column is what, decimals and dates. Each is
//! guessed from the whole text and told back, and whatever a person says instead holds.

use chrono::NaiveDate;
use kata_wire::{Columns, DateOrder, Decimal, Doubt, Reading, Separator, Told};

use super::day;
use super::number::{self, Vote};
use super::table::{self, Line};

/// What is known of the metric that the numbers are for.
#[derive(Clone, Copy, Debug)]
pub struct About<'a> {
    /// Its name, which a column may bear.
    pub name: &'a str,
    /// Its unit.
    pub unit: &'a str,
    /// Days between observations.
    pub rhythm_days: Option<i64>,
    /// Today.
    pub today: NaiveDate,
    /// Minutes that the reader's clock is ahead of UTC.
    pub utc_offset: i32,
}

/// Lines that columns are guessed from.
const SAMPLE: usize = 200;
/// Years that a counted column reaches back at most, so that no day runs out of the calendar.
const LONGEST_STEP: i64 = 3660;

/// How the lines are read, with what stays open.
pub fn of(
    lines: &[Line],
    separator: Separator,
    told: &Told,
    about: About<'_>,
) -> (Reading, Vec<Doubt>) {
    let header = told.header.unwrap_or_else(|| has_header(lines));
    let (head, body) = lines.split_at(usize::from(header && !lines.is_empty()));
    let columns = told
        .columns
        .unwrap_or_else(|| guess(head.first(), body, about));
    let mut doubts = Vec::new();
    let date_order = told.date_order.unwrap_or_else(|| {
        let days = columns.day.map(|column| cells(body, column));
        orders(days.into_iter().flatten(), &mut doubts)
    });
    let decimal = told.decimal.unwrap_or_else(|| {
        let comma = separator == Separator::Semicolon;
        decimals(cells(body, columns.value), comma, &mut doubts)
    });
    let reading = Reading {
        separator,
        header,
        columns,
        decimal,
        date_order,
        last_on: told.last_on.unwrap_or(about.today),
        every_days: (told.every_days.or(about.rhythm_days).unwrap_or(1)).clamp(1, LONGEST_STEP),
    };
    (reading, doubts)
}

/// The words of one column.
pub fn cells(lines: &[Line], column: usize) -> impl Iterator<Item = &str> {
    lines
        .iter()
        .filter_map(move |line| line.cells.get(column).map(String::as_str))
        .filter(|cell| !cell.is_empty())
}

/// The first line is a head where none of its cells is a number or a day, and others follow.
fn has_header(lines: &[Line]) -> bool {
    let [first, _, ..] = lines else { return false };
    let says = |cell: &String| number::cut(cell).is_some() || is_day(cell);
    !first.cells.iter().any(says)
}

fn is_day(cell: &str) -> bool {
    let either = [DateOrder::DayFirst, DateOrder::MonthFirst];
    either
        .iter()
        .any(|order| day::read(cell, *order, 0).is_some())
}

/// Words that heads have, in the languages that files of our users are in.
const VALUE_WORDS: [&str; 5] = ["value", "number", "wert", "anzahl", "zahl"];
const NOTE_WORDS: [&str; 7] = [
    "note",
    "notes",
    "comment",
    "remark",
    "notiz",
    "bemerkung",
    "kommentar",
];
const BY_WORDS: [&str; 6] = ["by", "measured by", "who", "person", "wer", "gemessen von"];

fn guess(head: Option<&Line>, body: &[Line], about: About<'_>) -> Columns {
    let sample = &body[..body.len().min(SAMPLE)];
    let width = sample
        .iter()
        .map(|line| line.cells.len())
        .max()
        .unwrap_or(0);
    let name = |column: usize| {
        let cell = head.and_then(|head| head.cells.get(column));
        cell.map(|cell| cell.to_lowercase()).unwrap_or_default()
    };
    let named = |words: &[&str]| (0..width).find(|column| words.contains(&name(*column).as_str()));
    let mostly = |column: usize, is: fn(&str) -> bool| {
        let (mut all, mut hits) = (0, 0);
        for cell in cells(sample, column) {
            all += 1;
            hits += usize::from(is(cell));
        }
        all > 0 && hits * 2 > all
    };
    let day = (0..width).find(|column| mostly(*column, is_day));
    let is_number = |column: usize| mostly(column, |cell| number::cut(cell).is_some());
    let numbers: Vec<usize> = (0..width)
        .filter(|column| Some(*column) != day && is_number(*column))
        .collect();
    let among = |wanted: &dyn Fn(String) -> bool| {
        numbers.iter().copied().find(|column| wanted(name(*column)))
    };
    let metric = about.name.to_lowercase();
    let value = among(&|name| name == metric)
        .or_else(|| among(&|name| VALUE_WORDS.contains(&name.as_str())))
        .or_else(|| numbers.first().copied())
        .or_else(|| (0..width).find(|column| Some(*column) != day))
        .unwrap_or(0);
    let free = |column: &usize| Some(*column) != day && *column != value;
    Columns {
        value,
        day,
        note: named(&NOTE_WORDS).filter(free),
        measured_by: named(&BY_WORDS).filter(free),
    }
}

/// The order that a column's dates have in common; day first where none of them says.
fn orders<'a>(days: impl Iterator<Item = &'a str>, doubts: &mut Vec<Doubt>) -> DateOrder {
    let (mut day_first, mut month_first, mut open) = (0, 0, false);
    for cell in days {
        match day::order_of(cell) {
            Some(DateOrder::DayFirst) => day_first += 1,
            Some(DateOrder::MonthFirst) => month_first += 1,
            None => open |= day::goes_either_way(cell),
        }
    }
    if open && day_first == month_first {
        doubts.push(Doubt::Dates);
    }
    if month_first > day_first {
        DateOrder::MonthFirst
    } else {
        DateOrder::DayFirst
    }
}

/// What a column's numbers have in common. Where none says, a text that is separated by semicolons
/// comes from a place of decimal commas.
fn decimals<'a>(
    numbers: impl Iterator<Item = &'a str>,
    comma_place: bool,
    doubts: &mut Vec<Doubt>,
) -> Decimal {
    let (mut points, mut commas, mut open) = (0, 0, false);
    for cell in numbers {
        match number::cut(cell).map(|parts| parts.vote()) {
            Some(Vote::For(Decimal::Point)) => points += 1,
            Some(Vote::For(Decimal::Comma)) => commas += 1,
            Some(Vote::Either) => open = true,
            Some(Vote::Silent) | None => {}
        }
    }
    if open && points == commas {
        doubts.push(Doubt::Decimals);
    }
    if commas > points || (commas == points && comma_place) {
        Decimal::Comma
    } else {
        Decimal::Point
    }
}

/// The text's lines with the way they are read.
///
/// # Errors
/// [`CoreError::ImportSize`](kata_wire::CoreError::ImportSize),
/// [`CoreError::TooMany`](kata_wire::CoreError::TooMany).
pub fn lines(text: &str, told: &Told) -> Result<(Vec<Line>, Separator), kata_wire::CoreError> {
    let text = table::plain_lines(text)?;
    let separator = told.separator.unwrap_or_else(|| table::separator(&text));
    Ok((table::lines(&text, separator)?, separator))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> (Reading, Vec<Doubt>) {
        let about = About {
            name: "Lead time",
            unit: "h",
            rhythm_days: Some(7),
            today: NaiveDate::from_ymd_opt(2026, 3, 9).unwrap(),
            utc_offset: 0,
        };
        let (lines, separator) = lines(text, &Told::default()).unwrap();
        of(&lines, separator, &Told::default(), about)
    }

    #[test]
    fn columns_are_found_by_what_they_hold_and_what_they_are_called() {
        let (reading, doubts) = read(
            "No;Who;Day;Calls;Lead time;Note\n1;Ana;5.1.2026;7;41,5;by hand\n2;Ben;12.1.2026;9;42;\n",
        );
        let expected = Columns {
            value: 4,
            day: Some(2),
            note: Some(5),
            measured_by: Some(1),
        };
        assert_eq!((reading.columns, reading.header), (expected, true));
        assert_eq!(reading.decimal, Decimal::Comma);
        assert_eq!(doubts, []);
    }

    #[test]
    fn a_column_of_numbers_alone_is_counted_back_by_the_rhythm() {
        let (reading, _) = read("41\n42\n43");
        assert_eq!(
            (reading.header, reading.columns),
            (false, Columns::default())
        );
        assert_eq!(
            (reading.last_on.to_string().as_str(), reading.every_days),
            ("2026-03-09", 7)
        );
    }

    #[test]
    fn the_whole_column_says_what_one_line_does_not() {
        let (reading, doubts) = read("day,value\n1/2/2026,41\n2/13/2026,42");
        assert_eq!(
            (reading.date_order, doubts),
            (DateOrder::MonthFirst, vec![])
        );
        let (reading, doubts) = read("1,234\n1,5\n");
        assert_eq!((reading.decimal, doubts), (Decimal::Comma, vec![]));
    }

    #[test]
    fn what_nothing_says_is_told() {
        let (reading, doubts) = read("day,value\n1/2/2026,41\n2/3/2026,42");
        assert_eq!(
            (reading.date_order, doubts),
            (DateOrder::DayFirst, vec![Doubt::Dates])
        );
        let (reading, doubts) = read("1.234\n2.345\n");
        assert_eq!(
            (reading.decimal, doubts),
            (Decimal::Point, vec![Doubt::Decimals])
        );
    }
}
