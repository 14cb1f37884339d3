//! The retrospectives of a team: the one being held, the prepared ones, the past ones, and what comes up
//! again and again.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use kata_domain::ids::RetrospectiveId;
use kata_domain::retrospective::{RetroState, title_key};
use kata_domain::{FocusProcess, Reach, Retrospective, Team, Topic};
use schemars::JsonSchema;
use serde::Serialize;

use super::answers::Safety;
use super::ended::Ended;
use super::said::Said;
use crate::api::requests::RetrospectivesGet;
use crate::error::CoreError;
use crate::outbox::search::Piece;
use crate::store::rows::{Select, Stored};
use crate::views::lines::{Item, Look, StepLine, days_since, row};

static SESSIONS: Select<Retrospective> = Select::new(
    "WHERE team_id = ?1 AND deleted_at IS NULL ORDER BY began_at DESC, created_at DESC, id",
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
    /// The text in which the words asked for were found, in pieces; none without words, or where what the
    /// list shows has them.
    pub found_in: Option<Vec<Piece>>,
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
    let ended = Ended::read(look, &team.noun)?;
    let said = Said::read(look, &team.noun, &request.text)?;
    let mut view = Retrospectives {
        as_of_seq: look.as_of_seq,
        today: look.today,
        focus_processes: super::items(PROCESSES.all(look.connection, key)?),
        team: team.into_item(),
        running: Vec::new(),
        planned: Vec::new(),
        past: Vec::new(),
        recurring: recurring(look, &sessions, &ended),
    };
    for session in sessions {
        match session.noun.state {
            RetroState::Running => view.running.push(session.into_item()),
            RetroState::Planned => view.planned.push(session.into_item()),
            RetroState::Closed if said.finds(&session.noun) => {
                view.past.push(past(&ended, &said, session));
            }
            RetroState::Closed => {}
        }
    }
    Ok(view)
}

fn past(ended: &Ended, said: &Said, session: Stored<Retrospective>) -> PastSession {
    let topics = ended.topics(&session.noun).iter();
    PastSession {
        topics: topics.map(|topic| topic.title.clone()).collect(),
        next_step: ended.next_step(&session.noun),
        safety: ended.safety(&session.noun),
        found_in: said.found_in(&session.noun),
        retrospective: session.into_item(),
    }
}

fn recurring(
    look: &Look<'_>,
    sessions: &[Stored<Retrospective>],
    ended: &Ended,
) -> Vec<RecurringTopic> {
    let mut found: BTreeMap<String, RecurringTopic> = BTreeMap::new();
    let mut settled: BTreeMap<String, bool> = BTreeMap::new();
    let held = sessions
        .iter()
        .rev()
        .filter(|session| session.noun.state == RetroState::Closed);
    for session in held {
        for topic in ended.topics(&session.noun) {
            let key = title_key(&topic.title);
            settled.insert(key.clone(), ended.is_settled(topic));
            came_up(found.entry(key), &session.noun, topic);
        }
    }
    let mut topics: Vec<RecurringTopic> = found
        .into_iter()
        .map(|(key, topic)| waiting(look, topic, settled.get(&key) == Some(&true)))
        .filter(|topic| topic.sessions.len() > 1 || topic.waiting_days.is_some())
        .collect();
    topics.sort_by_key(|topic| (usize::MAX - topic.sessions.len(), topic.first_on));
    topics
}

fn came_up(
    entry: std::collections::btree_map::Entry<'_, String, RecurringTopic>,
    session: &Retrospective,
    topic: &Topic,
) {
    let known = entry.or_insert_with(|| RecurringTopic {
        title: String::new(),
        sessions: Vec::new(),
        first_on: session.began_on,
        last_on: None,
        reach: None,
        waiting_days: None,
    });
    known.title.clone_from(&topic.title);
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
