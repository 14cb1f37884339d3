//! The two screens that are read most, on the large board, beside the same queries stepped bare:
//! what a view asks of SQLite is recorded once, and then run again with every column fetched.

use std::path::Path;
use std::sync::{Arc, Mutex};

use kata_core::api::requests::{Nothing, StoryboardGet};
use kata_core::clock::{Clock, SystemClock};
use kata_core::views::lines::Look;
use kata_core::views::{storyboard, teams};
use kata_domain::ids::TeamId;
use rusqlite::trace::{TraceEvent, TraceEventCodes};
use rusqlite::{Connection, Statement};

use crate::boards;
use crate::figures::{Times, print_goal};

/// Storyboards that take turns.
const TEAMS: usize = 40;
/// Rounds over them that are measured, after two that warm up.
const ROUNDS: usize = 50;

pub fn run() {
    let path = boards::large();
    println!(
        "views: on a board of {} MB",
        path.metadata().unwrap().len() / 1_000_000
    );
    let reader = boards::bare(&path);
    let names = {
        let look = look(&reader);
        let mut rows = teams::get(&look, Nothing {}).unwrap().teams;
        rows.truncate(TEAMS);
        rows.into_iter()
            .map(|row| row.team.noun.id)
            .collect::<Vec<_>>()
    };
    let boards: Vec<View> = names.into_iter().map(storyboard_of).collect();
    report("storyboard_get", &path, &reader, &boards, ROUNDS, Some(5.0));
    let all: View =
        Box::new(|look| serde_json::to_string(&teams::get(look, Nothing {}).unwrap()).unwrap());
    report("teams_get", &path, &reader, &[all], 10 * ROUNDS, None);
}

/// A view as it travels: its JSON text.
type View = Box<dyn Fn(&Look<'_>) -> String>;

fn storyboard_of(team: TeamId) -> View {
    Box::new(move |look| {
        let request = StoryboardGet {
            team_id: Some(team),
            focus_process_id: None,
        };
        serde_json::to_string(&storyboard::get(look, request).unwrap()).unwrap()
    })
}

fn look(connection: &Connection) -> Look<'_> {
    Look {
        connection,
        today: SystemClock.today(),
        as_of_seq: 0,
    }
}

fn report(
    name: &str,
    path: &Path,
    reader: &Connection,
    views: &[View],
    rounds: usize,
    p99: Option<f64>,
) {
    let queries: Vec<Vec<String>> = views.iter().map(|view| recorded(path, view)).collect();
    let other = boards::bare(path);
    let mut statements: Vec<Vec<Statement<'_>>> = queries
        .iter()
        .map(|queries| {
            queries
                .iter()
                .map(|sql| other.prepare(sql).unwrap())
                .collect()
        })
        .collect();
    let (mut ours, mut bare) = (Times::default(), Times::default());
    let mut cells = 0;
    for round in 0..rounds + 2 {
        if round == 2 {
            (ours, bare) = (Times::default(), Times::default());
        }
        for (view, statements) in views.iter().zip(&mut statements) {
            ours.measure(|| in_transaction(reader, || view(&look(reader))));
            cells = bare.measure(|| in_transaction(&other, || step(statements)));
        }
    }
    println!("  {name}: {} queries, {cells} cells", queries[0].len());
    ours.print(&format!("{name} with its JSON"));
    bare.print("the same queries, bare");
    let ratio = ours.percentile(50) / bare.percentile(50);
    print_goal("view / bare, medians", ratio, "≤ 1.5", ratio <= 1.5);
    if let Some(goal) = p99 {
        let value = ours.percentile(99);
        print_goal("p99 in ms", value, &format!("< {goal}"), value < goal);
    }
}

fn in_transaction<R>(connection: &Connection, run: impl FnOnce() -> R) -> R {
    let transaction = connection.unchecked_transaction().unwrap();
    let answer = run();
    transaction.finish().unwrap();
    answer
}

/// The queries of a view, with the values it asked for.
fn recorded(path: &Path, view: &View) -> Vec<String> {
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
    view(&look(&connection));
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
