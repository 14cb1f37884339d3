//! Node and npm: whether they are there and new enough.

use std::process::Command;

use crate::command;
use crate::problem::{Outcome, Problem};

const NEEDED: (u32, u32) = (20, 19);

/// On Windows npm is a script, which only starts under its full name.
const NPM: &str = if cfg!(windows) { "npm.cmd" } else { "npm" };

/// Refuses when Node is missing or too old.
pub fn check() -> Outcome {
    let found = command::first_line(Command::new("node").arg("--version"));
    let wanted = format!(
        "Kata Board's interface needs Node {}.{} or newer with npm; it is at https://nodejs.org.",
        NEEDED.0, NEEDED.1
    );
    match found.as_deref().map(version) {
        Some(Some(version)) if version >= NEEDED => {}
        Some(_) => {
            let found = found.unwrap_or_default();
            return Err(Problem::new(format!("Node {found} is too old. {wanted}")));
        }
        None => return Err(Problem::new(format!("Node is missing. {wanted}"))),
    }
    match command::first_line(npm().arg("--version")) {
        Some(_) => Ok(()),
        None => Err(Problem::new(format!("npm is missing. {wanted}"))),
    }
}

/// A call of npm.
pub fn npm() -> Command {
    Command::new(NPM)
}

fn version(text: &str) -> Option<(u32, u32)> {
    let mut parts = text.trim_start_matches('v').split('.');
    Some((parts.next()?.parse().ok()?, parts.next()?.parse().ok()?))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn versions_are_compared_as_numbers() {
        assert_eq!(version("v20.19.2"), Some((20, 19)));
        assert!(version("v20.9.0").unwrap() < NEEDED);
        assert!(version("v22.1.0").unwrap() >= NEEDED);
        assert_eq!(version("node"), None);
    }
}
