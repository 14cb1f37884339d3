//! Running other programs, with problems told in words.

use std::env;
use std::process::{Command, ExitStatus, Stdio};

use crate::problem::{Outcome, Problem};

/// Whether a program of this name can be started.
pub fn exists(program: &str) -> bool {
    env::var_os("PATH")
        .is_some_and(|path| env::split_paths(&path).any(|folder| folder.join(program).is_file()))
}

/// Runs to the end with its output on the terminal.
pub fn run(command: &mut Command) -> Outcome {
    let status = status(command)?;
    if status.success() {
        return Ok(());
    }
    Err(Problem::new(format!("{} failed: {status}", words(command))))
}

/// Whether it ran and succeeded; its output is not shown.
pub fn succeeds(command: &mut Command) -> bool {
    command
        .stdin(Stdio::null())
        .stdout(Stdio::null())
        .stderr(Stdio::null())
        .status()
        .is_ok_and(|status| status.success())
}

/// The first line a program prints, if it runs at all.
pub fn first_line(command: &mut Command) -> Option<String> {
    let output = command.stdin(Stdio::null()).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?;
    output
        .status
        .success()
        .then(|| text.lines().next().unwrap_or_default().trim().to_owned())
}

/// The command as a person would type it.
pub fn words(command: &Command) -> String {
    let mut words = vec![command.get_program().to_string_lossy()];
    words.extend(command.get_args().map(|word| word.to_string_lossy()));
    words.join(" ")
}

/// The cargo that runs us.
pub fn cargo() -> Command {
    let program = env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let mut command = Command::new(program);
    forget_cargo(&mut command);
    command
}

/// Takes away what the cargo that runs us told us about our own package: with those variables set,
/// build scripts would be run again for nothing, and tests would look for files in the wrong place.
pub fn forget_cargo(command: &mut Command) {
    let ours = [
        "CARGO_PKG_",
        "CARGO_MANIFEST_",
        "CARGO_BIN_",
        "CARGO_CRATE_",
    ];
    for (name, _) in env::vars_os() {
        let text = name.to_string_lossy();
        if text == "LD_LIBRARY_PATH" || ours.iter().any(|start| text.starts_with(start)) {
            command.env_remove(&name);
        }
    }
}

fn status(command: &mut Command) -> Outcome<ExitStatus> {
    command
        .status()
        .map_err(|error| Problem::new(format!("{} could not start: {error}", words(command))))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_command_reads_as_typed() {
        let mut command = Command::new("npm");
        command.args(["run", "build"]);
        assert_eq!(words(&command), "npm run build");
    }

    #[test]
    fn a_missing_program_is_told() {
        let problem = run(&mut Command::new("no-such-program-here")).unwrap_err();
        assert!(problem.to_string().contains("could not start"));
        assert!(!exists("no-such-program-here"));
    }
}
