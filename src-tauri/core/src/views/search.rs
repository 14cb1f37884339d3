//! What a search shows of the rows it found.

use kata_domain::ExperimentState;
use kata_domain::ids::ExperimentId;
use kata_wire::{CoreError, Hit, SimilarStep, StepLine};
use uuid::Uuid;

use super::lines::{Look, step_by_id};
use kata_store::outbox::search::Found;
use kata_store::searchable::{self, KINDS, Kind, Texts};
use kata_store::tables::place;

/// A row that was found, as it is now.
pub struct Row {
    /// What it is.
    pub kind: &'static Kind,
    /// Its id.
    pub id: Uuid,
    /// Its texts.
    pub texts: Texts,
}

/// The rows that are still there.
///
/// # Errors
/// What SQLite says.
pub fn rows(look: &Look<'_>, found: &[Found]) -> Result<Vec<Row>, CoreError> {
    let mut rows = Vec::with_capacity(found.len());
    for found in found {
        let Some(kind) = KINDS.get(found.kind) else {
            continue;
        };
        if let Some(texts) = searchable::texts(look.reader, kind, found.id)? {
            rows.push(Row {
                kind,
                id: found.id,
                texts,
            });
        }
    }
    Ok(rows)
}

/// A row as a hit; its title and snippet are filled in by who marked them.
///
/// # Errors
/// What SQLite says.
pub fn hit(look: &Look<'_>, row: &Row) -> Result<Hit, CoreError> {
    place::of(look.reader, row.kind.entity, row.id)
}

/// A closed step with what came of it; none where it is still open.
///
/// # Errors
/// What SQLite says.
pub fn similar(look: &Look<'_>, row: &Row) -> Result<Option<SimilarStep>, CoreError> {
    let StepLine {
        experiment,
        metric_name,
        unit,
        gap,
        ..
    } = step_by_id(look, ExperimentId(row.id))?;
    let step = experiment.noun;
    if matches!(
        step.state,
        ExperimentState::Planned | ExperimentState::Running
    ) {
        return Ok(None);
    }
    let place = hit(look, row)?;
    Ok(Some(SimilarStep {
        id: step.id,
        team_id: place.team_id,
        team_name: place.team_name,
        number: step.number,
        state: step.state,
        closed_on: step.closed_on,
        step: Vec::new(),
        predicted: step.predicted,
        actual: step.actual,
        gap,
        metric_name,
        unit,
        learned: step.learned,
    }))
}
