//! The window's program. Everything it does is in the library beside it, so that tests reach it.
#![cfg_attr(all(windows, not(debug_assertions)), windows_subsystem = "windows")]

use std::process::ExitCode;

fn main() -> ExitCode {
    kata_board::run()
}
