//! Shapes that several views share: a row with its heads, a metric with its last value, a step.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kata_domain::due;
use kata_domain::ids::{ExperimentId, ObservationId, OperationId, PersonId};
use kata_domain::{Experiment, ExperimentState, Gap, Membership, Metric, Obstacle, Role};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use crate::error::CoreError;
use crate::store::heads::WireHeads;
use crate::store::rows::{self, Select, Stored};
use crate::store::sql::{self, Connection, Row, date};

/// One look at the file: a read transaction, and the day it is looked at.
pub struct Look<'c> {
    /// The transaction.
    pub connection: &'c Connection,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// Minutes that the clock of that person is ahead of UTC.
    pub utc_offset: i32,
    /// The log's newest sequence number.
    pub as_of_seq: i64,
}

impl Look<'_> {
    /// The same look, as on another day.
    pub fn on(&self, today: NaiveDate) -> Look<'_> {
        Look { today, ..*self }
    }
}

/// A row as a screen shows it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[schemars(rename = "{N}Item")]
#[serde(rename_all = "camelCase")]
pub struct Item<N> {
    /// The noun's own fields.
    #[serde(flatten)]
    pub noun: N,
    /// Where its fields stand in the log.
    pub meta: Meta,
}

/// Where a row stands in the log: what an edit of it is based on.
#[derive(Clone, Debug, PartialEq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Meta {
    /// UTC milliseconds.
    pub created_at: i64,
    /// Who made it.
    pub created_by: Option<PersonId>,
    /// UTC milliseconds.
    pub updated_at: i64,
    /// Who changed it last.
    pub updated_by: Option<PersonId>,
    /// It was removed by one person while another wrote in it, and is back.
    pub returned: bool,
    /// The operations that each field shows; a field that is absent shows those under `""`, the creation.
    #[schemars(with = "BTreeMap<String, Vec<OperationId>>")]
    pub heads: WireHeads,
    /// Fields with two values that a person has to choose between.
    pub open: Vec<String>,
}

/// A person in a team.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MemberLine {
    /// The membership.
    pub membership: Item<Membership>,
    /// The person's name.
    pub name: String,
    /// The roles taken.
    pub roles: Vec<Role>,
}

/// A metric with its last value.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MetricNow {
    /// The metric.
    pub metric: Item<Metric>,
    /// Its newest observation.
    pub last: Option<ObservationLine>,
    /// Days since that observation.
    pub age_days: Option<i64>,
    /// Whether that is longer than the metric's rhythm.
    pub stale: bool,
}

/// One observation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObservationLine {
    /// Its id.
    pub id: ObservationId,
    /// The value in the metric's unit.
    pub value: f64,
    /// The day.
    pub observed_on: NaiveDate,
    /// Who measured it.
    pub measured_by: String,
    /// How.
    pub how: String,
}

/// A step of the experimenting record with what follows from it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepLine {
    /// The step.
    pub experiment: Item<Experiment>,
    /// Name of the metric it is judged by.
    pub metric_name: Option<String>,
    /// That metric's unit.
    pub unit: Option<String>,
    /// Text of the obstacle it is against.
    pub obstacle_text: Option<String>,
    /// Gap between prediction and result, where both are numbers.
    pub gap: Option<Gap>,
    /// How far the result lies outside the predicted range: 0 within; none without range or result.
    pub outside_range: Option<f64>,
    /// Whether the result side takes text and numbers.
    pub result_open: bool,
    /// Whether the check date has come and no result is written.
    pub result_due: bool,
    /// A sealed field was changed later.
    pub amended: bool,
}

/// A step in one line.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct StepRef {
    /// Its id.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// Where it stands.
    pub state: ExperimentState,
    /// The day it started, or closed where that is later.
    pub on: Option<NaiveDate>,
    /// Days since then.
    pub days_ago: Option<i64>,
}

/// One version of a field, as somebody wrote it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Version {
    /// The operation that wrote it.
    pub op: OperationId,
    /// Who wrote it; none where the board does not say.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// UTC milliseconds.
    pub at: i64,
    /// Kind of the operation.
    pub kind: String,
    /// The field, as on the wire; empty for the creation of the whole row.
    pub field: String,
    /// What was written.
    pub value: Value,
}

/// Days from a day until today; negative before it.
pub(crate) fn days_since(look: &Look<'_>, day: NaiveDate) -> i64 {
    (look.today - day).num_days()
}

/// People of a team, by name.
pub(crate) fn members(look: &Look<'_>, team: Uuid) -> Result<Vec<MemberLine>, CoreError> {
    static OF_TEAM: Select<Membership> = Select::new("WHERE team_id = ?1 AND deleted_at IS NULL");
    let mut lines = Vec::new();
    for stored in OF_TEAM.all(look.connection, [team.as_bytes()])? {
        let name: Option<String> = sql::first(
            look.connection,
            "SELECT name FROM person WHERE id = ?1 AND deleted_at IS NULL",
            [stored.noun.person_id.0.as_bytes()],
            |row| row.get(0),
        )?;
        if let Some(name) = name {
            let roles = stored.noun.roles.clone();
            lines.push(MemberLine {
                membership: stored.into_item(),
                name,
                roles,
            });
        }
    }
    lines.sort_by_key(|line| line.name.to_lowercase());
    Ok(lines)
}

/// Metrics of a team with their last values, in order.
pub(crate) fn metrics(look: &Look<'_>, team: Uuid) -> Result<Vec<MetricNow>, CoreError> {
    static OF_TEAM: Select<Metric> =
        Select::new("WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY rank, id");
    OF_TEAM
        .all(look.connection, [team.as_bytes()])?
        .into_iter()
        .map(|metric| metric_now(look, metric))
        .collect()
}

fn metric_now(look: &Look<'_>, metric: Stored<Metric>) -> Result<MetricNow, CoreError> {
    let last = last_observation(look.connection, metric.noun.id.0)?;
    let age_days = last.as_ref().map(|last| days_since(look, last.observed_on));
    let stale = last
        .as_ref()
        .is_some_and(|last| due::number(&metric.noun, last.observed_on, look.today).is_some());
    Ok(MetricNow {
        metric: metric.into_item(),
        last,
        age_days,
        stale,
    })
}

/// The newest observation of a metric; the later written one where two are of one day.
pub(crate) fn last_observation(
    connection: &Connection,
    metric: Uuid,
) -> Result<Option<ObservationLine>, CoreError> {
    sql::first(
        connection,
        "SELECT id, value, observed_on, measured_by, how FROM observation
         WHERE metric_id = ?1 AND deleted_at IS NULL ORDER BY observed_on DESC, rowid DESC LIMIT 1",
        [metric.as_bytes()],
        observation_line,
    )
}

/// Observations of a metric from a day on, newest first; as many as a person chooses from.
pub(crate) fn observations_since(
    connection: &Connection,
    metric: Uuid,
    day: NaiveDate,
) -> Result<Vec<ObservationLine>, CoreError> {
    sql::all(
        connection,
        "SELECT id, value, observed_on, measured_by, how FROM observation
         WHERE metric_id = ?1 AND observed_on >= ?2 AND deleted_at IS NULL
         ORDER BY observed_on DESC, rowid DESC LIMIT 50",
        (metric.as_bytes(), day.to_string()),
        observation_line,
    )
}

fn observation_line(row: &Row<'_>) -> sql::Result<ObservationLine> {
    Ok(ObservationLine {
        id: ObservationId(Uuid::from_bytes(row.get(0)?)),
        value: row.get(1)?,
        observed_on: date(row, 2)?,
        measured_by: row.get(3)?,
        how: row.get(4)?,
    })
}

/// A step with what follows from it. Names are looked up in what the view has read already.
pub(crate) fn step_line(
    look: &Look<'_>,
    stored: Stored<Experiment>,
    metrics: &[MetricNow],
    obstacle_text: Option<String>,
) -> StepLine {
    let mut known = metrics.iter().map(|now| &now.metric.noun);
    let metric = stored.noun.metric_id;
    let metric = metric.and_then(|id| known.find(|metric| metric.id == id));
    step_with(look, stored, metric, obstacle_text)
}

/// A step with what follows from it, its metric and the obstacle it is against.
pub(crate) fn step_with(
    look: &Look<'_>,
    stored: Stored<Experiment>,
    metric: Option<&Metric>,
    obstacle_text: Option<String>,
) -> StepLine {
    let step = &stored.noun;
    let result_open = step.result_open(look.today);
    StepLine {
        metric_name: metric.map(|metric| metric.name.clone()),
        unit: metric.map(|metric| metric.unit.clone()),
        obstacle_text,
        gap: step.gap(),
        outside_range: step.outside_range(),
        result_open,
        result_due: result_open && step.state == ExperimentState::Running,
        amended: step.amended_at.is_some(),
        experiment: stored.into_item(),
    }
}

/// A step by its id, also one that was removed, with what follows from it.
pub(crate) fn step_by_id(look: &Look<'_>, id: ExperimentId) -> Result<StepLine, CoreError> {
    let stored = row::<Experiment>(look, id.0)?;
    let metric = stored
        .noun
        .metric_id
        .map(|metric| row::<Metric>(look, metric.0).map(|row| row.noun))
        .transpose()?;
    let obstacle = stored
        .noun
        .obstacle_id
        .map(|obstacle| row::<Obstacle>(look, obstacle.0).map(|row| row.noun.text))
        .transpose()?;
    Ok(step_with(look, stored, metric.as_ref(), obstacle))
}

/// A row by its id, also one that was removed.
pub(crate) fn row<N: kata_domain::noun::Noun>(
    look: &Look<'_>,
    id: Uuid,
) -> Result<Stored<N>, CoreError> {
    rows::load(look.connection, id)
}
