//! Commands between a retrospective and this machine: seats, what is written before the reveal,
//! votes. What stands here of one participant is told only to the machine at which they sit.

use kata_core::ops::retrospective::{answer, participant, publish, vote};
use kata_core::views::lines::row;
use kata_core::views::retrospective::{came_in_from, of_token};
use kata_core::workspace::Workspace;
use kata_domain::Retrospective;
use kata_domain::context::Context;
use kata_domain::error::DomainError;
use kata_domain::ids::{AnswerId, ParticipantId, RetroNoteId, RetrospectiveId};
use kata_domain::retrospective::{AnswerKind, Phase};
use kata_store::outbox::{Held, HeldKind, Seat};
use kata_wire::{
    AnswerWrite, CoreError, HeldGet, HeldNote, HeldView, NoteTakeBack, NoteWrite, Nothing,
    OwnVotes, ParticipantJoin, ParticipantMove, ParticipantReady, Published, RetrospectivePublish,
    Seats, SeatsGet, VoteSet, Waiting, WaitingFor, Written,
};
use serde_json::json;
use uuid::Uuid;

use super::attendance::recount;
use super::session::Session;

/// Comes in, or comes back, and has a seat at this machine.
///
/// # Errors
/// When the session is not there or over, or the private database does not answer.
pub fn participant_join(
    session: &Session,
    workspace: &Workspace,
    request: ParticipantJoin,
) -> Result<Written, CoreError> {
    let done = session.write(|desk| participant::join(desk, &request))?;
    let (board, retro) = (board(workspace), request.retrospective_id.to_string());
    session
        .machine()
        .with_outbox(|outbox| outbox.take_seat(&board, &retro, &done.id))?;
    Ok(done)
}

/// Goes.
///
/// # Errors
/// Not found.
pub fn participant_leave(
    session: &Session,
    _: &Workspace,
    request: ParticipantMove,
) -> Result<Written, CoreError> {
    session.write(|desk| participant::leave(desk, &request))
}

/// Says whether a participant is ready with the phase now.
///
/// # Errors
/// Not found.
pub fn participant_ready(
    session: &Session,
    _: &Workspace,
    request: ParticipantReady,
) -> Result<Written, CoreError> {
    session.write(|desk| participant::ready(desk, &request))
}

/// The participants who sit at this machine, and how much of theirs waits to be published.
///
/// # Errors
/// When the private database does not answer.
pub fn seats_get(
    session: &Session,
    workspace: &Workspace,
    request: SeatsGet,
) -> Result<Seats, CoreError> {
    let (board, retro) = (board(workspace), request.retrospective_id.to_string());
    let seats = session
        .machine()
        .with_outbox(|outbox| outbox.seats(&board, &retro))?;
    let participants = seats.iter().map(|seat| seat.participant.parse());
    Ok(Seats {
        participant_ids: participants.filter_map(Result::ok).collect(),
        waiting: session
            .machine()
            .with_outbox(|outbox| outbox.waiting(&board, &retro))?,
    })
}

/// What waits at this machine and was asked for: the person who wrote it may be on another screen
/// by then.
///
/// # Errors
/// When the private database does not answer.
pub fn waiting_get(
    session: &Session,
    workspace: &Workspace,
    _: Nothing,
) -> Result<Waiting, CoreError> {
    let board = board(workspace);
    let waiting = session
        .machine()
        .with_outbox(|outbox| outbox.waiting_by_retrospective(&board))?;
    let asked_for = |(id, count): (String, u32)| {
        let id = id.parse::<RetrospectiveId>().ok()?;
        let noun = workspace.look(|look| row::<Retrospective>(look, id.0));
        let noun = noun.ok().filter(|row| row.deleted_at.is_none())?.noun;
        noun.notes_revealed_at?;
        let anonymous = noun.is_anonymous();
        Some(WaitingFor {
            id,
            anonymous,
            count,
        })
    };
    Ok(Waiting {
        retrospectives: waiting.into_iter().filter_map(asked_for).collect(),
    })
}

/// What a participant at this machine wrote and voted.
///
/// # Errors
/// When they do not sit here.
pub fn held_get(
    session: &Session,
    workspace: &Workspace,
    request: HeldGet,
) -> Result<HeldView, CoreError> {
    let seat = seat(session, workspace, request.participant_id)?;
    let held = session
        .machine()
        .with_outbox(|outbox| outbox.held_by(&board(workspace), &seat.participant))?;
    let answered = |kind| held.iter().any(|one| one.kind == kind);
    Ok(HeldView {
        votes: votes(workspace, &seat)?,
        safety_answered: answered(HeldKind::Safety),
        rated: answered(HeldKind::Rating),
        counts_here: counts_here(session, workspace, request.participant_id)?,
        notes: held.into_iter().filter_map(note_line).collect(),
    })
}

fn note_line(held: Held) -> Option<HeldNote> {
    let word = |field: &str| held.body[field].as_str().unwrap_or_default().to_owned();
    (held.kind == HeldKind::Note).then(|| HeldNote {
        prompt: word("prompt"),
        text: word("text"),
        moment: word("moment"),
        published: held.published,
        id: held.id.clone(),
    })
}

/// Where a participant's votes count: on the topic that theirs became a part of.
fn votes(workspace: &Workspace, seat: &Seat) -> Result<Vec<OwnVotes>, CoreError> {
    let session = retrospective(workspace, seat)?;
    let votes = workspace.look(|look| of_token(look, &session, &seat.token))?;
    let own = |(topic_id, count)| OwnVotes { topic_id, count };
    Ok(votes.into_iter().map(own).collect())
}

/// Keeps a note on this machine until the reveal; one's own that is shown already is changed there.
///
/// # Errors
/// When they do not sit here, or notes are not written now.
pub fn note_write(
    session: &Session,
    workspace: &Workspace,
    request: NoteWrite,
) -> Result<HeldNote, CoreError> {
    let seat = seat(session, workspace, request.participant_id)?;
    let retro = retrospective(workspace, &seat)?;
    let before = own_note(session, workspace, &seat, request.id.as_deref())?;
    let mut held = before.unwrap_or_else(|| new(&seat, HeldKind::Note));
    held.body = json!({ "prompt": request.prompt, "text": request.text, "moment": request.moment });
    if !held.published {
        expect_writing(&retro)?;
        publish::check(&retro, &held, &context(session, workspace))?;
        // It may have been published since it was read: then it is changed where it is shown.
        held.published = !session
            .machine()
            .with_outbox(|outbox| outbox.hold(&board(workspace), &held))?;
    }
    if held.published {
        let words = (request.text, request.moment);
        session.write(|desk| publish::change(desk, &retro, &held, Some(words)))?;
    }
    recount(session, workspace);
    note_line(held).ok_or(CoreError::NotFound {
        id: request.id.unwrap_or_default(),
    })
}

/// Takes a note back, from this machine or from where it is shown.
///
/// # Errors
/// When it is not theirs.
pub fn note_take_back(
    session: &Session,
    workspace: &Workspace,
    request: NoteTakeBack,
) -> Result<Nothing, CoreError> {
    let seat = seat(session, workspace, request.participant_id)?;
    let retro = retrospective(workspace, &seat)?;
    if let Some(held) = own_note(session, workspace, &seat, Some(&request.id))? {
        match held.published {
            true => session.write(|desk| publish::change(desk, &retro, &held, None))?,
            false => {
                session
                    .machine()
                    .with_outbox(|outbox| outbox.discard(&board(workspace), &held.id))?;
            }
        }
        recount(session, workspace);
    }
    Ok(Nothing {})
}

/// Gives an answer: what is said in the round at once and by name, the survey and the rating of the
/// session without one, when the notes are shown.
///
/// # Errors
/// When they do not sit here or came in elsewhere, the session is over, or they have answered
/// without a name before.
pub fn answer_write(
    session: &Session,
    workspace: &Workspace,
    request: AnswerWrite,
) -> Result<Nothing, CoreError> {
    let seat = seat(session, workspace, request.participant_id)?;
    let kind = match request.kind {
        AnswerKind::Safety => HeldKind::Safety,
        AnswerKind::Rating => HeldKind::Rating,
        AnswerKind::CheckIn | AnswerKind::Takeaway => {
            let said = (request.text, request.score);
            session.write(|desk| answer::put(desk, request.participant_id, request.kind, said))?;
            return Ok(Nothing {});
        }
    };
    let retro = retrospective(workspace, &seat)?;
    retro.expect_open()?;
    expect_counting(session, workspace, request.participant_id)?;
    let board = board(workspace);
    let held = session
        .machine()
        .with_outbox(|outbox| outbox.held_by(&board, &seat.participant))?;
    let before = held.into_iter().find(|held| held.kind == kind);
    let mut held = before.unwrap_or_else(|| new(&seat, kind));
    held.body = json!({ "score": request.score, "scores": request.scores });
    publish::check(&retro, &held, &context(session, workspace))?;
    match session
        .machine()
        .with_outbox(|outbox| outbox.hold(&board, &held))?
    {
        true => Ok(Nothing {}),
        false => Err(DomainError::NotYours.into()),
    }
}

/// Publishes one of the things that wait here, whichever chance picks, once they are asked for.
///
/// # Errors
/// When the file or the private database does not answer.
pub fn retrospective_publish(
    session: &Session,
    workspace: &Workspace,
    request: RetrospectivePublish,
) -> Result<Published, CoreError> {
    let (board, retro) = (board(workspace), request.id.to_string());
    let noun = workspace
        .look(|look| row::<Retrospective>(look, request.id.0))?
        .noun;
    let next = session
        .machine()
        .with_outbox(|outbox| outbox.next_to_publish(&board, &retro))?;
    let next = next.filter(|_| noun.notes_revealed_at.is_some());
    if let Some(held) = &next {
        session.write(|desk| publish::publish(desk, &noun, held))?;
        session
            .machine()
            .with_outbox(|outbox| outbox.published(&board, &held.id))?;
        recount(session, workspace);
    }
    Ok(Published {
        published: next.is_some(),
        left: session
            .machine()
            .with_outbox(|outbox| outbox.waiting(&board, &retro))?,
    })
}

/// Places so many votes on a topic, in the place of those that this participant has there.
///
/// # Errors
/// When they do not sit here or came in elsewhere, votes are not asked for now, or they are spent.
pub fn vote_set(
    session: &Session,
    workspace: &Workspace,
    request: VoteSet,
) -> Result<Nothing, CoreError> {
    let seat = seat(session, workspace, request.participant_id)?;
    let retro = retrospective(workspace, &seat)?;
    expect_counting(session, workspace, request.participant_id)?;
    session.write(|desk| vote::set(desk, &retro, &seat.token, request.topic_id, request.count))?;
    Ok(Nothing {})
}

fn context(session: &Session, workspace: &Workspace) -> Context {
    Context {
        now_ms: session.machine().clock().now_ms(),
        today: session.machine().clock().today(),
        actor: workspace.me().person,
    }
}

fn board(workspace: &Workspace) -> String {
    workspace.store().board_id().simple().to_string()
}

/// Only from the machine at which they sit is anything done for a participant.
fn seat(
    session: &Session,
    workspace: &Workspace,
    participant: ParticipantId,
) -> Result<Seat, CoreError> {
    let id = participant.to_string();
    let found = session
        .machine()
        .with_outbox(|outbox| outbox.seat(&board(workspace), &id))?;
    found.ok_or(DomainError::NotYours.into())
}

/// What nobody's name stands at cannot be told from what the same person gives at a second
/// computer: it is given where they came in first.
fn expect_counting(
    session: &Session,
    workspace: &Workspace,
    participant: ParticipantId,
) -> Result<(), CoreError> {
    match counts_here(session, workspace, participant)? {
        true => Ok(()),
        false => Err(DomainError::GivenElsewhere.into()),
    }
}

fn counts_here(
    session: &Session,
    workspace: &Workspace,
    participant: ParticipantId,
) -> Result<bool, CoreError> {
    let device = session.who(workspace).device;
    let came_in = workspace.look(|look| came_in_from(look, participant))?;
    // A board that came from elsewhere may not know; then nobody is kept from voting.
    Ok(came_in.is_none_or(|came_in| came_in == device))
}

fn retrospective(workspace: &Workspace, seat: &Seat) -> Result<Retrospective, CoreError> {
    let id = seat.retrospective.parse::<RetrospectiveId>();
    let id = id.map_err(|_| CoreError::NotFound {
        id: seat.retrospective.clone(),
    })?;
    Ok(workspace
        .look(|look| row::<Retrospective>(look, id.0))?
        .noun)
}

/// Notes are written while the group reflects, and by latecomers afterwards.
fn expect_writing(retro: &Retrospective) -> Result<(), CoreError> {
    retro.expect_open()?;
    match retro.is_in(Phase::Reflect) || retro.notes_revealed_at.is_some() {
        true => Ok(()),
        false => Err(retro.phase_refuses().into()),
    }
}

fn own_note(
    session: &Session,
    workspace: &Workspace,
    seat: &Seat,
    id: Option<&str>,
) -> Result<Option<Held>, CoreError> {
    let Some(id) = id else { return Ok(None) };
    let held = session
        .machine()
        .with_outbox(|outbox| outbox.held(&board(workspace), id))?;
    let own = |held: &Held| held.kind == HeldKind::Note && held.participant == seat.participant;
    match held.filter(own) {
        Some(held) => Ok(Some(held)),
        None => Err(DomainError::NotYours.into()),
    }
}

fn new(seat: &Seat, kind: HeldKind) -> Held {
    let id = Uuid::new_v4();
    Held {
        id: match kind {
            HeldKind::Note => RetroNoteId(id).to_string(),
            HeldKind::Safety | HeldKind::Rating => AnswerId(id).to_string(),
        },
        retrospective: seat.retrospective.clone(),
        participant: seat.participant.clone(),
        kind,
        body: json!(null),
        secret: Uuid::new_v4().simple().to_string(),
        published: false,
    }
}
