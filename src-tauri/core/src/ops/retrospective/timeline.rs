//! The timeline of a retrospective: what happened, in its order.

use kata_domain::TimelineEvent;
use kata_domain::ids::TimelineEventId;
use kata_domain::noun::Noun;
use kata_wire::{CoreError, Move, TimelineEventCreate, TimelineEventEdit, Written};

use super::open_session;
use crate::ops::{Desk, last_rank, parse, rank_after, removable};

/// Puts an event on the timeline, last.
///
/// # Errors
/// When the session is not there or over, or nothing is said.
pub fn create(desk: &Desk<'_>, request: TimelineEventCreate) -> Result<Written, CoreError> {
    desk.insert("timeline_event_create", |write, id| {
        let session = open_session(write, request.retrospective_id)?;
        let mut event = TimelineEvent {
            id: TimelineEventId(id),
            retrospective_id: session.id,
            rank: last_rank::<TimelineEvent>(write, session.id)?,
            ..TimelineEvent::default()
        };
        event.apply(&request.fields);
        Ok(event)
    })
}

/// Changes an event.
///
/// # Errors
/// Not found, or nothing is said.
pub fn edit(desk: &Desk<'_>, request: TimelineEventEdit) -> Result<Written, CoreError> {
    desk.edit::<TimelineEvent>(
        "timeline_event_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

/// Moves it behind another one.
///
/// # Errors
/// Not found.
pub fn move_after(desk: &Desk<'_>, request: Move) -> Result<Written, CoreError> {
    let id = parse::<TimelineEventId>(&request.id)?;
    let after = request.after.as_deref();
    let after = after.map(parse::<TimelineEventId>).transpose()?;
    desk.advance::<TimelineEvent>("timeline_event_move", id, |event, write, _| {
        let session = event.retrospective_id.0;
        event.rank = rank_after::<TimelineEvent>(write, session, id, after)?;
        Ok(())
    })
}

removable!(
    TimelineEvent,
    TimelineEventId,
    "timeline_event_remove",
    "timeline_event_restore"
);
