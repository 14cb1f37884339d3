//! Reports: a team's challenge, its target conditions, charts, steps and obstacles, for a period.
//!
//! The forms of the board on paper are made beside them (`form`).
//!
//! [`facts`] reads in one read transaction, [`compose`] finds the words, and a writer a format
//! knows only the [`document`].

mod compose;
mod compose_chart;
mod compose_retrospective;
mod compose_stairs;
mod compose_step;
pub mod document;
pub mod facts;
mod form;
mod html;
mod markdown;
mod pdf;
pub mod period;
mod rich;
mod say;

use document::Document;
use facts::{Day, Facts};
use kata_core::job::Job;
use kata_core::views::lines::Look;
use kata_core::views::{board, retrospective};
use kata_domain::ids::RetrospectiveId;
use kata_wire::{
    CoreError, PaperForm, ReportFormat, ReportGet, RetrospectiveGet, RetrospectiveView,
};
use say::{footer, page_line};

use super::Made;
use crate::words::Words;

pub(crate) use compose_chart::says;

/// What a file is made from.
pub enum Read {
    /// A report.
    Report(Facts, ReportFormat),
    /// A form on paper.
    Form(form::Facts, PaperForm),
    /// The summary of a retrospective.
    Retrospective(Box<RetrospectiveFacts>, ReportFormat),
}

/// What the summary of a retrospective is made from.
pub struct RetrospectiveFacts {
    /// The day it is written for.
    day: Day,
    /// When the board was last changed, UTC milliseconds.
    changed_at: Option<i64>,
    /// The session as its screens show it.
    view: RetrospectiveView,
}

/// Reads what is wanted, in the one read transaction that the look is.
///
/// # Errors
/// When neither team nor process is named, there is no such row, or the job is to end.
pub fn read(
    look: &Look<'_>,
    request: &ReportGet,
    day: Day,
    job: &Job<'_>,
) -> Result<Read, CoreError> {
    Ok(match (request.retrospective_id, request.form) {
        (Some(id), _) => Read::Retrospective(Box::new(session(look, id, day)?), request.format),
        (None, Some(form)) => Read::Form(form::read(look, request, day, job)?, form),
        (None, None) => Read::Report(facts::read(look, request, day, job)?, request.format),
    })
}

fn session(
    look: &Look<'_>,
    id: RetrospectiveId,
    day: Day,
) -> Result<RetrospectiveFacts, CoreError> {
    let look = &look.on(day.on);
    Ok(RetrospectiveFacts {
        day,
        changed_at: board::saved_at(look)?,
        view: retrospective::get(look, RetrospectiveGet { id })?,
    })
}

/// Makes the file of what was read. `file` is the name of the board's.
///
/// # Errors
/// When the job is to end.
pub fn make(read: &Read, file: &str, job: &Job<'_>) -> Result<Made, CoreError> {
    let words = Words::english();
    match read {
        Read::Report(facts, format) => {
            let document = compose::document(facts, file, &words);
            let (bytes, media_type, ending) = written(&document, &words, *format, job)?;
            Ok(Made {
                name: format!("{}.{ending}", name(&facts.team.name, facts.day)),
                media_type,
                bytes,
            })
        }
        Read::Retrospective(facts, format) => {
            let document = compose_retrospective::retrospective(facts, file, &words);
            let (bytes, media_type, ending) = written(&document, &words, *format, job)?;
            let session = &facts.view.retrospective.noun;
            let held = session.began_on.unwrap_or(facts.day.on);
            let title = compose_retrospective::title(&facts.view, &words);
            Ok(Made {
                name: format!("{} {held}.{ending}", file_name(&title)),
                media_type,
                bytes,
            })
        }
        Read::Form(facts, form) => {
            let name = name(&facts.team.name, facts.day);
            Ok(Made {
                name: format!("{name} {}.pdf", form.word()),
                media_type: "application/pdf",
                bytes: form::make(facts, file, *form, &words, job)?,
            })
        }
    }
}

fn written(
    document: &Document,
    words: &Words,
    format: ReportFormat,
    job: &Job<'_>,
) -> Result<(Vec<u8>, &'static str, &'static str), CoreError> {
    Ok(match format {
        ReportFormat::Md => (
            markdown::write(document, words, job)?.into_bytes(),
            "text/markdown",
            "md",
        ),
        ReportFormat::Html => (
            html::write(document, words, job)?.into_bytes(),
            "text/html",
            "html",
        ),
        ReportFormat::Pdf => (pdf::write(document, words, job)?, "application/pdf", "pdf"),
    })
}

/// "Seller Portal 2026-03-09": a name, never a path.
fn name(team: &str, day: Day) -> String {
    format!("{} {}", file_name(team), day.on)
}

/// What can be the name of a file on every system, from what somebody called something.
pub fn file_name(text: &str) -> String {
    let kept = |c: char| !c.is_control() && !r#"/\:*?"<>|"#.contains(c);
    let name: String = text.chars().filter(|c| kept(*c)).take(80).collect();
    let name = name.trim_matches([' ', '.']);
    if name.is_empty() {
        "board".to_owned()
    } else {
        name.to_owned()
    }
}

/// Whether the period of a request stands in order.
///
/// # Errors
/// When it ends before it begins.
pub fn check(request: &ReportGet) -> Result<(), CoreError> {
    let period = period::Period {
        from: request.from,
        to: request.to,
    };
    if period.is_in_order() {
        return Ok(());
    }
    Err(CoreError::RequestInvalid {
        command: "report_get".to_owned(),
        detail: "from is after to".to_owned(),
    })
}
