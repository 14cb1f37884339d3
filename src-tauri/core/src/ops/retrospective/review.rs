//! The look back: each open obstacle that a retrospective brought up is kept, closed or dropped.

use kata_domain::ids::{ObstacleReviewId, RetrospectiveId};
use kata_domain::retrospective::ReviewDecision;
use kata_domain::{Obstacle, ObstacleReview, ObstacleState};
use kata_wire::{CoreError, ObstacleReviewPut, Written};
use uuid::Uuid;

use super::open_session;
use crate::ops::obstacle::move_to_state;
use crate::ops::{Desk, present};
use kata_store::tables;
use kata_store::write::Write;

/// Decides on an obstacle; the obstacle moves with the decision. Deciding again replaces it.
///
/// # Errors
/// Not found, over, or without a reason.
pub fn put(desk: &Desk<'_>, request: ObstacleReviewPut) -> Result<Written, CoreError> {
    desk.operate("obstacle_review_put", |write| {
        let session = open_session(write, request.retrospective_id)?;
        let obstacle = present::<Obstacle>(write, request.obstacle_id.0)?;
        let id = note(write, session.id, &request)?;
        let state = match request.decision {
            ReviewDecision::Kept => ObstacleState::Parked,
            ReviewDecision::Closed => ObstacleState::Cleared,
            ReviewDecision::Dropped => ObstacleState::NotAnObstacle,
        };
        move_to_state(write, obstacle, state)?;
        Ok(id.to_string())
    })
}

fn note(
    write: &mut Write<'_>,
    session: RetrospectiveId,
    request: &ObstacleReviewPut,
) -> Result<ObstacleReviewId, CoreError> {
    let review = ObstacleReview {
        id: ObstacleReviewId(Uuid::now_v7()),
        retrospective_id: session,
        obstacle_id: request.obstacle_id,
        decision: request.decision,
        reason: request.reason.clone(),
    };
    let there = tables::obstacle_review::of_obstacle(write.reader(), session, request.obstacle_id)?;
    let Some(row) = there else {
        let id = review.id;
        write.insert(review)?;
        return Ok(id);
    };
    let after = ObstacleReview {
        id: row.noun.id,
        ..review
    };
    let id = after.id;
    write.save(row, after, &Default::default())?;
    Ok(id)
}
