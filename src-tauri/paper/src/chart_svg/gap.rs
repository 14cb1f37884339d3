//! A step's numbers on one line: hollow is expected, solid is measured, the grey band between them
//! is the gap with its signed number, an upright stroke is where it began.

use kata_domain::Sealed;

use super::layout::Size;
use super::pen::{Anchor, GREY, INK, PALE, Pen, dashed, solid};
use super::scale::{Scale, spread};
use crate::words::Words;

/// The picture's size, px.
pub const GAP: Size = Size {
    width: 236.0,
    height: 50.0,
};
/// White at either end.
const SIDE: f64 = 12.0;
/// Where the line runs.
const LINE: f64 = 27.0;
/// Numbers are no nearer to each other.
const APART: f64 = 26.0;

/// The numbers of a step: of its plan, and what came.
pub fn numbers(plan: &Sealed, actual: Option<f64>) -> Vec<f64> {
    let all = [
        plan.baseline,
        plan.predicted,
        plan.predicted_low,
        plan.predicted_high,
        actual,
    ];
    let finite = |value: &f64| value.is_finite();
    all.into_iter().flatten().filter(finite).collect()
}

/// The picture, on a line that holds all of `domain`, and what it says.
pub fn gap(plan: &Sealed, actual: f64, domain: &[f64], words: &Words) -> (String, String) {
    let says = says(plan, actual, words);
    let line = line(domain);
    let mut pen = Pen::default();
    pen.line((SIDE, LINE), (GAP.width - SIDE, LINE), solid(PALE, 1.0));
    if let Some(baseline) = plan.baseline {
        let x = line.at(baseline);
        pen.line((x, LINE - 7.0), (x, LINE + 7.0), solid(GREY, 1.25));
    }
    if let Some((low, high)) = plan.predicted_low.zip(plan.predicted_high) {
        let (from, to) = (line.at(low), line.at(high));
        let edge = Some(dashed(INK, 1.25, "3 3"));
        pen.rect(
            (from, LINE - 6.0),
            ((to - from).max(2.0), 12.0),
            "none",
            edge,
        );
    }
    if let Some(expected) = plan.predicted {
        between(
            &mut pen,
            line.at(expected),
            line.at(actual),
            actual - expected,
            words,
        );
    }
    pen.dot((line.at(actual), LINE), 5.0, false);
    labels(&mut pen, &line, &numbers(plan, None), actual, words);
    (pen.finish((GAP.width, GAP.height), &says, &says), says)
}

fn line(domain: &[f64]) -> Scale {
    let low = domain.iter().copied().fold(f64::INFINITY, f64::min);
    let high = domain.iter().copied().fold(f64::NEG_INFINITY, f64::max);
    Scale::new((low, high), (SIDE + 8.0, GAP.width - SIDE - 8.0))
}

fn between(pen: &mut Pen, expected: f64, actual: f64, error: f64, words: &Words) {
    let (from, to) = (expected.min(actual), expected.max(actual));
    pen.rect((from, LINE - 2.5), (to - from, 5.0), PALE, None);
    let args = [("gap", words.format.signed(error).into())];
    let middle = ((from + to) / 2.0).clamp(SIDE + 20.0, GAP.width - SIDE - 20.0);
    let text = words.with("gap-label", args);
    pen.text((middle, 15.0), &text, Anchor::Middle, INK, true);
    pen.dot((expected, LINE), 5.0, true);
}

/// Each number once; what came is bold.
fn labels(pen: &mut Pen, line: &Scale, planned: &[f64], actual: f64, words: &Words) {
    let mut values: Vec<f64> = planned.iter().copied().chain([actual]).collect();
    values.sort_by(f64::total_cmp);
    values.dedup();
    let places: Vec<f64> = values.iter().map(|value| line.at(*value)).collect();
    let places = spread(&places, APART, (SIDE, GAP.width - SIDE));
    for (value, x) in values.into_iter().zip(places) {
        let text = words.format.number(value);
        pen.text((x, 46.0), &text, Anchor::Middle, INK, value == actual);
    }
}

fn says(plan: &Sealed, actual: f64, words: &Words) -> String {
    let text =
        |value: Option<f64>| value.map_or("–".to_owned(), |value| words.format.number(value));
    let baseline = ("baseline", text(plan.baseline).into());
    let came = ("actual", text(Some(actual)).into());
    if plan.predicted_low.is_some() {
        let ends = [
            ("low", text(plan.predicted_low).into()),
            ("high", text(plan.predicted_high).into()),
        ];
        let [low, high] = ends;
        return words.with("gap-picture-range", [baseline, low, high, came]);
    }
    let error = plan
        .predicted
        .map(|expected| words.format.signed(actual - expected));
    let gap = error.unwrap_or_else(|| "–".to_owned());
    let expected = ("expected", text(plan.predicted).into());
    words.with(
        "gap-picture",
        [baseline, expected, came, ("gap", gap.into())],
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_gap_has_its_sign_and_every_number_stands_once() {
        let plan = Sealed {
            baseline: Some(7.0),
            predicted: Some(2.0),
            ..Sealed::default()
        };
        let (svg, says) = gap(&plan, 5.0, &[2.0, 7.0], &Words::english());
        assert_eq!(says, "Before 7, expected 2, actual 5, gap +3");
        for label in [">2<", ">5<", ">7<"] {
            assert_eq!(svg.matches(label).count(), 1, "{label}");
        }
        assert!(svg.contains(">gap +3<"));
    }

    #[test]
    fn equal_and_very_large_numbers_have_places() {
        let plan = Sealed {
            baseline: Some(1e300),
            predicted: Some(1e300),
            ..Sealed::default()
        };
        let (svg, _) = gap(&plan, 1e300, &[1e300], &Words::english());
        assert!(!svg.contains("NaN") && !svg.contains("inf"));
    }
}
