//! Votes: written by nobody, under the random token of a seat. What one token may place is counted
//! over all topics, in the transaction that writes it.

use kata_domain::error::DomainError;
use kata_domain::ids::{TopicId, VoteId};
use kata_domain::retrospective::Phase;
use kata_domain::{Retrospective, Vote};
use kata_wire::CoreError;
use uuid::Uuid;

use super::{open_session, topic};
use crate::ops::Desk;
use kata_store::log::OpKind;
use kata_store::rows::Stored;
use kata_store::tables;
use kata_store::write::Write;

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
    let votes = tables::vote::of_token(write.reader(), session.id, token.to_owned())?;
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
    let topics = tables::topic::of_session(write.reader(), session.id)?.into_iter();
    let standing = topics.filter(|topic| topic.noun.merged_into_id.is_none());
    Ok(session.votes_each(standing.count()))
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
