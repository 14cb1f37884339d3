//! What the ended sessions of a team have, each kind of row read once for all of them.

use std::collections::BTreeMap;

use kata_domain::ids::{ExperimentId, MetricId, ObstacleId, RetrospectiveId, TeamId};
use kata_domain::retrospective::AnswerKind;
use kata_domain::{
    Answer, Experiment, Metric, Obstacle, ObstacleState, Retrospective, Team, Topic,
};
use kata_wire::{CoreError, Safety, StepLine};

use super::answers::safety_of;
use crate::views::lines::{Look, step_with};
use kata_store::rows::Stored;
use kata_store::tables;

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
        let mut topics = BTreeMap::<_, Vec<Topic>>::new();
        for Stored { noun, .. } in tables::topic::of_ended_sessions(look.reader, team.id)? {
            if noun.merged_into_id.is_none() {
                topics.entry(noun.retrospective_id).or_default().push(noun);
            }
        }
        let surveys_only = Some(AnswerKind::Safety);
        let mut surveys = BTreeMap::<_, Vec<Stored<Answer>>>::new();
        for row in tables::answer::of_ended_sessions(look.reader, team.id, surveys_only)? {
            let session = row.noun.retrospective_id;
            surveys.entry(session).or_default().push(row);
        }
        let obstacles = tables::obstacle::of_ended_sessions(look.reader, team.id)?;
        let obstacles = obstacles.into_iter().map(|row| (row.noun.id, row.noun));
        let obstacles = obstacles.collect();
        Ok(Ended {
            topics,
            surveys,
            steps: steps(look, team.id, &obstacles)?,
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
    pub fn is_out_of_the_way(&self, topic: &Topic) -> bool {
        let obstacle = topic.obstacle_id.and_then(|id| self.obstacles.get(&id));
        obstacle.is_some_and(|obstacle| obstacle.state != ObstacleState::Parked)
    }
}

fn steps(
    look: &Look<'_>,
    team: TeamId,
    obstacles: &BTreeMap<ObstacleId, Obstacle>,
) -> Result<BTreeMap<ExperimentId, StepLine>, CoreError> {
    let metrics = tables::metric::of_agreed_steps(look.reader, team)?;
    let metrics = metrics.into_iter().map(|row| (row.noun.id, row.noun));
    let metrics: BTreeMap<MetricId, Metric> = metrics.collect();
    let line = |stored: Stored<Experiment>| {
        let metric = stored.noun.metric_id.and_then(|id| metrics.get(&id));
        let against = stored.noun.obstacle_id.and_then(|id| obstacles.get(&id));
        let against = against.map(|obstacle| obstacle.text.clone());
        (stored.noun.id, step_with(look, stored, metric, against))
    };
    let steps = tables::experiment::agreed(look.reader, team)?;
    Ok(steps.into_iter().map(line).collect())
}
