//! Challenges and the chain in which they serve each other.

use kata_domain::ChallengeStatus;
use kata_domain::ids::{ChallengeId, FocusProcessId, TeamId};
use schemars::JsonSchema;
use serde::Serialize;

/// The challenges around that of a focus process.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Challenges {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Those that it can serve, by team, then in the order of its focus processes. The one that is
    /// chosen is among them, whatever became of it; otherwise neither what was closed nor what
    /// serves it itself.
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
