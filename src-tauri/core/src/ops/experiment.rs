//! Steps of the experimenting record: planned, sealed and run, closed with what was learned.

use kata_domain::ids::{ExperimentId, MetricId};
use kata_domain::noun::Noun;
use kata_domain::wire_name::camel;
use kata_domain::{
    Experiment, ExperimentPatch, ExperimentState, FocusProcess, MetricKind, SEALED_FIELDS,
};
use kata_wire::{
    CoreError, ExperimentCreate, ExperimentEdit, ExperimentEvaluate, ExperimentGiveUp,
    ExperimentMove, Written,
};

use super::{Desk, obstacle, present, removable, retrospective};
use crate::standing::{judged_by, target_of};
use kata_store::tables;
use kata_store::write::Write;
use uuid::Uuid;

/// Plans a step: against the obstacle addressed now, toward the target condition, judged by the
/// outcome metric, with its newest number as the baseline, unless it says otherwise. A
/// retrospective that it is planned in agrees on it.
///
/// # Errors
/// When the process is not there, or the retrospective is not being held or of another team.
pub fn create(desk: &Desk<'_>, request: ExperimentCreate) -> Result<Written, CoreError> {
    desk.operate("experiment_create", |write| {
        let process = present::<FocusProcess>(write, request.focus_process_id.0)?.noun;
        let id = ExperimentId(Uuid::now_v7());
        let step = plan(write, id, &process, &request.fields)?;
        // First what is pointed to: undo goes the other way.
        write.insert(step)?;
        if let Some(session) = request.retrospective_id {
            retrospective::agree_on(write, session, &process, id)?;
        }
        Ok(id.to_string())
    })
}

/// A step as it stands in pencil before anybody has written in it, with what is known already.
pub(super) fn plan(
    write: &Write<'_>,
    id: ExperimentId,
    process: &FocusProcess,
    fields: &ExperimentPatch,
) -> Result<Experiment, CoreError> {
    let reader = write.reader();
    let targets = tables::target_condition::of_process(reader, process.id)?;
    let target = target_of(process, &targets).map(|row| &row.noun);
    let now = tables::current_condition::newest_of(reader, process.id)?;
    let mut step = Experiment {
        id,
        focus_process_id: process.id,
        number: tables::number::next::<Experiment>(reader, process.id)?,
        obstacle_id: process.addressing_id,
        target_condition_id: target.map(|target| target.id),
        metric_id: judged_by(
            MetricKind::Outcome,
            target,
            now.as_ref().map(|row| &row.noun),
        ),
        ..Experiment::default()
    };
    step.apply(fields);
    if let (None, Some(metric)) = (fields.baseline, step.metric_id) {
        step.baseline = newest_value(write, metric)?;
    }
    Ok(step)
}

/// Judges a step that is planned by a metric, with its newest number as the baseline; one that was
/// sealed stays.
///
/// # Errors
/// Not found.
pub(super) fn point(
    write: &mut Write<'_>,
    id: ExperimentId,
    metric: MetricId,
) -> Result<(), CoreError> {
    let row = write.load_present::<Experiment>(id.0)?;
    if row.noun.state != ExperimentState::Planned {
        return Ok(());
    }
    let mut after = row.noun.clone();
    after.metric_id = Some(metric);
    after.baseline = newest_value(write, metric)?;
    write.save(row, after, &Default::default())
}

fn newest_value(write: &Write<'_>, metric: MetricId) -> Result<Option<f64>, CoreError> {
    let newest = tables::observation::newest(write.reader(), metric)?;
    Ok(newest.map(|number| number.value))
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
        experiment.give_up(could_not_run, &request.learned, write.context())?;
        obstacle::park_from(write, experiment, &request.obstacle)
    })
}

removable!(
    Experiment,
    ExperimentId,
    "experiment_remove",
    "experiment_restore"
);
