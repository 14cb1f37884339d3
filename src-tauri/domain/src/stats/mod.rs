//! Numbers over time: what a series of values says, and what it does not.
//!
//! Pure functions over values in time order. None reads a clock. Each module names the source of
//! its formulas. Values that are no numbers are refused, and so is arithmetic that would leave the
//! range of an `f64`: no figure is ever an infinity.

pub mod calibration;
pub mod error_budget;
pub mod run_chart;
pub mod toil;
pub mod verdict;
pub mod xmr;

mod cadence;
mod centre;

pub use cadence::{Cadence, cadence};
pub use centre::{mean, median};

use crate::field::choice;

choice! {
    /// On which side of a line something lies.
    Side {
        /// Over the line.
        Above = "above",
        /// Under the line.
        Below = "below",
    }
}

/// Why a series was not computed.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StatsError {
    /// A value is not a number, or infinite.
    #[error("the value at {index} is not a finite number")]
    NotFinite {
        /// Its place in the series.
        index: usize,
    },
    /// The numbers are so large that a figure would not be finite.
    #[error("the values are too large to compute with")]
    TooLarge,
}

/// Refuses a series with a value that is not a finite number.
pub(crate) fn finite(values: &[f64]) -> Result<(), StatsError> {
    match values.iter().position(|value| !value.is_finite()) {
        Some(index) => Err(StatsError::NotFinite { index }),
        None => Ok(()),
    }
}

/// A figure, refused when it left the range of an `f64`.
pub(crate) fn within(figure: f64) -> Result<f64, StatsError> {
    figure
        .is_finite()
        .then_some(figure)
        .ok_or(StatsError::TooLarge)
}

/// How far apart two numbers must be, as a part of the larger, to be told apart: a mean of decimal
/// fractions is rounded, and a value that equals it must not be counted as beside it.
const ROUNDING: f64 = 1e-12;

/// Strictly on which side of the line the value lies.
pub(crate) fn side(value: f64, line: f64) -> Option<Side> {
    let near = ROUNDING * value.abs().max(line.abs());
    if value > line + near {
        Some(Side::Above)
    } else if value < line - near {
        Some(Side::Below)
    } else {
        None
    }
}
