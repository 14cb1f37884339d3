//! Where rows that can be searched stand: their team, their process or session, how they are.

use kata_domain::noun::Entity;
use kata_wire::{CoreError, Hit, HitSession};
use uuid::Uuid;

use super::ancestry::Joined;
use crate::Reader;
use crate::ids::wire_id;
use crate::sql::{self, Cells};

/// A row as a hit of a search; its title and snippet are filled in by who marked them.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn of(reader: Reader<'_>, entity: Entity, id: Uuid) -> Result<Hit, CoreError> {
    let missing = || CoreError::NotFound {
        id: wire_id(entity.name(), id),
    };
    let sql = query(entity).ok_or_else(missing)?;
    let hit = sql::first(reader, &sql, [id.as_bytes()], |row| {
        let title: Option<String> = row.field(4)?;
        Ok(Hit {
            id: wire_id(entity.name(), id),
            kind: entity.name().to_owned(),
            team_id: row.field(0)?,
            team_name: row.field(1)?,
            focus_process_id: row.field(2)?,
            retrospective: row
                .field::<Option<_>>(3)?
                .zip(title)
                .map(|(id, title)| HitSession { id, title }),
            title: Vec::new(),
            snippet: None,
            number: row.field(5)?,
            state: row.field(6)?,
            on: row.field(7)?,
        })
    })?;
    hit.ok_or_else(missing)
}

/// What is told of a row of a process: its number, how it is, and the day that says how old it is.
fn facts(entity: Entity) -> &'static str {
    match entity {
        Entity::Challenge => "NULL, x.status, x.horizon_on",
        Entity::CurrentCondition => "NULL, NULL, x.as_of_on",
        Entity::TargetCondition => "x.number, x.status, coalesce(x.closed_on, x.achieve_by_on)",
        Entity::Obstacle => "NULL, x.state, coalesce(x.closed_on, x.found_on)",
        Entity::Experiment => "x.number, x.state, coalesce(x.closed_on, x.started_on)",
        _ => "NULL, NULL, NULL",
    }
}

fn query(entity: Entity) -> Option<String> {
    let mut joined = Joined::default();
    let (above, holder) = joined.holder(entity)?;
    let (ids, facts) = match holder {
        Entity::FocusProcess => (format!("{above}.id, NULL, NULL"), facts(entity).to_owned()),
        _ => (
            format!("NULL, {above}.id, {above}.title"),
            format!("NULL, {above}.state, {above}.began_on"),
        ),
    };
    let (table, joins) = (entity.name(), joined.sql);
    Some(format!(
        "SELECT t.id, t.name, {ids}, {facts} FROM {table} x{joins}
         JOIN team t ON t.id = {above}.team_id WHERE x.id = ?1"
    ))
}
