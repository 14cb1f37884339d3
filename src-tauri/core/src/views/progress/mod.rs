//! Progress on a target condition: is it moving, is that signal or noise, which step did what, how
//! good are our predictions, do we experiment often enough, what did we learn.
//!
//! Every figure is of a team's process, never of a person.

mod calibration;
mod learning;

use chrono::NaiveDate;
use kata_domain::ids::{FocusProcessId, MetricId};
use kata_domain::stats;
use kata_domain::{Experiment, FocusProcess, Metric, MetricKind, TargetCondition, Team, covered};
use kata_wire::{
    CoreError, FrozenBy, MeasuredPoint, MetricChart, MetricNow, Progress, ProgressGet, Stair,
    StepStart, Way,
};

use super::chart::{self, Occasion};
use super::lines::{Look, days_since, metrics, row};
use super::part::Part;
use kata_store::rows::Stored;
use kata_store::tables;

pub use learning::log;

/// Points of a guardrail's small chart.
const SMALL: i64 = 160;
/// Points of the chart: four for each of 300 columns, of which a screen draws each within two or
/// three pixels.
const LARGE: i64 = 1_200;
/// Entries of the learning log that the screen shows; the rest has its own answer.
const LEARNED: i64 = 6;
/// Steps whose starts are shown, the newest.
const STARTS: i64 = 60;

/// Progress of a focus process.
///
/// # Errors
/// When there is no such process or metric.
pub fn get(look: &Look<'_>, request: ProgressGet) -> Result<Progress, CoreError> {
    let process = row::<FocusProcess>(look, request.focus_process_id.0)?;
    let team = row::<Team>(look, process.noun.team_id.0)?;
    let targets = tables::target_condition::of_process(look.reader, process.noun.id)?;
    let active = process.noun.active_target_condition_id;
    let target = targets.iter().find(|target| Some(target.noun.id) == active);
    let metrics = metrics(look, team.noun.id)?;
    let occasion = Occasion {
        process: Some(process.noun.id),
        target: target.map(|target| &target.noun),
    };
    let chosen = match request.metric_id {
        Some(metric) => Some(metric),
        None => shown_metric(look, process.noun.id, occasion.target, &metrics)?,
    };
    let mut chart = chosen
        .map(|metric| chart::of_metric(look, metric, occasion))
        .transpose()?;
    let way = chart.as_ref().and_then(way);
    if let Some(chart) = &mut chart {
        chart::thin_to(chart, LARGE);
    }
    let steps = steps(look, process.noun.id, target)?;
    let starts = starts(&steps);
    let days: Vec<NaiveDate> = starts.iter().map(|start| start.started_on).collect();
    Ok(Progress {
        as_of_seq: look.as_of_seq,
        today: look.today,
        challenge: tables::challenge::active_of(look.reader, process.noun.id)?
            .map(Stored::into_item),
        days_left: occasion
            .target
            .and_then(|target| target.achieve_by_on)
            .map(|day| -days_since(look, day)),
        guardrails: guardrails(look, &metrics, &steps, chosen, occasion)?,
        calibration: calibration::of_team(look, team.noun.id)?,
        cadence: stats::cadence(&days),
        staircase: targets.iter().map(|t| stair(&t.noun, &metrics)).collect(),
        learning: learning::page(look, &process.noun, "", Part::new(0, Some(LEARNED)))?,
        target_condition: target.cloned().map(Stored::into_item),
        team: team.into_item(),
        focus_process: process.into_item(),
        metrics,
        chart,
        way,
        starts,
    })
}

/// The outcome that the target condition or the current condition names; the first metric where
/// neither does.
fn shown_metric(
    look: &Look<'_>,
    process: FocusProcessId,
    target: Option<&TargetCondition>,
    metrics: &[MetricNow],
) -> Result<Option<MetricId>, CoreError> {
    let condition = tables::current_condition::newest_of(look.reader, process)?;
    let named = target
        .and_then(|target| target.outcome_metric_id)
        .or(condition.and_then(|condition| condition.noun.outcome_metric_id));
    let there = |id: &MetricId| metrics.iter().any(|line| line.metric.noun.id == *id);
    Ok(named
        .filter(there)
        .or(metrics.first().map(|line| line.metric.noun.id)))
}

/// The way of a chart that has its values still.
fn way(chart: &MetricChart) -> Option<Way> {
    let target = chart.target.as_ref()?;
    let newest = chart.points.last()?;
    let frozen = chart
        .baseline
        .as_ref()
        .filter(|baseline| baseline.frozen_by != FrozenBy::Nothing);
    let (baseline, from_on, to_on, count) = match (frozen, &chart.limits) {
        (Some(window), Some(limits)) => (limits.centre, window.from_on, window.to_on, window.count),
        _ => {
            let before = value_before(chart, target.set_on)?;
            (before.value, before.on, before.on, 1)
        }
    };
    Some(Way {
        baseline,
        from_on,
        to_on,
        count,
        now: newest.value,
        now_on: newest.on,
        covered: covered(baseline, newest.value, target.value),
    })
}

/// The newest value up to the day on which the target was set; the first of all where there is
/// none.
fn value_before(chart: &MetricChart, set_on: Option<NaiveDate>) -> Option<MeasuredPoint> {
    let before = |point: &&MeasuredPoint| set_on.is_some_and(|day| point.on <= day);
    let newest = chart.points.iter().rev().find(before);
    newest.or(chart.points.first()).copied()
}

fn steps(
    look: &Look<'_>,
    process: FocusProcessId,
    target: Option<&Stored<TargetCondition>>,
) -> Result<Vec<Experiment>, CoreError> {
    let target = target.map(|target| target.noun.id);
    let mut steps = tables::experiment::started(look.reader, process, target, STARTS)?;
    steps.reverse();
    Ok(steps.into_iter().map(|step| step.noun).collect())
}

fn starts(steps: &[Experiment]) -> Vec<StepStart> {
    let start = |step: &Experiment| {
        Some(StepStart {
            id: step.id,
            number: step.number,
            experiment_kind: step.experiment_kind,
            started_on: step.started_on?,
        })
    };
    steps.iter().filter_map(start).collect()
}

/// Charts of the metrics that must not get worse: those that the steps name, and the team's
/// guardrails.
fn guardrails(
    look: &Look<'_>,
    metrics: &[MetricNow],
    steps: &[Experiment],
    chosen: Option<MetricId>,
    occasion: Occasion<'_>,
) -> Result<Vec<MetricChart>, CoreError> {
    let named = |id: MetricId| {
        steps
            .iter()
            .filter_map(|step| step.sealed.as_ref()?.guardrail_metric_ids.as_ref())
            .any(|ids| ids.contains(&id))
    };
    let guards = |metric: &Metric| {
        Some(metric.id) != chosen
            && (metric.metric_kind == MetricKind::Guardrail || named(metric.id))
    };
    metrics
        .iter()
        .filter(|line| guards(&line.metric.noun))
        .map(|line| {
            let mut chart = chart::of_metric(look, line.metric.noun.id, occasion)?;
            chart::thin_to(&mut chart, SMALL);
            Ok(chart)
        })
        .collect()
}

fn stair(target: &TargetCondition, metrics: &[MetricNow]) -> Stair {
    let metric = target
        .outcome_metric_id
        .and_then(|id| metrics.iter().find(|line| line.metric.noun.id == id))
        .map(|line| &line.metric.noun);
    Stair {
        id: target.id,
        number: target.number,
        status: target.status,
        pattern: target
            .operating_pattern
            .lines()
            .find(|line| !line.trim().is_empty())
            .unwrap_or_default()
            .to_owned(),
        metric_name: metric.map(|metric| metric.name.clone()),
        unit: metric.map(|metric| metric.unit.clone()).unwrap_or_default(),
        comparison: target.outcome_comparison,
        target: target.outcome_target,
        achieve_by_on: target.achieve_by_on,
        closed_on: target.closed_on,
    }
}
