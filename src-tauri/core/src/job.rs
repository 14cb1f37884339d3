//! Work that takes a while: it tells how far it is, and whoever asked for it can end it.

use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, PoisonError};

use kata_wire::CoreError;

/// One piece of long work.
pub struct Job<'t> {
    stop: Arc<AtomicBool>,
    tell: Box<dyn Fn(Progress) + 't>,
}

/// How far a job is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Progress {
    /// Parts that are done.
    pub done: usize,
    /// All parts.
    pub of: usize,
}

impl<'t> Job<'t> {
    /// A job that ends when `stop` is set, and tells after each part how far it is.
    pub fn new(stop: Arc<AtomicBool>, tell: impl Fn(Progress) + 't) -> Job<'t> {
        Job {
            stop,
            tell: Box::new(tell),
        }
    }

    /// A job that nobody watches.
    pub fn unwatched() -> Job<'static> {
        Job::new(Arc::default(), |_| {})
    }

    /// Between two parts: tells how far it is.
    ///
    /// # Errors
    /// [`CoreError::Cancelled`] when it is to end.
    pub fn at(&self, done: usize, of: usize) -> Result<(), CoreError> {
        self.goes_on()?;
        (self.tell)(Progress { done, of });
        Ok(())
    }

    /// Whether it goes on; asked where parts are too small to be told.
    ///
    /// # Errors
    /// [`CoreError::Cancelled`] when it is to end.
    pub fn goes_on(&self) -> Result<(), CoreError> {
        if self.stop.load(Ordering::SeqCst) {
            return Err(CoreError::Cancelled);
        }
        Ok(())
    }
}

/// The jobs of a session that can be ended, by the name that whoever asked gave them.
#[derive(Debug, Default)]
pub struct Jobs(Mutex<BTreeMap<String, Arc<AtomicBool>>>);

impl Jobs {
    /// Notes that a job runs. It is forgotten when the answer is let go.
    pub fn begin(&self, name: &str) -> Running<'_> {
        let stop = Arc::new(AtomicBool::new(false));
        self.all().insert(name.to_owned(), Arc::clone(&stop));
        Running {
            jobs: self,
            name: name.to_owned(),
            stop,
        }
    }

    /// Asks a job to end. One that has ended by itself, or is not known, is no error.
    pub fn cancel(&self, name: &str) {
        if let Some(stop) = self.all().get(name) {
            stop.store(true, Ordering::SeqCst);
        }
    }

    fn all(&self) -> std::sync::MutexGuard<'_, BTreeMap<String, Arc<AtomicBool>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

/// A job that is under way.
pub struct Running<'j> {
    jobs: &'j Jobs,
    name: String,
    /// Set when it is to end.
    pub stop: Arc<AtomicBool>,
}

impl Drop for Running<'_> {
    fn drop(&mut self) {
        self.jobs.all().remove(&self.name);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::cell::RefCell;

    #[test]
    fn a_cancelled_job_ends_at_its_next_part() {
        let jobs = Jobs::default();
        let running = jobs.begin("report");
        let told = RefCell::new(Vec::new());
        let job = Job::new(Arc::clone(&running.stop), |progress| {
            told.borrow_mut().push((progress.done, progress.of));
        });
        job.at(0, 2).unwrap();
        jobs.cancel("report");
        assert!(matches!(job.at(1, 2), Err(CoreError::Cancelled)));
        assert_eq!(*told.borrow(), [(0, 2)]);
    }

    #[test]
    fn a_job_that_is_over_is_forgotten() {
        let jobs = Jobs::default();
        let stop = Arc::clone(&jobs.begin("report").stop);
        jobs.cancel("report");
        assert!(!stop.load(Ordering::SeqCst));
    }
}
