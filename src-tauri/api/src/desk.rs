//! Commands at the desk of one person on one open board: the frame, presence, kept text, undo.

use kata_core::ops::Desk;
use kata_core::views::{board, due};
use kata_core::workspace::{Identity, Workspace};
use kata_presence::{self, Writing};
use kata_store::outbox::{Draft, DraftKey};
use kata_store::undo::{self, Step, TakenBack};
use kata_store::write::Committed;
use kata_wire::{
    Board, CoreError, DraftDrop, DraftLine, DraftPut, Drafts, DueGet, DueLine, DueList, MeChoose,
    Note, NoteGet, NotePut, Nothing, Presence, PresenceFollow, PresenceWriting, Skipped, UndoStep,
    Undone,
};

use super::session::Session;
use crate::reminders;

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
        let stacks = undo::stacks(look.reader, &who)?;
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
            clock_ahead: board::clock_ahead(look, session.machine().clock().now_ms())?,
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
    if !session
        .machine()
        .preferences()
        .load()
        .map_err(CoreError::private)?
        .reminders
    {
        due.lines.clear();
        return Ok(due);
    }
    let thing = |line: &DueLine| format!("{} {}", line.kind.word(), line.subject_id);
    let board = workspace.store().board_id().simple().to_string();
    let all = due.lines.iter().map(thing);
    let new = reminders::note(session.machine().home(), &board, due.today, all)
        .map_err(CoreError::private)?;
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

/// Says who sits at this app. The first name that is given is the one for new boards as well, so
/// that a person who has not written yet is not asked again.
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
                session.machine().call_me(name)?;
            }
            workspace.set_me(Identity { person: None, name }, &shown);
        }
    }
    board_get(session, workspace, Nothing {})
}

/// Who else has the file open. A call from a terminal, which shows itself to nobody, only looks.
pub(super) fn peers(workspace: &Workspace) -> Presence {
    match workspace.presence() {
        Some(presence) => presence.shown(presence.peers()),
        None => kata_presence::shown_from_outside(workspace.store().path()),
    }
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
    Ok(presence.shown(peers))
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
    let text = session
        .machine()
        .with_outbox(|outbox| outbox.note(&board, &person, &request.entity_id))?;
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
    let at = session.machine().clock().now_ms();
    session
        .machine()
        .with_outbox(|outbox| outbox.put_note(&board, &person, &entity_id, &text, at))?;
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
        at_ms: session.machine().clock().now_ms(),
    };
    session.machine().with_outbox(|outbox| outbox.put(&draft))?;
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
    let mut kept = session
        .machine()
        .with_outbox(|outbox| outbox.list(&board, &person))?;
    if !person.is_empty() {
        kept.extend(
            session
                .machine()
                .with_outbox(|outbox| outbox.list(&board, ""))?,
        );
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
        session
            .machine()
            .with_outbox(|outbox| match &request.text {
                Some(text) => outbox.drop_if_still(&key, text),
                None => outbox.drop(&key),
            })?;
    }
    Ok(Nothing {})
}
