//! The search index of the open board: kept open, and filled by whoever asks.

use std::sync::{Arc, PoisonError};
use std::time::{Duration, Instant};

use kata_store::outbox::search::SearchIndex;
use kata_store::searchable::{self, Batch};
use kata_wire::CoreError;

use super::Workspace;

/// Operations, or rows of the tables, that are taken over at once: read in some milliseconds, as a
/// read keeps others from committing.
const BATCH: i64 = 250;
/// How long one search goes on taking over: it shall answer while a person types.
const PER_SEARCH: Duration = Duration::from_millis(100);

impl Workspace {
    /// The index, and whether the log goes on beyond it after a bounded part was taken over.
    ///
    /// # Errors
    /// When the index or the file does not answer.
    pub fn search_index(&self) -> Result<(Arc<SearchIndex>, bool), CoreError> {
        let index = self.index()?;
        let began = Instant::now();
        while self.take_over(&index)? {
            if began.elapsed() >= PER_SEARCH {
                return Ok((index, true));
            }
        }
        Ok((index, false))
    }

    /// Takes a part of the log over; answers whether more follows.
    pub(super) fn index_more(&self) -> Result<bool, CoreError> {
        let index = self.index()?;
        self.take_over(&index)
    }

    fn index(&self) -> Result<Arc<SearchIndex>, CoreError> {
        let mut slot = self.search.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(index) = &*slot {
            return Ok(Arc::clone(index));
        }
        let index =
            SearchIndex::open(&self.data, self.store().board_id()).map_err(CoreError::private)?;
        let index = Arc::new(index);
        *slot = Some(Arc::clone(&index));
        Ok(index)
    }

    fn take_over(&self, index: &SearchIndex) -> Result<bool, CoreError> {
        let from = index.place().map_err(CoreError::private)?;
        let store = self.store();
        let Some(batch) = store.read(|reader| searchable::after(reader, &from, BATCH))? else {
            index.forget().map_err(CoreError::private)?;
            return Ok(true);
        };
        let more = batch.more;
        // Where another process was quicker, it may not have come to the end.
        let taken = is_nothing(&batch) || index.take(&batch).map_err(CoreError::private)?;
        Ok(more || !taken)
    }
}

/// Nothing was written since.
fn is_nothing(batch: &Batch) -> bool {
    batch.from == batch.to
}
