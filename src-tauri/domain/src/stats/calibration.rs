//! How good a team's predictions are: how sure it was against how often it was right.
//!
//! Sources: G. Brier 1950, score = mean (f − o)²; A. Murphy 1973, score = reliability −
//! resolution + uncertainty, grouped by the stated f; T. Gneiting, A. Raftery 2007, score of a
//! (1 − α) range \[l, u\]: (u − l) + (2/α)(l − y)₊ + (2/α)(y − u)₊. It is the team's, never a
//! person's.

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::{mean, median};

/// Under this many resolved predictions no figure is given.
pub const FEWEST: usize = 10;
/// The α of the ranges: they are meant to hold in 80 % of the cases.
const ALPHA: f64 = 0.2;

/// One prediction with what came of it.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Prediction {
    /// How sure, 0 to 1.
    pub confidence: Option<f64>,
    /// Whether the actual was at least as good as predicted.
    pub came_true: Option<bool>,
    /// The 80 % range, lower end first, in the unit of its metric.
    pub range: Option<(f64, f64)>,
    /// The actual, in the unit of its metric.
    pub actual: Option<f64>,
    /// The realised fraction of the predicted move.
    pub realised: Option<f64>,
    /// Whether it moved in the predicted direction.
    pub direction_hit: Option<bool>,
}

/// The Brier score and its parts.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Brier {
    /// Mean (f − o)²: 0 is perfect, 0.25 is what always saying 50 % gets.
    pub score: f64,
    /// How far the stated confidence lies from the share that came true; 0 is best.
    pub reliability: f64,
    /// How well the stated confidence tells what comes true from what does not; more is better.
    pub resolution: f64,
    /// How uncertain what was predicted is by itself.
    pub uncertainty: f64,
    /// How many predictions it was computed from.
    pub count: usize,
}

/// How good the resolved predictions were. A mean or a score stands here only from [`FEWEST`]
/// predictions that have what it is computed from.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Figures {
    /// The Brier score.
    pub brier: Option<Brier>,
    /// The median realised fraction; 1 is as predicted.
    pub median_realised: Option<f64>,
    /// How many moved in the predicted direction.
    pub direction_hits: usize,
    /// Of how many that can be told.
    pub directions: usize,
    /// How many ranges held.
    pub ranges_held: usize,
    /// Of how many.
    pub ranges: usize,
    /// Mean interval score, in the unit of the values: it compares only predictions of one metric.
    pub interval_score: Option<f64>,
    /// Mean confidence − share that came true: above 0 is too sure.
    pub bias: Option<f64>,
}

/// The calibration of a team's predictions.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, Deserialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Calibration {
    /// How many predictions have a result.
    pub resolved: usize,
    /// The figures; none under [`FEWEST`] resolved.
    pub figures: Option<Figures>,
}

/// The calibration of the predictions. One without a result, or with a number that is not finite,
/// is left out.
pub fn calibration(predictions: &[Prediction]) -> Calibration {
    let resolved: Vec<Prediction> = predictions
        .iter()
        .filter(|prediction| prediction.resolved() && prediction.finite())
        .copied()
        .collect();
    Calibration {
        resolved: resolved.len(),
        figures: (resolved.len() >= FEWEST).then(|| figures(&resolved)),
    }
}

impl Prediction {
    fn resolved(&self) -> bool {
        self.came_true.is_some() || self.actual.is_some() || self.direction_hit.is_some()
    }

    fn finite(&self) -> bool {
        let (low, high) = self.range.unzip();
        [self.confidence, low, high, self.actual, self.realised]
            .into_iter()
            .flatten()
            .all(f64::is_finite)
    }

    fn stated(&self) -> Option<(f64, f64)> {
        let came_true = self.came_true?;
        Some((self.confidence?, f64::from(u8::from(came_true))))
    }
}

fn figures(resolved: &[Prediction]) -> Figures {
    let stated: Vec<_> = resolved.iter().filter_map(Prediction::stated).collect();
    let realised: Vec<_> = resolved.iter().filter_map(|one| one.realised).collect();
    let directions: Vec<_> = resolved
        .iter()
        .filter_map(|one| one.direction_hit)
        .collect();
    let ranges: Vec<_> = resolved
        .iter()
        .filter_map(|one| one.range.zip(one.actual))
        .collect();
    let scores: Vec<_> = ranges
        .iter()
        .map(|(range, actual)| interval(*range, *actual))
        .collect();
    let held = ranges
        .iter()
        .filter(|((low, high), actual)| (low..=high).contains(&actual));
    Figures {
        brier: enough(&stated).map(brier),
        median_realised: enough(&realised).and_then(median),
        direction_hits: directions.iter().filter(|hit| **hit).count(),
        directions: directions.len(),
        ranges_held: held.count(),
        ranges: ranges.len(),
        interval_score: enough(&scores).and_then(|scores| mean(scores).ok()?),
        bias: enough(&stated)
            .map(|stated| share(stated, |(sure, _)| sure) - share(stated, |(_, came)| came)),
    }
}

fn enough<T>(values: &[T]) -> Option<&[T]> {
    (values.len() >= FEWEST).then_some(values)
}

fn share(stated: &[(f64, f64)], of: impl Fn((f64, f64)) -> f64) -> f64 {
    stated.iter().map(|one| of(*one)).sum::<f64>() / stated.len() as f64
}

fn brier(stated: &[(f64, f64)]) -> Brier {
    let count = stated.len() as f64;
    let base = share(stated, |(_, came)| came);
    let mut sorted = stated.to_vec();
    sorted.sort_by(|a, b| a.0.total_cmp(&b.0));
    let (mut reliability, mut resolution) = (0.0, 0.0);
    for group in sorted.chunk_by(|a, b| a.0 == b.0) {
        let (weight, came) = (group.len() as f64 / count, share(group, |(_, came)| came));
        reliability += weight * (group[0].0 - came).powi(2);
        resolution += weight * (came - base).powi(2);
    }
    Brier {
        score: share(stated, |(sure, came)| (sure - came).powi(2)),
        reliability,
        resolution,
        uncertainty: base * (1.0 - base),
        count: stated.len(),
    }
}

fn interval((low, high): (f64, f64), actual: f64) -> f64 {
    let missed = (low - actual).max(0.0) + (actual - high).max(0.0);
    (high - low) + 2.0 / ALPHA * missed
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(percent: u8, came_true: bool) -> Prediction {
        Prediction {
            confidence: Some(f64::from(percent) / 100.0),
            came_true: Some(came_true),
            ..Prediction::default()
        }
    }

    fn near(found: f64, wanted: f64) {
        assert!((found - wanted).abs() < 1e-9, "{found} is not {wanted}");
    }

    fn figures_of(predictions: &[Prediction]) -> Figures {
        calibration(predictions).figures.unwrap()
    }

    #[test]
    fn nine_resolved_have_no_figure() {
        let mut open = vec![said(80, true); 9];
        open.push(Prediction {
            confidence: Some(0.8),
            ..Prediction::default()
        });
        open.push(Prediction {
            confidence: Some(f64::NAN),
            ..said(80, true)
        });
        assert_eq!(
            calibration(&open),
            Calibration {
                resolved: 9,
                figures: None
            }
        );
    }

    #[test]
    fn ten_resolved_without_confidence_have_no_score() {
        let bare = Prediction {
            confidence: None,
            ..said(80, true)
        };
        let found = figures_of(&[bare; 10]);
        assert_eq!(
            (found.brier, found.bias, found.median_realised),
            (None, None, None)
        );
    }

    /// By hand: five at 80 % of which four came true, five at 60 % of which two did. Base 0.6;
    /// reliability (0 + 0.2²)/2, resolution (0.2² + 0.2²)/2, uncertainty 0.24.
    #[test]
    fn brier_has_the_parts_of_murphy() {
        let mut all = vec![said(80, true); 4];
        all.push(said(80, false));
        all.extend([said(60, true), said(60, true)]);
        all.extend([said(60, false); 3]);
        let found = figures_of(&all);
        let brier = found.brier.unwrap();
        near(brier.reliability, 0.02);
        near(brier.resolution, 0.04);
        near(brier.uncertainty, 0.24);
        near(brier.score, 0.22);
        near(found.bias.unwrap(), 0.1);
    }

    /// By hand: width 4; held scores 4; a miss by 3 adds 2/0.2 × 3 = 30.
    #[test]
    fn ranges_that_hold_are_counted_and_misses_cost_ten_times_their_distance() {
        let one = |actual: f64| Prediction {
            range: Some((3.0, 7.0)),
            actual: Some(actual),
            direction_hit: Some(actual > 0.0),
            realised: Some(actual),
            ..Prediction::default()
        };
        let actuals = [3.0, 7.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, 0.0, 10.0];
        let found = figures_of(&actuals.map(one));
        assert_eq!((found.ranges_held, found.ranges), (8, 10));
        assert_eq!((found.direction_hits, found.directions), (9, 10));
        near(found.interval_score.unwrap(), 4.0 + 60.0 / 10.0);
        assert_eq!(found.median_realised, Some(5.0));
    }
}
