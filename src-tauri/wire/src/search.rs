//! What was found in the words of a board.

use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, FocusProcessId, RetrospectiveId, TeamId};
use kata_domain::{ExperimentState, Gap};
use schemars::JsonSchema;
use serde::Serialize;

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

/// A piece of a text, marked where it is a word that was asked for.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Piece {
    /// The text.
    pub text: String,
    /// Whether it was asked for.
    pub marked: bool,
}
