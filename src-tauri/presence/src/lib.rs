//! Who else has this board open, and whether the place's locks really are shared.
//!
//! Owns this app's slot in the board's sidecar (the format is `peers.rs`) and what
//! it concludes from the others'. A peer is there as long as it holds the lock of
//! its slot, so an app that is killed is gone at once, and a computer that hangs is
//! not. The same locks bear witness: where a slot keeps changing although nobody
//! holds its lock, two machines do not see each other's locks, and SQLite's would
//! not hold either.
//!
//! All of this is passing matter. Nothing here is synced or logged, and where the
//! sidecar cannot be had one simply sees nobody. Every call may wait for a share.

mod card;
mod front;
mod peers;
mod shared_clock;
mod shown;

use std::collections::HashMap;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use kata_store::clock::Clock;
use uuid::Uuid;

use self::peers::{Seen, Sidecar, Slot};
use self::shared_clock::{HeardClock, Moment, Run};

pub use self::card::Card;
pub use self::front::{Attendance, Front, Gathering};
pub use self::shared_clock::StartHere;
pub use self::shown::shown_from_outside;

/// How often [`Presence::beat`] is to be called.
pub const HEARTBEAT: Duration = Duration::from_secs(5);

/// How long a slot that nobody holds must stay unchanged before it is cleared. An
/// NFS client without locks may show a slot a minute late, and a slot cleared
/// earlier would hide the very peer that proves the locks useless.
const REMAINS_STAY: Duration = Duration::from_secs(90);

/// How this app presents itself.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Me {
    /// This run of the app.
    pub session: Uuid,
    /// Who sits here, once they have said so.
    pub person: Option<Uuid>,
    /// Their name; at most 64 bytes are shown.
    pub name: String,
}

/// The place in which somebody is writing. A courtesy, not a lock.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Writing {
    /// The row's id on the wire, at most 48 bytes of letters, digits, `_`, `-`, `.`.
    pub entity_id: String,
    /// The field's name, with the same limits.
    pub field: String,
}

/// Another app that has the board open. What it says of itself is unproven.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Peer {
    /// That run of the app.
    pub session: Uuid,
    /// Who sits there, if they have said so.
    pub person: Option<Uuid>,
    /// Their name, without control characters.
    pub name: String,
    /// Where they are writing.
    pub writing: Option<Writing>,
    /// What they stand in front of.
    pub front: Option<Front>,
    /// How long the clock there has run, as far as they know.
    pub run: Option<Run>,
    /// Whether they can only read.
    pub read_only: bool,
    /// Whether they have found the file damaged.
    pub damaged: bool,
    /// How long they have had the board open, by their clock.
    pub here_for: Duration,
    /// How long we have seen no sign of life; more than a few heartbeats means a
    /// computer that sleeps or hangs and still holds its locks.
    pub quiet_for: Duration,
}

/// This app's place among those that have one board open.
pub struct Presence {
    inner: Mutex<Inner>,
}

impl Presence {
    /// Joins those who have the board at `board` open.
    ///
    /// An error means that the path cannot be a board's. A folder in which the
    /// sidecar cannot be written is none: one sees nobody, and every heartbeat
    /// tries again. `board` must be the canonical path, or two apps would look into
    /// two sidecars.
    pub fn join(board: &Path, me: Me, clock: Arc<dyn Clock>) -> io::Result<Presence> {
        if board.file_name().is_none() {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let presence = Presence {
            inner: Mutex::new(Inner {
                board: board.to_owned(),
                me,
                writing: None,
                front: None,
                clock,
                heard: HeardClock::default(),
                read_only: false,
                damaged: false,
                since: Instant::now(),
                seat: None,
                locks_shared: true,
                gone: false,
            }),
        };
        presence.beat();
        Ok(presence)
    }

    /// Shows that this app is alive, and looks whether the locks still hold. To be
    /// called every [`HEARTBEAT`].
    pub fn beat(&self) {
        let mut inner = self.inner();
        inner.try_to(|inner| {
            inner.sit_down()?;
            inner.show()?;
            inner.look(Instant::now()).map(drop)
        });
    }

    /// Shows where this person is writing, or that they no longer are.
    pub fn set_writing(&self, writing: Option<Writing>) {
        self.change(|inner| std::mem::replace(&mut inner.writing, writing.clone()) != writing);
    }

    /// Shows whether this app can only read.
    pub fn set_read_only(&self, read_only: bool) {
        self.change(|inner| std::mem::replace(&mut inner.read_only, read_only) != read_only);
    }

    /// Shows that the file is damaged, so that nobody writes.
    pub fn set_damaged(&self) {
        self.change(|inner| !std::mem::replace(&mut inner.damaged, true));
    }

    /// Shows who sits here, once they have said so.
    pub fn set_person(&self, person: Option<Uuid>, name: &str) {
        self.change(|inner| {
            let me = Me {
                session: inner.me.session,
                person,
                name: name.to_owned(),
            };
            std::mem::replace(&mut inner.me, me.clone()) != me
        });
    }

    /// Goes: others no longer see this app, whoever still holds the board for a moment.
    pub fn leave(&self) {
        let mut inner = self.inner();
        inner.gone = true;
        inner.seat = None;
    }

    /// The others, in no particular order. Who follows a coaching cycle turns along with them.
    pub fn peers(&self) -> Vec<Peer> {
        self.inner().follow(|card, _| card)
    }

    /// Follows a coaching cycle from where the others have its card, and turns it to `place` where
    /// one is named.
    pub fn follow(&self, cycle: Uuid, place: Option<u8>) -> Vec<Peer> {
        self.inner().follow(|card, peers| {
            let here = card
                .filter(|card| card.cycle == cycle)
                .unwrap_or_else(|| Card::joined(cycle, cards(peers)));
            Some(match place {
                Some(place) => here.turned_to(place),
                None => here,
            })
        })
    }

    /// Follows no coaching cycle any more.
    pub fn unfollow(&self) {
        self.change(|inner| inner.leave(|front| front.card().is_some()));
    }

    /// Stands in front of a retrospective for which `notes` notes wait on this machine.
    pub fn attend(&self, retrospective: Uuid, notes: u32) {
        let front = Some(Front::Session(Attendance {
            retrospective,
            notes,
        }));
        self.change(|inner| inner.stand(front));
    }

    /// Stands in front of no retrospective any more.
    pub fn leave_session(&self) {
        self.change(|inner| inner.leave(|front| front.session().is_some()));
    }

    /// Hears since when the clock runs of what this app stands in front of; see
    /// [`HeardClock::hear`]. Answers the others where that was news.
    pub fn hear_clock(
        &self,
        row: Uuid,
        since: Option<i64>,
        before_our_eyes: bool,
    ) -> Option<Vec<Peer>> {
        let mut inner = self.inner();
        let moment = inner.moment();
        let stands_there = inner.front.is_some_and(|front| front.row() == row);
        if !stands_there || !inner.heard.hear(since, before_our_eyes, moment) {
            return None;
        }
        let peers = inner.follow(|card, _| card);
        inner.try_to(Inner::show);
        Some(peers)
    }

    /// When the clock of what this app stands in front of was started, by the clock of this
    /// machine.
    pub fn clock_start(&self) -> Option<StartHere> {
        let mut inner = self.inner();
        let moment = inner.moment();
        inner.heard.start_here(moment)
    }

    /// What this app stands in front of.
    pub fn front(&self) -> Option<Front> {
        self.inner().front
    }

    /// The retrospective in front of which this app stands.
    pub fn attended(&self) -> Option<Uuid> {
        let front = self.inner().front?;
        Some(front.session()?.retrospective)
    }

    /// This app and those of `peers` who stand in front of the same retrospective.
    pub fn gathering(&self, peers: &[Peer]) -> Option<Gathering> {
        let inner = self.inner();
        let here = inner.front?.session()?;
        let others = peers.iter().map(|peer| (peer.front, peer.person));
        let all = others.chain([(inner.front, inner.me.person)]);
        Some(Gathering::of(here.retrospective, all))
    }

    /// Where the card of the followed cycle stands, as it was seen last.
    pub fn card(&self) -> Option<Card> {
        self.inner().card()
    }

    /// `false` once it is proven that a lock taken on another machine is not seen
    /// here. Stays so: the caller stops writing until the board is opened anew.
    pub fn locks_shared(&self) -> bool {
        self.inner().locks_shared
    }

    /// Whether the others can see this app.
    pub fn is_seen(&self) -> bool {
        self.inner()
            .seat
            .as_ref()
            .is_some_and(|seat| seat.index.is_some())
    }

    /// Writes the slot only if `change` says that something has changed: it is
    /// called with every key that is pressed.
    fn change(&self, change: impl FnOnce(&mut Inner) -> bool) {
        let mut inner = self.inner();
        if change(&mut inner) {
            inner.try_to(Inner::show);
        }
    }

    fn inner(&self) -> MutexGuard<'_, Inner> {
        self.inner.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

struct Inner {
    board: PathBuf,
    me: Me,
    writing: Option<Writing>,
    front: Option<Front>,
    clock: Arc<dyn Clock>,
    /// The clock of what stands in front.
    heard: HeardClock,
    read_only: bool,
    damaged: bool,
    since: Instant,
    seat: Option<Seat>,
    locks_shared: bool,
    gone: bool,
}

impl Inner {
    /// Gives the seat up on an error, to be taken anew with the next heartbeat: an
    /// open file may stay in error for ever after a server's restart.
    fn try_to<T>(&mut self, work: impl FnOnce(&mut Inner) -> io::Result<T>) -> Option<T> {
        match work(self) {
            Ok(done) => Some(done),
            Err(error) => {
                tracing::debug!(%error, "no presence for now");
                self.seat = None;
                None
            }
        }
    }

    /// Takes a seat where there is none, or none any more: the sidecar may have been
    /// deleted, and newcomers meet in a new one.
    fn sit_down(&mut self) -> io::Result<()> {
        if self.gone {
            return Ok(());
        }
        match &self.seat {
            Some(seat) if seat.index.is_some() && seat.sidecar.is_current() => {}
            _ => {
                // Gives the old seat back before looking for a new one.
                self.seat = None;
                self.seat = Some(Seat::take(&self.board)?);
            }
        }
        Ok(())
    }

    fn show(&mut self) -> io::Result<()> {
        let Some(seat) = &mut self.seat else {
            return Ok(());
        };
        let Some(index) = seat.index else {
            return Ok(());
        };
        if seat.is_shared_with_another(index)? {
            self.locks_shared = false;
        }
        seat.counter += 1;
        let slot = Slot {
            holding: seat.holding,
            counter: seat.counter,
            session: self.me.session,
            person: self.me.person,
            name: self.me.name.clone(),
            here_for: self.since.elapsed(),
            read_only: self.read_only,
            damaged: self.damaged,
            writing: self.writing.clone(),
            front: self.front,
            run: self.heard.run(Instant::now()),
        };
        seat.sidecar.write(index, &slot)
    }

    /// Turns along with the others, then as `turn` says, and shows it where that changed something.
    fn follow(&mut self, turn: impl FnOnce(Option<Card>, &[Peer]) -> Option<Card>) -> Vec<Peer> {
        let peers = self.try_to(|inner| inner.look(Instant::now()));
        let peers = peers.unwrap_or_default();
        let along = self.card().map(|card| card.newest(cards(&peers)));
        let front = turn(along, &peers).map(Front::Card).or(self.front);
        if self.stand(front) {
            self.try_to(Inner::show);
        }
        let here = front.map(Front::row);
        let together = peers
            .iter()
            .filter(|peer| peer.front.map(Front::row) == here);
        let moment = self.moment();
        self.heard
            .learn(together.filter_map(|peer| peer.run), moment);
        peers
    }

    /// Stands in front of something, or of nothing; answers whether it was something else before.
    fn stand(&mut self, front: Option<Front>) -> bool {
        let before = std::mem::replace(&mut self.front, front);
        if before.map(Front::row) != front.map(Front::row) {
            self.heard = HeardClock::default();
        }
        before != front
    }

    fn leave(&mut self, is_left: impl FnOnce(&Front) -> bool) -> bool {
        self.front.is_some_and(|front| is_left(&front)) && self.stand(None)
    }

    fn moment(&self) -> Moment {
        Moment {
            at: Instant::now(),
            wall_ms: self.clock.now_ms(),
        }
    }

    fn card(&self) -> Option<Card> {
        self.front?.card()
    }

    fn look(&mut self, now: Instant) -> io::Result<Vec<Peer>> {
        let Some(seat) = &mut self.seat else {
            return Ok(Vec::new());
        };
        let (peers, locks_shared) = seat.look(now)?;
        self.locks_shared &= locks_shared;
        Ok(peers)
    }
}

fn cards(peers: &[Peer]) -> impl Iterator<Item = Card> {
    peers.iter().filter_map(|peer| peer.front?.card())
}

/// Those who have the board open, for a call that does not stay: it takes no slot, so that nobody
/// sees it come and go, and makes no sidecar.
pub fn peers_of(board: &Path) -> Vec<Peer> {
    let look = || match Sidecar::existing(board)? {
        Some(sidecar) => Ok(Seat::new(sidecar, None).look(Instant::now())?.0),
        None => Ok(Vec::new()),
    };
    look().unwrap_or_else(|error: io::Error| {
        tracing::debug!(%error, "nobody is seen for now");
        Vec::new()
    })
}

/// One slot of an open sidecar, and what was seen of the others from it.
#[derive(Debug)]
struct Seat {
    sidecar: Sidecar,
    /// `None` when all slots are taken: one sees without being seen.
    index: Option<usize>,
    holding: u64,
    counter: u64,
    /// Whoever else wrote into our slot, and how far their counter was.
    intruder: Option<Mark>,
    /// Slots with content that nobody holds, and since when they are as they are.
    unheld: HashMap<usize, (Option<Mark>, Instant)>,
    /// The last whole content of held slots, and when it last changed.
    heard: HashMap<usize, (Slot, Instant)>,
}

/// A state of a slot: who holds it, and their counter.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
struct Mark {
    holding: u64,
    counter: u64,
}

impl Mark {
    fn of(slot: &Slot) -> Mark {
        Mark {
            holding: slot.holding,
            counter: slot.counter,
        }
    }

    fn has_advanced_since(self, earlier: Mark) -> bool {
        self.holding == earlier.holding && self.counter > earlier.counter
    }
}

impl Seat {
    fn take(board: &Path) -> io::Result<Seat> {
        let sidecar = Sidecar::open(board)?;
        let index = free_slot(&sidecar)?;
        Ok(Seat::new(sidecar, index))
    }

    fn new(sidecar: Sidecar, index: Option<usize>) -> Seat {
        Seat {
            sidecar,
            index,
            holding: rand::random(),
            counter: 0,
            intruder: None,
            unheld: HashMap::new(),
            heard: HashMap::new(),
        }
    }

    /// The others, and whether the locks still may be shared with all of them.
    fn look(&mut self, now: Instant) -> io::Result<(Vec<Peer>, bool)> {
        let (mut peers, mut locks_shared) = (Vec::new(), true);
        for (index, seen) in self.sidecar.read_all()?.into_iter().enumerate() {
            // Asking for the lock of one's own slot would give it away.
            if self.index == Some(index) || seen == Seen::Blank {
                continue;
            }
            match self.sidecar.if_unheld(index, || self.sidecar.read(index))? {
                Some(seen) => locks_shared &= !self.changes_unheld(index, seen, now)?,
                None => peers.extend(self.hear(index, seen, now)),
            }
        }
        Ok((peers, locks_shared))
    }

    /// Whether another app goes on writing into the slot that we hold. Once proves
    /// nothing: the slot may be a killed app's, or the file brought back from a copy.
    fn is_shared_with_another(&mut self, index: usize) -> io::Result<bool> {
        let Some(slot) = self.sidecar.read(index)?.used() else {
            return Ok(false);
        };
        if slot.holding == self.holding {
            return Ok(false);
        }
        let mark = Mark::of(&slot);
        let earlier = self.intruder.replace(mark);
        Ok(earlier.is_some_and(|earlier| mark.has_advanced_since(earlier)))
    }

    /// Whether a slot has changed that nobody held, neither now nor last time.
    ///
    /// Who holds a slot holds it from before the first write until after the last,
    /// so that one holder cannot write between two times at which the lock was free.
    /// What a killed app left behind is cleared after a while, as every look at it
    /// costs a share some round trips.
    fn changes_unheld(&mut self, index: usize, seen: Seen, now: Instant) -> io::Result<bool> {
        self.heard.remove(&index);
        if seen == Seen::Blank {
            self.unheld.remove(&index);
            return Ok(false);
        }
        let mark = seen.used().map(|slot| Mark::of(&slot));
        match self.unheld.get(&index) {
            Some((earlier, since)) if *earlier == mark => {
                if now.saturating_duration_since(*since) >= REMAINS_STAY {
                    self.clear(index, mark)?;
                }
                Ok(false)
            }
            earlier => {
                let earlier = earlier.and_then(|(mark, _)| *mark);
                self.unheld.insert(index, (mark, now));
                Ok(
                    matches!((mark, earlier), (Some(mark), Some(earlier)) if mark.has_advanced_since(earlier)),
                )
            }
        }
    }

    fn clear(&mut self, index: usize, mark: Option<Mark>) -> io::Result<()> {
        if self.sidecar.hold(index)? {
            if self.sidecar.read(index)?.used().map(|slot| Mark::of(&slot)) == mark {
                self.sidecar.blank(index)?;
            }
            self.sidecar.release(index)?;
        }
        self.unheld.remove(&index);
        Ok(())
    }

    /// The peer in a slot that is held. A slot caught half-written shows what it
    /// showed before.
    fn hear(&mut self, index: usize, seen: Seen, now: Instant) -> Option<Peer> {
        self.unheld.remove(&index);
        if let Some(slot) = seen.used() {
            let news = self
                .heard
                .get(&index)
                .is_none_or(|(known, _)| Mark::of(known) != Mark::of(&slot));
            if news {
                self.heard.insert(index, (slot, now));
            }
        }
        let (slot, since) = self.heard.get(&index)?;
        Some(Peer {
            session: slot.session,
            person: slot.person,
            name: slot.name.clone(),
            writing: slot.writing.clone(),
            front: slot.front,
            run: slot.run,
            read_only: slot.read_only,
            damaged: slot.damaged,
            here_for: slot.here_for,
            quiet_for: now.saturating_duration_since(*since),
        })
    }
}

impl Drop for Seat {
    fn drop(&mut self) {
        // The lock goes with the file; a slot that cannot be blanked is cleared by others.
        if let Some(index) = self.index
            && let Err(error) = self.sidecar.blank(index)
        {
            tracing::debug!(%error, "the slot keeps its content");
        }
    }
}

/// Takes the lock of a slot that is free.
///
/// Blank ones first: one with content may be a killed app's, but also that of a
/// machine whose locks we do not see, which is better watched than overwritten.
fn free_slot(sidecar: &Sidecar) -> io::Result<Option<usize>> {
    let slots = sidecar.read_all()?;
    let (blank, rest): (Vec<usize>, Vec<usize>) =
        (0..slots.len()).partition(|index| slots[*index] == Seen::Blank);
    for index in blank.into_iter().chain(rest) {
        if sidecar.hold(index)? {
            return Ok(Some(index));
        }
    }
    Ok(None)
}

#[cfg(test)]
mod tests {
    use std::fs;
    use std::process::{Command, Stdio};

    use super::peers::SLOTS;
    use super::*;
    use kata_store::clock::SystemClock;

    struct Board {
        folder: tempfile::TempDir,
    }

    impl Board {
        fn new() -> Board {
            Board {
                folder: tempfile::tempdir().unwrap(),
            }
        }

        fn path(&self) -> PathBuf {
            self.folder.path().join("a.kata")
        }

        fn join(&self, session: u128) -> Presence {
            Presence::join(&self.path(), me(session), clock()).unwrap()
        }
    }

    fn clock() -> Arc<dyn Clock> {
        Arc::new(SystemClock)
    }

    fn me(session: u128) -> Me {
        Me {
            session: Uuid::from_u128(session),
            person: None,
            name: format!("P{session}"),
        }
    }

    fn sessions(presence: &Presence) -> Vec<u128> {
        let mut sessions: Vec<u128> = presence
            .peers()
            .iter()
            .map(|peer| peer.session.as_u128())
            .collect();
        sessions.sort_unstable();
        sessions
    }

    fn writing() -> Option<Writing> {
        Some(Writing {
            entity_id: "exp_1".to_owned(),
            field: "learning".to_owned(),
        })
    }

    /// A slot as a machine writes it whose locks are not seen here.
    fn unheld_slot(holding: u64, counter: u64) -> Slot {
        Slot {
            holding,
            counter,
            session: Uuid::from_u128(99),
            person: None,
            name: "Far".to_owned(),
            here_for: Duration::ZERO,
            read_only: false,
            damaged: false,
            writing: None,
            front: None,
            run: None,
        }
    }

    #[test]
    fn those_who_are_here_see_each_other_but_not_themselves() {
        let board = Board::new();
        let (ana, ben) = (board.join(1), board.join(2));
        assert_eq!(sessions(&ana), [2]);
        assert_eq!(sessions(&ben), [1]);
        drop(ben);
        assert_eq!(sessions(&ana), [0; 0]);
        let left = Sidecar::open(&board.path()).unwrap().read(1).unwrap();
        assert_eq!(left, Seen::Blank);
        assert!(ana.locks_shared());
    }

    #[test]
    fn what_one_shows_the_other_sees() {
        let board = Board::new();
        let (ana, ben) = (board.join(1), board.join(2));
        ana.set_writing(writing());
        ana.set_read_only(true);
        ana.set_damaged();
        ana.set_person(Some(Uuid::from_u128(7)), "Ana");
        let seen = ben.peers().remove(0);
        assert_eq!(seen.writing, writing());
        assert!(seen.read_only && seen.damaged);
        assert_eq!(
            (seen.person, seen.name.as_str()),
            (Some(Uuid::from_u128(7)), "Ana")
        );
        ana.set_writing(None);
        assert_eq!(ben.peers()[0].writing, None);
    }

    #[test]
    fn who_follows_one_cycle_turns_its_card_together() {
        let board = Board::new();
        let (ana, ben) = (board.join(1), board.join(2));
        let cycle = Uuid::from_u128(5);
        let place = |one: &Presence| {
            one.peers();
            one.card().map(|card| card.place)
        };
        ana.follow(cycle, Some(4));
        assert_eq!(place(&ben), None, "only who follows turns along");
        ben.follow(cycle, None);
        assert_eq!(place(&ben), Some(4));
        ben.follow(cycle, Some(3));
        assert_eq!(place(&ana), Some(3), "back as well as on");
        ana.unfollow();
        assert_eq!(ben.peers()[0].front, None);
        ana.follow(Uuid::from_u128(6), Some(9));
        assert_eq!(place(&ben), Some(3), "another cycle is another card");
        // Where the one who turned is gone, the others keep the place.
        ana.follow(cycle, Some(7));
        assert_eq!(place(&ben), Some(7));
        drop(ana);
        assert_eq!(place(&ben), Some(7));
        let late = board.join(3);
        late.follow(cycle, None);
        assert_eq!(place(&late), Some(7));
    }

    #[test]
    fn those_in_front_of_one_retrospective_know_the_sum_of_notes_and_who_is_there() {
        let board = Board::new();
        let (ana, ben, carl) = (board.join(1), board.join(2), board.join(3));
        ana.set_person(Some(Uuid::from_u128(7)), "Ana");
        ben.set_person(Some(Uuid::from_u128(8)), "Ben");
        let session = Uuid::from_u128(5);
        let seen = |one: &Presence| {
            let gathering = one.gathering(&one.peers())?;
            let persons = gathering.persons.iter().map(Uuid::as_u128).collect();
            Some((gathering.notes, persons))
        };
        ana.attend(session, 2);
        ben.attend(session, 3);
        carl.follow(Uuid::from_u128(6), Some(4));
        assert_eq!(seen(&ana), Some((5, vec![7, 8])));
        assert_eq!(seen(&carl), None, "only who is there is told");
        carl.attend(session, 0);
        carl.unfollow();
        assert_eq!(seen(&carl), Some((5, vec![7, 8])), "a card left late");
        ben.leave_session();
        assert_eq!(seen(&ana), Some((2, vec![7])));
        assert_eq!(ben.attended(), None);
    }

    #[test]
    fn silence_is_measured_until_the_next_heartbeat() {
        let board = Board::new();
        let (ana, ben) = (board.join(1), board.join(2));
        ben.peers();
        let later = Instant::now() + Duration::from_secs(60);
        let quiet = |now| ben.inner().look(now).unwrap()[0].quiet_for;
        assert!(quiet(later) >= Duration::from_secs(60));
        ana.beat();
        assert_eq!(quiet(later), Duration::ZERO);
    }

    #[test]
    fn without_a_sidecar_one_sees_nobody_until_it_can_be_had() {
        let board = Board::new();
        let path = board.folder.path().join("share/a.kata");
        let ana = Presence::join(&path, me(1), clock()).unwrap();
        ana.set_writing(writing());
        assert!(ana.peers().is_empty());
        assert!(!ana.is_seen());
        assert!(ana.locks_shared());

        fs::create_dir(board.folder.path().join("share")).unwrap();
        let ben = Presence::join(&path, me(2), clock()).unwrap();
        ana.beat();
        assert_eq!(sessions(&ana), [2]);
        assert_eq!(ben.peers()[0].writing, writing());
        assert!(Presence::join(Path::new("/"), me(3), clock()).is_err());
    }

    #[test]
    fn a_deleted_sidecar_is_made_again() {
        let board = Board::new();
        let ana = board.join(1);
        fs::remove_file(board.folder.path().join(".a.kata.peers")).unwrap();
        let ben = board.join(2);
        assert_eq!(sessions(&ben), [0; 0]);
        ana.beat();
        assert_eq!(sessions(&ben), [1]);
        assert_eq!(sessions(&ana), [2]);
    }

    #[test]
    fn a_full_house_still_sees_and_gets_the_first_free_seat() {
        let board = Board::new();
        let mut others: Vec<Presence> = (0..SLOTS as u128)
            .map(|session| board.join(session))
            .collect();
        let late = board.join(1000);
        assert!(!late.is_seen());
        assert_eq!(late.peers().len(), SLOTS);
        others.pop();
        late.beat();
        assert!(late.is_seen());
        assert_eq!(others[0].peers().len(), SLOTS - 1);
    }

    #[test]
    fn a_slot_that_changes_unheld_proves_that_locks_are_not_shared() {
        let board = Board::new();
        let far = Sidecar::open(&board.path()).unwrap();
        let ana = board.join(1);
        far.write(5, &unheld_slot(9, 1)).unwrap();
        ana.beat();
        assert!(ana.locks_shared(), "a killed app leaves the same behind");
        far.write(5, &unheld_slot(9, 2)).unwrap();
        ana.beat();
        assert!(!ana.locks_shared());
        assert!(ana.peers().is_empty());
    }

    #[test]
    fn two_in_one_slot_prove_that_locks_are_not_shared() {
        let board = Board::new();
        let far = Sidecar::open(&board.path()).unwrap();
        let ana = board.join(1);
        far.write(0, &unheld_slot(9, 1)).unwrap();
        ana.beat();
        assert!(
            ana.locks_shared(),
            "a copy of the file brought back looks the same"
        );
        far.write(0, &unheld_slot(9, 2)).unwrap();
        ana.beat();
        assert!(!ana.locks_shared());
    }

    #[test]
    fn another_holder_of_the_same_slot_proves_nothing() {
        let board = Board::new();
        let far = Sidecar::open(&board.path()).unwrap();
        let ana = board.join(1);
        far.write(5, &unheld_slot(9, 1)).unwrap();
        ana.peers();
        far.write(5, &unheld_slot(10, 2)).unwrap();
        ana.peers();
        assert!(ana.locks_shared());
    }

    #[test]
    fn what_a_killed_app_left_is_cleared_later() {
        let board = Board::new();
        let far = Sidecar::open(&board.path()).unwrap();
        far.write(5, &unheld_slot(9, 1)).unwrap();
        let ana = board.join(1);
        let now = Instant::now();
        ana.inner().look(now + REMAINS_STAY / 2).unwrap();
        assert_ne!(far.read(5).unwrap(), Seen::Blank);
        ana.inner().look(now + REMAINS_STAY * 2).unwrap();
        assert_eq!(far.read(5).unwrap(), Seen::Blank);
        assert!(ana.locks_shared());
    }

    #[test]
    fn threads_that_join_at_once_get_seats_of_their_own() {
        let board = Board::new();
        let start = std::sync::Barrier::new(16);
        let everyone: Vec<Presence> = std::thread::scope(|scope| {
            let joining: Vec<_> = (0..16)
                .map(|session| {
                    let (board, start) = (&board, &start);
                    scope.spawn(move || {
                        start.wait();
                        board.join(session)
                    })
                })
                .collect();
            joining
                .into_iter()
                .map(|joining| joining.join().unwrap())
                .collect()
        });
        for presence in &everyone {
            presence.beat();
            assert_eq!(presence.peers().len(), 15);
            assert!(presence.locks_shared());
        }
    }

    const PEER: &str = "KATA_TEST_PEER";

    /// The other process of the next test: is present until it is killed.
    #[test]
    fn helper_is_present() {
        let Some(board) = std::env::var_os(PEER) else {
            return;
        };
        let presence = Presence::join(Path::new(&board), me(2), clock()).unwrap();
        presence.set_writing(writing());
        // Ends only if the parent is gone without having killed it.
        let _ = io::read_to_string(io::stdin());
        drop(presence);
    }

    /// Looks again until `seen` holds; the deadline only bounds a failure.
    fn wait_until(mut seen: impl FnMut() -> bool) -> bool {
        let deadline = Instant::now() + Duration::from_secs(30);
        while !seen() {
            if Instant::now() > deadline {
                return false;
            }
            std::thread::yield_now();
        }
        true
    }

    #[test]
    fn a_killed_process_is_gone_at_once() {
        let board = Board::new();
        let ana = board.join(1);
        let helper = format!(
            "{}::helper_is_present",
            module_path!().split_once("::").unwrap().1
        );
        let mut other = Command::new(std::env::current_exe().unwrap())
            .args(["--exact", &helper])
            .env(PEER, board.path())
            .stdin(Stdio::piped())
            .stdout(Stdio::null())
            .spawn()
            .unwrap();
        let came = wait_until(|| {
            ana.peers()
                .first()
                .is_some_and(|peer| peer.writing == writing())
        });
        other.kill().unwrap();
        other.wait().unwrap();
        assert!(came, "the other process was never seen");
        assert!(
            wait_until(|| ana.peers().is_empty()),
            "the killed process is still seen"
        );
        ana.beat();
        assert!(ana.locks_shared());
        assert!(board.join(3).is_seen());
    }
}
