//! A virtual screen. Every person has one: windows on one screen take the focus from each other.

use std::io::{BufRead, BufReader};
use std::process::{Command, Stdio};

use super::Outcome;
use super::process::Running;

/// A running screen; dropping it ends it.
pub struct Screen {
    name: String,
    _server: Running,
}

impl Screen {
    /// The server picks a free number itself and writes it where `-displayfd` says.
    pub fn start() -> Outcome<Self> {
        let mut server = Running::start(
            Command::new("Xvfb")
                .args(["-displayfd", "1", "-screen", "0", "2000x1200x24"])
                .args(["-nolisten", "tcp", "-noreset"])
                .stdout(Stdio::piped())
                .stderr(Stdio::null()),
        )?;
        let output = server
            .child()
            .stdout
            .take()
            .ok_or("the screen has no output")?;
        let mut number = String::new();
        BufReader::new(output).read_line(&mut number)?;
        match number.trim() {
            "" => Err("the virtual screen did not start".into()),
            number => Ok(Self {
                name: format!(":{number}"),
                _server: server,
            }),
        }
    }

    /// As `DISPLAY` names it.
    pub fn name(&self) -> &str {
        &self.name
    }
}
