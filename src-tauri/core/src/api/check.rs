//! The check of the file, and the memory of how far its history went.
//!
//! A hash chain shows an altered history only to somebody who remembers its end: each computer keeps
//! the newest operation it saw of every device, and the check looks for them again.

use super::requests::{CheckReport, Finding, Nothing};
use super::session::Session;
use crate::error::CoreError;
use crate::outbox::Witness;
use crate::store::{health, log};
use crate::workspace::Workspace;

/// Runs every check of the file and looks for what this computer has seen before.
///
/// # Errors
/// What SQLite says; a finding is no error.
pub fn board_check(
    session: &Session,
    workspace: &Workspace,
    _: Nothing,
) -> Result<CheckReport, CoreError> {
    let mut report = workspace.look(|look| health::check(look.connection))?;
    report.findings.extend(missing(session, workspace)?);
    report.ok = report.findings.is_empty();
    remember(session, workspace)?;
    Ok(report)
}

/// Remembers the newest operation of every device, unless the history is shorter than before.
///
/// # Errors
/// When the file or the private database does not answer.
pub fn remember(session: &Session, workspace: &Workspace) -> Result<(), CoreError> {
    let (board, incarnation) = key(workspace)?;
    let ends = workspace.look(|look| log::ends(look.connection))?;
    session.with_outbox(|outbox| {
        for log::ChainEnd {
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

fn missing(session: &Session, workspace: &Workspace) -> Result<Vec<Finding>, CoreError> {
    let (board, incarnation) = key(workspace)?;
    let seen = session.with_outbox(|outbox| outbox.witnesses(&board, &incarnation))?;
    workspace.look(|look| {
        let mut findings = Vec::new();
        for witness in seen {
            let now = log::hash_at(look.connection, witness.device, witness.device_seq)?;
            if now != Some(witness.hash) {
                findings.push(Finding {
                    check: "history".to_owned(),
                    detail: format!(
                        "operation {} of a device, which this computer has seen, is {}",
                        witness.device_seq,
                        if now.is_some() {
                            "another one now"
                        } else {
                            "no longer there"
                        }
                    ),
                });
            }
        }
        Ok(findings)
    })
}

fn key(workspace: &Workspace) -> Result<(String, String), CoreError> {
    let incarnation = workspace.look(|look| log::incarnation(look.connection))?;
    Ok((
        workspace.store().board_id().simple().to_string(),
        incarnation,
    ))
}
