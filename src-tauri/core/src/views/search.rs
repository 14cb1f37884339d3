//! What a search shows of the rows it found.

use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, FocusProcessId, RetrospectiveId, TeamId};
use kata_domain::noun::Entity;
use kata_domain::{ExperimentState, Gap};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use super::lines::{Look, StepLine, step_by_id};
use crate::error::CoreError;
use crate::outbox::search::{Found, Piece};
use crate::store::feed::wire_id;
use crate::store::searchable::{self, KINDS, Kind, Texts};
use crate::store::sql::{self, date};

/// What was found.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Hits {
    /// The best first.
    pub hits: Vec<Hit>,
    /// Not all of the board could be searched yet; asking again finds more.
    pub indexing: bool,
}

/// One row that has the words.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Hit {
    /// Its id.
    pub id: String,
    /// Kind of row.
    pub kind: String,
    /// Its team.
    pub team_id: TeamId,
    /// That team's name.
    pub team_name: String,
    /// Its process; none for what a retrospective has.
    pub focus_process_id: Option<FocusProcessId>,
    /// Its retrospective; none for what a process has.
    pub retrospective: Option<HitSession>,
    /// The text that names it, in pieces.
    pub title: Vec<Piece>,
    /// Another text with the words.
    pub snippet: Option<Snippet>,
    /// Number of a step or a target condition.
    pub number: Option<i64>,
    /// Where it stands, in the words of its kind.
    pub state: Option<String>,
    /// The day that says how old it is.
    pub on: Option<NaiveDate>,
}

/// The retrospective that a row was found in.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct HitSession {
    /// Its id.
    pub id: RetrospectiveId,
    /// What it is called.
    pub title: String,
}

/// A part of a text around the words.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Snippet {
    /// The field, as on the wire.
    pub field: String,
    /// Its pieces.
    pub pieces: Vec<Piece>,
}

/// Earlier steps like a text.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SimilarSteps {
    /// The most alike first, at most three.
    pub steps: Vec<SimilarStep>,
    /// Not all of the board could be searched yet.
    pub indexing: bool,
}

/// A closed step, with what came of it.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct SimilarStep {
    /// Its id.
    pub id: ExperimentId,
    /// Its team.
    pub team_id: TeamId,
    /// That team's name.
    pub team_name: String,
    /// Its number.
    pub number: i64,
    /// How it ended.
    pub state: ExperimentState,
    /// The day it was closed.
    pub closed_on: Option<NaiveDate>,
    /// What was tried, in pieces.
    pub step: Vec<Piece>,
    /// What was expected of the number.
    pub predicted: Option<f64>,
    /// What the number was.
    pub actual: Option<f64>,
    /// The gap between them.
    pub gap: Option<Gap>,
    /// The metric.
    pub metric_name: Option<String>,
    /// Its unit.
    pub unit: Option<String>,
    /// What was learned.
    pub learned: String,
}

/// A row that was found, as it is now.
pub struct Row {
    /// What it is.
    pub kind: &'static Kind,
    /// Its id.
    pub id: Uuid,
    /// Its texts.
    pub texts: Texts,
}

/// The rows that are still there.
///
/// # Errors
/// What SQLite says.
pub fn rows(look: &Look<'_>, found: &[Found]) -> Result<Vec<Row>, CoreError> {
    let mut rows = Vec::with_capacity(found.len());
    for found in found {
        let Some(kind) = KINDS.get(found.kind) else {
            continue;
        };
        if let Some(texts) = searchable::texts(look.connection, kind, found.id)? {
            rows.push(Row {
                kind,
                id: found.id,
                texts,
            });
        }
    }
    Ok(rows)
}

/// A row as a hit; its title and snippet are filled in by who marked them.
///
/// # Errors
/// What SQLite says.
pub fn hit(look: &Look<'_>, row: &Row) -> Result<Hit, CoreError> {
    let entity = row.kind.entity.name();
    let of_process = |facts: &str| {
        format!(
            "SELECT t.id, t.name, h.id, NULL, NULL, {facts} FROM {entity} x
             JOIN focus_process h ON h.id = x.focus_process_id JOIN team t ON t.id = h.team_id WHERE x.id = ?1"
        )
    };
    let of_session = |key: &str| {
        format!(
            "SELECT t.id, t.name, NULL, h.id, h.title, NULL, h.state, h.began_on FROM {entity} x
             JOIN retrospective h ON h.id = x.{key} JOIN team t ON t.id = h.team_id WHERE x.id = ?1"
        )
    };
    let query = match row.kind.entity {
        Entity::Challenge => of_process("NULL, x.status, x.horizon_on"),
        Entity::CurrentCondition => of_process("NULL, NULL, x.as_of_on"),
        Entity::TargetCondition => {
            of_process("x.number, x.status, coalesce(x.closed_on, x.achieve_by_on)")
        }
        Entity::Obstacle => of_process("NULL, x.state, coalesce(x.closed_on, x.found_on)"),
        Entity::Experiment => of_process("x.number, x.state, coalesce(x.closed_on, x.started_on)"),
        Entity::Retrospective => of_session("id"),
        _ => of_session("retrospective_id"),
    };
    let id = |bytes: [u8; 16]| Uuid::from_bytes(bytes);
    sql::one(look.connection, &query, [row.id.as_bytes()], |cells| {
        let dated = cells.get::<_, Option<String>>(7)?.is_some();
        let process: Option<[u8; 16]> = cells.get(2)?;
        let session: Option<[u8; 16]> = cells.get(3)?;
        let title: Option<String> = cells.get(4)?;
        Ok(Hit {
            id: wire_id(entity, row.id),
            kind: entity.to_owned(),
            team_id: TeamId(id(cells.get(0)?)),
            team_name: cells.get(1)?,
            focus_process_id: process.map(|process| FocusProcessId(id(process))),
            retrospective: session.zip(title).map(|(session, title)| HitSession {
                id: RetrospectiveId(id(session)),
                title,
            }),
            title: Vec::new(),
            snippet: None,
            number: cells.get(5)?,
            state: cells.get(6)?,
            on: dated.then(|| date(cells, 7)).transpose()?,
        })
    })
}

/// A closed step with what came of it; none where it is still open.
///
/// # Errors
/// What SQLite says.
pub fn similar(look: &Look<'_>, row: &Row) -> Result<Option<SimilarStep>, CoreError> {
    let StepLine {
        experiment,
        metric_name,
        unit,
        gap,
        ..
    } = step_by_id(look, ExperimentId(row.id))?;
    let step = experiment.noun;
    if matches!(
        step.state,
        ExperimentState::Planned | ExperimentState::Running
    ) {
        return Ok(None);
    }
    let place = hit(look, row)?;
    Ok(Some(SimilarStep {
        id: step.id,
        team_id: place.team_id,
        team_name: place.team_name,
        number: step.number,
        state: step.state,
        closed_on: step.closed_on,
        step: Vec::new(),
        predicted: step.predicted,
        actual: step.actual,
        gap,
        metric_name,
        unit,
        learned: step.learned,
    }))
}
