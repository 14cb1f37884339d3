//! The `kata` command: everything a person can do in the window, from a terminal or a script.
//!
//! `args` says what may be typed, `run` does it through the core's command table, `failure` turns
//! what went wrong into a line and an exit status. Answers go to standard output, errors to
//! standard error, and a reader that goes away is no error.

mod args;
mod board;
mod call;
mod check;
mod commands;
mod due;
mod failure;
mod log;
mod named;
mod observe;
mod output;
mod pages;
mod report;
mod run;
mod watch;
mod words;

use std::process::ExitCode;

use clap::Parser;

use crate::args::Args;

fn main() -> ExitCode {
    let args = match Args::try_parse() {
        Ok(args) => args,
        Err(asked) => return failure::usage(&asked),
    };
    let only_scripts_read = args.answers_json();
    match failure::guarded(|| run::run(args, &mut std::io::stdout().lock())) {
        Ok(status) => status,
        Err(failure) => failure.report(only_scripts_read),
    }
}
