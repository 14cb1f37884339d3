//! A metric over time as a chart shows it: single values, natural process limits from a frozen
//! baseline window, signals, the target to its achieve-by date, and the steps that were judged by it.
//!
//! Limits and signals come from [`kata_domain::stats`] and from all values of the metric, also where the
//! answer shows a part of them. Nothing is recomputed once a step has started, unless somebody decides so.

mod baseline;
mod says;
mod steps;
mod thin;

use chrono::NaiveDate;
use kata_domain::ids::{FocusProcessId, MetricId, ObservationId, TargetConditionId};
use kata_domain::stats::Side;
use kata_domain::stats::run_chart::{RunChart, run_chart};
use kata_domain::stats::xmr::{self, Limits, Rule, Signal};
use kata_domain::{BaselineWindow, Comparison, Experiment, Good, Metric, TargetCondition};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::lines::{Item, Look, row};
use crate::api::requests::ChartGet;
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::store::sql::{self, Connection, date};

use baseline::Basis;

pub use says::Statement;
pub use steps::{StepMark, StepVerdict};

/// Points an answer holds where the request names no other count: four for each of 600 columns.
const MOST: i64 = 2_400;
/// Signals an answer holds: in a very long row even routine variation signals now and then.
const MOST_SIGNALS: usize = 400;
/// Bounds of that count of points.
const MOST_BOUNDS: (i64, i64) = (16, 20_000);

/// A metric over time.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MetricChart {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The metric.
    pub metric: Item<Metric>,
    /// How many values the metric has.
    pub total: usize,
    /// Its values, oldest first; of a long row the first, lowest, highest and last of each stretch, and
    /// those at which a signal begins and ends.
    pub points: Vec<MeasuredPoint>,
    /// The days from which the limits are computed; none without a value.
    pub baseline: Option<Baseline>,
    /// Natural process limits; none under six values in the baseline.
    pub limits: Option<Limits>,
    /// The run chart's tests on the median of the values from the baseline on.
    pub run_chart: Option<RunChart>,
    /// Signals from the baseline on, oldest first, at most the newest 400.
    pub signals: Vec<SignalLine>,
    /// How many older ones there are.
    pub earlier_signals: usize,
    /// The target the values shall reach.
    pub target: Option<TargetLine>,
    /// Steps that were judged by this metric, oldest first.
    pub steps: Vec<StepMark>,
    /// What the chart says, the most important first.
    pub says: Vec<Statement>,
}

/// One measured value.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct MeasuredPoint {
    /// Its place among all values of the metric, from 0.
    pub index: usize,
    /// The observation.
    pub id: ObservationId,
    /// The day.
    pub on: NaiveDate,
    /// The value in the metric's unit.
    pub value: f64,
}

/// Why the baseline window ends where it does.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum FrozenBy {
    /// Nothing yet: all values count, and the limits move with each.
    Nothing,
    /// The first step toward the target condition that changes something.
    Step,
    /// A decision of the team.
    Decision,
}

/// The days from which limits are computed.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Baseline {
    /// The day of its first value.
    pub from_on: NaiveDate,
    /// The day of its last value.
    pub to_on: NaiveDate,
    /// Values in it.
    pub count: usize,
    /// What froze it.
    pub frozen_by: FrozenBy,
    /// The day it was frozen.
    pub frozen_on: Option<NaiveDate>,
    /// The step that froze it.
    pub step_number: Option<i64>,
    /// The decision that set it.
    pub decision: Option<Item<BaselineWindow>>,
}

/// A signal: something other than routine variation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SignalLine {
    /// The rule that found it.
    pub rule: Rule,
    /// On which side of the centre line.
    pub side: Side,
    /// Place of its first value among all values.
    pub from: usize,
    /// Place of its last value.
    pub to: usize,
    /// Day of its first value.
    pub from_on: NaiveDate,
    /// Day of its last value.
    pub to_on: NaiveDate,
    /// Whether it lies in the metric's good direction; none for a jump between two values.
    pub good: Option<bool>,
}

/// The target that a target condition sets for the metric.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct TargetLine {
    /// The target condition's number.
    pub number: i64,
    /// How a value compares with it.
    pub comparison: Comparison,
    /// The value to reach, in the metric's unit.
    pub value: f64,
    /// The day it was set.
    pub set_on: Option<NaiveDate>,
    /// Where the line ends in a post.
    pub achieve_by_on: Option<NaiveDate>,
}

/// The process and the target condition that a chart is looked at for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Occasion<'a> {
    /// The process whose steps are shown; all of the team where absent.
    pub process: Option<FocusProcessId>,
    /// The target condition.
    pub target: Option<&'a TargetCondition>,
}

static TARGET: Select<TargetCondition> = Select::new("WHERE id = ?1");
static ACTIVE: Select<TargetCondition> = Select::new(
    "WHERE id = (SELECT active_target_condition_id FROM focus_process WHERE id = ?1)
     AND deleted_at IS NULL",
);

/// A metric over time.
///
/// # Errors
/// When there is no such metric.
pub fn get(look: &Look<'_>, request: ChartGet) -> Result<MetricChart, CoreError> {
    let mut chart = whole(look, &request)?;
    let (from, to) = (request.from, request.to);
    let shown = |point: &MeasuredPoint| {
        from.is_none_or(|day| point.on >= day) && to.is_none_or(|day| point.on <= day)
    };
    chart.points.retain(shown);
    chart.thin_to(request.most.unwrap_or(MOST));
    Ok(chart)
}

/// The chart that a request is about, with all values and all signals.
pub(crate) fn whole(look: &Look<'_>, request: &ChartGet) -> Result<MetricChart, CoreError> {
    let target = target(look, request.focus_process_id, request.target_condition_id)?;
    let occasion = Occasion {
        process: request.focus_process_id,
        target: target.as_ref().map(|target| &target.noun),
    };
    of_metric(look, request.metric_id, occasion)
}

fn target(
    look: &Look<'_>,
    process: Option<FocusProcessId>,
    target: Option<TargetConditionId>,
) -> Result<Option<Stored<TargetCondition>>, CoreError> {
    match (target, process) {
        (Some(id), _) => TARGET.first(look.connection, [id.0.as_bytes()]),
        (None, Some(process)) => ACTIVE.first(look.connection, [process.0.as_bytes()]),
        (None, None) => Ok(None),
    }
}

/// The chart of a metric with all its values.
pub(crate) fn of_metric(
    look: &Look<'_>,
    metric: MetricId,
    occasion: Occasion<'_>,
) -> Result<MetricChart, CoreError> {
    let metric = row::<Metric>(look, metric.0)?;
    let points = points(look.connection, metric.noun.id.0)?;
    let values: Vec<f64> = points.iter().map(|point| point.value).collect();
    let steps = steps::judged_by(look, &metric.noun, occasion)?;
    let basis = Basis::read(look, metric.noun.id, &points, &steps)?;
    let baseline = basis.window(look, occasion.target)?;
    // Numbers so large that their limits are infinite have no limits; the chart still shows them.
    let limits = baseline
        .as_ref()
        .and_then(|found| xmr::limits(&values[found.range.clone()]).ok()?);
    let begin = baseline.as_ref().map_or(0, |found| found.range.start);
    let signals = match &limits {
        Some(limits) => lines(
            xmr::signals(&values[begin..], limits),
            begin,
            &points,
            metric.noun.good,
        ),
        None => Vec::new(),
    };
    let target = occasion
        .target
        .and_then(|target| target_line(target, metric.noun.id));
    let marks = steps::marks(&basis);
    let run_chart = run_chart(&values[begin..]).ok().flatten();
    let says = says::statements(&says::Read {
        points: &points[begin..],
        first: begin,
        baseline: baseline.as_ref().map(|found| &found.baseline),
        limits: limits.as_ref(),
        signals: &signals,
        run_chart: run_chart.as_ref(),
        target: target.as_ref(),
    });
    Ok(MetricChart {
        as_of_seq: look.as_of_seq,
        today: look.today,
        total: points.len(),
        run_chart,
        baseline: baseline.map(|found| found.baseline),
        metric: metric.into_item(),
        points,
        limits,
        signals,
        earlier_signals: 0,
        target,
        steps: marks,
        says,
    })
}

/// What the values since a step's start say; none before the first of them, or without a metric.
pub(crate) fn verdict_of(
    look: &Look<'_>,
    step: &Experiment,
) -> Result<Option<StepVerdict>, CoreError> {
    let metric = step.sealed.as_ref().and_then(|sealed| sealed.metric_id);
    let Some(metric) = metric.filter(|metric| step.metric_id == Some(*metric)) else {
        return Ok(None);
    };
    let metric = row::<Metric>(look, metric.0)?.noun;
    let occasion = Occasion {
        process: Some(step.focus_process_id),
        target: None,
    };
    let points = points(look.connection, metric.id.0)?;
    let steps = steps::judged_by(look, &metric, occasion)?;
    let marks = steps::marks(&Basis::read(look, metric.id, &points, &steps)?);
    let mark = marks.into_iter().find(|mark| mark.id == step.id);
    Ok(mark.and_then(|mark| mark.verdict))
}

impl MetricChart {
    /// Leaves at most about so many points, and the newest signals; where a signal begins and ends stays.
    pub(crate) fn thin_to(&mut self, most: i64) {
        let most = most.clamp(MOST_BOUNDS.0, MOST_BOUNDS.1);
        let most = usize::try_from(most).unwrap_or_default();
        let left_out = self.signals.len().saturating_sub(MOST_SIGNALS);
        self.signals.drain(..left_out);
        self.earlier_signals = left_out;
        let ends = self
            .signals
            .iter()
            .flat_map(|signal| [signal.from, signal.to])
            .collect();
        thin::thin(&mut self.points, most, &ends);
    }
}

/// All values of a metric in time order; of one day in the order they were written.
fn points(connection: &Connection, metric: Uuid) -> Result<Vec<MeasuredPoint>, CoreError> {
    let mut points = sql::all(
        connection,
        "SELECT id, observed_on, value FROM observation WHERE metric_id = ?1 AND deleted_at IS NULL
         ORDER BY observed_on, rowid",
        [metric.as_bytes()],
        |row| {
            Ok(MeasuredPoint {
                index: 0,
                id: ObservationId(Uuid::from_bytes(row.get(0)?)),
                on: date(row, 1)?,
                value: row.get(2)?,
            })
        },
    )?;
    for (index, point) in points.iter_mut().enumerate() {
        point.index = index;
    }
    Ok(points)
}

fn lines(
    signals: Vec<Signal>,
    begin: usize,
    points: &[MeasuredPoint],
    good: Good,
) -> Vec<SignalLine> {
    signals
        .into_iter()
        .map(|signal| {
            let (from, to) = (begin + signal.from, begin + signal.to);
            SignalLine {
                rule: signal.rule,
                side: signal.side,
                from,
                to,
                from_on: points[from].on,
                to_on: points[to].on,
                good: (signal.rule != Rule::RangeBeyond).then(|| is_good(signal.side, good)),
            }
        })
        .collect()
}

fn is_good(side: Side, good: Good) -> bool {
    match good {
        Good::Down => side == Side::Below,
        Good::Up => side == Side::Above,
    }
}

fn target_line(target: &TargetCondition, metric: MetricId) -> Option<TargetLine> {
    let of_outcome = (target.outcome_metric_id == Some(metric))
        .then_some((target.outcome_comparison, target.outcome_target));
    let of_process = (target.process_metric_id == Some(metric))
        .then_some((target.process_comparison, target.process_target));
    let (comparison, value) = of_outcome.or(of_process)?;
    Some(TargetLine {
        number: target.number,
        comparison,
        value: value?,
        set_on: target.set_on,
        achieve_by_on: target.achieve_by_on,
    })
}
