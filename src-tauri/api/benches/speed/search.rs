//! Searching the large board: how long the index takes to fill, what one search costs while it
//! does, and the questions that are typed most and those that are the most work.

use std::sync::Arc;
use std::time::Instant;

use kata_api::{Home, Machine, Session, SessionKind};
use kata_store::clock::SystemClock;
use serde_json::{Value, json};

use crate::boards;
use crate::figures::{Times, print_goal};

/// Rounds over the questions.
const ROUNDS: usize = 30;

pub fn run() {
    let store = boards::large();
    let home = boards::passing();
    let machine = Machine::new(Home::at(home.path()), Arc::new(SystemClock)).unwrap();
    let session = Session::new(machine, SessionKind::Cli, None);
    let call = |name: &str, request: Value| session.call(name, request).unwrap();
    call("board_open", json!({ "path": store.path() }));
    println!("search: the words of the large board");
    fill(&call);
    let folder = home.path().join("data").join("search");
    let bytes: u64 = std::fs::read_dir(folder)
        .into_iter()
        .flatten()
        .map(|file| file.unwrap().metadata().unwrap().len())
        .sum();
    println!("  the index has {} MB", bytes / 1_000_000);
    let team = call("board_get", Value::Null)["teams"][0]["id"].clone();
    for (name, query) in [
        ("one letter", "s"),
        ("a beginning", "re"),
        ("a word of most rows", "release"),
        ("two words", "release monday"),
        ("three words and a beginning", "release monday queue we"),
        ("a word that is nowhere", "zeppelin"),
    ] {
        let mut times = Times::default();
        for _ in 0..ROUNDS {
            let request = json!({ "query": query, "limit": 12, "teamId": team });
            times.measure(|| call("search", request));
        }
        times.print(name);
    }
    let mut similar = Times::default();
    let text = "Send the release on monday and count what waits in the queue";
    for _ in 0..ROUNDS {
        similar.measure(|| call("similar_steps", json!({ "text": text })));
    }
    similar.print("similar_steps, 7 words");
}

/// Asks until all of the board is taken over, as a window and a terminal do.
fn fill(call: &impl Fn(&str, Value) -> Value) {
    let start = Instant::now();
    let mut each = Times::default();
    while each.measure(|| call("search", json!({ "query": "zeppelin" })))["indexing"] == true {}
    each.print("one search while it fills");
    let seconds = start.elapsed().as_secs_f64();
    print_goal("all of it, s", seconds, "< 60", seconds < 60.0);
}
