//! Numbers that were measured already: of the same day, and of the same moment where both say one.

use std::collections::HashMap;

use chrono::NaiveDate;
use kata_domain::ids::ObservationId;
use kata_store::tables::observation::Point;
use kata_wire::{Already, Duplicates};

use super::lines::Entry;

/// What is written.
#[derive(Debug, Default, PartialEq)]
pub struct Plan {
    /// New numbers, by time.
    pub add: Vec<Entry>,
    /// Numbers of the board with what corrects them, by time.
    pub correct: Vec<(ObservationId, Entry)>,
    /// How many are left out because their day has one.
    pub skipped: usize,
    /// All that met another one.
    pub already: Vec<Already>,
    /// The first row of the board that one of them met.
    pub met: Option<ObservationId>,
}

/// Where a number stands that another one meets.
#[derive(Clone, Copy)]
enum Place {
    Row(ObservationId),
    New(usize),
}

struct Met {
    at: Option<i64>,
    value: f64,
    place: Place,
}

/// Compares numbers with those of the board, and with those before them in the same text.
pub fn plan(entries: Vec<Entry>, known: &[Point], duplicates: Duplicates) -> Plan {
    let mut days: HashMap<NaiveDate, Vec<Met>> = HashMap::new();
    for one in known {
        let met = Met {
            at: one.at,
            value: one.value,
            place: Place::Row(one.id),
        };
        days.entry(one.on).or_default().push(met);
    }
    let mut plan = Plan::default();
    let mut corrections: HashMap<ObservationId, Entry> = HashMap::new();
    for entry in entries {
        let day = days.entry(entry.on).or_default();
        let found = day.iter_mut().rfind(|met| same_time(met.at, entry.at));
        let Some(met) = found else {
            let place = Place::New(plan.add.len());
            let (at, value) = (entry.at, entry.value);
            day.push(Met { at, value, place });
            plan.add.push(entry);
            continue;
        };
        plan.already.push(Already {
            line: entry.line,
            on: entry.on,
            value: entry.value,
            old: met.value,
            in_text: matches!(met.place, Place::New(_)),
        });
        if let Place::Row(id) = met.place {
            plan.met = plan.met.or(Some(id));
        }
        match (duplicates, met.place) {
            (Duplicates::KeepBoth, _) => plan.add.push(entry),
            (Duplicates::Replace, place) if met.value != entry.value => {
                met.value = entry.value;
                match place {
                    Place::Row(id) => drop(corrections.insert(id, entry)),
                    Place::New(index) => plan.add[index] = entry,
                }
            }
            _ => plan.skipped += 1,
        }
    }
    plan.correct = corrections.into_iter().collect();
    plan.add
        .sort_by_key(|entry| (entry.on, entry.at, entry.line));
    plan.correct
        .sort_by_key(|(_, entry)| (entry.on, entry.at, entry.line));
    plan
}

/// Two moments of a day are two measurements; a day without a moment is the whole day.
fn same_time(one: Option<i64>, other: Option<i64>) -> bool {
    one.is_none() || other.is_none() || one == other
}

#[cfg(test)]
mod tests {
    use uuid::Uuid;

    use super::*;

    fn on(day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(2026, 3, day).unwrap()
    }

    fn entry(line: usize, day: u32, at: Option<i64>, value: f64) -> Entry {
        Entry {
            line,
            on: on(day),
            at,
            value,
            value_text: value.to_string(),
            measured_by: String::new(),
            how: String::new(),
            note: String::new(),
        }
    }

    fn known() -> Vec<Point> {
        let (id, at) = (ObservationId(Uuid::from_u128(1)), None);
        vec![Point {
            id,
            on: on(2),
            at,
            value: 40.0,
        }]
    }

    fn text() -> Vec<Entry> {
        vec![
            entry(1, 4, None, 44.0),
            entry(2, 2, None, 42.0),
            entry(3, 3, None, 43.0),
            entry(4, 3, None, 43.5),
            entry(5, 2, None, 40.0),
        ]
    }

    fn values(plan: &Plan) -> (Vec<f64>, Vec<f64>, usize) {
        let add = plan.add.iter().map(|entry| entry.value).collect();
        let correct = plan.correct.iter().map(|(_, entry)| entry.value).collect();
        (add, correct, plan.skipped)
    }

    #[test]
    fn what_meets_another_number_is_told_with_it() {
        let plan = plan(text(), &known(), Duplicates::Skip);
        let told: Vec<_> = (plan.already.iter())
            .map(|one| (one.line, one.value, one.old, one.in_text))
            .collect();
        assert_eq!(
            told,
            [
                (2, 42.0, 40.0, false),
                (4, 43.5, 43.0, true),
                (5, 40.0, 40.0, false)
            ]
        );
        assert_eq!(values(&plan), (vec![43.0, 44.0], vec![], 3));
    }

    #[test]
    fn replacing_takes_the_later_one_and_leaves_alone_what_is_the_same() {
        let once = plan(text(), &known(), Duplicates::Replace);
        assert_eq!(values(&once), (vec![43.5, 44.0], vec![40.0], 0));
        let same = plan(vec![entry(1, 2, None, 40.0)], &known(), Duplicates::Replace);
        assert_eq!(values(&same), (vec![], vec![], 1));
    }

    #[test]
    fn keeping_both_adds_every_one() {
        let plan = plan(text(), &known(), Duplicates::KeepBoth);
        assert_eq!(
            values(&plan),
            (vec![42.0, 40.0, 43.0, 43.5, 44.0], vec![], 0)
        );
    }

    #[test]
    fn moments_of_one_day_are_different_measurements() {
        let moments = vec![
            entry(1, 5, Some(2), 7.0),
            entry(2, 5, Some(1), 6.0),
            entry(3, 5, Some(2), 8.0),
        ];
        let plan = plan(moments, &known(), Duplicates::Skip);
        assert_eq!(values(&plan), (vec![6.0, 7.0], vec![], 1));
    }
}
