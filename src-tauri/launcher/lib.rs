//! Sets up what a fresh machine lacks: system packages, Node packages and the built interface.
//!
//! `cargo run` and `cargo test` both begin here, so both work on a machine that has nothing but
//! Rust and Node. Only the standard library is used: it compiles in a second.

pub mod command;
pub mod display;
pub mod fingerprint;
pub mod node;
pub mod problem;
pub mod project;
pub mod system;
pub mod ui;

pub use problem::{Outcome, Problem};
pub use project::Project;

/// Tells the person what happens now.
pub fn say(words: &str) {
    eprintln!("[kata] {words}");
}
