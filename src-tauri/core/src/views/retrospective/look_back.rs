//! The look back: last time's step turned over, and the open obstacles that retrospectives brought up.

use chrono::NaiveDate;
use kata_domain::{Obstacle, ObstacleReview, Retrospective, Topic};
use schemars::JsonSchema;
use serde::Serialize;

use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::views::lines::{Item, Look, StepLine, days_since, row, step_by_id};

/// Obstacles of the team that came from a topic of an earlier session, open when this one began or
/// decided on in it.
static RAISED: Select<Obstacle> = Select::new(
    "WHERE deleted_at IS NULL AND from_topic_id IN (SELECT t.id FROM topic t JOIN retrospective r
       ON r.id = t.retrospective_id WHERE r.team_id = ?1 AND r.id <> ?2)
     AND (state = 'parked' OR id IN (SELECT obstacle_id FROM obstacle_review
       WHERE retrospective_id = ?2 AND deleted_at IS NULL))
     ORDER BY found_on, id",
);

/// What the group looks back on.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct LookBack {
    /// The last retrospective; none where this is the first.
    pub previous: Option<Item<Retrospective>>,
    /// The step it ended with: sealed prediction, what came out, the gap.
    pub step: Option<StepLine>,
    /// Open obstacles that came from retrospectives, oldest first.
    pub obstacles: Vec<OpenObstacle>,
}

/// An obstacle that a retrospective brought up.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct OpenObstacle {
    /// The obstacle.
    pub obstacle: Item<Obstacle>,
    /// The day it was raised.
    pub raised_on: Option<NaiveDate>,
    /// Days it has been waiting.
    pub waiting_days: Option<i64>,
    /// What was decided on it in this session.
    pub review: Option<Item<ObstacleReview>>,
}

pub(super) fn get(
    look: &Look<'_>,
    session: &Retrospective,
    reviews: Vec<Stored<ObstacleReview>>,
) -> Result<LookBack, CoreError> {
    let previous = session.previous_id;
    let previous = previous.map(|previous| row::<Retrospective>(look, previous.0));
    let previous = previous.transpose()?;
    let step = previous.as_ref().and_then(|row| row.noun.next_step_id);
    let key = (session.team_id.0.as_bytes(), session.id.0.as_bytes());
    let raised = RAISED.all(look.connection, key)?;
    Ok(LookBack {
        step: step.map(|step| step_by_id(look, step)).transpose()?,
        previous: previous.map(Stored::into_item),
        obstacles: raised
            .into_iter()
            .map(|obstacle| open(look, obstacle, &reviews))
            .collect::<Result<_, _>>()?,
    })
}

fn open(
    look: &Look<'_>,
    obstacle: Stored<Obstacle>,
    reviews: &[Stored<ObstacleReview>],
) -> Result<OpenObstacle, CoreError> {
    let review = reviews
        .iter()
        .find(|review| review.noun.obstacle_id == obstacle.noun.id);
    let raised_on = raised_on(look, &obstacle.noun)?;
    Ok(OpenObstacle {
        raised_on,
        waiting_days: raised_on.map(|day| days_since(look, day)),
        review: review.map(|review| review.clone().into_item()),
        obstacle: obstacle.into_item(),
    })
}

/// The day of the session that brought it up; the day it was found where that does not say.
fn raised_on(look: &Look<'_>, obstacle: &Obstacle) -> Result<Option<NaiveDate>, CoreError> {
    let Some(topic) = obstacle.from_topic_id else {
        return Ok(obstacle.found_on);
    };
    let topic = row::<Topic>(look, topic.0)?.noun;
    let session = row::<Retrospective>(look, topic.retrospective_id.0)?.noun;
    Ok(session.began_on.or(obstacle.found_on))
}
