//! What was removed, of any kind of row that its noun lists, and can be restored.

use kata_domain::ids::{FocusProcessId, TeamId};
use kata_domain::noun::Entity;
use kata_wire::{CoreError, RemovedRow};
use rusqlite::{Params, Row};

use super::ancestry::Joined;
use super::params;
use super::title::cut;
use crate::Reader;
use crate::ids::wire_id;
use crate::sql::{self, Cells};

/// So many removed rows of a team, the one removed last first; of one moment in the order of their
/// kinds, then by id.
///
/// # Errors
/// What SQLite says.
pub fn of_team(reader: Reader<'_>, team: TeamId, limit: i64) -> Result<Vec<RemovedRow>, CoreError> {
    let of_team = |entity, joined: &mut Joined| match entity {
        Entity::Team => None,
        _ => Some(format!("{} = ?1", joined.team(entity)?)),
    };
    rows(reader, of_team, "?2", params!(team, limit))
}

/// So many removed teams and people, the one removed last first; of one moment in the order of
/// their kinds, then by id.
///
/// # Errors
/// What SQLite says.
pub fn of_board(reader: Reader<'_>, limit: i64) -> Result<Vec<RemovedRow>, CoreError> {
    let of_board =
        |entity: Entity, _: &mut Joined| entity.parent().is_none().then(|| "TRUE".into());
    rows(reader, of_board, "?1", params!(limit))
}

/// The kinds of rows that are listed when they are removed, in their order.
fn listed() -> impl Iterator<Item = Entity> {
    let all = Entity::ALL.into_iter();
    all.filter(|entity| entity.is_listed_when_removed())
}

/// Removed rows of the kinds for which `which` has a condition.
fn rows(
    reader: Reader<'_>,
    which: impl Fn(Entity, &mut Joined) -> Option<String>,
    limit: &str,
    params: impl Params,
) -> Result<Vec<RemovedRow>, CoreError> {
    let kinds = listed().enumerate().filter_map(|(place, entity)| {
        let mut joined = Joined::default();
        let which = which(entity, &mut joined)?;
        let title = joined.full_title(entity)?;
        let (table, joins) = (entity.name(), joined.sql);
        Some(format!(
            "SELECT '{table}', x.id, {title}, x.deleted_at, x.updated_by, {place}
             FROM {table} x{joins} WHERE x.deleted_at IS NOT NULL AND {which}"
        ))
    });
    let sql = format!(
        "{} ORDER BY 4 DESC, 6, 2 LIMIT {limit}",
        kinds.collect::<Vec<_>>().join(" UNION ALL ")
    );
    sql::all(reader, &sql, params, removed_row)
}

fn removed_row(row: &Row<'_>) -> Result<RemovedRow, CoreError> {
    let entity: String = row.field(0)?;
    Ok(RemovedRow {
        id: wire_id(&entity, row.uuid(1)?),
        title: cut(&row.field::<String>(2)?),
        removed_at: row.field(3)?,
        removed_by: row.field(4)?,
        entity,
    })
}

/// How many rows right below a focus process are removed and listed.
///
/// # Errors
/// What SQLite says.
pub fn count_of_process(reader: Reader<'_>, process: FocusProcessId) -> Result<i64, CoreError> {
    let counts = listed().filter_map(|entity| {
        let (field, parent) = entity.parent()?;
        let table = entity.name();
        (parent == Entity::FocusProcess).then(|| {
            format!("(SELECT count(*) FROM {table} WHERE {field} = ?1 AND deleted_at IS NOT NULL)")
        })
    });
    let sql = format!("SELECT {}", counts.collect::<Vec<_>>().join(" + "));
    sql::one(reader, &sql, params!(process))
}
