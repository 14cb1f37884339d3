//! The two threads of an open board: the feed and presence.

use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Condvar, Mutex, PoisonError, Weak};
use std::thread;
use std::time::{Duration, Instant};

use kata_presence::HEARTBEAT;
use kata_store::feed::Feed;
use kata_store::{backup, location, retry, undo};
use kata_wire::{Access, ChangeBatch, CoreError, OperationLine, Push};

use super::Workspace;

/// Poll of a local file in a window with focus; a poll costs some microseconds.
const LOCAL: Duration = Duration::from_millis(250);
/// Poll of a share: each poll is a round trip.
const SHARE: Duration = Duration::from_secs(1);
/// Poll of a window in the background.
const BACKGROUND: Duration = Duration::from_secs(5);
/// How often others' marks are read.
const PEERS: Duration = Duration::from_secs(1);
/// And while a coaching cycle is followed: cards that turn together do so within half a second.
const CARDS: Duration = Duration::from_millis(250);
/// First and longest wait before a file that did not answer is tried again.
const AGAIN: (Duration, Duration) = (Duration::from_millis(200), Duration::from_secs(5));

/// What the threads wait for.
#[derive(Default)]
pub(super) struct Signals {
    woken: Mutex<bool>,
    changed: Condvar,
    stopped: AtomicBool,
    pub(super) focused: AtomicBool,
}

impl Signals {
    pub(super) fn wake(&self) {
        *self.woken.lock().unwrap_or_else(PoisonError::into_inner) = true;
        self.changed.notify_all();
    }

    pub(super) fn stop(&self) {
        self.stopped.store(true, Ordering::SeqCst);
        self.wake();
    }

    fn is_stopped(&self) -> bool {
        self.stopped.load(Ordering::SeqCst)
    }

    /// Waits until something was committed here, or for `time`.
    fn wait(&self, time: Duration) {
        let woken = self.woken.lock().unwrap_or_else(PoisonError::into_inner);
        let waited = self
            .changed
            .wait_timeout_while(woken, time, |woken| !*woken);
        *waited.unwrap_or_else(PoisonError::into_inner).0 = false;
    }
}

/// Starts the threads; each ends when the workspace is closed or let go.
pub(super) fn start(workspace: &Arc<Workspace>) {
    workspace.signals.focused.store(true, Ordering::SeqCst);
    // The cursor is taken before anybody can write through this workspace, so no change is missed.
    let first = Feed::open(workspace.store(), workspace.session());
    let watched = Arc::downgrade(workspace);
    thread::spawn(move || watch(&watched, first.ok()));
    let present = Arc::downgrade(workspace);
    thread::spawn(move || show(&present));
    let searched = Arc::downgrade(workspace);
    thread::spawn(move || fill_index(&searched));
    let kept = Arc::downgrade(workspace);
    thread::spawn(move || {
        if let Some(workspace) = kept.upgrade() {
            copy_daily(&workspace);
            workspace.check_daily();
        }
    });
}

/// Takes the board over into the search index, so that the first search finds all of it.
fn fill_index(workspace: &Weak<Workspace>) {
    loop {
        let Some(workspace) = workspace.upgrade() else {
            return;
        };
        if workspace.signals.is_stopped() {
            return;
        }
        match workspace.index_more() {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => {
                // The next search goes on from there.
                tracing::warn!(code = error.code(), "the search index is not complete yet");
                return;
            }
        }
    }
}

/// The first app of a day makes a verified copy.
fn copy_daily(workspace: &Workspace) {
    let store = workspace.store();
    let folder = backup::folder(&workspace.data, store.board_id());
    if let Err(error) = store.copy_daily(&folder) {
        tracing::warn!(code = error.code(), "no copy of the board was made today");
    }
}

fn watch(workspace: &Weak<Workspace>, mut feed: Option<Feed>) {
    let mut cursor = feed.as_ref().map_or(0, Feed::cursor);
    let mut unreachable: Option<Duration> = None;
    loop {
        let Some(workspace) = workspace.upgrade() else {
            return;
        };
        if workspace.signals.is_stopped() {
            return;
        }
        match poll(&workspace, &mut feed, &mut cursor) {
            Ok(more) => {
                if unreachable.take().is_some() {
                    tell_reach(&workspace, true);
                }
                if more {
                    continue;
                }
            }
            // Somebody writes for long; the next poll sees it.
            Err(CoreError::Busy) => {}
            Err(error) => {
                workspace.met(&error);
                feed = None;
                if unreachable.is_none() {
                    tell_reach(&workspace, false);
                }
                unreachable = Some(unreachable.map_or(AGAIN.0, |wait| (wait * 2).min(AGAIN.1)));
            }
        }
        let pause = unreachable.unwrap_or_else(|| pace(&workspace));
        workspace.signals.wait(pause);
    }
}

/// One poll; answers whether more may wait behind a full page.
fn poll(
    workspace: &Workspace,
    feed: &mut Option<Feed>,
    cursor: &mut i64,
) -> Result<bool, CoreError> {
    retry::with_deadline(|| {
        if feed.is_none() {
            let mut fresh = Feed::open(workspace.store(), workspace.session())?;
            // An older copy in the file's place ends before what was told already.
            fresh.resume_at(fresh.cursor().min(*cursor));
            *feed = Some(fresh);
        }
        let Some(feed) = feed else { return Ok(false) };
        let batch = feed.poll()?;
        *cursor = feed.cursor();
        let told = batch.is_some();
        if let Some(batch) = batch {
            hear_clock(workspace, &batch);
            (workspace.tell)(&Push::Changes { batch });
        }
        Ok(told)
    })
}

/// Tells when a shared clock was started before telling that it was: no screen shows it by a wrong
/// clock.
fn hear_clock(workspace: &Workspace, batch: &ChangeBatch) {
    let took_back =
        |line: &OperationLine| [undo::UNDO.0, undo::REDO.0].contains(&line.kind.as_str());
    let before_our_eyes = !batch.operations.iter().any(took_back);
    let heard = workspace.hear_clock(before_our_eyes);
    if let Some((presence, peers)) = workspace.presence().zip(heard) {
        let presence = presence.shown(peers);
        (workspace.tell)(&Push::Presence { presence });
    }
}

fn tell_reach(workspace: &Workspace, reachable: bool) {
    let since = workspace.store().clock().now_ms();
    (workspace.tell)(&Push::Reach { reachable, since });
}

fn pace(workspace: &Workspace) -> Duration {
    let folder = workspace.store().path().parent();
    let local = folder.is_none_or(|folder| location::place_of(folder).is_local());
    match (workspace.signals.focused.load(Ordering::SeqCst), local) {
        (false, _) => BACKGROUND,
        (true, true) => LOCAL,
        (true, false) => SHARE,
    }
}

fn show(workspace: &Weak<Workspace>) {
    let mut told = None;
    let mut beaten = Instant::now();
    loop {
        {
            let Some(workspace) = workspace.upgrade() else {
                return;
            };
            let Some(presence) = workspace.presence() else {
                return;
            };
            if workspace.signals.is_stopped() {
                return;
            }
            if beaten.elapsed() >= HEARTBEAT {
                presence.beat();
                beaten = Instant::now();
            }
            if !presence.locks_shared() {
                workspace.stop_writing(Access::LocksMissing);
            }
            let peers = presence.peers();
            if peers.iter().any(|peer| peer.damaged) {
                workspace.hear_of_damage();
            }
            let now = presence.shown(peers);
            if told.as_ref() != Some(&now) {
                (workspace.tell)(&Push::Presence {
                    presence: now.clone(),
                });
                told = Some(now);
            }
        }
        rest(workspace);
    }
}

/// Waits until the others' marks are read again; a card that is opened meanwhile shortens it.
fn rest(workspace: &Weak<Workspace>) {
    let since = Instant::now();
    while since.elapsed() < PEERS {
        thread::sleep(CARDS);
        let workspace = workspace.upgrade();
        let presence = workspace
            .as_ref()
            .and_then(|workspace| workspace.presence());
        if presence.is_none_or(|presence| presence.card().is_some()) {
            return;
        }
    }
}
