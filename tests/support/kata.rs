//! The `kata` command, on a person's computer.

use std::path::Path;
use std::process::Command;

use serde_json::Value;

use super::Outcome;
use super::app::App;

impl App {
    /// Runs `kata` as this person and gives what it printed.
    pub async fn kata(&self, words: &[&str]) -> Outcome<String> {
        let mut command = Command::new(&self.desk().programs().kata);
        command.args(words);
        self.at_home(&mut command);
        let output = tokio::task::spawn_blocking(move || command.output()).await??;
        if output.status.success() {
            return Ok(String::from_utf8(output.stdout)?);
        }
        let printed = String::from_utf8_lossy(&output.stderr).into_owned();
        Err(format!("kata {}: {}\n{printed}", words.join(" "), output.status).into())
    }

    /// What a command of the table answers from the file, asked without the window.
    pub async fn ask(&self, board: &Path, name: &str, request: Value) -> Outcome<Value> {
        let (request, board) = (request.to_string(), board.display().to_string());
        let answer = self
            .kata(&["call", name, &request, "--board", &board])
            .await?;
        Ok(serde_json::from_str(&answer)?)
    }

    /// The file is sound: its pages, its rows against the log, and the log's own chain.
    pub async fn checks(&self, board: &Path) -> Outcome {
        self.kata(&["check", &board.display().to_string()])
            .await
            .map(drop)
    }
}
