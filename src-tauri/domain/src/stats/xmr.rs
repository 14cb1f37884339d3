//! The XmR chart (process behaviour chart): natural process limits of single values, and the
//! signals that tell a change from routine variation.
//!
//! Source: D. Wheeler, *Understanding Variation*. The moving range is mR_i = |x_i − x_(i−1)| and R̄
//! its mean; the limits are x̄ ± 2.660 R̄, the upper range limit 3.268 R̄, σ̂ = R̄ / 1.128, and the
//! midlines x̄ ± 1.5 σ̂. The lower limit is not cut off at 0: only a drawing may do that.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{Side, StatsError, finite, mean, side, within};
use crate::field::choice;

/// With fewer points there are no limits; from here on they are provisional.
pub const FEWEST: usize = 6;
/// From this many points on the limits are firm.
pub const FIRM: usize = 15;
/// How many in a row on one side of the centre make a signal.
pub const RUN: usize = 8;

const LIMIT_FACTOR: f64 = 2.660;
const RANGE_FACTOR: f64 = 3.268;
const RANGE_TO_SIGMA: f64 = 1.128;
const MIDLINE_SIGMAS: f64 = 1.5;

/// The lines of an XmR chart, in the unit of the values.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Limits {
    /// x̄, the mean of the values.
    pub centre: f64,
    /// R̄, the mean moving range.
    pub mean_range: f64,
    /// Upper natural process limit.
    pub upper: f64,
    /// Lower natural process limit; below 0 also where the values cannot be.
    pub lower: f64,
    /// Halfway up to the upper limit.
    pub upper_midline: f64,
    /// Halfway down to the lower limit.
    pub lower_midline: f64,
    /// Upper limit of the moving range.
    pub range_upper: f64,
    /// How many values they were computed from.
    pub count: usize,
    /// Whether there were enough values ([`FIRM`]); otherwise the limits are provisional.
    pub firm: bool,
}

choice! {
    /// By which rule a signal is told.
    Rule {
        /// R1: a value strictly beyond a limit.
        Beyond = "beyond",
        /// R2: eight in a row strictly on one side of the centre.
        RunOfEight = "run_of_eight",
        /// R3: three of four in a row strictly beyond the same midline.
        ThreeOfFour = "three_of_four",
        /// R1 on the moving range: a jump larger than its upper limit.
        RangeBeyond = "range_beyond",
    }
}

/// Values that are not routine variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Signal {
    /// The rule that tells it.
    pub rule: Rule,
    /// On which side; for a moving range, to which side the value jumped.
    pub side: Side,
    /// Its first value.
    pub from: usize,
    /// Its last value, inclusive.
    pub to: usize,
}

/// The limits that the values have; none with fewer than [`FEWEST`].
///
/// # Errors
/// When a value is not finite, or the values are too large to compute with.
pub fn limits(values: &[f64]) -> Result<Option<Limits>, StatsError> {
    finite(values)?;
    if values.len() < FEWEST {
        return Ok(None);
    }
    let ranges: Vec<f64> = values
        .windows(2)
        .map(|two| (two[1] - two[0]).abs())
        .collect();
    for range in &ranges {
        within(*range)?;
    }
    let centre = mean(values)?.unwrap_or_default();
    let mean_range = mean(&ranges)?.unwrap_or_default();
    let midline = MIDLINE_SIGMAS * mean_range / RANGE_TO_SIGMA;
    Ok(Some(Limits {
        centre,
        mean_range,
        upper: within(centre + LIMIT_FACTOR * mean_range)?,
        lower: within(centre - LIMIT_FACTOR * mean_range)?,
        upper_midline: centre + midline,
        lower_midline: centre - midline,
        range_upper: within(RANGE_FACTOR * mean_range)?,
        count: values.len(),
        firm: values.len() >= FIRM,
    }))
}

/// The signals of the values against the limits, by their first value and then by rule. Values that
/// are not finite signal nothing.
pub fn signals(values: &[f64], limits: &Limits) -> Vec<Signal> {
    let mut found = beyond(values, limits);
    found.extend(runs(values, limits));
    for wanted in [Side::Above, Side::Below] {
        found.extend(three_of_four(values, limits, wanted));
    }
    found.extend(ranges(values, limits));
    found.sort_by_key(|signal| (signal.from, signal.rule as usize, signal.side as usize));
    found
}

fn beyond(values: &[f64], limits: &Limits) -> Vec<Signal> {
    let sides = values.iter().map(|value| {
        let over = side(*value, limits.upper).filter(|side| *side == Side::Above);
        over.or(side(*value, limits.lower).filter(|side| *side == Side::Below))
    });
    alone(Rule::Beyond, sides)
}

fn ranges(values: &[f64], limits: &Limits) -> Vec<Signal> {
    let jumps = values.windows(2).map(|two| {
        let jump = two[1] - two[0];
        let over = side(jump.abs(), limits.range_upper) == Some(Side::Above);
        over.then_some(if jump > 0.0 { Side::Above } else { Side::Below })
    });
    alone(Rule::RangeBeyond, std::iter::once(None).chain(jumps))
}

/// A signal for each single value; neighbours stay apart, for each says it by itself.
fn alone(rule: Rule, sides: impl Iterator<Item = Option<Side>>) -> Vec<Signal> {
    sides
        .enumerate()
        .filter_map(|(at, side)| side.map(|side| one(rule, side, at, at)))
        .collect()
}

fn runs(values: &[f64], limits: &Limits) -> Vec<Signal> {
    let sides: Vec<_> = values
        .iter()
        .map(|value| side(*value, limits.centre))
        .collect();
    let mut at = 0;
    let mut found = Vec::new();
    for run in sides.chunk_by(|a, b| a == b) {
        if let Some(side) = run[0].filter(|_| run.len() >= RUN) {
            found.push(one(Rule::RunOfEight, side, at, at + run.len() - 1));
        }
        at += run.len();
    }
    found
}

fn three_of_four(values: &[f64], limits: &Limits, wanted: Side) -> Vec<Signal> {
    let midline = match wanted {
        Side::Above => limits.upper_midline,
        Side::Below => limits.lower_midline,
    };
    let outside: Vec<usize> = (0..values.len())
        .filter(|at| side(values[*at], midline) == Some(wanted))
        .collect();
    let mut found: Vec<Signal> = Vec::new();
    for three in outside.windows(3).filter(|three| three[2] - three[0] <= 3) {
        match found.last_mut().filter(|last| three[0] <= last.to) {
            Some(last) => last.to = three[2],
            None => found.push(one(Rule::ThreeOfFour, wanted, three[0], three[2])),
        }
    }
    found
}

fn one(rule: Rule, side: Side, from: usize, to: usize) -> Signal {
    Signal {
        rule,
        side,
        from,
        to,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Wheeler's example.
    const WORKED: [f64; 15] = [
        5.0, 6.0, 7.0, 5.0, 6.0, 4.0, 7.0, 8.0, 6.0, 13.0, 5.0, 6.0, 7.0, 6.0, 5.0,
    ];

    fn worked() -> Limits {
        limits(&WORKED).unwrap().unwrap()
    }

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-6, "{found} is not {wanted}");
    }

    fn of(rule: Rule, values: &[f64], limits: &Limits) -> Vec<(Side, usize, usize)> {
        signals(values, limits)
            .into_iter()
            .filter(|signal| signal.rule == rule)
            .map(|signal| (signal.side, signal.from, signal.to))
            .collect()
    }

    #[test]
    fn the_worked_example_has_its_published_limits() {
        let found = worked();
        near(found.centre, 6.4);
        near(found.mean_range, 2.285_714_3);
        near(found.upper, 12.48);
        near(found.lower, 0.32);
        near(found.range_upper, 7.469_714_3);
        near(found.upper_midline, 9.439_513_7);
        assert_eq!((found.count, found.firm), (15, true));
    }

    #[test]
    fn the_worked_example_signals_at_its_tenth_point_and_the_fall_after_it() {
        let found = signals(&WORKED, &worked());
        let wanted = [
            one(Rule::Beyond, Side::Above, 9, 9),
            one(Rule::RangeBeyond, Side::Below, 10, 10),
        ];
        assert_eq!(found, wanted);
    }

    #[test]
    fn limits_need_six_points_and_are_firm_from_fifteen() {
        assert_eq!(limits(&[]), Ok(None));
        assert_eq!(limits(&WORKED[..5]), Ok(None));
        assert!(!limits(&WORKED[..6]).unwrap().unwrap().firm);
        assert!(!limits(&WORKED[..14]).unwrap().unwrap().firm);
    }

    #[test]
    fn the_lower_limit_is_not_cut_off_at_zero() {
        let counts = [0.0, 4.0, 0.0, 4.0, 0.0, 4.0];
        assert!(limits(&counts).unwrap().unwrap().lower < 0.0);
    }

    #[test]
    fn eight_on_one_side_are_a_run_and_a_point_on_the_centre_breaks_it() {
        let lines = worked();
        let centre = lines.centre;
        let up = |count: usize| vec![centre + 0.5; count];
        assert_eq!(of(Rule::RunOfEight, &up(7), &lines), []);
        assert_eq!(of(Rule::RunOfEight, &up(8), &lines), [(Side::Above, 0, 7)]);
        assert_eq!(
            of(Rule::RunOfEight, &up(11), &lines),
            [(Side::Above, 0, 10)],
            "merged"
        );
        let broken = [up(7), vec![centre], up(7)].concat();
        assert_eq!(of(Rule::RunOfEight, &broken, &lines), []);
    }

    #[test]
    fn three_of_four_beyond_one_midline_merge_where_they_overlap() {
        let lines = worked();
        let (far, near, low) = (
            lines.upper_midline + 0.5,
            lines.centre,
            lines.lower_midline - 0.5,
        );
        let three = |values: &[f64]| of(Rule::ThreeOfFour, values, &lines);
        assert_eq!(three(&[far, far, near, near, far]), []);
        assert_eq!(three(&[far, far, near, far]), [(Side::Above, 0, 3)]);
        assert_eq!(three(&[far, low, far, low]), [], "two on each side");
        assert_eq!(
            three(&[far, far, near, far, far, near, far]),
            [(Side::Above, 0, 6)],
            "merged"
        );
        let apart = [far, far, far, near, near, near, far, far, far];
        assert_eq!(three(&apart), [(Side::Above, 0, 2), (Side::Above, 6, 8)]);
    }

    #[test]
    fn a_point_on_a_limit_is_within_it() {
        let lines = worked();
        assert_eq!(of(Rule::Beyond, &[lines.upper, lines.lower], &lines), []);
    }

    #[test]
    fn what_is_no_number_is_refused_and_what_is_too_large_too() {
        for odd in [f64::NAN, f64::INFINITY, f64::NEG_INFINITY] {
            let mut values = WORKED;
            values[3] = odd;
            assert_eq!(limits(&values), Err(StatsError::NotFinite { index: 3 }));
        }
        let swings = [f64::MAX, f64::MIN, f64::MAX, f64::MIN, f64::MAX, f64::MIN];
        assert_eq!(limits(&swings), Err(StatsError::TooLarge));
    }
}
