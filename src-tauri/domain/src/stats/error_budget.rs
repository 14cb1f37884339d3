//! The error budget of a service level objective, and how fast it is used.
//!
//! Source: Google, *Site Reliability Engineering* ch. 3 and *The Site Reliability Workbook*
//! (alerting on SLOs): budget = 1 − SLO; burn rate = share of the budget used / share of the window
//! elapsed; time left at this rate = remaining share / (burn rate / window). A figure always
//! belongs to one window.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{StatsError, finite, within};

/// A burn rate nearer to 1 than this is 1: minutes of a share are rarely exact.
const ROUNDING: f64 = 1e-9;

/// What an error budget is computed from.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Usage {
    /// The objective, 0 to 1, both excluded: 0.999 for 99.9 %.
    pub objective: f64,
    /// All minutes, or all events, of the whole window.
    pub total: f64,
    /// Bad minutes, or bad events, so far.
    pub bad: f64,
    /// Length of the window, in days.
    pub window_days: f64,
    /// How much of the window has passed, in days; a rolling window has passed whole.
    pub elapsed_days: f64,
}

/// An error budget and what is left of it.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ErrorBudget {
    /// How much may be bad in the window, in minutes or events.
    pub allowed: f64,
    /// How much was, in minutes or events.
    pub used: f64,
    /// Share of the budget that is left; below 0 when it is overspent.
    pub left: f64,
    /// 1 uses the budget exactly by the end of the window.
    pub burn_rate: f64,
    /// Days until nothing is left at this rate; 0 when nothing is left. None at a burn rate below
    /// 1, which leaves something at the end of the window, and of a rolling window for ever: what
    /// is used now falls out of it as fast as the same rate brings in.
    pub days_left: Option<f64>,
}

/// The error budget; none where the objective or the window allows for none.
///
/// # Errors
/// When a number is not finite, or a figure would not be.
pub fn error_budget(usage: &Usage) -> Result<Option<ErrorBudget>, StatsError> {
    let Usage {
        objective,
        total,
        bad,
        window_days,
        elapsed_days,
    } = *usage;
    finite(&[objective, total, bad, window_days, elapsed_days])?;
    let allowed = (1.0 - objective) * total;
    if objective <= 0.0 || allowed <= 0.0 || bad < 0.0 || window_days <= 0.0 || elapsed_days <= 0.0
    {
        return Ok(None);
    }
    let used = within(bad / allowed)?;
    let burn_rate = within(used / (elapsed_days / window_days).min(1.0))?;
    let left = 1.0 - used;
    let days_left = (burn_rate > 1.0 - ROUNDING).then(|| left.max(0.0) / (burn_rate / window_days));
    Ok(Some(ErrorBudget {
        allowed,
        used: bad,
        left,
        burn_rate,
        days_left: days_left.map(within).transpose()?,
    }))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MONTH: Usage = Usage {
        objective: 0.999,
        total: 30.0 * 1440.0,
        bad: 0.0,
        window_days: 30.0,
        elapsed_days: 30.0,
    };

    fn budget(usage: Usage) -> ErrorBudget {
        error_budget(&usage).unwrap().unwrap()
    }

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
    }

    /// SRE Workbook: 99.9 % in 30 days allows 43.2 minutes.
    #[test]
    fn a_month_at_three_nines_is_43_2_minutes() {
        let whole = budget(MONTH);
        near(whole.allowed, 43.2);
        near(whole.left, 1.0);
        assert_eq!(whole.days_left, None, "nothing is used");
    }

    /// SRE Workbook ch. 5, table 5-4: at a burn rate of 2 a budget of 30 days lasts 15, of 10 it
    /// lasts 3, of 1000 it lasts 43 minutes.
    #[test]
    fn the_burn_rate_says_how_long_the_budget_lasts() {
        for (rate, days) in [
            (1.0, 30.0),
            (2.0, 15.0),
            (10.0, 3.0),
            (1000.0, 43.2 / 1440.0),
        ] {
            // One minute of the window has passed, burning at the rate.
            let day = 1.0 / 1440.0;
            let bad = rate * 0.001;
            let found = budget(Usage {
                bad,
                elapsed_days: day,
                ..MONTH
            });
            near(found.burn_rate, rate);
            let lasted = found.days_left.unwrap() + day;
            assert!((lasted - days).abs() < day, "{rate}: {lasted} days");
        }
    }

    #[test]
    fn half_the_budget_in_a_third_of_the_window_burns_too_fast() {
        let found = budget(Usage {
            bad: 21.6,
            elapsed_days: 10.0,
            ..MONTH
        });
        near(found.left, 0.5);
        near(found.burn_rate, 1.5);
        near(found.days_left.unwrap(), 10.0);
    }

    #[test]
    fn a_rate_below_one_leaves_something_at_the_end_of_every_window() {
        let rolling = budget(Usage { bad: 21.6, ..MONTH });
        near(rolling.burn_rate, 0.5);
        assert_eq!(rolling.days_left, None);
        let calendar = budget(Usage {
            bad: 7.2,
            elapsed_days: 10.0,
            ..MONTH
        });
        near(calendar.burn_rate, 0.5);
        assert_eq!(calendar.days_left, None);
    }

    #[test]
    fn an_overspent_budget_has_no_days_left() {
        let found = budget(Usage { bad: 64.8, ..MONTH });
        near(found.left, -0.5);
        assert_eq!(found.days_left, Some(0.0));
    }

    #[test]
    fn what_allows_for_nothing_has_no_budget() {
        for usage in [
            Usage {
                objective: 1.0,
                ..MONTH
            },
            Usage {
                objective: 0.0,
                ..MONTH
            },
            Usage {
                total: 0.0,
                ..MONTH
            },
            Usage {
                elapsed_days: 0.0,
                ..MONTH
            },
            Usage { bad: -1.0, ..MONTH },
        ] {
            assert_eq!(error_budget(&usage), Ok(None), "{usage:?}");
        }
        let odd = Usage {
            bad: f64::NAN,
            ..MONTH
        };
        assert_eq!(error_budget(&odd), Err(StatsError::NotFinite { index: 2 }));
        let huge = Usage {
            bad: f64::MAX,
            objective: 1.0 - 1e-9,
            total: 1e-9,
            ..MONTH
        };
        assert_eq!(error_budget(&huge), Err(StatsError::TooLarge));
    }
}
