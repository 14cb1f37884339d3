//! The challenges around that of a focus process: those of the board among which the level above is chosen
//! (chain of coaching), and its own that were closed and can be taken up again.

use std::collections::BTreeMap;

use kata_domain::ids::{ChallengeId, FocusProcessId, TeamId};
use kata_domain::{Challenge, ChallengeStatus};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::lines::Look;
use super::storyboard::CHALLENGE;
use crate::api::requests::ChallengesGet;
use crate::error::CoreError;
use crate::store::rows::Select;
use crate::store::sql;

const THERE: &str =
    "SELECT c.id, c.statement, c.parent_id, c.status, f.id, f.name, t.id, t.name FROM challenge c
     JOIN focus_process f ON f.id = c.focus_process_id JOIN team t ON t.id = f.team_id
     WHERE c.deleted_at IS NULL AND f.deleted_at IS NULL AND t.deleted_at IS NULL
     ORDER BY t.name COLLATE NOCASE, f.rank, f.id, c.id";

static CLOSED: Select<Challenge> = Select::new(
    "WHERE focus_process_id = ?1 AND deleted_at IS NULL AND status <> 'active' ORDER BY updated_at DESC, rowid DESC",
);

/// The challenges around that of a focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Challenges {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Those that it can serve, by team, then in the order of its focus processes. The one that is chosen is
    /// among them, whatever became of it; otherwise neither what was closed nor what serves it itself.
    pub above: Vec<ChallengeLine>,
    /// The process's own that were achieved or dropped, the newest first.
    pub closed: Vec<ClosedChallenge>,
}

/// A challenge that is not the direction any more.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ClosedChallenge {
    /// The challenge.
    pub id: ChallengeId,
    /// Its words.
    pub statement: String,
    /// What became of it.
    pub status: ChallengeStatus,
}

/// A challenge, and where it stands.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ChallengeLine {
    /// The challenge.
    pub id: ChallengeId,
    /// Its words.
    pub statement: String,
    /// Its process.
    pub focus_process_id: FocusProcessId,
    /// That one's name.
    pub focus_process_name: String,
    /// Its team.
    pub team_id: TeamId,
    /// That one's name.
    pub team_name: String,
}

/// The challenges around that of a focus process.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, request: ChallengesGet) -> Result<Challenges, CoreError> {
    let process = request.focus_process_id.0;
    let own = CHALLENGE
        .first(look.connection, [process.as_bytes()])?
        .map(|row| row.noun);
    let closed = CLOSED.all(look.connection, [process.as_bytes()])?;
    Ok(Challenges {
        as_of_seq: look.as_of_seq,
        above: match own {
            Some(own) => above(look, own.id.0, own.parent_id.map(|parent| parent.0))?,
            None => Vec::new(),
        },
        closed: closed
            .into_iter()
            .map(|row| ClosedChallenge {
                id: row.noun.id,
                statement: row.noun.statement,
                status: row.noun.status,
            })
            .collect(),
    })
}

fn above(
    look: &Look<'_>,
    own: Uuid,
    chosen: Option<Uuid>,
) -> Result<Vec<ChallengeLine>, CoreError> {
    let all = sql::all(look.connection, THERE, (), |row| {
        let parent: Option<[u8; 16]> = row.get(2)?;
        let status: String = row.get(3)?;
        let line = ChallengeLine {
            id: ChallengeId(Uuid::from_bytes(row.get(0)?)),
            statement: row.get(1)?,
            focus_process_id: FocusProcessId(Uuid::from_bytes(row.get(4)?)),
            focus_process_name: row.get(5)?,
            team_id: TeamId(Uuid::from_bytes(row.get(6)?)),
            team_name: row.get(7)?,
        };
        Ok((line, parent.map(Uuid::from_bytes), status == "active"))
    })?;
    let parents: BTreeMap<Uuid, Uuid> = all
        .iter()
        .filter_map(|(line, parent, _)| Some((line.id.0, (*parent)?)))
        .collect();
    Ok(all
        .into_iter()
        .filter(|(line, _, active)| {
            Some(line.id.0) == chosen || (*active && !leads_to(&parents, line.id.0, own))
        })
        .map(|(line, ..)| line)
        .collect())
}

/// Whether a challenge is another one, or serves it over any number of levels. A circle, which an undo can
/// close, is walked once.
fn leads_to(parents: &BTreeMap<Uuid, Uuid>, from: Uuid, to: Uuid) -> bool {
    let chain = std::iter::successors(Some(from), |id| parents.get(id).copied());
    chain.take(parents.len() + 1).any(|id| id == to)
}
