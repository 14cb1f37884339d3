//! The look back: each open obstacle that a retrospective brought up is kept, closed or dropped.

use kata_domain::ids::{ObstacleId, ObstacleReviewId, RetrospectiveId};
use kata_domain::retrospective::ReviewDecision;
use kata_domain::{Obstacle, ObstacleReview, ObstacleState};
use uuid::Uuid;

use super::open_session;
use crate::api::requests::{ObstacleReviewPut, Written};
use crate::error::CoreError;
use crate::ops::obstacle::settle;
use crate::ops::{Desk, present};
use crate::store::sql;
use crate::store::write::Write;

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
        settle(write, obstacle, state)?;
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
    let Some(there) = earlier(write, session, request.obstacle_id)? else {
        let id = review.id;
        write.insert(review)?;
        return Ok(id);
    };
    let row = write.load::<ObstacleReview>(there)?;
    let after = ObstacleReview {
        id: row.noun.id,
        ..review
    };
    let id = after.id;
    write.save(row, after, &Default::default())?;
    Ok(id)
}

fn earlier(
    write: &Write<'_>,
    session: RetrospectiveId,
    obstacle: ObstacleId,
) -> Result<Option<Uuid>, CoreError> {
    sql::first(
        write.connection(),
        "SELECT id FROM obstacle_review WHERE retrospective_id = ?1 AND obstacle_id = ?2
         AND deleted_at IS NULL",
        (session.0.as_bytes(), obstacle.0.as_bytes()),
        |row| row.get(0).map(Uuid::from_bytes),
    )
}
