//! A metric over time as a chart shows it: single values, natural process limits from a frozen
//! baseline window, signals, the target to its achieve-by date, and the steps that were judged by
//! it.
//!
//! Limits and signals come from [`kata_domain::stats`] and from all values of the metric, also
//! where the answer shows a part of them. Nothing is recomputed once a step has started, unless
//! somebody decides so.

mod baseline;
mod says;
mod steps;
mod thin;

use baseline::Basis;
use kata_domain::ids::{FocusProcessId, MetricId, TargetConditionId};
use kata_domain::stats::Side;
use kata_domain::stats::run_chart::run_chart;
use kata_domain::stats::xmr::{self, Rule, Signal};
use kata_domain::{Experiment, FocusProcess, Good, Metric, TargetCondition};
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::{
    ChartGet, CoreError, MeasuredPoint, MetricChart, SignalLine, StepVerdict, TargetLine,
};

use super::lines::{Look, row};

/// Points an answer holds where the request names no other count: four for each of 600 columns.
const MOST: i64 = 2_400;
/// Signals an answer holds: in a very long row even routine variation signals now and then.
const MOST_SIGNALS: usize = 400;
/// Bounds of that count of points.
const MOST_BOUNDS: (i64, i64) = (16, 20_000);

/// The process and the target condition that a chart is looked at for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Occasion<'a> {
    /// The process whose steps are shown; all of the team where absent.
    pub process: Option<FocusProcessId>,
    /// The target condition.
    pub target: Option<&'a TargetCondition>,
}

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
    thin_to(&mut chart, request.most.unwrap_or(MOST));
    Ok(chart)
}

/// The chart that a request is about, with all values and all signals.
pub fn whole(look: &Look<'_>, request: &ChartGet) -> Result<MetricChart, CoreError> {
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
        (Some(id), _) => tables::find(look.reader, id),
        (None, Some(process)) => active_target(look, process),
        (None, None) => Ok(None),
    }
}

fn active_target(
    look: &Look<'_>,
    process: FocusProcessId,
) -> Result<Option<Stored<TargetCondition>>, CoreError> {
    let process = tables::find::<FocusProcess>(look.reader, process)?;
    match process.and_then(|process| process.noun.active_target_condition_id) {
        Some(target) => tables::there(look.reader, target),
        None => Ok(None),
    }
}

/// The chart of a metric with all its values.
pub(crate) fn of_metric(
    look: &Look<'_>,
    metric: MetricId,
    occasion: Occasion<'_>,
) -> Result<MetricChart, CoreError> {
    let metric = row::<Metric>(look, metric.0)?;
    let points = points(look, metric.noun.id)?;
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
        team_id: metric.noun.team_id,
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
pub fn verdict_of(look: &Look<'_>, step: &Experiment) -> Result<Option<StepVerdict>, CoreError> {
    let metric = step.sealed.as_ref().and_then(|sealed| sealed.metric_id);
    let Some(metric) = metric.filter(|metric| step.metric_id == Some(*metric)) else {
        return Ok(None);
    };
    let metric = row::<Metric>(look, metric.0)?.noun;
    let occasion = Occasion {
        process: Some(step.focus_process_id),
        target: None,
    };
    let points = points(look, metric.id)?;
    let steps = steps::judged_by(look, &metric, occasion)?;
    let marks = steps::marks(&Basis::read(look, metric.id, &points, &steps)?);
    let mark = marks.into_iter().find(|mark| mark.id == step.id);
    Ok(mark.and_then(|mark| mark.verdict))
}

/// Leaves at most about so many points, and the newest signals; where a signal begins and ends
/// stays.
pub fn thin_to(chart: &mut MetricChart, most: i64) {
    let most = most.clamp(MOST_BOUNDS.0, MOST_BOUNDS.1);
    let most = usize::try_from(most).unwrap_or_default();
    let left_out = chart.signals.len().saturating_sub(MOST_SIGNALS);
    chart.signals.drain(..left_out);
    chart.earlier_signals = left_out;
    let ends = chart
        .signals
        .iter()
        .flat_map(|signal| [signal.from, signal.to])
        .collect();
    thin::thin(&mut chart.points, most, &ends);
}

/// All values of a metric in time order.
fn points(look: &Look<'_>, metric: MetricId) -> Result<Vec<MeasuredPoint>, CoreError> {
    let points = tables::observation::points(look.reader, metric)?;
    let measured = points.into_iter().enumerate();
    Ok(measured
        .map(|(index, point)| MeasuredPoint {
            index,
            id: point.id,
            on: point.on,
            value: point.value,
        })
        .collect())
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
