//! One running app or one call from a terminal: private files, the open board, and who listens.

use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex, PoisonError, RwLock};

use kata_domain::ids::{PersonId, SessionId};
use kata_domain::{Person, text};
use serde_json::Value;
use uuid::Uuid;

use super::requests::Push;
use super::table::{self, Scope};
use crate::clock::{Clock, SystemClock};
use crate::error::{CoreError, IpcError};
use crate::exchange::job::Jobs;
pub use crate::home::Home;
use crate::ops::{self, Desk};
use crate::outbox::Outbox;
use crate::prefs::PreferencesFile;
use crate::store::Who;
use crate::store::feed::person_name;
use crate::views::board;
use crate::views::lines::Item;
use crate::workspace::{Identity, Opening, Tell, Workspace};

/// Whether a window or a terminal calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
    /// A window: it listens, shows itself to others, and undoes its own session.
    Window,
    /// One call from a terminal: undo belongs to person and device.
    Cli,
}

/// What a session starts with.
pub struct SessionOptions {
    /// The private folders.
    pub home: Home,
    /// Who calls.
    pub kind: SessionKind,
    /// The person, by id or by name; what the machine remembers where absent.
    pub person: Option<String>,
}

type Listener = Box<dyn Fn(&Push) + Send + Sync>;

/// One running app or one call from a terminal.
pub struct Session {
    home: Home,
    kind: SessionKind,
    person: Option<String>,
    clock: Arc<dyn Clock>,
    id: SessionId,
    device: [u8; 16],
    preferences: PreferencesFile,
    outbox: Mutex<Option<Outbox>>,
    board: RwLock<Option<Arc<Workspace>>>,
    listeners: Arc<RwLock<Vec<Listener>>>,
    jobs: Jobs,
}

impl Session {
    /// Starts a session with the system's clock.
    ///
    /// # Errors
    /// When this machine's private folders cannot be used.
    pub fn new(options: SessionOptions) -> Result<Session, CoreError> {
        Session::with_clock(options, Arc::new(SystemClock))
    }

    /// Starts a session with a clock of its own.
    ///
    /// # Errors
    /// As [`Session::new`].
    pub fn with_clock(
        options: SessionOptions,
        clock: Arc<dyn Clock>,
    ) -> Result<Session, CoreError> {
        let device = options.home.device_id().map_err(private)?;
        Ok(Session {
            preferences: PreferencesFile::new(&options.home),
            home: options.home,
            kind: options.kind,
            person: options.person,
            clock,
            id: SessionId(Uuid::now_v7()),
            device,
            outbox: Mutex::new(None),
            board: RwLock::new(None),
            listeners: Arc::default(),
            jobs: Jobs::default(),
        })
    }

    /// Runs a command of the table.
    ///
    /// # Errors
    /// What the command answers, as it travels.
    pub fn call(&self, name: &str, params: Value) -> Result<Value, IpcError> {
        let command = table::find(name).ok_or_else(|| CoreError::CommandUnknown {
            name: name.chars().take(80).collect(),
        });
        command
            .and_then(|command| {
                let answer = command.run(self, params);
                if let (Err(error), Ok(workspace)) = (&answer, self.workspace())
                    && command.scope != Scope::App
                {
                    workspace.met(error);
                }
                answer
            })
            .map_err(|error| error.to_ipc())
    }

    /// Hears what the board tells without being asked.
    pub fn subscribe(&self, listener: Listener) {
        self.listeners
            .write()
            .unwrap_or_else(PoisonError::into_inner)
            .push(listener);
    }

    /// Tells everybody who listens.
    pub fn tell(&self, push: &Push) {
        tell_all(&self.listeners, push);
    }

    /// The long work that is under way.
    pub fn jobs(&self) -> &Jobs {
        &self.jobs
    }

    /// Whether the window has the focus.
    pub fn set_focus(&self, focused: bool) {
        if let Ok(workspace) = self.workspace() {
            workspace.set_focus(focused);
        }
    }

    /// The open board.
    ///
    /// # Errors
    /// [`CoreError::NoBoard`].
    pub fn workspace(&self) -> Result<Arc<Workspace>, CoreError> {
        self.board
            .read()
            .unwrap_or_else(PoisonError::into_inner)
            .clone()
            .ok_or(CoreError::NoBoard)
    }

    /// Path of the open board.
    pub fn board_path(&self) -> Option<PathBuf> {
        self.workspace()
            .ok()
            .map(|workspace| workspace.store().path().to_owned())
    }

    /// The clock.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The private folders.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The preferences of this machine.
    pub fn preferences(&self) -> &PreferencesFile {
        &self.preferences
    }

    /// What a board is opened with.
    ///
    /// # Errors
    /// When the private data folder cannot be used.
    pub fn opening(&self, path: &Path) -> Result<Opening, CoreError> {
        let listeners = Arc::clone(&self.listeners);
        let tell: Tell = Arc::new(move |push| tell_all(&listeners, push));
        Ok(Opening {
            path: path.to_owned(),
            session: self.id,
            clock: Arc::clone(&self.clock),
            data: self.home.data().map_err(private)?.to_owned(),
            live: self.kind == SessionKind::Window,
            tell,
        })
    }

    /// Makes a board the open one; the one before is closed.
    ///
    /// # Errors
    /// When the file or the preferences do not answer.
    pub fn settle(&self, workspace: Option<Arc<Workspace>>) -> Result<(), CoreError> {
        if let Some(workspace) = &workspace {
            self.recognise(workspace)?;
        }
        let before = {
            let mut board = self.board.write().unwrap_or_else(PoisonError::into_inner);
            std::mem::replace(&mut *board, workspace)
        };
        if let Some(before) = before {
            before.close();
        }
        Ok(())
    }

    /// Finds out who sits here: what the call says, what this machine remembers of the board, or a
    /// name that becomes a person with the first write.
    fn recognise(&self, workspace: &Workspace) -> Result<(), CoreError> {
        let preferences = self.preferences.load().map_err(private)?;
        let board = workspace.store().board_id().simple().to_string();
        let remembered = preferences.person_by_board.get(&board).cloned();
        let own_name = preferences.name.filter(|name| !name.is_empty());
        let wanted = self.person.clone().or(remembered);
        let wanted = match self.kind {
            SessionKind::Window => wanted,
            // A terminal has nobody to ask whether the person of this name is the one meant.
            SessionKind::Cli => wanted.or_else(|| own_name.clone()),
        };
        let people = workspace.look(board::people)?;
        let found = wanted.as_ref().and_then(|wanted| find(&people, wanted));
        let identity = match (found, &self.person) {
            (Some(person), _) => Identity {
                person: Some(person.id),
                name: None,
            },
            (None, Some(id)) if id.parse::<PersonId>().is_ok() => {
                return Err(CoreError::NotFound { id: id.clone() });
            }
            (None, name) => Identity {
                person: None,
                name: name.clone().or(own_name),
            },
        };
        let shown = found
            .map(|person| person.name.clone())
            .or(identity.name.clone())
            .unwrap_or_default();
        workspace.set_me(identity, &shown);
        Ok(())
    }

    /// Runs a write. A person who is new to the board is made first, with the first write.
    ///
    /// # Errors
    /// What the write answers, or that the board cannot be written.
    pub fn write<R>(
        &self,
        run: impl FnOnce(&Desk<'_>) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        let workspace = self.workspace()?;
        workspace.writable()?;
        let answer = match workspace.me() {
            Identity {
                person: None,
                name: Some(name),
            } => self.join(&workspace, &name, run),
            _ => run(&self.desk(&workspace)),
        };
        workspace.wake();
        answer
    }

    /// Makes the person and runs their first write, in one transaction: where the write is refused,
    /// nobody was made.
    fn join<R>(
        &self,
        workspace: &Workspace,
        name: &str,
        run: impl FnOnce(&Desk<'_>) -> Result<R, CoreError>,
    ) -> Result<R, CoreError> {
        let clock = Arc::clone(&self.clock);
        let (person, answer) = workspace.store().together(clock, |store| {
            let who = self.who(workspace);
            let person = match self.came_meanwhile(workspace, name)? {
                Some(person) => person,
                None => person_id(&ops::person::join(&Desk::of(store, who), name)?.id)?,
            };
            let actor = Some(person);
            let desk = Desk {
                presence: workspace.presence(),
                ..Desk::of(store, Who { actor, ..who })
            };
            Ok((person, run(&desk)?))
        })?;
        self.remember(workspace, &person.to_string())?;
        Ok(answer)
    }

    /// The person of this name whom another call from a terminal has made since this one began.
    fn came_meanwhile(
        &self,
        workspace: &Workspace,
        name: &str,
    ) -> Result<Option<PersonId>, CoreError> {
        if self.kind == SessionKind::Window {
            return Ok(None);
        }
        let people = workspace.look(board::people)?;
        Ok(find(&people, name).map(|person| person.id))
    }

    /// Remembers on this machine who sits here on this board.
    ///
    /// # Errors
    /// When the id is no person's, or the preferences cannot be saved.
    pub fn remember(&self, workspace: &Workspace, person: &str) -> Result<(), CoreError> {
        let id = person_id(person)?;
        let name = workspace.look(|look| person_name(look.connection, id.0))?;
        let name = name.ok_or_else(|| CoreError::NotFound {
            id: person.to_owned(),
        })?;
        workspace.set_me(
            Identity {
                person: Some(id),
                name: None,
            },
            &name,
        );
        if self.kind == SessionKind::Window {
            let board = workspace.store().board_id().simple().to_string();
            self.preferences
                .update(|preferences| {
                    preferences.person_by_board.insert(board, person.to_owned());
                })
                .map_err(private)?;
        }
        Ok(())
    }

    /// Keeps a name for new boards, where there is none yet.
    ///
    /// # Errors
    /// When the preferences cannot be saved.
    pub fn call_me(&self, name: &str) -> Result<(), CoreError> {
        self.preferences
            .update(|preferences| {
                let kept = preferences.name.get_or_insert_default();
                if kept.is_empty() {
                    name.clone_into(kept);
                }
            })
            .map_err(private)?;
        Ok(())
    }

    /// The desk of the person who sits here.
    pub fn desk<'w>(&self, workspace: &'w Workspace) -> Desk<'w> {
        Desk {
            store: workspace.store(),
            who: self.who(workspace),
            presence: workspace.presence(),
        }
    }

    /// Who writes, and from where.
    pub fn who(&self, workspace: &Workspace) -> Who {
        Who {
            actor: workspace.me().person,
            device: self.device,
            session: self.id,
            undo_by_session: self.kind == SessionKind::Window,
        }
    }

    /// Runs something on the private database.
    ///
    /// # Errors
    /// When it cannot be opened or answers with an error.
    pub fn with_outbox<R>(
        &self,
        run: impl FnOnce(&Outbox) -> crate::outbox::Result<R>,
    ) -> Result<R, CoreError> {
        let mut slot = self.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        let outbox = match slot.take() {
            Some(outbox) => outbox,
            None => Outbox::open(&self.home).map_err(private)?,
        };
        let answer = run(&outbox).map_err(private);
        if answer.is_ok() {
            *slot = Some(outbox);
        }
        answer
    }
}

fn tell_all(listeners: &RwLock<Vec<Listener>>, push: &Push) {
    let listeners = listeners.read().unwrap_or_else(PoisonError::into_inner);
    for listener in listeners.iter() {
        listener(push);
    }
}

fn person_id(text: &str) -> Result<PersonId, CoreError> {
    text.parse().map_err(|_| CoreError::NotFound {
        id: text.chars().take(80).collect(),
    })
}

/// A person by id or by name.
fn find<'p>(people: &'p [Item<Person>], wanted: &str) -> Option<&'p Person> {
    // Names stand composed in the file; terminals of some systems send them taken apart.
    let name = text::settle("name", wanted, text::TITLE_LIMIT).ok();
    let mut nouns = people.iter().map(|person| &person.noun);
    nouns.find(|person| {
        person.id.to_string() == wanted || name.as_ref().is_some_and(|name| person.name == *name)
    })
}

/// An error of this machine's private files.
pub(crate) fn private(error: impl std::fmt::Display) -> CoreError {
    CoreError::PrivateFiles {
        detail: error.to_string(),
    }
}
