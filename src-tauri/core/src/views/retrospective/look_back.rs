//! The look back: last time's step turned over, and the open obstacles that retrospectives brought
//! up.

use chrono::NaiveDate;
use kata_domain::{Obstacle, ObstacleReview, Retrospective, Topic};
use kata_wire::{CoreError, LookBack, OpenObstacle};

use crate::views::lines::{Look, days_since, row, step_by_id};
use kata_store::rows::Stored;
use kata_store::tables;

pub(super) fn get(look: &Look<'_>, session: &Retrospective) -> Result<LookBack, CoreError> {
    let reviews = tables::obstacle_review::of_session(look.reader, session.id)?;
    let previous = session.previous_id;
    let previous = previous.map(|previous| row::<Retrospective>(look, previous.0));
    let previous = previous.transpose()?;
    let step = previous.as_ref().and_then(|row| row.noun.next_step_id);
    let raised = tables::obstacle::raised(look.reader, session.team_id, session.id)?;
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
