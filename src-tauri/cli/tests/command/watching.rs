//! `kata watch` beside a second process. Lines are waited for, never slept for; a watch that says
//! nothing fails at a deadline.

use std::io::{BufRead, BufReader};
use std::process::{Child, ChildStdout, Stdio};
use std::sync::mpsc::{self, Receiver};
use std::thread;
use std::time::Duration;

use serde_json::{Value, json};

use crate::desk::{BOARD, Desk};

const DEADLINE: Duration = Duration::from_secs(30);

/// A running watch. It is ended with the test.
struct Watch(Child);

impl Drop for Watch {
    fn drop(&mut self) {
        let _ = self.0.kill();
        let _ = self.0.wait();
    }
}

impl Watch {
    fn start(desk: &Desk, after: &str) -> (Watch, ChildStdout) {
        let mut watch = desk.kata(&["watch", BOARD, "--after", after]);
        let mut child = watch
            .stdout(Stdio::piped())
            .stderr(Stdio::piped())
            .spawn()
            .unwrap();
        let out = child.stdout.take().unwrap();
        (Watch(child), out)
    }

    /// Waits for its end; gives the status and what it said on standard error.
    fn end(&mut self) -> (Option<i32>, String) {
        let errors = self.0.stderr.take().unwrap();
        let (tell, told) = mpsc::channel();
        thread::spawn(move || tell.send(std::io::read_to_string(errors).unwrap()));
        let said = told.recv_timeout(DEADLINE).expect("the watch goes on");
        (self.0.wait().unwrap().code(), said)
    }
}

fn lines(out: ChildStdout) -> Receiver<Value> {
    let (tell, told) = mpsc::channel();
    thread::spawn(move || {
        for line in BufReader::new(out).lines().map_while(Result::ok) {
            if tell.send(serde_json::from_str(&line).unwrap()).is_err() {
                return;
            }
        }
    });
    told
}

#[test]
fn a_change_by_another_process_is_one_line() {
    let desk = Desk::with_board();
    desk.team("Before");
    let (_watch, out) = Watch::start(&desk, "0");
    let told = lines(out);
    // The first line tells what was there; from here on the watch is at work.
    let first = told.recv_timeout(DEADLINE).unwrap();
    assert_eq!((&first["from"], &first["to"]), (&json!(0), &json!(2)));
    let team = desk.team("Payments");
    let second = told.recv_timeout(DEADLINE).unwrap();
    assert_eq!((&second["from"], &second["to"]), (&json!(2), &json!(3)));
    let operation = &second["operations"][0];
    assert_eq!(operation["kind"], "team_create");
    assert_eq!(operation["byName"], "Ana");
    assert_eq!(operation["touched"][0]["id"], team);
}

#[test]
fn it_goes_on_where_the_last_one_ended() {
    let desk = Desk::with_board();
    desk.team("Before");
    desk.team("Meanwhile");
    let (_watch, out) = Watch::start(&desk, "2");
    let first = lines(out).recv_timeout(DEADLINE).unwrap();
    assert_eq!((&first["from"], &first["to"]), (&json!(2), &json!(3)));
}

#[test]
fn it_ends_when_its_reader_goes_and_nothing_changes() {
    let desk = Desk::with_board();
    let (mut watch, out) = Watch::start(&desk, "0");
    drop(out);
    assert_eq!(watch.end(), (Some(0), String::new()));
}

#[cfg(unix)]
#[test]
fn ctrl_c_and_an_asked_end_are_clean() {
    for signal in ["INT", "TERM"] {
        let desk = Desk::with_board();
        desk.team("Before");
        let (mut watch, out) = Watch::start(&desk, "0");
        let told = lines(out);
        told.recv_timeout(DEADLINE).unwrap();
        let id = watch.0.id().to_string();
        let sent = std::process::Command::new("kill")
            .args(["-s", signal, &id])
            .status()
            .unwrap();
        assert!(sent.success());
        assert_eq!(watch.end(), (Some(0), String::new()), "{signal}");
    }
}
