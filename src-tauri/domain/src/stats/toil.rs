//! The toil of a team: the share of its hours, and where the line through the weeks leads.
//!
//! Source: Google, *Site Reliability Engineering* ch. 5: toil is kept under 50 % of a team's hours.
//! The bankruptcy line is the least-squares line through the weekly percentages, with the dates on
//! which it crosses the limit and what is left when the overhead is taken off.

use chrono::{Days, NaiveDate};
use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{StatsError, finite, mean, within};

/// The limit when a team sets none, in percent.
pub const LIMIT: f64 = 50.0;
/// With fewer weeks there is no line.
pub const FEWEST: usize = 4;
/// No date is told further ahead than this many days: no line holds that long.
const HORIZON_DAYS: f64 = 3.0 * 365.0;

/// Where the weekly toil leads if it goes on as it did.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct BankruptcyLine {
    /// How the toil moves, in percentage points a week.
    pub per_week: f64,
    /// The value of the line on the first of the days, in percent.
    pub first: f64,
    /// The value of the line on the last of the days, in percent.
    pub last: f64,
    /// When it reaches the limit; none where it does not rise, or not within three years.
    pub limit_on: Option<NaiveDate>,
    /// When it reaches 100 % − overhead, and nothing is left for improvement.
    pub full_on: Option<NaiveDate>,
}

/// Toil in percent of all hours; none without hours, and of hours that are no numbers.
pub fn percent(toil_hours: f64, all_hours: f64) -> Option<f64> {
    let percent = 100.0 * toil_hours / all_hours;
    (all_hours > 0.0 && percent.is_finite()).then_some(percent)
}

/// The bankruptcy line through the weeks (a day of each and its toil in percent), oldest first;
/// none with fewer than [`FEWEST`], or when all are of one day.
///
/// `limit` and `overhead` are percentages of all hours.
///
/// # Errors
/// When a number is not finite, or too large.
pub fn bankruptcy_line(
    weeks: &[(NaiveDate, f64)],
    limit: f64,
    overhead: f64,
) -> Result<Option<BankruptcyLine>, StatsError> {
    let percents: Vec<f64> = weeks.iter().map(|(_, percent)| *percent).collect();
    finite(&percents)?;
    finite(&[limit, overhead])?;
    let [(first_on, _), .., (last_on, _)] = weeks else {
        return Ok(None);
    };
    let days: Vec<f64> = weeks
        .iter()
        .map(|(on, _)| days_between(*first_on, *on))
        .collect();
    let Some((slope, start)) = line(&days, &percents)?.filter(|_| weeks.len() >= FEWEST) else {
        return Ok(None);
    };
    let end = days_between(*first_on, *last_on);
    let reaches = |level: f64| {
        let day = (level - start) / slope;
        let ahead = slope > 0.0 && (0.0..=end + HORIZON_DAYS).contains(&day);
        ahead.then(|| first_on.checked_add_days(Days::new(day.ceil() as u64)))?
    };
    Ok(Some(BankruptcyLine {
        per_week: slope * 7.0,
        first: start,
        last: within(start + slope * end)?,
        limit_on: reaches(limit),
        full_on: reaches(100.0 - overhead),
    }))
}

fn days_between(first: NaiveDate, then: NaiveDate) -> f64 {
    (then - first).num_days() as f64
}

/// Slope and value at 0 of the least-squares line; none when all x are equal.
fn line(x: &[f64], y: &[f64]) -> Result<Option<(f64, f64)>, StatsError> {
    let Some((mean_x, mean_y)) = mean(x)?.zip(mean(y)?) else {
        return Ok(None);
    };
    let squares: f64 = x.iter().map(|x| (x - mean_x).powi(2)).sum();
    let products: f64 = x
        .iter()
        .zip(y)
        .map(|(x, y)| (x - mean_x) * (y - mean_y))
        .sum();
    if squares <= 0.0 {
        return Ok(None);
    }
    let slope = within(products / squares)?;
    Ok(Some((slope, within(mean_y - slope * mean_x)?)))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(number: i64) -> NaiveDate {
        NaiveDate::default() + chrono::Duration::days(number)
    }

    fn weeks(percents: &[f64]) -> Vec<(NaiveDate, f64)> {
        (0..)
            .map(|week| day(week * 7))
            .zip(percents.iter().copied())
            .collect()
    }

    /// The published weekly sheet: 16 of 40 hours.
    #[test]
    fn the_weekly_sheet_is_40_percent() {
        let hours = [4.5, 3.0, 2.5, 2.0, 1.5, 1.0, 1.5];
        assert_eq!(percent(hours.iter().sum(), 40.0), Some(40.0));
        assert_eq!(percent(1.0, 0.0), None);
        assert_eq!(percent(f64::NAN, 40.0), None);
    }

    #[test]
    fn rising_toil_crosses_the_limit_and_then_the_rest() {
        let found = bankruptcy_line(&weeks(&[40.0, 41.0, 42.0, 43.0]), 50.0, 20.0);
        let found = found.unwrap().unwrap();
        assert!((found.per_week - 1.0).abs() < 1e-9);
        assert!((found.last - 43.0).abs() < 1e-9);
        assert_eq!(
            found.limit_on,
            Some(day(70)),
            "ten weeks at one point a week"
        );
        assert_eq!(found.full_on, Some(day(280)), "forty weeks");
    }

    #[test]
    fn toil_that_does_not_rise_never_crosses() {
        for percents in [[40.0; 4], [43.0, 42.0, 41.0, 40.0]] {
            let found = bankruptcy_line(&weeks(&percents), 50.0, 20.0)
                .unwrap()
                .unwrap();
            assert_eq!((found.limit_on, found.full_on), (None, None));
        }
    }

    #[test]
    fn a_crossing_beyond_three_years_is_not_told() {
        let found = bankruptcy_line(&weeks(&[10.0, 10.01, 10.02, 10.03]), 50.0, 20.0);
        assert_eq!(found.unwrap().unwrap().limit_on, None);
    }

    #[test]
    fn few_weeks_have_no_line() {
        for count in 0..FEWEST {
            let some = weeks(&vec![40.0; count]);
            assert_eq!(bankruptcy_line(&some, 50.0, 20.0), Ok(None));
        }
        let one_day = vec![(day(0), 40.0); 5];
        assert_eq!(bankruptcy_line(&one_day, 50.0, 20.0), Ok(None));
        let odd = weeks(&[1.0, f64::INFINITY, 1.0, 1.0]);
        let refused = bankruptcy_line(&odd, 50.0, 20.0);
        assert_eq!(refused, Err(StatsError::NotFinite { index: 1 }));
    }
}
