//! The people of one journey and what they share, for its time.

use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use libtest_mimic::Failed;
use tempfile::TempDir;

use super::app::{App, Person};
use super::{Outcome, pictures};
use crate::stages::Programs;

const DEADLINE: Duration = Duration::from_secs(180);

/// Where a journey takes place; a clone is the same one.
#[derive(Clone)]
pub struct Desk(Arc<Inner>);

struct Inner {
    programs: Programs,
    folder: TempDir,
    apps: Mutex<Vec<App>>,
}

impl Desk {
    fn new(programs: &Programs) -> Outcome<Self> {
        Ok(Self(Arc::new(Inner {
            programs: programs.clone(),
            folder: tempfile::tempdir()?,
            apps: Mutex::default(),
        })))
    }

    /// A person at a computer of their own; opening the window comes last.
    pub fn person(&self, name: &str) -> Person {
        Person::new(self.clone(), name)
    }

    /// A path for a board in a folder that all persons of this desk see.
    pub fn board(&self, name: &str) -> PathBuf {
        self.folder().join(name)
    }

    pub(super) fn folder(&self) -> &Path {
        self.0.folder.path()
    }

    pub(super) fn programs(&self) -> &Programs {
        &self.0.programs
    }

    pub(super) fn opened(&self, app: &App) {
        self.0.apps.lock().unwrap().push(app.clone());
    }

    async fn close(&self) {
        let apps = std::mem::take(&mut *self.0.apps.lock().unwrap());
        for app in apps {
            app.close().await;
        }
    }

    async fn keep_pictures(&self, journey: &str) -> Vec<String> {
        let apps = self.0.apps.lock().unwrap().clone();
        let mut kept = Vec::new();
        for app in apps {
            let name = format!("{}-{}", journey.replace("::", "-"), app.name());
            if let Ok(path) = pictures::take(&app, &pictures::folder("failed"), &name).await {
                kept.push(path.display().to_string());
            }
        }
        kept
    }
}

/// Runs a journey on a desk of its own, to its end or its deadline.
pub fn run<F>(name: &str, programs: &Programs, journey: fn(Desk) -> F) -> Result<(), Failed>
where
    F: Future<Output = Outcome> + Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        let desk = Desk::new(programs).map_err(|error| error.to_string())?;
        let mut walk = tokio::spawn(journey(desk.clone()));
        let outcome = match tokio::time::timeout(DEADLINE, &mut walk).await {
            Ok(Ok(outcome)) => outcome.map_err(|error| error.to_string()),
            Ok(Err(panic)) => Err(words(panic)),
            Err(_) => Err(format!("the journey took longer than {DEADLINE:?}")),
        };
        walk.abort();
        let outcome = match outcome {
            Ok(()) => Ok(()),
            Err(reason) => {
                let kept = desk.keep_pictures(name).await;
                Err(Failed::from(format!("{reason}\nseen: {}", kept.join(" "))))
            }
        };
        desk.close().await;
        outcome
    })
}

fn words(panic: tokio::task::JoinError) -> String {
    let Ok(payload) = panic.try_into_panic() else {
        return "the journey was stopped".to_owned();
    };
    let text = payload.downcast_ref::<String>().cloned();
    text.or_else(|| {
        payload
            .downcast_ref::<&str>()
            .map(|text| (*text).to_owned())
    })
    .unwrap_or_else(|| "the journey panicked".to_owned())
}
