//! Writes the toil ledger of a sample team: its kinds of toil and a sheet for each week it
//! measured.

use kata_core::ops::{self, Desk};
use kata_domain::ids::{TeamId, ToilCategoryId};
use kata_domain::{CategoryHours, ToilCategoryPatch, ToilLedgerPatch};
use kata_wire::{CoreError, ToilCategoryCreate, ToilLedgerBegin, ToilWeekCreate};

use super::id;
use super::story::ToilPlan;

/// All hours of a week, of which the published sheet is.
const ALL_HOURS: f64 = 40.0;
/// Hours of a week that are meetings and the like, in percent.
const OVERHEAD_PERCENT: f64 = 20.0;

/// Begins the ledger with its kinds of toil, where the story has any.
pub(super) fn begin(
    desk: &Desk<'_>,
    team_id: TeamId,
    plans: &[ToilPlan],
) -> Result<Vec<ToilCategoryId>, CoreError> {
    if plans.is_empty() {
        return Ok(Vec::new());
    }
    let request = ToilLedgerBegin {
        team_id,
        metric_name: Some("Share of toil".to_owned()),
        definition: Some("Hours of toil on the sheet of the week, of all hours.".to_owned()),
        fields: ToilLedgerPatch {
            overhead_percent: Some(OVERHEAD_PERCENT),
            ..ToilLedgerPatch::default()
        },
        ..ToilLedgerBegin::default()
    };
    ops::toil::begin(desk, request)?;
    let kinds = plans.iter().map(|plan| {
        let fields = ToilCategoryPatch {
            name: Some(plan.name.to_owned()),
            attributes: Some(plan.attributes.to_vec()),
        };
        id(ops::toil::category::create(
            desk,
            ToilCategoryCreate { team_id, fields },
        )?)
    });
    kinds.collect()
}

/// Saves the sheet of today's week. The first kind of toil has what the others leave of
/// `toil_hours`.
pub(super) fn save_week(
    desk: &Desk<'_>,
    team_id: TeamId,
    kinds: &[ToilCategoryId],
    plans: &[ToilPlan],
    (day, toil_hours): (chrono::NaiveDate, f64),
) -> Result<(), CoreError> {
    let others: f64 = plans.iter().filter_map(|plan| plan.hours).sum();
    let hours = kinds
        .iter()
        .zip(plans)
        .map(|(category_id, plan)| CategoryHours {
            category_id: *category_id,
            hours: plan.hours.unwrap_or(toil_hours - others),
        });
    let request = ToilWeekCreate {
        team_id,
        week_on: day,
        all_hours: ALL_HOURS,
        hours: hours.collect(),
    };
    ops::toil::week::create(desk, request).map(|_| ())
}
