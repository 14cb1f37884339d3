//! The retrospectives of a team: the one being held, the prepared ones, the past ones, and what
//! comes up again and again.

use std::collections::BTreeMap;

use kata_domain::retrospective::{RetroState, title_key};
use kata_domain::{Reach, Retrospective, Team, Topic};
use kata_wire::{CoreError, PastSession, RecurringTopic, Retrospectives, RetrospectivesGet};

use super::ended::Ended;
use super::said::Said;
use crate::views::lines::{Look, days_since, row};
use crate::views::part::Part;
use kata_store::rows::Stored;
use kata_store::tables;

/// The retrospectives of a team; of the past ones all, or the part that is asked for.
///
/// # Errors
/// When there is no such team.
pub fn list(look: &Look<'_>, request: RetrospectivesGet) -> Result<Retrospectives, CoreError> {
    let team = row::<Team>(look, request.team_id.0)?;
    let sessions = tables::retrospective::of_team(look.reader, team.noun.id)?;
    let ended = Ended::read(look, &team.noun)?;
    let said = Said::read(look, &team.noun, &sessions, &request.text)?;
    let part = Part::new(request.offset, request.limit);
    let mut found = Vec::new();
    let mut view = Retrospectives {
        as_of_seq: look.as_of_seq,
        today: look.today,
        focus_processes: super::items(tables::focus_process::of_team(look.reader, team.noun.id)?),
        team: team.into_item(),
        running: Vec::new(),
        planned: Vec::new(),
        total: 0,
        offset: part.offset,
        past: Vec::new(),
        recurring: recurring(look, &sessions, &ended),
    };
    for session in sessions {
        match session.noun.state {
            RetroState::Running => view.running.push(session.into_item()),
            RetroState::Planned => view.planned.push(session.into_item()),
            RetroState::Closed if said.finds(&session.noun) => found.push(session),
            RetroState::Closed => {}
        }
    }
    view.total = found.len();
    let line = |session| past(&ended, &said, session);
    view.past = part.of(found).into_iter().map(line).collect();
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
            settled.insert(key.clone(), ended.is_out_of_the_way(topic));
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
