//! Steps of the experimenting record.
//!
//! A step has the next number of its process. Of one number, which two copies of a file can give
//! twice, the one made first comes first.

use kata_domain::ids::{
    ExperimentId, FocusProcessId, MetricId, ObstacleId, TargetConditionId, TeamId,
};
use kata_domain::{Experiment, ExperimentKind, Outcome};
use kata_wire::{CoreError, Earlier};

use super::focus_process::of_the_team;
use super::number::Numbered;
use super::retrospective::ended;
use super::{params, questions};
use crate::Reader;
use crate::sql::{self, Cells};

impl Numbered for Experiment {}

questions! { Experiment
    /// The steps of a process by number.
    of_process(process: FocusProcessId) -> all =
        "WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY number, id";

    /// So many steps of a process after so many that are newer, the newest first; of one number the
    /// one made last.
    page(process: FocusProcessId, limit: i64, offset: i64) -> all =
        "WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY number DESC, id DESC
         LIMIT ?2 OFFSET ?3";

    // The plus keeps SQLite from walking through all steps of the process, which are many more.
    /// So many steps of a process toward a target condition, the newest first; of one number the
    /// one made last.
    toward(process: FocusProcessId, target: TargetConditionId, limit: i64) -> all =
        "WHERE +focus_process_id = ?1 AND target_condition_id = ?2 AND deleted_at IS NULL
         ORDER BY number DESC, id DESC LIMIT ?3";

    /// The first step of a process, toward a target condition or any.
    first_of(process: FocusProcessId, target: Option<TargetConditionId>) -> first =
        "WHERE focus_process_id = ?1 AND (?2 IS NULL OR target_condition_id = ?2)
         AND deleted_at IS NULL ORDER BY number, id LIMIT 1";

    /// The newest step of a process that stands in pencil, toward a target condition or any.
    planned(process: FocusProcessId, target: Option<TargetConditionId>) -> first =
        "WHERE focus_process_id = ?1 AND (?2 IS NULL OR target_condition_id = ?2)
         AND state = 'planned' AND deleted_at IS NULL ORDER BY number DESC, id DESC LIMIT 1";

    /// The steps of a process against an obstacle, the newest first.
    against(process: FocusProcessId, obstacle: ObstacleId) -> all =
        "WHERE focus_process_id = ?1 AND obstacle_id = ?2 AND deleted_at IS NULL
         ORDER BY number DESC, id DESC";

    /// The step before a number.
    before(process: FocusProcessId, number: i64) -> first =
        "WHERE focus_process_id = ?1 AND number < ?2 AND deleted_at IS NULL
         ORDER BY number DESC, id DESC LIMIT 1";

    /// The steps of a process under way, the next one to look at first.
    running(process: FocusProcessId) -> all =
        "WHERE focus_process_id = ?1 AND state = 'running' AND deleted_at IS NULL
         ORDER BY check_on, number, id";

    /// The newest step of a process that was sealed since a moment, was not given up, and is not a
    /// certain one.
    sealed_since(process: FocusProcessId, at: i64, but: Option<ExperimentId>) -> first =
        "WHERE focus_process_id = ?1 AND sealed_at >= ?2 AND id IS NOT ?3 AND state <> 'abandoned'
         AND deleted_at IS NULL ORDER BY number DESC, id DESC LIMIT 1";

    /// The newest step of a process.
    newest(process: FocusProcessId) -> first =
        "WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY number DESC, id DESC LIMIT 1";

    /// The newest step of a process that was started.
    newest_started(process: FocusProcessId) -> first =
        "WHERE focus_process_id = ?1 AND started_on IS NOT NULL AND deleted_at IS NULL
         ORDER BY number DESC, id DESC LIMIT 1";

    /// The newest step of a process toward a target condition, or without one, that is more than
    /// planned.
    newest_toward(process: FocusProcessId, target: Option<TargetConditionId>) -> first =
        "WHERE focus_process_id = ?1 AND target_condition_id IS ?2 AND state <> 'planned'
         AND deleted_at IS NULL ORDER BY number DESC, id DESC LIMIT 1";

    /// So many started steps of a process, toward a target condition or any; the newest first, of
    /// one day the one with the higher number.
    started(process: FocusProcessId, target: Option<TargetConditionId>, limit: i64) -> all =
        "WHERE focus_process_id = ?1 AND started_on IS NOT NULL AND deleted_at IS NULL
         AND (?2 IS NULL OR target_condition_id = ?2)
         ORDER BY started_on DESC, number DESC, id DESC LIMIT ?3";

    /// The started steps of a team, or one of them, or of one process; the newest first, of one day
    /// the one with the higher number.
    started_of_team(team: TeamId, step: Option<ExperimentId>, process: Option<FocusProcessId>) -> all =
        concat!(
            "WHERE started_on IS NOT NULL AND deleted_at IS NULL
             AND (?2 IS NULL OR id = ?2) AND (?3 IS NULL OR focus_process_id = ?3)
             AND focus_process_id IN ", of_the_team!(),
            " ORDER BY started_on DESC, number DESC, id DESC"
        );

    /// So many started steps of a process that a metric judges; the newest first, of one day the
    /// one with the higher number.
    judged_in_process(process: FocusProcessId, metric: MetricId, limit: i64) -> all =
        "WHERE focus_process_id = ?1 AND metric_id = ?2 AND started_on IS NOT NULL AND deleted_at IS NULL
         ORDER BY started_on DESC, number DESC, id DESC LIMIT ?3";

    /// So many started steps of a team that a metric judges; the newest first, of one day the one
    /// with the higher number.
    judged_in_team(team: TeamId, metric: MetricId, limit: i64) -> all = concat!(
        "WHERE focus_process_id IN ", of_the_team!(),
        " AND metric_id = ?2 AND started_on IS NOT NULL AND deleted_at IS NULL
         ORDER BY started_on DESC, number DESC, id DESC LIMIT ?3"
    );

    /// The first started step toward a target condition that is not of a kind; of one day the one
    /// with the lower number.
    first_toward(target: TargetConditionId, but: ExperimentKind) -> first =
        "WHERE target_condition_id = ?1 AND started_on IS NOT NULL AND deleted_at IS NULL
         AND experiment_kind <> ?2 ORDER BY started_on, number, id LIMIT 1";

    /// So many evaluated steps of a team; the one closed last first, of one day the one with the
    /// higher number.
    evaluated(team: TeamId, limit: i64) -> all = concat!(
        "WHERE focus_process_id IN ", of_the_team!(),
        " AND state = 'evaluated' AND deleted_at IS NULL
         ORDER BY closed_on DESC, number DESC, id DESC LIMIT ?2"
    );

    /// The closed steps of a process that say what was learned; the one closed last first, of one
    /// day the one with the higher number.
    that_taught(process: FocusProcessId) -> all =
        "WHERE focus_process_id = ?1 AND learned <> '' AND closed_on IS NOT NULL AND deleted_at IS NULL
         ORDER BY closed_on DESC, number DESC, id DESC";

    /// The steps that a team's ended sessions agreed on.
    agreed(team: TeamId) -> all = concat!("WHERE id IN ", ended!("next_step_id"));
}

/// How many steps a process has, toward a target condition or any.
///
/// # Errors
/// What SQLite says.
pub fn count(
    reader: Reader<'_>,
    process: FocusProcessId,
    target: Option<TargetConditionId>,
) -> Result<i64, CoreError> {
    let sql = "SELECT count(*) FROM experiment WHERE focus_process_id = ?1
         AND (?2 IS NULL OR target_condition_id = ?2) AND deleted_at IS NULL";
    sql::one(reader, sql, params!(process, target))
}

/// What came out of so many evaluated steps of a process, the newest first.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn outcomes(
    reader: Reader<'_>,
    process: FocusProcessId,
    limit: i64,
) -> Result<Vec<Option<Outcome>>, CoreError> {
    let sql = "SELECT outcome FROM experiment WHERE focus_process_id = ?1 AND state = 'evaluated'
         AND deleted_at IS NULL ORDER BY number DESC, id DESC LIMIT ?2";
    sql::all(reader, sql, params!(process, limit), |row| row.field(0))
}

/// What the closed steps of a team taught, with the obstacle they were against; the one closed last
/// first, of one day the one with the higher number.
///
/// # Errors
/// What SQLite says, or a damaged cell.
pub fn taught_earlier(reader: Reader<'_>, team: TeamId) -> Result<Vec<Earlier>, CoreError> {
    let sql = "SELECT e.id, e.step, e.closed_on, o.state, e.learned FROM experiment e
         JOIN focus_process p ON p.id = e.focus_process_id
         LEFT JOIN obstacle o ON o.id = e.obstacle_id AND o.deleted_at IS NULL
         WHERE p.team_id = ?1 AND e.closed_on IS NOT NULL AND e.learned <> '' AND e.deleted_at IS NULL
         ORDER BY e.closed_on DESC, e.number DESC, e.id DESC";
    sql::all(reader, sql, params!(team), |row| {
        Ok(Earlier {
            retrospective_id: None,
            title: row.field(1)?,
            on: row.field(2)?,
            topic: None,
            obstacle: row.field(3)?,
            experiment_id: Some(row.field(0)?),
            learned: Some(row.field(4)?),
        })
    })
}

/// Within another question: a column of the steps that the ended sessions of the team `?1` agreed
/// on.
macro_rules! agreed_in_ended {
    ($column:literal) => {
        concat!(
            "(SELECT ",
            $column,
            " FROM experiment WHERE id IN ",
            $crate::tables::retrospective::ended!("next_step_id"),
            ")"
        )
    };
}
pub(super) use agreed_in_ended;
