//! What the values after a step's start say against the limits frozen before it.
//!
//! Source: D. Wheeler, *Understanding Variation*: a change is told by a signal against the limits
//! of the values before, and by nothing less.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::xmr::{self, FEWEST, RUN, Rule, Signal};
use super::{Side, StatsError, finite};

/// Whether a change can be told from routine variation.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(
    tag = "verdict",
    rename_all = "snake_case",
    rename_all_fields = "camelCase"
)]
pub enum Verdict {
    /// The values after the start signal.
    Signal {
        /// By which rule.
        rule: Rule,
        /// On which side.
        side: Side,
        /// The first value after the start that belongs to the signal; 0 is the first after.
        at: usize,
    },
    /// There are enough values, and they are routine variation.
    NotDistinguishable,
    /// Nothing signals yet.
    NeedsMore {
        /// How many more values after the start until a run of eight could be told.
        points: usize,
    },
    /// There are no limits to compare with.
    NoLimits {
        /// How many more values before the start there should have been.
        points: usize,
    },
}

/// The verdict on the values `after` against the limits of the values before (`baseline`).
///
/// It is the first signal that holds a value after the start. Signals by a run of values count only
/// the values after the start: a run that had begun before is no word on the step.
///
/// # Errors
/// When a value is not finite (its place counted through both series), or too large.
pub fn verdict(baseline: &[f64], after: &[f64]) -> Result<Verdict, StatsError> {
    finite(&[baseline, after].concat())?;
    let Some(limits) = xmr::limits(baseline)? else {
        return Ok(Verdict::NoLimits {
            points: FEWEST - baseline.len(),
        });
    };
    // The last value before is there only for the moving range of the first value after.
    let jump = baseline.last().zip(after.first()).map(|(last, first)| {
        let two = xmr::signals(&[*last, *first], &limits);
        two.into_iter()
            .find(|signal| signal.rule == Rule::RangeBeyond)
    });
    let jump = jump.flatten().map(|signal| Signal {
        from: 0,
        to: 0,
        ..signal
    });
    let first = xmr::signals(after, &limits)
        .into_iter()
        .chain(jump)
        .min_by_key(|signal| (signal.from, signal.rule as usize));
    Ok(match first {
        Some(signal) => Verdict::Signal {
            rule: signal.rule,
            side: signal.side,
            at: signal.from,
        },
        None if after.len() < RUN => Verdict::NeedsMore {
            points: RUN - after.len(),
        },
        None => Verdict::NotDistinguishable,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Centre 6, mean range 2: limits 0.68 and 11.32, range limit 6.536.
    const BEFORE: [f64; 8] = [5.0, 7.0, 5.0, 7.0, 5.0, 7.0, 5.0, 7.0];

    fn said(after: &[f64]) -> Verdict {
        verdict(&BEFORE, after).unwrap()
    }

    #[test]
    fn without_limits_it_says_how_many_points_were_missing() {
        assert_eq!(verdict(&[], &[1.0]), Ok(Verdict::NoLimits { points: 6 }));
        assert_eq!(
            verdict(&BEFORE[..5], &[]),
            Ok(Verdict::NoLimits { points: 1 })
        );
    }

    #[test]
    fn it_counts_down_to_a_run_of_eight() {
        assert_eq!(said(&[]), Verdict::NeedsMore { points: 8 });
        assert_eq!(said(&[5.0; 7]), Verdict::NeedsMore { points: 1 });
        assert_eq!(said(&BEFORE), Verdict::NotDistinguishable);
    }

    #[test]
    fn the_first_signal_after_the_start_is_told() {
        let run = Verdict::Signal {
            rule: Rule::RunOfEight,
            side: Side::Below,
            at: 0,
        };
        assert_eq!(said(&[5.0; 8]), run);
        let beyond = Verdict::Signal {
            rule: Rule::Beyond,
            side: Side::Above,
            at: 1,
        };
        assert_eq!(said(&[6.0, 12.0]), beyond);
    }

    #[test]
    fn a_jump_at_the_start_is_told_though_it_stays_within_the_limits() {
        let jump = Verdict::Signal {
            rule: Rule::RangeBeyond,
            side: Side::Below,
            at: 0,
        };
        let low_first = [5.0, 7.0, 5.0, 7.0, 5.0, 7.0, 5.0, 11.0];
        assert_eq!(verdict(&low_first, &[2.0]), Ok(jump));
    }

    #[test]
    fn a_run_that_had_begun_before_is_no_word_on_the_step() {
        let before = [7.0, 9.0, 7.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0];
        let found = verdict(&before, &[5.0]).unwrap();
        assert_eq!(found, Verdict::NeedsMore { points: 7 });
    }

    #[test]
    fn a_value_that_is_no_number_is_named_by_its_place_in_both_series() {
        let refused = verdict(&BEFORE, &[6.0, f64::NAN]);
        assert_eq!(refused, Err(StatsError::NotFinite { index: 9 }));
    }
}
