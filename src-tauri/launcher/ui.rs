//! The interface: its packages and its build, each made again only when its input changed.

use std::fs::{self, File};
use std::io;
use std::path::PathBuf;
use std::slice;

use crate::problem::{Outcome, Problem};
use crate::project::Project;
use crate::{command, fingerprint, node, say};

/// Installs the packages when the lock file changed.
pub fn install(project: &Project) -> Outcome {
    let _alone = lock(project)?;
    node::check()?;
    let ui = project.ui();
    let mark = ui.join("node_modules/.kata-packages");
    let value = fingerprint::of(&[ui.join("package-lock.json")], |_| false).map_err(unread)?;
    if fingerprint::matches(&mark, &value) {
        return Ok(());
    }
    say("Installing the interface's packages (npm ci)");
    command::run(
        node::npm()
            .args(["ci", "--no-audit", "--no-fund"])
            .current_dir(&ui),
    )?;
    fingerprint::keep(&mark, &value).map_err(unread)
}

/// Builds the interface when anything it is made of changed.
pub fn build(project: &Project) -> Outcome {
    let _alone = lock(project)?;
    let ui = project.ui();
    let mark = ui.join("node_modules/.kata-build");
    let value = fingerprint::of(slice::from_ref(&ui), not_a_source).map_err(unread)?;
    if fingerprint::matches(&mark, &value) && ui.join("dist/index.html").exists() {
        return Ok(());
    }
    say("Building the interface (npm run build)");
    forget(&mark)?;
    command::run(
        node::npm()
            .args(["run", "--silent", "build"])
            .current_dir(&ui),
    )?;
    fingerprint::keep(&mark, &value).map_err(unread)
}

/// What lies in the interface's folder and does not end up in its build.
fn not_a_source(name: &str) -> bool {
    matches!(name, "node_modules" | "dist" | "coverage")
        || name.starts_with('.')
        || name.contains(".test.")
}

/// Two builds at a time would tread on each other. The lock is on a file that is always there, so
/// none is left lying about; it ends with the handle.
fn lock(project: &Project) -> Outcome<File> {
    let path = project.ui().join("package.json");
    let file = File::open(&path)
        .map_err(|error| Problem::new(format!("{} could not be read: {error}", path.display())))?;
    if file.try_lock().is_err() {
        say("Waiting for another build of the interface");
        file.lock().map_err(unread)?;
    }
    Ok(file)
}

fn forget(mark: &PathBuf) -> Outcome {
    match fs::remove_file(mark) {
        Err(error) if error.kind() != io::ErrorKind::NotFound => Err(unread(error)),
        _ => Ok(()),
    }
}

fn unread(error: io::Error) -> Problem {
    Problem::new(format!("The interface's folder could not be used: {error}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn tests_and_results_do_not_cause_a_build() {
        for name in ["node_modules", "dist", ".prettierrc", "live.test.ts"] {
            assert!(not_a_source(name), "{name}");
        }
        for name in ["main.ts", "package.json", "index.html", "en.ftl"] {
            assert!(!not_a_source(name), "{name}");
        }
    }
}
