//! Standing in front of a retrospective: this app shows in the sidecar that it is there and how
//! many notes wait on this machine, and learns the sum over all machines. Nothing of it is logged.

use kata_core::workspace::Workspace;
use kata_domain::ids::RetrospectiveId;
use kata_wire::{CoreError, Presence, RetrospectiveFollow};
use uuid::Uuid;

use super::desk;
use super::session::Session;

/// Follows a retrospective; none to leave it.
///
/// # Errors
/// When the private database does not answer.
pub fn retrospective_follow(
    session: &Session,
    workspace: &Workspace,
    request: RetrospectiveFollow,
) -> Result<Presence, CoreError> {
    match (workspace.presence(), request.id) {
        (Some(_), Some(id)) => {
            attend(session, workspace, id.0)?;
            workspace.hear_clock(false);
        }
        (Some(presence), None) => presence.leave_session(),
        (None, _) => {}
    }
    Ok(desk::peers(workspace))
}

/// Shows how many notes wait here now, where the retrospective is followed. A count that cannot be
/// told is no reason to refuse a note.
pub(super) fn recount(session: &Session, workspace: &Workspace) {
    let followed = workspace
        .presence()
        .and_then(|presence| presence.attended());
    let shown = followed.map(|id| attend(session, workspace, id));
    if let Some(Err(error)) = shown {
        tracing::debug!(%error, "the others see an older count");
    }
}

fn attend(session: &Session, workspace: &Workspace, id: Uuid) -> Result<(), CoreError> {
    let board = workspace.store().board_id().simple().to_string();
    let retro = RetrospectiveId(id).to_string();
    let notes = session
        .machine()
        .with_outbox(|outbox| outbox.notes_waiting(&board, &retro))?;
    if let Some(presence) = workspace.presence() {
        presence.attend(id, notes);
    }
    Ok(())
}
