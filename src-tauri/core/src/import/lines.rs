//! Every line of a text in the way it is read: an observation to be, or the reason why it is none.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use kata_domain::text;
use kata_wire::{CoreError, Doubt, Reading, Reason, Rejected, Told};

use super::reading::{self, About};
use super::table::Line;
use super::{day, number};

/// An observation to be.
#[derive(Clone, Debug, PartialEq)]
pub struct Entry {
    /// Its line in the text, from 1.
    pub line: usize,
    /// The day.
    pub on: NaiveDate,
    /// The moment, where one is written; UTC milliseconds.
    pub at: Option<i64>,
    /// The value.
    pub value: f64,
    /// As it was typed.
    pub value_text: String,
    /// Who measured it; empty where nothing says.
    pub measured_by: String,
    /// How; empty where nothing says.
    pub how: String,
    /// A remark.
    pub note: String,
}

/// A text that was read.
#[derive(Clone, Debug, PartialEq)]
pub struct Text {
    /// How it was read.
    pub reading: Reading,
    /// What it leaves open.
    pub doubts: Vec<Doubt>,
    /// The unit that the numbers carry; empty where they carry none.
    pub unit: String,
    /// The line of column names, where there is one.
    pub head: Option<Line>,
    /// The lines below it.
    pub body: Vec<Line>,
    /// Those that are observations, in the order of the text.
    pub entries: Vec<Entry>,
    /// Those that are not.
    pub rejected: Vec<Rejected>,
    /// Some of their times have no zone: they are read as the reader's.
    pub assumed_zone: bool,
}

/// Characters of a rejected line that are shown.
const SHOWN: usize = 200;

/// Reads a text for a metric.
///
/// # Errors
/// Where it is larger than an import takes.
pub fn read(text: &str, told: &Told, about: About<'_>) -> Result<Text, CoreError> {
    let (mut lines, separator) = reading::lines(text, told)?;
    let (reading, mut doubts) = reading::of(&lines, separator, told, about);
    let head = (reading.header && !lines.is_empty()).then(|| lines.remove(0));
    let unit = common_unit(&lines, reading.columns.value, about.unit);
    if !unit.is_empty() && !about.unit.is_empty() && !same_unit(&unit, about.unit) {
        doubts.push(Doubt::Unit);
    }
    let reader = Reader {
        reading: &reading,
        unit: &unit,
        today: about.today,
        utc_offset: about.utc_offset,
        last_line: lines.last().map_or(0, |line| line.number),
    };
    let (mut entries, mut rejected) = (Vec::new(), Vec::new());
    let mut assumed_zone = false;
    for line in &lines {
        match reader.entry(line) {
            Ok((entry, assumed)) => {
                entries.push(entry);
                assumed_zone |= assumed;
            }
            Err(reason) => rejected.push(Rejected {
                line: line.number,
                text: line.cells.join("  ").chars().take(SHOWN).collect(),
                reason,
            }),
        }
    }
    Ok(Text {
        unit,
        head,
        body: lines,
        entries,
        rejected,
        reading,
        doubts,
        assumed_zone,
    })
}

fn same_unit(one: &str, other: &str) -> bool {
    one.to_lowercase() == other.to_lowercase()
}

/// The unit that the numbers carry: the metric's where any of them has it, else the most frequent.
fn common_unit(lines: &[Line], column: usize, wanted: &str) -> String {
    let mut counts: HashMap<String, (usize, usize)> = HashMap::new();
    for (index, cell) in reading::cells(lines, column).enumerate() {
        match number::cut(cell).map(|parts| parts.unit) {
            Some(unit) if same_unit(&unit, wanted) && !unit.is_empty() => return unit,
            // The earlier one where two are as frequent, so that a text is always read the same
            // way.
            Some(unit) if !unit.is_empty() => {
                counts.entry(unit).or_insert((0, usize::MAX - index)).0 += 1;
            }
            _ => {}
        }
    }
    let most = counts.into_iter().max_by_key(|(_, count)| *count);
    most.map(|(unit, _)| unit).unwrap_or_default()
}

/// What is the same for every line.
struct Reader<'a> {
    reading: &'a Reading,
    unit: &'a str,
    today: NaiveDate,
    utc_offset: i32,
    last_line: usize,
}

impl Reader<'_> {
    /// The number of a line, and whether its time has no zone.
    fn entry(&self, line: &Line) -> Result<(Entry, bool), Reason> {
        let columns = &self.reading.columns;
        let cell = |column: usize| line.cells.get(column).map_or("", String::as_str);
        let (value, value_text) = self.value(cell(columns.value))?;
        let moment = match columns.day {
            Some(column) => self.written(cell(column))?,
            None => self.counted(line.number)?,
        };
        if moment.on > self.today {
            return Err(Reason::DayAhead);
        }
        let words = |column: Option<usize>, limit| settled(column.map_or("", cell), limit);
        let entry = Entry {
            line: line.number,
            on: moment.on,
            at: moment.at,
            value,
            value_text,
            measured_by: words(columns.measured_by, text::TITLE_LIMIT)?,
            how: String::new(),
            note: words(columns.note, text::TEXT_LIMIT)?,
        };
        Ok((entry, moment.assumed))
    }

    fn value(&self, cell: &str) -> Result<(f64, String), Reason> {
        if cell.is_empty() {
            return Err(Reason::NoValue);
        }
        let parts = number::cut(cell).ok_or(Reason::NotANumber)?;
        if !parts.unit.is_empty() && !same_unit(&parts.unit, self.unit) {
            return Err(Reason::OtherUnit);
        }
        let value = parts
            .value(self.reading.decimal)
            .ok_or(Reason::NotANumber)?;
        Ok((value, settled(cell, text::TITLE_LIMIT)?))
    }

    fn written(&self, cell: &str) -> Result<day::Moment, Reason> {
        if cell.is_empty() {
            return Err(Reason::NoDay);
        }
        day::read(cell, self.reading.date_order, self.utc_offset).ok_or(Reason::NotADay)
    }

    /// The day of a line that has none written: counted back from the last line. An empty line
    /// counts: nothing was measured then.
    fn counted(&self, line: usize) -> Result<day::Moment, Reason> {
        let steps = self.last_line.saturating_sub(line) as u64;
        let back = Days::new(steps.saturating_mul(self.reading.every_days.unsigned_abs()));
        let on = self.reading.last_on.checked_sub_days(back);
        let first = NaiveDate::from_ymd_opt(1900, 1, 1);
        let on = on.filter(|on| Some(*on) >= first);
        on.map(day::Moment::of_day).ok_or(Reason::NotADay)
    }
}

fn settled(cell: &str, limit: usize) -> Result<String, Reason> {
    text::normalise("", cell, limit).map_err(|_| Reason::TextUnusable)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ABOUT: About<'_> = About {
        name: "Lead time",
        unit: "h",
        rhythm_days: Some(7),
        today: NaiveDate::from_ymd_opt(2026, 3, 9).unwrap(),
        utc_offset: 60,
    };

    fn days(text: &Text) -> Vec<(String, f64)> {
        let entries = text.entries.iter();
        entries.map(|e| (e.on.to_string(), e.value)).collect()
    }

    fn reasons(text: &Text) -> Vec<(usize, Reason)> {
        let rejected = text.rejected.iter();
        rejected.map(|line| (line.line, line.reason)).collect()
    }

    #[test]
    fn times_without_a_zone_are_told() {
        let zone = |text| read(text, &Told::default(), ABOUT).unwrap().assumed_zone;
        assert!(zone("2026-03-01 10:00,7\n2026-03-02T10:00Z,8\n"));
        assert!(!zone("2026-03-01,7\n2026-03-02T10:00Z,8\n"));
    }

    #[test]
    fn each_line_is_a_number_or_says_why_not() {
        let text = "week;hours;note\n2026-W07;12,5 h;fine\n2026-W08;;\n2026-W09;n/a;\nsoon;7;\n;8;\n2026-W40;9;\n2026-W10;30 min;\n2026-W10;14;a\u{7}b\n";
        let read = read(text, &Told::default(), ABOUT).unwrap();
        assert_eq!(days(&read), [("2026-02-09".to_owned(), 12.5)]);
        assert_eq!(read.entries[0].value_text, "12,5 h");
        assert_eq!(read.entries[0].note, "fine");
        assert_eq!(
            reasons(&read),
            [
                (3, Reason::NoValue),
                (4, Reason::NotANumber),
                (5, Reason::NotADay),
                (6, Reason::NoDay),
                (7, Reason::DayAhead),
                (8, Reason::OtherUnit),
                (9, Reason::TextUnusable),
            ]
        );
    }

    #[test]
    fn numbers_alone_are_counted_back_and_a_gap_stays_one() {
        let read = read("41\n42\n\n43\n", &Told::default(), ABOUT).unwrap();
        let expected = [
            ("2026-02-16", 41.0),
            ("2026-02-23", 42.0),
            ("2026-03-09", 43.0),
        ];
        assert_eq!(
            days(&read),
            expected.map(|(on, value)| (on.to_owned(), value))
        );
    }

    #[test]
    fn another_unit_than_the_metric_has_is_told() {
        let read = read("30 min\n45 min\n", &Told::default(), ABOUT).unwrap();
        assert_eq!(
            (read.unit.as_str(), read.doubts),
            ("min", vec![Doubt::Unit])
        );
        assert_eq!(read.entries.len(), 2);
    }

    proptest! {
        #[test]
        fn any_text_is_read_and_every_line_is_told(
            text in prop_oneof![".{0,300}", "[-0-9a-z.,;/|:%\" \t\n]{0,300}"],
            every_days in proptest::option::of(any::<i64>()),
            value in 0_usize..5,
        ) {
            let columns = Some(kata_wire::Columns { value, day: Some(1), ..Default::default() });
            for told in [
                Told::default(),
                Told { every_days, ..Told::default() },
                Told { columns, header: Some(true), ..Told::default() },
            ] {
                let read = read(&text, &told, ABOUT).unwrap();
                prop_assert_eq!(read.entries.len() + read.rejected.len(), read.body.len());
                prop_assert!(read.entries.iter().all(|entry| entry.value.is_finite()));
            }
        }

        #[test]
        fn any_bytes_are_read(bytes in proptest::collection::vec(any::<u8>(), 0..300)) {
            read(&crate::import::decode(&bytes), &Told::default(), ABOUT).unwrap();
        }
    }
}
