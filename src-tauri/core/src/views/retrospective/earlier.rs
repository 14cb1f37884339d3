//! "We discussed this before": topics of the team's ended sessions and what its closed steps taught, where
//! their words match those of a topic.

use chrono::NaiveDate;
use kata_domain::ids::{ExperimentId, RetrospectiveId};
use kata_domain::retrospective::{RetroState, Words};
use kata_domain::{ObstacleState, Retrospective};
use schemars::JsonSchema;
use serde::Serialize;
use uuid::Uuid;

use crate::error::CoreError;
use crate::store::sql::{self, Result, Row, date};
use crate::views::lines::Look;

/// Shown for a topic at most.
const SHOWN: usize = 3;

/// Topics of ended sessions, and closed steps that taught something. A topic has the learning of the step
/// that its session ended with.
const READ: &str = "
    SELECT r.began_on AS day, r.id, r.title, t.title, o.state, e.id, e.learned
      FROM topic t JOIN retrospective r ON r.id = t.retrospective_id
      LEFT JOIN obstacle o ON o.id = t.obstacle_id AND o.deleted_at IS NULL
      LEFT JOIN experiment e ON e.id = r.next_step_id AND e.deleted_at IS NULL
        AND e.closed_on IS NOT NULL
     WHERE r.team_id = ?1 AND r.state = 'closed' AND r.deleted_at IS NULL
       AND t.deleted_at IS NULL AND t.merged_into_id IS NULL
    UNION ALL
    SELECT e.closed_on, NULL, e.step, NULL, o.state, e.id, e.learned
      FROM experiment e JOIN focus_process p ON p.id = e.focus_process_id
      LEFT JOIN obstacle o ON o.id = e.obstacle_id AND o.deleted_at IS NULL
     WHERE p.team_id = ?1 AND e.closed_on IS NOT NULL AND e.learned <> '' AND e.deleted_at IS NULL
     ORDER BY day DESC";

/// What the team discussed or learned before: a topic of an ended session, or a closed step.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Earlier {
    /// The session; none where a step alone taught it.
    pub retrospective_id: Option<RetrospectiveId>,
    /// What the session is called, or what the step was.
    pub title: String,
    /// The day the session began, or the step was closed.
    pub on: Option<NaiveDate>,
    /// What the topic was called.
    pub topic: Option<String>,
    /// Where the obstacle stands that the topic became, or that the step was against.
    pub obstacle: Option<ObstacleState>,
    /// The closed step: the one that the session ended with, or this one.
    pub experiment_id: Option<ExperimentId>,
    /// What that step taught; none where nothing is written.
    pub learned: Option<String>,
}

/// What came earlier, with the words it is found by.
pub(super) struct Found {
    line: Earlier,
    words: Words,
}

/// What came before a session that is being held, newest first, in one read.
pub(super) fn read(
    look: &Look<'_>,
    session: &Retrospective,
) -> std::result::Result<Vec<Found>, CoreError> {
    if session.state != RetroState::Running {
        return Ok(Vec::new());
    }
    sql::all(look.connection, READ, [session.team_id.0.as_bytes()], found)
}

/// What of it a title brings to mind.
pub(super) fn of_title(earlier: &[Found], title: &str) -> Vec<Earlier> {
    let title = Words::of(title);
    let matches = earlier.iter().filter(|found| match found.line.topic {
        Some(_) => found.words.are_like(&title),
        None => found.words.speak_of(&title),
    });
    let matches: Vec<&Earlier> = matches.map(|found| &found.line).collect();
    let told_by_a_topic = |line: &Earlier| {
        let same =
            |other: &&Earlier| other.topic.is_some() && other.experiment_id == line.experiment_id;
        line.topic.is_none() && matches.iter().copied().any(|other| same(&other))
    };
    let told_once = matches.iter().filter(|line| !told_by_a_topic(line));
    told_once.take(SHOWN).copied().cloned().collect()
}

fn found(row: &Row<'_>) -> Result<Found> {
    let id = |at: usize| -> Result<Option<Uuid>> {
        let bytes = row.get::<_, Option<[u8; 16]>>(at)?;
        Ok(bytes.map(Uuid::from_bytes))
    };
    let dated = row.get::<_, Option<String>>(0)?.is_some();
    let state: Option<String> = row.get(4)?;
    let learned: Option<String> = row.get(6)?;
    let line = Earlier {
        retrospective_id: id(1)?.map(RetrospectiveId),
        title: row.get(2)?,
        on: dated.then(|| date(row, 0)).transpose()?,
        topic: row.get(3)?,
        obstacle: state.and_then(|word| obstacle_state(&word)),
        experiment_id: id(5)?.map(ExperimentId),
        learned: learned.filter(|learned| !learned.trim().is_empty()),
    };
    let text = line.topic.as_deref().or(line.learned.as_deref());
    Ok(Found {
        words: Words::of(text.unwrap_or_default()),
        line,
    })
}

fn obstacle_state(word: &str) -> Option<ObstacleState> {
    let mut all = ObstacleState::ALL.iter().copied();
    all.find(|state| state.word() == word)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn found(step: u128, topic: Option<&str>, learned: &str) -> Found {
        let line = Earlier {
            retrospective_id: None,
            title: String::new(),
            on: None,
            topic: topic.map(str::to_owned),
            obstacle: None,
            experiment_id: Some(ExperimentId(Uuid::from_u128(step))),
            learned: Some(learned.to_owned()),
        };
        Found {
            words: Words::of(topic.unwrap_or(learned)),
            line,
        }
    }

    #[test]
    fn a_step_comes_back_by_what_it_taught_and_once() {
        let one = "The approval waits because nobody is told that there is something to approve";
        let other = "Waits grow on Thursdays, when every label request comes at once";
        let earlier = [
            found(1, None, one),
            found(2, None, other),
            found(1, Some("Approval waits"), one),
        ];
        let steps = |title| -> Vec<(bool, u128)> {
            let lines = of_title(&earlier, title);
            let step = |line: &Earlier| line.experiment_id.map_or(0, |step| step.0.as_u128());
            let line = |line: &Earlier| (line.topic.is_some(), step(line));
            lines.iter().map(line).collect()
        };
        assert_eq!(steps("Approval waits long"), [(true, 1)]);
        assert_eq!(steps("Label requests on Thursday"), [(false, 2)]);
        assert_eq!(steps(""), []);
    }
}
