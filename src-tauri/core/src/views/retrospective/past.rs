//! The retrospectives of a team: the one being held, the prepared ones, the past ones, and what comes up
//! again and again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kata_domain::ids::RetrospectiveId;
use kata_domain::retrospective::{RetroState, title_key};
use kata_domain::{FocusProcess, Obstacle, ObstacleState, Reach, Retrospective, Team, Topic};
use schemars::JsonSchema;
use serde::Serialize;

use super::answers::{Safety, survey};
use crate::api::requests::RetrospectivesGet;
use crate::error::CoreError;
use crate::store::rows::{Select, Stored};
use crate::store::sql;
use crate::views::lines::{Item, Look, StepLine, days_since, row, step_by_id};

static SESSIONS: Select<Retrospective> = Select::new(
    "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY began_at DESC, created_at DESC, id",
);
static TOPICS: Select<Topic> = Select::new(
    "WHERE deleted_at IS NULL AND merged_into_id IS NULL AND retrospective_id = ?1
     ORDER BY rank, id",
);

/// The retrospectives of a team.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct Retrospectives {
    /// The log's sequence number this answer was read at.
    pub as_of_seq: i64,
    /// Today, by the clock of the person who looks.
    pub today: NaiveDate,
    /// The team.
    pub team: Item<Team>,
    /// Its processes, in their order.
    pub focus_processes: Vec<Item<FocusProcess>>,
    /// Those being held, newest first.
    pub running: Vec<Item<Retrospective>>,
    /// Those prepared, newest first.
    pub planned: Vec<Item<Retrospective>>,
    /// Those that ended and have the words asked for, newest first.
    pub past: Vec<PastSession>,
    /// Titles that topics had more than once, the most frequent first; and what is outside the team's
    /// reach and still open, however often.
    pub recurring: Vec<RecurringTopic>,
}

/// A retrospective that ended.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct PastSession {
    /// The session.
    pub retrospective: Item<Retrospective>,
    /// Titles of its topics.
    pub topics: Vec<String>,
    /// The step it ended with.
    pub next_step: Option<StepLine>,
    /// The survey of psychological safety, where it was asked.
    pub safety: Option<Safety>,
}

/// A topic that comes up again, or waits outside the team's reach.
#[derive(Clone, Debug, PartialEq, Serialize, JsonSchema)]
#[serde(rename_all = "camelCase")]
pub struct RecurringTopic {
    /// Its title, as it was last.
    pub title: String,
    /// The sessions it came up in, oldest first.
    pub sessions: Vec<RetrospectiveId>,
    /// The day it came up first.
    pub first_on: Option<NaiveDate>,
    /// The day it came up last.
    pub last_on: Option<NaiveDate>,
    /// Who can do something about it, as it was said last.
    pub reach: Option<Reach>,
    /// Days since it came up first, while it is outside the team's reach and not settled.
    pub waiting_days: Option<i64>,
}

/// The retrospectives of a team.
///
/// # Errors
/// When there is no such team.
pub fn list(look: &Look<'_>, request: RetrospectivesGet) -> Result<Retrospectives, CoreError> {
    static PROCESSES: Select<FocusProcess> =
        Select::new("WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY rank, id");
    let team = row::<Team>(look, request.team_id.0)?;
    let key = [*team.noun.id.0.as_bytes()];
    let sessions = SESSIONS.all(look.connection, key)?;
    let recurring = recurring(look, &sessions)?;
    let mut view = Retrospectives {
        as_of_seq: look.as_of_seq,
        today: look.today,
        focus_processes: super::items(PROCESSES.all(look.connection, key)?),
        team: team.into_item(),
        running: Vec::new(),
        planned: Vec::new(),
        past: Vec::new(),
        recurring,
    };
    let words = words(&request.text);
    for session in sessions {
        match session.noun.state {
            RetroState::Running => view.running.push(session.into_item()),
            RetroState::Planned => view.planned.push(session.into_item()),
            RetroState::Closed if has_words(look, &session.noun, &words)? => {
                view.past.push(past(look, session)?);
            }
            RetroState::Closed => {}
        }
    }
    Ok(view)
}

fn past(look: &Look<'_>, session: Stored<Retrospective>) -> Result<PastSession, CoreError> {
    let topics = TOPICS.all(look.connection, [session.noun.id.0.as_bytes()])?;
    let step = session.noun.next_step_id;
    let asked = session.noun.survey;
    Ok(PastSession {
        topics: topics.into_iter().map(|topic| topic.noun.title).collect(),
        next_step: step.map(|step| step_by_id(look, step)).transpose()?,
        safety: asked.then(|| survey(look, &session.noun)).transpose()?,
        retrospective: session.into_item(),
    })
}

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_lowercase).collect()
}

/// Whether everything that a session says has all the words.
fn has_words(
    look: &Look<'_>,
    session: &Retrospective,
    words: &[String],
) -> Result<bool, CoreError> {
    if words.is_empty() {
        return Ok(true);
    }
    let texts: Vec<String> = sql::all(
        look.connection,
        "SELECT title || ' ' || subject || ' ' || summary || ' ' || no_step_reason
           FROM retrospective WHERE id = ?1
         UNION ALL SELECT title || ' ' || notes FROM topic WHERE retrospective_id = ?1 AND deleted_at IS NULL
         UNION ALL SELECT text FROM retro_note WHERE retrospective_id = ?1 AND deleted_at IS NULL
         UNION ALL SELECT text FROM answer WHERE retrospective_id = ?1 AND deleted_at IS NULL
         UNION ALL SELECT what || ' ' || known FROM timeline_event WHERE retrospective_id = ?1 AND deleted_at IS NULL",
        [session.id.0.as_bytes()],
        |row| row.get(0),
    )?;
    let all = texts.join(" ").to_lowercase();
    Ok(words.iter().all(|word| all.contains(word)))
}

fn recurring(
    look: &Look<'_>,
    sessions: &[Stored<Retrospective>],
) -> Result<Vec<RecurringTopic>, CoreError> {
    let mut found: BTreeMap<String, RecurringTopic> = BTreeMap::new();
    let mut settled: BTreeMap<String, bool> = BTreeMap::new();
    let held = sessions
        .iter()
        .rev()
        .filter(|session| session.noun.state == RetroState::Closed);
    for session in held {
        for topic in TOPICS.all(look.connection, [session.noun.id.0.as_bytes()])? {
            let key = title_key(&topic.noun.title);
            settled.insert(key.clone(), is_settled(look, &topic.noun)?);
            came_up(found.entry(key), &session.noun, topic.noun);
        }
    }
    let mut topics: Vec<RecurringTopic> = found
        .into_iter()
        .map(|(key, topic)| waiting(look, topic, settled.get(&key) == Some(&true)))
        .filter(|topic| topic.sessions.len() > 1 || topic.waiting_days.is_some())
        .collect();
    topics.sort_by_key(|topic| (usize::MAX - topic.sessions.len(), topic.first_on));
    Ok(topics)
}

fn came_up(
    entry: std::collections::btree_map::Entry<'_, String, RecurringTopic>,
    session: &Retrospective,
    topic: Topic,
) {
    let known = entry.or_insert_with(|| RecurringTopic {
        title: String::new(),
        sessions: Vec::new(),
        first_on: session.began_on,
        last_on: None,
        reach: None,
        waiting_days: None,
    });
    known.title = topic.title;
    known.last_on = session.began_on;
    known.reach = topic.reach.or(known.reach);
    if known.sessions.last() != Some(&session.id) {
        known.sessions.push(session.id);
    }
}

fn waiting(look: &Look<'_>, topic: RecurringTopic, settled: bool) -> RecurringTopic {
    let outside = topic.reach == Some(Reach::Outside) && !settled;
    RecurringTopic {
        waiting_days: topic
            .first_on
            .filter(|_| outside)
            .map(|day| days_since(look, day)),
        ..topic
    }
}

/// Whether the obstacle that a topic became no longer stands in the way.
fn is_settled(look: &Look<'_>, topic: &Topic) -> Result<bool, CoreError> {
    let obstacle = topic.obstacle_id.map(|id| row::<Obstacle>(look, id.0));
    let obstacle = obstacle.transpose()?;
    Ok(obstacle.is_some_and(|row| row.noun.state != ObstacleState::Parked))
}
