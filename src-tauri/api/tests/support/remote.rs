//! A person in a process of its own: the test program started again, which reads commands from its
//! input and writes each answer to its output as soon as the command has returned.

use std::io::{BufRead, BufReader, Write};
use std::path::Path;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};

use kata_api::{Home, Machine, Session, SessionKind};
use kata_store::clock::SystemClock;
use serde_json::{Value, json};

use super::PATIENCE;

const PART: &str = "KATA_TEST_PART";
/// Stands before every answer; the test harness writes lines of its own, and on a machine with one
/// core it begins the line of the first answer.
const MARK: &str = "answer ";

/// A person in a process of its own. It is killed when it is let go.
pub struct Remote {
    child: Child,
    orders: Option<ChildStdin>,
    answers: Receiver<Value>,
}

impl Remote {
    /// Starts a process in which a person sits.
    pub fn start(home: &Path, name: &str, window: bool) -> Remote {
        Remote::start_with(home, name, window, |_| {})
    }

    /// As [`Remote::start`], with a say in how the process is started.
    pub fn start_with(home: &Path, name: &str, window: bool, set: impl Fn(&mut Command)) -> Remote {
        let helper = concat!(module_path!(), "::helper_acts_for_a_person");
        let helper = helper.split_once("::").unwrap().1;
        let part = json!({ "home": home, "name": name, "window": window });
        let mut command = Command::new(std::env::current_exe().unwrap());
        command
            .args(["--exact", helper, "--nocapture"])
            .env(PART, part.to_string())
            .stdin(Stdio::piped())
            .stdout(Stdio::piped());
        set(&mut command);
        let mut child = command.spawn().unwrap();
        let orders = child.stdin.take();
        let lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let (put, answers) = channel();
        std::thread::spawn(move || {
            for line in lines.map_while(Result::ok) {
                // A killed process may leave half a line, which says nothing.
                let answer = line
                    .split_once(MARK)
                    .map(|(_, answer)| serde_json::from_str(answer));
                if let Some(Ok(answer)) = answer {
                    let _ = put.send(answer);
                }
            }
        });
        let mut remote = Remote {
            child,
            orders,
            answers,
        };
        assert_eq!(remote.answer(), Ok(json!("ready")));
        remote
    }

    /// Orders a command without waiting for its answer.
    pub fn order(&mut self, command: &str, params: Value) {
        let line = format!("{}\n", json!([command, params]));
        let orders = self.orders.as_mut().unwrap();
        orders.write_all(line.as_bytes()).unwrap();
    }

    /// The next answer: what the command gave, or the code of its error.
    pub fn answer(&mut self) -> Result<Value, String> {
        let answer = self.answers.recv_timeout(PATIENCE);
        read(answer.expect("the other process gave no answer"))
    }

    /// Runs a command and waits for its answer.
    pub fn tries(&mut self, command: &str, params: Value) -> Result<Value, String> {
        self.order(command, params);
        self.answer()
    }

    /// Runs a command that must succeed.
    pub fn does(&mut self, command: &str, params: Value) -> Value {
        let answer = self.tries(command, params.clone());
        answer.unwrap_or_else(|code| panic!("{command} {params}: {code}"))
    }

    /// Kills the process where it stands, and gives every answer that it had still given.
    pub fn killed(mut self) -> Vec<Result<Value, String>> {
        self.child.kill().unwrap();
        self.child.wait().unwrap();
        // Ends when the reading thread has come to the end of the pipe.
        std::iter::from_fn(|| self.answers.recv().ok())
            .map(read)
            .collect()
    }
}

impl Drop for Remote {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn read(mut answer: Value) -> Result<Value, String> {
    match answer["error"].as_str() {
        Some(code) => Err(code.to_owned()),
        None => Ok(answer["ok"].take()),
    }
}

/// The other process. Does nothing when it is run as a test.
#[test]
fn helper_acts_for_a_person() {
    let Ok(part) = std::env::var(PART) else {
        return;
    };
    let part: Value = serde_json::from_str(&part).unwrap();
    let home = Home::at(Path::new(part["home"].as_str().unwrap()));
    let machine = Machine::new(home, Arc::new(SystemClock)).unwrap();
    let kind = match part["window"].as_bool().unwrap() {
        true => SessionKind::Window,
        false => SessionKind::Cli,
    };
    let name = part["name"].as_str().map(str::to_owned);
    let session = Session::new(machine, kind, name);
    say(json!({ "ok": "ready" }));
    for line in std::io::stdin().lines() {
        let (command, params): (String, Value) = serde_json::from_str(&line.unwrap()).unwrap();
        say(match session.call(&command, params) {
            Ok(answer) => json!({ "ok": answer }),
            Err(error) => json!({ "error": error.code, "params": error.params }),
        });
    }
}

/// One write a line, past the harness: what was said counts even if the process dies then.
fn say(answer: Value) {
    let mut out = std::io::stdout().lock();
    out.write_all(format!("{MARK}{answer}\n").as_bytes())
        .and_then(|()| out.flush())
        .unwrap();
}
