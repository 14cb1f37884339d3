//! Handing out files, reports and charts, made on request and written where the person says; and
//! taking in numbers. What takes long can be watched and ended.

use kata_core::job::Job;
use kata_core::ops;
use kata_core::workspace::Workspace;
use kata_paper::report::facts::Day;
use kata_paper::{Made, chart, report};
use kata_wire::{
    ChartExport, CoreError, Imported, JobCancel, MadeFile, Nothing, ObservationImport, Push,
    ReportGet,
};

use super::session::Session;

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
    let made = with_job(session, "report_get", request.job.as_deref(), |job| {
        report_of(session, workspace, &request, job)
    });
    Ok(made?.into())
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
    let clock = session.machine().clock();
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
    let name = request.job.clone();
    with_job(session, "observation_import", name.as_deref(), |job| {
        import_of(session, request, job)
    })
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

/// Does long work. Under a name it can be ended, and it tells the session's listeners how far it
/// is; a name that is too long is refused, because it goes back with every progress.
fn with_job<T>(
    session: &Session,
    command: &str,
    name: Option<&str>,
    work: impl FnOnce(&Job<'_>) -> Result<T, CoreError>,
) -> Result<T, CoreError> {
    let Some(name) = name else {
        return work(&Job::unwatched());
    };
    if name.len() > LONGEST_NAME {
        return Err(CoreError::RequestInvalid {
            command: command.to_owned(),
            detail: format!("job: at most {LONGEST_NAME} bytes"),
        });
    }
    let running = session.jobs().begin(name);
    let job = Job::new(running.stop.clone(), |progress| {
        session.tell(&Push::Progress {
            job: name.to_owned(),
            done: progress.done,
            of: progress.of,
        });
    });
    work(&job)
}
