//! How long a change takes from one app to another: two real processes, each a window's session on
//! the same file. The writer tells when its save came back; the reader notes when it heard of it.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::sync::{Arc, mpsc};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use kata_api::{Home, Machine, Session, SessionKind};
use kata_store::clock::SystemClock;
use kata_wire::Push;
use rand::Rng;
use serde_json::json;

use crate::boards;
use crate::figures::{Times, print_goal};

/// The word that makes this program the writing process.
pub const WRITER: &str = "--writer";
/// Changes that are measured.
const CHANGES: usize = 100;

pub fn run() {
    println!("change: {CHANGES} saves of one process, heard by another");
    let folder = boards::passing();
    let path = folder.path().join("shared.kata");
    boards::small(&path);
    let reader = session(&folder.path().join("reader"), &path);
    let (tell, heard) = mpsc::channel();
    reader.subscribe(Box::new(move |push| {
        if let Push::Changes { batch } = push {
            let _ = tell.send((batch.to, now()));
        }
    }));
    let mut writer = Command::new(std::env::current_exe().unwrap())
        .args([WRITER.as_ref(), path.as_os_str()])
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let mut orders = writer.stdin.take().unwrap();
    let mut answers = BufReader::new(writer.stdout.take().unwrap()).lines();
    let mut times = Times::default();
    for _ in 0..CHANGES {
        thread::sleep(Duration::from_millis(rand::rng().random_range(50..400)));
        writeln!(orders).unwrap();
        let answer = answers.next().unwrap().unwrap();
        let (seq, saved) = answer.split_once(' ').unwrap();
        let (seq, saved): (i64, u64) = (seq.parse().unwrap(), saved.parse().unwrap());
        let at = heard.iter().find(|(to, _)| *to >= seq).unwrap().1;
        times.push(at.saturating_sub(Duration::from_nanos(saved)));
    }
    drop(orders);
    writer.wait().unwrap();
    times.print("until another process heard");
    let p95 = times.percentile(95);
    print_goal("p95 in ms", p95, "< 500", p95 < 500.0);
}

/// The writing process: a save for each line it is sent.
pub fn write_when_told(path: &Path) {
    let session = session(&path.with_extension("writer"), path);
    let team = session.call("board_get", json!({})).unwrap()["teams"][0]["id"].clone();
    for (number, _) in std::io::stdin().lines().enumerate() {
        let fields = json!({ "name": format!("Team {number}") });
        let written = session
            .call("team_edit", json!({ "id": team, "fields": fields }))
            .unwrap();
        println!("{} {}", written["seq"], now().as_nanos());
    }
}

fn session(home: &Path, path: &Path) -> Session {
    let machine = Machine::new(Home::at(home), Arc::new(SystemClock)).unwrap();
    let session = Session::new(machine, SessionKind::Window, None);
    session.call("board_open", json!({ "path": path })).unwrap();
    session
}

fn now() -> Duration {
    SystemTime::now().duration_since(UNIX_EPOCH).unwrap()
}
