//! Whether there is a screen to show a window on.

use std::env;

use crate::problem::{Outcome, Problem};

/// Refuses early and in words, because GTK's own message says little.
pub fn check() -> Outcome {
    let set = |name| env::var_os(name).is_some_and(|value| !value.is_empty());
    if !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY") {
        return Ok(());
    }
    Err(Problem::new(
        "There is no screen to open a window on: neither DISPLAY nor WAYLAND_DISPLAY is set.\n\
         Start it from a desktop session. Over ssh, use `ssh -X`. On a machine without a screen,\n\
         `xvfb-run cargo run` opens it on a virtual one (package xvfb); the tests do that by themselves.",
    ))
}
