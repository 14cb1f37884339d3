//! Which part of a long list is asked for: after so many of the newest, at most so many.

/// A part of a list, newest first.
#[derive(Clone, Copy)]
pub struct Part {
    /// How many newer rows stand before it.
    pub offset: i64,
    /// How many rows it has at most.
    pub limit: i64,
}

impl Part {
    /// The part that a request names; all that follows where it names no limit.
    pub fn new(offset: i64, limit: Option<i64>) -> Self {
        Self {
            offset: offset.max(0),
            limit: limit.map_or(i64::MAX, |limit| limit.max(1)),
        }
    }

    /// The same, of at most so many rows.
    pub fn at_most(offset: i64, limit: i64, most: i64) -> Self {
        Self::new(offset, Some(limit.min(most)))
    }

    /// What a list that was read whole has of it.
    pub fn of<T>(self, rows: impl IntoIterator<Item = T>) -> Vec<T> {
        let count = |number: i64| usize::try_from(number).unwrap_or(usize::MAX);
        let rows = rows.into_iter().skip(count(self.offset));
        rows.take(count(self.limit)).collect()
    }
}
