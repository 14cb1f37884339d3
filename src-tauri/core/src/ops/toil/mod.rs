//! The toil ledger of a team: begun once, and tied to the metric that its weeks are numbers of.

pub mod category;
pub mod week;

use kata_domain::error::DomainError;
use kata_domain::ids::ToilLedgerId;
use kata_domain::noun::Noun;
use kata_domain::stats::toil::LIMIT;
use kata_domain::{Good, Metric, MetricKind, Team, ToilLedger};
use kata_wire::{CoreError, ToilLedgerBegin, ToilLedgerEdit, Written};

use super::{Desk, metric, present};
use kata_store::tables;

/// Days between two sheets.
const RHYTHM: i64 = 7;

/// Begins a team's ledger. Where no metric is named, one is made in the same operation.
///
/// # Errors
/// When the team is not there or has a ledger, or the metric is no percentage of it.
pub fn begin(desk: &Desk<'_>, request: ToilLedgerBegin) -> Result<Written, CoreError> {
    desk.insert("toil_ledger_begin", |write, id| {
        present::<Team>(write, request.team_id.0)?;
        if tables::toil_ledger::of_team(write.reader(), request.team_id)?.is_some() {
            return Err(DomainError::AnotherLedger.into());
        }
        let share = Metric {
            name: request.metric_name.clone().unwrap_or_default(),
            metric_kind: MetricKind::Process,
            good: Good::Down,
            definition: request.definition.clone().unwrap_or_default(),
            rhythm_days: Some(RHYTHM),
            ..Metric::default()
        };
        let mut ledger = ToilLedger {
            id: ToilLedgerId(id),
            team_id: request.team_id,
            metric_id: metric::in_percent(write, request.team_id, request.metric_id, share)?,
            limit_percent: LIMIT,
            overhead_percent: 0.0,
        };
        ledger.apply(&request.fields);
        Ok(ledger)
    })
}

/// Changes the limit or the overhead.
///
/// # Errors
/// Not found, or no percentage.
pub fn edit(desk: &Desk<'_>, request: ToilLedgerEdit) -> Result<Written, CoreError> {
    desk.edit::<ToilLedger>(
        "toil_ledger_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}
