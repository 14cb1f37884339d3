//! Topics: notes are put to them, two become one, one becomes an obstacle.
//!
//! A topic that became a part of another one stays as a row that points on. So two people who group
//! at once lose nothing: what one puts to the topic that the other merges counts where it went.

use std::collections::BTreeMap;

use kata_domain::error::DomainError;
use kata_domain::ids::{FocusProcessId, ObstacleId, RetroNoteId, RetrospectiveId, TopicId};
use kata_domain::retrospective::roots;
use kata_domain::{FocusProcess, Obstacle, RetroNote, Retrospective, Topic, text};
use kata_wire::{
    CoreError, Move, RetroNotesGroup, TopicCreate, TopicEdit, TopicMerge, TopicObstacle, Written,
};
use uuid::Uuid;

use super::open_session;
use crate::ops::obstacle::parked_last;
use crate::ops::{Desk, last_rank, parse, present, rank_after, rank_behind, removable};
use kata_store::rows::Stored;
use kata_store::tables;
use kata_store::write::Write;

/// Makes a topic, last, and puts notes to it in the same operation.
///
/// # Errors
/// When the session is not there or over, a note is not of it, or the topic has no words.
pub fn create(desk: &Desk<'_>, request: TopicCreate) -> Result<Written, CoreError> {
    desk.operate("topic_create", |write| {
        let session = open_session(write, request.retrospective_id)?;
        let notes = still_there(write, &request.note_ids, session.id)?;
        let topic = Topic {
            id: TopicId(Uuid::now_v7()),
            retrospective_id: session.id,
            rank: last_rank::<Topic>(write, session.id)?,
            title: title(&request.title, &notes),
            ..Topic::default()
        };
        let id = topic.id;
        write.insert(topic)?;
        put(write, notes, Some(id))?;
        Ok(id.to_string())
    })
}

/// Changes a topic.
///
/// # Errors
/// Not found, or it has no words.
pub fn edit(desk: &Desk<'_>, request: TopicEdit) -> Result<Written, CoreError> {
    desk.edit::<Topic>(
        "topic_edit",
        request.id.0,
        &request.fields,
        &request.based_on,
    )
}

/// Moves it behind another one.
///
/// # Errors
/// Not found.
pub fn move_after(desk: &Desk<'_>, request: Move) -> Result<Written, CoreError> {
    let id = parse::<TopicId>(&request.id)?;
    let after = request.after.as_deref().map(parse::<TopicId>).transpose()?;
    desk.advance::<Topic>("topic_move", id, |topic, write, _| {
        let session = topic.retrospective_id.0;
        topic.rank = rank_after::<Topic>(write, session, id, after)?;
        Ok(())
    })
}

/// Makes a topic a part of another one.
///
/// # Errors
/// Not found, over, of two sessions, or one already.
pub fn merge(desk: &Desk<'_>, request: TopicMerge) -> Result<Written, CoreError> {
    desk.operate("topic_merge", |write| {
        let gone = present::<Topic>(write, request.id.0)?;
        let session = open_session(write, gone.noun.retrospective_id)?;
        let gone = of_session(write, gone.noun.id, session.id)?;
        let stays = of_session(write, request.into, session.id)?.noun.id;
        if gone.noun.id == stays {
            return Err(DomainError::SameTopic.into());
        }
        let mut after = gone.noun.clone();
        after.merged_into_id = Some(stays);
        write.save(gone, after, &Default::default())?;
        Ok(stays.to_string())
    })
}

/// Puts notes to a topic, or takes them out.
///
/// # Errors
/// Not found, over, or of two sessions.
pub fn group(desk: &Desk<'_>, request: RetroNotesGroup) -> Result<Written, CoreError> {
    desk.operate("retro_notes_group", |write| {
        let Some(first) = request.note_ids.first() else {
            return Err(DomainError::FieldEmpty { field: "note_ids" }.into());
        };
        let session = write.load::<RetroNote>(first.0)?.noun.retrospective_id;
        open_session(write, session)?;
        let topic = request.topic_id;
        let topic = topic.map(|topic| of_session(write, topic, session));
        let topic = topic.transpose()?.map(|topic| topic.noun.id);
        let notes = still_there(write, &request.note_ids, session)?;
        put(write, notes, topic)?;
        Ok(topic.map_or_else(|| first.to_string(), |topic| topic.to_string()))
    })
}

/// Makes a topic an obstacle of a process, with its notes as evidence; one that is one already
/// stays it.
///
/// # Errors
/// Not found, or no process is named.
pub fn obstacle(desk: &Desk<'_>, request: TopicObstacle) -> Result<Written, CoreError> {
    desk.operate("topic_obstacle", |write| {
        let named = present::<Topic>(write, request.id.0)?.noun;
        let topic = of_session(write, named.id, named.retrospective_id)?;
        if let Some(there) = topic.noun.obstacle_id {
            return Ok(there.to_string());
        }
        let process = match request.focus_process_id {
            Some(process) => process,
            None => process_of(write, topic.noun.retrospective_id)?,
        };
        present::<FocusProcess>(write, process.0)?;
        let obstacle = Obstacle {
            text: topic.noun.title.clone(),
            evidence: evidence(write, &topic.noun)?,
            reach: topic.noun.reach,
            from_topic_id: Some(topic.noun.id),
            ..parked_last(write, ObstacleId(Uuid::now_v7()), process)?
        };
        let id = obstacle.id;
        write.insert(obstacle)?;
        let mut after = topic.noun.clone();
        after.obstacle_id = Some(id);
        write.save(topic, after, &Default::default())?;
        Ok(id.to_string())
    })
}

removable!(Topic, TopicId, "topic_remove", "topic_restore");

/// Adds the time that a topic was on the table to it, before the table is cleared. One that was
/// removed meanwhile needs none.
pub(super) fn keep_time(write: &mut Write<'_>, session: &Retrospective) -> Result<(), CoreError> {
    let Some((topic, ran_ms)) = session.on_the_table(write.context().now_ms) else {
        return Ok(());
    };
    let Some(root) = roots_of(write, session.id)?.get(&topic).copied() else {
        return Ok(());
    };
    let row = present::<Topic>(write, root.0)?;
    let mut after = row.noun.clone();
    after.discussed_ms += ran_ms;
    write.save(row, after, &Default::default())
}

/// The topic that another one became a part of in the end, or itself.
pub(super) fn of_session(
    write: &Write<'_>,
    id: TopicId,
    session: RetrospectiveId,
) -> Result<Stored<Topic>, CoreError> {
    match roots_of(write, session)?.get(&id) {
        Some(root) => present::<Topic>(write, root.0),
        None => {
            present::<Topic>(write, id.0)?;
            Err(CoreError::NotFound { id: id.to_string() })
        }
    }
}

/// For every topic of a session the one it counts for in the end.
pub(super) fn roots_of(
    write: &Write<'_>,
    session: RetrospectiveId,
) -> Result<BTreeMap<TopicId, TopicId>, CoreError> {
    let topics = tables::topic::of_session(write.reader(), session)?;
    let topics = topics.into_iter().map(|topic| topic.noun);
    Ok(roots(topics.map(|topic| (topic.id, topic.merged_into_id))))
}

fn title(title: &str, notes: &[Stored<RetroNote>]) -> String {
    match (title.trim(), notes.first()) {
        ("", Some(first)) => first.noun.text.chars().take(text::TITLE_LIMIT).collect(),
        (title, _) => title.to_owned(),
    }
}

/// Of several notes those that nobody took back meanwhile; of one alone it is said.
fn still_there(
    write: &Write<'_>,
    notes: &[RetroNoteId],
    session: RetrospectiveId,
) -> Result<Vec<Stored<RetroNote>>, CoreError> {
    let mut there = Vec::with_capacity(notes.len());
    for id in notes {
        let note = match present::<RetroNote>(write, id.0) {
            Err(CoreError::Removed { .. }) if notes.len() > 1 => continue,
            note => note?,
        };
        if note.noun.retrospective_id != session {
            return Err(CoreError::NotFound { id: id.to_string() });
        }
        there.push(note);
    }
    Ok(there)
}

fn put(
    write: &mut Write<'_>,
    notes: Vec<Stored<RetroNote>>,
    topic: Option<TopicId>,
) -> Result<(), CoreError> {
    for note in notes {
        let mut after = note.noun.clone();
        after.topic_id = topic;
        if let Some(topic) = topic {
            let last = tables::retro_note::last_rank_in(write.reader(), topic)?;
            after.rank = rank_behind(last.as_deref())?;
        }
        write.save(note, after, &Default::default())?;
    }
    Ok(())
}

fn process_of(write: &Write<'_>, session: RetrospectiveId) -> Result<FocusProcessId, CoreError> {
    let session = open_session(write, session)?;
    let missing = DomainError::FieldEmpty {
        field: "focus_process_id",
    };
    Ok(session.focus_process_id.ok_or(missing)?)
}

/// The topic's notes, one a line.
fn evidence(write: &Write<'_>, topic: &Topic) -> Result<String, CoreError> {
    let session = topic.retrospective_id;
    let roots = roots_of(write, session)?;
    let notes = tables::retro_note::of_session(write.reader(), session)?;
    let of_topic =
        |note: &RetroNote| note.topic_id.and_then(|put| roots.get(&put)) == Some(&topic.id);
    let lines = notes
        .iter()
        .map(|note| &note.noun)
        .filter(|note| of_topic(note));
    let lines = lines.map(|note| format!("- {}", note.text.replace('\n', " ")));
    Ok(lines.collect::<Vec<_>>().join("\n"))
}
