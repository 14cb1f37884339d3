//! Steps on a chart: numbered squares with a line down, and what was expected of them.

use kata_wire::{MetricChart, StepMark};

use super::layout::{Layout, steps};
use super::pen::{Anchor, Area, GREY, INK, PALE, PAPER, Pen, area, dashed, solid};
use super::scale::spread;
use crate::words::Words;

/// Side of the square of a step, px.
const SQUARE: f64 = 17.0;

/// Numbered squares on top with a line down to the days.
pub fn marks(pen: &mut Pen, at: &Layout, chart: &MetricChart) {
    let shown: Vec<&StepMark> = steps(chart)
        .iter()
        .filter(|step| at.shows(step.started_on))
        .collect();
    let places: Vec<f64> = shown.iter().map(|step| at.x(step.started_on)).collect();
    let squares = spread(&places, SQUARE + 2.0, (at.left, at.right - SQUARE));
    for ((step, x), square) in shown.iter().zip(places).zip(squares) {
        pen.line((square, SQUARE + 3.0), (x, at.top), solid(GREY, 0.75));
        pen.line((x, at.top), (x, at.bottom), solid(GREY, 0.75));
        let corner = (square - SQUARE / 2.0, 3.0);
        pen.rect(corner, (SQUARE, SQUARE), INK, None);
        let number = step.number.to_string();
        pen.text((square, 15.5), &number, Anchor::Middle, PAPER, true);
    }
}

/// What was expected: a hollow dot at the day of looking, or a hollow bar for a range; the grey
/// band to what came, with its signed number. Answers where those numbers lie.
pub fn predictions(pen: &mut Pen, at: &Layout, chart: &MetricChart, words: &Words) -> Vec<Area> {
    let mut gaps = Vec::new();
    for step in steps(chart) {
        let Some(day) = step.check_on.filter(|day| at.shows(*day)) else {
            continue;
        };
        let x = at.x(day);
        if let Some((low, high)) = step.predicted_low.zip(step.predicted_high) {
            let (top, bottom) = (at.y(high), at.y(low));
            let edge = Some(dashed(INK, 1.25, "3 3"));
            pen.rect((x - 4.0, top), (8.0, (bottom - top).max(2.0)), "none", edge);
        }
        let Some(predicted) = step.predicted else {
            continue;
        };
        let y = at.y(predicted);
        if let Some((actual, error)) = step.actual.zip(step.error) {
            let error = words.format.signed(error);
            gaps.push(gap(pen, at, (x, y), at.y(actual), &error, words));
        }
        if let Some((from, value)) = before(chart, step) {
            pen.line((at.x(from), at.y(value)), (x, y), dashed(GREY, 1.0, "3 3"));
        }
        pen.dot((x, y), 4.5, true);
    }
    gaps
}

fn gap(
    pen: &mut Pen,
    at: &Layout,
    (x, y): (f64, f64),
    actual: f64,
    error: &str,
    words: &Words,
) -> Area {
    let (top, bottom) = (y.min(actual), y.max(actual));
    pen.rect((x - 2.5, top), (5.0, bottom - top), PALE, None);
    let text = words.with("gap-label", [("gap", error.into())]);
    let right = x + 8.0 + super::pen::width(&text) > at.right;
    let (place, anchor) = if right {
        (x - 8.0, Anchor::End)
    } else {
        (x + 8.0, Anchor::Start)
    };
    // Under the hollow dot, where neither the line of values nor the dots run.
    let under = if actual <= y { y + 15.0 } else { y - 8.0 };
    pen.text_over((place, under), &text, anchor);
    area((place, under), &text, anchor)
}

/// The value before a step began: the measured one, or the baseline that was sealed.
fn before(chart: &MetricChart, step: &StepMark) -> Option<(chrono::NaiveDate, f64)> {
    let measured = chart.points.iter().rev().find(|p| p.on <= step.started_on);
    measured
        .map(|point| (point.on, point.value))
        .or(step.baseline.map(|value| (step.started_on, value)))
}
