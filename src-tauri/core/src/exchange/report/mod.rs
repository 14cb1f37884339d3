//! Reports: a team's challenge, its target conditions, charts, steps and obstacles, for a period.
//!
//! [`facts`] reads in one read transaction, [`compose`] finds the words, and a writer a format knows only
//! the [`document`].

mod compose;
mod compose_chart;
mod compose_step;
pub mod document;
pub mod facts;
mod html;
mod markdown;
mod pdf;
pub mod period;
mod rich;

use super::Made;
use super::job::Job;
use crate::api::requests::{ReportFormat, ReportGet};
use crate::error::CoreError;
use crate::words::Words;
pub(crate) use compose_chart::says;
use document::Document;
use facts::Facts;

/// Makes a report of what was read.
///
/// # Errors
/// When the job is to end.
pub fn make(
    facts: &Facts,
    file: &str,
    format: ReportFormat,
    job: &Job<'_>,
) -> Result<Made, CoreError> {
    let words = Words::english();
    let document = compose::document(facts, file, &words);
    let (bytes, media_type, ending) = written(&document, &words, format, job)?;
    Ok(Made {
        name: name(&facts.team.name, facts, ending),
        media_type,
        bytes,
    })
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

/// "Seller Portal 2026-03-09.md": a name, never a path.
fn name(team: &str, facts: &Facts, ending: &str) -> String {
    format!("{} {}.{ending}", file_name(team), facts.day.on)
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
