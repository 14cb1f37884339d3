//! A metric with very many values: what its chart and a page of its values take.

use std::time::Instant;

use chrono::{Days, NaiveDate};
use kata_core::job::Job;
use kata_core::ops::{self, Desk};
use kata_core::views::lines::Look;
use kata_core::views::{chart, observations, teams};
use kata_domain::MetricPatch;
use kata_domain::ids::MetricId;
use kata_store::clock::{Clock, SystemClock};
use kata_store::{Reader, Store, Who};
use kata_wire::{ChartGet, Duplicates, MetricCreate, ObservationImport, ObservationsGet};
use serde::Serialize;

use crate::boards::{self, Small};
use crate::figures::Times;

const ROUNDS: usize = 50;

pub fn run() {
    println!("numbers: a metric with many values");
    let folder = boards::passing();
    let board = boards::small(&folder.path().join("numbers.kata"));
    for count in [5_000, 100_000] {
        let metric = metric(&board.store, board.who, count);
        report(&format!("chart_get, {count} values"), &board, |look| {
            chart::get(look, request(metric)).unwrap()
        });
        let page = ObservationsGet {
            metric_id: metric,
            offset: 0,
            limit: None,
        };
        report(&format!("observations_get, {count}"), &board, |look| {
            observations::get(look, page.clone()).unwrap()
        });
    }
    report("teams_get beside them", &board, |look| {
        teams::get(look, kata_wire::Nothing {}).unwrap()
    });
}

fn request(metric: MetricId) -> ChartGet {
    ChartGet {
        metric_id: metric,
        focus_process_id: None,
        target_condition_id: None,
        from: None,
        to: None,
        most: None,
    }
}

/// A metric with so many values, three a day, that vary around 100.
fn metric(store: &Store, who: Who, count: u32) -> MetricId {
    let desk = Desk::of(store, who);
    let team = store
        .read(|connection| teams::get(&look(connection), kata_wire::Nothing {}))
        .unwrap()
        .teams[0]
        .team
        .noun
        .id;
    let fields = MetricPatch {
        name: Some(format!("{count} values")),
        ..MetricPatch::default()
    };
    let request = MetricCreate {
        team_id: team,
        fields,
    };
    let metric = ops::metric::create(&desk, request)
        .unwrap()
        .id
        .parse()
        .unwrap();
    // Without a line of names: an import takes 100,000 lines.
    let text: String = (0..count).map(line).collect();
    let start = Instant::now();
    let request = ObservationImport {
        metric_id: Some(metric),
        text,
        duplicates: Duplicates::KeepBoth,
        ..ObservationImport::default()
    };
    let imported = ops::observation::import(&desk, request, &Job::unwatched()).unwrap();
    let seconds = start.elapsed().as_secs_f64();
    println!("  importing {} lines: {seconds:.2} s", imported.added);
    metric
}

fn line(number: u32) -> String {
    let first = NaiveDate::from_ymd_opt(1910, 1, 1).unwrap();
    let day = first
        .checked_add_days(Days::new(u64::from(number / 3)))
        .unwrap();
    format!("{day},{}\n", u64::from(number) * 7_919 % 41 + 80)
}

fn look(reader: Reader<'_>) -> Look<'_> {
    Look {
        reader,
        today: SystemClock.today(),
        utc_offset: 0,
        as_of_seq: 0,
    }
}

fn report<T: Serialize>(name: &str, board: &Small, read: impl Fn(&Look<'_>) -> T) {
    let mut times = Times::default();
    for round in 0..ROUNDS + 2 {
        if round == 2 {
            times = Times::default();
        }
        times.measure(|| {
            let answer = board.store.read(|connection| Ok(read(&look(connection))));
            serde_json::to_string(&answer.unwrap()).unwrap()
        });
    }
    times.print(name);
}
