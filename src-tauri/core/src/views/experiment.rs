//! One step: its plan, its seal, its result, and the step before it.

use chrono::NaiveDate;
use kata_domain::ids::{ObstacleId, OperationId, PersonId};
use kata_domain::{
    Attachment, CurrentCondition, Experiment, FocusProcess, Obstacle, SEALED_FIELDS, Team,
};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;

use super::lines::{
    Item, Look, MemberLine, MetricNow, ObservationLine, StepLine, members, metrics,
    observations_since, row, step_line,
};
use crate::api::requests::{ExperimentGet, ExperimentsGet};
use crate::error::{CoreError, camel};
use crate::store::rows::{Select, Stored};
use crate::views::chart::{self, StepVerdict};
use crate::views::{history, storyboard};

/// One step on one screen.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ExperimentView {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// The process.
    pub focus_process: Item<FocusProcess>,
    /// The step.
    pub step: StepLine,
    /// The obstacle it is against.
    pub obstacle: Option<Item<Obstacle>>,
    /// Open obstacles of the process, for choosing.
    pub obstacles: Vec<ObstacleRef>,
    /// Metrics of the team with their last values, for choosing.
    pub metrics: Vec<MetricNow>,
    /// People of the team.
    pub members: Vec<MemberLine>,
    /// The step before this one.
    pub before: Option<StepLine>,
    /// Column names (as on the wire) of what sealing still needs.
    pub missing_for_seal: Vec<String>,
    /// What was changed after sealing, oldest first.
    pub amendments: Vec<Amendment>,
    /// What was measured of the sealed metric since the step began, newest first.
    pub measured: Vec<ObservationLine>,
    /// What the values measured since it began say, by the limits that held then.
    pub verdict: Option<StepVerdict>,
    /// Files that were attached as evidence, in the order they came.
    pub attachments: Vec<Item<Attachment>>,
    /// The newest grasp of the current condition: where an adopted change is written down.
    pub current_condition: Option<Item<CurrentCondition>>,
}

/// An obstacle by its text.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleRef {
    /// Its id.
    pub id: ObstacleId,
    /// Its text.
    pub text: String,
}

/// A change of a sealed field, with both values.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Amendment {
    /// The operation that made it.
    pub op: OperationId,
    /// The field, as on the wire.
    pub field: String,
    /// The value that was sealed.
    pub sealed: Value,
    /// The value that was written.
    pub value: Value,
    /// Who wrote it.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// UTC milliseconds.
    pub at: i64,
}

/// All steps of a focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Experiments {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// The process.
    pub focus_process: Item<FocusProcess>,
    /// The steps, newest first.
    pub steps: Vec<StepLine>,
}

static STEPS: Select<Experiment> =
    Select::new("WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY number DESC, id");
static BEFORE: Select<Experiment> = Select::new(
    "WHERE focus_process_id = ?1 AND number < ?2 AND deleted_at IS NULL ORDER BY number DESC LIMIT 1",
);
static OBSTACLES: Select<Obstacle> = Select::new(
    "WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY state <> 'parked', rank, id",
);
static ATTACHMENTS: Select<Attachment> =
    Select::new("WHERE experiment_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id");

/// All steps of a focus process, newest first.
///
/// # Errors
/// When there is no such process.
pub fn list(look: &Look<'_>, request: ExperimentsGet) -> Result<Experiments, CoreError> {
    let process = row::<FocusProcess>(look, request.focus_process_id.0)?;
    let metrics = metrics(look, process.noun.team_id.0)?;
    let obstacles = OBSTACLES.all(look.connection, [process.noun.id.0.as_bytes()])?;
    let steps = STEPS.all(look.connection, [process.noun.id.0.as_bytes()])?;
    Ok(Experiments {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team: row::<Team>(look, process.noun.team_id.0)?.into_item(),
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
    let team = process.noun.team_id.0;
    let metrics = metrics(look, team)?;
    let obstacles = OBSTACLES.all(look.connection, [process.noun.id.0.as_bytes()])?;
    let key = (process.noun.id.0.as_bytes(), stored.noun.number);
    let before = BEFORE.first(look.connection, key)?.map(|step| {
        let text = obstacle_text(&obstacles, step.noun.obstacle_id);
        step_line(look, step, &metrics, text)
    });
    let text = obstacle_text(&obstacles, stored.noun.obstacle_id);
    let obstacle = obstacles
        .iter()
        .find(|o| Some(o.noun.id) == stored.noun.obstacle_id)
        .cloned();
    let key = [process.noun.id.0.as_bytes()];
    let condition = storyboard::CONDITION.first(look.connection, key)?;
    let attachments = ATTACHMENTS.all(look.connection, [stored.noun.id.0.as_bytes()])?;
    Ok(ExperimentView {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team: row::<Team>(look, team)?.into_item(),
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
        Some((metric, start)) => observations_since(look.connection, metric.0, start),
        None => Ok(Vec::new()),
    }
}

/// What was written into sealed fields after the seal, from the log.
pub(crate) fn amendments(
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
