//! One width for every line that is written by hand.

use std::fs;
use std::path::Path;
use std::process::Command;

use libtest_mimic::Failed;

/// The width of rustfmt and of prettier, which leave comments and texts as they are.
const WIDTH: usize = 100;

const ENDINGS: [&str; 9] = [
    "css", "html", "js", "md", "mjs", "rs", "svelte", "toml", "ts",
];

/// Written by programs, or compared to the letter with what they write.
const NOT_BY_HAND: [&str; 5] = [
    "ui/src/lib/api/bindings.ts",
    "ui/src/lib/i18n/message-ids.ts",
    "/tests/report/",
    "/snapshots/",
    // Stands in every report as it is.
    "/report/report.css",
];

/// Names the lines that are longer.
pub fn lines(root: &Path) -> Result<(), Failed> {
    let mut long = Vec::new();
    for path in files(root)?.iter().filter(|path| by_hand(path)) {
        let text = fs::read_to_string(root.join(path))?;
        long.extend(long_lines(path, &text));
    }
    match long.as_slice() {
        [] => Ok(()),
        _ => Err(long.join("\n").into()),
    }
}

/// The files that git keeps, and those it would.
pub fn files(root: &Path) -> Result<Vec<String>, Failed> {
    let output = Command::new("git")
        .args(["ls-files", "--cached", "--others", "--exclude-standard"])
        .current_dir(root)
        .output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into_owned().into());
    }
    let text = String::from_utf8(output.stdout)?;
    let there = text.lines().filter(|path| root.join(path).exists());
    Ok(there.map(str::to_owned).collect())
}

fn by_hand(path: &str) -> bool {
    let ending = path.rsplit('.').next().unwrap_or_default();
    ENDINGS.contains(&ending) && !NOT_BY_HAND.iter().any(|part| path.contains(part))
}

fn long_lines(path: &str, text: &str) -> Vec<String> {
    let table = |line: &str| path.ends_with(".md") && line.trim_start().starts_with('|');
    // Of a program rustfmt keeps the width, but for comments, and for texts that it cannot cut.
    let cut = |line: &str| !path.ends_with(".rs") || line.trim_start().starts_with("//");
    let long = |line: &str| line.chars().count() > WIDTH && !line.contains("://");
    text.lines()
        .enumerate()
        .filter(|(_, line)| long(line) && cut(line) && !table(line))
        .map(|(at, line)| format!("{path}:{}: {} wide", at + 1, line.chars().count()))
        .collect()
}
