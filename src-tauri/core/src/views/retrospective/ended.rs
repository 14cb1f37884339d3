//! What the ended sessions of a team have, each kind of row read once for all of them.

use std::collections::BTreeMap;

use kata_domain::ids::{ExperimentId, MetricId, ObstacleId, RetrospectiveId};
use kata_domain::{
    Answer, Experiment, Metric, Obstacle, ObstacleState, Retrospective, Team, Topic,
};

use super::answers::{Safety, safety_of};
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::views::lines::{Look, StepLine, step_with};

static TOPICS: Select<Topic> = Select::new(of_ended!(
    "WHERE deleted_at IS NULL AND merged_into_id IS NULL AND retrospective_id",
    "id",
    " ORDER BY rank, id"
));
static SURVEYS: Select<Answer> = Select::new(of_ended!(
    "WHERE deleted_at IS NULL AND answer_kind = 'safety' AND retrospective_id",
    "id",
    " ORDER BY created_at, id"
));
static STEPS: Select<Experiment> = Select::new(of_ended!("WHERE id", "next_step_id", ""));
static METRICS: Select<Metric> = Select::new(of_ended!(
    "WHERE id IN (SELECT metric_id FROM experiment WHERE id",
    "next_step_id",
    ")"
));
/// Those that topics became, and those that the steps are against.
static OBSTACLES: Select<Obstacle> = Select::new(concat!(
    of_ended!(
        "WHERE id IN (SELECT obstacle_id FROM topic WHERE retrospective_id",
        "id",
        ")"
    ),
    of_ended!(
        " OR id IN (SELECT obstacle_id FROM experiment WHERE id",
        "next_step_id",
        ")"
    )
));

/// What the ended sessions of a team have.
pub(super) struct Ended {
    topics: BTreeMap<RetrospectiveId, Vec<Topic>>,
    surveys: BTreeMap<RetrospectiveId, Vec<Stored<Answer>>>,
    steps: BTreeMap<ExperimentId, StepLine>,
    obstacles: BTreeMap<ObstacleId, Obstacle>,
}

impl Ended {
    /// Reads it.
    ///
    /// # Errors
    /// What SQLite says, or a damaged cell.
    pub fn read(look: &Look<'_>, team: &Team) -> Result<Ended, CoreError> {
        let key = [*team.id.0.as_bytes()];
        let mut topics = BTreeMap::<_, Vec<Topic>>::new();
        for Stored { noun, .. } in TOPICS.all(look.connection, key)? {
            topics.entry(noun.retrospective_id).or_default().push(noun);
        }
        let mut surveys = BTreeMap::<_, Vec<Stored<Answer>>>::new();
        for row in SURVEYS.all(look.connection, key)? {
            let session = row.noun.retrospective_id;
            surveys.entry(session).or_default().push(row);
        }
        let obstacles = OBSTACLES.all(look.connection, key)?;
        let obstacles = obstacles.into_iter().map(|row| (row.noun.id, row.noun));
        let obstacles = obstacles.collect();
        Ok(Ended {
            topics,
            surveys,
            steps: steps(look, key, &obstacles)?,
            obstacles,
        })
    }

    /// The topics of a session that stand for themselves, in their order.
    pub fn topics(&self, session: &Retrospective) -> &[Topic] {
        self.topics.get(&session.id).map_or(&[], Vec::as_slice)
    }

    /// The survey of a session; none where it was not asked.
    pub fn safety(&self, session: &Retrospective) -> Option<Safety> {
        let answers = self.surveys.get(&session.id).map_or(&[][..], Vec::as_slice);
        session.survey.then(|| safety_of(answers))
    }

    /// The step that a session ended with.
    pub fn next_step(&self, session: &Retrospective) -> Option<StepLine> {
        self.steps.get(&session.next_step_id?).cloned()
    }

    /// Whether the obstacle that a topic became no longer stands in the way.
    pub fn is_settled(&self, topic: &Topic) -> bool {
        let obstacle = topic.obstacle_id.and_then(|id| self.obstacles.get(&id));
        obstacle.is_some_and(|obstacle| obstacle.state != ObstacleState::Parked)
    }
}

fn steps(
    look: &Look<'_>,
    key: [[u8; 16]; 1],
    obstacles: &BTreeMap<ObstacleId, Obstacle>,
) -> Result<BTreeMap<ExperimentId, StepLine>, CoreError> {
    let metrics = METRICS.all(look.connection, key)?;
    let metrics = metrics.into_iter().map(|row| (row.noun.id, row.noun));
    let metrics: BTreeMap<MetricId, Metric> = metrics.collect();
    let line = |stored: Stored<Experiment>| {
        let metric = stored.noun.metric_id.and_then(|id| metrics.get(&id));
        let against = stored.noun.obstacle_id.and_then(|id| obstacles.get(&id));
        let against = against.map(|obstacle| obstacle.text.clone());
        (stored.noun.id, step_with(look, stored, metric, against))
    };
    let steps = STEPS.all(look.connection, key)?;
    Ok(steps.into_iter().map(line).collect())
}
