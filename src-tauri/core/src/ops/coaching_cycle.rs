//! Coaching cycles: begun in front of the storyboard, ended with the next step on it.

use kata_domain::ids::{CoachingCycleId, ExperimentId, FocusProcessId, TargetConditionId};
use kata_domain::noun::Noun;
use kata_domain::{
    CoachingCycle, CoachingCyclePatch, Experiment, ExperimentKind, ExperimentPatch,
    ExperimentState, FocusProcess,
};
use kata_wire::{
    CoachingCycleBegin, CoachingCycleClock, CoachingCycleEdit, CoachingCycleFinish,
    CoachingCycleMove, CoachingCycleUnknown, CoreError, Written,
};
use uuid::Uuid;

use super::{Desk, Edit, experiment, present, removable};
use crate::standing::next_step;
use kata_store::rows::Stored;
use kata_store::tables;
use kata_store::write::Write;

/// Begins a cycle, or joins the one that began today: two people who press the button at once stand
/// in front of one card. One that was left over from an earlier day is broken off.
///
/// # Errors
/// When the process or the learner, the coach or the 2nd coach is not there.
pub fn begin(desk: &Desk<'_>, request: CoachingCycleBegin) -> Result<Written, CoreError> {
    desk.operate("coaching_cycle_begin", |write| {
        let process = present::<FocusProcess>(write, request.focus_process_id.0)?.noun;
        if let Some(running) = tables::coaching_cycle::running(write.reader(), process.id)? {
            if running.noun.began_on == Some(write.context().today) {
                return Ok(running.noun.wire_id());
            }
            break_off_left_over(write, running)?;
        }
        let target = process.active_target_condition_id;
        let mut cycle = CoachingCycle {
            id: CoachingCycleId(Uuid::now_v7()),
            focus_process_id: process.id,
            target_condition_id: target,
            last_step_id: last_step(write, process.id, target)?,
            learner_id: request.learner_id,
            coach_id: request.coach_id,
            second_coach_id: request.second_coach_id,
            ..CoachingCycle::default()
        };
        cycle.begin(write.context());
        let id = cycle.wire_id();
        write.insert(cycle)?;
        Ok(id)
    })
}

/// Changes what stands beside a cycle: who holds it, what is not known, notes, feedback, the next
/// one.
///
/// # Errors
/// Not found, or a question or a time that is none.
pub fn edit(desk: &Desk<'_>, request: CoachingCycleEdit) -> Result<Written, CoreError> {
    desk.edit::<CoachingCycle>(
        "coaching_cycle_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

/// The threshold of knowledge: what is not known is written down, and the next step is to go and
/// see it. A step that is planned already is somebody's: it stays as it is, unless nothing is
/// written in it yet.
///
/// # Errors
/// Not found, or a question that is none.
pub fn unknown(desk: &Desk<'_>, request: CoachingCycleUnknown) -> Result<Written, CoreError> {
    const KIND: &str = "coaching_cycle_unknown";
    let fields = CoachingCyclePatch {
        threshold_question: Some(Some(request.question)),
        threshold_note: Some(request.note),
        ..CoachingCyclePatch::default()
    };
    let edit = Edit::of::<CoachingCycle>(KIND, request.id.0, &request.based_on)?;
    desk.operate(KIND, |write| {
        let cycle = edit.apply::<CoachingCycle>(write, &fields, |_, _| Ok(()))?;
        go_and_see(write, &cycle, request.step)?;
        Ok(cycle.wire_id())
    })
}

fn go_and_see(write: &mut Write<'_>, cycle: &CoachingCycle, step: String) -> Result<(), CoreError> {
    let process = present::<FocusProcess>(write, cycle.focus_process_id.0)?.noun;
    let fields = ExperimentPatch {
        experiment_kind: Some(ExperimentKind::GoAndSee),
        step: Some(step),
        ..ExperimentPatch::default()
    };
    let id = ExperimentId(Uuid::now_v7());
    let mut plan = experiment::plan(write, id, &process, &fields)?;
    // Words that no step could have are refused also where they are not needed.
    plan.normalise_fields()?;
    let Some(next) = next_step(write.reader(), &process, Some(cycle))? else {
        return write.insert(plan);
    };
    let row = write.load_present::<Experiment>(next.0)?;
    if row.noun.state != ExperimentState::Planned || !row.noun.step.is_empty() {
        return Ok(());
    }
    let mut after = row.noun.clone();
    after.apply(&fields);
    write.save(row, after, &Default::default())
}

/// Moves the shared clock.
///
/// # Errors
/// Not found, or the cycle is over.
pub fn clock(desk: &Desk<'_>, request: CoachingCycleClock) -> Result<Written, CoreError> {
    desk.advance_clocked::<CoachingCycle>("coaching_cycle_clock", request.id.0, |cycle, write| {
        Ok(cycle.move_clock(request.clock, write.context())?)
    })
}

/// Ends a cycle: its next step stands on the board, and the next cycle may be booked with it.
///
/// # Errors
/// Not found, or the cycle is over.
pub fn finish(desk: &Desk<'_>, request: CoachingCycleFinish) -> Result<Written, CoreError> {
    desk.advance_clocked::<CoachingCycle>("coaching_cycle_finish", request.id.0, |cycle, write| {
        let process = present::<FocusProcess>(write, cycle.focus_process_id.0)?.noun;
        let next = request
            .next_step_id
            .map(|step| present::<Experiment>(write, step.0))
            .transpose()?;
        cycle.next_on = request.next_on;
        cycle.next_time = request.next_time.unwrap_or_default();
        let step = next.as_ref().map(|row| &row.noun);
        Ok(cycle.finish(process.addressing_id, step, write.context())?)
    })
}

/// Breaks a cycle off.
///
/// # Errors
/// Not found, or the cycle is over.
pub fn break_off(desk: &Desk<'_>, request: CoachingCycleMove) -> Result<Written, CoreError> {
    desk.advance_clocked::<CoachingCycle>(
        "coaching_cycle_break_off",
        request.id.0,
        |cycle, write| Ok(cycle.break_off(write.context())?),
    )
}

removable!(
    CoachingCycle,
    CoachingCycleId,
    "coaching_cycle_remove",
    "coaching_cycle_restore"
);

fn break_off_left_over(write: &mut Write<'_>, row: Stored<CoachingCycle>) -> Result<(), CoreError> {
    let mut after = row.noun.clone();
    after.break_off(write.context())?;
    write.save(row, after, &Default::default())
}

/// The newest step toward the target condition that was started: what the back of the card is
/// about.
fn last_step(
    write: &Write<'_>,
    process: FocusProcessId,
    target: Option<TargetConditionId>,
) -> Result<Option<ExperimentId>, CoreError> {
    let newest = tables::experiment::newest_toward(write.reader(), process, target)?;
    Ok(newest.map(|step| step.noun.id))
}
