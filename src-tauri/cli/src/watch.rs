//! Following a file: each batch of changes as one JSON line, until the reader or the person goes.

use std::io::Write;
use std::path::Path;
use std::sync::mpsc::{self, Receiver, RecvTimeoutError};
use std::time::{Duration, Instant};

use kata_core::workspace::Workspace;
use kata_store::feed::Feed;
use kata_store::{location, retry};
use kata_wire::{ChangeBatch, CoreError};
use serde_json::json;

use crate::failure::Failure;
use crate::{board, output};

/// Poll of a local file; a poll costs some microseconds.
const LOCAL: Duration = Duration::from_millis(250);
/// Poll of a share: each poll is a round trip.
const SHARE: Duration = Duration::from_secs(1);
/// How long a file may not answer before the watch gives up: a server restarts in less.
const PATIENCE: Duration = Duration::from_secs(120);

/// Prints every change after a sequence number, or from now on.
///
/// # Errors
/// When the file cannot be opened, or did not answer for long.
pub fn watch(file: &Path, after: Option<i64>, out: &mut dyn Write) -> Result<(), Failure> {
    let stopped = stopped()?;
    let session = board::session(None)?;
    let workspace = board::open(&session, file)?;
    let pause = pause(workspace.store().path());
    let mut watch = Watch::new(workspace.as_ref(), after)?;
    loop {
        if let Some(batch) = watch.poll()? {
            output::line(out, &json!(batch))?;
            continue;
        }
        if stopped.recv_timeout(pause) != Err(RecvTimeoutError::Timeout) || reader_gone() {
            return Ok(());
        }
    }
}

/// Hears Ctrl C and the system's wish that the process ends.
fn stopped() -> Result<Receiver<()>, CoreError> {
    let (stop, stopped) = mpsc::channel();
    // The handler outlives the receiver; by then the process ends anyway.
    let handler = move || stop.send(()).unwrap_or_default();
    ctrlc::set_handler(handler).map_err(|error| CoreError::Internal {
        detail: error.to_string(),
    })?;
    Ok(stopped)
}

fn pause(board: &Path) -> Duration {
    let local = board
        .parent()
        .is_none_or(|folder| location::place_of(folder).is_local());
    if local { LOCAL } else { SHARE }
}

/// Whether nobody reads standard output any more. Writing would tell too, but a quiet board gives
/// nothing to write, and `kata watch … | head -1` shall end.
#[cfg(unix)]
fn reader_gone() -> bool {
    use rustix::event::{PollFd, PollFlags, Timespec, poll};
    let out = std::io::stdout();
    let mut ends = [PollFd::new(&out, PollFlags::empty())];
    let at_once = Timespec {
        tv_sec: 0,
        tv_nsec: 0,
    };
    poll(&mut ends, Some(&at_once)).is_ok()
        && ends[0]
            .revents()
            .intersects(PollFlags::ERR | PollFlags::HUP)
}

#[cfg(not(unix))]
fn reader_gone() -> bool {
    false
}

/// The feed of a file over interruptions.
struct Watch<'w> {
    workspace: &'w Workspace,
    cursor: i64,
    feed: Option<Feed>,
    silent_since: Option<Instant>,
}

impl<'w> Watch<'w> {
    fn new(workspace: &'w Workspace, after: Option<i64>) -> Result<Watch<'w>, CoreError> {
        let cursor = match after {
            Some(after) => after,
            None => workspace.look(|look| Ok(look.as_of_seq))?,
        };
        Ok(Watch {
            workspace,
            cursor,
            feed: None,
            silent_since: None,
        })
    }

    /// What was committed since the last call. A file that does not answer says nothing for a
    /// while.
    fn poll(&mut self) -> Result<Option<ChangeBatch>, CoreError> {
        match retry::with_deadline(|| self.read()) {
            Ok(batch) => {
                self.silent_since = None;
                Ok(batch)
            }
            Err(error) if error.to_ipc().retryable && self.is_patient() => Ok(None),
            Err(error) => Err(error),
        }
    }

    fn is_patient(&mut self) -> bool {
        self.silent_since.get_or_insert_with(Instant::now).elapsed() < PATIENCE
    }

    /// A feed that met an error is let go: after a server's restart its handle can fail for ever.
    fn read(&mut self) -> Result<Option<ChangeBatch>, CoreError> {
        let mut feed = match self.feed.take() {
            Some(feed) => feed,
            None => {
                let mut feed = Feed::open(self.workspace.store(), self.workspace.session())?;
                if self.silent_since.is_some() {
                    // An older copy in the file's place ends before what was told already.
                    self.cursor = self.cursor.min(feed.cursor());
                }
                feed.resume_at(self.cursor);
                feed
            }
        };
        let batch = feed.poll()?;
        self.cursor = feed.cursor();
        self.feed = Some(feed);
        Ok(batch)
    }
}
