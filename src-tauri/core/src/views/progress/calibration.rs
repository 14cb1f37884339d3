//! How good a team's predictions are. Of the team as a whole: no step is counted for a person.

use kata_domain::ids::TeamId;
use kata_domain::stats::calibration::{FEWEST, Prediction, calibration};
use kata_domain::{Experiment, Good};
use kata_wire::{Calibration, CoreError, RealisedStep};

use crate::views::lines::Look;
use kata_store::tables;

/// Predictions that count: the newest are what the team predicts like today.
const NEWEST: i64 = 200;

/// The calibration of a team's newest predictions.
pub(super) fn of_team(look: &Look<'_>, team: TeamId) -> Result<Calibration, CoreError> {
    let mut steps = tables::experiment::evaluated(look.reader, team, NEWEST)?;
    steps.reverse();
    let metrics = tables::metric::ever_of_team(look.reader, team)?;
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
