//! One window or one call from a terminal: the board that is open in it, who sits there, and who
//! listens.
//!
//! Several sessions of one process share a [`Machine`]; each has a board of its own and hears
//! nothing of the others'.

use std::path::{Path, PathBuf};
use std::sync::{Arc, PoisonError, RwLock};

use kata_core::job::Jobs;
use kata_core::ops::{self, Desk};
use kata_core::views::board;
use kata_core::workspace::{Identity, Opening, Tell, Workspace};
use kata_domain::ids::{PersonId, SessionId};
use kata_domain::{Person, text};
use kata_store::Who;
use kata_store::tables::person;
use kata_wire::{CoreError, Item, Push};
use uuid::Uuid;

use crate::machine::Machine;

/// Whether a window or a terminal calls.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum SessionKind {
    /// A window: it listens, shows itself to others, and undoes its own session.
    Window,
    /// One call from a terminal: undo belongs to person and device.
    Cli,
}

type Listener = Box<dyn Fn(&Push) + Send + Sync>;

/// One window or one call from a terminal.
pub struct Session {
    machine: Arc<Machine>,
    kind: SessionKind,
    person: Option<String>,
    id: SessionId,
    board: RwLock<Option<Arc<Workspace>>>,
    listeners: Arc<RwLock<Vec<Listener>>>,
    jobs: Jobs,
}

impl Session {
    /// A session without a board. The person is named by id or by name; what the machine remembers
    /// where absent.
    pub fn new(machine: Arc<Machine>, kind: SessionKind, person: Option<String>) -> Session {
        Session {
            machine,
            kind,
            person,
            id: SessionId(Uuid::now_v7()),
            board: RwLock::new(None),
            listeners: Arc::default(),
            jobs: Jobs::default(),
        }
    }

    /// What it shares with the other sessions of this process.
    pub fn machine(&self) -> &Machine {
        &self.machine
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
            clock: Arc::clone(self.machine.clock()),
            data: self
                .machine
                .home()
                .data()
                .map_err(CoreError::private)?
                .to_owned(),
            live: self.kind == SessionKind::Window,
            tell,
        })
    }

    /// Makes a board the open one; the one before is closed.
    ///
    /// # Errors
    /// When the file or the preferences do not answer.
    pub fn use_board(&self, workspace: Option<Arc<Workspace>>) -> Result<(), CoreError> {
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
        let preferences = self
            .machine
            .preferences()
            .load()
            .map_err(CoreError::private)?;
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
        let clock = Arc::clone(self.machine.clock());
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
        let name = workspace.look(|look| person::name(look.reader, id))?;
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
            self.machine
                .preferences()
                .update(|preferences| {
                    preferences.person_by_board.insert(board, person.to_owned());
                })
                .map_err(CoreError::private)?;
        }
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
            device: self.machine.device(),
            session: self.id,
            undo_by_session: self.kind == SessionKind::Window,
        }
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
    let name = text::normalise("name", wanted, text::TITLE_LIMIT).ok();
    let mut nouns = people.iter().map(|person| &person.noun);
    nouns.find(|person| {
        person.id.to_string() == wanted || name.as_ref().is_some_and(|name| person.name == *name)
    })
}
