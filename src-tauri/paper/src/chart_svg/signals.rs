//! Signals on a chart: a square around each value, and the word where it lies on no other word.

use std::collections::BTreeSet;

use kata_domain::stats::xmr::Rule;
use kata_wire::MetricChart;

use super::layout::Layout;
use super::pen::{Anchor, Area, INK, Pen, area, solid};

/// Squares around the values of a signal. The word stands at the last of those that follow each
/// other, the newest first; where another word stands already there is the square alone.
pub fn signals(pen: &mut Pen, at: &Layout, chart: &MetricChart, word: &str, mut taken: Vec<Area>) {
    let marked = marked(chart);
    let points = chart.points.iter().rev();
    for point in points.filter(|point| marked.contains(&point.index)) {
        let (x, y) = (at.x(point.on), at.y(point.value));
        let corner = (x - 6.0, y - 6.0);
        pen.rect(corner, (12.0, 12.0), "none", Some(solid(INK, 1.5)));
        if marked.contains(&(point.index + 1)) {
            continue;
        }
        let free = places(at, (x, y)).into_iter().find(|place| {
            let area = area(*place, word, Anchor::Middle);
            !taken.iter().any(|other| other.meets(&area))
        });
        if let Some(place) = free {
            taken.push(area(place, word, Anchor::Middle));
            pen.text_over(place, word, Anchor::Middle);
        }
    }
}

/// Each value beyond a limit is marked; a run and a jump show where they end, as on the screen.
fn marked(chart: &MetricChart) -> BTreeSet<usize> {
    let each = chart.signals.iter().flat_map(|signal| {
        let all = signal.rule == Rule::Beyond;
        let from = if all { signal.from } else { signal.to };
        from..=signal.to
    });
    each.collect()
}

/// Above a dot, and below it; first below it where the marks of the steps begin.
fn places(at: &Layout, (x, y): (f64, f64)) -> Vec<(f64, f64)> {
    let x = x.clamp(at.left + 20.0, at.right - 20.0);
    let (above, below) = ((x, y - 11.0), (x, y + 20.0));
    if y - 12.0 > at.top + 6.0 {
        vec![above, below]
    } else {
        vec![below]
    }
}
