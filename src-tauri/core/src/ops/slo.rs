//! Service level objectives. Each has a metric, of which the budget left is a number for every day
//! that is written down.

use kata_domain::ids::SloId;
use kata_domain::noun::Noun;
use kata_domain::{Good, Metric, MetricKind, Slo, Team};
use kata_wire::{CoreError, SloCreate, SloEdit, Written};

use super::bad_day::follow;
use super::{Desk, metric, present, removable};
use kata_store::write::based_columns;

/// Days of a rolling window where nothing else is said.
const WINDOW_DAYS: i64 = 30;

/// Makes an objective. Where no metric is named, one is made in the same operation.
///
/// # Errors
/// When the team is not there, the metric is no percentage of it, or the objective cannot be.
pub fn create(desk: &Desk<'_>, request: SloCreate) -> Result<Written, CoreError> {
    desk.insert("slo_create", |write, id| {
        present::<Team>(write, request.team_id.0)?;
        let budget_left = Metric {
            name: request.metric_name.clone().unwrap_or_default(),
            metric_kind: MetricKind::Guardrail,
            good: Good::Up,
            definition: request.definition.clone().unwrap_or_default(),
            ..Metric::default()
        };
        let mut slo = Slo {
            id: SloId(id),
            team_id: request.team_id,
            metric_id: metric::in_percent(write, request.team_id, request.metric_id, budget_left)?,
            budget_unit: request.budget_unit,
            window_days: WINDOW_DAYS,
            ..Slo::default()
        };
        slo.apply(&request.fields);
        Ok(slo)
    })
}

/// Changes an objective; the budget left of all its days follows.
///
/// # Errors
/// Not found, or the rule it breaks.
pub fn edit(desk: &Desk<'_>, request: SloEdit) -> Result<Written, CoreError> {
    const KIND: &str = "slo_edit";
    let based = based_columns::<Slo>(KIND, &request.based_on)?;
    desk.operate(KIND, |write| {
        let row = write.load::<Slo>(request.id.0)?;
        write.check_bases(KIND, &row, &based)?;
        let mut after = row.noun.clone();
        after.apply(&request.fields);
        write.save(row, after, &based)?;
        follow(write, request.id, None)?;
        Ok(request.id.to_string())
    })
}

removable!(Slo, SloId, "slo_remove", "slo_restore");
