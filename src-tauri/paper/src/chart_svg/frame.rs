//! What stands around the values: grid and days, limits, the target to its post, the baseline's
//! bracket.

use chrono::NaiveDate;
use kata_wire::{FrozenBy, MetricChart};

use super::layout::{Layout, lower_limit, tick_text};
use super::pen::{Anchor, GREY, INK, PALE, Pen, Stroke, TEXT, dashed, solid, width};
use super::scale::spread;
use crate::sign;
use crate::words::Words;

/// Days of the axis are no nearer than this, px.
const BETWEEN_DAYS: f64 = 76.0;
/// Natural process limits.
const LIMIT: Stroke = dashed(GREY, 1.25, "9 3 1.5 3");
/// The target.
const TARGET: Stroke = solid(INK, 3.0);

/// A label beside the plot, at the value it belongs to.
pub struct Label {
    value: f64,
    text: String,
    bold: bool,
}

/// The labels beside the plot.
pub fn labels(chart: &MetricChart, words: &Words) -> Vec<Label> {
    let number = |value: f64| words.format.number((value * 100.0).round() / 100.0);
    let mut labels = Vec::new();
    let mut add = |value: f64, text: String, bold| labels.push(Label { value, text, bold });
    if let Some(limits) = &chart.limits {
        let ends = [
            ("chart-upper", Some(limits.upper)),
            ("chart-lower", lower_limit(chart)),
        ];
        for (id, value) in ends {
            let Some(value) = value else { continue };
            let text = words.with(id, [("value", number(value).into())]);
            add(value, provisional(text, limits.firm, words), false);
        }
        let centre = [("value", number(limits.centre).into())];
        add(limits.centre, words.with("chart-average", centre), false);
    }
    if let Some(target) = &chart.target {
        let unit = chart.metric.noun.unit.trim();
        let goal = format!(
            "{} {} {unit}",
            sign(target.comparison),
            number(target.value)
        );
        let goal = words.with("chart-target", [("target", goal.trim().into())]);
        let by = target.achieve_by_on.map(|day| words.format.day(day));
        let by = by.map(|day| words.with("chart-by", [("date", day.into())]));
        add(target.value, goal, true);
        by.into_iter().for_each(|by| add(target.value, by, false));
    }
    labels
}

fn provisional(text: String, firm: bool, words: &Words) -> String {
    if firm {
        text
    } else {
        format!("{text}, {}", words.plain("chart-provisional"))
    }
}

/// The widest of them, px.
pub fn widest(labels: &[Label]) -> f64 {
    labels
        .iter()
        .map(|label| width(&label.text))
        .fold(60.0, f64::max)
}

/// Labels at their lines, moved apart where two lines are near.
pub fn labels_beside(pen: &mut Pen, at: &Layout, labels: &[Label]) {
    let places: Vec<f64> = labels.iter().map(|label| at.y(label.value)).collect();
    let places = spread(&places, TEXT + 2.0, (at.top, at.bottom));
    for (label, y) in labels.iter().zip(places) {
        let place = (at.right + 8.0, y + 4.0);
        pen.text(place, &label.text, Anchor::Start, INK, label.bold);
    }
}

/// Grid lines with their values, and the days below.
pub fn grid(pen: &mut Pen, at: &Layout, chart: &MetricChart, words: &Words) {
    let below = if chart.limits.is_some() { 26.0 } else { 0.0 };
    for tick in &at.ticks {
        let y = at.y(*tick);
        pen.line((at.left, y), (at.right, y), solid(PALE, 0.75));
        let number = tick_text(*tick, &chart.metric.noun.unit, &words.format);
        pen.text((at.left - 6.0, y + 4.0), &number, Anchor::End, GREY, false);
    }
    let years = at.first.format("%Y").to_string() != at.last.format("%Y").to_string();
    for (day, x) in days(at) {
        let text = if years {
            words.format.day_of_year(day)
        } else {
            words.format.day(day)
        };
        let y = at.bottom + below + 17.0;
        pen.text((x, y), &text, Anchor::Middle, GREY, false);
    }
}

/// The first day, the last, and as many between as have room.
fn days(at: &Layout) -> Vec<(NaiveDate, f64)> {
    let room = at.x(at.last) - at.x(at.first);
    let parts = ((room / BETWEEN_DAYS) as i64).clamp(1, 8);
    let span = (at.last - at.first).num_days();
    let mut days: Vec<NaiveDate> = (0..=parts)
        .map(|i| at.first + chrono::Duration::days(span * i / parts))
        .collect();
    days.dedup();
    days.into_iter().map(|day| (day, at.x(day))).collect()
}

/// Natural process limits dash-dot, the centre line thin.
pub fn limits(pen: &mut Pen, at: &Layout, chart: &MetricChart) {
    let Some(limits) = &chart.limits else { return };
    let across = |value: f64| ((at.left, at.y(value)), (at.right, at.y(value)));
    for value in [Some(limits.upper), lower_limit(chart)]
        .into_iter()
        .flatten()
    {
        let (from, to) = across(value);
        pen.line(from, to, LIMIT);
    }
    let (from, to) = across(limits.centre);
    pen.line(from, to, solid(GREY, 1.0));
}

/// The thick line to the achieve-by date, where a post with a flag stands.
pub fn target(pen: &mut Pen, at: &Layout, chart: &MetricChart) {
    let Some(target) = &chart.target else { return };
    let y = at.y(target.value);
    let post = target.achieve_by_on.map_or(at.right, |day| at.x(day));
    pen.line((at.left, y), (post, y), TARGET);
    if target.achieve_by_on.is_some() {
        pen.line((post, at.top - 10.0), (post, at.bottom), TARGET);
        pen.flag((post, at.top - 10.0));
    }
}

/// The days from which the limits are computed, bracketed and dated.
pub fn baseline(pen: &mut Pen, at: &Layout, chart: &MetricChart, words: &Words) {
    let Some(baseline) = chart.baseline.as_ref().filter(|_| chart.limits.is_some()) else {
        return;
    };
    if baseline.to_on < at.first || baseline.from_on > at.last {
        return;
    }
    let (from, to) = (at.x(baseline.from_on), at.x(baseline.to_on));
    let y = at.bottom + 12.0;
    pen.line((from, y), (to, y), solid(GREY, 1.0));
    for x in [from, to] {
        pen.line((x, y - 4.0), (x, y), solid(GREY, 1.0));
    }
    let day = baseline
        .frozen_on
        .map_or_else(String::new, |day| words.format.day(day));
    let id = match baseline.frozen_by {
        FrozenBy::Nothing => "chart-baseline-open",
        FrozenBy::Step | FrozenBy::Decision => "chart-baseline-frozen",
    };
    let count = i64::try_from(baseline.count).unwrap_or(i64::MAX);
    let text = words.with(id, [("count", count.into()), ("date", day.into())]);
    pen.text((from, y + 14.0), &text, Anchor::Start, GREY, false);
}
