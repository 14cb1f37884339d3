//! Topics with their notes and votes.

use std::collections::BTreeMap;

use kata_domain::ids::{ObstacleId, RetroNoteId, TopicId};
use kata_domain::retrospective::{roots, similar_notes};
use kata_domain::{Obstacle, Participant, RetroNote, Retrospective, Topic, Vote};
use kata_store::rows::Stored;
use kata_store::tables;
use kata_wire::{CoreError, Item, NoteLine, TopicLine};

use super::earlier;
use crate::views::lines::Look;

const MINUTE_MS: i64 = 60_000;

/// A note and the topic it counts for.
pub(super) struct Placed {
    /// The note.
    pub stored: Stored<RetroNote>,
    /// The topic in the end.
    pub topic: Option<TopicId>,
}

/// The topics of a session, and for every one the topic it counts for in the end.
pub(super) struct Wall {
    topics: Vec<Stored<Topic>>,
    roots: BTreeMap<TopicId, TopicId>,
}

/// The topics of a session.
pub(super) fn wall(look: &Look<'_>, session: &Retrospective) -> Result<Wall, CoreError> {
    let topics = tables::topic::of_session(look.reader, session.id)?;
    let links = topics
        .iter()
        .map(|topic| (topic.noun.id, topic.noun.merged_into_id));
    Ok(Wall {
        roots: roots(links),
        topics,
    })
}

/// The notes in the file: none before they were asked for. Those that were published before that
/// was taken back stay: people have read them.
pub(super) fn shown_notes(
    look: &Look<'_>,
    session: &Retrospective,
    wall: &Wall,
) -> Result<Vec<Placed>, CoreError> {
    let notes = tables::retro_note::of_session(look.reader, session.id)?;
    let placed = notes.into_iter().map(|stored| Placed {
        topic: stored
            .noun
            .topic_id
            .and_then(|topic| wall.roots.get(&topic).copied()),
        stored,
    });
    Ok(placed.collect())
}

/// The topics that stand for themselves, with their notes and what they got.
pub(super) fn lines(
    look: &Look<'_>,
    session: &Retrospective,
    wall: Wall,
    notes: &[Placed],
) -> Result<Vec<TopicLine>, CoreError> {
    let Wall { topics, roots } = wall;
    let votes = match session.votes_revealed_at {
        Some(_) => Some(counted(look, session, &roots, |_| true)?),
        None => None,
    };
    let discussed = discussed_ms(&topics, &roots);
    let earlier = match topics.is_empty() {
        true => Vec::new(),
        false => earlier::read(look, session)?,
    };
    let became = became(look, session)?;
    let own = topics
        .into_iter()
        .filter(|topic| roots.get(&topic.noun.id) == Some(&topic.noun.id));
    let line = |(topic, number): (Stored<Topic>, usize)| {
        let id = topic.noun.id;
        let of_topic = notes.iter().filter(|note| note.topic == Some(id));
        let got = |votes: &BTreeMap<TopicId, i64>| votes.get(&id).copied().unwrap_or(0);
        TopicLine {
            number,
            note_ids: of_topic.map(|note| note.stored.noun.id).collect(),
            votes: votes.as_ref().map(got),
            place: None,
            tied: false,
            discussed_minutes: rounded_minutes(discussed.get(&id).copied().unwrap_or_default()),
            before: earlier::of_title(&earlier, &topic.noun.title),
            obstacle: topic
                .noun
                .obstacle_id
                .and_then(|id| became.get(&id).cloned()),
            topic: topic.into_item(),
        }
    };
    let mut lines: Vec<TopicLine> = own.zip(1..).map(line).collect();
    placed_by_votes(&mut lines);
    Ok(lines)
}

/// The obstacles that the topics of a session became.
fn became(
    look: &Look<'_>,
    session: &Retrospective,
) -> Result<BTreeMap<ObstacleId, Item<Obstacle>>, CoreError> {
    let obstacles = tables::obstacle::of_session(look.reader, session.id)?;
    let obstacles = obstacles.into_iter().map(Stored::into_item);
    Ok(obstacles.map(|item| (item.noun.id, item)).collect())
}

/// The votes under a token, each on the topic it counts for; those on removed topics are left out.
pub fn of_token(
    look: &Look<'_>,
    session: &Retrospective,
    token: &str,
) -> Result<BTreeMap<TopicId, i64>, CoreError> {
    let roots = wall(look, session)?.roots;
    let mut votes = counted(look, session, &roots, |vote| vote.token == token)?;
    votes.retain(|_, count| *count > 0);
    Ok(votes)
}

/// The notes with their topics and authors.
pub(super) fn note_lines(
    notes: Vec<Placed>,
    participants: &[Stored<Participant>],
) -> Vec<NoteLine> {
    let name = |note: &RetroNote| {
        let author = note.participant_id?;
        let found = participants.iter().find(|one| one.noun.id == author);
        found.map(|one| one.noun.name.clone())
    };
    let line = |placed: Placed| NoteLine {
        author: name(&placed.stored.noun),
        topic_id: placed.topic,
        note: placed.stored.into_item(),
    };
    notes.into_iter().map(line).collect()
}

/// Loose notes that may belong together, by their words.
pub(super) fn suggested(loose: &[&RetroNote]) -> Vec<Vec<RetroNoteId>> {
    let texts: Vec<&str> = loose.iter().map(|note| note.text.as_str()).collect();
    let ids = |group: Vec<usize>| group.into_iter().map(|at| loose[at].id).collect();
    similar_notes(&texts).into_iter().map(ids).collect()
}

fn counted(
    look: &Look<'_>,
    session: &Retrospective,
    roots: &BTreeMap<TopicId, TopicId>,
    counts: impl Fn(&Vote) -> bool,
) -> Result<BTreeMap<TopicId, i64>, CoreError> {
    let mut counted = BTreeMap::new();
    for vote in tables::vote::of_session(look.reader, session.id)? {
        let root = roots.get(&vote.noun.topic_id);
        if let Some(root) = root.filter(|_| counts(&vote.noun)) {
            *counted.entry(*root).or_default() += vote.noun.count;
        }
    }
    Ok(counted)
}

/// The time of a topic and of those that became a part of it.
fn discussed_ms(
    topics: &[Stored<Topic>],
    roots: &BTreeMap<TopicId, TopicId>,
) -> BTreeMap<TopicId, i64> {
    let mut discussed = BTreeMap::new();
    for topic in topics {
        if let Some(root) = roots.get(&topic.noun.id) {
            *discussed.entry(*root).or_default() += topic.noun.discussed_ms;
        }
    }
    discussed
}

fn rounded_minutes(ms: i64) -> i64 {
    (ms + MINUTE_MS / 2) / MINUTE_MS
}

fn placed_by_votes(lines: &mut [TopicLine]) {
    let all: Vec<i64> = lines.iter().filter_map(|line| line.votes).collect();
    for line in lines {
        let Some(votes) = line.votes else { continue };
        line.place = Some(1 + all.iter().filter(|other| **other > votes).count());
        line.tied = votes > 0 && all.iter().filter(|other| **other == votes).count() > 1;
    }
}
