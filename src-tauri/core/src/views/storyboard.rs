//! The storyboard: one focus process on one screen.

use std::collections::HashMap;

use chrono::NaiveDate;
use kata_domain::ids::{FocusProcessId, MetricId, ObstacleId, TargetConditionId};
use kata_domain::{
    Challenge, Comparison, CurrentCondition, Experiment, ExperimentState, FocusProcess, Good,
    Obstacle, ObstacleState, TargetCondition, TargetConditionStatus, Team,
};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::lines::{
    Item, Look, MemberLine, MetricNow, StepLine, days_since, members, metrics, row, step_line,
};
use crate::api::requests::StoryboardGet;
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::store::sql::{self, Connection, date};

/// Values that a chart shows at most.
const CHART_POINTS: i64 = 120;

/// The storyboard of one focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Storyboard {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// All focus processes of the team, in order.
    pub focus_processes: Vec<FocusProcessRef>,
    /// The one shown; none while the team has none.
    pub focus_process: Option<Item<FocusProcess>>,
    /// The newest active challenge.
    pub challenge: Option<Item<Challenge>>,
    /// The active target condition, or the newest draft while none is active.
    pub target_condition: Option<Item<TargetCondition>>,
    /// Days until its achieve-by date; negative after it.
    pub days_left: Option<i64>,
    /// All target conditions, oldest first.
    pub target_conditions: Vec<TargetConditionRef>,
    /// The newest grasp of the current condition.
    pub current_condition: Option<Item<CurrentCondition>>,
    /// Metrics of the team with their last values, in order.
    pub metrics: Vec<MetricNow>,
    /// The outcome metric over time; none without an outcome metric.
    pub chart: Option<Chart>,
    /// The parking lot: addressed now first, then parked, then closed.
    pub obstacles: Vec<ObstacleLine>,
    /// Steps of the shown target condition (all steps while there is none), oldest first.
    pub steps: Vec<StepLine>,
    /// People of the team.
    pub members: Vec<MemberLine>,
    /// When the five questions are asked again.
    pub coaching: CoachingNow,
    /// How many removed things of this focus process can be restored.
    pub removed_count: i64,
}

/// Whether a coaching cycle is being held, and when the next one is booked.
#[derive(Clone, Debug, PartialEq, Default, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct CoachingNow {
    /// One began today and is not over.
    pub running: bool,
    /// The day that was booked when the last one ended.
    pub next_on: Option<NaiveDate>,
    /// Its time of day, `HH:MM`; empty where only the day is booked.
    pub next_time: String,
    /// Name of the coach of the last one.
    pub coach: Option<String>,
}

/// A focus process by name.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct FocusProcessRef {
    /// Its id.
    pub id: FocusProcessId,
    /// Its name.
    pub name: String,
}

/// A target condition in one line.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TargetConditionRef {
    /// Its id.
    pub id: TargetConditionId,
    /// Its number.
    pub number: i64,
    /// Where it stands.
    pub status: TargetConditionStatus,
    /// Its date.
    pub achieve_by_on: Option<NaiveDate>,
}

/// An obstacle of the parking lot.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ObstacleLine {
    /// The obstacle.
    pub obstacle: Item<Obstacle>,
    /// Whether it is the one addressed now.
    pub addressing: bool,
}

/// Single values over time with the target they shall reach.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Chart {
    /// Name of the metric.
    pub metric_name: String,
    /// Its unit.
    pub unit: String,
    /// The newest values, oldest first, at most 120.
    pub points: Vec<ChartPoint>,
    /// How values compare with the target.
    pub comparison: Comparison,
    /// The target value.
    pub target: Option<f64>,
    /// Where the target line ends in a post.
    pub achieve_by_on: Option<NaiveDate>,
    /// Steps as numbered marks, oldest first.
    pub steps: Vec<ChartStep>,
}

/// One measured value.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChartPoint {
    /// The day.
    pub on: NaiveDate,
    /// The value.
    pub value: f64,
}

/// A step on the chart.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChartStep {
    /// Its number.
    pub number: i64,
    /// The day it started.
    pub started_on: NaiveDate,
    /// The day its result is looked at.
    pub check_on: Option<NaiveDate>,
    /// The sealed prediction, where it is of this metric and the step is still running.
    pub predicted: Option<f64>,
}

static PROCESSES: Select<FocusProcess> =
    Select::new("WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY rank, id");
pub(super) static CHALLENGE: Select<Challenge> = Select::new(
    "WHERE focus_process_id = ?1 AND deleted_at IS NULL AND status = 'active' ORDER BY created_at DESC LIMIT 1",
);
static TARGETS: Select<TargetCondition> =
    Select::new("WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY number");
pub(super) static CONDITION: Select<CurrentCondition> = Select::new(
    "WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY as_of_on DESC, created_at DESC LIMIT 1",
);
static OBSTACLES: Select<Obstacle> =
    Select::new("WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY rank, id");
static STEPS: Select<Experiment> =
    Select::new("WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY number, id");
// The plus keeps SQLite from walking through all steps of the process, which are many more.
static STEPS_OF_TARGET: Select<Experiment> = Select::new(
    "WHERE +focus_process_id = ?1 AND target_condition_id = ?2 AND deleted_at IS NULL
     ORDER BY number, id",
);

/// The storyboard of a focus process, or of a team's first one.
///
/// # Errors
/// When neither is named or there is no such row.
pub fn get(look: &Look<'_>, request: StoryboardGet) -> Result<Storyboard, CoreError> {
    let (team, processes) = place(look, &request)?;
    let chosen = match request.focus_process_id {
        Some(id) => Some(row::<FocusProcess>(look, id.0)?),
        None => processes.first().cloned(),
    };
    let metrics = metrics(look, team.noun.id.0)?;
    let mut board = Storyboard {
        as_of_seq: look.as_of_seq,
        today: look.today,
        members: members(look, team.noun.id.0)?,
        team: team.into_item(),
        focus_processes: processes
            .iter()
            .map(|process| FocusProcessRef {
                id: process.noun.id,
                name: process.noun.name.clone(),
            })
            .collect(),
        focus_process: None,
        challenge: None,
        target_condition: None,
        days_left: None,
        target_conditions: Vec::new(),
        current_condition: None,
        metrics,
        chart: None,
        obstacles: Vec::new(),
        steps: Vec::new(),
        coaching: CoachingNow::default(),
        removed_count: 0,
    };
    if let Some(process) = chosen {
        fill(look, &mut board, process)?;
    }
    Ok(board)
}

impl Storyboard {
    /// The metric that the chart is about.
    pub fn outcome_metric(&self) -> Option<MetricId> {
        outcome_metric(
            self.target_condition.as_ref().map(|target| &target.noun),
            self.current_condition.as_ref().map(|current| &current.noun),
        )
    }

    /// The step that is planned next, if one stands in pencil.
    pub fn planned_step(&self) -> Option<&StepLine> {
        let planned = |step: &&StepLine| step.experiment.noun.state == ExperimentState::Planned;
        self.steps.iter().rev().find(planned)
    }
}

fn place(
    look: &Look<'_>,
    request: &StoryboardGet,
) -> Result<(Stored<Team>, Vec<Stored<FocusProcess>>), CoreError> {
    let team_id = match (request.focus_process_id, request.team_id) {
        (Some(process), _) => row::<FocusProcess>(look, process.0)?.noun.team_id,
        (None, Some(team)) => team,
        (None, None) => {
            return Err(CoreError::RequestInvalid {
                command: "storyboard_get".to_owned(),
                detail: "focusProcessId or teamId".to_owned(),
            });
        }
    };
    let team = row::<Team>(look, team_id.0)?;
    Ok((
        team,
        PROCESSES.all(look.connection, [team_id.0.as_bytes()])?,
    ))
}

fn fill(
    look: &Look<'_>,
    board: &mut Storyboard,
    process: Stored<FocusProcess>,
) -> Result<(), CoreError> {
    let id = process.noun.id.0;
    let key = [id.as_bytes()];
    let targets = TARGETS.all(look.connection, key)?;
    let shown = shown_target(&process.noun, &targets).cloned();
    let condition = CONDITION.first(look.connection, key)?;
    let obstacles = OBSTACLES.all(look.connection, key)?;
    let texts: HashMap<ObstacleId, String> = obstacles
        .iter()
        .map(|o| (o.noun.id, o.noun.text.clone()))
        .collect();
    // Steps of a target condition that was closed stay with it; a draft shows all of them still.
    let steps = match process.noun.active_target_condition_id {
        Some(target) => {
            STEPS_OF_TARGET.all(look.connection, (id.as_bytes(), target.0.as_bytes()))?
        }
        None => STEPS.all(look.connection, key)?,
    };
    let outcome = outcome_metric(
        shown.as_ref().map(|t| &t.noun),
        condition.as_ref().map(|c| &c.noun),
    );
    board.chart = outcome
        .map(|metric| {
            chart(
                look.connection,
                metric,
                &board.metrics,
                shown.as_ref(),
                &steps,
            )
        })
        .transpose()?
        .flatten();
    board.steps = steps
        .into_iter()
        .map(|step| {
            let text = step.noun.obstacle_id.and_then(|id| texts.get(&id).cloned());
            step_line(look, step, &board.metrics, text)
        })
        .collect();
    board.obstacles = order(obstacles, process.noun.addressing_id);
    board.challenge = CHALLENGE
        .first(look.connection, key)?
        .map(Stored::into_item);
    board.days_left = shown
        .as_ref()
        .and_then(|t| t.noun.achieve_by_on)
        .map(|day| -days_since(look, day));
    board.target_conditions = targets.iter().map(|t| target_ref(&t.noun)).collect();
    board.target_condition = shown.map(Stored::into_item);
    board.current_condition = condition.map(Stored::into_item);
    board.coaching = coaching_now(look, id)?;
    board.removed_count = removed_count(look.connection, id)?;
    board.focus_process = Some(process.into_item());
    Ok(())
}

fn shown_target<'a>(
    process: &FocusProcess,
    targets: &'a [Stored<TargetCondition>],
) -> Option<&'a Stored<TargetCondition>> {
    let active = process.active_target_condition_id;
    targets
        .iter()
        .find(|target| Some(target.noun.id) == active)
        .or_else(|| {
            targets
                .iter()
                .rev()
                .find(|t| t.noun.status == TargetConditionStatus::Draft)
        })
}

fn target_ref(target: &TargetCondition) -> TargetConditionRef {
    TargetConditionRef {
        id: target.id,
        number: target.number,
        status: target.status,
        achieve_by_on: target.achieve_by_on,
    }
}

fn outcome_metric(
    target: Option<&TargetCondition>,
    condition: Option<&CurrentCondition>,
) -> Option<MetricId> {
    target
        .and_then(|t| t.outcome_metric_id)
        .or(condition.and_then(|c| c.outcome_metric_id))
}

fn order(obstacles: Vec<Stored<Obstacle>>, addressing: Option<ObstacleId>) -> Vec<ObstacleLine> {
    let mut lines: Vec<ObstacleLine> = obstacles
        .into_iter()
        .map(|obstacle| ObstacleLine {
            addressing: Some(obstacle.noun.id) == addressing,
            obstacle: obstacle.into_item(),
        })
        .collect();
    lines.sort_by_key(|line| {
        (
            !line.addressing,
            line.obstacle.noun.state != ObstacleState::Parked,
        )
    });
    lines
}

fn chart(
    connection: &Connection,
    metric: MetricId,
    metrics: &[MetricNow],
    target: Option<&Stored<TargetCondition>>,
    steps: &[Stored<Experiment>],
) -> Result<Option<Chart>, CoreError> {
    let Some(now) = metrics.iter().find(|m| m.metric.noun.id == metric) else {
        return Ok(None);
    };
    let target = target
        .map(|t| &t.noun)
        .filter(|t| t.outcome_metric_id == Some(metric));
    let by_direction = match now.metric.noun.good {
        Good::Down => Comparison::AtMost,
        Good::Up => Comparison::AtLeast,
    };
    Ok(Some(Chart {
        metric_name: now.metric.noun.name.clone(),
        unit: now.metric.noun.unit.clone(),
        points: points(connection, metric.0)?,
        comparison: target.map_or(by_direction, |t| t.outcome_comparison),
        target: target.and_then(|t| t.outcome_target),
        achieve_by_on: target.and_then(|t| t.achieve_by_on),
        steps: steps
            .iter()
            .filter_map(|step| chart_step(&step.noun, metric))
            .collect(),
    }))
}

fn chart_step(step: &Experiment, metric: MetricId) -> Option<ChartStep> {
    let sealed = step.sealed.as_ref()?;
    let open = step.state == ExperimentState::Running && sealed.metric_id == Some(metric);
    Some(ChartStep {
        number: step.number,
        started_on: step.started_on?,
        check_on: sealed.check_on,
        predicted: sealed.predicted.filter(|_| open),
    })
}

fn points(connection: &Connection, metric: Uuid) -> Result<Vec<ChartPoint>, CoreError> {
    let mut points = sql::all(
        connection,
        "SELECT observed_on, value FROM observation WHERE metric_id = ?1 AND deleted_at IS NULL
         ORDER BY observed_on DESC, rowid DESC LIMIT ?2",
        (metric.as_bytes(), CHART_POINTS),
        |row| {
            Ok(ChartPoint {
                on: date(row, 0)?,
                value: row.get(1)?,
            })
        },
    )?;
    points.reverse();
    Ok(points)
}

fn coaching_now(look: &Look<'_>, process: Uuid) -> Result<CoachingNow, CoreError> {
    let running: bool = sql::one(
        look.connection,
        "SELECT EXISTS (SELECT 1 FROM coaching_cycle WHERE focus_process_id = ?1 AND state = 'running'
         AND began_on = ?2 AND deleted_at IS NULL)",
        (process.as_bytes(), look.today.to_string()),
        |row| row.get(0),
    )?;
    let last = sql::first(
        look.connection,
        "SELECT c.next_on, c.next_time, p.name FROM coaching_cycle c LEFT JOIN person p ON p.id = c.coach_id
         WHERE c.focus_process_id = ?1 AND c.state = 'finished' AND c.deleted_at IS NULL
         ORDER BY c.began_at DESC LIMIT 1",
        [process.as_bytes()],
        |row| {
            let next_on: Option<String> = row.get(0)?;
            Ok(CoachingNow {
                running,
                next_on: next_on.as_deref().and_then(kata_domain::date::parse),
                next_time: row.get(1)?,
                coach: row.get(2)?,
            })
        },
    )?;
    Ok(last.unwrap_or(CoachingNow {
        running,
        ..CoachingNow::default()
    }))
}

fn removed_count(connection: &Connection, process: Uuid) -> Result<i64, CoreError> {
    sql::one(
        connection,
        "SELECT (SELECT count(*) FROM obstacle WHERE focus_process_id = ?1 AND deleted_at IS NOT NULL)
              + (SELECT count(*) FROM experiment WHERE focus_process_id = ?1 AND deleted_at IS NOT NULL)
              + (SELECT count(*) FROM target_condition WHERE focus_process_id = ?1 AND deleted_at IS NOT NULL)
              + (SELECT count(*) FROM challenge WHERE focus_process_id = ?1 AND deleted_at IS NOT NULL)
              + (SELECT count(*) FROM current_condition WHERE focus_process_id = ?1 AND deleted_at IS NOT NULL)
              + (SELECT count(*) FROM coaching_cycle WHERE focus_process_id = ?1 AND deleted_at IS NOT NULL)",
        [process.as_bytes()],
        |row| row.get(0),
    )
}
