//! The check of a file, in plain words or as JSON.

use std::io::Write;
use std::path::Path;
use std::process::ExitCode;

use fluent_bundle::FluentArgs;
use kata_wire::{CheckReport, Finding, Nothing};
use serde_json::json;

use crate::board;
use crate::failure::Failure;
use crate::output::{self, tame};
use crate::words::Words;

/// Checks a file; the status tells whether something was found.
///
/// # Errors
/// When the file cannot be opened at all, which is no finding.
pub fn check(file: &Path, as_json: bool, out: &mut dyn Write) -> Result<ExitCode, Failure> {
    let session = board::session(None)?;
    let workspace = board::open(&session, file)?;
    let report = kata_api::check::board_check(&session, &workspace, Nothing {})?;
    if as_json {
        output::line(out, &json!(report))?;
    } else {
        print(&report, out)?;
    }
    Ok(if report.ok {
        ExitCode::SUCCESS
    } else {
        ExitCode::FAILURE
    })
}

fn print(report: &CheckReport, out: &mut dyn Write) -> Result<(), Failure> {
    let words = Words::english();
    let mut args = FluentArgs::new();
    args.set("operations", report.operations);
    args.set("rows", report.rows);
    args.set("count", report.findings.len());
    for Finding { check, detail } in &report.findings {
        let found = words.say(&format!("check-{check}"), &args);
        writeln!(out, "{found}: {}", tame(detail))?;
    }
    let sum = if report.ok {
        "check-fine"
    } else {
        "check-found"
    };
    Ok(writeln!(out, "{}", words.say(sum, &args))?)
}
