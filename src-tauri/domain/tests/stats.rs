//! What must hold of figures over time for every series.

use kata_domain::stats::calibration::{Prediction, calibration};
use kata_domain::stats::run_chart::run_chart;
use kata_domain::stats::verdict::{Verdict, verdict};
use kata_domain::stats::xmr::{self, Limits, Signal};
use kata_domain::stats::{Side, median};
use proptest::prelude::*;

/// Whole numbers, so that ties happen and shifting is exact.
fn series(count: std::ops::Range<usize>) -> impl Strategy<Value = Vec<f64>> {
    prop::collection::vec((-50..50_i32).prop_map(f64::from), count)
}

fn limits(values: &[f64]) -> Limits {
    let found = xmr::limits(values).ok().flatten();
    found.unwrap_or_else(|| unreachable!("the series has enough small values"))
}

fn signals(values: &[f64]) -> Vec<Signal> {
    xmr::signals(values, &limits(values))
}

fn near(a: f64, b: f64) -> bool {
    (a - b).abs() <= 1e-9 * a.abs().max(b.abs()).max(1.0)
}

proptest! {
    #[test]
    fn shifting_moves_the_limits_and_keeps_the_signals(values in series(6..60), by in -999..999_i32) {
        let moved: Vec<f64> = values.iter().map(|value| value + f64::from(by)).collect();
        let (before, after) = (limits(&values), limits(&moved));
        prop_assert!(near(after.centre, before.centre + f64::from(by)));
        prop_assert!(near(after.upper, before.upper + f64::from(by)));
        prop_assert!(near(after.lower, before.lower + f64::from(by)));
        prop_assert!(near(after.range_upper, before.range_upper));
        prop_assert_eq!(signals(&values), signals(&moved));
    }

    #[test]
    fn scaling_scales_the_limits_and_keeps_the_signals(values in series(6..60), power in -20..20_i32) {
        let by = 2_f64.powi(power);
        let scaled: Vec<f64> = values.iter().map(|value| value * by).collect();
        prop_assert!(near(limits(&scaled).upper, limits(&values).upper * by));
        prop_assert_eq!(signals(&values), signals(&scaled));
    }

    #[test]
    fn turning_upside_down_turns_the_sides(values in series(6..60)) {
        let turned: Vec<f64> = values.iter().map(|value| -value).collect();
        let other = |side| if side == Side::Above { Side::Below } else { Side::Above };
        let mut wanted: Vec<Signal> = signals(&values)
            .into_iter()
            .map(|signal| Signal { side: other(signal.side), ..signal })
            .collect();
        wanted.sort_by_key(|signal| (signal.from, signal.rule as usize, signal.side as usize));
        prop_assert_eq!(signals(&turned), wanted);
    }

    #[test]
    fn reading_backward_keeps_the_limits_and_the_run_chart(values in series(6..60)) {
        let backward: Vec<f64> = values.iter().rev().copied().collect();
        prop_assert!(near(limits(&values).upper, limits(&backward).upper));
        prop_assert!(near(limits(&values).lower, limits(&backward).lower));
        prop_assert_eq!(run_chart(&values), run_chart(&backward));
    }

    #[test]
    fn constants_have_no_range_and_no_signal(value in -1e12..1e12_f64, count in 6..60_usize) {
        let flat = vec![value; count];
        prop_assert_eq!(limits(&flat).mean_range, 0.0);
        prop_assert_eq!(limits(&flat).upper, value);
        prop_assert_eq!(signals(&flat), []);
    }

    #[test]
    fn any_series_is_answered_or_refused_and_no_figure_is_infinite(
        values in prop::collection::vec(any::<f64>(), 0..40),
        split in 0..40_usize,
    ) {
        let wrong = values.iter().any(|value| !value.is_finite());
        match xmr::limits(&values) {
            Ok(Some(found)) => {
                prop_assert!(!wrong && values.len() >= xmr::FEWEST);
                let lines = [found.upper, found.lower, found.upper_midline, found.lower_midline];
                prop_assert!(lines.iter().all(|line| line.is_finite()));
                prop_assert!(found.range_upper.is_finite());
            }
            Ok(None) => prop_assert!(!wrong && values.len() < xmr::FEWEST),
            Err(_) => prop_assert!(!values.is_empty()),
        }
        prop_assert_eq!(run_chart(&values).is_err(), wrong);
        prop_assert_eq!(median(&values).is_none(), wrong || values.is_empty());
        let (before, after) = values.split_at(split.min(values.len()));
        prop_assert!(verdict(before, after).is_ok() || !values.is_empty());
    }

    #[test]
    fn every_signal_lies_within_the_series(values in series(6..80)) {
        for signal in signals(&values) {
            prop_assert!(signal.from <= signal.to && signal.to < values.len());
        }
    }

    #[test]
    fn more_points_after_never_lead_back_to_wanting_more(values in series(6..30), after in series(0..20)) {
        match verdict(&values, &after).unwrap() {
            Verdict::Signal { at, .. } => prop_assert!(at < after.len()),
            Verdict::NeedsMore { points } => prop_assert_eq!(points + after.len(), xmr::RUN),
            Verdict::NotDistinguishable => prop_assert!(after.len() >= xmr::RUN),
            Verdict::NoLimits { .. } => prop_assert!(false, "there are limits"),
        }
    }

    #[test]
    fn the_parts_of_brier_make_its_score(
        said in prop::collection::vec((0..=20_u8, any::<bool>()), 10..80),
    ) {
        let predictions: Vec<Prediction> = said
            .iter()
            .map(|(sure, came_true)| Prediction {
                confidence: Some(f64::from(*sure) / 20.0),
                came_true: Some(*came_true),
                ..Prediction::default()
            })
            .collect();
        let brier = calibration(&predictions).figures.unwrap().brier.unwrap();
        let sum = brier.reliability - brier.resolution + brier.uncertainty;
        prop_assert!((brier.score - sum).abs() < 1e-9);
    }
}
