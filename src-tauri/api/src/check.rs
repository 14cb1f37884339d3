//! The check of the file, and the memory of how far its history went.
//!
//! A hash chain shows an altered history only to somebody who remembers its end: each computer
//! keeps the newest operation it saw of every device, and the check looks for them again.

use kata_core::workspace::Workspace;
use kata_store::outbox::Witness;
use kata_store::tables::{meta, operation};
use kata_store::{Reader, health};
use kata_wire::{CheckReport, CoreError, Finding, Nothing, Trouble};

use super::session::Session;

/// Runs every check of the file and looks for what this computer has seen before.
///
/// # Errors
/// What SQLite says; a finding is no error.
pub fn board_check(
    session: &Session,
    workspace: &Workspace,
    _: Nothing,
) -> Result<CheckReport, CoreError> {
    let mut report = workspace.look(|look| health::check(look.reader))?;
    let missing = missing(session, workspace)?;
    workspace.note(health::trouble(&report).max(worst(&missing)));
    report.findings.extend(missing.into_iter().map(finding));
    report.ok = report.findings.is_empty();
    remember(session, workspace)?;
    Ok(report)
}

/// Remembers the newest operation of every device. Where the history does not have the one that was
/// remembered, the memory stays: it is the only evidence.
///
/// # Errors
/// When the file or the private database does not answer.
fn remember(session: &Session, workspace: &Workspace) -> Result<(), CoreError> {
    let (board, incarnation) = key(workspace)?;
    let seen = session
        .machine()
        .with_outbox(|outbox| outbox.witnesses(&board, &incarnation))?;
    let ends = workspace.look(|look| {
        let mut ends = operation::ends(look.reader)?;
        for witness in seen {
            if state_of(look.reader, &witness)? != Seen::Still {
                ends.retain(|end| end.device != witness.device);
            }
        }
        Ok(ends)
    })?;
    session.machine().with_outbox(|outbox| {
        for operation::ChainEnd {
            device,
            device_seq,
            hash,
        } in ends
        {
            outbox.witness_put(
                &board,
                &incarnation,
                &Witness {
                    device,
                    device_seq,
                    hash,
                },
            )?;
        }
        Ok(())
    })
}

/// What became of an operation that this computer has seen.
#[derive(Clone, Copy, PartialEq)]
enum Seen {
    /// It is as it was.
    Still,
    /// Another one stands in its place.
    Replaced,
    /// The device's history ends before it.
    Gone,
}

fn state_of(reader: Reader<'_>, witness: &Witness) -> Result<Seen, CoreError> {
    let now = operation::hash_at(reader, witness.device, witness.device_seq)?;
    Ok(match now {
        Some(hash) if hash == witness.hash => Seen::Still,
        Some(_) => Seen::Replaced,
        None => Seen::Gone,
    })
}

/// Compares the history with what this computer has seen of it, and then remembers where it ends.
///
/// # Errors
/// When the file or the private database does not answer.
pub fn recall(session: &Session, workspace: &Workspace) -> Result<(), CoreError> {
    workspace.note(worst(&missing(session, workspace)?));
    remember(session, workspace)
}

fn worst(missing: &[(i64, Seen)]) -> Option<Trouble> {
    let troubles = missing.iter().map(|(_, state)| match state {
        Seen::Gone => Trouble::HistoryShortened,
        _ => Trouble::HistoryRewritten,
    });
    troubles.max()
}

/// What this computer has seen of the history and does not find any more.
fn missing(session: &Session, workspace: &Workspace) -> Result<Vec<(i64, Seen)>, CoreError> {
    let (board, incarnation) = key(workspace)?;
    let seen = session
        .machine()
        .with_outbox(|outbox| outbox.witnesses(&board, &incarnation))?;
    workspace.look(|look| {
        let mut missing = Vec::new();
        for witness in seen {
            let state = state_of(look.reader, &witness)?;
            if state != Seen::Still {
                missing.push((witness.device_seq, state));
            }
        }
        Ok(missing)
    })
}

fn finding((device_seq, state): (i64, Seen)) -> Finding {
    let now = match state {
        Seen::Gone => "no longer there",
        _ => "another one now",
    };
    Finding {
        check: "history".to_owned(),
        detail: format!(
            "operation {device_seq} of a device, which this computer has seen, is {now}"
        ),
    }
}

fn key(workspace: &Workspace) -> Result<(String, String), CoreError> {
    let incarnation = workspace.look(|look| meta::incarnation(look.reader))?;
    Ok((
        workspace.store().board_id().simple().to_string(),
        incarnation,
    ))
}
