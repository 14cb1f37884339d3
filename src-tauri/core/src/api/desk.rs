//! Commands at the desk of one person on one open board: the frame, presence, kept text, undo.

use kata_domain::ids::{CoachingCycleId, PersonId, RetrospectiveId};

use super::requests::{
    CardPlace, ClockStart, DraftDrop, DraftLine, DraftPut, Drafts, DueGet, GatheringLine, MeChoose,
    Note, NoteGet, NotePut, Nothing, PeerLine, Presence, PresenceFollow, PresenceWriting, Skipped,
    Undone,
};
use super::session::{Session, private};
use crate::error::CoreError;
use crate::ops::Desk;
use crate::outbox::{Draft, DraftKey};
use crate::reminders;
use crate::store::undo::{self, Step, TakenBack};
use crate::store::write::Committed;
use crate::views::board::{self, Board, UndoStep};
use crate::views::due::{self, DueLine, DueList};
use crate::workspace::front::Front;
use crate::workspace::presence::{self, Peer, Writing};
use crate::workspace::{Identity, Workspace};

/// The frame around every screen.
///
/// # Errors
/// When the file does not answer.
pub fn board_get(session: &Session, workspace: &Workspace, _: Nothing) -> Result<Board, CoreError> {
    let who = session.who(workspace);
    let me = workspace.me();
    let path = workspace.store().path().to_owned();
    let name = |part: Option<&std::ffi::OsStr>| {
        part.map(|p| p.to_string_lossy().into_owned())
            .unwrap_or_default()
    };
    workspace.look(|look| {
        let stacks = undo::stacks(look.connection, &who)?;
        let step = |step: &Step| UndoStep {
            kind: step.kind.clone(),
        };
        Ok(Board {
            as_of_seq: look.as_of_seq,
            board_id: workspace.store().board_id().simple().to_string(),
            file_name: name(path.file_name()),
            folder: name(path.parent().map(std::path::Path::as_os_str)),
            access: workspace.access(),
            me: me.person,
            my_name: me.name,
            people: board::people(look)?,
            teams: board::team_lines(look)?,
            undo: stacks.undo().map(step),
            redo: stacks.redo().map(step),
            saved_at: board::saved_at(look)?,
            trouble: workspace.trouble(),
            clock_ahead: board::clock_ahead(look, session.clock().now_ms())?,
        })
    })
}

/// What is due and was not said today on this machine; it counts as said from then on.
///
/// # Errors
/// When what was said cannot be noted: then nothing is said, so that it is not said at every start.
pub fn due_remind(
    session: &Session,
    workspace: &Workspace,
    _: Nothing,
) -> Result<DueList, CoreError> {
    let mut due = workspace.look(|look| due::get(look, DueGet::default()))?;
    if !session.preferences().load().map_err(private)?.reminders {
        due.lines.clear();
        return Ok(due);
    }
    let thing = |line: &DueLine| format!("{} {}", line.kind.word(), line.subject_id);
    let board = workspace.store().board_id().simple().to_string();
    let all = due.lines.iter().map(thing);
    let new = reminders::note(session.home(), &board, due.today, all).map_err(private)?;
    due.lines.retain(|line| new.contains(&thing(line)));
    Ok(due)
}

/// Takes back the newest own operation that can still be taken back.
///
/// # Errors
/// When there is none, or others changed since what any of them would take back.
pub fn undo(desk: &Desk<'_>, _: Nothing) -> Result<Undone, CoreError> {
    desk.store.undo(&desk.who).map(undone)
}

/// Brings the operation again that was undone last.
///
/// # Errors
/// When there is none, or others changed since what it would bring again.
pub fn redo(desk: &Desk<'_>, _: Nothing) -> Result<Undone, CoreError> {
    desk.store.redo(&desk.who).map(undone)
}

fn undone(done: Committed<TakenBack>) -> Undone {
    let skipped = done.value.skipped.into_iter();
    Undone {
        kind: done.value.kind,
        seq: done.seq,
        skipped: skipped
            .map(|(kind, why)| Skipped {
                kind,
                code: why.code().to_owned(),
            })
            .collect(),
    }
}

/// Says who sits at this app. The first name that is given is the one for new boards as well, so that a
/// person who has not written yet is not asked again.
///
/// # Errors
/// When there is no such person, or the preferences cannot be saved.
pub fn me_choose(
    session: &Session,
    workspace: &Workspace,
    request: MeChoose,
) -> Result<Board, CoreError> {
    match (
        request.person_id,
        request.name.filter(|name| !name.trim().is_empty()),
    ) {
        (Some(person), _) => session.remember(workspace, &person.to_string())?,
        (None, name) => {
            let shown = name.clone().unwrap_or_default();
            if let Some(name) = &name {
                session.call_me(name)?;
            }
            workspace.set_me(Identity { person: None, name }, &shown);
        }
    }
    board_get(session, workspace, Nothing {})
}

/// Who else has the file open. A call from a terminal, which shows itself to nobody, only looks.
pub(super) fn peers(workspace: &Workspace) -> Presence {
    match workspace.presence() {
        Some(presence) => presence_of(presence, presence.peers()),
        None => Presence {
            peers: peer_lines(presence::peers_of(workspace.store().path())),
            card: None,
            retrospective: None,
            clock: None,
        },
    }
}

/// The others, and what is followed here, as they travel.
pub fn presence_of(presence: &presence::Presence, peers: Vec<Peer>) -> Presence {
    Presence {
        card: presence.card().map(|card| CardPlace {
            cycle_id: CoachingCycleId(card.cycle),
            place: card.place,
            turn: card.turn,
        }),
        retrospective: presence.gathering(&peers).map(|gathering| GatheringLine {
            id: RetrospectiveId(gathering.retrospective),
            notes: gathering.notes,
            person_ids: gathering.persons.into_iter().map(PersonId).collect(),
        }),
        clock: presence.clock_start().map(|start| ClockStart {
            since: start.since,
            here: start.here,
        }),
        peers: peer_lines(peers),
    }
}

fn peer_lines(peers: Vec<Peer>) -> Vec<PeerLine> {
    let cycle = |front: Front| Some(CoachingCycleId(front.card()?.cycle));
    let line = |peer: Peer| PeerLine {
        session: peer.session.simple().to_string(),
        person_id: peer.person.map(|id| PersonId(id).to_string()),
        name: peer.name,
        writing_id: peer.writing.as_ref().map(|w| w.entity_id.clone()),
        writing_field: peer.writing.map(|w| w.field),
        read_only: peer.read_only,
        following: peer.front.and_then(cycle),
    };
    peers.into_iter().map(line).collect()
}

/// Who has the file open.
///
/// # Errors
/// None; the signature is the table's.
pub fn presence_get(_: &Session, workspace: &Workspace, _: Nothing) -> Result<Presence, CoreError> {
    Ok(peers(workspace))
}

/// Says where this person writes.
///
/// # Errors
/// None; the signature is the table's.
pub fn presence_writing(
    _: &Session,
    workspace: &Workspace,
    request: PresenceWriting,
) -> Result<Presence, CoreError> {
    if let Some(presence) = workspace.presence() {
        let place = request.id.zip(request.field);
        presence.set_writing(place.map(|(entity_id, field)| Writing { entity_id, field }));
    }
    Ok(peers(workspace))
}

/// Follows a coaching cycle, and turns its card for everybody who does; none to leave it.
///
/// # Errors
/// None; the signature is the table's.
pub fn presence_follow(
    _: &Session,
    workspace: &Workspace,
    request: PresenceFollow,
) -> Result<Presence, CoreError> {
    let Some(presence) = workspace.presence() else {
        return Ok(peers(workspace));
    };
    let Some(cycle) = request.cycle_id else {
        presence.unfollow();
        return Ok(peers(workspace));
    };
    let peers = presence.follow(cycle.0, request.place);
    workspace.hear_clock(false);
    Ok(presence_of(presence, peers))
}

/// The note that this person keeps on a row, on this computer alone.
///
/// # Errors
/// When the private database does not answer.
pub fn note_get(
    session: &Session,
    workspace: &Workspace,
    request: NoteGet,
) -> Result<Note, CoreError> {
    let (board, person) = owner(workspace);
    let text = session.with_outbox(|outbox| outbox.note(&board, &person, &request.entity_id))?;
    Ok(Note { text })
}

/// Keeps a note on a row on this computer; an empty one goes.
///
/// # Errors
/// When the private database does not answer.
pub fn note_put(
    session: &Session,
    workspace: &Workspace,
    request: NotePut,
) -> Result<Nothing, CoreError> {
    let (board, person) = owner(workspace);
    let NotePut { entity_id, text } = request;
    let at = session.clock().now_ms();
    session.with_outbox(|outbox| outbox.put_note(&board, &person, &entity_id, &text, at))?;
    Ok(Nothing {})
}

/// Board and person that kept text belongs to.
fn owner(workspace: &Workspace) -> (String, String) {
    let person = workspace
        .me()
        .person
        .map(|person| person.to_string())
        .unwrap_or_default();
    (workspace.store().board_id().simple().to_string(), person)
}

/// Keeps typed text.
///
/// # Errors
/// When the private database does not answer.
pub fn draft_put(
    session: &Session,
    workspace: &Workspace,
    request: DraftPut,
) -> Result<Nothing, CoreError> {
    let (board_id, person) = owner(workspace);
    let draft = Draft {
        board_id,
        person,
        entity_id: request.entity_id,
        field: request.field,
        text: request.text,
        based_on: request.based_on.iter().map(ToString::to_string).collect(),
        context: request.context,
        at_ms: session.clock().now_ms(),
    };
    session.with_outbox(|outbox| outbox.put(&draft))?;
    Ok(Nothing {})
}

/// Kept texts of this board and person, and those kept before the person said who they are.
///
/// # Errors
/// When the private database does not answer.
pub fn draft_list(
    session: &Session,
    workspace: &Workspace,
    _: Nothing,
) -> Result<Drafts, CoreError> {
    let (board, person) = owner(workspace);
    let mut kept = session.with_outbox(|outbox| outbox.list(&board, &person))?;
    if !person.is_empty() {
        kept.extend(session.with_outbox(|outbox| outbox.list(&board, ""))?);
    }
    kept.sort_by_key(|draft| draft.at_ms);
    Ok(Drafts {
        drafts: kept.into_iter().map(draft_line).collect(),
    })
}

fn draft_line(draft: Draft) -> DraftLine {
    DraftLine {
        based_on: draft
            .based_on
            .iter()
            .filter_map(|op| op.parse().ok())
            .collect(),
        entity_id: draft.entity_id,
        field: draft.field,
        text: draft.text,
        context: draft.context,
        at: draft.at_ms,
    }
}

/// Lets go of kept text.
///
/// # Errors
/// When the private database does not answer.
pub fn draft_drop(
    session: &Session,
    workspace: &Workspace,
    request: DraftDrop,
) -> Result<Nothing, CoreError> {
    let (board_id, person) = owner(workspace);
    for person in [person, String::new()] {
        let key = DraftKey {
            board_id: board_id.clone(),
            person,
            entity_id: request.entity_id.clone(),
            field: request.field.clone(),
        };
        session.with_outbox(|outbox| match &request.text {
            Some(text) => outbox.drop_if_still(&key, text),
            None => outbox.drop(&key),
        })?;
    }
    Ok(Nothing {})
}
