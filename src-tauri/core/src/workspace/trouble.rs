//! What is wrong with the file, as far as this app knows, and what follows from it.
//!
//! Damage stops the writing here and, by a mark in the sidecar, in every other app; a mark in the
//! private folder lets the next opening look at the file before anything else. What the log says of
//! an altered history or of altered rows is only told: nothing is lost by going on.

use std::path::{Path, PathBuf};
use std::sync::PoisonError;

use kata_wire::{Access, CoreError, Push, Trouble};

use super::{Opening, Workspace};
use kata_store::{Store, backup, health, mend};

impl Workspace {
    /// What is wrong with the file; none where nothing is known to be.
    pub fn trouble(&self) -> Option<Trouble> {
        *self.trouble.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Notes what a check found. Only what is worse than before is told.
    pub fn note(&self, found: Option<Trouble>) {
        if found == Some(Trouble::Damaged) {
            self.remember_damage();
        }
        self.tell_trouble(found);
    }

    /// Another app has found the file damaged, which is no proof but reason enough to stop.
    pub(super) fn hear_of_damage(&self) {
        self.tell_trouble(Some(Trouble::Damaged));
    }

    fn tell_trouble(&self, found: Option<Trouble>) {
        if found == Some(Trouble::Damaged) {
            self.stop_writing(Access::Damaged);
        }
        let mut known = self.trouble.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(trouble) = found.filter(|_| found > *known) {
            *known = found;
            (self.tell)(&Push::Trouble { trouble });
        }
    }

    /// Something ended with an error. Damage is looked at with a new connection before it is
    /// believed: on a share an old one may see a file that never was.
    pub fn met(&self, error: &CoreError) {
        let suspect = matches!(
            error,
            CoreError::Damaged { .. } | CoreError::NotABoard { .. }
        );
        if suspect && self.trouble() < Some(Trouble::Damaged) {
            self.examine();
        }
    }

    fn examine(&self) {
        match self.store.examine() {
            Ok(found) => self.note(found),
            Err(CoreError::Damaged { .. } | CoreError::NotABoard { .. }) => {
                self.note(Some(Trouble::Damaged));
            }
            // Nothing can be said of a file that does not answer.
            Err(error) => tracing::warn!(code = error.code(), "the file could not be examined"),
        }
    }

    /// The first app of a day looks at the whole file, also for what nobody has met yet.
    pub(super) fn check_daily(&self) {
        let now = self.store.clock().now_ms();
        match self
            .store
            .read(|connection| health::is_due(connection, now))
        {
            Ok(true) => {}
            Ok(false) => return,
            Err(error) => return self.met(&error),
        }
        self.examine();
        if self.trouble().is_none() && self.access() == Access::ReadWrite {
            let noted = self.store.note_checked(now);
            if let Err(error) = noted {
                tracing::warn!(code = error.code(), "the check of the day was not noted");
            }
        }
    }

    fn remember_damage(&self) {
        if let Some(presence) = &self.presence {
            presence.set_damaged();
        }
        let mark = mark_of(&self.store, &self.data);
        let folder = mark.parent().map(std::fs::create_dir_all);
        let made = folder
            .unwrap_or(Ok(()))
            .and_then(|()| std::fs::write(&mark, ""));
        if let Err(error) = made {
            tracing::warn!(%error, "the damage could not be noted for the next opening");
        }
    }
}

/// Lies in the private folder from damage to the opening that has dealt with it.
fn mark_of(store: &Store, data: &Path) -> PathBuf {
    let board = store.board_id().simple().to_string();
    data.join("damaged").join(board)
}

/// Looks at a file in which this computer has met damage, before anybody works on it.
///
/// # Errors
/// [`CoreError::Damaged`] where it cannot be mended; it is then as it was.
pub(super) fn deal_with_damage(store: &Store, opening: &Opening) -> Result<(), CoreError> {
    let mark = mark_of(store, &opening.data);
    if !mark.exists() {
        return Ok(());
    }
    let aside = format!("damaged-{}.kata", opening.clock.now_ms());
    let folder = backup::folder(&opening.data, store.board_id());
    let mended = mend::mend(store.path(), &folder.join("aside").join(aside))?;
    tracing::warn!(?mended, "a file in which damage was met is sound");
    std::fs::remove_file(&mark).map_err(|error| CoreError::PrivateFiles {
        detail: error.to_string(),
    })
}
