//! Obstacles.

use kata_domain::Obstacle;
use kata_domain::ids::{FocusProcessId, RetrospectiveId, TeamId};

use super::experiment::agreed_in_ended;
use super::obstacle_review::decided_in_the_session;
use super::questions;
use super::rank::Ranked;
use super::topic::{became_in_ended, became_in_the_session, of_other_sessions};

impl Ranked for Obstacle {}

questions! { Obstacle
    /// The obstacles of a process, in its order.
    of_process(process: FocusProcessId) -> all =
        "WHERE focus_process_id = ?1 AND deleted_at IS NULL ORDER BY rank, id";

    /// The obstacles that the topics of a session became.
    of_session(session: RetrospectiveId) -> all =
        concat!("WHERE deleted_at IS NULL AND id IN ", became_in_the_session!());

    /// The obstacles of a team that came from a topic of another session, open now or decided on in
    /// this one; the one found first first.
    raised(team: TeamId, session: RetrospectiveId) -> all = concat!(
        "WHERE deleted_at IS NULL AND from_topic_id IN ", of_other_sessions!(),
        " AND (state = 'parked' OR id IN ", decided_in_the_session!(), ") ORDER BY found_on, id"
    );

    /// The obstacles that the topics of a team's ended sessions became, and those that the steps
    /// are against which they agreed on; also removed ones.
    of_ended_sessions(team: TeamId) -> all = concat!(
        "WHERE id IN ", became_in_ended!(), " OR id IN ", agreed_in_ended!("obstacle_id")
    );
}
