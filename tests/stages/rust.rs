//! The Rust packages: built once by a nested cargo, then each test in a process of its own.
//!
//! The outer cargo has let go of the build folder when this program runs, so the nested one can
//! use the same folder, and nothing is compiled twice.

use std::collections::BTreeSet;
use std::path::PathBuf;
use std::process::{Command, Stdio};

use kata_launcher::{Outcome, Problem, Project, command, say};
use libtest_mimic::Trial;
use serde_json::Value;

use super::Stage;

/// The programs that the journeys start.
#[derive(Debug, Clone)]
pub struct Programs {
    pub window: PathBuf,
    pub kata: PathBuf,
}

/// What the nested cargo made.
#[derive(Default)]
pub struct Built {
    tests: Vec<Binary>,
    pub programs: Option<Programs>,
}

/// A program with tests in it.
struct Binary {
    stage: &'static str,
    /// The name of an integration test; empty for a library or a program.
    target: String,
    path: PathBuf,
    folder: PathBuf,
}

struct Package {
    stage: Stage,
    name: &'static str,
    folder: &'static str,
}

const PACKAGES: [Package; 10] = [
    package(Stage::Domain, "kata-domain", "src-tauri/domain"),
    package(Stage::Wire, "kata-wire", "src-tauri/wire"),
    package(Stage::Store, "kata-store", "src-tauri/store"),
    package(Stage::Presence, "kata-presence", "src-tauri/presence"),
    package(Stage::Core, "kata-core", "src-tauri/core"),
    package(Stage::Sample, "kata-sample", "src-tauri/sample"),
    package(Stage::Paper, "kata-paper", "src-tauri/paper"),
    package(Stage::Api, "kata-api", "src-tauri/api"),
    package(Stage::Cli, "kata-cli", "src-tauri/cli"),
    package(Stage::Shell, "kata-board", "src-tauri"),
];

const LAUNCHER: Package = package(Stage::Launcher, "kata-launcher", "");

const fn package(stage: Stage, name: &'static str, folder: &'static str) -> Package {
    Package {
        stage,
        name,
        folder,
    }
}

/// Builds what the stages need.
pub fn build(project: &Project, stages: &BTreeSet<Stage>) -> Outcome<Built> {
    let mut made = Vec::new();
    let window = super::WINDOW.iter().any(|stage| stages.contains(stage));
    let mut words = vec!["build", "--bins"];
    if PACKAGES
        .iter()
        .any(|package| stages.contains(&package.stage))
    {
        words.push("--tests");
    }
    for package in &PACKAGES {
        let program = window && matches!(package.stage, Stage::Cli | Stage::Shell);
        if program || stages.contains(&package.stage) {
            words.extend(["--package", package.name]);
        }
    }
    if words.contains(&"--package") {
        say("Building the programs and their tests; the first time takes some minutes");
        made.extend(cargo(project, &words)?);
    }
    if stages.contains(&Stage::Launcher) {
        made.extend(cargo(
            project,
            &["test", "--no-run", "--package", LAUNCHER.name, "--lib"],
        )?);
    }
    Ok(sort(project, stages, &made))
}

/// One test a trial.
pub fn trials(built: &Built) -> Outcome<Vec<Trial>> {
    let mut trials = Vec::new();
    for binary in &built.tests {
        let ignored = binary.list(&["--ignored"])?;
        for name in binary.list(&[])? {
            let is_ignored = ignored.contains(&name);
            trials.push(binary.trial(name).with_ignored_flag(is_ignored));
        }
    }
    Ok(trials)
}

impl Binary {
    fn command(&self) -> Command {
        let mut command = Command::new(&self.path);
        command::forget_cargo(&mut command);
        // As cargo itself runs tests: in the package's folder, which snapshots also look up.
        command
            .current_dir(&self.folder)
            .env("CARGO_MANIFEST_DIR", &self.folder);
        command
    }

    fn list(&self, words: &[&str]) -> Outcome<Vec<String>> {
        let mut command = self.command();
        command.args(["--list", "--format", "terse"]).args(words);
        let output = command.output().map_err(|error| {
            Problem::new(format!(
                "{} could not start: {error}",
                command::words(&command)
            ))
        })?;
        let text = String::from_utf8_lossy(&output.stdout);
        Ok(text
            .lines()
            .filter_map(|line| line.strip_suffix(": test"))
            .map(str::to_owned)
            .collect())
    }

    fn trial(&self, name: String) -> Trial {
        let mut command = self.command();
        command.args(["--exact", &name, "--include-ignored", "--color", "never"]);
        let place: Vec<&str> = [self.stage, &self.target, &name]
            .into_iter()
            .filter(|part| !part.is_empty())
            .collect();
        Trial::test(place.join("::"), move || super::run(&mut command))
    }
}

/// Runs a nested cargo and gives its messages about what it made.
fn cargo(project: &Project, words: &[&str]) -> Outcome<Vec<Value>> {
    let output = command::cargo()
        .args(words)
        .arg("--message-format=json-render-diagnostics")
        .current_dir(project.root())
        .stderr(Stdio::inherit())
        .output()
        .map_err(|error| Problem::new(format!("cargo could not start: {error}")))?;
    if !output.status.success() {
        return Err(Problem::new(
            "The Rust packages could not be built; the reason is above.",
        ));
    }
    let text = String::from_utf8_lossy(&output.stdout);
    let messages = text
        .lines()
        .filter_map(|line| serde_json::from_str(line).ok());
    Ok(messages
        .filter(|message: &Value| message["executable"].is_string())
        .collect())
}

fn sort(project: &Project, stages: &BTreeSet<Stage>, made: &[Value]) -> Built {
    let mut built = Built::default();
    for package in PACKAGES.iter().chain([&LAUNCHER]) {
        let folder = project.root().join(package.folder);
        let manifest = folder.join("Cargo.toml");
        let ours = |message: &&Value| {
            message["manifest_path"].as_str().map(PathBuf::from) == Some(manifest.clone())
        };
        for message in made.iter().filter(ours) {
            if message["profile"]["test"] == true && stages.contains(&package.stage) {
                built.tests.push(binary(package, folder.clone(), message));
            }
        }
    }
    built.programs = program(made, "kata-board")
        .zip(program(made, "kata"))
        .map(|(window, kata)| Programs { window, kata });
    built
}

fn binary(package: &Package, folder: PathBuf, message: &Value) -> Binary {
    let target = &message["target"];
    let integration = target["kind"][0] == "test";
    let name = target["name"].as_str().filter(|_| integration);
    Binary {
        stage: package.stage.word(),
        target: name.unwrap_or_default().to_owned(),
        path: executable(message),
        folder,
    }
}

fn program(made: &[Value], name: &str) -> Option<PathBuf> {
    let found = made.iter().find(|message| {
        message["target"]["name"] == name
            && message["target"]["kind"][0] == "bin"
            && message["profile"]["test"] == false
    });
    found.map(executable)
}

fn executable(message: &Value) -> PathBuf {
    PathBuf::from(message["executable"].as_str().unwrap_or_default())
}
