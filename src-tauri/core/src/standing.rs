//! Where a focus process stands now: rules that writes and views share.

use kata_domain::ids::{ExperimentId, MetricId};
use kata_domain::{
    CoachingCycle, CurrentCondition, FocusProcess, MetricKind, TargetCondition,
    TargetConditionStatus,
};
use kata_store::Reader;
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::CoreError;

/// The target condition that a process works toward: the active one, or the newest draft while none
/// is active. `targets` are those of the process, oldest first.
pub fn target_of<'a>(
    process: &FocusProcess,
    targets: &'a [Stored<TargetCondition>],
) -> Option<&'a Stored<TargetCondition>> {
    let active = process.active_target_condition_id;
    let newest_first = || targets.iter().rev();
    newest_first()
        .find(|target| Some(target.noun.id) == active)
        .or_else(|| newest_first().find(|t| t.noun.status == TargetConditionStatus::Draft))
}

/// The metric that a process is judged by, of a kind: the one of its target condition, or else of
/// its newest grasp of the current condition. A guardrail is none that a process has.
pub fn judged_by(
    kind: MetricKind,
    target: Option<&TargetCondition>,
    condition: Option<&CurrentCondition>,
) -> Option<MetricId> {
    let of = |outcome, process| match kind {
        MetricKind::Outcome => outcome,
        MetricKind::Process => process,
        MetricKind::Guardrail => None,
    };
    target
        .and_then(|target| of(target.outcome_metric_id, target.process_metric_id))
        .or_else(|| condition.and_then(|now| of(now.outcome_metric_id, now.process_metric_id)))
}

/// The step that a process goes on with: one that was sealed in front of a cycle's card belongs to
/// that cycle still; otherwise the newest one in pencil.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn next_step(
    reader: Reader<'_>,
    process: &FocusProcess,
    cycle: Option<&CoachingCycle>,
) -> Result<Option<ExperimentId>, CoreError> {
    use tables::experiment::{planned, sealed_since};
    let sealed = match cycle {
        Some(cycle) => sealed_since(reader, process.id, cycle.began_at, cycle.last_step_id)?,
        None => None,
    };
    let step = match sealed {
        Some(sealed) => Some(sealed),
        None => planned(reader, process.id, process.active_target_condition_id)?,
    };
    Ok(step.map(|step| step.noun.id))
}
