//! The run chart on the median: is there a shift, and do the values cross the median often enough?
//!
//! Source: J. Anhøj, A. V. Olesen, "Run Charts Revisited", PLoS ONE 9(11) e113825 (2014). Values on
//! the median are skipped; n is the number of the others (useful). A shift: the longest run on one
//! side is longer than round(log2 n + 3). Too few crossings: fewer than the 5 % quantile of
//! Binomial(n − 1, 0.5). There is no trend rule: it does not find trends.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{StatsError, finite, median, side};

/// The lower quantile of the number of crossings under which they are too few.
const QUANTILE: f64 = 0.05;

/// What a run chart says of a series.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RunChart {
    /// The median, in the unit of the values.
    pub median: f64,
    /// How many values are not on the median.
    pub useful: usize,
    /// The longest run of useful values on one side.
    pub longest_run: usize,
    /// The longest run that is still routine.
    pub longest_allowed: usize,
    /// How often the useful values change the side.
    pub crossings: usize,
    /// The fewest crossings that are still routine.
    pub fewest_crossings: usize,
    /// Whether the longest run is a shift.
    pub shift: bool,
    /// Whether there are too few crossings.
    pub few_crossings: bool,
}

/// The run chart of the values; none of an empty series.
///
/// # Errors
/// When a value is not finite.
pub fn run_chart(values: &[f64]) -> Result<Option<RunChart>, StatsError> {
    finite(values)?;
    let Some(median) = median(values) else {
        return Ok(None);
    };
    let sides: Vec<_> = values
        .iter()
        .filter_map(|value| side(*value, median))
        .collect();
    let runs: Vec<usize> = sides.chunk_by(|a, b| a == b).map(<[_]>::len).collect();
    let longest_run = runs.iter().copied().max().unwrap_or(0);
    let longest_allowed = longest_allowed(sides.len());
    let crossings = runs.len().saturating_sub(1);
    let fewest_crossings = fewest_crossings(sides.len());
    Ok(Some(RunChart {
        median,
        useful: sides.len(),
        longest_run,
        longest_allowed,
        crossings,
        fewest_crossings,
        shift: longest_run > longest_allowed,
        few_crossings: crossings < fewest_crossings,
    }))
}

/// round(log2 n + 3); 0 without useful values.
fn longest_allowed(useful: usize) -> usize {
    if useful == 0 {
        return 0;
    }
    ((useful as f64).log2() + 3.0).round() as usize
}

/// The smallest k with P(X ≤ k) ≥ 5 % for X ~ Binomial(n − 1, 0.5).
///
/// Summed by logarithms, since 0.5^(n − 1) is 0 in an `f64` from 1075 on.
fn fewest_crossings(useful: usize) -> usize {
    let trials = useful.saturating_sub(1);
    let mut log_term = -(trials as f64) * std::f64::consts::LN_2;
    let mut sum = log_term.exp();
    let mut k = 0;
    while sum < QUANTILE && k < trials {
        k += 1;
        log_term += ((trials - k + 1) as f64 / k as f64).ln();
        sum += log_term.exp();
    }
    k
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::stats::StatsError;

    /// Rows of "Critical values for longest runs and number of crossings" (the table of the
    /// authors' R package qicharts2: `round(log2(n) + 3)`, `qbinom(0.05, n - 1, 0.5)`), from exact
    /// binomial sums; the last is one where 0.5^n is no `f64` any more.
    #[test]
    fn the_limits_are_those_of_the_published_formulas() {
        let table = [
            (10, 6, 2),
            (15, 7, 4),
            (20, 7, 6),
            (24, 8, 8),
            (30, 8, 10),
            (50, 9, 19),
            (100, 10, 41),
            (2000, 14, 963),
        ];
        for (useful, longest, fewest) in table {
            let found = (longest_allowed(useful), fewest_crossings(useful));
            assert_eq!(found, (longest, fewest), "{useful} useful values");
        }
    }

    #[test]
    fn values_on_the_median_are_skipped() {
        let found = run_chart(&[1.0, 5.0, 5.0, 1.0, 5.0, 9.0, 9.0])
            .unwrap()
            .unwrap();
        assert_eq!((found.median, found.useful), (5.0, 4));
        assert_eq!((found.longest_run, found.crossings), (2, 1));
    }

    #[test]
    fn a_step_in_the_middle_is_a_shift_with_too_few_crossings() {
        let step = [[1.0; 10], [2.0; 10]].concat();
        let found = run_chart(&step).unwrap().unwrap();
        assert!(found.shift && found.few_crossings);
        assert_eq!((found.longest_run, found.crossings), (10, 1));
    }

    #[test]
    fn swinging_values_are_routine() {
        let swings: Vec<f64> = (0..20).map(|at| f64::from(at % 2)).collect();
        let found = run_chart(&swings).unwrap().unwrap();
        assert!(!found.shift && !found.few_crossings);
    }

    #[test]
    fn constants_no_points_and_what_is_no_number() {
        assert_eq!(run_chart(&[]), Ok(None));
        let flat = run_chart(&[0.1; 30]).unwrap().unwrap();
        assert_eq!(
            (flat.useful, flat.shift, flat.few_crossings),
            (0, false, false)
        );
        let odd = run_chart(&[1.0, f64::NAN]);
        assert_eq!(odd, Err(StatsError::NotFinite { index: 1 }));
    }
}
