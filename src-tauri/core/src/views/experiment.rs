//! One step: its plan, its seal, its result, and the step before it.

use kata_domain::ids::ObstacleId;
use kata_domain::wire_name::camel;
use kata_domain::{Experiment, FocusProcess, Obstacle, ObstacleState, SEALED_FIELDS, Team};
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::{
    Amendment, CoreError, ExperimentGet, ExperimentView, Experiments, ExperimentsGet,
    ObservationLine, ObstacleRef,
};
use serde_json::Value;

use super::lines::{Look, members, metrics, row, step_line};
use super::part::Part;
use crate::standing::next_step;
use crate::views::{chart, history};

/// Numbers since the start of a step that a person chooses from at most.
const MEASURED: i64 = 50;

/// The steps of a focus process, newest first: all of them, or the part that is asked for.
///
/// # Errors
/// When there is no such process.
pub fn list(look: &Look<'_>, request: ExperimentsGet) -> Result<Experiments, CoreError> {
    let process = row::<FocusProcess>(look, request.focus_process_id.0)?;
    let metrics = metrics(look, process.noun.team_id)?;
    let obstacles = tables::obstacle::of_process(look.reader, process.noun.id)?;
    let id = process.noun.id;
    let part = Part::new(request.offset, request.limit);
    let steps = tables::experiment::page(look.reader, id, part.limit, part.offset)?;
    Ok(Experiments {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team: row::<Team>(look, process.noun.team_id.0)?.into_item(),
        total: tables::experiment::count(look.reader, id, None)?,
        offset: part.offset,
        planned_id: next_step(look.reader, &process.noun, None)?,
        steps: steps
            .into_iter()
            .map(|step| {
                let text = obstacle_text(&obstacles, step.noun.obstacle_id);
                step_line(look, step, &metrics, text)
            })
            .collect(),
        focus_process: process.into_item(),
    })
}

fn obstacle_text(obstacles: &[Stored<Obstacle>], id: Option<ObstacleId>) -> Option<String> {
    obstacles
        .iter()
        .find(|o| Some(o.noun.id) == id)
        .map(|o| o.noun.text.clone())
}

/// One step with its plan, its seal, its result, and the step before it.
///
/// # Errors
/// When there is no such step.
pub fn get(look: &Look<'_>, request: ExperimentGet) -> Result<ExperimentView, CoreError> {
    let stored = row::<Experiment>(look, request.id.0)?;
    let process = row::<FocusProcess>(look, stored.noun.focus_process_id.0)?;
    let team = process.noun.team_id;
    let metrics = metrics(look, team)?;
    let mut obstacles = tables::obstacle::of_process(look.reader, process.noun.id)?;
    // Those that stand in the way still can be chosen first.
    obstacles.sort_by_key(|obstacle| obstacle.noun.state != ObstacleState::Parked);
    let before = tables::experiment::before(look.reader, process.noun.id, stored.noun.number)?;
    let before = before.map(|step| {
        let text = obstacle_text(&obstacles, step.noun.obstacle_id);
        step_line(look, step, &metrics, text)
    });
    let text = obstacle_text(&obstacles, stored.noun.obstacle_id);
    let obstacle = obstacles
        .iter()
        .find(|o| Some(o.noun.id) == stored.noun.obstacle_id)
        .cloned();
    let condition = tables::current_condition::newest_of(look.reader, process.noun.id)?;
    let attachments = tables::attachment::of_step(look.reader, stored.noun.id)?;
    Ok(ExperimentView {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team: row::<Team>(look, team.0)?.into_item(),
        focus_process: process.into_item(),
        current_condition: condition.map(Stored::into_item),
        attachments: attachments.into_iter().map(Stored::into_item).collect(),
        measured: measured(look, &stored.noun)?,
        verdict: chart::verdict_of(look, &stored.noun)?,
        obstacle: obstacle.map(Stored::into_item),
        obstacles: obstacles
            .iter()
            .map(|o| ObstacleRef {
                id: o.noun.id,
                text: o.noun.text.clone(),
            })
            .collect(),
        members: members(look, team)?,
        before,
        missing_for_seal: stored
            .noun
            .missing_for_seal()
            .into_iter()
            .map(camel)
            .collect(),
        amendments: amendments(look, &stored)?,
        step: step_line(look, stored, &metrics, text),
        metrics,
    })
}

fn measured(look: &Look<'_>, step: &Experiment) -> Result<Vec<ObservationLine>, CoreError> {
    let metric = step.sealed.as_ref().and_then(|sealed| sealed.metric_id);
    match metric.zip(step.started_on) {
        Some((metric, start)) => tables::observation::since(look.reader, metric, start, MEASURED),
        None => Ok(Vec::new()),
    }
}

/// What was written into sealed fields after the seal, from the log.
pub fn amendments(
    look: &Look<'_>,
    stored: &Stored<Experiment>,
) -> Result<Vec<Amendment>, CoreError> {
    let Some(sealed) = stored
        .noun
        .sealed
        .as_ref()
        .filter(|_| stored.noun.amended_at.is_some())
    else {
        return Ok(Vec::new());
    };
    let sealed = serde_json::to_value(sealed).unwrap_or(Value::Null);
    let versions = history::versions_after_seal(look, stored.noun.id.0)?;
    Ok(versions
        .into_iter()
        .filter(|version| {
            SEALED_FIELDS
                .iter()
                .any(|field| camel(field) == version.field)
        })
        .map(|version| Amendment {
            sealed: sealed.get(&version.field).cloned().unwrap_or(Value::Null),
            op: version.op,
            field: version.field,
            value: version.value,
            by: version.by,
            by_name: version.by_name,
            at: version.at,
        })
        .collect())
}
