//! Steps of the experimenting record: planned, sealed and run, closed with what was learned.

use kata_domain::ids::ExperimentId;
use kata_domain::noun::Noun;
use kata_domain::wire_name::camel;
use kata_domain::{Experiment, FocusProcess, SEALED_FIELDS};
use kata_wire::{
    CoreError, ExperimentCreate, ExperimentEdit, ExperimentEvaluate, ExperimentGiveUp,
    ExperimentMove, Written,
};

use super::{Desk, present, removable};
use kata_store::tables;

/// Plans a step: against the obstacle addressed now and toward the active target condition, unless
/// it says otherwise.
///
/// # Errors
/// When the process is not there.
pub fn create(desk: &Desk<'_>, request: ExperimentCreate) -> Result<Written, CoreError> {
    desk.insert("experiment_create", |write, id| {
        let process = present::<FocusProcess>(write, request.focus_process_id.0)?.noun;
        let mut experiment = Experiment {
            id: ExperimentId(id),
            focus_process_id: process.id,
            number: tables::number::next::<Experiment>(write.reader(), process.id)?,
            obstacle_id: process.addressing_id,
            target_condition_id: process.active_target_condition_id,
            ..Experiment::default()
        };
        experiment.apply(&request.fields);
        Ok(experiment)
    })
}

/// Changes a step. After sealing, a change of a sealed field is an amendment.
///
/// # Errors
/// Not found, or the result is not open yet.
pub fn edit(desk: &Desk<'_>, request: ExperimentEdit) -> Result<Written, CoreError> {
    desk.edit::<Experiment>(
        "experiment_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

/// Seals the prediction and starts the step.
///
/// # Errors
/// When it is not in pencil, something is missing, or a sealed field has two versions open.
pub fn seal(desk: &Desk<'_>, request: ExperimentMove) -> Result<Written, CoreError> {
    desk.advance::<Experiment>("experiment_seal", request.id.0, |experiment, write, row| {
        let open: Vec<String> = row
            .open
            .fields()
            .filter(|field| SEALED_FIELDS.contains(field))
            .map(camel)
            .collect();
        if !open.is_empty() {
            return Err(CoreError::VersionsOpen { fields: open });
        }
        Ok(experiment.seal(write.context())?)
    })
}

/// Says that the step is done; its result opens before the check date.
///
/// # Errors
/// When it is not running.
pub fn finish(desk: &Desk<'_>, request: ExperimentMove) -> Result<Written, CoreError> {
    desk.advance::<Experiment>("experiment_finish", request.id.0, |experiment, write, _| {
        Ok(experiment.finish(write.context())?)
    })
}

/// Closes a step with what its result says of the prediction.
///
/// # Errors
/// When its result is not open or nothing was learned.
pub fn evaluate(desk: &Desk<'_>, request: ExperimentEvaluate) -> Result<Written, CoreError> {
    desk.advance::<Experiment>(
        "experiment_evaluate",
        request.id.0,
        |experiment, write, _| {
            Ok(experiment.evaluate(request.outcome, request.decision, write.context())?)
        },
    )
}

/// Abandons a running step.
///
/// # Errors
/// When it is not running or nothing was learned.
pub fn abandon(desk: &Desk<'_>, request: ExperimentGiveUp) -> Result<Written, CoreError> {
    give_up(desk, "experiment_abandon", false, request)
}

/// Closes a running step that could not be run.
///
/// # Errors
/// When it is not running or nothing was learned.
pub fn could_not_run(desk: &Desk<'_>, request: ExperimentGiveUp) -> Result<Written, CoreError> {
    give_up(desk, "experiment_could_not_run", true, request)
}

fn give_up(
    desk: &Desk<'_>,
    kind: &'static str,
    could_not_run: bool,
    request: ExperimentGiveUp,
) -> Result<Written, CoreError> {
    desk.advance::<Experiment>(kind, request.id.0, |experiment, write, _| {
        Ok(experiment.give_up(could_not_run, &request.learned, write.context())?)
    })
}

removable!(
    Experiment,
    ExperimentId,
    "experiment_remove",
    "experiment_restore"
);
