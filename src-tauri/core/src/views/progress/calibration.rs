//! How good a team's predictions are. Of the team as a whole: no step is counted for a person.

use kata_domain::ids::{ExperimentId, TeamId};
use kata_domain::stats::calibration::{FEWEST, Figures, Prediction, calibration};
use kata_domain::{Experiment, Good, Metric};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::CoreError;
use crate::store::rows::Select;
use crate::views::lines::Look;

/// How good the team's predictions are.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Calibration {
    /// Predictions that have a result.
    pub resolved: usize,
    /// How many more it takes until figures say something; 0 when there are enough.
    pub more: usize,
    /// The figures; none before there are enough.
    pub figures: Option<Figures>,
    /// What part of the predicted change came, step by step; empty before there are enough.
    pub realised: Vec<RealisedStep>,
}

/// The realised part of one step's predicted change.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RealisedStep {
    /// The step.
    pub id: ExperimentId,
    /// Its number.
    pub number: i64,
    /// (actual − baseline) / (predicted − baseline): 0 no change, 1 as expected.
    pub realised: f64,
}

// The newest are what the team predicts like today.
static EVALUATED: Select<Experiment> = Select::new(
    "WHERE focus_process_id IN (SELECT id FROM focus_process WHERE team_id = ?1 AND deleted_at IS NULL)
     AND state = 'evaluated' AND deleted_at IS NULL ORDER BY closed_on DESC, number DESC LIMIT 200",
);
static METRICS: Select<Metric> = Select::new("WHERE team_id = ?1");

/// The calibration of a team's newest 200 predictions.
pub(super) fn of_team(look: &Look<'_>, team: TeamId) -> Result<Calibration, CoreError> {
    let key = [team.0.as_bytes()];
    let mut steps = EVALUATED.all(look.connection, key)?;
    steps.reverse();
    let metrics = METRICS.all(look.connection, key)?;
    let good = |step: &Experiment| {
        let metric = metrics.iter().find(|m| Some(m.noun.id) == step.metric_id);
        metric.map(|metric| metric.noun.good)
    };
    let predictions: Vec<Prediction> = steps
        .iter()
        .map(|step| prediction(&step.noun, good(&step.noun)))
        .collect();
    let found = calibration(&predictions);
    let shown = found.figures.is_some();
    Ok(Calibration {
        resolved: found.resolved,
        more: FEWEST.saturating_sub(found.resolved),
        figures: found.figures,
        realised: steps
            .iter()
            .filter(|_| shown)
            .filter_map(|step| realised(&step.noun))
            .collect(),
    })
}

fn realised(step: &Experiment) -> Option<RealisedStep> {
    Some(RealisedStep {
        id: step.id,
        number: step.number,
        realised: step.gap()?.realised?,
    })
}

/// A step as a prediction: what was sealed, against what came out.
fn prediction(step: &Experiment, good: Option<Good>) -> Prediction {
    let Some(sealed) = step.comparable() else {
        return Prediction::default();
    };
    let gap = step.gap();
    let at_least = |good: Good, error: f64| match good {
        Good::Down => error <= 0.0,
        Good::Up => error >= 0.0,
    };
    Prediction {
        confidence: sealed
            .confidence
            .and_then(|percent| i32::try_from(percent).ok())
            .map(|percent| f64::from(percent) / 100.0),
        came_true: good.zip(gap).map(|(good, gap)| at_least(good, gap.error)),
        range: sealed.predicted_low.zip(sealed.predicted_high),
        actual: step
            .actual
            .filter(|_| sealed.predicted.is_some() || sealed.predicted_low.is_some()),
        realised: gap.and_then(|gap| gap.realised),
        direction_hit: gap.and_then(|gap| gap.direction_hit),
    }
}
