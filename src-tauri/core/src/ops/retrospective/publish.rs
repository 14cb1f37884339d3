//! What was written in private comes into the file: in a named session under its author, in an
//! anonymous one and in the survey under nobody, one row an operation, all at the time of the
//! reveal.

use std::str::FromStr;

use kata_domain::context::Context;
use kata_domain::error::DomainError;
use kata_domain::ids::{AnswerId, ParticipantId, RetroNoteId};
use kata_domain::noun::Noun;
use kata_domain::retrospective::AnswerKind;
use kata_domain::{Answer, RetroNote, Retrospective};
use kata_wire::CoreError;
use sha2::{Digest, Sha256};

use crate::ops::{Desk, last_rank, present};
use kata_store::log::OpKind;
use kata_store::outbox::{Held, HeldKind};
use kata_store::tables;
use kata_store::write::Write;

/// What stands in the file in the place of a secret.
pub fn claim(secret: &str) -> String {
    let hash = Sha256::digest(secret.as_bytes());
    hash.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// That what is kept on this machine can be published one day: afterwards nobody could say what is
/// wrong with it, and it would stand in the way of the others.
///
/// # Errors
/// The rule that it breaks.
pub fn check(session: &Retrospective, held: &Held, context: &Context) -> Result<(), CoreError> {
    match held.kind {
        HeldKind::Note => check_publishable(note(session, held, String::new())?, context),
        HeldKind::Safety => check_publishable(answer(session, held, AnswerKind::Safety)?, context),
        HeldKind::Rating => check_publishable(answer(session, held, AnswerKind::Rating)?, context),
    }
}

fn check_publishable<N: Noun>(mut noun: N, context: &Context) -> Result<(), CoreError> {
    noun.normalise_fields()?;
    Ok(N::check(None, &mut noun, context)?)
}

/// Writes one held thing into the file, unless it stands there already.
///
/// # Errors
/// When the notes are not asked for, or what was written breaks a rule.
pub fn publish(desk: &Desk<'_>, session: &Retrospective, held: &Held) -> Result<(), CoreError> {
    let kind = OpKind(match held.kind {
        HeldKind::Note => "retro_note_publish",
        HeldKind::Safety | HeldKind::Rating => "answer_publish",
    });
    let run = |write: &mut Write<'_>| {
        let fresh = present::<Retrospective>(write, session.id.0)?.noun;
        if fresh.notes_revealed_at.is_none() {
            return Err(fresh.phase_refuses().into());
        }
        match held.kind {
            HeldKind::Note => {
                let rank = last_rank::<RetroNote>(write, fresh.id)?;
                insert(write, note(&fresh, held, rank)?)
            }
            HeldKind::Safety => insert(write, answer(&fresh, held, AnswerKind::Safety)?),
            HeldKind::Rating => insert(write, answer(&fresh, held, AnswerKind::Rating)?),
        }
    };
    let at_ms = session.notes_revealed_at.unwrap_or_default();
    let done = match is_signed(session, held.kind) {
        true => desk.store.write(kind, &desk.who, run),
        false => desk.store.write_unsigned(kind, at_ms, run),
    };
    done.map(drop)
}

/// Changes a note that is shown; none to take it back. In an anonymous session the secret says that
/// one may, in a named one the author.
///
/// # Errors
/// Not found, over, or not one's own.
pub fn change(
    desk: &Desk<'_>,
    session: &Retrospective,
    held: &Held,
    text: Option<(String, String)>,
) -> Result<(), CoreError> {
    let id: RetroNoteId = id_of(held)?;
    let signed = is_signed(session, held.kind);
    let kind = OpKind(match (signed, &text) {
        (false, _) => "retro_note_publish",
        (true, Some(_)) => "retro_note_edit",
        (true, None) => "retro_note_remove",
    });
    let run = |write: &mut Write<'_>| {
        super::open_session(write, session.id)?;
        let row = present::<RetroNote>(write, id.0)?;
        if !is_own(&row.noun, held, signed) {
            return Err(DomainError::NotYours.into());
        }
        let Some((text, moment)) = text else {
            return write.remove(row);
        };
        let mut after = row.noun.clone();
        (after.text, after.moment) = (text, moment);
        write.save(row, after, &Default::default())
    };
    let at_ms = session.notes_revealed_at.unwrap_or_default();
    let done = match signed {
        true => desk.store.write(kind, &desk.who, run),
        false => desk.store.write_unsigned(kind, at_ms, run),
    };
    done.map(drop)
}

fn is_own(note: &RetroNote, held: &Held, signed: bool) -> bool {
    match signed {
        true => {
            note.participant_id.is_some() && note.participant_id == held.participant.parse().ok()
        }
        false => note.claim == claim(&held.secret),
    }
}

fn is_signed(session: &Retrospective, kind: HeldKind) -> bool {
    kind == HeldKind::Note && !session.is_anonymous()
}

/// One that was published just before a crash stands there already.
fn insert<N: Noun>(write: &mut Write<'_>, noun: N) -> Result<(), CoreError> {
    match tables::find::<N>(write.reader(), noun.uuid())? {
        Some(_) => Ok(()),
        None => write.insert(noun),
    }
}

fn note(session: &Retrospective, held: &Held, rank: String) -> Result<RetroNote, CoreError> {
    let word = |field: &str| held.body[field].as_str().unwrap_or_default().to_owned();
    let named = !session.is_anonymous();
    let author: Option<ParticipantId> = held.participant.parse().ok();
    Ok(RetroNote {
        id: id_of(held)?,
        retrospective_id: session.id,
        prompt: word("prompt"),
        text: word("text"),
        moment: word("moment"),
        participant_id: author.filter(|_| named),
        claim: if named {
            String::new()
        } else {
            claim(&held.secret)
        },
        rank,
        ..RetroNote::default()
    })
}

fn answer(session: &Retrospective, held: &Held, kind: AnswerKind) -> Result<Answer, CoreError> {
    let scores = held.body["scores"].as_array().into_iter().flatten();
    Ok(Answer {
        id: id_of::<AnswerId>(held)?,
        retrospective_id: session.id,
        answer_kind: kind,
        claim: claim(&held.secret),
        score: held.body["score"].as_i64(),
        scores: scores.filter_map(serde_json::Value::as_i64).collect(),
        ..Answer::default()
    })
}

fn id_of<I: FromStr>(held: &Held) -> Result<I, CoreError> {
    held.id.parse().map_err(|_| CoreError::NotFound {
        id: held.id.clone(),
    })
}
