//! What the ended sessions of a team have, each kind of row read once for all of them.

use std::collections::BTreeMap;

use kata_domain::ids::{ExperimentId, MetricId, ObstacleId, RetrospectiveId};
use kata_domain::{
    Answer, Experiment, Metric, Obstacle, ObstacleState, Retrospective, Team, Topic,
};
use uuid::Uuid;

use super::answers::{Safety, safety_of};
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::store::sql;
use crate::views::lines::{Look, StepLine, step_with};

/// A condition on the sessions, with what stands before and after it.
macro_rules! of_ended {
    ($before:literal, $id:literal, $after:literal) => {
        concat!(
            $before,
            " IN (SELECT ",
            $id,
            " FROM retrospective WHERE team_id = ?1 AND state = 'closed' AND deleted_at IS NULL)",
            $after
        )
    };
}

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

/// Everything that the sessions say, a text a row.
const TEXTS: &str = concat!(
    of_ended!(
        "SELECT id, title || ' ' || subject || ' ' || summary || ' ' || no_step_reason
           FROM retrospective WHERE id",
        "id",
        ""
    ),
    of_ended!(
        " UNION ALL SELECT retrospective_id, title || ' ' || notes FROM topic
           WHERE deleted_at IS NULL AND retrospective_id",
        "id",
        ""
    ),
    of_ended!(
        " UNION ALL SELECT retrospective_id, text FROM retro_note
           WHERE deleted_at IS NULL AND retrospective_id",
        "id",
        ""
    ),
    of_ended!(
        " UNION ALL SELECT retrospective_id, text FROM answer
           WHERE deleted_at IS NULL AND retrospective_id",
        "id",
        ""
    ),
    of_ended!(
        " UNION ALL SELECT retrospective_id, what || ' ' || known FROM timeline_event
           WHERE deleted_at IS NULL AND retrospective_id",
        "id",
        ""
    )
);

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

/// Words that are looked for in the ended sessions.
pub(super) struct Search {
    words: Vec<String>,
    /// All that a session says, in small letters.
    texts: BTreeMap<RetrospectiveId, String>,
}

impl Search {
    /// Reads what the words are looked for in; without a word there is nothing to read.
    ///
    /// # Errors
    /// What SQLite says.
    pub fn read(look: &Look<'_>, team: &Team, text: &str) -> Result<Search, CoreError> {
        let words: Vec<String> = text.split_whitespace().map(str::to_lowercase).collect();
        let mut texts = BTreeMap::<_, String>::new();
        if words.is_empty() {
            return Ok(Search { words, texts });
        }
        let rows = sql::all(look.connection, TEXTS, [team.id.0.as_bytes()], |row| {
            let session = RetrospectiveId(Uuid::from_bytes(row.get(0)?));
            Ok((session, row.get::<_, String>(1)?))
        })?;
        for (session, text) in rows {
            let all = texts.entry(session).or_default();
            all.push(' ');
            all.push_str(&text.to_lowercase());
        }
        Ok(Search { words, texts })
    }

    /// Whether everything that a session says has all the words.
    pub fn finds(&self, session: &Retrospective) -> bool {
        let all = self.texts.get(&session.id).map_or("", String::as_str);
        self.words.iter().all(|word| all.contains(word.as_str()))
    }
}
