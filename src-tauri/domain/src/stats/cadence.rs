//! The cadence of experiments: days between starts; median and longest gap.

use chrono::NaiveDate;
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::median;

/// How often something happened.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Cadence {
    /// Days between each and the next, oldest first.
    pub gaps: Vec<i64>,
    /// Median gap, in days.
    pub median: f64,
    /// Longest gap, in days.
    pub longest: i64,
}

/// The cadence of the days, in whatever order they come; none of fewer than two.
pub fn cadence(days: &[NaiveDate]) -> Option<Cadence> {
    let mut days = days.to_vec();
    days.sort();
    let gaps: Vec<i64> = days
        .windows(2)
        .map(|two| (two[1] - two[0]).num_days())
        .collect();
    let in_days: Vec<f64> = gaps.iter().map(|gap| *gap as f64).collect();
    Some(Cadence {
        median: median(&in_days)?,
        longest: *gaps.iter().max()?,
        gaps,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> NaiveDate {
        NaiveDate::default() + chrono::Duration::days(number)
    }

    #[test]
    fn one_start_has_no_cadence() {
        assert_eq!(cadence(&[]), None);
        assert_eq!(cadence(&[day(4)]), None);
    }

    #[test]
    fn gaps_are_days_between_starts_in_order() {
        let found = cadence(&[day(15), day(0), day(1), day(1)]).unwrap();
        assert_eq!(
            found,
            Cadence {
                gaps: vec![1, 0, 14],
                median: 1.0,
                longest: 14
            }
        );
    }
}
