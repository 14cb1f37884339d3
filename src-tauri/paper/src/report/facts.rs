//! What a report says, read in one read transaction; no prose.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kata_core::job::Job;
use kata_core::views::lines::{self, Look, row, step_line};
use kata_core::views::{board, chart, experiment};
use kata_domain::ids::{MetricId, TeamId};
use kata_domain::{
    Challenge, CurrentCondition, Experiment, ExperimentState, FocusProcess, Obstacle,
    ObstacleState, TargetCondition, Team,
};
use kata_store::clock::day_of;
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::{Amendment, ChartGet, CoreError, MetricChart, MetricNow, ReportGet, StepLine};

use super::period::Period;

/// The day a report is written for, and in which local time.
#[derive(Clone, Copy, Debug)]
pub struct Day {
    /// The calendar date.
    pub on: NaiveDate,
    /// Minutes that local time is ahead of UTC.
    pub utc_offset: i32,
}

/// Everything that a report says.
#[derive(Clone, Debug)]
pub struct Facts {
    /// The day it is written for.
    pub day: Day,
    /// When the board was last changed, UTC milliseconds.
    pub changed_at: Option<i64>,
    /// What it is about.
    pub period: Period,
    /// The team.
    pub team: Team,
    /// Its focus processes, in order.
    pub processes: Vec<ProcessFacts>,
}

/// One focus process.
#[derive(Clone, Debug)]
pub struct ProcessFacts {
    /// The process.
    pub process: FocusProcess,
    /// Its direction.
    pub challenge: Option<Challenge>,
    /// Name of the challenge's owner.
    pub owner: Option<String>,
    /// The newest grasp of the current condition.
    pub condition: Option<CurrentCondition>,
    /// All target conditions, oldest first: the way to the challenge is told whole.
    pub targets: Vec<TargetCondition>,
    /// The team's metrics.
    pub metrics: BTreeMap<MetricId, MetricNow>,
    /// The metrics that the work is about, over the period.
    pub charts: Vec<MetricChart>,
    /// Steps of the period, oldest first.
    pub steps: Vec<StepFacts>,
    /// Obstacles that are open, the one addressed now first.
    pub open: Vec<Obstacle>,
    /// Obstacles that were closed in the period.
    pub closed: Vec<Obstacle>,
}

/// One step.
#[derive(Clone, Debug)]
pub struct StepFacts {
    /// The step with what follows from it.
    pub line: StepLine,
    /// Who runs it.
    pub run_by: Option<String>,
    /// What was changed after sealing, oldest first.
    pub amendments: Vec<Amendment>,
}

/// Reads what a report says, of one focus process or of all of a team.
///
/// # Errors
/// When neither is named, there is no such row, or the job is to end.
pub fn read(
    look: &Look<'_>,
    request: &ReportGet,
    day: Day,
    job: &Job<'_>,
) -> Result<Facts, CoreError> {
    let look = &look.on(day.on);
    let (team, processes) = place(look, request)?;
    let metrics = metrics(look, team.id)?;
    let period = Period {
        from: request.from,
        to: request.to,
    };
    let processes = processes
        .into_iter()
        .map(|process| process_facts(look, process.noun, &metrics, period, job))
        .collect::<Result<_, _>>()?;
    Ok(Facts {
        day,
        changed_at: board::saved_at(look)?,
        period,
        team,
        processes,
    })
}

/// The team of a request, and the focus processes it is about.
///
/// # Errors
/// When neither is named, or there is no such row.
pub(super) fn place(
    look: &Look<'_>,
    request: &ReportGet,
) -> Result<(Team, Vec<Stored<FocusProcess>>), CoreError> {
    let (team, processes) = match (request.focus_process_id, request.team_id) {
        (Some(process), _) => {
            let process = row::<FocusProcess>(look, process.0)?;
            (process.noun.team_id, vec![process])
        }
        (None, Some(team)) => (team, tables::focus_process::of_team(look.reader, team)?),
        (None, None) => {
            return Err(CoreError::RequestInvalid {
                command: "report_get".to_owned(),
                detail: "focusProcessId or teamId".to_owned(),
            });
        }
    };
    Ok((row::<Team>(look, team.0)?.noun, processes))
}

fn metrics(look: &Look<'_>, team: TeamId) -> Result<BTreeMap<MetricId, MetricNow>, CoreError> {
    let lines = lines::metrics(look, team)?;
    let by_id = lines.into_iter().map(|line| (line.metric.noun.id, line));
    Ok(by_id.collect())
}

fn process_facts(
    look: &Look<'_>,
    process: FocusProcess,
    metrics: &BTreeMap<MetricId, MetricNow>,
    period: Period,
    job: &Job<'_>,
) -> Result<ProcessFacts, CoreError> {
    let obstacles = nouns(tables::obstacle::of_process(look.reader, process.id)?);
    let challenge = tables::challenge::active_of(look.reader, process.id)?.map(|c| c.noun);
    let owner = challenge.as_ref().and_then(|c| c.owner_id);
    let steps = steps(look, &process, metrics, &obstacles, period, job)?;
    let (open, closed) = sort_obstacles(&process, obstacles, period);
    let condition = tables::current_condition::newest_of(look.reader, process.id)?;
    let condition = condition.map(|c| c.noun);
    let targets = nouns(tables::target_condition::of_process(
        look.reader,
        process.id,
    )?);
    let shown = shown_metrics(targets.last(), condition.as_ref(), &steps);
    let charts = charts(look, &process, shown, period, job)?;
    Ok(ProcessFacts {
        owner: owner
            .map(|person| tables::person::name(look.reader, person))
            .transpose()?
            .flatten(),
        challenge,
        condition,
        targets,
        charts,
        metrics: metrics.clone(),
        steps,
        open,
        closed,
        process,
    })
}

fn nouns<N>(rows: Vec<Stored<N>>) -> Vec<N> {
    rows.into_iter().map(|row| row.noun).collect()
}

fn steps(
    look: &Look<'_>,
    process: &FocusProcess,
    metrics: &BTreeMap<MetricId, MetricNow>,
    obstacles: &[Obstacle],
    period: Period,
    job: &Job<'_>,
) -> Result<Vec<StepFacts>, CoreError> {
    let all = tables::experiment::of_process(look.reader, process.id)?;
    let metrics: Vec<_> = metrics.values().cloned().collect();
    let mut steps = Vec::new();
    for stored in all {
        job.goes_on()?;
        if !within(period, &stored.noun, look.today) {
            continue;
        }
        let text = obstacles
            .iter()
            .find(|o| Some(o.id) == stored.noun.obstacle_id)
            .map(|o| o.text.clone());
        let run_by = match stored.noun.run_by {
            Some(person) => tables::person::name(look.reader, person)?,
            None => None,
        };
        steps.push(StepFacts {
            amendments: experiment::amendments(look, &stored)?,
            run_by,
            line: step_line(look, stored, &metrics, text),
        });
    }
    Ok(steps)
}

/// Metrics that a report shows over time, at most so many.
const CHARTS: usize = 6;
/// Values of a chart; more would touch each other on paper.
const POINTS: i64 = 500;

/// The metrics that the newest target condition and the steps of the period are about.
fn shown_metrics(
    target: Option<&TargetCondition>,
    condition: Option<&CurrentCondition>,
    steps: &[StepFacts],
) -> Vec<MetricId> {
    let of_target = target.map(|t| [t.outcome_metric_id, t.process_metric_id]);
    let of_condition = condition.map(|c| [c.outcome_metric_id, c.process_metric_id]);
    let of_steps = steps.iter().map(|step| {
        let sealed = step.line.experiment.noun.sealed.as_ref();
        sealed.and_then(|sealed| sealed.metric_id)
    });
    let all = of_target.into_iter().chain(of_condition).flatten();
    let mut shown = Vec::new();
    for metric in all.chain(of_steps).flatten() {
        if !shown.contains(&metric) && shown.len() < CHARTS {
            shown.push(metric);
        }
    }
    shown
}

fn charts(
    look: &Look<'_>,
    process: &FocusProcess,
    metrics: Vec<MetricId>,
    period: Period,
    job: &Job<'_>,
) -> Result<Vec<MetricChart>, CoreError> {
    let mut charts = Vec::new();
    for metric_id in metrics {
        job.goes_on()?;
        let request = ChartGet {
            metric_id,
            focus_process_id: Some(process.id),
            from: period.from,
            to: period.to,
            most: Some(POINTS),
            ..Default::default()
        };
        let mut chart = chart::get(look, request)?;
        chart.steps.retain(|step| {
            let ended = step.closed_on.or(step.check_on);
            period.meets(Some(step.started_on), ended)
        });
        charts.push(chart);
    }
    Ok(charts)
}

/// Whether a step was under way in the period. What is only planned belongs to the day of the
/// report.
fn within(period: Period, step: &Experiment, today: NaiveDate) -> bool {
    match step.state {
        ExperimentState::Planned => period.meets(Some(today), Some(today)),
        _ => period.meets(step.started_on, step.closed_on),
    }
}

fn sort_obstacles(
    process: &FocusProcess,
    obstacles: Vec<Obstacle>,
    period: Period,
) -> (Vec<Obstacle>, Vec<Obstacle>) {
    let (mut open, closed): (Vec<_>, Vec<_>) = obstacles
        .into_iter()
        .partition(|obstacle| obstacle.state == ObstacleState::Parked);
    open.sort_by_key(|obstacle| Some(obstacle.id) != process.addressing_id);
    let closed = closed
        .into_iter()
        .filter(|obstacle| period.meets(obstacle.closed_on, obstacle.closed_on))
        .collect();
    (open, closed)
}

impl Day {
    /// The local calendar date of an instant, UTC milliseconds.
    pub fn date_of(&self, at_ms: i64) -> NaiveDate {
        day_of(at_ms, self.utc_offset)
    }

    /// The local time of day of an instant, `HH:MM`.
    pub fn time_of(&self, at_ms: i64) -> String {
        let local = at_ms.saturating_add(i64::from(self.utc_offset) * 60_000);
        let minutes = local.div_euclid(60_000).rem_euclid(24 * 60);
        format!("{:02}:{:02}", minutes / 60, minutes % 60)
    }
}
