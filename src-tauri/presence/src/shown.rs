//! Who is here, as it travels.

use std::path::Path;

use kata_domain::ids::{CoachingCycleId, PersonId, RetrospectiveId};
use kata_wire::{CardPlace, ClockStart, GatheringLine, PeerLine};

use crate::{Front, Peer, Presence, peers_of};

impl Presence {
    /// The others, and what is followed here.
    pub fn shown(&self, peers: Vec<Peer>) -> kata_wire::Presence {
        kata_wire::Presence {
            card: self.card().map(|card| CardPlace {
                cycle_id: CoachingCycleId(card.cycle),
                place: card.place,
                turn: card.turn,
            }),
            retrospective: self.gathering(&peers).map(|gathering| GatheringLine {
                id: RetrospectiveId(gathering.retrospective),
                notes: gathering.notes,
                person_ids: gathering.persons.into_iter().map(PersonId).collect(),
            }),
            clock: self.clock_start().map(|start| ClockStart {
                since: start.since,
                here: start.here,
            }),
            peers: lines(peers),
        }
    }
}

/// Who has a board open, for one who shows themselves to nobody.
pub fn shown_from_outside(board: &Path) -> kata_wire::Presence {
    kata_wire::Presence {
        peers: lines(peers_of(board)),
        card: None,
        retrospective: None,
        clock: None,
    }
}

fn lines(peers: Vec<Peer>) -> Vec<PeerLine> {
    let cycle = |front: Front| Some(CoachingCycleId(front.card()?.cycle));
    let line = |peer: Peer| PeerLine {
        session: peer.session.simple().to_string(),
        person_id: peer.person.map(|id| PersonId(id).to_string()),
        name: peer.name,
        writing_id: peer.writing.as_ref().map(|w| w.entity_id.clone()),
        writing_field: peer.writing.map(|w| w.field),
        read_only: peer.read_only,
        following: peer.front.and_then(cycle),
    };
    peers.into_iter().map(line).collect()
}
