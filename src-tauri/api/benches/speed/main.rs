//! How fast the core is beside bare SQLite: `cargo bench -p kata-api [-- save views numbers search
//! change]`.
//!
//! Prints medians, 99th percentiles and ratios; asserts nothing. The numbers of a known machine and
//! how to read them are in `../README.md`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[path = "../../examples/generate/board.rs"]
mod board;
mod boards;
mod change;
mod figures;
mod numbers;
mod save;
mod search;
mod views;

use std::path::Path;

fn main() {
    let words: Vec<String> = std::env::args().skip(1).collect();
    if let Some(at) = words.iter().position(|word| word == change::WRITER) {
        return change::write_when_told(Path::new(&words[at + 1]));
    }
    let chosen = |name: &str| {
        let mut names = words
            .iter()
            .filter(|word| !word.starts_with("--"))
            .peekable();
        names.peek().is_none() || names.any(|word| word == name)
    };
    if chosen("save") {
        save::run();
    }
    if chosen("views") {
        views::run();
    }
    if chosen("numbers") {
        numbers::run();
    }
    if chosen("search") {
        search::run();
    }
    if chosen("change") {
        change::run();
    }
}
