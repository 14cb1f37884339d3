//! Observations of a metric: written in batches, all of one or none.

use kata_domain::ids::{BatchId, ObservationId};
use kata_domain::{Metric, Observation};
use uuid::Uuid;

use super::{Desk, present, removable};
use crate::api::requests::{ObservationAdd, ObservationEdit, ObservationNew, Written};
use crate::error::CoreError;

/// Observations a batch takes: longer ones would keep colleagues from saving.
pub const BATCH_LIMIT: usize = 200;

/// Writes observations as one log entry.
///
/// # Errors
/// When the metric is not there, there are too many, or one breaks a rule; then none is written.
pub fn add(desk: &Desk<'_>, request: ObservationAdd) -> Result<Written, CoreError> {
    if request.observations.len() > BATCH_LIMIT {
        return Err(CoreError::TooMany { limit: BATCH_LIMIT });
    }
    if request.observations.is_empty() {
        return Err(CoreError::RequestInvalid {
            command: "observation_add".to_owned(),
            detail: "observations: at least one".to_owned(),
        });
    }
    desk.operate("observation_add", |write| {
        let metric = present::<Metric>(write, request.metric_id.0)?.noun;
        let batch = BatchId(Uuid::now_v7());
        let today = write.context().today;
        let observations: Vec<Observation> = request
            .observations
            .into_iter()
            .map(|new| observation(new, &metric, batch, today))
            .collect();
        let first = observations[0].id.to_string();
        write.insert_batch(batch, metric.team_id.0, observations)?;
        Ok(first)
    })
}

fn observation(
    new: ObservationNew,
    metric: &Metric,
    batch: BatchId,
    today: chrono::NaiveDate,
) -> Observation {
    Observation {
        id: ObservationId(Uuid::now_v7()),
        metric_id: metric.id,
        batch_id: Some(batch),
        observed_at: None,
        value: new.value,
        value_text: new.value_text.unwrap_or_else(|| number_text(new.value)),
        observed_on: new.observed_on.unwrap_or(today),
        measured_by: new.measured_by.unwrap_or_default(),
        how: new.how.unwrap_or_default(),
        note: new.note.unwrap_or_default(),
    }
}

/// A number as somebody would type it: very large and very small ones with an exponent.
fn number_text(value: f64) -> String {
    let plain = value.to_string();
    if plain.len() <= 24 {
        plain
    } else {
        format!("{value:e}")
    }
}

/// Corrects an observation.
///
/// # Errors
/// Not found, or the rule it breaks.
pub fn edit(desk: &Desk<'_>, request: ObservationEdit) -> Result<Written, CoreError> {
    desk.edit::<Observation>(
        "observation_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(
    Observation,
    ObservationId,
    "observation_remove",
    "observation_restore"
);
