//! What rows of any kind are called.

use kata_domain::noun::Entity;
use kata_wire::CoreError;
use uuid::Uuid;

use super::ancestry::Joined;
use crate::Reader;
use crate::fields::BATCH;
use crate::sql::{self, Cells};

/// Characters of a title.
const LIMIT: usize = 200;

/// What a row is called, as its noun tells. None where it has no words, or the board has no such
/// row.
///
/// # Errors
/// What SQLite says.
pub fn of(reader: Reader<'_>, entity: &str, id: Uuid) -> Result<Option<String>, CoreError> {
    let Some(sql) = query(entity) else {
        return Ok(None);
    };
    let title = sql::first(reader, &sql, [id.as_bytes()], |row| row.field::<String>(0))?;
    Ok(title.map(|title| cut(&title)))
}

/// A title as far as it is shown.
pub(super) fn cut(title: &str) -> String {
    title.chars().take(LIMIT).collect()
}

fn query(entity: &str) -> Option<String> {
    if entity == BATCH {
        // All of a batch are of one metric.
        let sql = "SELECT m.name FROM observation o JOIN metric m ON m.id = o.metric_id
             WHERE o.batch_id = ?1 LIMIT 1";
        return Some(sql.to_owned());
    }
    let mut joined = Joined::default();
    let title = joined.title(Entity::of_name(entity)?, "x")?;
    Some(format!(
        "SELECT {title} FROM {entity} x{} WHERE x.id = ?1",
        joined.sql
    ))
}
