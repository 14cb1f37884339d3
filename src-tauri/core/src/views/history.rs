//! Who wrote what and when: the history of a row or a field, and the log of the file.

use kata_domain::ids::{OperationId, PersonId};
use kata_domain::noun::{Entity, field_index};
use kata_domain::{SEALED_FIELDS, of_entity};
use schemars::JsonSchema;
use serde::Serialize;
use serde_json::Value;
use uuid::Uuid;

use super::lines::{Look, Version};
use crate::api::requests::{HistoryGet, LogGet};
use crate::error::{CoreError, camel, snake};
use crate::store::feed::{any_id, person_name, wire_id};
use crate::store::sql::{self, ToSql};
use crate::store::{fields, log};

/// Versions that a history shows at most.
const VERSIONS: i64 = 200;
/// Operations that a page of the log has at most.
const PAGE: i64 = 1000;
/// Changes of an operation that a page shows at most.
const CHANGES: i64 = 50;
/// Characters of a title.
const TITLE: usize = 200;

const SELECT: &str = "SELECT c.op_id, o.actor, (SELECT name FROM person WHERE id = o.actor), o.at_ms, o.kind, c.field, c.value
     FROM change c JOIN operation o USING (op_id)";

/// The versions of a row or of one of its fields.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct History {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Newest first.
    pub versions: Vec<Version>,
}

/// A page of the log.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Log {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Oldest first, unless asked otherwise.
    pub operations: Vec<LogLine>,
}

/// One operation of the log.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LogLine {
    /// Its place in this file.
    pub seq: i64,
    /// Its id.
    pub op: OperationId,
    /// Its kind.
    pub kind: String,
    /// UTC milliseconds, by the writer's clock.
    pub at: i64,
    /// Who did it.
    pub by: Option<PersonId>,
    /// That person's name.
    pub by_name: Option<String>,
    /// The operation it undoes.
    pub undoes: Option<OperationId>,
    /// What it changed, at most 50.
    pub changes: Vec<LogChange>,
    /// How many changes it has.
    pub change_count: i64,
}

/// One change of an operation.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LogChange {
    /// Kind of row.
    pub entity: String,
    /// Its id.
    pub id: String,
    /// What the row is called now: its own words, or the name of what it belongs to.
    pub title: Option<String>,
    /// The field, as on the wire; empty for the creation of the whole row.
    pub field: String,
    /// What was written.
    pub value: Value,
    /// What was sealed in this field of a step, where the change came after the seal; null is a value.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub sealed: Option<Value>,
}

/// The versions of a row, or of one of its fields, newest first.
///
/// # Errors
/// When the id is no row's, or the row has no such field.
pub fn get(look: &Look<'_>, request: HistoryGet) -> Result<History, CoreError> {
    let (entity, id) = any_id(&request.id)?;
    let field = request.field.as_deref().map(snake);
    if let Some(field) = &field {
        known(entity, field)?;
    }
    // A number was written with others, in one entry that stands under the id of them all.
    let mut versions = versions(
        look,
        "WHERE c.entity_id IN (?1, (SELECT batch_id FROM observation WHERE id = ?1))
           AND (?2 IS NULL OR c.field IN (?2, '')) ORDER BY o.seq DESC LIMIT ?3",
        &[&id.as_bytes(), &field, &VERSIONS],
    )?;
    let hidden = is_hidden(look, entity.name(), id)?;
    for version in &mut versions {
        take_row(version, &request.id);
        if hidden {
            version.value = Value::Null;
        }
    }
    if let Some(field) = &field {
        for version in &mut versions {
            take_field(version, &camel(field));
        }
    }
    Ok(History {
        as_of_seq: look.as_of_seq,
        versions,
    })
}

/// A field that a kind of row does not have is no empty history.
fn known(entity: Entity, field: &str) -> Result<(), CoreError> {
    let exists = of_entity!(entity, N => field_index::<N>(field).is_some());
    if exists || field == fields::DELETED {
        return Ok(());
    }
    Err(CoreError::RequestInvalid {
        command: "history_get".to_owned(),
        detail: format!("no field {field}"),
    })
}

/// Leaves of a batch the part that is of one row.
fn take_row(version: &mut Version, id: &str) {
    if let Some(Value::Array(rows)) = version.value.get_mut("rows") {
        let row = rows.iter_mut().find(|row| row["id"] == id);
        version.value = row.map(|row| wire_names(row.take())).unwrap_or_default();
    }
}

/// Leaves of a creation the part that is of one field.
fn take_field(version: &mut Version, field: &str) {
    if version.field == fields::CREATION {
        version.value = version
            .value
            .get_mut(field)
            .map(Value::take)
            .unwrap_or(Value::Null);
    }
}

/// What was written in a row after it was sealed, oldest first.
pub(crate) fn versions_after_seal(look: &Look<'_>, id: Uuid) -> Result<Vec<Version>, CoreError> {
    versions(
        look,
        "WHERE c.entity_id = ?1 AND o.seq > (SELECT min(s.seq) FROM change k JOIN operation s USING (op_id)
           WHERE k.entity_id = ?1 AND k.field = 'sealed') ORDER BY o.seq",
        &[&id.as_bytes()],
    )
}

/// Versions of given operations in a field, newest first by the log.
pub(crate) fn versions(
    look: &Look<'_>,
    rest: &str,
    params: &[&dyn ToSql],
) -> Result<Vec<Version>, CoreError> {
    let read = |row: &sql::Row<'_>| {
        let text: Option<String> = row.get(6)?;
        let by: Option<[u8; 16]> = row.get(1)?;
        let field: String = row.get(5)?;
        Ok(Version {
            op: OperationId(Uuid::from_bytes(row.get(0)?)),
            by: by.map(|bytes| PersonId(Uuid::from_bytes(bytes))),
            by_name: row.get(2)?,
            at: row.get(3)?,
            kind: row.get(4)?,
            value: wire_value(&field, text),
            field: camel(&field),
        })
    };
    sql::all(look.connection, &format!("{SELECT} {rest}"), params, read)
}

/// A page of the log.
///
/// # Errors
/// What SQLite says.
pub fn log(look: &Look<'_>, request: LogGet) -> Result<Log, CoreError> {
    let limit = request.limit.unwrap_or(200).clamp(1, PAGE);
    let before = request.before.unwrap_or(i64::MAX);
    let order = match request.newest_first {
        true => log::Order::NewestFirst,
        false => log::Order::OldestFirst,
    };
    let range = (request.after, before);
    let take = log::Take {
        changes: CHANGES,
        values: true,
    };
    let mut operations = Vec::new();
    for log::Logged {
        seq,
        operation,
        changes,
        ..
    } in log::between(look.connection, range, order, limit, take)?
    {
        let by = log::person(operation.actor);
        operations.push(LogLine {
            seq,
            op: log::op(operation.op_id),
            kind: operation.kind,
            at: operation.at_ms,
            by,
            by_name: by
                .map(|person| person_name(look.connection, person.0))
                .transpose()?
                .flatten(),
            undoes: operation.undoes.map(OperationId),
            change_count: match changes.len() as i64 {
                CHANGES => log::count_changes(look.connection, operation.op_id)?,
                few => few,
            },
            changes: changes
                .into_iter()
                .map(|change| log_change(look, seq, change))
                .collect::<Result<_, _>>()?,
        });
    }
    Ok(Log {
        as_of_seq: look.as_of_seq,
        operations,
    })
}

fn log_change(look: &Look<'_>, seq: i64, change: log::Change) -> Result<LogChange, CoreError> {
    let title = title(look, &change.entity, change.entity_id)?;
    let sealed = sealed_before(look, seq, &change)?;
    let mut value = wire_value(&change.field, change.value);
    if change.entity == fields::BATCH
        && let Some(Value::Array(rows)) = value.get_mut("rows")
    {
        rows.iter_mut()
            .for_each(|row| *row = wire_names(row.take()));
    }
    if is_hidden(look, &change.entity, change.entity_id)? {
        value = Value::Null;
    }
    Ok(LogChange {
        id: wire_id(&change.entity, change.entity_id),
        entity: change.entity,
        title,
        field: camel(&change.field),
        value,
        sealed,
    })
}

/// Whether a row is a vote that the group does not see yet.
fn is_hidden(look: &Look<'_>, entity: &str, id: Uuid) -> Result<bool, CoreError> {
    if entity != Entity::Vote.name() {
        return Ok(false);
    }
    let hidden = sql::first(
        look.connection,
        "SELECT r.votes_revealed_at IS NULL FROM vote v
           JOIN retrospective r ON r.id = v.retrospective_id WHERE v.id = ?1",
        [id.as_bytes()],
        |row| row.get(0),
    )?;
    Ok(hidden.unwrap_or(false))
}

/// What was sealed in the field that a change amended; none where it amended nothing.
fn sealed_before(
    look: &Look<'_>,
    seq: i64,
    change: &log::Change,
) -> Result<Option<Value>, CoreError> {
    let freezes = change.entity == Entity::Experiment.name()
        && SEALED_FIELDS.contains(&change.field.as_str());
    if !freezes {
        return Ok(None);
    }
    let sealed: Option<String> = sql::first(
        look.connection,
        "SELECT k.value FROM change k JOIN operation s USING (op_id)
           WHERE k.entity_id = ?1 AND k.field = 'sealed' AND s.seq < ?2 ORDER BY s.seq LIMIT 1",
        (change.entity_id.as_bytes(), seq),
        |row| row.get(0),
    )?;
    let sealed = wire_value("sealed", sealed);
    Ok(sealed.get(camel(&change.field)).cloned())
}

/// What a row is called: its own words, or the name of what it belongs to.
fn title(look: &Look<'_>, entity: &str, id: Uuid) -> Result<Option<String>, CoreError> {
    let Some(query) = title_query(entity) else {
        return Ok(None);
    };
    let title: Option<String> =
        sql::first(look.connection, query, [id.as_bytes()], |row| row.get(0))?;
    Ok(title.map(|title| title.chars().take(TITLE).collect()))
}

fn title_query(entity: &str) -> Option<&'static str> {
    if entity == fields::BATCH {
        return Some(
            "SELECT m.name FROM observation o JOIN metric m ON m.id = o.metric_id WHERE o.batch_id = ?1 LIMIT 1",
        );
    }
    Some(match Entity::of_name(entity)? {
        Entity::Person => "SELECT name FROM person WHERE id = ?1",
        Entity::Team => "SELECT name FROM team WHERE id = ?1",
        Entity::Membership => {
            "SELECT p.name FROM membership x JOIN person p ON p.id = x.person_id WHERE x.id = ?1"
        }
        Entity::FocusProcess => "SELECT name FROM focus_process WHERE id = ?1",
        Entity::Challenge => "SELECT statement FROM challenge WHERE id = ?1",
        Entity::CurrentCondition => {
            "SELECT f.name FROM current_condition x JOIN focus_process f ON f.id = x.focus_process_id WHERE x.id = ?1"
        }
        Entity::TargetCondition => {
            "SELECT f.name FROM target_condition x JOIN focus_process f ON f.id = x.focus_process_id WHERE x.id = ?1"
        }
        Entity::Obstacle => "SELECT text FROM obstacle WHERE id = ?1",
        Entity::Metric => "SELECT name FROM metric WHERE id = ?1",
        Entity::Observation => {
            "SELECT m.name FROM observation o JOIN metric m ON m.id = o.metric_id WHERE o.id = ?1"
        }
        Entity::Experiment => "SELECT step FROM experiment WHERE id = ?1",
        Entity::CoachingCycle => {
            "SELECT f.name FROM coaching_cycle x JOIN focus_process f ON f.id = x.focus_process_id WHERE x.id = ?1"
        }
        Entity::Attachment => "SELECT name FROM attachment WHERE id = ?1",
        Entity::ToilLedger => {
            "SELECT m.name FROM toil_ledger x JOIN metric m ON m.id = x.metric_id WHERE x.id = ?1"
        }
        Entity::ToilCategory => "SELECT name FROM toil_category WHERE id = ?1",
        Entity::Slo => "SELECT name FROM slo WHERE id = ?1",
        Entity::BadDay => "SELECT day_on FROM bad_day WHERE id = ?1",
        Entity::ToilWeek => "SELECT week_on FROM toil_week WHERE id = ?1",
        Entity::Retrospective => "SELECT title FROM retrospective WHERE id = ?1",
        Entity::Participant => "SELECT name FROM participant WHERE id = ?1",
        Entity::TimelineEvent => "SELECT what FROM timeline_event WHERE id = ?1",
        Entity::Topic => "SELECT title FROM topic WHERE id = ?1",
        Entity::RetroNote => "SELECT text FROM retro_note WHERE id = ?1",
        Entity::ObstacleReview => {
            "SELECT o.text FROM obstacle_review x JOIN obstacle o ON o.id = x.obstacle_id WHERE x.id = ?1"
        }
        Entity::Waiver | Entity::BaselineWindow | Entity::Vote | Entity::Answer => return None,
    })
}

/// A value of the log as it travels; null once it was purged.
fn wire_value(field: &str, text: Option<String>) -> Value {
    let value = text
        .and_then(|text| serde_json::from_str(&text).ok())
        .unwrap_or(Value::Null);
    if field == fields::CREATION {
        wire_names(value)
    } else {
        value
    }
}

/// The fields of a row under their wire names: the log has them by column.
fn wire_names(row: Value) -> Value {
    match row {
        Value::Object(fields) => fields
            .into_iter()
            .map(|(column, value)| (camel(&column), value))
            .collect(),
        other => other,
    }
}
