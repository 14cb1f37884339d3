//! The stages of a test run: which are wanted, what each needs, and the tests each brings.

mod lint;
mod rust;
mod ui;

use std::collections::BTreeSet;
use std::io::{Read, Seek};
use std::process::{Command, Stdio};
use std::thread;
use std::time::{Duration, Instant};

use kata_launcher::{Outcome, Project, system};
use libtest_mimic::{Failed, Trial};

pub use rust::Programs;

/// Long enough for the slowest lint on a machine where nothing was compiled yet.
const DEADLINE: Duration = Duration::from_secs(20 * 60);
const PAUSE: Duration = Duration::from_millis(5);

/// A part of the tests; its word is the first part of the names of its tests.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Stage {
    Lint,
    Domain,
    Wire,
    Store,
    Presence,
    Core,
    Sample,
    Paper,
    Api,
    Cli,
    Shell,
    Launcher,
    Ui,
    Journey,
    Picture,
    Measure,
}

use Stage::{
    Api, Cli, Core, Domain, Journey, Launcher, Lint, Measure, Paper, Picture, Presence, Sample,
    Shell, Store, Ui, Wire,
};

const ALL: [Stage; 14] = [
    Lint, Domain, Wire, Store, Presence, Core, Sample, Paper, Api, Cli, Shell, Launcher, Ui,
    Journey,
];

impl Stage {
    fn word(self) -> &'static str {
        match self {
            Lint => "lint",
            Domain => "domain",
            Wire => "wire",
            Store => "store",
            Presence => "presence",
            Core => "core",
            Sample => "sample",
            Paper => "paper",
            Api => "api",
            Cli => "cli",
            Shell => "shell",
            Launcher => "launcher",
            Ui => "ui",
            Journey => "journey",
            Picture => "picture",
            Measure => "measure",
        }
    }
}

/// The tests of a run, and what went wrong before there were tests.
#[derive(Default)]
pub struct Collected {
    trials: Vec<Trial>,
    /// Each fails with the reason.
    pub problems: Vec<Trial>,
}

impl Collected {
    pub fn everything(self) -> Vec<Trial> {
        self.problems.into_iter().chain(self.trials).collect()
    }

    fn take(&mut self, stage: &str, outcome: Outcome<Vec<Trial>>) -> bool {
        match outcome {
            Ok(trials) => {
                self.trials.extend(trials);
                true
            }
            Err(problem) => {
                let words = problem.to_string();
                self.problems
                    .push(Trial::test(stage, || Err(Failed::from(words))));
                false
            }
        }
    }
}

/// The stages that the filter leaves. Only a filter that names a stage can leave one out, because
/// the names of tests are not known before they are built.
pub fn chosen(filter: Option<&str>) -> BTreeSet<Stage> {
    let asked = [("KATA_PICTURES", Picture), ("KATA_MEASURE", Measure)]
        .into_iter()
        .filter(|(variable, _)| std::env::var_os(variable).is_some());
    let known = ALL.into_iter().chain(asked.map(|(_, stage)| stage));
    let word = filter.and_then(|filter| filter.split("::").next());
    match known.clone().find(|stage| Some(stage.word()) == word) {
        Some(stage) => BTreeSet::from([stage]),
        None => known.collect(),
    }
}

/// The stages that need the window.
pub const WINDOW: [Stage; 3] = [Journey, Picture, Measure];

/// Sets up, builds and lists; what fails becomes a problem and the rest goes on.
pub fn collect(stages: &BTreeSet<Stage>) -> Collected {
    let project = Project::here();
    let mut collected = Collected::default();
    let any = |wanted: &[Stage]| wanted.iter().any(|stage| stages.contains(stage));

    if !collected.take("setup::system", system_packages(&any).map(|()| Vec::new())) {
        return collected;
    }
    let mut interface = true;
    if any(&WINDOW) || any(&[Ui]) {
        interface &= collected.take("setup::packages", ui_packages(&project));
    }
    // The interface's tests need one core for half a minute; the compiler leaves that much.
    let results = (stages.contains(&Ui) && interface).then(|| {
        let project = project.clone();
        thread::spawn(move || ui::run(&project))
    });
    if any(&WINDOW) && interface {
        let built = kata_launcher::ui::build(&project).map(|()| Vec::new());
        interface &= collected.take("setup::interface", built);
    }
    if stages.contains(&Lint) {
        collected.trials.extend(lint::trials(&project));
    }
    let built = rust::build(&project, stages);
    match built.and_then(|built| rust::trials(&built).map(|trials| (built, trials))) {
        Ok((built, trials)) => {
            collected.trials.extend(trials);
            if interface {
                collected.trials.extend(window(stages, built));
            }
        }
        Err(problem) => {
            collected.take("setup::build", Err(problem));
        }
    }
    if let Some(results) = results {
        let results = results.join().expect("the interface's tests do not panic");
        collected.take("setup::ui", results);
        collected.trials.extend(ui::checks(&project));
    }
    collected
}

fn system_packages(any: &dyn Fn(&[Stage]) -> bool) -> Outcome {
    let mut needs = Vec::new();
    if any(&WINDOW) || any(&[Lint, Shell]) {
        needs.push(system::WINDOW);
    }
    if any(&WINDOW) {
        needs.push(system::JOURNEYS);
    }
    system::provide(&needs, false)
}

fn ui_packages(project: &Project) -> Outcome<Vec<Trial>> {
    kata_launcher::ui::install(project).map(|()| Vec::new())
}

#[cfg(target_os = "linux")]
fn window(stages: &BTreeSet<Stage>, built: rust::Built) -> Vec<Trial> {
    let Some(programs) = built.programs else {
        return Vec::new();
    };
    let mut trials = Vec::new();
    if stages.contains(&Journey) {
        trials.extend(crate::journeys::trials(&programs));
    }
    if stages.contains(&Picture) {
        trials.extend(crate::journeys::pictures::trials(&programs));
    }
    if stages.contains(&Measure) {
        trials.extend(crate::journeys::measure::trials(&programs));
    }
    trials
}

/// The driver of the window exists on Linux only.
#[cfg(not(target_os = "linux"))]
fn window(_stages: &BTreeSet<Stage>, _built: rust::Built) -> Vec<Trial> {
    Vec::new()
}

/// Runs a program as a test: what it printed is the reason when it fails. One that hangs is ended,
/// so that the run still closes with its results.
fn run(command: &mut Command) -> Result<(), Failed> {
    let mut printed = tempfile::tempfile()?;
    let mut child = command
        .stdin(Stdio::null())
        .stdout(printed.try_clone()?)
        .stderr(printed.try_clone()?)
        .spawn()?;
    let end = Instant::now() + DEADLINE;
    let ended = loop {
        match child.try_wait()? {
            Some(status) if status.success() => return Ok(()),
            Some(status) => break status.to_string(),
            None if Instant::now() < end => thread::sleep(PAUSE),
            None => {
                child.kill()?;
                child.wait()?;
                break format!("ended after {DEADLINE:?}");
            }
        }
    };
    let mut text = Vec::new();
    printed.rewind()?;
    printed.read_to_end(&mut text)?;
    let words = kata_launcher::command::words(command);
    Err(format!("{words}: {ended}\n{}", String::from_utf8_lossy(&text)).into())
}
