//! The `kata` command, on a person's computer.

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

    /// Runs `kata` and reads what it printed as JSON.
    pub async fn kata_json(&self, words: &[&str]) -> Outcome<Value> {
        Ok(serde_json::from_str(&self.kata(words).await?)?)
    }
}
