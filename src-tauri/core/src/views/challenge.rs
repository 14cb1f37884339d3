//! The challenges around that of a focus process: those of the board among which the level above is
//! chosen (chain of coaching), and its own that were closed and can be taken up again.

use std::collections::BTreeMap;

use kata_domain::ids::ChallengeId;
use kata_domain::{Challenge, ChallengeStatus};
use kata_store::tables::{self, challenge::Level};
use kata_wire::{ChallengeLine, Challenges, ChallengesGet, ClosedChallenge, CoreError};

use super::lines::Look;

/// The challenges around that of a focus process.
///
/// # Errors
/// What SQLite says.
pub fn get(look: &Look<'_>, request: ChallengesGet) -> Result<Challenges, CoreError> {
    let process = request.focus_process_id;
    let own = tables::challenge::active_of(look.reader, process)?;
    let over = tables::challenge::over_of(look.reader, process)?;
    Ok(Challenges {
        as_of_seq: look.as_of_seq,
        above: match own {
            Some(own) => above(look, &own.noun)?,
            None => Vec::new(),
        },
        closed: over
            .into_iter()
            .map(|row| ClosedChallenge {
                id: row.noun.id,
                statement: row.noun.statement,
                status: row.noun.status,
            })
            .collect(),
    })
}

fn above(look: &Look<'_>, own: &Challenge) -> Result<Vec<ChallengeLine>, CoreError> {
    let levels = tables::challenge::levels(look.reader)?;
    let parents: BTreeMap<ChallengeId, ChallengeId> = levels
        .iter()
        .filter_map(|level| Some((level.line.id, level.parent?)))
        .collect();
    let may_be_chosen = |level: &Level| {
        let active = level.status == ChallengeStatus::Active;
        Some(level.line.id) == own.parent_id
            || (active && !leads_to(&parents, level.line.id, own.id))
    };
    Ok(levels
        .into_iter()
        .filter(may_be_chosen)
        .map(|level| level.line)
        .collect())
}

/// Whether a challenge is another one, or serves it over any number of levels. A circle, which an
/// undo can close, is walked once.
fn leads_to(
    parents: &BTreeMap<ChallengeId, ChallengeId>,
    from: ChallengeId,
    to: ChallengeId,
) -> bool {
    let chain = std::iter::successors(Some(from), |id| parents.get(id).copied());
    chain.take(parents.len() + 1).any(|id| id == to)
}
