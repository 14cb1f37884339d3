//! A report as a file: made while standard error says how far it is, written whole or not at all.

use std::io::{self, IsTerminal, Write};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use kata_api::exchange;
use kata_core::job::{Job, Progress};
use kata_core::views::board::team_lines;
use kata_core::views::lines::Look;
use kata_core::views::{retrospective, storyboard};
use kata_paper::{Made, file};
use kata_wire::{CoreError, IpcError, ReportGet, RetrospectivesGet};
use serde_json::json;

use crate::args::ReportArgs;
use crate::failure::Failure;
use crate::named::{Asked, Named, one_named};
use crate::{board, output};

/// Makes a report and writes it.
///
/// # Errors
/// When the board cannot be read, a name means nothing or several things, or the file cannot be
/// written.
pub fn report(args: ReportArgs, out: &mut dyn Write) -> Result<(), Failure> {
    let stop = stopped()?;
    let session = board::session(None)?;
    let workspace = board::open(&session, &args.file)?;
    let request = workspace.look(|look| request(look, &args))?;
    let shows = io::stderr().is_terminal();
    let job = Job::new(stop, |progress| {
        if shows {
            show(progress);
        }
    });
    let made = exchange::report_of(&session, &workspace, &request, &job);
    if shows {
        clear();
    }
    write(&made?, &args, workspace.store().path(), out)
}

fn asked<'a>(option: &'a str, wanted: Option<&'a str>) -> Asked<'a> {
    Asked {
        command: "kata report",
        option,
        wanted,
    }
}

fn request(look: &Look<'_>, args: &ReportArgs) -> Result<ReportGet, CoreError> {
    let teams = team_lines(look)?;
    let teams = teams.iter().map(|team| Named {
        id: team.id,
        name: &team.name,
    });
    let team = one_named(&asked("--team", args.team.as_deref()), teams)?;
    let of_team = kata_wire::StoryboardGet {
        team_id: Some(team),
        ..Default::default()
    };
    let process = match &args.process {
        None => None,
        Some(wanted) => {
            let processes = storyboard::get(look, of_team)?.focus_processes;
            let processes = processes.iter().map(|process| Named {
                id: process.id,
                name: &process.name,
            });
            Some(one_named(&asked("--process", Some(wanted)), processes)?)
        }
    };
    let retrospective = match &args.retrospective {
        None => None,
        Some(wanted) => {
            let of_team = RetrospectivesGet {
                team_id: team,
                ..RetrospectivesGet::default()
            };
            let all = retrospective::list(look, of_team)?;
            let past = all.past.iter().map(|past| &past.retrospective);
            let sessions = past.chain(&all.running).chain(&all.planned);
            let sessions = sessions.map(|session| Named {
                id: session.noun.id,
                name: &session.noun.title,
            });
            Some(one_named(
                &asked("--retrospective", Some(wanted)),
                sessions,
            )?)
        }
    };
    Ok(ReportGet {
        retrospective_id: retrospective,
        team_id: Some(team),
        focus_process_id: process,
        from: args.from,
        to: args.to,
        on: args.on,
        utc_offset: args.utc_offset,
        format: args.format.into(),
        form: args.form.map(Into::into),
        job: None,
    })
}

/// Hears Ctrl C: the work ends at its next part, and no file is written.
fn stopped() -> Result<Arc<AtomicBool>, CoreError> {
    let stop = Arc::new(AtomicBool::new(false));
    let heard = Arc::clone(&stop);
    ctrlc::set_handler(move || heard.store(true, Ordering::SeqCst)).map_err(|error| {
        CoreError::Internal {
            detail: error.to_string(),
        }
    })?;
    Ok(stop)
}

fn show(progress: Progress) {
    let percent = 100 * progress.done / progress.of.max(1);
    // Where standard error takes nothing, the report is made all the same.
    let _ = write!(io::stderr(), "\r{percent:3} %");
}

fn clear() {
    let _ = write!(io::stderr(), "\r     \r");
}

fn write(made: &Made, args: &ReportArgs, open: &Path, out: &mut dyn Write) -> Result<(), Failure> {
    let path = match &args.output {
        Some(path) if path.as_os_str() == "-" => {
            out.write_all(&made.bytes)?;
            return Ok(out.flush()?);
        }
        Some(path) => path.clone(),
        None => PathBuf::from(&made.name),
    };
    if file::is_board(&path, Some(open)) {
        return Err(board_name());
    }
    file::write(&path, &made.bytes).map_err(|error| not_written(&path, &error))?;
    output::line(out, &json!({ "report": path.display().to_string() }))
}

fn board_name() -> Failure {
    Failure::Refused(IpcError {
        code: "board_name",
        params: json!({}),
        retryable: false,
    })
}

fn not_written(path: &Path, error: &io::Error) -> Failure {
    match error.kind() {
        io::ErrorKind::StorageFull => CoreError::DiskFull.into(),
        _ => CoreError::FolderUnusable {
            path: path.display().to_string(),
        }
        .into(),
    }
}
