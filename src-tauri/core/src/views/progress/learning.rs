//! The learning log: what each closed step taught, newest first, and a search in it.

use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, FocusProcessId};
use kata_domain::{Experiment, FocusProcess, Outcome};
use schemars::JsonSchema;
use serde::Serialize;

use crate::api::requests::LearningGet;
use crate::error::CoreError;
use crate::store::rows::Select;
use crate::views::lines::{Look, row};

/// Entries of a page where the request names no other count, and at most.
const PAGE: i64 = 50;
const LONGEST_PAGE: i64 = 200;

/// A page of the learning log.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Learning {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// How many entries have the words.
    pub total: usize,
    /// How many newer ones stand before this page.
    pub offset: i64,
    /// The entries, newest first.
    pub lines: Vec<LearningLine>,
}

/// What a step taught.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LearningLine {
    /// The step.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// The step in words.
    pub step: String,
    /// What we learned.
    pub learned: String,
    /// What the result said of the prediction.
    pub outcome: Option<Outcome>,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
}

static CLOSED: Select<Experiment> = Select::new(
    "WHERE focus_process_id = ?1 AND learned <> '' AND closed_on IS NOT NULL AND deleted_at IS NULL
     ORDER BY closed_on DESC, number DESC",
);

/// A page of the learning log of a focus process: the entries that have all words.
///
/// # Errors
/// When there is no such process.
pub fn log(look: &Look<'_>, request: LearningGet) -> Result<Learning, CoreError> {
    let process = row::<FocusProcess>(look, request.focus_process_id.0)?;
    let limit = request.limit.unwrap_or(PAGE).clamp(1, LONGEST_PAGE);
    page(look, process.noun.id, &request.query, request.offset, limit)
}

pub(super) fn page(
    look: &Look<'_>,
    process: FocusProcessId,
    query: &str,
    offset: i64,
    limit: i64,
) -> Result<Learning, CoreError> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let steps = CLOSED.all(look.connection, [process.0.as_bytes()])?;
    let found: Vec<Experiment> = steps
        .into_iter()
        .map(|step| step.noun)
        .filter(|step| has_all(step, &words))
        .collect();
    let offset = offset.max(0);
    let part = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
    Ok(Learning {
        as_of_seq: look.as_of_seq,
        total: found.len(),
        offset,
        lines: found
            .into_iter()
            .skip(part(offset))
            .take(part(limit))
            .map(line)
            .collect(),
    })
}

fn has_all(step: &Experiment, words: &[String]) -> bool {
    let text = format!("{} {} {}", step.learned, step.step, step.belief).to_lowercase();
    words.iter().all(|word| text.contains(word.as_str()))
}

fn line(step: Experiment) -> LearningLine {
    LearningLine {
        id: step.id,
        number: step.number,
        step: step.step,
        learned: step.learned,
        outcome: step.outcome,
        closed_on: step.closed_on,
    }
}
