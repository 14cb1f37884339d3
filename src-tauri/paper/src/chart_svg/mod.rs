//! A metric over time as a picture on paper: ink on white, every meaning by form and by word.
//!
//! Solid dots are measured, hollow ones expected; dash-dot lines are natural process limits, the
//! thick line is the target and ends at its date in a post with a flag; numbered squares are steps;
//! a square around a dot is a signal.

mod frame;
pub mod gap;
mod layout;
mod pen;
mod scale;
mod signals;
pub mod stairs;
mod steps;

use kata_wire::MetricChart;

use self::layout::{Layout, layout};
use self::pen::{Anchor, INK, Pen, solid};
use crate::words::Words;

pub use layout::Size;
pub use pen::escape;

/// A chart that fills the width of a page.
pub const PAGE: Size = Size {
    width: 720.0,
    height: 340.0,
};

/// The picture of a chart, as an SVG document. `says` is what it says, in words.
pub fn draw(chart: &MetricChart, size: Size, says: &str, words: &Words) -> String {
    let labels = frame::labels(chart, words);
    let at = layout(chart, size, frame::widest(&labels), &words.format);
    let mut pen = Pen::default();
    frame::grid(&mut pen, &at, chart, words);
    frame::limits(&mut pen, &at, chart);
    frame::target(&mut pen, &at, chart);
    frame::labels_beside(&mut pen, &at, &labels);
    frame::baseline(&mut pen, &at, chart, words);
    steps::marks(&mut pen, &at, chart);
    measured(&mut pen, &at, chart);
    let gaps = steps::predictions(&mut pen, &at, chart, words);
    signals::signals(&mut pen, &at, chart, &words.plain("chart-signal"), gaps);
    if chart.points.is_empty() {
        let middle = ((at.left + at.right) / 2.0, (at.top + at.bottom) / 2.0);
        let nothing = words.plain("report-chart-empty");
        pen.text(middle, &nothing, Anchor::Middle, pen::GREY, false);
    }
    pen.finish((size.width, size.height), &chart.metric.noun.name, says)
}

/// A picture with a sentence under it.
pub fn noted(svg: &str, size: Size, said: &str) -> String {
    let mut pen = Pen::default();
    let place = (size.width - 8.0, size.height + 12.0);
    pen.text(place, said, Anchor::End, pen::GREY, false);
    pen.put(svg);
    pen.finish((size.width, size.height + 20.0), "", "")
}

/// Every single value, and a thin line through them.
fn measured(pen: &mut Pen, at: &Layout, chart: &MetricChart) {
    let places: Vec<(f64, f64)> = chart
        .points
        .iter()
        .map(|point| (at.x(point.on), at.y(point.value)))
        .collect();
    if places.len() > 1 {
        pen.path(&places, solid(INK, 1.25));
    }
    let radius = match places.len() {
        0..=80 => 3.0,
        81..=250 => 2.0,
        _ => 1.25,
    };
    for place in places {
        pen.dot(place, radius, false);
    }
}
