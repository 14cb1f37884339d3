//! Retrospectives: prepared, held phase by phase, and ended with one next step.

pub mod answer;
pub mod note;
pub mod participant;
pub mod publish;
pub mod review;
pub mod timeline;
pub mod topic;
pub mod vote;

use kata_domain::error::DomainError;
use kata_domain::ids::{ExperimentId, RetrospectiveId};
use kata_domain::noun::Noun;
use kata_domain::retrospective::{usual_phases, usual_prompts};
use kata_domain::{Experiment, FocusProcess, Person, Retrospective, Team};
use kata_wire::{
    CoreError, RetrospectiveAdvance, RetrospectiveClock, RetrospectiveClose, RetrospectiveCreate,
    RetrospectiveDiscuss, RetrospectiveEdit, RetrospectiveHandOver, RetrospectiveMove,
    RetrospectiveNextStep, Written,
};

use super::{Desk, present, removable};
use kata_store::tables;
use kata_store::write::Write;

/// Votes on one topic where nothing else is said.
const VOTE_LIMIT: i64 = 2;

/// Prepares a retrospective. Who prepares it leads it; phases and prompts are as usual for its
/// format.
///
/// # Errors
/// When the team is not there, or the phases cannot be held.
pub fn create(desk: &Desk<'_>, request: RetrospectiveCreate) -> Result<Written, CoreError> {
    desk.insert("retrospective_create", |write, id| {
        present::<Team>(write, request.team_id.0)?;
        let format = request.fields.format.unwrap_or_default();
        let mut session = Retrospective {
            id: RetrospectiveId(id),
            team_id: request.team_id,
            facilitator_id: write.context().actor,
            phases: usual_phases(format),
            prompts: usual_prompts(format),
            vote_limit: VOTE_LIMIT,
            ..Retrospective::default()
        };
        session.apply(&request.fields);
        Ok(session)
    })
}

/// Changes a retrospective; format, phases and attribution only before it begins.
///
/// # Errors
/// Not found, or the rule it breaks.
pub fn edit(desk: &Desk<'_>, request: RetrospectiveEdit) -> Result<Written, CoreError> {
    desk.edit::<Retrospective>(
        "retrospective_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

/// Begins it. The team's last one is what it looks back on.
///
/// # Errors
/// Not found, or it has begun.
pub fn begin(desk: &Desk<'_>, request: RetrospectiveMove) -> Result<Written, CoreError> {
    desk.advance::<Retrospective>("retrospective_begin", request.id.0, |session, write, _| {
        let previous = tables::retrospective::last_ended(write.reader(), session.team_id)?;
        Ok(session.begin(previous.map(|row| row.noun.id), write.context())?)
    })
}

/// Moves the group to another phase, forward or back.
///
/// # Errors
/// Not found, not being held, or no such phase.
pub fn advance(desk: &Desk<'_>, request: RetrospectiveAdvance) -> Result<Written, CoreError> {
    desk.advance_clocked::<Retrospective>(
        "retrospective_advance",
        request.id.0,
        |session, write| {
            topic::keep_time(write, session)?;
            Ok(session.move_to(request.to, write.context())?)
        },
    )
}

/// Moves the shared clock.
///
/// # Errors
/// Not found, or not being held.
pub fn clock(desk: &Desk<'_>, request: RetrospectiveClock) -> Result<Written, CoreError> {
    desk.advance_clocked::<Retrospective>("retrospective_clock", request.id.0, |session, write| {
        Ok(session.move_clock(request.clock, write.context())?)
    })
}

/// Puts a topic on the table, with a clock of its own.
///
/// # Errors
/// Not found, or topics are not being discussed.
pub fn discuss(desk: &Desk<'_>, request: RetrospectiveDiscuss) -> Result<Written, CoreError> {
    desk.advance_clocked::<Retrospective>(
        "retrospective_discuss",
        request.id.0,
        |session, write| {
            topic::keep_time(write, session)?;
            let topic = request.topic_id;
            let topic = topic.map(|topic| topic::of_session(write, topic, session.id));
            let topic = topic.transpose()?.map(|topic| topic.noun.id);
            Ok(session.discuss(topic, write.context())?)
        },
    )
}

/// Gives the lead to another person.
///
/// # Errors
/// Not found, or it is over.
pub fn hand_over(desk: &Desk<'_>, request: RetrospectiveHandOver) -> Result<Written, CoreError> {
    desk.advance::<Retrospective>(
        "retrospective_hand_over",
        request.id.0,
        |session, write, _| {
            present::<Person>(write, request.person_id.0)?;
            Ok(session.hand_over(request.person_id)?)
        },
    )
}

/// Agrees on the next step while the group is still together; what it lacks is asked for at the
/// end.
///
/// # Errors
/// Not found, not being held, or a step of another team.
pub fn next_step(desk: &Desk<'_>, request: RetrospectiveNextStep) -> Result<Written, CoreError> {
    desk.advance::<Retrospective>(
        "retrospective_next_step",
        request.id.0,
        |session, write, _| {
            if let Some(step) = request.experiment_id {
                expect_of_team(write, step, session)?;
            }
            Ok(session.agree(request.experiment_id)?)
        },
    )
}

/// Agrees on a step that is just being made in a process.
///
/// # Errors
/// Not found, not being held, or the process is another team's.
pub(super) fn agree_on(
    write: &mut Write<'_>,
    session: RetrospectiveId,
    process: &FocusProcess,
    step: ExperimentId,
) -> Result<(), CoreError> {
    let row = write.load_present::<Retrospective>(session.0)?;
    let mut after = row.noun.clone();
    if process.team_id != after.team_id {
        return Err(CoreError::NotFound {
            id: session.to_string(),
        });
    }
    after.agree(Some(step))?;
    write.save(row, after, &Default::default())
}

/// Ends it: with a step that says what is expected and when to look, or with the reason why not.
///
/// # Errors
/// Not found, not being held, or the step lacks its prediction or its check date.
pub fn close(desk: &Desk<'_>, request: RetrospectiveClose) -> Result<Written, CoreError> {
    desk.advance_clocked::<Retrospective>("retrospective_close", request.id.0, |session, write| {
        if let Some(step) = request.next_step_id.or(session.next_step_id) {
            expect_of_team(write, step, session)?;
            expect_prediction(write, step)?;
        }
        topic::keep_time(write, session)?;
        let reason = &request.no_step_reason;
        Ok(session.close(request.next_step_id, reason, write.context())?)
    })
}

removable!(
    Retrospective,
    RetrospectiveId,
    "retrospective_remove",
    "retrospective_restore"
);

/// The session that something is written in, which must not be over.
pub(super) fn open_session(
    write: &Write<'_>,
    id: RetrospectiveId,
) -> Result<Retrospective, CoreError> {
    let session = present::<Retrospective>(write, id.0)?.noun;
    session.expect_open()?;
    Ok(session)
}

/// A session ends on its own team's board, not on another one's.
fn expect_of_team(
    write: &Write<'_>,
    step: ExperimentId,
    session: &Retrospective,
) -> Result<(), CoreError> {
    let process = present::<Experiment>(write, step.0)?.noun.focus_process_id;
    match present::<FocusProcess>(write, process.0)?.noun.team_id == session.team_id {
        true => Ok(()),
        false => Err(CoreError::NotFound {
            id: step.to_string(),
        }),
    }
}

/// A session ends on a step that could be sealed as it stands.
fn expect_prediction(write: &Write<'_>, step: ExperimentId) -> Result<(), CoreError> {
    let missing = present::<Experiment>(write, step.0)?
        .noun
        .missing_for_seal();
    match missing.is_empty() {
        true => Ok(()),
        false => Err(DomainError::SealIncomplete { missing }.into()),
    }
}
