//! Completions for shells, and manual pages, both made from what can be typed.

use std::io::Write;

use clap::CommandFactory;
use clap::error::ErrorKind;
use clap_complete::Shell;
use clap_mangen::Man;

use crate::args::Args;
use crate::failure::Failure;

/// Prints completions for a shell.
///
/// # Errors
/// When nobody reads on.
pub fn completions(shell: Shell, out: &mut dyn Write) -> Result<(), Failure> {
    // Through memory: the generator panics where it cannot write.
    let mut script = Vec::new();
    clap_complete::generate(shell, &mut Args::command(), "kata", &mut script);
    Ok(out.write_all(&script)?)
}

/// Prints the manual page of `kata` or of one of its subcommands.
///
/// # Errors
/// Where there is no such subcommand, or nobody reads on.
pub fn man(subcommand: Option<&str>, out: &mut dyn Write) -> Result<(), Failure> {
    let mut page = Args::command();
    page.build();
    if let Some(name) = subcommand {
        let found = page.find_subcommand(name).cloned();
        page = found.ok_or_else(|| {
            let why = format!("there is no subcommand “{name}”");
            Failure::wrong_usage("man", ErrorKind::InvalidValue, &why)
        })?;
    }
    Ok(Man::new(page).render(&mut { out })?)
}
