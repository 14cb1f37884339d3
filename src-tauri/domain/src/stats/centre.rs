//! The middle of a series: mean and median.

use super::{StatsError, finite, within};

/// The arithmetic mean; none of an empty series.
///
/// Summed as distances from the first value, so that equal values have exactly themselves as mean.
///
/// # Errors
/// When a value is not finite, or the distances are too large.
pub fn mean(values: &[f64]) -> Result<Option<f64>, StatsError> {
    finite(values)?;
    let Some(first) = values.first() else {
        return Ok(None);
    };
    let distances: f64 = values.iter().map(|value| value - first).sum();
    within(first + distances / values.len() as f64).map(Some)
}

/// The middle value, or halfway between the two middle values; none of an empty series and of one
/// with a value that is not finite.
pub fn median(values: &[f64]) -> Option<f64> {
    finite(values).ok()?;
    let mut sorted = values.to_vec();
    sorted.sort_by(f64::total_cmp);
    let upper = *sorted.get(sorted.len() / 2)?;
    if sorted.len() % 2 == 1 {
        return Some(upper);
    }
    let lower = *sorted.get(sorted.len() / 2 - 1)?;
    Some(f64::midpoint(lower, upper))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_median_is_the_middle_or_halfway_between_two() {
        assert_eq!(median(&[]), None);
        assert_eq!(median(&[3.0]), Some(3.0));
        assert_eq!(median(&[9.0, 1.0, 5.0]), Some(5.0));
        assert_eq!(median(&[9.0, 1.0, 5.0, 6.0]), Some(5.5));
        assert_eq!(median(&[1.0, f64::NAN]), None);
    }

    #[test]
    fn the_middle_of_huge_values_is_finite() {
        assert_eq!(median(&[f64::MAX, f64::MAX]), Some(f64::MAX));
        assert_eq!(mean(&[f64::MAX, f64::MAX]), Ok(Some(f64::MAX)));
        assert_eq!(
            mean(&[f64::MAX, f64::MIN]),
            Err(StatsError::TooLarge),
            "never an infinity"
        );
    }

    #[test]
    fn equal_decimal_fractions_are_their_own_mean() {
        assert_eq!(mean(&[0.1; 10]), Ok(Some(0.1)));
        assert_eq!(mean(&[]), Ok(None));
    }
}
