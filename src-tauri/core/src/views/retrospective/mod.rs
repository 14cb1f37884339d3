//! A retrospective as its screens show it: the session, its people, what was written, and what of it is
//! still hidden. Nothing here says who wrote an anonymous note, or what somebody voted.

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

mod answers;
mod earlier;
mod ended;
mod look_back;
mod past;
mod said;
mod topics;

pub(crate) use answers::came_in_from;
pub use answers::{AnswerLine, Answers, Safety};
pub use earlier::Earlier;
pub use look_back::{LookBack, OpenObstacle};
pub use past::{PastSession, RecurringTopic, Retrospectives, list};
pub(crate) use topics::of_token;
pub use topics::{NoteLine, TopicLine};

use chrono::NaiveDate;
use kata_domain::ids::PersonId;
use kata_domain::retrospective::Phase;
use kata_domain::{
    FocusProcess, ObstacleReview, Participant, Person, RetroNote, Retrospective, Team,
    TimelineEvent,
};
use schemars::JsonSchema;
use serde::Serialize;

use super::lines::{Item, Look, MemberLine, StepLine, members, row, step_by_id};
use crate::api::requests::RetrospectiveGet;
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};

static PARTICIPANTS: Select<Participant> =
    Select::new("WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY created_at, id");
static EVENTS: Select<TimelineEvent> =
    Select::new("WHERE retrospective_id = ?1 AND deleted_at IS NULL ORDER BY rank, id");
static REVIEWS: Select<ObstacleReview> =
    Select::new("WHERE retrospective_id = ?1 AND deleted_at IS NULL");

/// One retrospective.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RetrospectiveView {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// People of the team.
    pub members: Vec<MemberLine>,
    /// The session.
    pub retrospective: Item<Retrospective>,
    /// The process its obstacles and its next step go to.
    pub focus_process: Option<Item<FocusProcess>>,
    /// Who leads it.
    pub facilitator: Option<String>,
    /// The phases now; none before it begins and after it ended.
    pub phases_now: Vec<Phase>,
    /// Who takes part, in the order in which they came.
    pub participants: Vec<ParticipantLine>,
    /// Last time's step, and the open obstacles that retrospectives brought up.
    pub look_back: LookBack,
    /// What happened, in its order.
    pub timeline: Vec<Item<TimelineEvent>>,
    /// The notes that are shown; none before they were asked for.
    pub notes: Vec<NoteLine>,
    /// Topics in their order, those that became a part of another one left out.
    pub topics: Vec<TopicLine>,
    /// Notes that may belong together, by their words; nothing is done with them by itself.
    pub suggested_groups: Vec<Vec<kata_domain::ids::RetroNoteId>>,
    /// How votes are placed.
    pub votes: Voting,
    /// What people answered.
    pub answers: Answers,
    /// The step it ended with, or is about to end with.
    pub next_step: Option<StepLine>,
    /// Name of who runs that step.
    pub runs_next_step: Option<String>,
}

/// Somebody who takes part.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct ParticipantLine {
    /// The participant.
    pub participant: Item<Participant>,
    /// Whether they are ready with the phase now.
    pub ready: bool,
}

/// How votes are placed.
#[derive(Clone, Copy, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Voting {
    /// Votes of each participant.
    pub budget: i64,
    /// Whether the budget is what the topics suggest.
    pub suggested: bool,
    /// Votes on one topic at most.
    pub limit: i64,
    /// Whether they are hidden.
    pub hidden: bool,
    /// Votes placed by everybody; none while they are hidden.
    pub placed: Option<i64>,
}

/// One retrospective.
///
/// # Errors
/// When there is no such retrospective.
pub fn get(look: &Look<'_>, request: RetrospectiveGet) -> Result<RetrospectiveView, CoreError> {
    let session = row::<Retrospective>(look, request.id.0)?;
    let noun = session.noun.clone();
    let key = [noun.id.0.as_bytes()];
    let wall = topics::wall(look, &noun)?;
    let notes = topics::shown_notes(look, &noun, &wall)?;
    let participants = PARTICIPANTS.all(look.connection, key)?;
    let topics = topics::lines(look, &noun, wall, &notes)?;
    let hidden = noun.votes_revealed_at.is_none();
    let process = noun.focus_process_id;
    let process = process.map(|process| row::<FocusProcess>(look, process.0));
    let loose = loose(&notes);
    let next_step = next_step(look, &noun)?;
    let runs_next_step = next_step
        .as_ref()
        .and_then(|step| step.experiment.noun.run_by);
    Ok(RetrospectiveView {
        as_of_seq: look.as_of_seq,
        today: look.today,
        team: row::<Team>(look, noun.team_id.0)?.into_item(),
        members: members(look, noun.team_id.0)?,
        focus_process: process.transpose()?.map(Stored::into_item),
        facilitator: name_of(look, noun.facilitator_id)?,
        phases_now: noun.phases_now().iter().map(|now| now.phase).collect(),
        look_back: look_back::get(look, &noun, REVIEWS.all(look.connection, key)?)?,
        timeline: items(EVENTS.all(look.connection, key)?),
        suggested_groups: topics::suggested(&loose),
        votes: Voting {
            budget: noun.votes_each(topics.len()),
            suggested: noun.vote_budget.is_none(),
            limit: noun.vote_limit,
            hidden,
            placed: (!hidden).then(|| topics.iter().filter_map(|topic| topic.votes).sum()),
        },
        answers: answers::get(look, &noun, &participants)?,
        runs_next_step: name_of(look, runs_next_step)?,
        next_step,
        notes: topics::note_lines(notes, &participants),
        topics,
        participants: participants
            .into_iter()
            .map(|participant| participant_line(&noun, participant))
            .collect(),
        retrospective: session.into_item(),
    })
}

fn items<N: kata_domain::noun::Noun>(rows: Vec<Stored<N>>) -> Vec<Item<N>> {
    rows.into_iter().map(Stored::into_item).collect()
}

fn name_of(look: &Look<'_>, person: Option<PersonId>) -> Result<Option<String>, CoreError> {
    let person = person.map(|person| row::<Person>(look, person.0));
    Ok(person.transpose()?.map(|person| person.noun.name))
}

fn participant_line(session: &Retrospective, stored: Stored<Participant>) -> ParticipantLine {
    ParticipantLine {
        ready: stored.noun.ready_at_phase == Some(session.at_phase),
        participant: stored.into_item(),
    }
}

/// Notes that are put to no topic.
fn loose(notes: &[topics::Placed]) -> Vec<&RetroNote> {
    let loose = notes.iter().filter(|note| note.topic.is_none());
    loose.map(|note| &note.stored.noun).collect()
}

fn next_step(look: &Look<'_>, session: &Retrospective) -> Result<Option<StepLine>, CoreError> {
    let step = session.next_step_id;
    step.map(|step| step_by_id(look, step)).transpose()
}
