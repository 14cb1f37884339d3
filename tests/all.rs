//! `cargo test`: sets up what is missing, then runs every test of the project, each on its own
//! line: the Rust packages, the interface, the lints and the journeys in the real window.
//!
//! A word after `--` filters as usual. One that names a stage (a package: `domain`, `store`, `api`
//! and so on, `shell` for the window; or `lint`, `ui`, `journey`), alone or before `::`, also
//! leaves out the setup and the building of all other stages. `KATA_PICTURES` adds the stage
//! `picture`, `KATA_MEASURE` the stage `measure`: see `journeys/pictures.rs` and
//! `journeys/measure.rs`.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

#[cfg(target_os = "linux")]
mod journeys;
mod stages;
#[cfg(target_os = "linux")]
mod support;

use libtest_mimic::Arguments;

fn main() {
    let mut arguments = Arguments::from_args();
    let stages = stages::chosen(arguments.filter.as_deref());
    let collected = stages::collect(&stages);
    let trials = if collected.problems.is_empty() || arguments.filter.is_none() {
        collected.everything()
    } else {
        // What could not even be set up must be heard, whatever the filter lets through.
        arguments.filter = None;
        collected.problems
    };
    libtest_mimic::run(&arguments, trials).exit();
}
