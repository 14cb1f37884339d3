//! Where everything of a chart stands: which values and days it has to hold, and its scales.

use chrono::{Days, NaiveDate};
use kata_wire::{MetricChart, StepMark};

use super::pen::width;
use super::scale::{Scale, ticks};
use crate::words::Format;

/// Grid lines at most.
const GRID: usize = 4;
/// Steps that are drawn at most, the newest.
const STEPS: usize = 12;
/// Room above the plot for the marks of steps.
const ABOVE: f64 = 34.0;
/// Room below it for the days.
const BELOW: f64 = 28.0;
/// Room below it for the bracket of the baseline and the days.
const BELOW_BASELINE: f64 = 54.0;
/// Letters of a unit that stands at each line of the grid; longer ones stand with the name.
const SHORT_UNIT: usize = 3;

/// Size of a chart, px.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Size {
    /// Its width.
    pub width: f64,
    /// Its height.
    pub height: f64,
}

/// Places of a chart.
#[derive(Clone, Debug)]
pub struct Layout {
    /// The left end of the plot.
    pub left: f64,
    /// Its right end.
    pub right: f64,
    /// Its upper end.
    pub top: f64,
    /// Its lower end.
    pub bottom: f64,
    /// The first day.
    pub first: NaiveDate,
    /// The last day.
    pub last: NaiveDate,
    /// Values with a grid line.
    pub ticks: Vec<f64>,
    x: Scale,
    y: Scale,
}

/// The steps that are drawn: the newest.
pub fn steps(chart: &MetricChart) -> &[StepMark] {
    &chart.steps[chart.steps.len().saturating_sub(STEPS)..]
}

/// Whether the lower limit is drawn: below zero it says nothing of what is never negative.
pub fn lower_limit(chart: &MetricChart) -> Option<f64> {
    let lower = chart.limits.as_ref()?.lower;
    let never_negative = chart.points.iter().all(|point| point.value >= 0.0);
    (lower >= 0.0 || !never_negative).then_some(lower)
}

/// Where everything stands; `labels` is the widest label beside the plot, px.
pub fn layout(chart: &MetricChart, size: Size, labels: f64, format: &Format) -> Layout {
    let (first, last) = days(chart);
    let ticks = ticks(&values(chart), GRID);
    let unit = &chart.metric.noun.unit;
    let numbers = ticks
        .iter()
        .map(|tick| width(&tick_text(*tick, unit, format)));
    let left = 14.0 + numbers.fold(0.0, f64::max);
    let right = size.width - (labels + 16.0).min(size.width / 3.0);
    let below = if chart.limits.is_some() {
        BELOW_BASELINE
    } else {
        BELOW
    };
    let (top, bottom) = (ABOVE, size.height - below);
    let ends = (ticks[0], ticks[ticks.len() - 1]);
    Layout {
        left,
        right,
        top,
        bottom,
        first,
        last,
        x: Scale::new(
            (0.0, (last - first).num_days() as f64),
            (left + 8.0, right - 8.0),
        ),
        y: Scale::new(ends, (bottom, top + 8.0)),
        ticks,
    }
}

/// What stands at a line of the grid.
pub fn tick_text(tick: f64, unit: &str, format: &Format) -> String {
    let (number, unit) = (format.number(tick), unit.trim());
    if unit.is_empty() || unit.chars().count() > SHORT_UNIT {
        number
    } else {
        format!("{number} {unit}")
    }
}

impl Layout {
    /// The place of a day.
    pub fn x(&self, day: NaiveDate) -> f64 {
        self.x.at((day - self.first).num_days() as f64)
    }

    /// The place of a value.
    pub fn y(&self, value: f64) -> f64 {
        self.y.at(value)
    }

    /// Whether a day lies on the chart.
    pub fn shows(&self, day: NaiveDate) -> bool {
        (self.first..=self.last).contains(&day)
    }
}

fn days(chart: &MetricChart) -> (NaiveDate, NaiveDate) {
    let target = chart
        .target
        .as_ref()
        .and_then(|target| target.achieve_by_on);
    let steps = steps(chart)
        .iter()
        .flat_map(|step| [Some(step.started_on), step.check_on]);
    let days = chart.points.iter().map(|point| Some(point.on));
    let all: Vec<NaiveDate> = days.chain(steps).chain([target]).flatten().collect();
    let first = all.iter().min().copied().unwrap_or(chart.today);
    let last = all.iter().max().copied().unwrap_or(first);
    if first < last {
        return (first, last);
    }
    (first, last.checked_add_days(Days::new(7)).unwrap_or(last))
}

fn values(chart: &MetricChart) -> Vec<f64> {
    let measured = chart.points.iter().map(|point| Some(point.value));
    let limits = chart
        .limits
        .iter()
        .flat_map(|limits| [Some(limits.upper), Some(limits.centre)]);
    let steps = steps(chart).iter().flat_map(|step| {
        [
            step.predicted,
            step.predicted_low,
            step.predicted_high,
            step.actual,
        ]
    });
    let target = chart.target.as_ref().map(|target| target.value);
    measured
        .chain(limits)
        .chain(steps)
        .chain([target, lower_limit(chart)])
        .flatten()
        .filter(|value| value.is_finite())
        .collect()
}
