//! Votes: written by nobody, under the random token of a seat. What one token may place is counted over
//! all topics, in the transaction that writes it.

use kata_domain::error::DomainError;
use kata_domain::ids::{TopicId, VoteId};
use kata_domain::retrospective::Phase;
use kata_domain::{Retrospective, Vote};
use uuid::Uuid;

use super::{open_session, topic};
use crate::error::CoreError;
use crate::ops::Desk;
use crate::store::log::OpKind;
use crate::store::rows::{Select, Stored};
use crate::store::sql;
use crate::store::write::Write;

static OF_TOKEN: Select<Vote> =
    Select::new("WHERE retrospective_id = ?1 AND token = ?2 AND deleted_at IS NULL ORDER BY id");

/// Votes in a row, and the topic they count for; none where that was removed.
type Counted = (Stored<Vote>, Option<TopicId>);

/// Places so many votes of a token on a topic, in the place of those it has there.
///
/// # Errors
/// When votes are not asked for now, or there are more than the budget or the topic's limit.
pub fn set(
    desk: &Desk<'_>,
    session: &Retrospective,
    token: &str,
    topic_id: TopicId,
    count: i64,
) -> Result<(), CoreError> {
    // A time that says nothing: the same for every vote.
    let at_ms = session.began_at.unwrap_or_default();
    let kind = OpKind("vote_set");
    let done = desk.store.write_unsigned(kind, at_ms, |write| {
        let session = open_session(write, session.id)?;
        session.expect_in(Phase::Vote)?;
        let root = topic::of_session(write, topic_id, session.id)?.noun.id;
        let votes = of_token(write, &session, token)?;
        expect_within(write, &session, &votes, root, count)?;
        place(write, &session, token, votes, (root, count))
    });
    done.map(drop)
}

/// The votes of a token, each with the topic it counts for; those on removed topics count for none.
fn of_token(
    write: &Write<'_>,
    session: &Retrospective,
    token: &str,
) -> Result<Vec<Counted>, CoreError> {
    let votes = OF_TOKEN.all(write.connection(), (session.id.0.as_bytes(), token))?;
    let roots = topic::roots_of(write, session.id)?;
    let root = |vote: &Stored<Vote>| roots.get(&vote.noun.topic_id).copied();
    Ok(votes
        .into_iter()
        .map(|vote| (root(&vote), vote))
        .map(|(root, vote)| (vote, root))
        .collect())
}

fn expect_within(
    write: &Write<'_>,
    session: &Retrospective,
    votes: &[Counted],
    root: TopicId,
    count: i64,
) -> Result<(), CoreError> {
    if count > session.vote_limit {
        let limit = session.vote_limit;
        return Err(DomainError::VotesSpent { limit }.into());
    }
    let limit = budget(write, session)?;
    let elsewhere = votes
        .iter()
        .filter(|(_, at)| at.is_some_and(|at| at != root));
    let placed: i64 = elsewhere.map(|(vote, _)| vote.noun.count).sum();
    match count > 0 && placed + count > limit {
        true => Err(DomainError::VotesSpent { limit }.into()),
        false => Ok(()),
    }
}

fn budget(write: &Write<'_>, session: &Retrospective) -> Result<i64, CoreError> {
    let topics: i64 = sql::one(
        write.connection(),
        "SELECT count(*) FROM topic WHERE retrospective_id = ?1 AND deleted_at IS NULL
           AND merged_into_id IS NULL",
        [session.id.0.as_bytes()],
        |row| row.get(0),
    )?;
    let topics = usize::try_from(topics).unwrap_or_default();
    Ok(session.votes_each(topics))
}

/// What stood on parts of the topic before they were merged goes into the one row.
fn place(
    write: &mut Write<'_>,
    session: &Retrospective,
    token: &str,
    votes: Vec<Counted>,
    (root, count): (TopicId, i64),
) -> Result<(), CoreError> {
    let mut placed = false;
    for (vote, _) in votes.into_iter().filter(|(_, at)| *at == Some(root)) {
        let mut after = vote.noun.clone();
        after.count = if placed { 0 } else { count };
        placed = true;
        write.save(vote, after, &Default::default())?;
    }
    match placed || count == 0 {
        true => Ok(()),
        false => write.insert(Vote {
            id: VoteId(Uuid::new_v4()),
            retrospective_id: session.id,
            topic_id: root,
            token: token.to_owned(),
            count,
        }),
    }
}
