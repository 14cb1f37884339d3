//! Baseline windows: on which days the limits of a metric rest, decided and written down.

use kata_domain::ids::BaselineWindowId;
use kata_domain::{BaselineWindow, Metric};
use kata_wire::{BaselineWindowCreate, BaselineWindowEdit, CoreError, Written};

use super::{Desk, present, removable};

/// Decides on a window; the metric's limits are computed from it from then on.
///
/// # Errors
/// When the metric is not there, the window is reversed, or no reason is given.
pub fn create(desk: &Desk<'_>, request: BaselineWindowCreate) -> Result<Written, CoreError> {
    desk.insert("baseline_window_create", |write, id| {
        let metric = present::<Metric>(write, request.metric_id.0)?.noun;
        Ok(BaselineWindow {
            id: BaselineWindowId(id),
            metric_id: metric.id,
            decided_on: write.context().today,
            from_on: request.from_on,
            to_on: request.to_on,
            reason: request.reason.clone(),
        })
    })
}

/// Changes a window or its reason.
///
/// # Errors
/// Not found, or the rule it breaks.
pub fn edit(desk: &Desk<'_>, request: BaselineWindowEdit) -> Result<Written, CoreError> {
    desk.edit::<BaselineWindow>(
        "baseline_window_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

removable!(
    BaselineWindow,
    BaselineWindowId,
    "baseline_window_remove",
    "baseline_window_restore"
);
