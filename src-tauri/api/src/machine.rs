//! What belongs to this machine, whichever boards are open on it: private folders, the clock,
//! preferences, the private database. The sessions of one process share it.

use std::sync::{Arc, Mutex, PoisonError};

use kata_store::clock::Clock;
use kata_store::home::Home;
use kata_store::outbox::{self, Outbox};
use kata_wire::CoreError;

use crate::prefs::PreferencesFile;

/// This machine.
pub struct Machine {
    home: Home,
    clock: Arc<dyn Clock>,
    device: [u8; 16],
    preferences: PreferencesFile,
    outbox: Mutex<Option<Outbox>>,
}

impl Machine {
    /// The machine with these private folders and this clock.
    ///
    /// # Errors
    /// When the private folders cannot be used.
    pub fn new(home: Home, clock: Arc<dyn Clock>) -> Result<Arc<Machine>, CoreError> {
        Ok(Arc::new(Machine {
            device: home.device_id().map_err(CoreError::private)?,
            preferences: PreferencesFile::new(&home),
            home,
            clock,
            outbox: Mutex::new(None),
        }))
    }

    /// The private folders.
    pub fn home(&self) -> &Home {
        &self.home
    }

    /// The clock.
    pub fn clock(&self) -> &Arc<dyn Clock> {
        &self.clock
    }

    /// The random id of these private folders, under which this machine writes.
    pub fn device(&self) -> [u8; 16] {
        self.device
    }

    /// The preferences.
    pub fn preferences(&self) -> &PreferencesFile {
        &self.preferences
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
            .map_err(CoreError::private)?;
        Ok(())
    }

    /// Runs something on the private database.
    ///
    /// # Errors
    /// When it cannot be opened or answers with an error.
    pub fn with_outbox<R>(
        &self,
        run: impl FnOnce(&Outbox) -> outbox::Result<R>,
    ) -> Result<R, CoreError> {
        let mut slot = self.outbox.lock().unwrap_or_else(PoisonError::into_inner);
        let outbox = match slot.take() {
            Some(outbox) => outbox,
            None => Outbox::open(&self.home).map_err(CoreError::private)?,
        };
        let answer = run(&outbox).map_err(CoreError::private);
        if answer.is_ok() {
            *slot = Some(outbox);
        }
        answer
    }
}
