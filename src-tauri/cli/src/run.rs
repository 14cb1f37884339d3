//! From what was typed to what does it.

use std::io::Write;
use std::process::ExitCode;

use crate::args::{Action, Args};
use crate::failure::Failure;
use crate::{call, check, commands, due, log, observe, pages, report, watch};

/// Does what was asked; the status tells whether something was found.
///
/// # Errors
/// What the core refuses, wrong usage, or that nobody reads the answer.
pub fn run(args: Args, out: &mut dyn Write) -> Result<ExitCode, Failure> {
    match args.action {
        Action::New { file, sample } => call::new(&file, sample, out)?,
        Action::Call {
            name,
            request,
            board,
            who,
        } => {
            call::call(
                &name,
                request.as_deref(),
                board.as_deref(),
                who.person(),
                out,
            )?;
        }
        Action::Commands { json } => commands::list(json, out)?,
        Action::Log { file, json, after } => log::print(&file, json, after, out)?,
        Action::Due { file, team, json } => due::print(&file, team.as_deref(), json, out)?,
        Action::Observe(args) => observe::observe(*args, out)?,
        Action::Report(args) => report::report(args, out)?,
        Action::Watch { file, after } => watch::watch(&file, after, out)?,
        Action::Check { file, json } => return check::check(&file, json, out),
        Action::Undo(back) => call::back("undo", back, out)?,
        Action::Redo(back) => call::back("redo", back, out)?,
        Action::Completions { shell } => pages::completions(shell, out)?,
        Action::Man { subcommand } => pages::man(subcommand.as_deref(), out)?,
    }
    Ok(ExitCode::SUCCESS)
}
