//! The challenges of a board among which one chooses the level above (chain of coaching).

use std::collections::BTreeMap;

use kata_domain::ids::{ChallengeId, FocusProcessId, TeamId};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::lines::Look;
use crate::api::requests::ChallengesGet;
use crate::error::CoreError;
use crate::store::sql;

const THERE: &str =
    "SELECT c.id, c.statement, c.parent_id, c.status, f.id, f.name, t.id, t.name FROM challenge c
     JOIN focus_process f ON f.id = c.focus_process_id JOIN team t ON t.id = f.team_id
     WHERE c.deleted_at IS NULL AND f.deleted_at IS NULL AND t.deleted_at IS NULL
     ORDER BY t.name COLLATE NOCASE, f.rank, f.id, c.id";

/// The challenges that one can serve.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Challenges {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// By team, then in the order of its focus processes. The one that is chosen is among them, whatever
    /// became of it; otherwise neither what was closed nor what serves the challenge itself.
    pub challenges: Vec<ChallengeLine>,
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

/// The challenges that one can serve.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, request: ChallengesGet) -> Result<Challenges, CoreError> {
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
        let parent = parent.map(|bytes| ChallengeId(Uuid::from_bytes(bytes)));
        Ok((line, parent, status == "active"))
    })?;
    let parents: BTreeMap<Uuid, Uuid> = all
        .iter()
        .filter_map(|(line, parent, _)| Some((line.id.0, parent.as_ref()?.0)))
        .collect();
    let own = request.challenge_id.0;
    let chosen = parents.get(&own).copied();
    let challenges = all
        .into_iter()
        .filter(|(line, _, active)| {
            Some(line.id.0) == chosen || (*active && !leads_to(&parents, line.id.0, own))
        })
        .map(|(line, ..)| line)
        .collect();
    Ok(Challenges {
        as_of_seq: look.as_of_seq,
        challenges,
    })
}

/// Whether a challenge is another one, or serves it over any number of levels. Two people may have made
/// a circle of them between them; it is walked once.
fn leads_to(parents: &BTreeMap<Uuid, Uuid>, from: Uuid, to: Uuid) -> bool {
    let chain = std::iter::successors(Some(from), |id| parents.get(id).copied());
    chain.take(parents.len() + 1).any(|id| id == to)
}
