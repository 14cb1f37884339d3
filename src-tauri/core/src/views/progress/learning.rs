//! The learning log: what each closed step taught, newest first, and a search in it.

use kata_domain::{Experiment, FocusProcess};
use kata_wire::{CoreError, Learning, LearningGet, LearningLine};

use crate::views::lines::{Look, row};
use crate::views::part::Part;
use kata_store::tables;

/// Entries of a page where the request names no other count, and at most.
const PAGE: i64 = 50;
const LONGEST_PAGE: i64 = 200;

/// A page of the learning log of a focus process: the entries that have all words.
///
/// # Errors
/// When there is no such process.
pub fn log(look: &Look<'_>, request: LearningGet) -> Result<Learning, CoreError> {
    let process = row::<FocusProcess>(look, request.focus_process_id.0)?;
    let part = Part::at_most(request.offset, request.limit.unwrap_or(PAGE), LONGEST_PAGE);
    page(look, &process.noun, &request.query, part)
}

pub(super) fn page(
    look: &Look<'_>,
    process: &FocusProcess,
    query: &str,
    part: Part,
) -> Result<Learning, CoreError> {
    let words: Vec<String> = query.split_whitespace().map(str::to_lowercase).collect();
    let steps = tables::experiment::that_taught(look.reader, process.id)?;
    let found: Vec<Experiment> = steps
        .into_iter()
        .map(|step| step.noun)
        .filter(|step| has_all(step, &words))
        .collect();
    Ok(Learning {
        as_of_seq: look.as_of_seq,
        team_id: process.team_id,
        total: found.len(),
        offset: part.offset,
        lines: part.of(found.into_iter().map(line)),
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
