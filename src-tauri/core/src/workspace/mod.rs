//! One open board of this app: the store, who sits here, who else does, and the feed.
//!
//! Two threads live as long as it: the watcher tells every change that was committed, one's own
//! too, and presence shows this app to the others and notices when locks do not hold between
//! machines.

mod search;
mod trouble;
mod watch;

use std::io::ErrorKind;
use std::path::{Path, PathBuf};
use std::sync::atomic::Ordering;
use std::sync::{Arc, Mutex, PoisonError};

use kata_domain::ids::{PersonId, SessionId};
use kata_domain::{CoachingCycle, Retrospective};
use kata_presence::{Front, Me, Peer, Presence};
use kata_store::clock::Clock;
use kata_store::location::{self, LocationError, ReadOnlyReason};
use kata_store::outbox::search::SearchIndex;
use kata_store::tables::operation;
use kata_store::{Store, backup, open};
use kata_wire::{Access, CoreError, Push, Trouble};

use self::watch::Signals;
use crate::views::lines::{Look, row};

/// Tells something to whoever listens.
pub type Tell = Arc<dyn Fn(&Push) + Send + Sync>;

/// The person at this app, as far as known.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Identity {
    /// The person on this board.
    pub person: Option<PersonId>,
    /// A name that becomes a person with the first write.
    pub name: Option<String>,
}

/// What a workspace is opened with.
pub struct Opening {
    /// Where the file lies.
    pub path: PathBuf,
    /// This run of the app.
    pub session: SessionId,
    /// The clock.
    pub clock: Arc<dyn Clock>,
    /// Where verified copies go, and what is remembered of damage.
    pub data: PathBuf,
    /// Whether the two threads run; a single call from a terminal does without.
    pub live: bool,
    /// Who listens.
    pub tell: Tell,
}

/// One open board.
pub struct Workspace {
    store: Store,
    session: SessionId,
    access: Mutex<Access>,
    me: Mutex<Identity>,
    presence: Option<Presence>,
    signals: Signals,
    tell: Tell,
    data: PathBuf,
    trouble: Mutex<Option<Trouble>>,
    search: Mutex<Option<Arc<SearchIndex>>>,
}

impl Workspace {
    /// Makes a new board file and opens it.
    ///
    /// # Errors
    /// When something lies at the path already, or the place cannot take a board.
    pub fn create(opening: Opening) -> Result<Arc<Workspace>, CoreError> {
        let place = locate(&opening.path).map_err(|error| match error {
            // A folder, say: whatever lies there, a new board never takes its place.
            CoreError::NotABoard { path } if opening.path.exists() => {
                CoreError::FileExists { path }
            }
            CoreError::FileMissing { path } | CoreError::NotABoard { path } => {
                CoreError::FolderUnusable { path }
            }
            other => other,
        })?;
        match place.access {
            location::Access::ReadWrite => {}
            location::Access::ReadOnly(ReadOnlyReason::FolderNotWritable) => {
                let path = opening.path.display().to_string();
                return Err(CoreError::FolderUnusable { path });
            }
            location::Access::ReadOnly(reason) => {
                let reason = reason_word(access_of(reason));
                return Err(CoreError::ReadOnly { reason });
            }
        }
        let store = open::create(&place.path, opening.clock.clone())?;
        Ok(Workspace::start(store, Access::ReadWrite, opening))
    }

    /// Opens a board file.
    ///
    /// # Errors
    /// When there is no board that this app can read. The file is as it was.
    pub fn open(opening: Opening) -> Result<Arc<Workspace>, CoreError> {
        let place = locate(&opening.path)?;
        if place.path.symlink_metadata().is_err() {
            return Err(CoreError::FileMissing {
                path: opening.path.display().to_string(),
            });
        }
        let place_access = match place.access {
            location::Access::ReadWrite => Access::ReadWrite,
            location::Access::ReadOnly(reason) => access_of(reason),
        };
        let copies = opening.data.join("backups").join("before-migration");
        let now = opening.clock.now_ms();
        let (store, found) = open::open(
            &place.path,
            place_access == Access::ReadWrite,
            opening.clock.clone(),
            |connection| backup::copy(connection, &copies.join(format!("{now}.kata"))),
        )?;
        let access = match found {
            open::Found::Ours => place_access,
            open::Found::NewerReadOnly => Access::NewerFile,
            open::Found::ForeignMode => Access::ForeignMode,
        };
        if access == Access::ReadWrite {
            trouble::deal_with_damage(&store, &opening)?;
        }
        Ok(Workspace::start(store, access, opening))
    }

    fn start(store: Store, access: Access, opening: Opening) -> Arc<Workspace> {
        let presence = opening
            .live
            .then(|| {
                let me = Me {
                    session: opening.session.0,
                    person: None,
                    name: String::new(),
                };
                Presence::join(store.path(), me, opening.clock.clone()).ok()
            })
            .flatten();
        if let Some(presence) = &presence {
            presence.set_read_only(access != Access::ReadWrite);
        }
        let workspace = Arc::new(Workspace {
            store,
            session: opening.session,
            access: Mutex::new(access),
            me: Mutex::new(Identity::default()),
            presence,
            signals: Signals::default(),
            tell: opening.tell,
            data: opening.data,
            trouble: Mutex::new(None),
            search: Mutex::new(None),
        });
        if opening.live {
            watch::start(&workspace);
        }
        workspace
    }

    /// The file.
    pub fn store(&self) -> &Store {
        &self.store
    }

    /// This run of the app.
    pub fn session(&self) -> SessionId {
        self.session
    }

    /// Who else is here; none for a single call from a terminal.
    pub fn presence(&self) -> Option<&Presence> {
        self.presence.as_ref()
    }

    /// Whether the file can be written, and if not, why.
    pub fn access(&self) -> Access {
        *self.access.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Nobody writes from here any more.
    fn stop_writing(&self, why: Access) {
        let mut access = self.access.lock().unwrap_or_else(PoisonError::into_inner);
        if *access == Access::ReadWrite {
            *access = why;
            (self.tell)(&Push::Access { access: why });
        }
    }

    /// Refuses where the file cannot be written.
    ///
    /// # Errors
    /// [`CoreError::ReadOnly`].
    pub fn writable(&self) -> Result<(), CoreError> {
        match self.access() {
            Access::ReadWrite => Ok(()),
            access => Err(CoreError::ReadOnly {
                reason: reason_word(access),
            }),
        }
    }

    /// The person at this app.
    pub fn me(&self) -> Identity {
        self.me
            .lock()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
    }

    /// Says who sits at this app; others see it.
    pub fn set_me(&self, me: Identity, name: &str) {
        if let Some(presence) = &self.presence {
            presence.set_person(me.person.map(|person| person.0), name);
        }
        *self.me.lock().unwrap_or_else(PoisonError::into_inner) = me;
    }

    /// Runs a view in one read transaction.
    ///
    /// # Errors
    /// What the view answers.
    pub fn look<R>(
        &self,
        view: impl FnOnce(&Look<'_>) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        let clock = self.store.clock();
        let (today, utc_offset) = (clock.today(), clock.utc_offset());
        self.store.read(|reader| {
            let as_of_seq = operation::newest(reader)?;
            view(&Look {
                reader,
                today,
                utc_offset,
                as_of_seq,
            })
        })
    }

    /// Reads since when the clock runs of what this app stands in front of; `before_our_eyes` where
    /// a new start can only just have been made. Answers the others where that was news.
    pub fn hear_clock(&self, before_our_eyes: bool) -> Option<Vec<Peer>> {
        let presence = self.presence.as_ref()?;
        let front = presence.front()?;
        let since = self.look(|look| clock_since(look, front));
        match since {
            Ok(since) => presence.hear_clock(front.row(), since, before_our_eyes),
            Err(error) => {
                tracing::debug!(code = error.code(), "the shared clock goes by the wall");
                None
            }
        }
    }

    /// Wakes the watcher: something was committed here.
    pub fn wake(&self) {
        self.signals.wake();
    }

    /// Whether the window has the focus; the watcher asks less often without.
    pub fn set_focus(&self, focused: bool) {
        self.signals.focused.store(focused, Ordering::SeqCst);
        self.signals.wake();
    }

    /// Ends the threads and is seen here no more. The file is closed when the last one holding it
    /// lets go.
    pub fn close(&self) {
        self.signals.stop();
        if let Some(presence) = &self.presence {
            presence.leave();
        }
    }
}

/// Since when the clock of what is stood in front of runs as the board has it; none while it
/// stands.
fn clock_since(look: &Look<'_>, front: Front) -> Result<Option<i64>, CoreError> {
    let since = match front {
        Front::Card(card) => row::<CoachingCycle>(look, card.cycle).map(|row| row.noun.clock_since),
        Front::Session(here) => {
            row::<Retrospective>(look, here.retrospective).map(|row| row.noun.clock_since)
        }
    };
    match since {
        Err(CoreError::NotFound { .. }) => Ok(None),
        since => since,
    }
}

fn locate(path: &Path) -> Result<location::Location, CoreError> {
    let shown = path.display().to_string();
    location::locate(path).map_err(|error| match error {
        LocationError::Unreachable(source) if is_no_place(source.kind()) => {
            CoreError::FileMissing { path: shown }
        }
        LocationError::Unreachable(source) => CoreError::Unreachable {
            detail: source.to_string(),
        },
        LocationError::NotAFile => CoreError::NotABoard { path: shown },
        LocationError::HardLinked { .. } => CoreError::LinkedFile { path: shown },
    })
}

/// Whether no file can lie at the path, as against a place that does not answer for now.
fn is_no_place(kind: ErrorKind) -> bool {
    matches!(
        kind,
        ErrorKind::NotFound
            | ErrorKind::NotADirectory
            | ErrorKind::InvalidFilename
            | ErrorKind::InvalidInput
    )
}

/// The access of a place, as screens know it.
pub fn access_in(place: location::Access) -> Access {
    match place {
        location::Access::ReadWrite => Access::ReadWrite,
        location::Access::ReadOnly(reason) => access_of(reason),
    }
}

fn access_of(reason: ReadOnlyReason) -> Access {
    match reason {
        ReadOnlyReason::SyncedFolder { .. } => Access::SyncedFolder,
        ReadOnlyReason::WebDav | ReadOnlyReason::NoLocks => Access::LocksMissing,
        ReadOnlyReason::LockUpgradeRefused => Access::LocksNotRaised,
        ReadOnlyReason::FolderNotWritable | ReadOnlyReason::FileNotWritable => {
            Access::FolderReadOnly
        }
    }
}

/// The word of an access on the wire.
fn reason_word(access: Access) -> String {
    serde_json::to_value(access)
        .ok()
        .and_then(|v| v.as_str().map(str::to_owned))
        .unwrap_or_default()
}
