//! What was removed and can be restored.

use kata_domain::ids::PersonId;
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::lines::Look;
use crate::api::requests::RemovedGet;
use crate::error::CoreError;
use crate::store::feed::wire_id;
use crate::store::sql;

/// Rows that the list has at most.
const LIMIT: i64 = 200;
/// Characters of a title.
const TITLE: usize = 200;

const OF_TEAM: &str = "SELECT * FROM (
    SELECT 'obstacle', x.id, x.text, x.deleted_at, x.updated_by FROM obstacle x JOIN focus_process f ON f.id = x.focus_process_id WHERE f.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'experiment', x.id, x.step, x.deleted_at, x.updated_by FROM experiment x JOIN focus_process f ON f.id = x.focus_process_id WHERE f.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'target_condition', x.id, x.operating_pattern, x.deleted_at, x.updated_by FROM target_condition x JOIN focus_process f ON f.id = x.focus_process_id WHERE f.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'challenge', x.id, x.statement, x.deleted_at, x.updated_by FROM challenge x JOIN focus_process f ON f.id = x.focus_process_id WHERE f.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'current_condition', x.id, x.operating_pattern, x.deleted_at, x.updated_by FROM current_condition x JOIN focus_process f ON f.id = x.focus_process_id WHERE f.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'coaching_cycle', x.id, coalesce(x.began_on, ''), x.deleted_at, x.updated_by FROM coaching_cycle x JOIN focus_process f ON f.id = x.focus_process_id WHERE f.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'focus_process', id, name, deleted_at, updated_by FROM focus_process WHERE team_id = ?1 AND deleted_at IS NOT NULL
    UNION ALL SELECT 'metric', id, name, deleted_at, updated_by FROM metric WHERE team_id = ?1 AND deleted_at IS NOT NULL
    UNION ALL SELECT 'membership', x.id, p.name, x.deleted_at, x.updated_by FROM membership x JOIN person p ON p.id = x.person_id WHERE x.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'observation', x.id, m.name || ': ' || x.value_text, x.deleted_at, x.updated_by FROM observation x JOIN metric m ON m.id = x.metric_id WHERE m.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'toil_category', id, name, deleted_at, updated_by FROM toil_category WHERE team_id = ?1 AND deleted_at IS NOT NULL
    UNION ALL SELECT 'slo', id, name, deleted_at, updated_by FROM slo WHERE team_id = ?1 AND deleted_at IS NOT NULL
    UNION ALL SELECT 'bad_day', x.id, s.name || ': ' || x.day_on, x.deleted_at, x.updated_by FROM bad_day x JOIN slo s ON s.id = x.slo_id WHERE x.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'toil_week', id, week_on, deleted_at, updated_by FROM toil_week WHERE team_id = ?1 AND deleted_at IS NOT NULL
    UNION ALL SELECT 'retrospective', id, CASE title WHEN '' THEN coalesce(began_on, '') ELSE title END, deleted_at, updated_by FROM retrospective WHERE team_id = ?1 AND deleted_at IS NOT NULL
    UNION ALL SELECT 'topic', x.id, x.title, x.deleted_at, x.updated_by FROM topic x JOIN retrospective r ON r.id = x.retrospective_id WHERE r.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'timeline_event', x.id, x.what, x.deleted_at, x.updated_by FROM timeline_event x JOIN retrospective r ON r.id = x.retrospective_id WHERE r.team_id = ?1 AND x.deleted_at IS NOT NULL
    UNION ALL SELECT 'attachment', x.id, x.name, x.deleted_at, x.updated_by FROM attachment x JOIN focus_process f ON f.id = x.focus_process_id WHERE f.team_id = ?1 AND x.deleted_at IS NOT NULL
) ORDER BY 4 DESC LIMIT ?2";
const OF_BOARD: &str = "SELECT * FROM (
    SELECT 'team', id, name, deleted_at, updated_by FROM team WHERE deleted_at IS NOT NULL
    UNION ALL SELECT 'person', id, name, deleted_at, updated_by FROM person WHERE deleted_at IS NOT NULL
) WHERE ?1 IS NULL ORDER BY 4 DESC LIMIT ?2";

/// Removed rows of a team, or removed teams.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Removed {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Newest first, at most 200.
    pub rows: Vec<RemovedRow>,
}

/// One removed row.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RemovedRow {
    /// Kind of row.
    pub entity: String,
    /// Its id.
    pub id: String,
    /// Its text or name, cut to 200 characters.
    pub title: String,
    /// When, UTC milliseconds.
    pub removed_at: i64,
    /// Who removed it.
    pub removed_by: Option<PersonId>,
}

/// What was removed of a team, or the removed teams and people of the board.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, request: RemovedGet) -> Result<Removed, CoreError> {
    let query = if request.team_id.is_some() {
        OF_TEAM
    } else {
        OF_BOARD
    };
    let team = request.team_id.map(|team| *team.0.as_bytes());
    let rows = sql::all(look.connection, query, (team, LIMIT), |row| {
        let entity: String = row.get(0)?;
        let title: String = row.get(2)?;
        let by: Option<[u8; 16]> = row.get(4)?;
        Ok(RemovedRow {
            id: wire_id(&entity, Uuid::from_bytes(row.get(1)?)),
            entity,
            title: title.chars().take(TITLE).collect(),
            removed_at: row.get(3)?,
            removed_by: by.map(|bytes| PersonId(Uuid::from_bytes(bytes))),
        })
    })?;
    Ok(Removed {
        as_of_seq: look.as_of_seq,
        rows,
    })
}
