//! Handing out files, reports and charts, made on request and written where the person says; and taking in
//! numbers. What takes long can be watched and ended.

use base64::Engine as _;
use base64::engine::general_purpose::STANDARD;

use super::requests::{
    ChartExport, Imported, JobCancel, MadeFile, Nothing, ObservationImport, Push, ReportGet,
};
use super::session::Session;
use crate::error::CoreError;
use crate::exchange::job::{Job, Running};
use crate::exchange::report::{self, facts::Day};
use crate::exchange::{Made, chart};
use crate::ops;
use crate::workspace::Workspace;

/// Bytes that the name of long work has at most.
const LONGEST_NAME: usize = 200;

/// A report of a team or of a focus process, for a period, or one of its forms on paper.
///
/// # Errors
/// When there is no such row, the period is reversed, or the work was ended.
pub fn report_get(
    session: &Session,
    workspace: &Workspace,
    request: ReportGet,
) -> Result<MadeFile, CoreError> {
    check_name("report_get", request.job.as_deref())?;
    let running = request.job.as_deref().map(|job| session.jobs().begin(job));
    let job = watched(session, running.as_ref(), request.job.as_deref());
    Ok(report_of(session, workspace, &request, &job)?.into())
}

/// A report, watched by whoever asked for it.
///
/// # Errors
/// As [`report_get`].
pub fn report_of(
    session: &Session,
    workspace: &Workspace,
    request: &ReportGet,
    job: &Job<'_>,
) -> Result<Made, CoreError> {
    let clock = session.clock();
    let day = Day {
        on: request.on.unwrap_or_else(|| clock.today()),
        utc_offset: request.utc_offset.unwrap_or_else(|| clock.utc_offset()),
    };
    let path = workspace.store().path();
    let file = path.file_name().unwrap_or_default().to_string_lossy();
    report::check(request)?;
    let read = workspace.look(|look| report::read(look, request, day, job))?;
    report::make(&read, &file, job)
}

/// One chart as a file: a picture, or its numbers.
///
/// # Errors
/// When there is no such metric.
pub fn chart_export(
    _: &Session,
    workspace: &Workspace,
    request: ChartExport,
) -> Result<MadeFile, CoreError> {
    let read = workspace.look(|look| chart::read(look, &request))?;
    Ok(chart::make(&read, request.format)?.into())
}

/// Imports the numbers of a text.
///
/// # Errors
/// As [`import_of`].
pub fn observation_import(
    session: &Session,
    request: ObservationImport,
) -> Result<Imported, CoreError> {
    check_name("observation_import", request.job.as_deref())?;
    let name = request.job.clone();
    let running = name.as_deref().map(|job| session.jobs().begin(job));
    let job = watched(session, running.as_ref(), name.as_deref());
    import_of(session, request, &job)
}

/// Imports the numbers of a text, watched by whoever asked for it.
///
/// # Errors
/// As [`ops::observation::import`], or that the board cannot be written.
pub fn import_of(
    session: &Session,
    request: ObservationImport,
    job: &Job<'_>,
) -> Result<Imported, CoreError> {
    session.write(|desk| ops::observation::import(desk, request, job))
}

/// Ends long work that runs beside this call.
///
/// # Errors
/// Never; work that is over is none to end.
pub fn job_cancel(session: &Session, request: JobCancel) -> Result<Nothing, CoreError> {
    session.jobs().cancel(&request.job);
    Ok(Nothing {})
}

/// Refuses a name that is none: it goes back with every progress that is told.
fn check_name(command: &str, name: Option<&str>) -> Result<(), CoreError> {
    if name.is_none_or(|name| name.len() <= LONGEST_NAME) {
        return Ok(());
    }
    Err(CoreError::RequestInvalid {
        command: command.to_owned(),
        detail: format!("job: at most {LONGEST_NAME} bytes"),
    })
}

/// A job that tells the session's listeners how far it is.
fn watched<'s>(session: &'s Session, running: Option<&Running<'_>>, name: Option<&str>) -> Job<'s> {
    let Some((running, name)) = running.zip(name) else {
        return Job::unwatched();
    };
    let job = name.to_owned();
    Job::new(running.stop.clone(), move |progress| {
        session.tell(&Push::Progress {
            job: job.clone(),
            done: progress.done,
            of: progress.of,
        });
    })
}

impl From<Made> for MadeFile {
    fn from(made: Made) -> MadeFile {
        let (text, data) = match String::from_utf8(made.bytes) {
            Ok(text) => (Some(text), None),
            Err(bytes) => (None, Some(STANDARD.encode(bytes.as_bytes()))),
        };
        MadeFile {
            name: made.name,
            media_type: made.media_type.to_owned(),
            text,
            data,
        }
    }
}
