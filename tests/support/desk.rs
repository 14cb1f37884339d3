//! The people of one journey and what they share, for its time.

use std::error::Error;
use std::future::Future;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use std::time::Duration;

use libtest_mimic::Failed;
use tempfile::TempDir;
use thirtyfour::error::{WebDriverError, WebDriverErrorInner};

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

    /// What is known of a failure: its reason, pictures of the windows, and what they printed last.
    async fn fall(&self, journey: &str, reason: &str, of_driver: bool) -> Fall {
        let apps = self.0.apps.lock().unwrap().clone();
        let mut told = vec![reason.to_owned()];
        let mut all_answer = true;
        for app in apps {
            let name = format!("{}-{}", journey.replace("::", "-"), app.name());
            match pictures::take(&app, &pictures::folder("failed"), &name).await {
                Ok(path) => told.push(format!("seen: {}", path.display())),
                Err(_) => all_answer = false,
            }
            told.push(format!(
                "{} printed last:\n{}",
                app.name(),
                app.last_words()
            ));
        }
        let told = told.join("\n");
        match of_driver && all_answer {
            true => Fall::Driver(told),
            false => Fall::Journey(told),
        }
    }
}

/// Runs a journey on a desk of its own, to its end or its deadline.
///
/// The driver now and then answers a command with no more than "unknown error", while the window
/// goes on as before. Of the product that says nothing, so the journey is walked once more, from
/// its beginning; whatever else it fails on counts at once.
pub fn run<F>(name: &str, programs: &Programs, journey: fn(Desk) -> F) -> Result<(), Failed>
where
    F: Future<Output = Outcome> + Send + 'static,
{
    let runtime = tokio::runtime::Builder::new_multi_thread()
        .worker_threads(1)
        .enable_all()
        .build()?;
    runtime.block_on(async {
        match walk(name, programs, journey).await {
            Err(Fall::Driver(reason)) => {
                eprintln!("{name} is walked once more, since the driver gave up:\n{reason}");
                walk(name, programs, journey).await
            }
            outcome => outcome,
        }
        .map_err(|fall| Failed::from(fall.reason()))
    })
}

/// Why a journey came to no good end.
enum Fall {
    /// The window was not as the journey expects it.
    Journey(String),
    /// The driver failed without a reason, and every window still answered.
    Driver(String),
}

impl Fall {
    fn reason(self) -> String {
        match self {
            Self::Journey(reason) | Self::Driver(reason) => reason,
        }
    }
}

async fn walk<F>(name: &str, programs: &Programs, journey: fn(Desk) -> F) -> Result<(), Fall>
where
    F: Future<Output = Outcome> + Send + 'static,
{
    let desk = Desk::new(programs).map_err(|error| Fall::Journey(error.to_string()))?;
    let mut walk = tokio::spawn(journey(desk.clone()));
    let outcome = match tokio::time::timeout(DEADLINE, &mut walk).await {
        Ok(Ok(Ok(()))) => Ok(()),
        Ok(Ok(Err(error))) => Err((error.to_string(), is_the_drivers(error.as_ref()))),
        Ok(Err(panic)) => Err((words(panic), false)),
        Err(_) => Err((format!("the journey took longer than {DEADLINE:?}"), false)),
    };
    walk.abort();
    let outcome = match outcome {
        Ok(()) => Ok(()),
        Err((reason, of_driver)) => Err(desk.fall(name, &reason, of_driver).await),
    };
    desk.close().await;
    outcome
}

/// An error of the driver that gives no reason at all.
fn is_the_drivers(error: &(dyn Error + Send + Sync + 'static)) -> bool {
    let mut link: Option<&(dyn Error + 'static)> = Some(error);
    while let Some(error) = link {
        if let Some(error) = error.downcast_ref::<WebDriverError>() {
            return matches!(
                error.as_inner(),
                WebDriverErrorInner::UnknownError(info) if info.value.message.trim().is_empty()
            );
        }
        link = error.source();
    }
    false
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
