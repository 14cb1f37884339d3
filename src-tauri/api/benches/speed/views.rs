//! The screens that are read most, on the large board, beside the same queries stepped bare:
//! what a view asks of SQLite is recorded once, and then run again with every column fetched.

use std::path::Path;
use std::sync::{Arc, Mutex};

use kata_core::views::lines::Look;
use kata_core::views::{progress, storyboard, teams};
use kata_domain::ids::{FocusProcessId, TeamId};
use kata_store::clock::{Clock, SystemClock};
use kata_store::testing::trace::{TraceEvent, TraceEventCodes};
use kata_store::testing::{Connection, Statement, look_through};
use kata_store::{Reader, Store};
use kata_wire::{CoreError, Nothing, Progress, ProgressGet, Storyboard, StoryboardGet, Teams};
use serde::Serialize;

use crate::boards;
use crate::figures::{Times, print_goal};

/// Storyboards that take turns.
const TEAMS: usize = 40;
/// Rounds over them that are measured, after two that warm up.
const ROUNDS: usize = 50;

pub fn run() {
    let store = boards::large();
    let bytes = store.path().metadata().unwrap().len();
    println!("views: on a board of {} MB", bytes / 1_000_000);
    let rows = store
        .read(|reader| teams::get(&look(reader), Nothing {}))
        .unwrap()
        .teams;
    let processes = rows.iter().filter_map(|row| row.focus_process_id);
    let progress: Vec<Screen> = processes.take(TEAMS).map(Screen::Progress).collect();
    let teams = rows.iter().take(TEAMS).map(|row| row.team.noun.id);
    let storyboards: Vec<Screen> = teams.map(Screen::Storyboard).collect();
    report("storyboard_get", &store, &storyboards, ROUNDS, Some(5.0));
    report("progress_get", &store, &progress, ROUNDS / 10, None);
    report("teams_get", &store, &[Screen::Teams], 10 * ROUNDS, None);
}

/// A screen that is read.
enum Screen {
    Storyboard(TeamId),
    Progress(FocusProcessId),
    Teams,
}

/// What it answers.
#[derive(Serialize)]
#[serde(untagged)]
enum Answer {
    Storyboard(Box<Storyboard>),
    Progress(Box<Progress>),
    Teams(Teams),
}

impl Screen {
    fn read(&self, reader: Reader<'_>) -> Result<Answer, CoreError> {
        let look = look(reader);
        match self {
            Screen::Storyboard(team) => {
                let request = StoryboardGet {
                    team_id: Some(*team),
                    ..StoryboardGet::default()
                };
                let board = storyboard::get(&look, request)?;
                Ok(Answer::Storyboard(Box::new(board)))
            }
            Screen::Progress(process) => {
                let request = ProgressGet {
                    focus_process_id: *process,
                    metric_id: None,
                };
                let answer = progress::get(&look, request)?;
                Ok(Answer::Progress(Box::new(answer)))
            }
            Screen::Teams => teams::get(&look, Nothing {}).map(Answer::Teams),
        }
    }
}

fn look(reader: Reader<'_>) -> Look<'_> {
    Look {
        reader,
        today: SystemClock.today(),
        utc_offset: 0,
        as_of_seq: 0,
    }
}

fn report(name: &str, store: &Store, screens: &[Screen], rounds: usize, p99: Option<f64>) {
    let path = store.path();
    let queries: Vec<Vec<String>> = screens.iter().map(|s| recorded(path, s)).collect();
    let other = boards::bare(path);
    let prepared = |queries: &Vec<String>| {
        let prepared = queries.iter().map(|sql| other.prepare(sql).unwrap());
        prepared.collect::<Vec<Statement<'_>>>()
    };
    let mut statements: Vec<Vec<Statement<'_>>> = queries.iter().map(prepared).collect();
    let (mut view, mut wire, mut bare) = <(Times, Times, Times)>::default();
    let mut cells = 0;
    for round in 0..rounds + 2 {
        if round == 2 {
            (view, wire, bare) = Default::default();
        }
        for (screen, statements) in screens.iter().zip(&mut statements) {
            view.measure(|| store.read(|reader| screen.read(reader)).unwrap());
            wire.measure(|| {
                let answer = store.read(|reader| screen.read(reader)).unwrap();
                serde_json::to_string(&answer).unwrap()
            });
            cells = bare.measure(|| in_transaction(&other, || step(statements)));
        }
    }
    println!("  {name}: {} queries, {cells} cells", queries[0].len());
    view.print(name);
    wire.print(&format!("{name} and its JSON"));
    bare.print("the same queries, bare");
    let ratio = view.percentile(50) / bare.percentile(50);
    print_goal("view / bare, medians", ratio, "≤ 1.5", ratio <= 1.5);
    if let Some(goal) = p99 {
        let value = wire.percentile(99);
        print_goal(
            "p99 with its JSON, ms",
            value,
            &format!("< {goal}"),
            value < goal,
        );
    }
}

fn in_transaction<R>(connection: &Connection, run: impl FnOnce() -> R) -> R {
    let transaction = connection.unchecked_transaction().unwrap();
    let answer = run();
    transaction.finish().unwrap();
    answer
}

/// The queries of a view, with the values it asked for.
fn recorded(path: &Path, screen: &Screen) -> Vec<String> {
    let queries = Arc::new(Mutex::new(Vec::new()));
    let kept = Arc::clone(&queries);
    let mut connection = boards::bare(path);
    let record = move |event: TraceEvent<'_>| {
        if let TraceEvent::Stmt(statement, _) = event {
            kept.lock().unwrap().extend(statement.expanded_sql());
        }
    };
    connection
        .trace_v2(TraceEventCodes::SQLITE_TRACE_STMT, Some(record))
        .unwrap();
    screen.read(look_through(&connection)).unwrap();
    drop(connection);
    std::mem::take(&mut *queries.lock().unwrap())
}

/// Steps through all rows and takes every cell.
fn step(statements: &mut [Statement<'_>]) -> usize {
    let mut cells = 0;
    for statement in statements {
        let width = statement.column_count();
        let mut rows = statement.query([]).unwrap();
        while let Some(row) = rows.next().unwrap() {
            for column in 0..width {
                std::hint::black_box(row.get_ref(column).unwrap());
                cells += 1;
            }
        }
    }
    cells
}
